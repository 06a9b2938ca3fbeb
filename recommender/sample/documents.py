"""Papers and KBLI codes of one cooperative (generated; only the deed is a fact, K2)."""

from recommender.sample.draws import Draws
from recommender.sample.standing import Standing
from recommender.sample.values import Row

__all__ = ["REQUIRED_DOCUMENTS", "draw_documents"]

# What step 1 of the ladder asks for.
REQUIRED_DOCUMENTS = (
    "has_legal_entity",
    "has_cooperative_number",
    "has_tax_number",
    "has_business_number",
    "has_bank_account",
)
_CHANCES = (0.97, 0.85, 0.80, 0.72, 0.72)
# KBLI lines that the catalogue's offers ask for, as likely as cooperatives registered them.
_KBLI = {
    "47112": 0.9,
    "47772": 0.5,
    "47763": 0.45,
    "64142": 0.4,
    "46311": 0.35,
    "52101": 0.3,
    "47721": 0.25,
    "53201": 0.2,
    "66199": 0.2,
    "61994": 0.2,
    "86105": 0.1,
}


def draw_documents(standing: Standing, draws: Draws) -> Row:
    """Return the document columns; a paper that needs another is never there without it.

    Who already sells has every paper; the others the likelier, the further they have come.
    """
    found: Row = {"has_deed": True}
    for field, chance in zip(REQUIRED_DOCUMENTS, _CHANCES, strict=True):
        likely = chance + (1 - chance) * 0.8 * standing.readiness
        # Drawn before the exception is looked at, so that the stream does not depend on it.
        found[field] = draws.chance(likely) or standing.is_running
    kbli = tuple(code for code, chance in _KBLI.items() if draws.chance(chance))
    statements = draws.chance(0.35 + 0.5 * standing.readiness)
    found["has_bank_statements_3m"] = bool(found["has_bank_account"]) and statements
    found["has_simkopdes_account"] = draws.chance(0.92) or standing.is_running
    found["kbli_codes"] = (kbli or ("47112",)) if found["has_business_number"] else ()
    return found
