"""The pairs of a plan as an annex to a letter: one page of a workbook, ready to print and sign."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from models.explain.texts import Language
from recommender.allocations.records import Allocation, Said

__all__ = ["PAPERS", "Annex", "add_annex"]

PAPERS: Mapping[str, int] = MappingProxyType({"a4": 9, "f4": 14})
"""Papers that offices use, by Excel's numbers: A4, and folio (8.5 × 13 in), which is F4."""

_HEADERS: tuple[tuple[Said, int], ...] = (
    (("No", "No"), 5),
    (("Koperasi", "Cooperative"), 30),
    (("Kelurahan", "Area"), 16),
    (("Kecamatan", "District"), 14),
    (("Model bisnis", "Offer"), 30),
    (("Mitra", "Partner"), 22),
)
_MONTHS: tuple[Said, ...] = (
    ("Januari", "January"),
    ("Februari", "February"),
    ("Maret", "March"),
    ("April", "April"),
    ("Mei", "May"),
    ("Juni", "June"),
    ("Juli", "July"),
    ("Agustus", "August"),
    ("September", "September"),
    ("Oktober", "October"),
    ("November", "November"),
    ("Desember", "December"),
)
_LAST = len(_HEADERS) - 1
_SIGNED_FROM = 4
_BLANK = "........................................"


@dataclass(frozen=True, slots=True)
class Annex:
    """What stands in an annex.

    Attributes
    ----------
    plan : Allocation
    areas : mapping of cooperative_id to str
        Names of their areas, as far as known.
    language : {'id', 'en'}
    paper : str
        A key of ``PAPERS``.
    """

    plan: Allocation
    areas: Mapping[str, str]
    language: Language
    paper: str

    def say(self, said: Said) -> str:
        """Choose the language."""
        return said[self.language == "en"]


def add_annex(book: Workbook, annex: Annex) -> None:
    """Add the page to a workbook that makes no formulas of texts.

    Its rows follow district, area and cooperative; number and date of the letter and whoever signs are
    left blank. The header is repeated on every printed page.
    """
    page = book.add_worksheet(annex.say(("Lampiran surat", "Annex of a letter")))
    page.set_portrait()
    page.set_paper(PAPERS[annex.paper])
    page.set_margins(left=0.6, right=0.5, top=0.7, bottom=0.7)
    page.fit_to_pages(1, 0)
    for column, (_, width) in enumerate(_HEADERS):
        page.set_column(column, column, width)
    header = _write_head(book, page, annex)
    end = _write_table(book, page, annex, header)
    last = _write_signature(book, page, annex, end + 2)
    page.repeat_rows(header)
    page.print_area(0, 0, last, _LAST)
    page.set_footer(annex.say(("&C&9Halaman &P dari &N", "&C&9Page &P of &N")))


def _write_head(book: Workbook, page: Worksheet, annex: Annex) -> int:
    """Write the title and what the annex belongs to; return the row of the table's header."""
    bold = book.add_format({"bold": True, "font_size": 14})
    plan, say = annex.plan, annex.say
    page.write_string(0, 0, say(("LAMPIRAN SURAT", "ANNEX")), bold)
    page.write_string(
        1, 0, say(("Daftar penerima tempat kemitraan koperasi", "Cooperatives that get a place")), bold
    )
    day = f"{plan.at.day} {say(_MONTHS[plan.at.month - 1])} {plan.at.year}"
    served = len({one.cooperative_id for one in plan.assignments})
    count = len(plan.assignments)
    lines: tuple[tuple[Said, str], ...] = (
        (("Nomor surat", "Number of the letter"), _BLANK),
        (("Tanggal surat", "Date of the letter"), _BLANK),
        (("Rencana", "Plan"), plan.allocation_id),
        (("Data per", "Data of"), day),
        (
            ("Isi", "Content"),
            say((f"{count} tempat untuk {served} koperasi", f"{count} places for {served} cooperatives")),
        ),
    )
    for row, (label, text) in enumerate(lines, start=3):
        page.write_string(row, 0, say(label))
        page.write_string(row, 2, f": {text}")
    return 3 + len(lines) + 1


def _write_table(book: Workbook, page: Worksheet, annex: Annex, header: int) -> int:
    """Write the pairs; return the first row after them."""
    head = book.add_format(
        {"bold": True, "border": 1, "text_wrap": True, "align": "center", "valign": "vcenter"}
    )
    cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    for column, (label, _) in enumerate(_HEADERS):
        page.write_string(header, column, annex.say(label), head)
    rows = sorted(
        annex.plan.assignments,
        key=lambda one: (
            one.district or "\uffff",
            annex.areas.get(one.cooperative_id, "\uffff"),
            one.cooperative_id,
            one.offer_title,
        ),
    )
    for number, one in enumerate(rows, start=1):
        at = header + number
        page.write_number(at, 0, number, cell)
        texts = (
            one.cooperative_name,
            annex.areas.get(one.cooperative_id, ""),
            one.district or "",
            one.offer_title,
            one.partner_name,
        )
        for column, text in enumerate(texts, start=1):
            page.write_string(at, column, text, cell)
    return header + len(rows) + 1


def _write_signature(book: Workbook, page: Worksheet, annex: Annex, at: int) -> int:
    """Write who signs, left to fill in; return the last row."""
    bold = book.add_format({"bold": True})
    say = annex.say
    note = (
        "Perkiraan sistem, bukan keputusan: anggota yang memutuskan.",
        "The system's estimate, not a decision: the members decide.",
    )
    page.write_string(at, 0, say(note), book.add_format({"italic": True}))
    lines = (
        say((f"Kota Serang, {_BLANK}", f"Kota Serang, {_BLANK}")),
        say(("Kepala Dinas,", "Head of the department,")),
        "",
        "",
        "",
        _BLANK,
        f"NIP {_BLANK}",
    )
    for row, text in enumerate(lines, start=at + 2):
        page.write_string(row, _SIGNED_FROM, text, bold if text.startswith(("Kepala", "Head")) else None)
    return at + 1 + len(lines)
