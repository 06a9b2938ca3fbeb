"""The packaged tables of this folder, as rows of text."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from recommender.errors import RecommenderError

__all__ = ["packaged_table"]


@cache
def packaged_table(name: str, package: str = "recommender.sample") -> tuple[Mapping[str, str], ...]:
    """Return the rows of a packaged CSV file in their order, every cell as text.

    Raises
    ------
    RecommenderError
        When the file is not in the package, which means that the installation is incomplete.

    Examples
    --------
    >>> packaged_table("districts.csv")[0]["district"]
    'Serang'
    """
    source = files(package).joinpath(name)
    if not source.is_file():
        raise RecommenderError(
            f"Berkas {name} tidak ada di dalam paket {package}. Pasang ulang Sanding.",
            f"The file {name} is missing from the package {package}. Install Sanding again.",
        )
    return tuple(csv.DictReader(source.read_text(encoding="utf-8").splitlines()))
