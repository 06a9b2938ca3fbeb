"""Which model answers, why and how well; a model that cannot be read is named and hides nothing."""

import re
from html import unescape

import pytest

from recommender.registry.registering import register
from tests.learned import NOW, make_facts, make_learned, register_some
from tools.happenings import let_happen, let_much_happen, story

FIGURES = {
    "outcomes": 60.0,
    "cooperatives": 20.0,
    "log_loss_candidate": 0.5,
    "log_loss_prior": 0.61,
    "log_loss_active": 0.55,
    "log_loss_against_prior_low": -0.2,
    "log_loss_against_prior_high": -0.05,
    "log_loss_against_active_low": -0.1,
    "log_loss_against_active_high": 0.1,
    "ndcg5_candidate": 0.4,
    "ndcg5_prior": 0.5,
    "ndcg5_against_prior_low": -0.2,
    "ndcg5_against_prior_high": -0.05,
    "ece_candidate": None,
}


def plain(answer):
    """The text of a page in single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def shown(client, language="id"):
    """The page's text."""
    answer = client.get("/model", headers={"Accept-Language": language})
    assert 200 == answer.status_code
    return plain(answer)


def break_rows(workspace, statement):
    """Change what is stored as a foreign program would."""
    with workspace.store.snapshot() as snapshot:
        snapshot._connection.exec_driver_sql(statement)
        snapshot._connection.commit()


@pytest.fixture(name="versions")
def _versions(desk):
    """Two registered models."""
    return register_some(desk.app.state.workspace.store, (60, 70))


def test_without_a_model_the_belief_answers_and_the_page_says_what_has_to_happen(clients):
    """On every store, in both languages; nothing is promised."""
    for client in clients.values():
        text = shown(client)
        assert "Keyakinan ahli menjawab sendiri. Belum ada model yang dipelajari dari hasil." in text
        for words in (
            "270 hari setelah peristiwa pertamanya",
            "Belum ada pasangan yang dimulai",
            "5 koperasi",
        ):
            assert words in text
        assert "Belum ada promosi." in text
        assert "The experts' belief answers alone." in shown(client, "en")


def test_the_next_outcome_has_a_day(desk):
    """270 days after the first event of the pair that began first."""
    workspace = desk.app.state.workspace
    first = workspace.today().replace(month=6, day=1)
    with workspace.store.revision(author="t", source="t", made_at=workspace.now()) as revision:
        revision.upsert("events", story("x", ("kkmp-3673011007", "token-pln"), first, opens=True))
    text = shown(desk)
    assert "Pasangan yang belum genap waktunya 1" in text
    assert "Yang berikutnya paling cepat 26 Feb 2027." in text


def test_the_model_that_answers_is_told_with_who_when_and_why(desk, versions):
    """And every decision, newest first."""
    workspace = desk.app.state.workspace
    assert "Sudah ada model yang disimpan, tetapi belum ada yang diaktifkan." in shown(desk)
    workspace.promote_model(versions[0], author="Ani", why="rapat 7/2026")
    workspace.promote_model(versions[1], author="Budi")
    text = shown(desk)
    now = f"{versions[1]} menjawab sejak 21 Nov 2026, diputuskan Budi. Alasan: tanpa alasan tertulis."
    assert now in text
    assert "Reason: no reason given." in shown(desk, "en")
    assert "0" * 64 in text
    assert text.index(f"{versions[0]} → {versions[1]}") < text.index("rapat 7/2026")
    workspace.roll_back_model(author="Cici", why="angka aneh")
    text = shown(desk)
    assert f"{versions[0]} menjawab sejak 21 Nov 2026, diputuskan Cici. Alasan: angka aneh." in text
    assert "Dikembalikan 21 Nov 2026, Cici" in text
    workspace.roll_back_model(author="Cici", why="kembali ke ahli")
    assert "Keyakinan ahli menjawab sendiri. Sejak 21 Nov 2026, diputuskan Cici." in shown(desk)


@pytest.mark.parametrize(("of_today", "is_told"), [(30.0, True), (60.0, False), (None, False)])
def test_outcomes_that_count_no_longer_are_told(desk, of_today, is_told):
    """Where there are some; a model that says nothing of it tells nothing."""
    workspace, model = desk.app.state.workspace, make_learned(60, seed=3)
    figures = {"outcomes": 60.0} if of_today is None else {"outcomes": 60.0, "outcomes_of_today": of_today}
    opened = register(workspace.store, model, make_facts(model, figures=figures), made_at=NOW)
    workspace.promote_model(opened.version, author="Ani", why="rapat")
    assert is_told == ("Menggambarkan hari ini 30 Apa yang membuat usaha berhasil" in shown(desk))


