"""What an import did or would do, and why a file was refused."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from api.texts import Language

if TYPE_CHECKING:
    from recommender.errors import Fault
    from recommender.exchange import ImportReport

__all__ = ["fault_lines", "report_record", "report_sentences"]

_SHOWN_DIFFERENCES = 20


def fault_lines(faults: Sequence["Fault"]) -> list[str]:
    """Return two lines for each fault, Indonesian and English, and what can be done at once."""
    lines = [line for one in faults for line in (f"- {one.message_id}", f"  {one.message_en}")]
    if any(fault.row is not None and fault.row > 1 for fault in faults):
        lines += [
            "Baris yang baik dapat disimpan lebih dahulu dengan --accept-valid --rejects BERKAS.",
            "The good rows can be taken already with --accept-valid --rejects FILE.",
        ]
    return lines


def report_record(report: "ImportReport") -> dict[str, Any]:
    """Return a report as a record: the counts first, then what is listed."""
    values = {name: getattr(report, name) for name in report.__slots__}
    listed = {
        "faults": [asdict(fault) for fault in report.faults],
        "warnings": [asdict(warning) for warning in report.warnings],
        "differences": [
            {
                "key": list(one.key),
                "column": one.column,
                "before": one.before,
                "after": one.after,
            }
            for one in report.differences
        ],
    }
    return {name: value for name, value in values.items() if name not in listed} | listed


def report_sentences(report: "ImportReport", language: Language) -> list[str]:
    """Say what became of the file's rows."""
    english = language == "en"
    lines = [_counts(report, english=english)]
    if report.refused_count:
        written = ("; written to {}", "; ditulis ke {}")[not english] if report.rejects else ""
        lines.append(
            f"{'Refused rows' if english else 'Baris ditolak'}: {report.refused_count}"
            f"{written.format(report.rejects)}."
        )
    lines += [
        f"- {found.message_en if english else found.message_id}"
        for found in (*report.faults, *report.warnings)
    ]
    lines += _differences(report, english=english)
    if report.dry_run:
        lines.append("A trial: nothing was stored." if english else "Uji coba: tidak ada yang disimpan.")
    return lines


def _counts(report: "ImportReport", *, english: bool) -> str:
    texts = (
        "{source} ke tabel {table}: {rows} baris dibaca; {new} baru, {changed} berubah, {same} tetap.",
        "{source} into table {table}: {rows} rows read; {new} new, {changed} changed, {same} the same.",
    )
    return texts[english].format(
        source=report.source,
        table=report.table,
        rows=report.row_count,
        new=report.new,
        changed=report.changed,
        same=report.same,
    )


def _differences(report: "ImportReport", *, english: bool) -> list[str]:
    if not report.dry_run:
        return []
    shown = report.differences[:_SHOWN_DIFFERENCES]
    lines = [
        f"  {'/'.join('' if part is None else str(part) for part in one.key)}: {one.column}: "
        f"{_value(one.before)} -> {_value(one.after)}"
        for one in shown
    ]
    more = report.difference_count - len(shown)
    if more > 0:
        lines.append(f"  ... {more} more" if english else f"  ... {more} lagi")
    return lines


def _value(value: object) -> str:
    if value is None:
        return "?"
    return ";".join(map(str, value)) if isinstance(value, tuple) else str(value)
