"""One record for each run of advice; what was recorded first stays."""

from dataclasses import asdict

from sqlalchemy import Connection, select

from recommender.store.instants import instant_of, instant_text
from recommender.store.records import AdviceRun
from recommender.store.tables import advice_runs_table

__all__ = ["add_run", "find_run"]


def find_run(connection: Connection, recommendation_id: str) -> AdviceRun | None:
    """Return the run with this id, or ``None``."""
    runs = advice_runs_table()
    query = select(runs).where(runs.c.recommendation_id == recommendation_id)
    row = connection.execute(query).mappings().one_or_none()
    return None if row is None else AdviceRun(**{**row, "made_at": instant_of(row["made_at"])})


def add_run(connection: Connection, run: AdviceRun) -> None:
    """Add a run unless its id is there; only inside a writing transaction."""
    if find_run(connection, run.recommendation_id) is None:
        values = {**asdict(run), "made_at": instant_text(run.made_at)}
        connection.execute(advice_runs_table().insert(), values)
