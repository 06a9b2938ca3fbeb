"""One cooperative as JSON."""

import datetime as dt

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["CooperativeBrief", "CooperativePage", "CooperativeProfile"]


class CooperativeBrief(BaseModel):
    """One cooperative as a list shows it; `null` is unknown."""

    model_config = ConfigDict(from_attributes=True)

    cooperative_id: str
    name: str
    area_code: str = Field(description="The area's code, dotted.")
    area_name: str | None = Field(description="Kelurahan or desa.")
    district: str | None = Field(description="Kecamatan.")
    stage: int | None = Field(description="0 formed to 6 regular sales for three months.")
    member_count: int | None = Field(description="People.")
    latitude_deg: float | None = Field(description="Degrees; `null` means the area's centroid.")
    longitude_deg: float | None = Field(description="Degrees; `null` means the area's centroid.")
    data_source: str | None = Field(description="Where the values come from; `contoh` marks examples.")


class CooperativePage(BaseModel):
    """A part of the list, by id."""

    items: list[CooperativeBrief]
    total: int = Field(description="Rows that the filters let through, in all parts together.")
    next_cursor: str | None = Field(description="For the next part; `null` on the last one.")


class CooperativeProfile(BaseModel):
    """One cooperative as of the day; `null` is unknown, `[]` and `0` are stated."""

    at: dt.date = Field(description="The day the values hold for.")
    area_name: str | None = Field(description="Kelurahan or desa.")
    district: str | None = Field(description="Kecamatan.")
    cooperative_id: str = Field(description="Cooperative ID.")
    name: str = Field(description="Name.")
    area_code: str = Field(description="Area code.")
    latitude_deg: float | None = Field(description="Latitude, degrees.")
    longitude_deg: float | None = Field(description="Longitude, degrees.")
    has_deed: bool | None = Field(description="Deed.")
    has_legal_entity: bool | None = Field(description="Legal entity.")
    has_cooperative_number: bool | None = Field(description="Cooperative number.")
    has_tax_number: bool | None = Field(description="Tax number.")
    has_business_number: bool | None = Field(description="Business number.")
    has_bank_account: bool | None = Field(description="Bank account.")
    has_bank_statements_3m: bool | None = Field(description="Bank statements (3 months).")
    has_simkopdes_account: bool | None = Field(description="Simkopdes account.")
    kbli_codes: tuple[str, ...] | None = Field(description="KBLI codes.")
    member_count: int | None = Field(description="Members, people.")
    member_farmer_count: int | None = Field(description="Farmer members, people.")
    member_fisher_count: int | None = Field(description="Fisher members, people.")
    member_trader_count: int | None = Field(description="Trader members, people.")
    member_micro_count: int | None = Field(description="Micro-business members, people.")
    member_worker_count: int | None = Field(description="Worker members, people.")
    board_count: int | None = Field(description="Board members, people.")
    supervisor_count: int | None = Field(description="Supervisors, people.")
    women_board_count: int | None = Field(description="Women on the board, people.")
    board_skill_level: int | None = Field(description="Board skill level, 0 to 4.")
    training_hours: int | None = Field(description="Training hours.")
    own_capital_idr: int | None = Field(description="Own capital, rupiah.")
    cash_idr: int | None = Field(description="Cash, rupiah.")
    collateral_idr: int | None = Field(description="Collateral, rupiah.")
    loan_idr: int | None = Field(description="Loan, rupiah.")
    loan_payment_idr_per_month: int | None = Field(description="Loan payment, rupiah a month.")
    premises_status: str | None = Field(
        description="Premises status: `none`, `kelurahan_room`, `borrowed`, `rented`, `owned`, "
        "`under_construction`."
    )
    shop_area_m2: float | None = Field(description="Shop area, m².")
    store_area_m2: float | None = Field(description="Store area, m².")
    store_capacity_t: float | None = Field(description="Store capacity, tonnes.")
    land_area_m2: float | None = Field(description="Land area, m².")
    power_va: int | None = Field(description="Power, volt-amperes.")
    has_internet: bool | None = Field(description="Internet.")
    road_access: str | None = Field(description="Road access: `motorcycle`, `pickup`, `truck`.")
    vehicles: tuple[str, ...] | None = Field(description="Vehicles.")
    cold_storage_kg: float | None = Field(description="Cold storage, kg.")
    specialists: tuple[str, ...] | None = Field(
        description="Specialists: `pharmacist`, `pharmacy_technician`, `doctor`, `midwife`, `bookkeeper`, "
        "`driver`."
    )
    population_count: int | None = Field(description="Population, people.")
    household_count: int | None = Field(description="Households, households.")
    paddy_ha: float | None = Field(description="Paddy fields, hectares.")
    pond_ha: float | None = Field(description="Fish ponds, hectares.")
    garden_ha: float | None = Field(description="Gardens, hectares.")
    fertiliser_quota_t_per_year: float | None = Field(description="Fertiliser quota, tonnes a year.")
    commodities: tuple[str, ...] | None = Field(description="Commodities.")
    lpg_outlets_500m_count: int | None = Field(description="LPG outlets within 500 m, outlets.")
    bank_agents_300m_count: int | None = Field(description="Bank agents within 300 m, outlets.")
    post_agents_1km_count: int | None = Field(description="Post agents within 1 km, outlets.")
    pharmacies_1km_count: int | None = Field(description="Pharmacies within 1 km, outlets.")
    minimarkets_500m_count: int | None = Field(description="Minimarkets within 500 m, outlets.")
    rice_outlets_count: int | None = Field(description="Rice outlets, outlets.")
    kitchen_distance_km: float | None = Field(description="Nearest kitchen, km.")
    running_units: tuple[str, ...] | None = Field(description="Running units.")
    turnover_idr_per_month: int | None = Field(description="Turnover, rupiah a month.")
    stage: int | None = Field(description="Stage, 0 to 6.")
    barriers: tuple[str, ...] | None = Field(
        description="Barriers: `capital`, `place`, `skill`, `permit`, `supply`, `members`, `other`."
    )
    preferred_offers: tuple[str, ...] | None = Field(description="Preferred offers.")
    data_source: str | None = Field(description="Data source.")
    observed_on: dt.date | None = Field(description="Observed on.")
