"""Pairs that were decided beforehand come in as a department writes them down."""

from datetime import date

import pytest

from recommender.errors import ImportRefusedError

PAIR = {"cooperative_id": "K1", "offer_id": "rpk"}


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("kunci", "locked"),
        ("Dikunci", "locked"),
        ("larang", "forbidden"),
        ("DILARANG", "forbidden"),
        ("tahan", "held"),
        ("cadangan", "held"),
        ("held", "held"),
    ],
)
def test_a_sheet_in_everyday_words_is_understood(load, store, word, kind):
    """Headers and kinds; a blank end is until it is lifted."""
    lines = (
        "Kode Koperasi,Model Bisnis,Jenis,Alasan,Ditetapkan Oleh,Tanggal,Sampai",
        f"K1,rpk,{word},sudah dijanjikan,Ani,1 Maret 2026,31/12/2026",
        f"K1,beras,{word},rapat,,,",
    )
    assert 2 == load("holds", *lines).new
    row = store.tables["holds"]["K1", "rpk"]
    assert (kind, "sudah dijanjikan", "Ani") == (row["kind"], row["reason"], row["recorded_by"])
    assert (date(2026, 3, 1), date(2026, 12, 31)) == (row["set_on"], row["expires_on"])
    assert None is store.tables["holds"]["K1", "beras"]["expires_on"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("K1,rpk,kunci,,", (None, "required_missing")),
        ("K1,rpk,,rapat,", (None, "required_missing")),
        ("K9,rpk,kunci,rapat,", ("cooperative_id", "reference_missing")),
        ("K1,toko,kunci,rapat,", ("offer_id", "reference_missing")),
        ("K1,rpk,mungkin,rapat,", ("kind", "unknown_code")),
        ("K1,rpk,kunci,rapat,2025-12-31", ("expires_on", "range_inverted")),
    ],
)
def test_a_pair_without_reason_or_with_an_end_before_its_day_is_refused(load, store, line, fault):
    """Somebody has to be able to ask why; the day counts as it is stored."""
    if fault[1] == "range_inverted":
        store.put("holds", {**PAIR, "set_on": date(2026, 1, 1)})
    with pytest.raises(ImportRefusedError) as caught:
        load("holds", "cooperative_id,offer_id,kind,reason,expires_on", line)
    assert fault in [(one.column, one.code) for one in caught.value.faults]
