"""The parts around the sheets: which sheets there are, percent formats, properties, links, macros."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from posixpath import join, normpath

from recommender.ingest.sheets.refusal import RefusalError
from recommender.ingest.sheets.xml_guard import local_name, parse_stream
from recommender.ingest.sheets.zip_check import CheckedZip

__all__ = ["BookParts", "book_parts", "refuse_macros_and_links"]

_PERCENT_FORMATS = frozenset({"9", "10"})
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_LONGEST_PROPERTY = 200
_MOST_PROPERTIES = 50


@dataclass(slots=True)
class BookParts:
    """What the parts of an XLSX say.

    Attributes
    ----------
    sheets : dict of str to str
        Names of sheets to the names of their parts.
    percent_styles : set of str
        Numbers of the cell styles that show percent.
    properties : dict of str to str
        Custom document properties.
    """

    sheets: dict[str, str] = field(default_factory=dict)
    percent_styles: set[str] = field(default_factory=set)
    properties: dict[str, str] = field(default_factory=dict)


def refuse_macros_and_links(names: list[str]) -> None:
    """Refuse a workbook with macros, or with links to other workbooks.

    Raises
    ------
    RefusalError
    """
    plain = [one.casefold() for one in names]
    if any(one.endswith(("vbaproject.bin", "vbadata.xml")) or "/macrosheets/" in one for one in plain):
        raise RefusalError("macro_not_allowed")
    if any(one.startswith("xl/externallinks/") and one.endswith(".xml") for one in plain):
        raise RefusalError("external_links")


def book_parts(book: CheckedZip) -> BookParts:
    """Read workbook, relations, styles and properties of an XLSX.

    Raises
    ------
    RefusalError
        When the workbook's own part is missing, or a part is damaged.
    """
    by_name = {one.casefold(): one for one in book.names}
    if "xl/workbook.xml" not in by_name:
        raise RefusalError("file_damaged")
    found = BookParts()
    targets = _relations(book, by_name.get("xl/_rels/workbook.xml.rels"))
    for name, relation in _sheets(book, by_name["xl/workbook.xml"]):
        part = by_name.get(targets.get(relation, "").casefold())
        if part is not None:
            found.sheets[name] = part
    if "xl/styles.xml" in by_name:
        found.percent_styles = _percent_styles(book, by_name["xl/styles.xml"])
    if "docprops/custom.xml" in by_name:
        found.properties = _properties(book, by_name["docprops/custom.xml"])
    return found


def _relations(book: CheckedZip, part: str | None) -> dict[str, str]:
    found: dict[str, str] = {}

    def started(name: str, attributes: Mapping[str, str]) -> None:
        if local_name(name) == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            whole = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
            found[attributes.get("Id", "")] = whole

    if part is not None:
        parse_stream(book.blocks(part), started)
    return found


def _sheets(book: CheckedZip, part: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    def started(name: str, attributes: Mapping[str, str]) -> None:
        if local_name(name) == "sheet":
            relation = next((value for key, value in attributes.items() if local_name(key) == "id"), "")
            found.append((attributes.get("name", ""), relation))

    parse_stream(book.blocks(part), started)
    return found


def _percent_styles(book: CheckedZip, part: str) -> set[str]:
    formats = set(_PERCENT_FORMATS)
    styles: set[str] = set()
    place = {"inside": "", "count": ""}
    count = 0

    def started(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal count
        plain = local_name(name)
        if plain == "numFmt" and "%" in _QUOTED.sub("", attributes.get("formatCode", "")):
            formats.add(attributes.get("numFmtId", ""))
        elif plain in {"cellXfs", "cellStyleXfs", "dxfs"}:
            place["inside"] = plain
        elif plain == "xf" and place["inside"] == "cellXfs":
            if attributes.get("numFmtId") in formats:
                styles.add(str(count))
            count += 1

    parse_stream(book.blocks(part), started)
    return styles


def _properties(book: CheckedZip, part: str) -> dict[str, str]:
    found: dict[str, str] = {}
    name_now = ""

    def started(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal name_now
        if local_name(name) == "property":
            name_now = attributes.get("name", "")[:_LONGEST_PROPERTY]

    def text(content: str) -> None:
        if name_now and (name_now in found or len(found) < _MOST_PROPERTIES):
            found[name_now] = (found.get(name_now, "") + content)[:_LONGEST_PROPERTY]

    parse_stream(book.blocks(part), started, text=text)
    return {name: value.strip() for name, value in found.items()}
