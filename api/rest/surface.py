"""The description of the REST surface (OpenAPI): problems under their own media type."""

from typing import Any

__all__ = ["DESCRIPTION", "with_problems"]

DESCRIPTION = """\
Sanding pairs each village cooperative of Kota Serang with the partner business models that suit it.

- Money is whole rupiah, dates and times are ISO 8601, probabilities lie between 0 and 1.
- `null` is unknown. Unknown is never 0 and never no.
- Texts are Indonesian; `Accept-Language: en` asks for English.
- Errors are `application/problem+json` with a stable `code`.
- Every answer has an `ETag`; `If-None-Match` saves the body while nothing has changed.
- Unknown parameters are refused with the list of those known.
"""
_FIRST_ERROR = 400


def with_problems(described: dict[str, Any]) -> dict[str, Any]:
    """Move the bodies of errors to ``application/problem+json``.

    Parameters
    ----------
    described : dict
        As FastAPI describes the surface; changed in place.
    """
    for operations in described.get("paths", {}).values():
        for operation in operations.values():
            for status, answer in operation["responses"].items():
                content = answer.get("content", {})
                if int(status) >= _FIRST_ERROR and "application/json" in content:
                    content["application/problem+json"] = content.pop("application/json")
    return described
