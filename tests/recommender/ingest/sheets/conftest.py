"""Workbooks good and hostile, made by hand."""

import io
import zipfile
from datetime import date, datetime

import pytest
import xlsxwriter

SHEET = "xl/worksheets/sheet1.xml"
_ODS_NAMES = (
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
ODS_CELL = '<table:table-cell office:value-type="string"><text:p>abc</text:p></table:table-cell>'


def good_bytes(rows=3):
    """A small workbook."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        page = book.add_worksheet("Data")
        for row in range(rows):
            page.write_row(row, 0, ["a", row, "b"])
    return target.getvalue()


def changed(changes=None, extra=None, drop=(), base=None):
    """A workbook of which parts are changed, added or left out."""
    source = zipfile.ZipFile(io.BytesIO(base or good_bytes()))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        for info in source.infolist():
            if info.filename not in drop:
                content = source.read(info)
                book.writestr(info.filename, (changes or {}).get(info.filename, lambda one: one)(content))
        for name, content in (extra or {}).items():
            book.writestr(name, content)
    return target.getvalue()


def with_cell(text):
    """A workbook with one more row in front of its rows."""
    return changed({SHEET: lambda one: one.replace(b"<sheetData>", b"<sheetData>" + text.encode())})


def ods(rows, manifest="<m/>"):
    """An OpenDocument workbook with one sheet of these rows."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.spreadsheet")
        book.writestr("META-INF/manifest.xml", manifest)
        body = f'<office:body><office:spreadsheet><table:table table:name="Data">{rows}</table:table>'
        tail = "</office:spreadsheet></office:body></office:document-content>"
        book.writestr("content.xml", f"<office:document-content{_ODS_NAMES}>{body}{tail}")
    return target.getvalue()


