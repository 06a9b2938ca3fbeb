"""The one entrance: a sample's rows by table."""

from collections.abc import Mapping
from datetime import date

from recommender.errors import NotFoundError
from recommender.sample.extras import draw_facts
from recommender.sample.public import public_cooperatives, public_facts
from recommender.sample.serang import EXAMPLE, example_assets, example_cooperatives
from recommender.sample.values import Row

__all__ = ["EXAMPLE_DATE", "EXAMPLE_SEED", "SAMPLE_NAMES", "sample_rows"]

SAMPLE_NAMES = ("serang", "serang-kosong")
EXAMPLE_DATE = date(2026, 10, 31)
EXAMPLE_SEED = 3673


def sample_rows(
    name: str, *, observed_on: date = EXAMPLE_DATE, seed: int = EXAMPLE_SEED
) -> Mapping[str, list[Row]]:
    """Return the rows of a sample by table, in the order in which the tables can be filled.

    Areas, partners and offers are not among them: they ship with the catalogue.

    Parameters
    ----------
    name : str
        ``serang``: generated values, every row marked ``contoh``; ``serang-kosong``: published
        facts only.
    observed_on : datetime.date
        The date that the generated values bear; published facts keep their own.
    seed : int
        Fixes the generated values; the same seed gives the same rows in every Python version.

    Returns
    -------
    mapping of str to list of dict
        Typed values; ``None`` is unknown.

    Raises
    ------
    NotFoundError
        When there is no sample of that name.

    Examples
    --------
    >>> {table: len(rows) for table, rows in sample_rows("serang-kosong").items()}
    {'cooperatives': 67, 'facts': 23}
    """
    if name == "serang":
        return {
            "cooperatives": example_cooperatives(observed_on, seed),
            "facts": draw_facts(EXAMPLE, observed_on, seed),
            "assets": example_assets(),
        }
    if name == "serang-kosong":
        return {"cooperatives": public_cooperatives(), "facts": public_facts()}
    known = ", ".join(SAMPLE_NAMES)
    raise NotFoundError(
        f"Contoh {name!r} tidak ada. Pilih salah satu: {known}.",
        f"There is no sample {name!r}. Choose one of: {known}.",
    )
