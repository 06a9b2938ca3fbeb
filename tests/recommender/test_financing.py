"""Loans under stored schemes: default, warnings, unknown terms, refusals."""

import datetime as dt

import pytest

from models.financing.instalments import instalment_table
from recommender.errors import LoanRefusedError, NotFoundError
from recommender.financing import LoanWish, best_known_scheme, loan_plan, typed_term
from recommender.loan_schemes import loan_schemes
from recommender.settings import Settings
from recommender.workspace import init_workspace

TODAY = dt.date(2026, 11, 21)
LOAN = 50_000_000


@pytest.fixture(name="plan")
def _plan(read_serang):
    """Reckon a loan on the sample."""

    def reckon(scheme_id=None, tenor=None, rate=None, principal=LOAN):
        return loan_plan(read_serang.store, LoanWish(principal, scheme_id, tenor, rate), TODAY)

    return reckon


@pytest.fixture(name="refused")
def _refused(plan):
    """Reckon a loan that must be refused; the error."""

    def reckon(*terms, **more):
        with pytest.raises(LoanRefusedError) as caught:
            plan(*terms, **more)
        return caught.value

    return reckon


def put(workspace, **values):
    """Store a scheme."""
    with workspace.store.revision(author="t", source="t", made_at=workspace.now()) as revision:
        revision.upsert("financing", [{"name": "N", **values}])


def codes(found):
    """The codes of a plan's remarks."""
    return [one.code for one in found.remarks]


def test_the_default_is_the_regulation_with_its_warning(plan):
    """6 %, 72 months, 6 of grace: the best known terms, withdrawn, and to be confirmed again."""
    found = plan()
    assert ("pmk-49-2025", 6.0, 72, 6) == (
        found.scheme.scheme_id,
        found.rate_percent_per_year,
        found.tenor_months,
        found.grace_months,
    )
    assert ["status_withdrawn", "confirm_again", "scheme_chosen"] == codes(found)
    assert list(found.rows) == list(instalment_table(LOAN, 6, 72, 6))
    assert sum(one.payment_idr for one in found.rows) == found.totals.paid_idr


def test_an_open_scheme_is_taken_first_once_its_terms_are_known(writable):
    """An open one without a rate is not; ties go to the latest statement."""
    put(writable, scheme_id="buka", status="open", tenor_months=36, confirmed_on=TODAY)
    assert "pmk-49-2025" == best_known_scheme(loan_schemes(writable.store, TODAY)).scheme_id
    put(writable, scheme_id="buka", rate_percent_per_year=7.25)
    found = loan_plan(writable.store, LoanWish(LOAN), TODAY)
    assert ("buka", 7.25, 36, 0) == (
        found.scheme.scheme_id,
        found.rate_percent_per_year,
        found.tenor_months,
        found.grace_months,
    )
    assert ["status_open", "grace_unknown", "ceiling_unknown", "scheme_chosen"] == codes(found)


def test_every_stored_scheme_is_reckoned_or_says_what_is_missing(plan, refused, read_serang):
    """Nothing unknown is taken for zero: rate or tenor are asked for, then marked as assumed."""
    for scheme in loan_schemes(read_serang.store, TODAY):
        wanted = {}
        if scheme.rate_percent_per_year is None:
            error = refused(scheme.scheme_id, tenor=24)
            assert "rate_percent_per_year" == error.field
            assert "Isi bunga" in error.message_id
            assert "pmk-49-2025" in error.message_en
            wanted["rate"] = 6.0
        if scheme.tenor_months is None:
            error = refused(scheme.scheme_id, rate=wanted.get("rate"))
            assert "tenor_months" == error.field
            assert "Isi tenor" in error.message_id
            assert "Give a tenor" in error.message_en
            wanted["tenor"] = 24
        found = plan(scheme.scheme_id, **wanted)
        assert found.remarks[0].code == f"status_{scheme.status}"
        assert ("rate" in wanted) == ("rate_given" in codes(found))
        assert ("tenor" in wanted) == ("tenor_given" in codes(found))
        assert (scheme.grace_months is None) == ("grace_unknown" in codes(found))
        assert (scheme.ceiling_idr is None) == ("ceiling_unknown" in codes(found))
        assert LOAN == sum(one.principal_idr for one in found.rows)


def test_a_shorter_tenor_is_the_users_to_choose(plan, refused):
    """Not a longer one than the scheme's, nor one within the grace."""
    assert 12 == len(plan("pmk-49-2025", 12).rows)
    assert "paling lama 72 bulan" in refused("pmk-49-2025", 73).message_id
    assert "masa tenggang (6 bulan)" in refused("pmk-49-2025", 6).message_id
    assert "tenor_months" == refused("pmk-49-2025", 0).field


def test_a_stated_rate_is_not_overwritten(plan, refused):
    """The same number says nothing new; another one contradicts the scheme."""
    assert plan("pmk-49-2025", rate=6.0).rows == plan("pmk-49-2025").rows
    assert "rate_percent_per_year" == refused("pmk-49-2025", rate=3.0).field


def test_ceilings_refuse_and_warn(plan, refused):
    """Above the ceiling nothing is lent; above that for working capital a part may not be used for it."""
    error = refused("pmk-49-2025", principal=3_000_000_001)
    assert ("principal_idr", True) == (error.field, "Rp3.000.000.000" in error.message_id)
    assert "beyond_working_capital" in codes(plan("pmk-49-2025", principal=3_000_000_000))
    assert "beyond_working_capital" not in codes(plan("pmk-49-2025", principal=500_000_000))
    assert "principal_idr" == refused("pmk-49-2025", principal=0).field


def test_a_rate_is_the_decimal_that_was_stated(writable):
    """0.1 % on 1.2 billion is 100,000 a month, not a rupiah beside it."""
    put(writable, scheme_id="s", rate_percent_per_year=0.1, tenor_months=3, grace_months=2)
    found = loan_plan(writable.store, LoanWish(1_200_000_000, "s"), TODAY)
    assert [100_000] * 3 == [one.interest_idr for one in found.rows]


def test_what_is_not_there_is_not_found(plan, tmp_path):
    """A scheme that nobody stored, and a store without any."""
    with pytest.raises(NotFoundError, match=r"'kur'.*pmk-49-2025"):
        plan("kur")
    with init_workspace(Settings(home=tmp_path)) as workspace:
        assert best_known_scheme(loan_schemes(workspace.store, TODAY)) is None
        with pytest.raises(NotFoundError, match="sanding init"):
            loan_plan(workspace.store, LoanWish(LOAN), TODAY)


@pytest.mark.parametrize(
    ("name", "text", "language", "value"),
    [
        ("principal_idr", "50 juta", "id", 50_000_000),
        ("principal_idr", "Rp 1.250.000,00", "en", 1_250_000),
        ("tenor_months", "24", "id", 24),
        ("rate_percent_per_year", "5,5", "id", 5.5),
        ("rate_percent_per_year", "5.5", "en", 5.5),
    ],
)
def test_terms_are_typed_like_cells(name, text, language, value):
    """Money in every spelling; decimals as the language writes them."""
    assert value == typed_term(name, text, language)


@pytest.mark.parametrize("text", ["", " ", "-", "tidak tahu", "banyak", "-5 juta", "9e99"])
def test_what_is_no_amount_is_refused(text):
    """Unknown is not zero; the sentence says how to write it."""
    with pytest.raises(LoanRefusedError) as caught:
        typed_term("principal_idr", text, "id")
    assert "principal_idr" == caught.value.field
    assert caught.value.message_id.endswith(".")
