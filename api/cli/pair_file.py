"""`sanding features`: what a learner sees, one row per pair, as a file."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.answers import answer
from api.cli.options import At, FormatOption, LanguageOption, chosen_format, day_asked
from api.cli.targets import file_beside

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["pair_file"]

_ENDINGS = (".parquet", ".csv")
_IDS = ("cooperative_id", "offer_id")


def pair_file(
    path: Annotated[
        Path,
        typer.Argument(metavar="FILE.parquet", help="Berakhiran .parquet atau .csv. / .parquet or .csv."),
    ],
    at: At = None,
    form: FormatOption = None,
    language: LanguageOption = "id",
) -> None:
    """Ciri tiap pasangan koperasi dan model bisnis. / The features of every cooperative–offer pair."""
    from api.cli.progress import waiting
    from recommender.errors import RefusedError
    from recommender.workspace import open_workspace

    ending = path.suffix.lower()
    if ending not in _ENDINGS:
        raise RefusedError(
            f"Akhiran {path.suffix or path.name!r} tidak dikenal. Beri nama berakhiran .parquet atau .csv.",
            f"Unknown ending {path.suffix or path.name!r}. Give a name that ends in .parquet or .csv.",
        )
    day = day_asked(at)
    with open_workspace() as workspace:
        if workspace.gathered(day).cooperatives.empty:
            raise RefusedError(
                "Belum ada koperasi, jadi belum ada pasangan. Impor dengan "
                "`sanding import cooperatives BERKAS`.",
                "There are no cooperatives yet, so there are no pairs. Import some with "
                "`sanding import cooperatives FILE`.",
            )
        write = _write_parquet if ending == ".parquet" else _write_csv
        with waiting("sanding features"), file_beside(path) as target:
            count = write(workspace.pair_tables(day), target)
    sentence = {
        "id": f"{count} pasangan ditulis ke {path}.",
        "en": f"{count} pairs written to {path}.",
    }
    record = {"file": str(path), "row_count": count}
    answer([sentence[language]], record, chosen_format(form, None), None)


def _write_parquet(blocks: Iterator["pd.DataFrame"], target: Path) -> int:
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    count = 0
    writer = None
    try:
        for block in blocks:
            schema = pa.schema(
                [(name, pa.string() if name in _IDS else pa.float64()) for name in block.columns]
            )
            writer = writer or ParquetWriter(target, schema)
            table = pa.Table.from_pandas(block, schema=schema, preserve_index=False)
            writer.write_table(table.replace_schema_metadata(None))
            count += len(block)
    finally:
        if writer is not None:
            writer.close()
    return count


def _write_csv(blocks: Iterator["pd.DataFrame"], target: Path) -> int:
    count = 0
    with target.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        for block in blocks:
            if not count:
                writer.writerow(block.columns)
            # Unknown is an empty cell; every other number is written with all its digits.
            known = block.astype(object).where(block.notna(), None)
            writer.writerows(known.itertuples(index=False, name=None))
            count += len(block)
    return count
