"""What an import did or would do."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from api.cli.fault_view import grouped
from api.texts import Language

if TYPE_CHECKING:
    from recommender.importing import Answer, ImportReport

__all__ = ["answer_record", "answer_sentences"]

_SHOWN_DIFFERENCES = 20


def answer_record(found: "Answer") -> dict[str, Any]:
    """Return a report as a record: the counts first, then what is listed."""
    report = found.report
    values = {name: getattr(report, name) for name in report.__slots__}
    before = found.imported_before
    values["imported_before_on"] = before.made_at.isoformat() if before else None
    listed = {
        "matched": [asdict(one) for one in report.matched],
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


def answer_sentences(found: "Answer", language: Language) -> list[str]:
    """Say what became of the file's rows."""
    english, report = language == "en", found.report
    lines = [_counts(report, english=english)]
    if found.imported_before:
        day = found.imported_before.made_at.date().isoformat()
        lines.append(
            f"This file was imported on {day} already; nothing changed."
            if english
            else f"Berkas ini sudah diimpor {day}; tidak ada perubahan."
        )
    lines += _recognised(report, english=english)
    if report.refused_count:
        written = ("; ditulis ke {}", "; written to {}")[english] if report.rejects else ""
        lines.append(
            f"{'Refused rows' if english else 'Baris ditolak'}: {report.refused_count}"
            f"{written.format(report.rejects)}."
        )
    lines += grouped([*report.faults, *report.warnings], language)
    lines += _matched(report, english=english) + _differences(report, english=english)
    if report.dry_run:
        lines.append("A trial: nothing was stored." if english else "Uji coba: tidak ada yang disimpan.")
    return lines


def _counts(report: "ImportReport", *, english: bool) -> str:
    sheet = f" ({report.sheet})" if report.sheet else ""
    texts = (
        "{source} ke tabel {table}: {rows} baris dibaca; {new} baru, {changed} berubah, {same} tetap.",
        "{source} into table {table}: {rows} rows read; {new} new, {changed} changed, {same} the same.",
    )
    return texts[english].format(
        source=report.source + sheet,
        table=report.table,
        rows=report.row_count,
        new=report.new,
        changed=report.changed,
        same=report.same,
    )


def _recognised(report: "ImportReport", *, english: bool) -> list[str]:
    lines = []
    if report.recognised_count or report.created_count:
        known, made = report.recognised_count, report.created_count
        lines.append(
            f"Without an id: {known} rows recognised by area or name, {made} got a new id."
            if english
            else f"Tanpa ID: {known} baris dikenali dari kelurahan atau namanya, {made} diberi ID baru."
        )
    if report.kept_count:
        lines.append(
            f"{report.kept_count} rows have newer values in the store than in this export; those were kept."
            if english
            else f"{report.kept_count} baris lebih baru di data daripada di ekspor ini; yang baru tetap."
        )
    return lines


def _matched(report: "ImportReport", *, english: bool) -> list[str]:
    if not report.dry_run:
        return []
    nothing = "left out" if english else "diabaikan"
    shown = [f"  {one.header} -> {one.target or nothing}" for one in report.matched]
    return [f"{'Columns' if english else 'Kolom'}:", *shown]


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
