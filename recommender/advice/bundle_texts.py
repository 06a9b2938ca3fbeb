"""Sentences about bundles: why an offer is left out, and what an addition would bring."""

from collections.abc import Mapping

from models.bundles.left_out import LeftOut
from models.explain.amounts import number, rupiah, square_metres
from models.explain.texts import Language
from recommender.advice.bundle_records import UsefulAddition

__all__ = ["addition_sentence", "amount_words", "left_out_sentence"]

_NAMES = {
    "id": {
        "shop_area_m2": "ruang toko",
        "store_area_m2": "ruang gudang",
        "capital_idr": "modal",
        "people_count": "anggota",
    },
    "en": {
        "shop_area_m2": "shop area",
        "store_area_m2": "store area",
        "capital_idr": "capital",
        "people_count": "members",
    },
}
_WHY = {
    "id": {
        "worthless": "Dengan angka yang ada sekarang tidak menghasilkan.",
        "need_unknown": "Kebutuhan {name} model ini belum diketahui, padahal {name} terbatas.",
        "too_large": "Memerlukan {name} {amount} lebih banyak daripada yang ada.",
        "exclusive": "Hanya satu dari kelompoknya yang dapat dijalankan; {other} dipilih.",
        "no_room": "Bersama yang dipilih, {name} kurang {amount}.",
        "enough": "Cocok, tetapi sebaiknya tidak memulai lebih banyak sekaligus.",
    },
    "en": {
        "worthless": "By the numbers known now it earns nothing.",
        "need_unknown": "How much {name} it takes is not known, and {name} is limited.",
        "too_large": "It takes {amount} more {name} than there is.",
        "exclusive": "Only one of its group can be run; {other} is chosen.",
        "no_room": "Beside the chosen ones, {amount} of {name} is missing.",
        "enough": "It fits, but more should not be begun at once.",
    },
}
_ADDITION = {
    "id": "{amount} {name} lagi: {comes} masuk{goes}; {gain} sebulan lebih banyak.",
    "en": "{amount} more {name}: {comes} comes in{goes}; {gain} a month more.",
}
_ADDITION_JOBS = {
    "id": "{amount} {name} lagi: {comes} masuk{goes}; sasaran pekerja tercapai (+{jobs} orang).",
    "en": "{amount} more {name}: {comes} comes in{goes}; the target of workers is reached (+{jobs}).",
}
_GOES = {"id": " menggantikan {names}", "en": " for {names}"}


def amount_words(resource: str, amount: float, language: Language) -> str:
    """Say an amount of one resource in its unit.

    Examples
    --------
    >>> amount_words("shop_area_m2", 2.5, "id"), amount_words("capital_idr", 5e6, "en")
    ('2,5 m²', 'Rp5,000,000')
    """
    if resource == "capital_idr":
        return rupiah(amount, language)
    if resource == "people_count":
        return f"{number(amount, language)} {'orang' if language == 'id' else 'people'}"
    return square_metres(amount, language)


def left_out_sentence(found: LeftOut, amount: float, other: str, language: Language) -> str:
    """Say why an offer is left out; ``amount`` is what is missing, ``other`` the title in its way."""
    resource = found.resource or "capital_idr"
    return _WHY[language][found.code].format(
        name=_NAMES[language][resource], amount=amount_words(resource, amount, language), other=other
    )


def addition_sentence(change: UsefulAddition, titles: Mapping[str, str], language: Language) -> str:
    """Say what an addition would bring; ``titles`` are those of the offers."""
    pattern = _ADDITION_JOBS if change.reaches_target else _ADDITION
    names = ", ".join(titles[one] for one in change.goes_out)
    return pattern[language].format(
        amount=amount_words(change.resource, change.amount, language),
        name=_NAMES[language][change.resource],
        comes=", ".join(titles[one] for one in change.comes_in),
        goes=_GOES[language].format(names=names) if names else "",
        gain=rupiah(change.gain_idr, language),
        jobs=number(change.gain_jobs, language),
    )
