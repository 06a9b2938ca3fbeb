"""Headers: canonical names, Indonesian labels, and what is neither."""

import pytest

from features.schema.loader import columns, table_names
from recommender.ingest.faults import FaultLog
from recommender.ingest.header_texts import plain_header
from recommender.ingest.headers import match_headers
from recommender.ingest.told import Told


def match(table, *header):
    """Plan, fault codes and warning codes of a header."""
    faults, warnings = FaultLog(), FaultLog()
    plan = match_headers(table, header, faults, warnings)
    return plan, [one.code for one in faults], [one.code for one in warnings]


@pytest.mark.parametrize("table", table_names())
def test_every_column_is_known_by_name_and_by_label(table):
    """In any mixture of case, spaces, dots and underscores; no two headers collide."""
    for style, header in (
        ("canonical", [one.name for one in columns(table)]),
        ("indonesian", [f" {one.label_id.upper().replace(' ', '_')}." for one in columns(table)]),
    ):
        plan, faults, warnings = match(table, *header)
        assert ([], []) == (faults, warnings)
        assert [one.name for one in columns(table)] == [one.column.name for one in plan.columns]
        known = {plain_header(one.name) for one in columns(table)}
        labels = [one.style for one in plan.columns if plain_header(one.header) not in known]
        assert style == "canonical" or set(labels) == {"indonesian"}


@pytest.mark.parametrize(
    ("header", "faults", "warnings"),
    [
        (["ID koperasi", "Catatan2"], [], ["column_ignored"]),
        (["ID koperasi", "Omzet per bulan", "turnover_idr_per_month"], ["column_duplicate"], []),
        (["Nama koperasi"], [], []),
        (["Jumlah anggota"], ["column_missing"], []),
        (["REKAP KOPERASI 2026"], ["column_missing"], ["column_ignored"]),
        (["ID koperasi", "Masalah"], [], []),
        (["ID koperasi", "Luas lahan (ha)"], [], ["header_unit"]),
        (["ID koperasi", "Luas lahan (meter persegi)"], [], []),
        (["ID koperasi", "Omzet per bulan (Rp juta)"], [], ["header_unit"]),
        (["No", "ID koperasi", "Tgl Akta"], [], []),
        (["ID koperasi", "Akta", "Tgl Akta"], [], ["column_outranked"]),
        (["ID koperasi", "Jumlah Anggta"], [], ["header_guessed"]),
        (["ID koperasi", "Koordinat"], [], []),
        (["ID koperasi", "Jumlah anggota (orang)"], [], []),
        (["ID koperasi", "Kelurahan", "Kecamatan"], [], []),
        (["ID koperasi", "Kelurahan", "Desa"], ["column_duplicate"], []),
    ],
)
def test_what_does_not_fit_a_header_is_told(header, faults, warnings):
    """Unknown, guessed, outranked or in another unit is a warning; twice or missing is a fault."""
    assert (faults, warnings) == match("cooperatives", *header)[1:]


def test_an_unknown_header_names_the_nearest():
    """A slip of the pen is easily corrected."""
    warnings = FaultLog()
    match_headers("cooperatives", ("cooperative_id", "member_cuont"), FaultLog(), warnings)
    assert ['"member_count"'] == [
        part for part in ['"member_count"'] if part in next(iter(warnings)).message_id
    ]


def test_the_title_above_a_table_is_shown():
    """So that the user sees what was taken for the header."""
    faults = FaultLog()
    match_headers("cooperatives", ("REKAP 2026",), faults, FaultLog())
    assert "REKAP 2026" in next(iter(faults)).message_id


def test_what_was_said_of_a_header_counts_more_than_what_is_known():
    """Said now more than said before; nothing means: leave it out."""
    told = Told(now={"ketua": "name", "jumlahanggota": ""}, before={"ketua": "member_count"})
    plan = match_headers(
        "cooperatives", ("ID koperasi", "Ketua", "Jumlah anggota"), FaultLog(), FaultLog(), told=told
    )
    assert [("cooperative_id", "known"), ("name", "told")] == [
        (one.column.name, one.certainty) for one in plan.columns
    ]
    assert (2,) == plan.ignored


def test_a_file_of_cooperatives_needs_no_id_when_it_names_their_areas():
    """Nor do files that speak of cooperatives by name."""
    for table, header in (
        ("cooperatives", ("Kelurahan", "Jumlah anggota")),
        ("purchases", ("Nama koperasi", "Barang", "Satuan", "Harga (Rp)")),
        ("events", ("Kelurahan", "ID model bisnis", "Tanggal kejadian", "Jenis kejadian")),
    ):
        assert [] == match(table, *header)[1]