def test_the_judgement_is_told_in_plain_words(desk):
    """Better, worse, not shown to differ; unknown is unknown; the gate's findings are below."""
    workspace = desk.app.state.workspace
    model = make_learned(60)
    facts = make_facts(model, figures=FIGURES, passed=False)
    version = register(workspace.store, model, facts, made_at=NOW).version
    workspace.promote_model(version, author="Ani", why="dilihat bersama")
    text = shown(desk)
    for words in (
        "Tidak lulus Belum terbukti sebaik yang lain",
        "60 hasil dari 20 koperasi disisihkan.",
        "Peluangnya lebih tepat daripada keyakinan ahli.",
        "Ketepatan peluangnya belum terbukti berbeda dari model sebelumnya.",
        "Urutannya kurang baik daripada keyakinan ahli.",
        "0,500 0,610 0,550",
        "0,400 0,500 belum diketahui",
        "Mendukung: Lebih baik.",
    ):
        assert words in text, words


def test_a_model_that_cannot_be_read_is_named_and_the_rest_is_shown(desk, versions):
    """The one before answers; why, and what to do, stands on the page."""
    workspace = desk.app.state.workspace
    for version in versions:
        workspace.promote_model(version, author="Ani", why="rapat")
    break_rows(workspace, f"UPDATE models SET manifest = x'7b' WHERE version = '{versions[1]}'")
    text = shown(desk)
    assert f"{versions[0]} menjawab sebagai pengganti model yang tidak dapat dipakai." in text
    assert f"{versions[1]}: Isi model tidak lagi seperti saat disimpan." in text
    assert "sanding models rollback" in text
    assert "ditolak" in text
    break_rows(workspace, f"UPDATE models SET payload = x'00' WHERE version = '{versions[0]}'")
    assert "Model yang dipromosikan tidak dapat dipakai; lihat peringatan di atas." in shown(desk)


def test_a_changed_log_of_promotions_is_named(desk, versions):
    """What was decided before the change still stands."""
    workspace = desk.app.state.workspace
    for version in versions:
        workspace.promote_model(version, author="Ani", why="rapat")
    break_rows(workspace, "UPDATE promotions SET author = 'Orang lain' WHERE number = 2")
    text = shown(desk)
    assert "Catatan promosi nomor 2 dan sesudahnya tidak berlaku" in text
    assert "Orang lain" not in text
    assert versions[0] in text


@pytest.mark.slow
def test_damaged_events_hide_no_model(desk, versions):
    """What rests on outcomes is worked out from what was recorded last."""
    workspace = desk.app.state.workspace
    let_happen(workspace)
    workspace.promote_model(versions[0], author="Ani", why="rapat")
    break_rows(workspace, "UPDATE events SET occurred_on = 'rusak' WHERE event_id = 'e00-a'")
    text = shown(desk)
    assert f"{versions[0]} menjawab sejak" in text
    assert "Hasil 20" in text


def test_what_cannot_be_worked_out_is_said(desk, versions, monkeypatch):
    """Who answers is shown all the same."""
    workspace = desk.app.state.workspace
    workspace.promote_model(versions[0], author="Ani", why="rapat")

    def broken(_day=None):
        raise ValueError

    monkeypatch.setattr(workspace, "outcome_record", broken)
    text = shown(desk)
    assert 2 == text.count("Tidak dapat dihitung dari data sekarang.")
    assert f"{versions[0]} menjawab sejak" in text


@pytest.mark.slow
def test_beliefs_that_outcomes_contradict_are_named_with_how_sure_it_is(desk):
    """After learning from what happened in the store; the others stand below."""
    workspace = desk.app.state.workspace
    let_much_happen(workspace)
    found = workspace.train(author="Ani")
    assert found.promoted
    text = shown(desk)
    assert f"Alasan: lulus gerbang, {found.outcome_count} hasil." in text
    beliefs = workspace.model_report().beliefs
    contradicted = [one for one in beliefs if one.is_contradicted]
    assert len(contradicted) >= 3
    for one in contradicted:
        assert one.found.sentence_id in text
        assert one.confidence >= 0.9
    assert f"{len(beliefs) - len(contradicted)} keyakinan yang belum dibantah" in text
    assert contradicted[0].found.sentence_en in shown(desk, "en")


def test_there_are_no_deeds_here_but_commands(desk, versions):
    """The page tells them exactly."""
    answer = desk.get("/model")
    assert "<form" not in answer.text
    text = plain(answer)
    assert f'sanding models promote {versions[1]} --why "alasannya"' in text
    assert 'sanding models rollback --why "alasannya"' in text
    assert 405 == desk.post("/model").status_code
