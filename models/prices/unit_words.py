"""Words of units, packs and fillers as they stand in price lists."""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

__all__ = ["FILLERS", "MEASURES", "PACKS", "PER", "TIMES"]

_SPELLINGS: tuple[tuple[str, Fraction, str], ...] = (
    ("kg", Fraction(1), "kg kgs kilo kilogram"),
    ("kg", Fraction(1, 1000), "g gr grm gram"),
    ("kg", Fraction(1, 10), "ons"),
    ("kg", Fraction(100), "kuintal kwintal kw kwt ku"),
    ("kg", Fraction(1000), "ton t"),
    ("liter", Fraction(1), "liter litre l lt ltr"),
    ("liter", Fraction(1, 1000), "ml mililiter milliliter cc"),
    ("pcs", Fraction(1), "pcs pc pieces piece buah bh butir btr biji bj unit"),
    ("pcs", Fraction(12), "lusin lsn dozen"),
    ("pcs", Fraction(20), "kodi"),
    ("pcs", Fraction(144), "gros gross"),
)

MEASURES: Mapping[str, tuple[str, Fraction]] = MappingProxyType(
    {word: (base, factor) for base, factor, words in _SPELLINGS for word in words.split()}
)
"""Word to base unit (``kg``, ``liter``, ``pcs``) and how many of it one is."""

PACKS: Mapping[str, str] = MappingProxyType(
    {
        word: words.split()[0]
        for words in (
            "karton ctn carton krt",
            "dus dos doos",
            "sak zak",
            "karung krg",
            "tabung tbg",
            "botol btl",
            "jeriken jerigen jirigen jerry",
            "kaleng klg",
            "bungkus bks bgks",
            "sachet saset scht",
            "renteng rtg",
            "pak pack pck",
            "bal ball",
            "peti",
            "krat crate",
            "tray papan",
            "kotak box",
            "gelas cup",
            "galon",
            "drum",
            "kantong ktg",
            "pouch",
            "toples",
            "ikat",
            "keranjang",
            "ekor",
        )
        for word in words.split()
    }
)
"""Word of a pack to its usual spelling; how much it holds is said beside it, or not at all."""

TIMES = frozenset({"x", "×", "*", "kali"})
FILLERS = frozenset({"isi", "berisi", "@", "(", ")", ":", ".", "=", "rp"})
"""Words between a pack and its content that say nothing more."""
PER = frozenset({"/", "per"})
"""Words that stand before the pack a content belongs to: ``40 pcs/dus``."""
