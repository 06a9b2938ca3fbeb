"""Bytes of sheets as people make them and save them."""

import io
import zipfile

import xlsxwriter

HEADER = ("Kelurahan", "Kecamatan", "Jumlah Anggota")
ROW = ("Unyur", "Serang", "612")

__all__ = ["HEADER", "ROW", "book", "cell", "named", "replaced", "text"]


def text(*rows, end="\n", encoding="utf-8", separator=";"):
    """A file of text: rows of cells, or whole lines."""
    lines = [row if isinstance(row, str) else separator.join(row) for row in rows]
    return (end.join(lines) + end).encode(encoding)


def cell(header, value):
    """A file of text with one row, whose last cell is looked at."""
    return text((*HEADER[:2], header), (*ROW[:2], value))


def named(name):
    """A file of text with one row that ends in a cooperative's name."""
    return text((*HEADER, "Nama koperasi"), (*ROW, name))


def book(*sheets):
    """A workbook; a sheet is its name and a function that fills it."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as workbook:
        for name, fill in sheets:
            fill(workbook.add_worksheet(name))
    return target.getvalue()


def replaced(content, old, new):
    """A workbook as another program saves it after one cell was changed."""
    source, target = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    count = 0
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for info in source.infolist():
            part = source.read(info)
            count += part.count(old.encode())
            out.writestr(info, part.replace(old.encode(), new.encode()))
    assert 1 == count, "the cell to change is there once"
    return target.getvalue()
