"""What a training did, which models there are, and who put which to work."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from api.cli.amounts import number
from api.cli.terminal import day_text
from api.texts import Language, Text

if TYPE_CHECKING:
    from recommender.training.promoting import Promotion
    from recommender.training.train import TrainResult
    from recommender.training.versions import ModelLine

__all__ = [
    "model_lines_of",
    "promotion_record",
    "promotion_sentence",
    "training_record",
    "training_sentences",
]

_NOTHING = Text(
    "Belum ada hasil yang dapat dipelajari per {day}; saran tetap memakai {before}. Sebuah hasil "
    "terhitung 270 hari setelah peristiwa pertamanya.",
    "There is nothing to learn from yet as of {day}; advice still rests on {before}. An outcome counts "
    "270 days after its first event.",
)
_LEARNED = Text(
    "Dipelajari per {day}: {count} hasil dari {cooperatives} koperasi, {successes} di antaranya berhasil.",
    "Learned as of {day}: {count} outcomes of {cooperatives} cooperatives, {successes} of them successes.",
)
_TURNED = Text(
    "Apa yang membuat usaha berhasil agaknya telah berubah: dari hasil itu hanya {count} yang terbaru "
    "menggambarkan hari ini; yang lebih lama dihitung kurang, atau tidak lagi.",
    "What makes a business succeed has likely turned: of these outcomes only the newest {count} speak "
    "of today; older ones count less, or no longer.",
)
_WAITING = Text(
    "{count} peristiwa menunggu konfirmasi dan belum dihitung.",
    "{count} events wait to be confirmed and do not count yet.",
)
_HELD = Text(
    "Ditahan sampai diperiksa: {count} keberhasilan {offer} antara {first} dan {last}.",
    "Held until looked at: {count} successes of {offer} between {first} and {last}.",
)
_PROMOTED = Text(
    "{version} aktif sekarang, menggantikan {before}. Kembali: `sanding models rollback`.",
    "{version} answers from now on, in the place of {before}. To go back: `sanding models rollback`.",
)
_SAME = Text("{version} tetap aktif: isinya sama.", "{version} stays active: it is the same model.")
_KEPT = Text(
    "{version} disimpan, tetapi tidak diaktifkan; {before} tetap aktif.",
    "{version} was registered, but not promoted; {before} stays active.",
)
_MOVED = Text(
    "{to} aktif sejak {at} (oleh {author}; alasan: {why}).",
    "{to} is active since {at} (by {author}; reason: {why}).",
)
_STATUS = {
    "active": Text("aktif", "active"),
    "promoted": Text("pernah aktif", "was active"),
    "registered": Text("tersimpan", "registered"),
    "refused": Text("DITOLAK", "REFUSED"),
}
_PRIOR = Text("keyakinan ahli", "the experts' beliefs")
_TRAINED = Text(
    "{count} hasil per {at}, dilatih {author}, log loss {loss} (ahli {prior})",
    "{count} outcomes as of {at}, trained by {author}, log loss {loss} (experts {prior})",
)
_UNKNOWN = "?"
_NOT_COUNTED = ("waiting_count", "struck_count")


def training_sentences(found: "TrainResult", prior_version: str, language: Language) -> list[str]:
    """Say what was learned, what was not and why, and who answers from now on."""
    before = found.before or prior_version
    day = day_text(found.at, language)
    if found.version is None:
        lines = [_NOTHING.say(language).format(day=day, before=before)]
    else:
        told = {"cooperatives": found.cooperative_count, "successes": found.success_count}
        lines = [_LEARNED.say(language).format(day=day, count=found.outcome_count, **told)]
    if found.today_count < found.outcome_count and found.version is not None:
        lines.append(_TURNED.say(language).format(count=found.today_count))
    if found.waiting_count:
        lines.append(_WAITING.say(language).format(count=found.waiting_count))
    for run in found.held:
        days = {"first": day_text(run.first_on, language), "last": day_text(run.last_on, language)}
        lines.append(_HELD.say(language).format(count=len(run.event_ids), offer=run.offer_id, **days))
    for one in found.findings:
        sentence = one.message_en if language == "en" else one.message_id
        lines.append(f"{'+' if one.passed else '!'} {sentence}")
    if found.version is not None:
        kept = _SAME if found.version == found.before else _KEPT
        verdict = _PROMOTED if found.promoted else kept
        lines.append(verdict.say(language).format(version=found.version, before=before))
    return lines


def training_record(found: "TrainResult", prior_version: str) -> dict[str, Any]:
    """Return what became of a training as a record."""
    plain = ("at", "outcome_count", "today_count", "success_count", "cooperative_count", *_NOT_COUNTED)
    return {
        **{name: getattr(found, name) for name in plain},
        "snapshot_sha256": found.snapshot_sha256,
        "version": found.version,
        "before": found.before or prior_version,
        "promoted": found.promoted,
        "passed": found.passed,
        "held": [asdict(run) for run in found.held],
        "reasons": [one.model_dump() for one in found.findings],
        "figures": dict(found.figures),
    }


def model_lines_of(found: Sequence["ModelLine"], language: Language) -> list[str]:
    """Return one line for each model."""
    return [_line(one, language) for one in found]


def promotion_sentence(found: "Promotion", prior_version: str, language: Language) -> str:
    """Say who answers from now on."""
    return _MOVED.say(language).format(
        to=found.to_version or f"{prior_version} ({_PRIOR.say(language)})",
        at=found.made_at.isoformat(sep=" ", timespec="minutes"),
        author=found.author,
        why=found.why,
    )


def promotion_record(found: "Promotion", prior_version: str) -> dict[str, Any]:
    """Return a promotion as a record; the prior by its name."""
    named = {
        "from_version": found.from_version or prior_version,
        "to_version": found.to_version or prior_version,
    }
    return {**asdict(found), **named}


def _line(one: "ModelLine", language: Language) -> str:
    status = _STATUS[one.status].say(language)
    if one.fault_id is not None:
        told = str(one.fault_en if language == "en" else one.fault_id)
    elif one.facts is None:
        told = _PRIOR.say(language)
    else:
        facts, figures = one.facts, one.facts.figures
        told = _TRAINED.say(language).format(
            count=facts.outcome_count,
            at=facts.at.isoformat(),
            author=facts.author,
            loss=_figure(figures.get("log_loss_candidate"), language),
            prior=_figure(figures.get("log_loss_prior"), language),
        )
    return f"{one.version}  {status}  {told}"


def _figure(value: float | None, language: Language) -> str:
    return _UNKNOWN if value is None else number(value, language, 3)
