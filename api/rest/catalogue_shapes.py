"""Partners, offers and their rules as JSON."""

import datetime as dt

from pydantic import BaseModel, Field

__all__ = [
    "Offer",
    "OfferDetail",
    "OfferPage",
    "Partner",
    "PartnerPage",
    "Requirement",
    "Requirements",
    "ValueOrigin",
]


class Partner(BaseModel):
    """Who offers; `null` is unknown."""

    partner_id: str = Field(description="Partner ID.")
    name: str = Field(description="Partner name.")
    kind: str | None = Field(
        description="Partner kind: `state_enterprise`, `public_body`, `bank`, `private`, `government`."
    )
    mou_signed_on: dt.date | None = Field(description="MoU signed on.")
    mou_until: dt.date | None = Field(description="MoU until.")
    contact_office: str | None = Field(description="Contact office.")
    latitude_deg: float | None = Field(description="Depot latitude, degrees.")
    longitude_deg: float | None = Field(description="Depot longitude, degrees.")


class PartnerPage(BaseModel):
    """A part of the list, by id."""

    items: list[Partner]
    total: int = Field(description="Rows in all parts together.")
    next_cursor: str | None = Field(description="For the next part; `null` on the last one.")


class Offer(BaseModel):
    """A partner's business model; `null` is unknown, for quotas it means no limit."""

    partner_name: str | None
    offer_id: str = Field(description="Offer ID.")
    partner_id: str = Field(description="Partner ID.")
    title: str = Field(description="Title.")
    sector: str = Field(
        description="Sector: `energy`, `logistics`, `health`, `insurance`, `farm_inputs`, `staples`, "
        "`retail`, `finance`, `utilities`, `savings_loan`, `warehouse`, `travel`, "
        "`kitchen_supply`, `offtake`, `waste`, `mentoring`."
    )
    summary: str | None = Field(description="Summary.")
    funding: str | None = Field(description="Funding: `own`, `third_party`, `none`.")
    capital_need_idr: int | None = Field(description="Capital need, rupiah.")
    setup_days: int | None = Field(description="Set-up days, days.")
    jobs_count: float | None = Field(description="Jobs, full-time jobs.")
    skill_level: int | None = Field(description="Skill level, 0 to 4.")
    demand_field: str | None = Field(description="Demand field.")
    demand_units_per_month: float | None = Field(description="Demand units, units a month.")
    commodities: tuple[str, ...] | None = Field(description="Commodities taken.")
    max_units_per_month: float | None = Field(description="Ceiling units, units a month.")
    margin_idr_per_unit: int | None = Field(description="Margin per unit, rupiah a unit.")
    running_cost_idr_per_month: int | None = Field(description="Running cost, rupiah a month.")
    shop_area_m2: float | None = Field(description="Shop area, m².")
    store_area_m2: float | None = Field(description="Store area, m².")
    competition_field: str | None = Field(description="Competition field.")
    latitude_deg: float | None = Field(description="Latitude, degrees.")
    longitude_deg: float | None = Field(description="Longitude, degrees.")
    city_quota: int | None = Field(description="City quota, places.")
    district_quota: int | None = Field(description="District quota, places.")
    city_minimum: int | None = Field(description="City minimum, places.")
    exclusive_group: str | None = Field(description="Exclusive group.")
    min_spacing_km: float | None = Field(description="Minimum spacing, km.")
    valid_from: dt.date | None = Field(description="Valid from.")
    valid_to: dt.date | None = Field(description="Valid to.")
    apply_from: dt.date | None = Field(description="Apply from.")
    apply_to: dt.date | None = Field(description="Apply to.")
    basis: str | None = Field(description="Basis: `fact`, `assumption`.")
    source: str | None = Field(description="Source.")
    confirmed_on: dt.date | None = Field(description="Confirmed on.")


class OfferPage(BaseModel):
    """A part of the list, by id."""

    items: list[Offer]
    total: int = Field(description="Rows in all parts together.")
    next_cursor: str | None = Field(description="For the next part; `null` on the last one.")


class ValueOrigin(BaseModel):
    """Where one value of an offer comes from."""

    field: str
    basis: str = Field(description="`fact` or `assumption`.")
    source: str
    confirmed_on: dt.date | None
    note: str | None


class OfferDetail(Offer):
    """An offer with the origin of each of its values."""

    origins: list[ValueOrigin]


class Requirement(BaseModel):
    """One rule of an offer, in force on the day."""

    rule_id: str
    field: str = Field(description="What the rule asks about: a column of `cooperatives`, or of `facts`.")
    operator: str = Field(description="`>=`, `<=`, `=`, `in`, `has` or `has_any`.")
    value: str
    severity: str = Field(description="`must` decides the status, `should` does not.")
    label: str
    remedy: str | None = Field(description="What to do about it; `null` means that nothing can be done.")
    remedy_cost_idr: int | None = Field(description="Whole rupiah.")
    remedy_days: int | None = Field(description="Days.")
    basis: str | None = Field(description="`fact` or `assumption`.")
    source: str | None


class Requirements(BaseModel):
    """The rules of one offer on one day, by rule id."""

    offer_id: str
    at: dt.date
    requirements: list[Requirement]
