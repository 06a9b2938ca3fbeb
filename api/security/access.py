"""Who may call a route: permission and scope, declared when it is registered."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

__all__ = [
    "LOCAL_PERSON",
    "Access",
    "Declaration",
    "Permission",
    "Principal",
    "Scope",
    "UndeclaredRouteError",
    "declaration_of",
    "declared",
]

AnyCallable = TypeVar("AnyCallable", bound=Callable[..., Any])
_MARK = "__sanding_declaration__"


class Permission(StrEnum):
    """What a caller must be allowed to do."""

    SEE_SERVICE = "service:read"
    SEE_CATALOGUE = "catalogue:read"
    SEE_COOPERATIVES = "cooperatives:read"
    SEE_ADVICE = "advice:read"
    CORRECT_FACTS = "facts:write"
    RECORD_DECISIONS = "decisions:write"
    WRITE_TABLES = "tables:write"
    SEE_MODELS = "models:read"
    MANAGE_MODELS = "models:write"


class Scope(StrEnum):
    """Whose rows an answer holds."""

    NOBODY = "nobody"
    """No cooperative's rows: the service itself, the partners' catalogue."""
    CITY = "city"
    """Rows of every cooperative."""
    COOPERATIVE = "cooperative"
    """Rows of the one cooperative that the address names."""


@dataclass(frozen=True, slots=True)
class Access:
    """What a route demands of its caller."""

    permission: Permission
    scope: Scope


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a route says of itself; ``kept`` answers may be reused while the store has not changed."""

    access: Access
    kept: bool


@dataclass(frozen=True, slots=True)
class Principal:
    """Who calls; ``key`` tells callers apart that may see different rows."""

    key: str
    permissions: frozenset[Permission]

    def may(self, access: Access) -> bool:
        """Whether the permission is held; whose rows are shown is for the route's scope to limit."""
        return access.permission in self.permissions


LOCAL_PERSON = Principal("local", frozenset(Permission))
"""Whoever sits at this computer; the only caller there is until accounts exist."""


class UndeclaredRouteError(RuntimeError):
    """A route does not say who may call it, so the app does not start.

    Parameters
    ----------
    names : iterable of str
        The routes, for the developer.
    """

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__("routes without a declaration of access: " + ", ".join(sorted(names)))


def declared(
    permission: Permission, scope: Scope, *, kept: bool = False
) -> Callable[[AnyCallable], AnyCallable]:
    """Declare who may call an endpoint or a handler of errors.

    Parameters
    ----------
    permission : Permission
    scope : Scope
    kept : bool
        Whether answers may be reused while neither the store nor the day has changed.

    Examples
    --------
    >>> @declared(Permission.SEE_SERVICE, Scope.NOBODY)
    ... def version() -> str:
    ...     return "1"
    >>> declaration_of(version).access.permission.value
    'service:read'
    """

    def mark(endpoint: AnyCallable) -> AnyCallable:
        setattr(endpoint, _MARK, Declaration(Access(permission, scope), kept))
        return endpoint

    return mark


def declaration_of(endpoint: object) -> Declaration | None:
    """Return what an endpoint declares, ``None`` when it declares nothing."""
    found = getattr(endpoint, _MARK, None)
    return found if isinstance(found, Declaration) else None
