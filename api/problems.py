"""The one table from error to status, code and sentences (RFC 9457).

The sentences stand in ``problems.toml``.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from recommender.errors import (
    ImportRefusedError,
    NotFoundError,
    RecommenderError,
    RefusedError,
    StoreError,
    StoreReadOnlyError,
)

__all__ = ["FieldFault", "Problem", "ProblemError", "problem_named", "problem_of", "problem_of_status"]

_NO_HEADERS: Mapping[str, str] = MappingProxyType({})
_SOON: Mapping[str, str] = MappingProxyType({"Retry-After": "5"})
_FIRST_OURS = 500
_BY_STATUS = {
    400: "bad_request",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    413: "body_too_large",
    415: "media_type",
    422: "parameter_invalid",
    503: "store",
}


@dataclass(frozen=True, slots=True)
class FieldFault:
    """One part of a request that does not fit; says what would, never what was sent.

    ``location`` is like ``query.limit``.
    """

    location: str
    code: str
    detail_id: str
    detail_en: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One kind of refusal: what is wrong and what to do, in both languages."""

    code: str
    status: int
    title_id: str
    title_en: str
    detail_id: str
    detail_en: str
    errors: tuple[FieldFault, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)

    def body(self, language: str, request_id: str) -> dict[str, object]:
        """Return the members of ``application/problem+json``; ``errors`` only where there are some."""
        english = language == "en"
        members: dict[str, object] = {
            "type": f"urn:sanding:problem:{self.code}",
            "title": self.title_en if english else self.title_id,
            "status": self.status,
            "code": self.code,
            "detail": self.detail_en if english else self.detail_id,
            "request_id": request_id,
        }
        if self.errors:
            members["errors"] = [
                {
                    "location": one.location,
                    "code": one.code,
                    "detail": one.detail_en if english else one.detail_id,
                }
                for one in self.errors
            ]
        return members


class ProblemError(Exception):
    """A door refuses a request itself, before any use case is asked."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def problem_named(
    code: str, errors: Sequence[FieldFault] = (), headers: Mapping[str, str] = _NO_HEADERS
) -> Problem:
    """Return the problem of a code, with the faults and headers of this case.

    Examples
    --------
    >>> problem_named("not_found").status
    404
    """
    return Problem(code=code, **_table()[code], errors=tuple(errors), headers=headers)


def problem_of(error: RecommenderError) -> Problem:
    """Return the problem of an error of the application.

    The error's own sentences name what was sent; these here do not, for an answer must not repeat what a
    stranger wrote. A store's sentences may name files, so they go to the log.
    """
    if isinstance(error, NotFoundError):
        return problem_named("not_found")
    if isinstance(error, ImportRefusedError):
        return problem_named("import_refused")
    if isinstance(error, RefusedError):
        return problem_named("refused")
    if isinstance(error, StoreReadOnlyError):
        return problem_named("store_read_only")
    if isinstance(error, StoreError):
        return problem_named("store", headers=_SOON)
    return problem_named("internal")


def problem_of_status(status: int, headers: Mapping[str, str] | None = None) -> Problem:
    """Return the problem of a bare status that the framework raised."""
    code = _BY_STATUS.get(status, "internal" if status >= _FIRST_OURS else "bad_request")
    return problem_named(code, headers=headers or _NO_HEADERS)


@cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    return MappingProxyType(tomllib.loads(files("api").joinpath("problems.toml").read_text(encoding="utf-8")))
