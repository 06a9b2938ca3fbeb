"""What was said of headers, now or with the sender's earlier files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from recommender.ingest.header_texts import plain_header

__all__ = ["IGNORED", "Told"]

IGNORED = ""
"""Instead of a column's name: the user said that a header is to be left out."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the user, or the sender's earlier files, said of headers.

    Attributes
    ----------
    now, before : mapping of str to str
        Plain headers to names of columns (``IGNORED``: leave it out); what is said now counts more.
    """

    now: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    before: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def target(self, header: str) -> str | None:
        """Return what was said of a header, ``None`` when nothing was."""
        plain = plain_header(header)
        return self.now.get(plain, self.before.get(plain))
