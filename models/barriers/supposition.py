"""The value of a field that meets a rule, as near to the present one as possible."""

from collections.abc import Sequence

from models.requirements.rules import Condition, RuleValue

__all__ = ["Supposed", "merged_value", "value_meeting"]

Supposed = float | str | bool | tuple[object, ...] | object
"""A value as a cooperative's row holds it."""


def value_meeting(condition: Condition, now: object) -> Supposed | None:
    """Return a value that meets a failed condition; ``None`` where nobody can bring it about.

    Parameters
    ----------
    condition : Condition
    now : object
        The present value. A list keeps what it holds; of several that would do, the first one stated.

    Examples
    --------
    >>> value_meeting(Condition("member_count", ">=", 20.0), 5.0)
    20.0
    >>> value_meeting(Condition("vehicles", "has_any", ("tossa", "pickup")), ("motor",))
    ('motor', 'tossa')
    >>> value_meeting(Condition("minimarkets_500m_count", "<=", 2.0), 5.0) is None
    True
    """
    wanted = condition.value
    if wanted is None or condition.operator == "<=":
        return None
    if condition.operator in {"has", "has_any"}:
        added = _items(wanted)[: 1 if condition.operator == "has_any" else None]
        return merged_value(now, added)
    return _items(wanted)[0] if condition.operator == "in" else wanted


def merged_value(now: object, added: Sequence[object]) -> tuple[object, ...]:
    """Return a list with some items added, each once, in order; an unknown list counts as empty."""
    own = now if isinstance(now, tuple) else ()
    return tuple(dict.fromkeys((*own, *added)))


def _items(value: RuleValue) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)
