"""Files into tables: seen beforehand, on record, remembered per sender."""

import datetime as dt
from pathlib import Path

import pytest

from recommender.errors import NotFoundError, RefusedError
from recommender.importing import Intake, column_labels, import_file, look_at_file, table_choices
from recommender.settings import Settings
from tests.homes import sample_workspace

NOW = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)


@pytest.fixture(name="store")
def _store(tmp_path):
    """A store of its own with the sample."""
    with sample_workspace(Settings(home=tmp_path / "data"), sample="serang", clock=lambda: NOW) as workspace:
        yield workspace.store


@pytest.fixture(name="sheet")
def _sheet(tmp_path):
    """Write a CSV and return it as an intake."""

    def sheet(*lines, sender="Ani", **more):
        path = tmp_path / "kiriman.csv"
        path.write_text("\n".join([*lines, ""]), encoding="utf-8")
        return Intake("cooperatives", path, sender, **more)

    return sheet


def test_a_look_tells_the_columns_without_reading_rows(store, sheet):
    """Guessed ones are told apart."""
    found = look_at_file(store, sheet("Kelurahan;Kecamatan;Jumlah Anggta;Ketua", "Unyur;Serang;x;Ani"))
    assert [("Jumlah Anggta", "member_count")] == [(one.header, one.target) for one in found.guessed]
    assert ((), 1, ()) == (found.sheets, found.header_row, found.faults)


def test_an_import_is_on_record_and_recognised_when_it_comes_again(store, sheet):
    """Under the file's own name."""
    intake = sheet("Kelurahan;Kecamatan;Jumlah anggota", "Unyur;Serang;600", name="rekap.csv")
    assert import_file(store, intake, author="a", made_at=NOW).imported_before is None
    (record,) = store.imports()
    assert ("rekap.csv", "Ani", 1, 1) == (
        record.file_name,
        record.sender,
        record.row_count,
        record.changed_count,
    )
    assert record == import_file(store, intake, author="a", made_at=NOW).imported_before


def test_a_trial_leaves_no_trace(store, sheet):
    """No record, no memory of headers."""
    intake = sheet("Kelurahan;Kecamatan;Orang", "Unyur;Serang;600", headers={"Orang": "member_count"})
    found = import_file(store, intake, author="a", made_at=NOW, dry_run=True)
    assert (1, [], {}) == (
        found.report.changed,
        store.imports(),
        store.remembered_headers("Ani", "cooperatives"),
    )


def test_what_was_said_of_a_header_is_remembered_for_its_sender(store, sheet):
    """Not for others."""
    lines = ("Kelurahan;Kecamatan;Orang", "Unyur;Serang;600")
    import_file(store, sheet(*lines, headers={"Orang": "member_count"}), author="a", made_at=NOW)
    assert {"orang": "member_count"} == store.remembered_headers("Ani", "cooperatives")
    assert "told" in {one.certainty for one in look_at_file(store, sheet(*lines)).matched}
    assert "told" not in {one.certainty for one in look_at_file(store, sheet(*lines, sender="Budi")).matched}


def test_no_such_column_and_no_such_place_for_refused_rows(store, sheet):
    """Said before anything is read."""
    with pytest.raises(NotFoundError, match="no_such"):
        import_file(store, sheet("a", headers={"a": "no_such"}), author="a", made_at=NOW)
    intake = sheet("cooperative_id", "x")
    with pytest.raises(RefusedError, match="itu berkas yang diimpor"):
        import_file(store, intake, author="a", made_at=NOW, rejects=Path(intake.path))


def test_tables_and_meanings_are_offered_with_labels():
    """What a page lets choose from."""
    assert "cooperatives" == table_choices()[0]
    labels = dict(column_labels("cooperatives", "id"))
    assert ("Jumlah anggota", "kelurahan (nama)") == (labels["member_count"], labels["@area"])
    assert "@coordinates" not in dict(column_labels("prices", "en"))
