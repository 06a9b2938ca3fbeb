"""Sentences of a plan: numbers as people write them, what to do, in two languages."""

from typing import get_args

import pytest

from models.allocation.plan import Relaxation, RelaxationKind
from recommender.allocations.pair_states import CAUSES
from recommender.allocations.settings import Hold
from recommender.allocations.telling import (
    CLOSED_SENTENCES,
    amount_of_value,
    closed_sentence,
    contest_sentence,
    given_sentence,
    joined,
    lock_sentence,
    quota_sentence,
    relaxation_sentence,
)


def test_every_cause_has_its_sentence():
    """One for each that a pair can be closed by."""
    assert set(CAUSES) - {""} == set(CLOSED_SENTENCES)


@pytest.mark.parametrize("kind", get_args(RelaxationKind))
def test_every_relaxation_is_told(kind):
    """With names, not ids, and with the amount where there is one."""
    one = Relaxation(kind, 4, cooperative_id="k1", offer_id="o1", district="d1")
    said = relaxation_sentence(one, {"o1": "Toko"}, {"k1": "Unyur", "d1": "Serang"})
    for sentence in said:
        assert sentence.endswith(".")
        assert not {"k1", "o1", "d1"} & set(sentence.replace(".", "").split())
    if kind not in ("locked", "held", "one_each"):
        assert "4" in said[0]
        assert "4" in said[1]


@pytest.mark.parametrize("unit", ["points", "successes", "jobs", "idr_per_month"])
def test_amounts_have_their_unit(unit):
    """Commas and dots as in each language."""
    id_, en = amount_of_value(1234.5, unit)
    assert "1.234" in id_
    assert "1,234" in en


def test_locks_tell_who_and_why_where_known():
    """And say nothing where not."""
    assert "Dikunci oleh Ani: rapat." == lock_sentence(Hold("k", "o", "locked", "rapat.", "Ani"))[0]
    assert "Dikunci." == lock_sentence(Hold("k", "o"))[0]
    assert "Tempatnya ditahan: rapat." == lock_sentence(Hold("k", "o", "held", "rapat"))[0]
    assert "Dilarang untuk koperasi ini." == closed_sentence("forbidden", None)[0]


def test_quotas_tell_what_is_left_or_what_one_more_would_bring():
    """In the city and in a district."""
    assert "1 place left." == quota_sentence("Toko", None, 1, None)[1]
    assert "Masih 2 tempat di Serang." == quota_sentence("Toko", "Serang", 2, None)[0]
    assert (
        "Kuota Toko penuh; satu tempat lagi menambah 5 poin."
        == quota_sentence("Toko", None, 0, ("5 poin", "5"))[0]
    )
    assert "Kuota Toko di Serang penuh." == quota_sentence("Toko", "Serang", 0, None)[0]


def test_other_sentences():
    """Choices, contests, several together."""
    said = given_sentence(2, 9, 4, "kept")[0]
    assert said.startswith("Pilihan ke-2 dari 9 yang terbuka; mendapat satu dari 4 tempat yang ada; ")
    assert said.endswith("tetap dari rencana sebelumnya.")
    assert "Pilihan ke-1 dari 3 yang terbuka." == given_sentence(1, 3, None, "new")[0]
    assert "Diminati 5 koperasi; tanpa batas tempat." == contest_sentence(5, None)[0]
    assert ("a b", "c d") == joined([("a", "c"), ("b", "d")])
