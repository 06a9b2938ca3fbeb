"""The language of one request, as endpoints take it."""

from typing import Annotated

from fastapi import Depends, Request

from api.texts import Language, accepted_language

__all__ = ["Spoken"]


async def _spoken(request: Request) -> Language:
    return accepted_language(request.headers.get("accept-language", ""))


Spoken = Annotated[Language, Depends(_spoken)]
"""Programs ask for English with ``Accept-Language: en``; Indonesian is the default."""
