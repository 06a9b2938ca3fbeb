"""Health, version and problems as JSON."""

from pydantic import BaseModel, Field

__all__ = ["Health", "ProblemShape", "Readiness", "Version"]


class Health(BaseModel):
    """The process answers."""

    status: str = Field(description="`ok`.")


class Readiness(BaseModel):
    """The store answers, too."""

    status: str = Field(
        description="`ready`; `degraded` while a promoted model is refused and another answers."
    )
    revision_id: int = Field(description="The store's newest revision; 0 before the first.")
    model_version: str = Field(description="The version that answers.")
    warnings: list[str] = Field(
        description="What to look at, in the language asked for; empty when all is well."
    )


class Version(BaseModel):
    """What answers."""

    product: str
    version: str
    model_version: str
    data_digest: str = Field(description="Stands for the content of the whole store.")


class FaultShape(BaseModel):
    """One part of a request that does not fit."""

    location: str = Field(description="Such as `query.limit`.")
    code: str
    detail: str


class ProblemShape(BaseModel):
    """What is wrong and what to do (RFC 9457); never repeats what was sent."""

    type: str
    title: str
    status: int
    code: str = Field(description="Stable; for programs.")
    detail: str
    request_id: str = Field(description="Stands in the server's log, too.")
    errors: list[FaultShape] = Field(default=[], description="Left out where there are none.")
