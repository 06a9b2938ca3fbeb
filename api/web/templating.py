"""Templates, bound to one request's language."""

import datetime as dt
from collections.abc import Mapping
from functools import partial
from urllib.parse import parse_qs, quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from api.texts import LANGUAGES, Language, language_of
from api.web import figures
from api.web.static_files import static_files
from api.web.wording import say
from recommender.product import code_version

__all__ = ["PageMaker", "language_here", "page_maker", "pages_of"]


def language_here(request: Request) -> Language:
    """Return the language a page is written in."""
    return language_of(request.headers, request.scope["query_string"])


def pages_of(request: Request) -> "PageMaker":
    """Return the app's page maker."""
    pages: PageMaker = request.app.state.pages
    return pages


class PageMaker:
    """Writes pages from templates.

    Parameters
    ----------
    environment : jinja2.Environment
        With escaping on.
    """

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def page(
        self,
        request: Request,
        template: str,
        context: Mapping[str, object],
        *,
        day: dt.date | None = None,
        model_version: str | None = None,
    ) -> HTMLResponse:
        """Write one page; ``day`` and ``model_version`` go into its foot, ``context`` has the last word."""
        language = language_here(request)
        foot = {"footed_day": day, "model_version": model_version, "version": code_version()}
        known = _speech(language) | _links(request, language) | foot | dict(context)
        text = self._environment.get_template(template).render(known)
        return HTMLResponse(text, headers={"Content-Language": language})


def page_maker() -> PageMaker:
    """Return a page maker over the packaged templates."""
    return PageMaker(
        Environment(
            loader=PackageLoader("api.web", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
    )


def _speech(language: Language) -> dict[str, object]:
    return {
        "lang": language,
        "t": partial(say, language),
        "rupiah": partial(figures.rupiah, language=language),
        "percent": partial(figures.percent, language=language),
        "fixed": partial(figures.fixed, language=language),
        "number": partial(figures.number, language=language),
        "signed": partial(figures.signed, language=language),
        "stated": partial(figures.stated, language=language),
        "day": partial(figures.day, language=language),
        "quantity": partial(figures.quantity, language=language),
        "worth": partial(figures.worth, language=language),
        "said": lambda pair: pair[1] if language == "en" else pair[0],
    }


def _links(request: Request, language: Language) -> dict[str, object]:
    asked = parse_qs(request.scope["query_string"].decode("latin-1"))
    chosen = language if asked.get("lang", [""])[-1] in LANGUAGES else None
    other: Language = "id" if language == "en" else "en"
    path = request.scope["path"]
    kept = {name: values for name, values in asked.items() if name != "lang"}

    def link(target: str, **query: object) -> str:
        wanted = {name: value for name, value in query.items() if value not in {None, ""}}
        if chosen is not None:
            wanted.setdefault("lang", chosen)
        return f"{target}?{urlencode(wanted, doseq=True)}" if wanted else target

    return {
        "link": link,
        "chosen_lang": chosen,
        "other_lang": other,
        "switch": f"{quote(path)}?{urlencode(kept | {'lang': [other]}, doseq=True)}",
        "static": lambda name: f"/static/{name}?v={static_files()[name].digest}",
        "path": path,
    }