def plain_zip(**parts):
    """A zip of named parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return target.getvalue()


def ole(*names, size=4096):
    """An old container with a directory of these names and nothing else."""
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    header[30:32] = (9).to_bytes(2, "little")
    header[48:52] = (1).to_bytes(4, "little")  # the directory is sector 1
    header[76:80] = (0).to_bytes(4, "little")  # the table of sectors is sector 0
    header[80:512] = b"\xff" * 432
    table = bytearray(b"\xff" * 512)
    table[0:4] = (0xFFFFFFFD).to_bytes(4, "little")
    table[4:8] = (0xFFFFFFFE).to_bytes(4, "little")
    directory = bytearray(512)
    for at, name in enumerate(names):
        text = name.encode("utf-16-le")
        directory[at * 128 : at * 128 + len(text)] = text
        directory[at * 128 + 64 : at * 128 + 66] = (len(text) + 2).to_bytes(2, "little")
    return bytes(header + table + directory + bytes(size))


def lying_size():
    """A part that is longer than the directory says."""
    content = bytearray(changed({SHEET: lambda one: one + b" " * 4000}))
    at = content.rfind(SHEET.encode()) - 46
    size = int.from_bytes(content[at + 24 : at + 28], "little")
    content[at + 24 : at + 28] = (size - 3000).to_bytes(4, "little")
    return bytes(content)


def encrypted_entry():
    """A zip whose entries say that they are locked."""
    content = bytearray(good_bytes())
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 4)
    return bytes(content)


DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
HOSTILE = {
    "empty zip": (plain_zip, "not_a_spreadsheet"),
    "word document": (lambda: plain_zip(word__document_dot_xml="<a/>"), "not_a_spreadsheet"),
    "binary workbook": (lambda: plain_zip(xl__workbook_dot_bin="x"), "format_unsupported"),
    "macros": (lambda: changed(extra={"xl/vbaProject.bin": b"x"}), "macro_not_allowed"),
    "links to other workbooks": (
        lambda: changed(extra={"xl/externalLinks/externalLink1.xml": b"<a/>"}),
        "external_links",
    ),
    "encrypted old container": (lambda: ole("Root Entry", "EncryptedPackage"), "file_encrypted"),
    "macros in an old workbook": (lambda: ole("Workbook", "_VBA_PROJECT_CUR"), "macro_not_allowed"),
    "old text document": (lambda: ole("Root Entry", "WordDocument"), "not_a_spreadsheet"),
    "old workbook without content": (lambda: ole("Root Entry", "Workbook"), "file_damaged"),
    "old container without directory": (lambda: ole()[:700], "file_damaged"),
    "locked entries": (encrypted_entry, "file_encrypted"),
    "cut in half": (lambda: good_bytes()[: len(good_bytes()) // 2], "file_damaged"),
    "512 MB of blanks": (
        lambda: changed(
            {SHEET: lambda one: one.replace(b"</sheetData>", b"</sheetData>" + b" " * (512 << 20))}
        ),
        "file_unpacks_too_large",
    ),
    "dense part": (lambda: changed(extra={"xl/media/a.bin": bytes(60 << 20)}), "file_unpacks_too_large"),
    "300 parts": (
        lambda: changed(extra={f"x/{at}.bin": b"" for at in range(300)}),
        "file_unpacks_too_large",
    ),
    "zip in the zip": (
        lambda: changed(extra={"xl/embeddings/a.bin": good_bytes()}),
        "file_unpacks_too_large",
    ),
    "longer than it says": (lying_size, "file_damaged"),
    "name with dots": (lambda: changed(extra={"../evil.xml": b"<a/>"}), "file_damaged"),
    "absolute name": (lambda: changed(extra={"/etc/evil.xml": b"<a/>"}), "file_damaged"),
    "backslashes": (lambda: changed(extra={"xl\\..\\evil.xml": b"<a/>"}), "file_damaged"),
    "no workbook part": (lambda: changed(drop=("xl/workbook.xml",)), "file_damaged"),
    "no XML": (lambda: changed({SHEET: lambda one: one[:-40]}), "file_damaged"),
    "document type": (
        lambda: changed({SHEET: lambda one: one.replace(b"<worksheet", DOCTYPE + b"<worksheet", 1)}),
        "xml_not_allowed",
    ),
    "document type elsewhere": (
        lambda: changed({"docProps/app.xml": lambda one: one.replace(b"<Prop", DOCTYPE + b"<Prop", 1)}),
        "xml_not_allowed",
    ),
    "document type in shared texts": (
        lambda: changed({"xl/sharedStrings.xml": lambda one: one.replace(b"<sst", DOCTYPE + b"<sst", 1)}),
        "xml_not_allowed",
    ),
    "last cell there is": (
        lambda: with_cell('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "sheet_too_wide",
    ),
    "last row there is": (
        lambda: with_cell('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
        "too_many_rows",
    ),
    "last column there is": (
        lambda: with_cell('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
        "sheet_too_wide",
    ),
    "no such cell": (lambda: with_cell('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'), "file_damaged"),
    "200,000 rows": (
        lambda: with_cell(
            "".join(f'<row r="{at}"><c r="A{at}"><v>1</v></c></row>' for at in range(1, 200_001))
        ),
        "too_many_rows",
    ),
    "rows repeated": (
        lambda: ods(f'<table:table-row table:number-rows-repeated="1000000">{ODS_CELL}</table:table-row>'),
        "too_many_rows",
    ),
    "columns repeated": (
        lambda: ods(
            '<table:table-row><table:table-cell table:number-columns-repeated="1000000" '
            'office:value-type="string"><text:p>abc</text:p></table:table-cell></table:table-row>'
        ),
        "sheet_too_wide",
    ),
    "a gap of rows": (
        lambda: ods(
            '<table:table-row table:number-rows-repeated="99999999"><table:table-cell/></table:table-row>'
            f"<table:table-row>{ODS_CELL}</table:table-row>"
        ),
        "too_many_rows",
    ),
    "locked OpenDocument": (lambda: ods("", "<m><x:encryption-data xmlns:x='x'/></m>"), "file_encrypted"),
    "deep OpenDocument": (lambda: ods("<a>" * 5000 + "</a>" * 5000), "file_damaged"),
}


@pytest.fixture(name="hostile", scope="session", params=sorted(HOSTILE))
def _hostile(request, tmp_path_factory):
    """A hostile file and the code of its refusal."""
    build, code = HOSTILE[request.param]
    path = tmp_path_factory.mktemp("hostile") / "berkas.xlsx"
    path.write_bytes(build())
    return path, code


@pytest.fixture(name="all_hostile", scope="session")
def _all_hostile(tmp_path_factory):
    """A folder with every hostile file."""
    folder = tmp_path_factory.mktemp("all-hostile")
    for name, (build, _code) in HOSTILE.items():
        (folder / f"{name}.xlsx").write_bytes(build())
    return folder


@pytest.fixture(name="save")
def _save(tmp_path):
    """Write bytes to a file and return its path."""

    def save(content, name="berkas.xlsx"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return save


@pytest.fixture(name="changed_book")
def _changed_book():
    """``changed`` for tests."""
    return changed


@pytest.fixture(name="good_book")
def _good_book():
    """The bytes of a small workbook."""
    return good_bytes()


@pytest.fixture(name="ods_book")
def _ods_book():
    """``ods`` for tests."""
    return ods


@pytest.fixture(name="kinds_book")
def _kinds_book(tmp_path):
    """A workbook with a cell of every kind, hidden rows and joined cells."""
    path = tmp_path / "kinds.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Rinci")
        day, moment = (book.add_format({"num_format": one}) for one in ("dd/mm/yyyy", "dd/mm/yyyy hh:mm"))
        page.write(2, 1, " teks ")
        page.write_row(3, 1, [1.5, True])
        page.write_datetime(3, 3, date(2025, 7, 24), day)
        page.write_datetime(3, 4, datetime(2025, 7, 24, 13, 5), moment)  # noqa: DTZ001 - cells have no zone
        page.write_formula(3, 5, "=1/0", None, "#DIV/0!")
        page.write_formula(3, 6, "=B4*2", None, 3)
        page.write_formula(3, 7, "=B4*2", None, "")
        page.write(3, 8, 0.06, book.add_format({"num_format": '0.0%" per tahun"'}))
        page.write(3, 9, 0.06, book.add_format({"num_format": '0.0" %"'}))
        page.merge_range(4, 0, 5, 0, "gabung")
        page.set_row(3, None, None, {"hidden": True})
        hidden = book.add_worksheet("_daftar")
        hidden.hide()
        hidden.write(0, 0, "x")
        book.set_custom_property("sanding_table", "cooperatives")
        book.set_custom_property("sanding_revision", "12")
    return path
