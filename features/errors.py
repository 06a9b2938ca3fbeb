"""What can be wrong with data handed to ``features``.

::

    FeatureError            a sentence in Indonesian and one in English
    ├── CellError           one cell cannot be read
    ├── FrameError          a frame lacks a column or holds a value of the wrong kind
    └── CatalogError        packaged reference data are missing or broken
"""

__all__ = ["CatalogError", "CellError", "FeatureError", "FrameError"]


class FeatureError(Exception):
    """Base of the tree; carries the sentence for the user in two languages.

    Parameters
    ----------
    message_id : str
        What is wrong and what to do, in Indonesian.
    message_en : str
        The same in English.
    """

    def __init__(self, message_id: str, message_en: str) -> None:
        super().__init__(f"{message_id} / {message_en}")
        self.message_id = message_id
        self.message_en = message_en


class CellError(FeatureError):
    """One cell cannot be read as its column demands.

    Parameters
    ----------
    message_id, message_en : str
        As for ``FeatureError``.
    code : str
        Stable, for programs: ``number_invalid``, ``number_ambiguous``, ``number_out_of_range``,
        ``date_invalid``, ``phone_invalid``, ``identifier_rounded``, ``formula_no_value``, ``unknown_code``,
        ``control_character``, ``invisible_characters``, ``text_too_long``, ``value_ambiguous``, or
        ``cell_invalid`` where none of these fits.

    Examples
    --------
    >>> CellError("Tulis angka.", "Write a number.", code="number_invalid").code
    'number_invalid'
    """

    def __init__(self, message_id: str, message_en: str, *, code: str = "cell_invalid") -> None:
        super().__init__(message_id, message_en)
        self.code = code


class FrameError(FeatureError):
    """A frame lacks a column or holds a value of the wrong kind."""


class CatalogError(FeatureError):
    """Packaged reference data are missing or broken."""
