"""Who usually does a step: an assumption of this system, in words."""

from collections.abc import Mapping
from types import MappingProxyType

from features.profile.documents import BASE_DOCUMENTS
from models.explain.texts import Language

__all__ = ["owner_of"]

_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "notary": ("pengurus bersama notaris", "the board with the notary"),
        "board": ("pengurus", "the board"),
        "bank": ("pengurus dan bank", "the board and the bank"),
        "members": ("pengurus dan anggota", "the board and the members"),
        "training": ("pengurus bersama Dinas (pelatihan)", "the board with the department (training)"),
        "place": ("pengurus bersama kelurahan", "the board with the kelurahan"),
        "partner": ("pengurus bersama mitra", "the board with the partner"),
    }
)
_OF_FIELD: Mapping[str, str] = MappingProxyType(
    {
        "has_deed": "notary",
        "has_legal_entity": "notary",
        "has_bank_account": "bank",
        "has_bank_statements_3m": "bank",
        "has_bri_account": "bank",
        "has_bank_reference": "bank",
        "own_capital_idr": "members",
        "cash_idr": "members",
        "member_count": "members",
        "member_farmer_count": "members",
        "member_fisher_count": "members",
        "member_trader_count": "members",
        "member_micro_count": "members",
        "board_skill_level": "training",
        "training_hours": "training",
        "premises_status": "place",
        "shop_area_m2": "place",
        "store_area_m2": "place",
        "store_capacity_t": "place",
        "land_area_m2": "place",
        "kbli_codes": "board",
    }
)


def owner_of(field: str, language: Language) -> str:
    """Say who does what a field asks for; papers are the board's, the rest is done with the partner.

    Examples
    --------
    >>> owner_of("has_legal_entity", "en"), owner_of("has_business_number", "id")
    ('the board with the notary', 'pengurus')
    """
    key = _OF_FIELD.get(field, "board" if field in BASE_DOCUMENTS else "partner")
    return _WORDS[key][0 if language == "id" else 1]
