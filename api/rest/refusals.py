"""Problems as ``application/problem+json`` (RFC 9457)."""

import json

from starlette.responses import Response

from api.problems import Problem
from api.texts import Language

__all__ = ["problem_json"]


def problem_json(problem: Problem, language: Language, request_id: str) -> Response:
    """Return the answer for a program.

    Parameters
    ----------
    problem : Problem
    language : {'id', 'en'}
    request_id : str
        Stands in the log too.
    """
    body = json.dumps(problem.body(language, request_id), ensure_ascii=False).encode()
    return Response(
        body,
        status_code=problem.status,
        headers=dict(problem.headers) | {"Content-Language": language},
        media_type="application/problem+json",
    )
