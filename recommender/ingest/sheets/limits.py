"""What is too much: limits for files from the pages, and for the command line."""

from dataclasses import dataclass
from typing import Final

__all__ = ["COMMAND_LIMITS", "UPLOAD_LIMITS", "Limits"]

_MIB: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one workbook and of the process that reads it.

    Attributes
    ----------
    text_bytes : int
        Of a file of plain text.
    container_bytes, unpacked_bytes, part_bytes : int
        Of a workbook, of all its parts unpacked, of one part.
    part_count : int
    ratio : int
        Unpacked to packed bytes of one part of more than 1 MiB.
    row_count, column_count, cell_count : int
        Of one sheet: the last row and column that hold something, and how many cells do.
    memory_bytes : int
        Address space of the child.
    cpu_seconds, wall_seconds : int
        Of the child; the wall clock runs only while it is waited for.
    """

    text_bytes: int
    container_bytes: int
    unpacked_bytes: int
    part_bytes: int
    part_count: int
    ratio: int
    row_count: int
    column_count: int
    cell_count: int
    memory_bytes: int
    cpu_seconds: int
    wall_seconds: int


UPLOAD_LIMITS: Final = Limits(
    text_bytes=10 * _MIB,
    container_bytes=10 * _MIB,
    unpacked_bytes=100 * _MIB,
    part_bytes=64 * _MIB,
    part_count=200,
    ratio=200,
    row_count=100_000,
    column_count=200,
    cell_count=2_000_000,
    memory_bytes=768 * _MIB,
    cpu_seconds=20,
    wall_seconds=30,
)
"""For files that anybody may send through the pages."""

COMMAND_LIMITS: Final = Limits(
    text_bytes=1024 * _MIB,
    container_bytes=512 * _MIB,
    unpacked_bytes=2048 * _MIB,
    part_bytes=2047 * _MIB,
    part_count=200,
    ratio=200,
    row_count=100_000,
    column_count=200,
    cell_count=20_000_000,
    memory_bytes=6144 * _MIB,
    cpu_seconds=300,
    wall_seconds=600,
)
"""For files that somebody at the command line names: the nation's cooperatives fit."""
