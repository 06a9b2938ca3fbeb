"""Bundles as JSON."""

import datetime as dt

from pydantic import BaseModel, ConfigDict, Field

from api.rest.advice_shapes import SuggestionShape
from api.texts import Language
from recommender.advice.bundle_records import Bundle, BundledOffer

__all__ = ["BundleShape"]


class BundledOfferShape(BaseModel):
    """One offer of the bundle and what it takes."""

    suggestion: SuggestionShape
    shop_area_m2: float | None = Field(description="Square metres; `null` is unknown.")
    store_area_m2: float | None = Field(description="Square metres; `null` is unknown.")
    capital_idr: int | None = Field(description="Whole rupiah; `null` is unknown.")
    expected_value_idr: int = Field(description="Probability × margin a month, whole rupiah.")

    @classmethod
    def of(cls, found: BundledOffer, language: Language) -> "BundledOfferShape":
        """Write one offer with its reasons and steps."""
        return cls(
            suggestion=SuggestionShape.of(
                found.suggestion, explain="short", explanation=None, language=language
            ),
            shop_area_m2=found.shop_area_m2,
            store_area_m2=found.store_area_m2,
            capital_idr=_whole(found.capital_idr),
            expected_value_idr=found.expected_value_idr,
        )


class SharedLimitShape(BaseModel):
    """One thing that the offers share."""

    model_config = ConfigDict(from_attributes=True)

    resource: str = Field(description="`shop_area_m2`, `store_area_m2`, `capital_idr` or `people_count`.")
    have: float | None = Field(description="`null` is unknown: it limits nothing and has to be checked.")
    running: float = Field(description="Room that running offers take; not in `have`.")
    loan_idr: float = Field(description="The part of `have` that schemes open today would lend.")
    needed: float | None = Field(description="What the bundle takes; `null` is unknown.")


class LeftOutShape(BaseModel):
    """One offer that is not in the bundle, and why."""

    model_config = ConfigDict(from_attributes=True)

    offer_id: str
    offer_title: str
    status: str
    code: str = Field(
        description="`worthless`, `need_unknown`, `too_large`, `exclusive`, `no_room` or `enough`."
    )
    sentence: str


class AdditionShape(BaseModel):
    """The smallest addition to one resource that would make a better bundle."""

    model_config = ConfigDict(from_attributes=True)

    resource: str
    amount: float
    gain_idr: int = Field(description="Expected value a month, more; below 0 only if the target is reached.")
    gain_jobs: float
    reaches_target: bool
    comes_in: list[str]
    goes_out: list[str]
    sentence: str


class BundleShape(BaseModel):
    """The best set of offers within one cooperative's room, money and people."""

    cooperative_id: str
    cooperative_name: str
    at: dt.date
    notice: str = Field(description="What this is and what it is not.")
    offers: list[BundledOfferShape] = Field(description="Most expected value first.")
    certain: list[str] = Field(description="Ids of the best set that needs nothing of what is unknown.")
    unknown_limits: list[str] = Field(
        description="What the bundle needs, of which it is not known whether there is enough."
    )
    expected_value_idr: int = Field(description="Sum of probability × margin a month.")
    margin_idr: int = Field(description="A month, if all of them run.")
    margin_low_idr: int
    margin_high_idr: int
    is_margin_assumed: bool = Field(description="One of the margins rests on an assumption or estimate.")
    jobs_count: float
    jobs_target: float = Field(description="A set that gives so much work comes before any that does not.")
    capital_idr: int | None = Field(description="Whole rupiah; `null` is unknown.")
    own_funds_idr: int | None = Field(description="Whole rupiah; `null` is unknown.")
    loan_needed_idr: int | None = Field(description="From schemes open today only; `null` is unknown.")
    most: int | None
    limits: list[SharedLimitShape]
    left_out: list[LeftOutShape]
    additions: list[AdditionShape]
    running: list[str]
    data_source: str | None = Field(description="Of the profile; `contoh` marks examples.")
    model_version: str
    recommendation_id: str

    @classmethod
    def of(cls, found: Bundle, *, notice: str, language: Language) -> "BundleShape":
        """Write a bundle."""
        values = {name: getattr(found, name) for name in cls.model_fields if hasattr(found, name)}
        whole = {name: _whole(values[name]) for name in _MONEY}
        return cls.model_validate(
            values
            | whole
            | {
                "notice": notice,
                "offers": [BundledOfferShape.of(one, language) for one in found.offers],
                "limits": [SharedLimitShape.model_validate(one) for one in found.limits],
                "left_out": [LeftOutShape.model_validate(one) for one in found.left_out],
                "additions": [AdditionShape.model_validate(one) for one in found.additions],
            }
        )


_MONEY = (
    "margin_idr",
    "margin_low_idr",
    "margin_high_idr",
    "capital_idr",
    "own_funds_idr",
    "loan_needed_idr",
)


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)
