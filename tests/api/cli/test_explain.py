"""``sanding explain``: sums that hold, and a page that shows them."""

import csv
import io
import json
import math
import re

import pytest

pytestmark = pytest.mark.usefixtures("home")
ONE = "kkmp-3673011007"
OFFERS = ("konsinyasi", "toko-dikelola-mitra", "pupuk-subsidi", "klinik", "pendampingan")


def number(text):
    """A number as it was shown."""
    return float(text.replace("−", "-").replace(",", "."))


@pytest.fixture(name="explained")
def _explained(sanding):
    """Explain one pair as JSON."""

    def run(offer, *more):
        code, out, err = sanding("explain", ONE, offer, "--format", "json", *more)
        assert (0, "") == (code, err)
        return json.loads(out)

    return run


@pytest.mark.parametrize("offer", OFFERS)
def test_contributions_sum_to_the_logit_of_the_probability(offer, explained):
    """To within 1e-9, from the text of the JSON."""
    found = explained(offer)
    total = math.fsum(term["contribution_logit"] for term in found["contributions"])
    probability = found["suggestion"]["success_probability"]
    assert math.isclose(math.log(probability / (1 - probability)), total, abs_tol=1e-9)
    assert math.isclose(found["logit"], total, abs_tol=1e-9)


@pytest.mark.parametrize("offer", OFFERS)
def test_parts_sum_to_the_balanced_score(offer, explained):
    """The formula's numbers are the score's."""
    found = explained(offer)
    assert math.isclose(found["suggestion"]["score"], math.fsum(found["score_parts"].values()), abs_tol=1e-9)


@pytest.mark.parametrize("offer", OFFERS)
@pytest.mark.parametrize("language", ["id", "en"])
def test_the_numbers_shown_add_up_to_the_sum_shown(offer, language, sanding):
    """Somebody with a pocket calculator gets the sum line."""
    out = sanding("explain", ONE, offer, "--lang", language)[1]
    title, line = ("Sumbangan pada", "Jumlah") if language == "id" else ("Contributions to", "Sum")
    terms, total = re.split(rf"\n  {line} +(?=[+−]\d)", out.split(title, 1)[1], maxsplit=1)
    shown = [number(text) for text in re.findall(r" ([+−]\d+[,.]\d{3}) +█*│", terms)]
    assert len(shown) > 5
    assert math.isclose(number(total.split()[0]), math.fsum(shown), abs_tol=1e-9)


def test_a_terminal_shows_rules_steps_and_what_to_ask(sanding):
    """Each part of the explanation has its place."""
    code, out, err = sanding("explain", ONE, "toko-dikelola-mitra", "--at", "2026-03-01")
    assert (0, "") == (code, err)
    titles = ("Alasan", "Syarat", "Langkah", "Sumbangan pada peluang (logit)", "Rumus skor")
    titles += ("Yang akan menaikkan peluang", "Isian kosong yang paling menentukan")
    assert [title for title in titles if title in out.splitlines()] == list(titles)
    assert "belum diketahui; perlu" in out
    assert "; wajib; asumsi; A-" in out
    assert "DATA CONTOH" in out
    assert [] == [line for line in out.splitlines() if len(line) > 120 or line != line.rstrip()]


def test_csv_lists_every_finding(sanding, explained):
    """One row per rule, contribution, part of the score, change and question."""
    found = explained("toko-dikelola-mitra")
    rows = list(
        csv.DictReader(io.StringIO(sanding("explain", ONE, "toko-dikelola-mitra", "--format", "csv")[1]))
    )
    sections = {"rule": "rules", "contribution": "contributions", "score": "score_parts"}
    sections |= {"raising": "raising", "missing": "missing"}
    assert {name: len(found[key]) for name, key in sections.items()} == {
        name: sum(row["section"] == name for row in rows) for name in sections
    }
    total = math.fsum(float(row["number"]) for row in rows if row["section"] == "contribution")
    assert math.isclose(found["logit"], total, abs_tol=1e-9)


@pytest.mark.parametrize("objective", ["success", "margin", "jobs"])
def test_other_objectives_are_explained_too(objective, sanding):
    """The formula is the one that ranked."""
    code, out, _ = sanding("explain", ONE, "konsinyasi", "--objective", objective)
    assert 0 == code
    assert "Rumus skor" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ("no-such", "konsinyasi"),
        (ONE, "no-such"),
        (ONE, "konsinyasi", "--at", "x"),
        (ONE, "konsinyasi", "--objective", "luck"),
    ],
)
def test_what_is_not_there_cannot_be_explained(arguments, refused):
    """Exit 1 with the name in the sentence."""
    assert "'" in refused("explain", *arguments)[0]
