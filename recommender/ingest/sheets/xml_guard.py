"""XML as a stream: without document types, never a whole part in memory."""

from collections.abc import Callable, Iterable, Mapping
from xml.parsers import expat

from recommender.ingest.sheets.refusal import RefusalError

__all__ = ["Started", "local_name", "parse_stream"]

Started = Callable[[str, Mapping[str, str]], None]


def local_name(name: str) -> str:
    """Return a name without its prefix.

    Examples
    --------
    >>> local_name("x:row"), local_name("row")
    ('row', 'row')
    """
    return name.rpartition(":")[2] if ":" in name else name


def parse_stream(
    blocks: Iterable[bytes],
    started: Started | None = None,
    ended: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
    attached: Callable[[expat.XMLParserType], None] | None = None,
) -> None:
    """Go through XML block by block and tell what is met.

    Parameters
    ----------
    blocks : iterable of bytes
    started, ended, text : callable, optional
        Told the start of elements with their attributes, their ends, and what stands between them.
    attached : callable, optional
        Given the parser before it begins, to set handlers only while they are needed.

    Raises
    ------
    RefusalError
        ``xml_not_allowed`` for a document type, ``file_damaged`` for what is no XML.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse
    for name, handler in (
        ("StartElementHandler", started),
        ("EndElementHandler", ended),
        ("CharacterDataHandler", text),
    ):
        if handler is not None:
            setattr(parser, name, handler)
    if attached is not None:
        attached(parser)
    try:
        for block in blocks:
            parser.Parse(block, False)  # noqa: FBT003 - expat takes it by position only
        parser.Parse(b"", True)  # noqa: FBT003 - as above
    except expat.ExpatError as error:
        raise RefusalError("file_damaged") from error


def _refuse(*_declared: object) -> None:
    raise RefusalError("xml_not_allowed")
