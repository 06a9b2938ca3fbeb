"""The only kind of route the app takes: guarded, and answered from memory while nothing has changed."""

from collections.abc import Awaitable, Callable, Coroutine, Iterable
from typing import Any, Protocol, cast

from fastapi import FastAPI, Request, Response
from fastapi.routing import APIRoute, iter_route_contexts
from starlette.exceptions import HTTPException

from api.security.access import Declaration, Principal, UndeclaredRouteError, declaration_of

__all__ = ["DeclaredRoute", "Keeper", "demand_declarations"]

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class Keeper(Protocol):
    """Gives kept answers; stands in ``app.state.keeper``."""

    async def through(
        self, request: Request, principal: Principal, handler: Callable[[Request], Awaitable[Response]]
    ) -> Response:
        """Answer from memory, or let the handler answer and keep what it says."""


class DeclaredRoute(APIRoute):
    """A route that lets nobody in whom its declaration does not name.

    Raises
    ------
    UndeclaredRouteError
        On registration, when the endpoint declares nothing.
    """

    @property
    def declaration(self) -> Declaration:
        """What the endpoint declares."""
        found = declaration_of(self.endpoint)
        if found is None:
            raise UndeclaredRouteError([self.path])
        return found

    def get_route_handler(self) -> Handler:
        """Put the guard before the handler, and the keeper between them."""
        handler, declaration = self.checked(super().get_route_handler()), self.declaration

        async def guarded(request: Request) -> Response:
            principal: Principal = request.app.state.principal(request)
            if not principal.may(declaration.access):
                raise HTTPException(403)
            if not declaration.kept:
                return await handler(request)
            keeper = cast("Keeper", request.app.state.keeper)
            return await keeper.through(request, principal, handler)

        return guarded

    def checked(self, handler: Handler) -> Handler:
        """Return the handler with what a door checks before its endpoint; nothing by default."""
        return handler


def demand_declarations(app: FastAPI) -> None:
    """Refuse an app in which a route, or a handler of errors, does not say who may call it.

    Raises
    ------
    UndeclaredRouteError
        Naming all of them.
    """
    undeclared = [*_undeclared_routes(app), *_undeclared_handlers(app)]
    if undeclared:
        raise UndeclaredRouteError(undeclared)


def _undeclared_routes(app: FastAPI) -> Iterable[str]:
    for found in iter_route_contexts(app.routes):
        route = found.original_route
        if not isinstance(route, DeclaredRoute) or declaration_of(route.endpoint) is None:
            yield str(getattr(route, "path", route))


def _undeclared_handlers(app: FastAPI) -> Iterable[str]:
    for raised, handler in app.exception_handlers.items():
        if declaration_of(handler) is None:
            yield f"handler of {getattr(raised, '__name__', raised)}"
