"""A file of any kind as grids of rows: CSV, workbook, or GeoJSON for outlines of areas."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from recommender.errors import ImportRefusedError, NotFoundError, RefusedError
from recommender.ingest.csv_files import open_csv
from recommender.ingest.fault_texts import Sentences
from recommender.ingest.faults import FaultLog, refused
from recommender.ingest.geojson_files import GEOJSON_SUFFIXES, read_geojson_grid
from recommender.ingest.grid import Grid
from recommender.ingest.header_names import header_names
from recommender.ingest.header_scores import known_share
from recommender.ingest.sheets.kinds import file_kind
from recommender.ingest.sheets.limits import Limits
from recommender.ingest.sheets.workbook import open_workbook

__all__ = ["Source", "open_source"]


@dataclass(frozen=True, slots=True)
class Source:
    """An open file.

    Attributes
    ----------
    grids : tuple of Grid
        One for each sheet; a file without sheets has one grid without a name.
    separator : str
        Of a CSV file; a comma otherwise.
    properties : mapping of str to str
        What a workbook says of itself (``sanding_table``, ``sanding_revision`` ...).
    notes : tuple of (str, Sentences)
        What the user should know of how the file was read.
    """

    grids: tuple[Grid, ...]
    separator: str = ","
    properties: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    notes: tuple[tuple[str, Sentences], ...] = ()


@contextmanager
def open_source(table: str, path: Path, limits: Limits, name: str = "") -> Iterator[Source]:
    """Open a file that is to be read into a table.

    Parameters
    ----------
    table : str
    path : Path
    limits : Limits
        Of the reader of workbooks.
    name : str
        How messages call the file; its own name by default.

    Raises
    ------
    NotFoundError
        When there is no such file.
    RefusedError
        When it may not be read, or is no ordinary file.
    ImportRefusedError
        When its content cannot be read; the message says what to do.
    """
    _demand_readable(path)
    with ExitStack() as stack:
        try:
            source = stack.enter_context(_opened(table, path, limits))
        except ImportRefusedError as error:
            faults = FaultLog()
            for fault in error.faults:
                faults.add(fault)
            raise refused(name or path.name, faults) from error
        yield source


@contextmanager
def _opened(table: str, path: Path, limits: Limits) -> Iterator[Source]:
    if table == "boundaries" and path.suffix.lower() in GEOJSON_SUFFIXES:
        with read_geojson_grid(path) as grid:
            yield Source((grid,))
    elif file_kind(path).is_workbook:
        with open_workbook(path, limits) as book:
            yield Source(book.grids, properties=book.properties)
    else:
        names = header_names(table)
        with open_csv(path, lambda cells: known_share(names, cells), limits.text_bytes) as file:
            yield Source((file.grid,), separator=file.separator, notes=file.notes)


def _demand_readable(path: Path) -> None:
    try:
        is_file = path.is_file()
        if is_file:
            path.open("rb").close()
    except OSError as error:
        raise _unreadable(path) from error
    if not path.exists():
        raise NotFoundError(
            f"Berkas {path} tidak ada. Periksa nama dan foldernya.",
            f"There is no file {path}. Check its name and folder.",
        )
    if not is_file:
        raise _unreadable(path)


def _unreadable(path: Path) -> RefusedError:
    return RefusedError(
        f"Berkas {path} tidak dapat dibaca. Periksa izinnya, dan bahwa itu bukan folder.",
        f"The file {path} cannot be read. Check its permissions, and that it is no folder.",
    )
