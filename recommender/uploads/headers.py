"""Columns of a file whose header is at fault, so that the user can say what they mean."""

from recommender.errors import ImportRefusedError
from recommender.ingest.faults import FaultLog
from recommender.ingest.header_names import header_names
from recommender.ingest.header_texts import plain_header
from recommender.ingest.headers import match_headers
from recommender.ingest.matched import MatchedColumn, matched_columns
from recommender.ingest.sheet_choice import choose
from recommender.ingest.sheets.limits import UPLOAD_LIMITS
from recommender.ingest.sources import open_source
from recommender.ingest.told import Told
from recommender.store.store import Store
from recommender.uploads.kept import Upload

__all__ = ["columns_at_fault"]


def columns_at_fault(store: Store, upload: Upload) -> tuple[MatchedColumn, ...]:
    """Return what each column is taken for although the header as a whole is refused.

    A key column that nobody recognised, or two headers that mean the same, can so be put right by hand.

    Returns
    -------
    tuple of MatchedColumn
        Empty when no sheet, no header, or more than one was found.
    """
    said = upload.choices
    now = {plain_header(header): name for header, name in said.headers.items()}
    told = Told(now, store.remembered_headers(said.sender, said.table))
    log = FaultLog()
    try:
        with open_source(said.table, upload.path, UPLOAD_LIMITS, said.name) as source:
            chosen = choose(header_names(said.table), source.grids, said.sheet, told, log, log)
            if chosen is None:
                return ()
            plan = match_headers(said.table, chosen.header.texts, log, log, told=told)
            return matched_columns(chosen.grid, chosen.header, plan)
    except ImportRefusedError:
        return ()
