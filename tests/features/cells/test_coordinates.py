"""Latitude and longitude of one cell or of two, repaired."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from features.cells.coordinates import coordinate_cell, read_coordinates, repaired_pair
from features.errors import CellError

NEAR = (-6.12, 106.15)
PLACE = (-6.1279, 106.1468)


def place(text, near=None):
    """Latitude and longitude of a cell."""
    found = read_coordinates(text, near=near)
    return found.latitude_deg, found.longitude_deg


@pytest.mark.parametrize("near", [NEAR, None])
@pytest.mark.parametrize(
    "text", ["-6,1279; 106,1468", "6.1279 LS, 106.1468 BT", "https://maps.google.com/?q=-6.1279,106.1468"]
)
def test_a_clear_place_is_read_without_a_remark(text, near):
    """Wherever it should be."""
    found = read_coordinates(text, near=near)
    assert (PLACE, ()) == ((found.latitude_deg, found.longitude_deg), found.remarks)


@pytest.mark.parametrize(
    ("text", "near", "part"),
    [
        ("106.1468, -6.1279", NEAR, "lintang dan bujur tertukar"),
        ("106.1468, -6.1279", None, "lintang dan bujur tertukar"),
        ("6.1279, 106.1468", NEAR, "tanda minus lintang hilang"),
        ("106.1468; 6.1279", NEAR, "lintang dan bujur tertukar, tanda minus lintang hilang"),
        ("-6.1279, -106.1468", NEAR, "tanda minus bujur dihapus"),
        ("-61.279.000; 1.061.468.000", None, "titik ribuan"),
    ],
)
def test_a_repaired_place_is_told(text, near, part):
    """So that the user looks at the map."""
    assert PLACE == place(text, near)
    assert part in read_coordinates(text, near=near).remarks[0][0]


def test_a_lost_minus_is_restored_without_a_neighbour_only_where_north_is_impossible():
    """7.5 degrees north is no part of the country."""
    assert (-7.5, 110.4) == place("7.5, 110.4")
    with pytest.raises(CellError, match=r"6,1279 LU \(utara\) atau -6,1279 LS") as caught:
        read_coordinates("6.1279, 106.1468")
    assert "number_ambiguous" == caught.value.code


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("3.5952 LU, 98.6722 BT", None),
        ("+3.5952, 98.6722", None),
        ("3.5952, 98.6722", (3.6, 98.7)),
        ("3.5952, 98.6722", NEAR),
    ],
)
def test_north_stays_north(text, near):
    """Where it is said, where the area lies there, and where no repair would bring it near."""
    assert (3.5952, 98.6722) == place(text, near)


@pytest.mark.parametrize(
    ("text", "part", "code"),
    [
        ("0, 0", "tidak berisi koordinat", "number_invalid"),
        ("0.0, 0.0", "di luar Indonesia", "number_out_of_range"),
        ("51.5, 0.12", "di luar Indonesia", "number_out_of_range"),
        ("kantor lurah", "tidak berisi koordinat", "number_invalid"),
        ("-6.1279", "tidak berisi koordinat", "number_invalid"),
        ("https://maps.app.goo.gl/abc123", "Buka tautannya", "number_invalid"),
        ("-6.1\x00, 106.1", "karakter tersembunyi", "control_character"),
    ],
)
def test_what_is_no_place_is_refused_with_a_remedy(text, part, code):
    """Links are not opened."""
    with pytest.raises(CellError) as caught:
        read_coordinates(text)
    assert part in caught.value.message_id
    assert code == caught.value.code


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        ((-6.1279, 106.1468), PLACE),
        ((106.1468, -6.1279), PLACE),
        ((6.1279, 106.1468), PLACE),
        ((106.1468, 6.1279), PLACE),
        ((-6.1279, -106.1468), PLACE),
        ((3.5, 98.6), (3.5, 98.6)),
        ((-7.5, 110.0), (-7.5, 110.0)),
    ],
)
def test_two_columns_are_repaired_when_one_repair_brings_them_near(pair, expected):
    """A place that is far whatever is done stays as it was given."""
    latitude, longitude, remark = repaired_pair(*pair, NEAR)
    assert expected == (latitude, longitude)
    assert (pair != expected) is bool(remark)


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        ((106.1468, -6.1279), PLACE),
        ((-6.1279, -106.1468), PLACE),
        ((6.1279, 106.1468), (6.1279, 106.1468)),
        ((106.1468, 6.1279), (106.1468, 6.1279)),
    ],
)
def test_without_a_neighbour_only_a_certain_repair_is_made(pair, expected):
    """Both 6.1 north and south lie in the country."""
    assert expected == repaired_pair(*pair, None)[:2]


@pytest.mark.slow
@given(latitude=st.floats(-11, 6), longitude=st.floats(95, 141))
def test_a_place_near_its_area_is_never_touched(latitude, longitude):
    """Repairs are for what is far as given."""
    near = (latitude + 0.3, longitude - 0.3)
    assert (latitude, longitude, None) == repaired_pair(latitude, longitude, near)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("106.1468", 106.1468),
        ("-6,127", -6.127),
        ("106,1468 BT", 106.1468),
        ("-61.279.709", -6.1279709),
        ("180", 180),
    ],
)
def test_one_coordinate_is_read_before_anybody_knows_its_range(text, expected):
    """The pair is repaired first."""
    assert expected == coordinate_cell(text, "indonesian")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("180,5", "paling besar 180"),
        ("-6.1279, 106.1468", "dua angka"),
        ("timur", "bukan angka"),
        ("61279709", "bukan angka"),
    ],
)
def test_what_is_no_coordinate_is_refused(text, part):
    """Two numbers belong into two columns."""
    with pytest.raises(CellError) as caught:
        coordinate_cell(text)
    assert part in caught.value.message_id


@given(st.text(max_size=40) | st.text(alphabet="0123456789.,;-+ °'\"LSBTNEUSlatbujur/@?q=", max_size=40))
def test_any_text_is_a_place_or_refused_with_a_sentence(text):
    """Nothing but ``CellError`` leaves the reader."""
    for near in (NEAR, None):
        sentence, found = "", None
        try:
            found = read_coordinates(text, near=near)
        except CellError as error:
            sentence = error.message_id
        assert (found is None) == (len(sentence) > 20)
        if found is not None:
            assert -11.5 <= found.latitude_deg <= 6.5
            assert 94.5 <= found.longitude_deg <= 141.5
