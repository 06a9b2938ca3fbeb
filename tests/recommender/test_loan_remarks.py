"""Remarks: the status with its day and source, age, what is unknown, what was assumed."""

import dataclasses
import datetime as dt

import pytest

from recommender.loan_remarks import scheme_remarks, term_remarks
from recommender.loan_schemes import LoanScheme

SCHEME = LoanScheme(
    scheme_id="a",
    name="A",
    ceiling_idr=100,
    working_capital_ceiling_idr=None,
    rate_percent_per_year=6.0,
    tenor_months=12,
    grace_months=0,
    needs_collateral=None,
    status="awaiting_guidance",
    basis="fact",
    source="R2;R8;R16",
    confirmed_on=dt.date(2025, 11, 14),
    note=None,
    age_days=10,
)


def changed(**values):
    """The scheme with other values."""
    return dataclasses.replace(SCHEME, **values)


def codes(found):
    """Code and kind of each remark."""
    return [(one.code, one.kind) for one in found]


@pytest.mark.parametrize(
    ("status", "kind", "said_id", "said_en"),
    [
        ("open", "information", "boleh diajukan", "may be applied for"),
        ("awaiting_guidance", "warning", "masih menunggu petunjuk teknis", "waits for technical guidance"),
        ("withdrawn", "warning", "Tidak berlaku lagi", "No longer valid"),
    ],
)
def test_each_status_says_what_it_means_since_when_and_by_whom(status, kind, said_id, said_en):
    """The newest of the sources made the status what it is."""
    (found,) = scheme_remarks(changed(status=status), [])
    assert (f"status_{status}", kind) == (found.code, found.kind)
    by = "“Pernyataan Menteri Keuangan: PMK 49 tidak berlaku dan sedang direvisi” (Aktual; Jakarta365; R16)."
    for words in (said_id, "14 November 2025", by):
        assert words in found.say("id")
    for words in (said_en, "14 November 2025", by):
        assert words in found.say("en")


def test_an_unknown_status_is_not_open():
    """Nor is it withdrawn."""
    (found,) = scheme_remarks(changed(status=None), [])
    assert ("status_unknown", "warning") == (found.code, found.kind)
    assert "jangan dianggap dibuka" in found.message_id


def test_a_scheme_that_waits_tells_of_the_newest_statement():
    """Its own day and source stay; where it is the newest itself, nothing is added."""
    newest = changed(scheme_id="b", confirmed_on=dt.date(2026, 2, 18), source="K3", age_days=1)
    other = changed(scheme_id="c", status="withdrawn", confirmed_on=dt.date(2026, 3, 1), age_days=0)
    old = scheme_remarks(SCHEME, [other, newest, SCHEME])[0].message_id
    assert "sejak 14 November 2025" in old
    assert "Pernyataan terbaru bahwa masih menunggu: 18 Februari 2026, sumber: “Dongkrak" in old
    assert "Pernyataan terbaru" not in scheme_remarks(newest, [other, newest, SCHEME])[0].message_id


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (None, "sumber belum diketahui"),
        ("Surat 12/2026", "sumber: Surat 12/2026"),
        ("X1; X2", "sumber: X1; X2"),
    ],
)
def test_a_source_outside_the_catalogue_is_said_as_it_stands(source, said):
    """An unknown one is said to be unknown."""
    assert said in scheme_remarks(changed(source=source), [])[0].message_id


def test_old_and_undated_statements_are_to_be_confirmed():
    """After ninety days with their age; without a day in other words."""
    assert [] == codes(scheme_remarks(changed(age_days=90), []))[1:]
    old = scheme_remarks(changed(age_days=91), [])[1]
    assert ("confirm_again", "warning") == (old.code, old.kind)
    assert "91 hari" in old.message_id
    undated = scheme_remarks(changed(age_days=None, confirmed_on=None), [])
    assert ("undated", "warning") == codes(undated)[1]
    assert "pada tanggal yang belum diketahui" in undated[0].message_id


def test_terms_that_are_known_need_no_remark():
    """A grace of zero is stated, not unknown; an unknown working-capital limit limits nothing."""
    assert [] == term_remarks(SCHEME, 0, [])


def test_unknown_terms_are_said():
    """An unknown grace is reckoned without and marked as assumed; an unknown ceiling was not checked."""
    found = term_remarks(changed(grace_months=None, ceiling_idr=None), 0, [])
    assert [("grace_unknown", "assumption"), ("ceiling_unknown", "warning")] == codes(found)
    assert "Asumsi: dihitung tanpa masa tenggang." in found[0].message_id


def test_what_the_user_filled_in_is_an_assumption():
    """With its number in both languages."""
    found = term_remarks(SCHEME, 0, [("tenor_months", 48), ("rate_percent_per_year", 5.5)])
    assert [("tenor_given", "assumption"), ("rate_given", "assumption")] == codes(found)
    assert "48 bulan" in found[0].message_id
    assert "5,5% setahun" in found[1].message_id
    assert "5.5% a year" in found[1].message_en


def test_what_may_not_be_working_capital_is_said():
    """The limit and the part beyond it."""
    (found,) = term_remarks(changed(working_capital_ceiling_idr=500_000_000), 100_000_000, [])
    assert ("beyond_working_capital", "warning") == (found.code, found.kind)
    assert "Rp500.000.000" in found.message_id
    assert "Rp100.000.000 dari pinjaman ini tidak boleh" in found.message_id
