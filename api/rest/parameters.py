"""Query parameters that several routes take."""

import datetime as dt
import re
from typing import Annotated, Literal

from fastapi import Path, Query
from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

__all__ = ["At", "Blocked", "CooperativeId", "Explain", "Limit", "Objective", "OfferId", "UpdatedSince"]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FIRST_DAY, _LAST_DAY = dt.date(2000, 1, 1), dt.date(2100, 12, 31)


def _day(value: object) -> object:
    # pydantic alone would also take a number of seconds for a date
    if isinstance(value, str):
        try:
            if _DAY.fullmatch(value):
                return dt.date.fromisoformat(value)
        except ValueError:
            pass
        raise PydanticCustomError("not_a_day", "not a day")
    return value


def _moment(value: object) -> object:
    if isinstance(value, str):
        try:
            # a plus sign in an address means a blank unless it is written as %2B
            moment = dt.datetime.fromisoformat(value.replace(" ", "+") if "T" in value else value)
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo is None:
            raise PydanticCustomError("not_a_moment", "not a moment")
        return moment
    return value


CooperativeId = Annotated[
    str, Path(description="The cooperative's id, as in the list.", examples=["kkmp-3673011007"])
]
OfferId = Annotated[str, Path(description="The offer's id, as in the list.", examples=["token-pln"])]

At = Annotated[
    dt.date | None,
    BeforeValidator(_day),
    Query(
        description="The day the answer speaks of, `YYYY-MM-DD`, 2000 to 2100; today in Asia/Jakarta "
        "when left out.",
        ge=_FIRST_DAY,
        le=_LAST_DAY,
    ),
]
UpdatedSince = Annotated[
    dt.datetime | None,
    BeforeValidator(_moment),
    Query(description="Only rows that are not as they were at this moment; ISO 8601 with its zone."),
]
Objective = Annotated[
    Literal["balanced", "success", "margin", "jobs"],
    Query(
        description="What the ranking sorts by: `success` the probability; `margin` probability × margin; "
        "`jobs` probability × jobs; `balanced` all of them with readiness, on fixed scales."
    ),
]
Explain = Annotated[
    Literal["none", "short", "full"],
    Query(
        description="`none` numbers only; `short` also reasons and steps; `full` also every rule and every "
        "contribution to the probability."
    ),
]
Limit = Annotated[int, Query(description="At most so many rows, 1 to 500.", ge=1, le=500)]
Blocked = Annotated[bool, Query(description="Whether to list blocked pairs and those that run already, too.")]
