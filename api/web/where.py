"""Which cooperative a page is about, and addresses that keep the chosen language."""

from urllib.parse import parse_qs, quote, urlencode

from starlette.requests import Request

from api.texts import LANGUAGES
from recommender.gathering import Gathered
from recommender.listing import Row, cooperative_row

__all__ = ["cooperative_here", "own_address"]


def cooperative_here(source: Gathered, cooperative_id: str) -> Row:
    """Return the cooperative's values; a page needs its name, area and origin.

    Raises
    ------
    NotFoundError
        When there is no such cooperative.
    """
    return cooperative_row(source, cooperative_id)


def own_address(request: Request, path: str, **query: str) -> str:
    """Return an address of this site with the language that this address chose, if it chose one."""
    asked = parse_qs(request.scope["query_string"].decode("latin-1")).get("lang", [""])[-1]
    wanted = {name: value for name, value in query.items() if value}
    if asked in LANGUAGES:
        wanted["lang"] = asked
    return quote(path) + (f"?{urlencode(wanted)}" if wanted else "")
