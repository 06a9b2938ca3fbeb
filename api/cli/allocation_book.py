"""A plan in the form asked for, an Excel workbook with the annex of a letter among them."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from api.cli.allocation_files import write_allocation
from api.cli.allocation_words import plan_word
from api.cli.targets import file_beside
from api.texts import Language

if TYPE_CHECKING:
    from recommender.allocations.records import Allocation
    from recommender.workspace import Workspace

__all__ = ["write_plan"]


def write_plan(
    workspace: "Workspace", plan: "Allocation", form: str, out: Path | None, language: Language
) -> None:
    """Write a plan; where a table of pairs has no room for its name, standard error has it.

    Parameters
    ----------
    workspace : Workspace
        Names what the plan's records do not.
    plan : Allocation
    form : {'table', 'json', 'csv', 'parquet', 'xlsx'}
        ``xlsx`` is the workbook that the pages give.
    out : Path or None
        ``None`` is standard output (not for ``parquet`` and ``xlsx``).
    language : {'id', 'en'}

    Raises
    ------
    RefusedError
        When the file cannot be written.
    """
    if form == "xlsx" and out is not None:
        with file_beside(out) as path:
            path.write_bytes(_workbook(workspace, plan, language))
    else:
        write_allocation(plan, form, out, language)
    if form in {"csv", "parquet", "xlsx"} and plan.state != "draft":
        state = plan_word(plan.state, language)
        typer.echo(plan_word("now", language, id=plan.allocation_id, state=state, why=""), err=True)


def _workbook(workspace: "Workspace", plan: "Allocation", language: Language) -> bytes:
    from recommender.allocations.plan_workbook import plan_workbook

    areas = {one.cooperative_id: one.area_name for one in workspace.cooperatives() if one.area_name}
    return plan_workbook(plan, areas=areas, titles=workspace.gathered().titles, language=language)
