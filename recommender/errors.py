"""What can go wrong for a user; every door turns this one tree into its own answer.

::

    RecommenderError              a sentence in Indonesian and one in English: what is wrong, what to do
    ├── NotFoundError             no such cooperative, offer, table, ... in the store
    ├── RefusedError              the request cannot be done as asked (bad value, bad date, bad file)
    │   ├── ImportRefusedError    a file was refused; carries every fault
    │   └── LoanRefusedError      a loan was refused; names the term that does not fit
    └── StoreError                the store itself
        ├── StoreMissingError     there is no store where it was looked for
        ├── StoreVersionError     the store was made by another version
        ├── StoreReadOnlyError    the store or its folder cannot be written
        └── StoreDamagedError     the store cannot be read
"""

from collections.abc import Sequence
from dataclasses import dataclass

from models.explain.texts import Language

__all__ = [
    "Fault",
    "ImportRefusedError",
    "InputFault",
    "LoanRefusedError",
    "NotFoundError",
    "RecommenderError",
    "RefusedError",
    "StoreDamagedError",
    "StoreError",
    "StoreMissingError",
    "StoreReadOnlyError",
    "StoreVersionError",
]


class RecommenderError(Exception):
    """Base of the tree; carries a stable code and the sentence for the user in two languages.

    Parameters
    ----------
    message_id : str
        What is wrong and what to do, in Indonesian.
    message_en : str
        The same in English.
    """

    code = "error"

    def __init__(self, message_id: str, message_en: str) -> None:
        super().__init__(f"{message_id} / {message_en}")
        self.message_id = message_id
        self.message_en = message_en

    def say(self, language: Language) -> str:
        """Return the sentence in one language."""
        return _said(self.message_id, self.message_en, language)


class NotFoundError(RecommenderError):
    """There is no such record."""

    code = "not_found"


class RefusedError(RecommenderError):
    """The request cannot be done as asked; nothing was changed."""

    code = "refused"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of an imported file: where it stands, what is wrong, what to write instead.

    ``row`` counts as the user's program does (the first row is 1); ``None`` means the whole file. ``sheet``
    is ``None`` where the file has no sheets.
    """

    row: int | None
    column: str | None
    value: str | None
    code: str
    message_id: str
    message_en: str
    sheet: str | None = None

    def say(self, language: Language) -> str:
        """Return the sentence in one language."""
        return _said(self.message_id, self.message_en, language)


class ImportRefusedError(RefusedError):
    """A file was refused and nothing was changed.

    Parameters
    ----------
    faults : sequence of Fault
        Every fault found, in the order of the file; never empty.
    """

    code = "import_refused"

    def __init__(self, message_id: str, message_en: str, faults: Sequence[Fault]) -> None:
        super().__init__(message_id, message_en)
        self.faults = tuple(faults)


class LoanRefusedError(RefusedError):
    """A loan cannot be had, or reckoned, on these terms.

    Parameters
    ----------
    field : str
        The term that does not fit, such as ``tenor_months``.
    """

    code = "loan_refused"

    def __init__(self, field: str, message_id: str, message_en: str) -> None:
        super().__init__(message_id, message_en)
        self.field = field


class StoreError(RecommenderError):
    """The store cannot be used."""

    code = "store"


class StoreMissingError(StoreError):
    """There is no store where it was looked for."""

    code = "store_missing"


class StoreVersionError(StoreError):
    """The store was made by another version of the product."""

    code = "store_version"


class StoreReadOnlyError(StoreError):
    """The store or its folder cannot be written."""

    code = "store_read_only"


class StoreDamagedError(StoreError):
    """The store cannot be read."""

    code = "store_damaged"


@dataclass(frozen=True, slots=True)
class InputFault:
    """What is wrong with one part of what was typed, and what to do."""

    part: str
    message_id: str
    message_en: str

    def say(self, language: Language) -> str:
        """Return the sentence in one language."""
        return _said(self.message_id, self.message_en, language)


def _said(message_id: str, message_en: str, language: Language) -> str:
    return message_en if language == "en" else message_id
