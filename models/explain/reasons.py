"""The strongest sentences of one pair: two or three for it, one against."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.explain.amounts import kilometres, number, percent, rupiah, square_metres
from models.explain.terms import term_labels
from models.explain.texts import Language, sentences
from models.scoring.block import ScoredBlock
from models.scoring.context import ScoringContext

__all__ = ["PairReasons", "needs_none", "pair_reasons"]

# Below this a contribution, in logits, is not worth a sentence.
_WORTH_SAYING = 0.04
_MOST_FOR = 3
_WHOLE_FROM = 10.0  # larger numbers are said without decimals


@dataclass(frozen=True, slots=True)
class PairReasons:
    """Sentences in one language; ``pro_criteria`` and ``con_criteria`` name what each speaks of."""

    pro: tuple[str, ...]
    con: tuple[str, ...]
    pro_criteria: tuple[str, ...]
    con_criteria: tuple[str, ...]


def pair_reasons(
    context: ScoringContext, block: ScoredBlock, row: int, column: int, language: Language
) -> PairReasons:
    """Say why one pair scores as it does, from what is known of it.

    Only criteria whose value is stated, or which speak of the offer alone, give a sentence: an assumption is
    never told as a reason. What is enough or too little is told as experts see it; where outcomes turned a
    criterion's part round, that is what is told of it.

    Parameters
    ----------
    context : ScoringContext
    block : ScoredBlock
        Scored with ``keep``.
    row, column : int
        Positions of the cooperative and the offer in the block.
    language : {'id', 'en'}
    """
    parts = {
        name: float(values[row, column])
        for name, values in block.chance.contributions.items()
        if name != "base" and _speaks(block, name, row, column)
    }
    ordered = sorted(parts, key=lambda name: (-parts[name], name))
    pro = [name for name in ordered if parts[name] > _WORTH_SAYING][:_MOST_FOR]
    con = [name for name in reversed(ordered) if parts[name] < -_WORTH_SAYING][:1]
    return PairReasons(
        pro=tuple(_sentence(context, block, name, row, column, language, pro=True) for name in pro),
        con=tuple(_sentence(context, block, name, row, column, language, pro=False) for name in con),
        pro_criteria=tuple(pro),
        con_criteria=tuple(con),
    )


def _speaks(block: ScoredBlock, name: str, row: int, column: int) -> bool:
    # No field of the cooperative stands behind sector, offer or district.
    if name not in block.stated:
        return True
    # Funds are known in part where only cash is: then the contribution rests on a reference as well.
    stated, typical = (
        values[row, min(column, values.shape[1] - 1)] for values in (block.stated[name], block.typical[name])
    )
    return bool(stated == typical)


def _sentence(
    context: ScoringContext,
    block: ScoredBlock,
    name: str,
    row: int,
    column: int,
    language: Language,
    *,
    pro: bool,
) -> str:
    if name not in block.stated:
        value = 0.0
    else:
        values = block.stated[name]
        value = float(values[row, min(column, values.shape[1] - 1)])
    believed = block.prior.contributions.get(name)
    is_turned = believed is not None and float(believed[row, column]) * (1 if pro else -1) < 0
    # "Large enough" would be untrue where it is too small and things work out all the same.
    text = sentences(language)["outcomes" if is_turned else _variant(context, name, value, column)]
    label = term_labels(name)[language != "id"]
    return (text.pro if pro else text.con).format(label=label, **_values(context, value, column, language))


_NEEDS = {
    "capital_coverage_ratio": "capital_need_idr",
    "shop_coverage_ratio": "shop_area_m2",
    "store_coverage_ratio": "store_area_m2",
}


def needs_none(context: ScoringContext, name: str, column: int) -> bool:
    """Tell whether an offer states that it needs none of what a coverage compares with its need."""
    return name in _NEEDS and float(context.stated.numbers[_NEEDS[name]][0, column]) == 0.0


def _variant(context: ScoringContext, name: str, value: float, column: int) -> str:
    """Choose the sentence's key: nothing needed, all there, or as it is."""
    if needs_none(context, name, column):
        return f"{name}.free"
    full = f"{name}.full"
    return full if value >= 1.0 and full in sentences("id") else name


def _values(context: ScoringContext, value: float, column: int, language: Language) -> dict[str, str]:
    needs: Sequence[float] = [float(context.stated.numbers[name][0, column]) for name in _NEEDS.values()]
    return {
        "value": number(value, language, 0 if value >= _WHOLE_FROM else 1),
        "value_percent": percent(value, language),
        "value_rupiah": rupiah(value, language),
        "value_km": kilometres(value, language),
        "need_capital": rupiah(needs[0], language),
        "need_shop": square_metres(needs[1], language),
        "need_store": square_metres(needs[2], language),
    }
