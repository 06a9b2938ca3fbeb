"""`sanding allocate`: the city-wide plan under all quotas."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.options import (
    At,
    LanguageOption,
    ObjectiveOption,
    OutOption,
    PlanFormOption,
    day_asked,
    plan_form,
    rupiah_asked,
    user_name,
)

__all__ = ["allocate"]

_Most = Annotated[
    int,
    typer.Option(
        "--max-per-cooperative",
        metavar="N",
        help="Paling banyak sekian model baru tiap koperasi. / At most so many new offers for each.",
    ),
]
_Least = Annotated[
    int,
    typer.Option(
        "--min-per-district",
        metavar="N",
        help="Paling sedikit sekian di tiap kecamatan. / At least so many in each district.",
    ),
]
_OneEach = Annotated[
    bool,
    typer.Option(
        "--one-each",
        help="Satu untuk tiap koperasi yang bisa. / One for every cooperative that can have one.",
    ),
]
_Status = Annotated[
    str,
    typer.Option(
        "--status",
        metavar="S,S",
        help="Status yang boleh dipilih. / Statuses that may be chosen.",
    ),
]
_Hold = Annotated[
    Path | None,
    typer.Option(
        "--hold",
        metavar="FILE",
        help="Pasangan yang dikunci, dilarang atau ditahan (CSV atau Excel); juga rencana yang diekspor. "
        "/ Pairs that are locked, forbidden or kept back; an exported plan, too.",
        show_default=False,
    ),
]
_Price = Annotated[
    float,
    typer.Option(
        "--change-price",
        metavar="X",
        help="Harga tiap pasangan rencana sebelumnya yang dilepas, dalam satuan tujuan. "
        "/ Price of each pair of the plan before that is given up, in the objective's unit.",
    ),
]
_Previous = Annotated[
    str | None,
    typer.Option(
        "--previous",
        metavar="PLAN_ID",
        help="Rencana sebelumnya; bawaan: yang disahkan. / The plan before; default: the published one.",
        show_default=False,
    ),
]
_CityBudget = Annotated[
    str | None,
    typer.Option(
        "--city-budget",
        metavar="RP",
        help="Modal paling banyak sekota, misalnya '500 juta'. / Capital at most in the city.",
        show_default=False,
    ),
]
_DistrictBudget = Annotated[
    str | None,
    typer.Option(
        "--district-budget",
        metavar="RP",
        help="Modal paling banyak tiap kecamatan. / Capital at most in each district.",
        show_default=False,
    ),
]
_Keep = Annotated[
    bool,
    typer.Option(
        "--keep", help="Simpan rencananya; tanpa ini hanya dihitung. / Keep the plan; otherwise a dry run."
    ),
]


def allocate(
    *,
    most: _Most = 3,
    least: _Least = 0,
    one_each: _OneEach = False,
    status: _Status = "eligible,needs_steps,unknown",
    objective: ObjectiveOption = "balanced",
    hold: _Hold = None,
    change_price: _Price = 0.0,
    previous: _Previous = None,
    city_budget: _CityBudget = None,
    district_budget: _DistrictBudget = None,
    at: At = None,
    keep: _Keep = False,
    form: PlanFormOption = None,
    out: OutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Rencana sekota: siapa mendapat apa ketika tempat terbatas. / The city-wide plan under all quotas."""
    chosen = plan_form(form, out)
    from api.cli.allocation_book import write_plan
    from api.cli.progress import waiting
    from recommender.allocations.settings import AllocationSettings
    from recommender.workspace import open_workspace

    day = day_asked(at)
    budgets = (
        rupiah_asked("--city-budget", city_budget, language),
        rupiah_asked("--district-budget", district_budget, language),
    )
    with open_workspace() as workspace:
        with waiting("sanding allocate"):
            settings = AllocationSettings(
                objective=objective,
                max_per_cooperative=most,
                min_per_district=least,
                one_each=one_each,
                statuses=tuple(one.strip() for one in status.split(",") if one.strip()),
                change_price=change_price,
                previous_id=previous,
                city_budget_idr=budgets[0],
                district_budget_idr=budgets[1],
                holds=() if hold is None else workspace.read_holds(hold),
            )
            if keep:
                plan = workspace.solve_allocation(settings, at=day, author=user_name())
            else:
                plan = workspace.allocate(settings, at=day)
        write_plan(workspace, plan, chosen, out, language)
