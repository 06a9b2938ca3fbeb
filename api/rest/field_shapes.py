"""City assets for cooperatives, and advisors' worklists, as JSON."""

import datetime as dt

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["PremisesShape", "WorklistsShape"]


class _Read(BaseModel):
    """Read from the attributes of a record."""

    model_config = ConfigDict(from_attributes=True)


class PremisesRowShape(_Read):
    """One cooperative that has no office, or could use another room; `null` is unknown or not given."""

    cooperative_id: str
    cooperative_name: str
    area_name: str | None = Field(description="Kelurahan or desa.")
    district: str | None = Field(description="Kecamatan.")
    premises_status: str | None = Field(description="As stated.")
    need: str = Field(description="`no_office`, or `could_use` for who borrows or is not recorded.")
    outcome: str = Field(description="`given`, `could_use` or `left_out`.")
    asset_id: str | None
    asset_kind: str | None
    asset_area_name: str | None
    area_m2: float | None = Field(description="Square metres.")
    distance_km: float | None = Field(description="Straight line.")
    is_approximate: bool | None = Field(description="A place is the middle of its area.")
    reason: str | None = Field(
        description="`unlocated`, `taken`, `unmeasured`, `too_small`, `none_near`; `null` if one is given."
    )
    reason_text: str | None
    data_source: str | None = Field(description="`contoh` marks examples.")


class AssetRowShape(_Read):
    """One asset that nobody is given now."""

    asset_id: str
    kind: str | None
    area_name: str | None
    area_m2: float | None = Field(description="Square metres.")
    status: str | None = Field(description="`available`, `awaiting_guidance` or `lent`.")
    note: str | None
    reason: str = Field(
        description="`awaiting_guidance`, `lent`, `status_unknown`, `unlocated`, `area_unknown`, `too_small` "
        "or `spare`."
    )
    nearest_cooperative_id: str | None = Field(description="Without an office and not served.")
    nearest_cooperative_name: str | None
    nearest_km: float | None


class PremisesShape(_Read):
    """Who could be given which city asset. The two limits are assumptions unless asked for."""

    most_km: float
    least_m2: float
    asset_count: int
    rows: list[PremisesRowShape]
    assets: list[AssetRowShape]


class EvidenceShape(_Read):
    """One sentence with the value it rests on."""

    field: str
    label: str
    value: str | None = Field(description="In words.")
    offer_count: int = Field(description="Offers in which it fails.")
    source: str | None
    observed_on: dt.date | None
    sentence: str


class BarrierShape(_Read):
    """One obstacle."""

    barrier: str = Field(description="`capital`, `place`, `skill`, `permit`, `supply`, `members`, `other`.")
    strength: str = Field(description="`stated`, `likely`, `possible` or `unknown`.")
    failing_count: int
    open_count: int
    evidence: list[EvidenceShape]
    unknown_fields: list[str] = Field(description="Labels of what was never recorded: no obstacle.")


class NamedOfferShape(_Read):
    """An offer by id and title."""

    offer_id: str
    title: str


class InterventionShape(_Read):
    """One thing to do."""

    kind: str = Field(
        description="`document`, `training`, `people`, `place`, `capital`, `members`, `supply`, `asset`, "
        "`mentoring` or `zero_capital`."
    )
    key: str = Field(description="Field, asset or offer.")
    text: str
    opened: list[NamedOfferShape] = Field(description="From needing steps to eligible.")
    cleared: list[NamedOfferShape] = Field(description="Nothing against them any more, only to check.")
    eased_count: int
    cost_idr: int | None = Field(description="Whole rupiah, by the rules' remedies.")
    days: int | None
    margin_idr_per_month: int | None = Field(description="The best among the opened.")
    is_assumed: bool = Field(description="The effect rests on an assumption.")


class QuestionShape(_Read):
    """One thing to ask."""

    field: str
    label: str


class WorkRowShape(_Read):
    """One cooperative on a list."""

    cooperative_id: str
    cooperative_name: str
    area_name: str | None
    district: str | None
    stage: int | None
    data_source: str | None
    barriers: list[BarrierShape]
    intervention: InterventionShape | None = Field(description="`null`: nothing known would move anything.")
    further: list[InterventionShape]
    questions: list[QuestionShape]


class WorklistShape(_Read):
    """One advisor's list; what moves most comes first."""

    number: int
    districts: list[str]
    way_km: float
    rows: list[WorkRowShape]


class WorklistsShape(_Read):
    """All lists of the day."""

    at: dt.date
    size: int
    district: str | None
    districts: list[str] = Field(description="Those there are.")
    running_count: int = Field(description="Do business already and stand on no list.")
    lists: list[WorklistShape]
