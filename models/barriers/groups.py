"""Which obstacle each field of a rule belongs to."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["BARRIERS", "barrier_of"]

BARRIERS = ("permit", "skill", "place", "capital", "members", "supply")
"""From what is usually settled soonest; equal signs are listed in this order."""

_FIELDS = {
    "permit": (
        "has_deed", "has_legal_entity", "has_cooperative_number", "has_tax_number", "has_business_number",
        "has_bank_account", "has_bank_statements_3m", "has_simkopdes_account", "kbli_codes",
        "has_asset_permission", "has_bank_reference", "has_bri_account", "has_bulog_application",
        "has_calibrated_scales", "has_checked_ppiu_licence", "has_clinic_permit",
        "has_direct_pilgrim_payment", "has_domicile_letter", "has_environment_approval",
        "has_fertiliser_application", "has_food_safety_note", "has_formalin_test", "has_halal_certificate",
        "has_land_proof", "has_managed_shop_approval", "has_managed_shop_contract_review",
        "has_participant_agent", "has_pharmacy_permit", "has_pirt_permit", "has_post_application",
        "has_savings_loan_permit", "has_waste_office_guidance", "is_members_only",
    ),
    "skill": (
        "board_skill_level", "training_hours", "specialists", "trained_credit_staff_count",
        "has_trained_medicine_keeper", "has_cold_room_technician", "has_ktp_sales_recorder", "has_nurse",
        "licensed_rider_count", "field_agent_count", "clean_books_month_count", "has_invoices",
        "has_business_plan_3y",
    ),
    "place": (
        "premises_status", "shop_area_m2", "store_area_m2", "store_capacity_t", "land_area_m2", "power_va",
        "has_internet", "road_access", "has_ventilated_store", "has_roadside_location", "has_drying_access",
    ),
    # Equipment and vehicles are bought, so they ask for capital: an assumption.
    "capital": (
        "own_capital_idr", "cash_idr", "collateral_idr", "loan_idr", "loan_payment_idr_per_month",
        "has_working_capital_proof", "has_paid_in_capital_proof", "has_state_bank_capital", "has_scales",
        "has_smartphone", "has_fire_extinguisher", "has_cold_box", "has_safe", "has_computer_and_printer",
        "has_outlet_sign", "has_air_conditioning", "vehicles", "cold_storage_kg",
    ),
    "members": (
        "member_count", "member_farmer_count", "member_fisher_count", "member_trader_count",
        "member_micro_count", "member_worker_count", "board_count", "supervisor_count", "women_board_count",
        "waste_bank_depositor_count",
    ),
    "supply": ("has_product_sample", "has_standard_packaging"),
}  # fmt: skip
_BARRIER: Mapping[str, str] = MappingProxyType(
    {field: barrier for barrier, fields in _FIELDS.items() for field in fields}
)


def barrier_of(field: str) -> str | None:
    """Return the obstacle a field belongs to; ``None`` where nobody can change it, as with rice fields.

    Examples
    --------
    >>> barrier_of("has_business_number"), barrier_of("paddy_ha")
    ('permit', None)
    """
    return _BARRIER.get(field)
