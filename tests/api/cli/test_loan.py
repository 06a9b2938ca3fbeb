"""``sanding loan``: instalments, their warnings, refusals."""

import csv
import io
import json

import pytest

pytestmark = pytest.mark.usefixtures("home")
COLUMNS = ["month", "principal_idr", "interest_idr", "payment_idr", "balance_idr"]


def test_csv_holds_the_months_and_standard_error_the_warnings(sanding):
    """Whole rupiah, the contract's columns in order; the warning of the status is not lost."""
    code, out, err = sanding("loan", "--principal", "50 juta", "--format", "csv")
    assert 0 == code
    assert COLUMNS == out.splitlines()[0].split(",")
    rows = [{name: int(cell) for name, cell in row.items()} for row in csv.DictReader(io.StringIO(out))]
    assert 72 == len(rows)
    assert 50_000_000 == sum(row["principal_idr"] for row in rows)
    assert [0] * 6 == [row["principal_idr"] for row in rows[:6]]
    assert 0 == rows[-1]["balance_idr"]
    assert err.startswith("Tidak berlaku lagi, jadi tidak dapat diajukan. Dinyatakan 14 November 2025")


def test_json_holds_everything(sanding):
    """The scheme, its warning, remarks, totals that are those of the months."""
    code, out, err = sanding("loan", "--principal", "600000000", "--format", "json", "--lang", "en")
    assert (0, "") == (code, err)
    found = json.loads(out)
    assert found["warning"].startswith("No longer valid")
    assert "beyond_working_capital" in {one["code"] for one in found["remarks"]}
    assert found["totals"]["paid_idr"] == sum(one["payment_idr"] for one in found["instalments"])
    assert COLUMNS == list(found["instalments"][0])
    assert ("pmk-49-2025", False, True) == (
        found["scheme"]["scheme_id"],
        found["scheme"]["is_open"],
        found["scheme"]["is_old"],
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("id", ("! Belum dapat diajukan", "~ Masa tenggang belum diketahui. Asumsi", "Angsuran terbesar")),
        ("en", ("! It cannot be applied for yet", "~ The grace is not known. Assumption", "Largest payment")),
    ],
)
def test_a_terminal_says_the_warning_before_the_numbers(language, words, sanding):
    """Status, assumptions, totals, months, in this order; no line too long."""
    code, out, err = sanding(
        "loan", "--principal", "1,5 M", "--scheme", "kopdes-kadis-2025-07-08", "--lang", language
    )
    assert (0, "") == (code, err)
    plain = " ".join(out.split())
    places = [plain.index(word) for word in words]
    assert sorted(places) == places
    assert "Rp1.500.000.000" in out.replace(",", ".")
    assert 120 == sum(line.split()[0].isdecimal() for line in out.splitlines() if line.count("Rp") == 4)
    assert [] == [line for line in out.splitlines() if len(line) > 120 or line != line.rstrip()]


def test_what_a_scheme_leaves_open_can_be_given(sanding, refused):
    """A tenor and a rate, with a comma or a point; both are marked as assumed."""
    open_terms = ("loan", "--principal", "10jt", "--scheme", "kadis-2026-02-18", "--format", "json")
    assert "--rate" in refused(*open_terms)[0]
    assert "--tenor" in refused(*open_terms, "--rate", "6")[0]
    for rate in ("5,5", "5.5"):
        found = json.loads(sanding(*open_terms, "--rate", rate, "--tenor", "4")[1])
        assert (5.5, 4) == (found["rate_percent_per_year"], len(found["instalments"]))
        assert {"tenor_given", "rate_given"} <= {one["code"] for one in found["remarks"]}


def test_the_answer_can_be_a_file(sanding, tmp_path):
    """Its ending names the form; a refusal leaves none behind."""
    path = tmp_path / "angsuran.csv"
    assert 1 == sanding("loan", "--principal", "4 M", "--out", path)[0]
    assert not path.exists()
    assert (0, "") == sanding("loan", "--principal", "4 juta", "--out", path)[:2]
    assert ",".join(COLUMNS) == path.read_text(encoding="utf-8").splitlines()[0]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--principal", "3000000001"), "melebihi plafon skema ini, Rp3.000.000.000"),
        (("--principal", "0"), "lebih dari Rp0"),
        (("--principal", "banyak"), "bukan jumlah uang"),
        (("--principal", "tidak tahu"), "belum diisi"),
        (("--principal", "5jt", "--tenor", "73"), "paling lama 72 bulan"),
        (("--principal", "5jt", "--tenor", "6"), "masa tenggang"),
        (("--principal", "5jt", "--rate", "3"), "menyebut bunganya sendiri"),
        (("--principal", "5jt", "--scheme", "kur"), "'kur'"),
    ],
)
def test_what_cannot_be_lent_is_refused_with_its_reason(arguments, reason, refused):
    """Exit 1, nothing on standard output."""
    assert reason in refused("loan", *arguments)[0]


def test_a_loan_needs_an_amount(sanding):
    """Without one the command was used wrongly."""
    assert 2 == sanding("loan")[0]
