"""One pass over the rows of a file: gives the good ones, remembers what is wrong with the others."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from features.cells.values import Value
from recommender.errors import ImportRefusedError
from recommender.ingest.coverage import AreaCoverage
from recommender.ingest.faults import FaultLog
from recommender.ingest.grid import Grid, GridRow
from recommender.ingest.merged_cells import MergedDown
from recommender.ingest.passed_rows import PassedRows
from recommender.ingest.rejects import RejectsWriter
from recommender.ingest.row_checks import RowChecker
from recommender.ingest.row_kinds import RowSorter
from recommender.ingest.row_owner import RowOwner
from recommender.ingest.row_reader import RowReader
from recommender.ingest.totals import Totals

__all__ = ["FilePass", "RowWorkers"]

_PROGRESS_ROWS = 500


@dataclass(frozen=True, slots=True)
class RowWorkers:
    """What is done to a row, in this order; ``totals`` and ``coverage`` only where they make sense."""

    merged: MergedDown
    sorter: RowSorter
    reader: RowReader
    owner: RowOwner
    checker: RowChecker
    totals: Totals | None
    coverage: AreaCoverage | None


class FilePass:
    """Reads the rows below the header.

    Parameters
    ----------
    grid : Grid
    header_row : int
        The last row of the header.
    workers : RowWorkers
    warnings : FaultLog
        Added to.
    accept_valid : bool
        Whether good rows are given although others are refused.
    progress : callable, optional
        Told now and then how many rows were read.
    """

    def __init__(
        self,
        grid: Grid,
        header_row: int,
        workers: RowWorkers,
        warnings: FaultLog,
        *,
        accept_valid: bool,
        progress: Callable[[int], None] | None,
    ) -> None:
        self._grid = grid
        self._header_row = header_row
        self._workers = workers
        self._accept_valid = accept_valid
        self._progress = progress
        self.faults = FaultLog(grid.sheet)
        self.warnings = warnings
        self.passed = PassedRows()
        self.row_count = 0
        self.is_unreadable = False

    @property
    def is_refused(self) -> bool:
        """Whether the file as a whole is refused."""
        return self.is_unreadable or (self.faults.count > 0 and not self._accept_valid)

    def good_rows(self, rejects: RejectsWriter) -> Iterator[Mapping[str, Value | None]]:
        """Give the rows that can be written.

        Once the file is going to be refused no more are given, but all are still looked at.
        """
        for grid_row in self._rows():
            kind = self._workers.sorter.kind_of(grid_row)
            if kind != "data":
                self.passed.add(kind, grid_row.number, self.warnings)
                if kind == "total_row" and self._workers.totals is not None:
                    self._workers.totals.compare(grid_row.number, grid_row.cells, self.warnings)
                continue
            values = self._good(grid_row, rejects)
            if values is not None:
                yield values
        self.passed.tell(self.warnings)
        if self._workers.coverage is not None and not self.is_refused:
            self._workers.coverage.tell(self.warnings)

    def _good(self, grid_row: GridRow, rejects: RejectsWriter) -> Mapping[str, Value | None] | None:
        workers = self._workers
        self.row_count += 1
        if self._progress is not None and self.row_count % _PROGRESS_ROWS == 0:
            self._progress(self.row_count)
        if grid_row.is_hidden:
            self.passed.add_hidden(grid_row.number)
        original = list(grid_row.cells)
        row = workers.reader.read(grid_row.number, grid_row.cells, workers.sorter.district)
        if not any(fault.code == "row_width" for fault in row.faults):
            workers.owner.settle(row, workers.sorter.district)
        workers.checker.check(row)
        if workers.totals is not None:
            workers.totals.add(row)
        if workers.coverage is not None:
            workers.coverage.add(row)
        for warning in row.warnings:
            self.warnings.add(warning)
        for fault in row.faults:
            self.faults.add(fault)
        if row.faults:
            rejects.add(original, row.faults)
        return None if row.faults or self.is_refused else row.values

    def _rows(self) -> Iterator[GridRow]:
        merged = self._workers.merged
        try:
            for row in self._grid.rows():
                if row.number > self._header_row:
                    if merged.is_needed:
                        merged.fill(row)
                    yield row
        except ImportRefusedError as error:
            self.is_unreadable = True
            for fault in error.faults:
                self.faults.add(fault)
