"""`sanding economics`: a month of one offer in one cooperative, from demand to payback."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.answers import answer
from api.cli.options import At, FormatOption, LanguageOption, OutOption, chosen_format, day_asked
from api.texts import Language

if TYPE_CHECKING:
    from recommender.advice.economics import Month, PairEconomics

__all__ = ["economics"]

_ROWS = {
    "sold_units": ("Satuan terjual", "Units sold"),
    "gross_idr": ("Margin kotor", "Gross margin"),
    "running_cost_idr": ("Biaya berjalan", "Running cost"),
    "margin_idr": ("Margin bersih", "Net margin"),
    "payback_months": ("Balik modal (bulan)", "Payback (months)"),
}
_WORDS = {
    "id": {
        "head": "Sebulan: rendah / perkiraan / tinggi",
        "unknown": "belum diketahui",
        "driver": "Rentangnya terutama karena {label} belum pasti: {low} sampai {high}.",
        "fee": "Dikelola pihak ketiga: koperasi menerima imbalan.",
        "assumed": "Angkanya memakai asumsi; dinyatakan {day}, sumber {source}.",
    },
    "en": {
        "head": "A month: low / likely / high",
        "unknown": "not known",
        "driver": "The spread comes mostly from {label}, which is not certain: {low} to {high}.",
        "fee": "Managed by a third party: the cooperative earns a fee.",
        "assumed": "The figures rest on assumptions; stated on {day}, source {source}.",
    },
}


def economics(
    cooperative_id: Annotated[str, typer.Argument(metavar="COOPERATIVE_ID", help="Koperasi. / Cooperative.")],
    offer_id: Annotated[str, typer.Argument(metavar="OFFER_ID", help="Model bisnis. / Business model.")],
    at: At = None,
    form: FormatOption = None,
    out: OutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Hitungan sebulan: permintaan, margin, balik modal. / A month: demand, margin, payback."""
    from recommender.workspace import open_workspace

    with open_workspace() as workspace:
        found = workspace.economics(cooperative_id, offer_id, at=day_asked(at), language=language)
    record = {
        "cooperative_id": found.cooperative_id,
        "offer_id": found.offer_id,
        **{
            f"{case}_{name}": value
            for case in ("low", "likely", "high")
            for name, value in asdict(getattr(found, case)).items()
        },
        "capital_idr": found.capital_idr,
        "jobs_count": found.jobs_count,
        "is_fee_only": found.is_fee_only,
        "margin_basis": found.margin_basis,
        "drivers": [asdict(one) for one in found.drivers],
        "source": found.source,
        "confirmed_on": found.confirmed_on,
    }
    answer(_lines(found, language), record, chosen_format(form, out), out)


def _lines(found: "PairEconomics", language: Language) -> list[str]:
    from api.cli.amounts import rupiah

    words = _WORDS[language]
    lines = [found.offer_title, words["head"]]
    for name, labels in _ROWS.items():
        cells = [_cell(one, name, language) for one in (found.low, found.likely, found.high)]
        lines.append(f"  {labels[language == 'en']:<22}{' / '.join(cells)}")
    if found.is_fee_only:
        lines.append(words["fee"])
    if found.drivers:
        first = found.drivers[0]
        low, high = rupiah(first.low_idr, language), rupiah(first.high_idr, language)
        lines.append(words["driver"].format(label=first.label, low=low, high=high))
    if found.margin_basis != "known":
        day = found.confirmed_on.isoformat() if found.confirmed_on else words["unknown"]
        lines.append(words["assumed"].format(day=day, source=found.source or words["unknown"]))
    return lines


def _cell(month: "Month", name: str, language: Language) -> str:
    from api.cli.amounts import number, rupiah

    value = getattr(month, name)
    if value is None:
        return _WORDS[language]["unknown"]
    return rupiah(value, language) if name.endswith("_idr") else number(value, language)
