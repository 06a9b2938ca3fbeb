"""The same arrays, the same bytes; any other byte is refused."""

import io
import zipfile
from hashlib import sha256

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from recommender.errors import RefusedError
from recommender.registry.packing import layout_of, pack, unpack

ARRAYS = {
    "line": np.array([1.5, np.nan, -0.0]),
    "counts": np.array([[1], [2]]),
    "features": np.array(["unsur", "jarak"]),
    "nothing": np.zeros((0, 4)),
}
LAYOUT = layout_of(ARRAYS)


def plain(**arrays):
    """An archive as numpy makes it."""
    target = io.BytesIO()
    np.savez(target, **arrays)
    return target.getvalue()


def test_numpy_reads_what_was_packed():
    """No code of ours is needed to look at a model."""
    with np.load(io.BytesIO(pack(ARRAYS)), allow_pickle=False) as found:
        assert sorted(ARRAYS) == sorted(found)
        for name, array in ARRAYS.items():
            np.testing.assert_array_equal(array, found[name])


def test_the_bytes_are_the_same_on_every_machine_and_day():
    """A change of these bytes would make every stored model unreadable."""
    assert "b924a2aa" == sha256(pack(ARRAYS)).hexdigest()[:8]
    turned = dict(reversed(ARRAYS.items())) | {"counts": np.asfortranarray(ARRAYS["counts"]).astype(">i8")}
    assert pack(ARRAYS) == pack(turned)


KINDS = st.one_of(
    hnp.arrays(np.float64, hnp.array_shapes(max_dims=2, min_side=0)),
    hnp.arrays(np.int64, hnp.array_shapes(max_dims=2, min_side=0)),
    hnp.arrays(np.dtype("<U7"), hnp.array_shapes(max_dims=1, min_side=0)),
)


@given(st.dictionaries(st.from_regex(r"[a-z][a-z0-9_]{0,9}", fullmatch=True), KINDS, max_size=5))
def test_arrays_come_back_as_they_were(arrays):
    """To the bit, with signs of zero and blanks."""
    packed = pack(arrays)
    found = unpack(packed, layout_of(arrays))
    assert sorted(arrays) == list(found)
    for name, array in arrays.items():
        assert (array.dtype, array.shape) == (found[name].dtype, found[name].shape)
        assert array.tobytes() == found[name].tobytes()
    assert packed == pack(found)


@given(st.integers(0, 8 * len(pack(ARRAYS)) - 1))
def test_a_flipped_bit_is_refused_or_changes_a_number_and_its_sum(bit):
    """Even without a seal: names, kinds, sums and places are all checked."""
    payload = bytearray(pack(ARRAYS))
    payload[bit // 8] ^= 1 << bit % 8
    with pytest.raises(RefusedError):
        unpack(bytes(payload), LAYOUT)


@pytest.mark.parametrize("cut", [0, 1, 30, 200, -1, -22])
def test_a_cut_or_longer_file_is_refused(cut):
    """From either end."""
    payload = pack(ARRAYS)
    for changed in (payload[:cut], payload[cut:] if cut > 0 else payload + b"x"):
        with pytest.raises(RefusedError):
            unpack(changed, LAYOUT)


@pytest.mark.parametrize(
    "layout",
    [
        {},
        {**LAYOUT, "more": ("<f8", (1,))},
        {name: kind for name, kind in LAYOUT.items() if name != "line"},
        {**LAYOUT, "line": ("<i8", (3,))},
        {**LAYOUT, "line": ("<f8", (2,))},
        {**LAYOUT, "line": ("|O", (3,))},
        {**LAYOUT, "line": ("<f8", (-3,))},
        {**LAYOUT, "line": ("<f8", (2**62, 2**62))},
        {**LAYOUT, "line": ("<f8", (3, 1, 1))},
        {**LAYOUT, "line": ("<U9999", (3,))},
        {**LAYOUT, "../line": ("<f8", (3,))},
        {f"a{number}": ("<f8", (0,)) for number in range(300)},
    ],
)
def test_another_layout_is_refused(layout):
    """One array more or less, another kind, another shape, sizes that no memory holds."""
    with pytest.raises(RefusedError, match="sanding train"):
        unpack(pack(ARRAYS), layout)


def test_what_numpy_saves_otherwise_is_refused():
    """Compressed, with another clock, with objects in it."""
    target = io.BytesIO()
    np.savez_compressed(target, **ARRAYS)
    for payload in (plain(**ARRAYS), target.getvalue(), plain(line=np.array([print], dtype=object))):
        with pytest.raises(RefusedError):
            unpack(payload, LAYOUT)


def test_a_pickle_is_never_run(tmp_path):
    """Wherever it is put."""
    marker = tmp_path / "ran"
    loaded = f"cos\nmkdir\n(S'{marker}'\ntR.".encode()
    for payload in (loaded, loaded + pack(ARRAYS), pack(ARRAYS) + loaded):
        with pytest.raises(RefusedError):
            unpack(payload, LAYOUT)
    assert not marker.exists()


def test_a_small_archive_that_unpacks_to_much_is_refused():
    """Nothing compressed is ever opened."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("line.npy", bytes(50 * 2**20))
    for shape in ((3,), (50 * 2**17,)):
        with pytest.raises(RefusedError):
            unpack(target.getvalue(), {"line": ("<f8", shape)})


@pytest.mark.parametrize("array", [np.array([None]), np.zeros((1, 1, 1)), np.zeros(2, dtype=np.float32)])
def test_arrays_of_other_kinds_are_not_packed(array):
    """Objects, three dimensions, half the digits."""
    with pytest.raises(RefusedError):
        pack({"line": array})
