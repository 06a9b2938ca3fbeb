"""A loan on a terminal: its scheme, what has to be said, its totals, then month by month."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from api.cli.amounts import number, rupiah
from api.cli.terminal import day_text, show_indented, show_row, show_text
from api.texts import Language, Text

if TYPE_CHECKING:
    from rich.console import Console

    from recommender.financing import LoanPlan

__all__ = ["show_loan"]

_SIGNS = {"warning": ("!", "yellow"), "assumption": ("~", "cyan"), "information": ("·", "")}
_WIDTH = 18
_WORDS: Mapping[str, Text] = MappingProxyType(
    {
        "head": Text("Angsuran per {day}", "Instalments as of {day}"),
        "terms": Text(
            "Pinjaman {principal} · bunga {rate}% setahun · tenor {tenor} bulan, termasuk {grace} bulan masa "
            "tenggang",
            "Loan {principal} · {rate}% a year · tenor {tenor} months, of which {grace} of grace",
        ),
        "note": Text("Catatan: {note}", "Note: {note}"),
        "first": Text("Angsuran bulan pertama", "First payment"),
        "regular": Text("Angsuran setelah masa tenggang", "Payment after the grace"),
        "largest": Text("Angsuran terbesar", "Largest payment"),
        "interest": Text("Jumlah bunga", "Interest in all"),
        "paid": Text("Jumlah dibayar", "Paid in all"),
        "month": Text("Bulan", "Month"),
        "principal": Text("Pokok", "Principal"),
        "interest_part": Text("Bunga", "Interest"),
        "payment": Text("Angsuran", "Payment"),
        "balance": Text("Sisa", "Still owed"),
    }
)


def show_loan(console: "Console", found: "LoanPlan", language: Language) -> None:
    """Print everything about one loan."""
    scheme = found.scheme
    show_text(console, f"{scheme.name} ({scheme.scheme_id})", style="bold")
    show_text(console, _word("head", language, day=day_text(found.at, language)))
    show_text(
        console,
        _word(
            "terms",
            language,
            principal=rupiah(found.principal_idr, language),
            rate=number(found.rate_percent_per_year, language, 4),
            tenor=found.tenor_months,
            grace=found.grace_months,
        ),
    )
    show_text(console)
    for remark in found.remarks:
        sign, style = _SIGNS[remark.kind]
        show_indented(console, sign, remark.say(language), 0, style)
    if scheme.note:
        show_text(console, _word("note", language, note=scheme.note), style="dim", indent=3)
    show_text(console)
    _show_totals(console, found, language)
    show_text(console)
    _show_months(console, found, language)


def _show_totals(console: "Console", found: "LoanPlan", language: Language) -> None:
    totals = found.totals
    for key, amount_idr in (
        ("first", totals.first_payment_idr),
        ("regular", totals.regular_payment_idr),
        ("largest", totals.largest_payment_idr),
        ("interest", totals.interest_idr),
        ("paid", totals.paid_idr),
    ):
        cells = ((_word(key, language), 32, "left", ""), (rupiah(amount_idr, language), 0, "left", "bold"))
        show_row(console, cells)  # type: ignore[arg-type]  # literal strings of a tuple widen to str


def _show_months(console: "Console", found: "LoanPlan", language: Language) -> None:
    heads = [_word(key, language) for key in ("month", "principal", "interest_part", "payment", "balance")]
    _show_cells(console, heads, "bold")
    for one in found.rows:
        amounts = (one.principal_idr, one.interest_idr, one.payment_idr, one.balance_idr)
        _show_cells(console, [str(one.month), *(rupiah(amount, language) for amount in amounts)], "")


def _show_cells(console: "Console", texts: list[str], style: str) -> None:
    month, *amounts = texts
    show_row(
        console,
        [
            (month, 6, "right", style),
            *((text, _WIDTH, "right", style) for text in amounts),
            ("", 0, "left", ""),
        ],
    )


def _word(key: str, language: Language, **values: object) -> str:
    return _WORDS[key].say(language).format(**values)
