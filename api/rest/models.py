"""Which models there are, which one answers, and putting another one to work."""

from typing import Annotated

from fastapi import Path, Response
from pydantic import BaseModel, ConfigDict, Field

from api.rest.languages import Spoken
from api.rest.model_shapes import ModelList, ModelShape, PromotionShape
from api.rest.routing import CALLER, json_of, rest_router
from api.security.access import Permission, Scope, declared
from api.wiring import Wired

__all__ = ["router"]

router = rest_router("models")


class PromotionWish(BaseModel):
    """What may be said when a model is put to work."""

    model_config = ConfigDict(extra="forbid")

    why: str | None = Field(default=None, max_length=500, description="The reason, for the record.")


@router.get("/models", operation_id="listModels", summary="List the models", response_model=ModelList)
@declared(Permission.SEE_MODELS, Scope.NOBODY)
def list_models(workspace: Wired, language: Spoken) -> Response:
    """Newest first, the experts' prior last; one that is not whole is listed as refused, with the reason."""
    items = [ModelShape.of(one, language) for one in workspace.models()]
    found = workspace.standing()
    return json_of(
        ModelList(
            items=items,
            total=len(items),
            active=found.version or workspace.prior_version(),
            warnings=[said_en if language == "en" else said_id for said_id, said_en in found.warnings],
        )
    )


@router.post(
    "/models/{version}/promote",
    operation_id="promoteModel",
    summary="Put a model to work",
    response_model=PromotionShape,
)
@declared(Permission.MANAGE_MODELS, Scope.NOBODY)
def promote_model(
    workspace: Wired,
    version: Annotated[
        str, Path(description="As in the list.", examples=["fit-3f2a90c1d2e4"], max_length=64)
    ],
    wish: PromotionWish | None = None,
) -> Response:
    """Only a model that is whole; one that is active already stays, and the same answer is given again."""
    found = workspace.promote_model(version, author=CALLER, why=None if wish is None else wish.why)
    return json_of(PromotionShape.of(found, workspace.prior_version()))
