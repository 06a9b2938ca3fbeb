"""One cooperative's row of a worklist, with names and sentences."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from models.barriers.changes import Change
from models.barriers.signs import Sign
from models.barriers.unlocking import Unlocked
from models.explain.texts import Language
from recommender.directory import CooperativeLine
from recommender.gathering import Gathered, rule_fields
from recommender.worklist.evidence import Held, label_of, said
from recommender.worklist.records import (
    Barrier,
    Evidence,
    Intervention,
    NamedOffer,
    Question,
    WorkRow,
)
from recommender.worklist.scoring import Finding

__all__ = ["RowWriter"]

_MOST_FIELDS = 3
_MOST_FURTHER = 2
_ASSUMED = frozenset({"asset", "mentoring"})

_SENTENCES = {
    "id": {
        "stated": "Disebut sendiri oleh koperasi.",
        "failed": "{label}: {value}. Belum memenuhi syarat {count} dari {total} model bisnis.",
        "quota": "Kuota",
        "full": "Kuota sudah penuh pada {count} dari {total} model bisnis.",
        "prices": "Daftar harga pemasok",
        "change": "{label} menjadi {value}. {remedy}",
        "document": "Lengkapi {label}. {remedy}",
        "asset": "Pinjamkan aset {asset}, {km} km dari koperasi.",
        "mentoring": "{title}: selesaikan bersama pendamping {labels}.",
        "zero_capital": "Mulai dengan {title}: siap diajukan, tanpa modal sendiri.",
    },
    "en": {
        "stated": "Stated by the cooperative itself.",
        "failed": "{label}: {value}. Does not meet the rules of {count} of {total} offers.",
        "quota": "Quota",
        "full": "The quota is full for {count} of {total} offers.",
        "prices": "Supplier price list",
        "change": "{label} becomes {value}. {remedy}",
        "document": "Complete {label}. {remedy}",
        "asset": "Lend asset {asset}, {km} km from the cooperative.",
        "mentoring": "{title}: settle together with the mentor {labels}.",
        "zero_capital": "Start with {title}: ready to apply, no capital of its own.",
    },
}


@dataclass(frozen=True, slots=True)
class RowWriter:
    """Writes rows in one language.

    ``asset_km`` is how far the asset planned for each cooperative is; ``has_prices`` whether any supplier's
    price is valid on the day.
    """

    source: Gathered
    language: Language
    asset_km: Mapping[tuple[str, str], float]
    has_prices: bool

    def row(self, line: CooperativeLine, finding: Finding, held: Held) -> WorkRow:
        """Write one row."""
        interventions = self._interventions(line.cooperative_id, finding)
        return WorkRow(
            cooperative_id=line.cooperative_id,
            cooperative_name=line.name,
            area_name=line.area_name,
            district=line.district,
            stage=line.stage,
            data_source=line.data_source,
            barriers=self._barriers(finding.signs, held),
            intervention=interventions[0] if interventions else None,
            further=tuple(interventions[1 : 1 + _MOST_FURTHER]),
            questions=tuple(
                Question(one.field, one.label_en if self.language == "en" else one.label_id)
                for one in finding.questions
            ),
        )

    def _barriers(self, signs: tuple[Sign, ...], held: Held) -> tuple[Barrier, ...]:
        found = [self._barrier(sign, held) for sign in signs]
        if not self.has_prices and all(one.barrier != "supply" for one in found):
            found.append(Barrier("supply", "unknown", 0, 0, (), (_SENTENCES[self.language]["prices"],)))
        return tuple(found)

    def _barrier(self, sign: Sign, held: Held) -> Barrier:
        words = _SENTENCES[self.language]
        evidence = []
        if sign.is_stated:
            evidence.append(self._evidence("barriers", held, 0, words["stated"]))
        for one in sign.failed[:_MOST_FIELDS]:
            sentence = words["failed"].format(
                label=label_of(one.field, self.language),
                value=held.words(one.field, self.language) or "",
                count=one.offer_count,
                total=sign.open_count,
            )
            evidence.append(self._evidence(one.field, held, one.offer_count, sentence))
        if sign.barrier == "supply" and sign.failing_count and not sign.failed:
            sentence = words["full"].format(count=sign.failing_count, total=sign.open_count)
            evidence.append(
                Evidence("city_quota", words["quota"], None, sign.failing_count, None, None, sentence)
            )
        unknown = [label_of(one.field, self.language) for one in sign.unknown]
        if sign.barrier == "supply" and not self.has_prices:
            unknown.append(words["prices"])
        return Barrier(
            barrier=sign.barrier,
            strength=sign.strength,
            failing_count=sign.failing_count,
            open_count=sign.open_count,
            evidence=tuple(evidence),
            unknown_fields=tuple(unknown),
        )

    def _evidence(self, field: str, held: Held, count: int, sentence: str) -> Evidence:
        return Evidence(
            field=field,
            label=label_of(field, self.language),
            value=held.words(field, self.language),
            offer_count=count,
            source=held.source(field),
            observed_on=held.observed_on(field),
            sentence=sentence,
        )

    def _interventions(self, cooperative_id: str, finding: Finding) -> list[Intervention]:
        found = [
            self._intervention(cooperative_id, change, effect, finding) for change, effect in finding.changes
        ]
        if finding.ready:
            # To start what is ready now opens one offer and asks for nothing: before what opens as few.
            place = sum(len(one.opened) > 1 for one in found)
            found.insert(place, self._start(finding))
        return found

    def _intervention(
        self, cooperative_id: str, change: Change, effect: Unlocked, finding: Finding
    ) -> Intervention:
        return Intervention(
            kind=change.kind,
            key=change.key,
            text=self._text(cooperative_id, change),
            opened=self._offers(effect.opened),
            cleared=self._offers(effect.cleared),
            eased_count=len(effect.eased),
            cost_idr=change.cost_idr,
            days=change.days,
            margin_idr_per_month=_best(finding, effect.opened),
            is_assumed=change.kind in _ASSUMED,
        )

    def _start(self, finding: Finding) -> Intervention:
        column = finding.ready[0]
        offer = self.source.context.offers.iloc[column]
        days = offer["setup_days"]
        return Intervention(
            kind="zero_capital",
            key=str(offer["offer_id"]),
            text=_SENTENCES[self.language]["zero_capital"].format(title=offer["title"]),
            opened=self._offers((column,)),
            cleared=(),
            eased_count=0,
            cost_idr=0,
            days=None if np.isnan(days) else int(days),
            margin_idr_per_month=_best(finding, (column,)),
            is_assumed=False,
        )

    def _text(self, cooperative_id: str, change: Change) -> str:
        words = _SENTENCES[self.language]
        if change.kind == "asset":
            km = f"{self.asset_km[cooperative_id, change.key]:.1f}"
            km = km.replace(".", ",") if self.language == "id" else km
            return words["asset"].format(asset=change.key, km=km)
        labels = {field: label_of(field, self.language) for field in change.supposed}
        if change.kind == "mentoring":
            title = self._offers((self.source.context.offer_ids.index(change.key),))[0].title
            return words["mentoring"].format(title=title, labels=", ".join(labels.values()))
        ((field, value),) = change.supposed.items()
        column = rule_fields().get(field)
        is_paper = column is not None and column.kind == "yes_no"
        return (
            words["document" if is_paper else "change"]
            .format(label=labels[field], value=said(column, value, self.language), remedy=change.remedy)
            .strip()
        )

    def _offers(self, columns: tuple[int, ...]) -> tuple[NamedOffer, ...]:
        context = self.source.context
        titles = context.offers["title"]
        return tuple(NamedOffer(context.offer_ids[column], str(titles.iloc[column])) for column in columns)


def _best(finding: Finding, columns: tuple[int, ...]) -> int | None:
    known = [float(finding.margin[column]) for column in columns if not np.isnan(finding.margin[column])]
    return round(max(known)) if known else None
