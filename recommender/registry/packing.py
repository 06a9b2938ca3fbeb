"""Arrays to bytes and back: an ``.npz`` file whose every byte follows from the arrays."""

import io
import math
import re
import zipfile
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from recommender.registry import sentences

__all__ = ["Layout", "layout_of", "pack", "unpack"]

Layout = Mapping[str, tuple[str, tuple[int, ...]]]
"""Dtype and shape of each array by name."""

Arrays = Mapping[str, npt.NDArray[Any]]

_NAME = re.compile(r"[a-z][a-z0-9_]{0,62}")
_DTYPE = re.compile(r"<f8|<i8|<U[1-9][0-9]{0,2}")
_MOST_ARRAYS = 256
_MOST_DIMENSIONS = 2
# What comes before a file's name inside the archive, and what every .npy file begins with.
_LOCAL_HEADER_BYTES = 30
_MAGIC = b"\x93NUMPY\x01\x00"
_ALIGNMENT = 64


def layout_of(arrays: Arrays) -> Layout:
    """Return dtype and shape of each array, little-endian, by name.

    Examples
    --------
    >>> layout_of({"line": np.zeros(3), "counts": np.zeros((2, 1), dtype=np.int64)})
    {'counts': ('<i8', (2, 1)), 'line': ('<f8', (3,))}
    """
    return {
        name: (array.dtype.newbyteorder("<").str, tuple(map(int, array.shape)))
        for name, array in sorted(arrays.items())
    }


def pack(arrays: Arrays) -> bytes:
    """Return the arrays as bytes that ``numpy.load`` reads, too.

    Neither clock nor machine leaves a trace: files in the order of their names, uncompressed, one fixed date.

    Parameters
    ----------
    arrays : mapping of str to ndarray
        Of float64, int64 or text, with at most two dimensions.

    Raises
    ------
    RefusedError
        When an array is of another kind.
    """
    layout = _checked(layout_of(arrays))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, (dtype, shape) in layout.items():
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0
            archive.writestr(entry, _head(dtype, shape) + arrays[name].astype(dtype).tobytes())
    return target.getvalue()


def unpack(payload: bytes, layout: Layout) -> dict[str, npt.NDArray[Any]]:
    """Return the arrays that a layout describes; nothing in the bytes is believed.

    Where each array lies follows from the layout, so no archive is read and no header is parsed; what comes
    out must give the very same bytes again.

    Parameters
    ----------
    payload : bytes
        From ``pack``.
    layout : mapping of str to (str, tuple of int)

    Raises
    ------
    RefusedError
        When the bytes are any other than those that ``pack`` makes of such arrays.
    """
    checked = _checked(layout)
    sizes = {name: _byte_count(*kind) for name, kind in checked.items()}
    if sum(sizes.values()) > len(payload):
        raise sentences.arrays_broken()
    found: dict[str, npt.NDArray[Any]] = {}
    at = 0
    for name, (dtype, shape) in checked.items():
        start = at + _LOCAL_HEADER_BYTES + len(f"{name}.npy") + len(_head(dtype, shape))
        at = start + sizes[name]
        if at > len(payload):
            raise sentences.arrays_broken()
        count = math.prod(shape)
        values = np.frombuffer(payload, dtype=dtype, count=count, offset=start)
        found[name] = values.astype(np.dtype(dtype).newbyteorder("=")).reshape(shape)
    if pack(found) != payload:
        raise sentences.arrays_broken()
    return found


def _checked(layout: Layout) -> Layout:
    """Return a layout in the order of names, unless it holds what no model of ours does."""
    fits = len(layout) <= _MOST_ARRAYS and all(
        _NAME.fullmatch(name)
        and _DTYPE.fullmatch(dtype)
        and len(shape) <= _MOST_DIMENSIONS
        and all(length >= 0 for length in shape)
        for name, (dtype, shape) in layout.items()
    )
    if not fits:
        raise sentences.arrays_broken()
    return dict(sorted(layout.items()))


def _byte_count(dtype: str, shape: tuple[int, ...]) -> int:
    return math.prod(shape) * np.dtype(dtype).itemsize


def _head(dtype: str, shape: tuple[int, ...]) -> bytes:
    """Write what stands before the numbers of an ``.npy`` file of version 1.0."""
    text = f"{{'descr': '{dtype}', 'fortran_order': False, 'shape': {shape!r}, }}"
    used = len(_MAGIC) + 2 + len(text) + 1
    padded = text + " " * (-used % _ALIGNMENT) + "\n"
    return _MAGIC + len(padded).to_bytes(2, "little") + padded.encode("ascii")
