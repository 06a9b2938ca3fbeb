"""Faults and warnings, collected with row, column, value and remedy."""

from collections.abc import Iterator

from features.cells.values import quoted
from recommender.errors import Fault, ImportRefusedError

__all__ = ["FaultLog", "located", "place_of_fault", "refused"]

_SHOWN_FAULTS = 200


def place_of_fault(row: int | None, column: str | None, sheet: str | None = None) -> tuple[str, str]:
    """Say where a fault stands, in Indonesian and in English.

    Examples
    --------
    >>> place_of_fault(9, "Harga")
    ('Baris 9, kolom "Harga": ', 'Row 9, column "Harga": ')
    >>> place_of_fault(9, None, "Rinci")[0]
    'Lembar "Rinci", baris 9: '
    """
    id_parts = [f'lembar "{sheet}"'] if sheet and row is not None else []
    en_parts = [f'sheet "{sheet}"'] if sheet and row is not None else []
    if row is not None:
        id_parts.append(f"baris {row}")
        en_parts.append(f"row {row}")
        if column:
            id_parts.append(f'kolom "{column}"')
            en_parts.append(f'column "{column}"')
    return _sentence_start(id_parts), _sentence_start(en_parts)


def _sentence_start(parts: list[str]) -> str:
    text = ", ".join(parts)
    return f"{text[0].upper()}{text[1:]}: " if text else ""


class FaultLog:
    """Faults in the order of the file: the first 200 are kept, all are counted.

    Parameters
    ----------
    sheet : str, optional
        The sheet that the noted places are in.
    """

    def __init__(self, sheet: str | None = None) -> None:
        self._kept: list[Fault] = []
        self.sheet = sheet
        self.count = 0

    def __iter__(self) -> Iterator[Fault]:
        return iter(self._kept)

    def __len__(self) -> int:
        return self.count

    def add(self, fault: Fault) -> None:
        """Count a fault and keep it while there is room."""
        self.count += 1
        if len(self._kept) < _SHOWN_FAULTS:
            self._kept.append(fault)

    def note(
        self,
        code: str,
        message: tuple[str, str],
        *,
        row: int | None = None,
        column: str | None = None,
        value: str | None = None,
    ) -> None:
        """Add a fault made of a code and its two sentences; the place is put in front."""
        self.add(located(code, message, row=row, column=column, value=value, sheet=self.sheet))


def located(
    code: str,
    message: tuple[str, str],
    *,
    row: int | None = None,
    column: str | None = None,
    value: str | None = None,
    sheet: str | None = None,
) -> Fault:
    """Return a fault whose sentences begin with its place."""
    place_id, place_en = place_of_fault(row, column, sheet)
    shown = None if value is None else quoted(value)[1:-1]
    return Fault(row, column, shown, code, place_id + message[0], place_en + message[1], sheet)


def refused(file_name: str, faults: FaultLog) -> ImportRefusedError:
    """Return the error that refuses a file; it names the first fault and counts the others."""
    first = next(iter(faults))
    more_id = f" Masih ada {faults.count - 1} kesalahan lain." if faults.count > 1 else ""
    more_en = f" There are {faults.count - 1} other faults." if faults.count > 1 else ""
    return ImportRefusedError(
        f"{file_name} ditolak, tidak ada yang diubah. {first.message_id}{more_id}",
        f"{file_name} was refused, nothing was changed. {first.message_en}{more_en}",
        list(faults),
    )
