"""What is asked of a plan, as it is typed into the form or stands in an address."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.datastructures import FormData, QueryParams

from api.texts import Language, Text
from api.web.address_words import whole_number
from recommender.allocations.settings import DEFAULT_STATUSES, AllocationSettings
from recommender.errors import RefusedError
from recommender.stating import statable_field, stated_value

__all__ = ["STATUSES", "AskedPlan", "Sent", "asked_plan"]

STATUSES = (*DEFAULT_STATUSES, "blocked")
"""Statuses to choose from; the last is for trying out only."""

_USUAL: Mapping[str, str] = {
    "tujuan": "balanced",
    "paling": "3",
    "tiap_kecamatan": "0",
    "semua": "",
    "ubah": "0",
    "anggaran": "",
    "anggaran_kecamatan": "",
    "sebelum": "",
}
_LONGEST = 100
# read as any amount of money in rupiah is
_MONEY = "collateral_idr"


Sent = QueryParams | FormData
"""An address's query or a form."""


@dataclass(frozen=True, slots=True)
class AskedPlan:
    """What was typed, and what it means.

    Attributes
    ----------
    typed : mapping of field to text
    statuses : tuple of str
        Ticked; the usual ones where none is.
    settings : AllocationSettings or None
        ``None`` where something typed cannot be read.
    faults : mapping of field to sentence
        In the page's language.
    """

    typed: Mapping[str, str]
    statuses: tuple[str, ...]
    settings: AllocationSettings | None
    faults: Mapping[str, str]

    def query(self) -> dict[str, object]:
        """Return what differs from the usual as words of an address."""
        found: dict[str, object] = {
            name: text for name, text in self.typed.items() if text and text != _USUAL[name]
        }
        if self.statuses != DEFAULT_STATUSES:
            found["status"] = self.statuses
        return found

    def hidden(self) -> list[tuple[str, str]]:
        """Return the same as pairs of name and value, for a form that sends them on."""
        return [
            (name, str(one))
            for name, value in self.query().items()
            for one in (value if isinstance(value, tuple) else (value,))
        ]


def asked_plan(sent: Sent, language: Language) -> AskedPlan:
    """Read what is asked of a plan; what is left blank stands for the usual.

    Parameters
    ----------
    sent : Sent
    language : {'id', 'en'}
        Of the sentences about what cannot be read.
    """
    typed = {
        name: str(sent.get(name, "") or "")[:_LONGEST].strip() or usual for name, usual in _USUAL.items()
    }
    ticked = {str(one) for one in sent.getlist("status")}
    statuses = tuple(one for one in STATUSES if one in ticked) or DEFAULT_STATUSES
    faults: dict[str, str] = {}

    def whole(name: str) -> int:
        text = typed[name]
        number = whole_number(text)
        if number is not None:
            return number
        faults[name] = Text(
            f"“{text}” bukan bilangan bulat. Tulis angka saja, misalnya {_USUAL[name]}.",
            f"“{text}” is no whole number. Use digits only, such as {_USUAL[name]}.",
        ).say(language)
        return 0

    def money(name: str) -> int | None:
        if not typed[name]:
            return None
        try:
            found = stated_value(statable_field(_MONEY), typed[name], language)
        except RefusedError as error:
            faults[name] = error.say(language)
            return None
        return found if isinstance(found, int) else None

    settings = AllocationSettings(
        objective=typed["tujuan"],
        max_per_cooperative=whole("paling"),
        min_per_district=whole("tiap_kecamatan"),
        one_each=typed["semua"] == "1",
        statuses=statuses,
        change_price=_price(typed, faults, language),
        previous_id=typed["sebelum"] or None,
        city_budget_idr=money("anggaran"),
        district_budget_idr=money("anggaran_kecamatan"),
    )
    return AskedPlan(typed, statuses, None if faults else settings, faults)


def _price(typed: Mapping[str, str], faults: dict[str, str], language: Language) -> float:
    """Read the price of a change; it has the unit of the objective, and a decimal comma will do."""
    text = typed["ubah"]
    try:
        if typed["tujuan"] == "margin":
            found = stated_value(statable_field(_MONEY), text, language)
            return float(found) if isinstance(found, int) else 0.0
        return float(text.replace(",", "."))
    except RefusedError as error:
        faults["ubah"] = error.say(language)
    except ValueError:
        faults["ubah"] = Text(
            f"“{text}” bukan angka. Tulis misalnya 0 atau 0,5.",
            f"“{text}” is no number. Write 0 or 0.5, say.",
        ).say(language)
    return 0.0
