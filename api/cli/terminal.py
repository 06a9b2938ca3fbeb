"""Widths, columns and colours of a terminal; plain text everywhere else."""

import datetime as dt
import shutil
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from api.texts import Language

if TYPE_CHECKING:
    from rich.console import Console, JustifyMethod

__all__ = ["Cell", "day_text", "screen", "show_indented", "show_row", "show_text"]

_WIDEST = 120
_NARROWEST = 60
_WITHOUT_TERMINAL = 100

# Text, width (0 takes what is left), justification, style.
Cell = tuple[str, int, "JustifyMethod", str]


def screen(handle: TextIO) -> "Console":
    """Return a console on a stream: coloured on a terminal that wants it, as wide as fits.

    Cells are shown as they are: no mark-up, no highlighting, no pictures for ``:words:``.
    """
    from rich.console import Console

    columns = shutil.get_terminal_size((_WITHOUT_TERMINAL, 24)).columns
    return Console(
        file=handle,
        width=min(max(columns, _NARROWEST), _WIDEST),
        markup=False,
        highlight=False,
        emoji=False,
    )


def show_text(console: "Console", text: str = "", style: str = "", indent: int = 0) -> None:
    """Print a paragraph; it wraps at blanks and within its indent."""
    from rich.padding import Padding
    from rich.text import Text

    _print_trimmed(console, Padding(Text(text, style=style), (0, 0, 0, indent)))


def show_row(console: "Console", cells: Sequence[Cell], indent: int = 0) -> None:
    """Print cells side by side; each wraps within its own width."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 1), expand=True)
    for _, width, justify, _ in cells:
        if width:
            grid.add_column(justify=justify, width=width)
        else:
            grid.add_column(justify=justify, ratio=1)
    grid.add_row(*(Text(text, style=style, justify=justify) for text, _, justify, style in cells))
    _print_trimmed(console, Padding(grid, (0, 0, 0, indent)))


def show_indented(console: "Console", sign: str, text: str, indent: int, style: str = "") -> None:
    """Print a sign and a text that wraps under itself."""
    show_row(console, ((sign, max(len(sign), 2), "left", style), (text, 0, "left", style)), indent)


def day_text(day: dt.date, language: Language) -> str:
    """Write a date in words."""
    from babel.dates import format_date

    text: str = format_date(day, "d MMMM yyyy", locale=language)
    return text


def _print_trimmed(console: "Console", renderable: object) -> None:
    # Grids are padded to the full width; nobody wants blanks at the end of a line in a file.
    from rich.segment import Segment, Segments

    for line in console.render_lines(renderable, pad=False):  # type: ignore[arg-type]  # any renderable
        segments = list(line)
        while segments and not segments[-1].text.strip():
            segments.pop()
        if segments:
            last = segments[-1]
            segments[-1] = Segment(last.text.rstrip(), last.style, last.control)
        console.print(Segments([*segments, Segment.line()]), end="")
