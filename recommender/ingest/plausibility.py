"""Values of a row that contradict each other: impossible periods and days, and doubts."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from features.cells.values import Value, quoted
from recommender.ingest.places import AreaIndex
from recommender.ingest.read_row import ReadRow

__all__ = ["check_dates", "check_location", "check_parts", "check_periods"]

_PERIODS = (
    ("valid_from", "valid_to"),
    ("apply_from", "apply_to"),
    ("mou_signed_on", "mou_until"),
    ("set_on", "expires_on"),
)
_PARTS = MappingProxyType(
    {
        "member_farmer_count": "member_count",
        "member_fisher_count": "member_count",
        "member_trader_count": "member_count",
        "member_micro_count": "member_count",
        "member_worker_count": "member_count",
        "women_board_count": "board_count",
    }
)
_HAPPENED = ("observed_on", "occurred_on", "confirmed_on", "mou_signed_on")
_FIRST_YEAR = 1945
_NEAR_DEGREES = 0.5
"""About 55 km: farther from its area's centre, a place is probably mistyped."""


def check_periods(row: ReadRow, whole: Mapping[str, Value | None]) -> None:
    """Refuse a period that ends before it begins; ``whole`` has the stored values as well."""
    for start_name, end_name in _PERIODS:
        start, end = whole.get(start_name), whole.get(end_name)
        if isinstance(start, date) and isinstance(end, date) and start > end:
            message = (
                f"{end_name} ({end}) mendahului {start_name} ({start}). Perbaiki salah satunya.",
                f"{end_name} ({end}) is before {start_name} ({start}). Correct one of them.",
            )
            row.fault("range_inverted", end_name, str(end), message)


def check_dates(row: ReadRow, today: date, is_stored: Callable[[str, date], bool]) -> None:
    """Refuse something that is said to have happened after today, or before the republic was founded.

    What the store holds already (``is_stored``, asked with column and day) may come back as it is.
    """
    for name in _HAPPENED:
        day = row.values.get(name)
        if not isinstance(day, date) or (day.year >= _FIRST_YEAR and day <= today) or is_stored(name, day):
            continue
        if day > today:
            message = (
                f"{day.isoformat()} belum terjadi. Periksa tahun, bulan dan harinya.",
                f"{day.isoformat()} has not come yet. Check year, month and day.",
            )
            row.fault("date_invalid", name, day.isoformat(), message)
        else:
            message = (
                f"{day.isoformat()} terlalu lama. Periksa tahunnya.",
                f"{day.isoformat()} is too long ago. Check the year.",
            )
            row.fault("date_invalid", name, day.isoformat(), message)


def check_location(row: ReadRow, areas: AreaIndex | None) -> None:
    """Warn about half a coordinate, and about a place far from its area."""
    latitude, longitude = row.values.get("latitude_deg"), row.values.get("longitude_deg")
    if (latitude is None) != (longitude is None):
        message = (
            "lintang dan bujur harus diisi keduanya. Isi yang satu lagi.",
            "latitude and longitude belong together. Fill the other one.",
        )
        row.warn("location_incomplete", None, None, message)
    area = areas and areas.by_code.get(str(row.values.get("area_code")))
    if not area or not isinstance(latitude, float) or not isinstance(longitude, float):
        return
    if area.latitude_deg is None or area.longitude_deg is None:
        return
    away = max(abs(latitude - area.latitude_deg), abs(longitude - area.longitude_deg))
    if away > _NEAR_DEGREES:
        message = (
            f"letaknya jauh dari {area.shown}. Periksa angka, tanda minus dan urutannya.",
            f"the place is far from {area.shown}. Check digits, minus sign and order.",
        )
        row.warn("location_far", "latitude_deg", f"{latitude}, {longitude}", message)


def check_parts(row: ReadRow) -> None:
    """Warn about a part that is larger than its whole."""
    values = row.values
    for part_name, whole_name in _PARTS.items():
        part, total = values.get(part_name), values.get(whole_name)
        if isinstance(part, int) and isinstance(total, int) and part > total:
            message = (
                f"{quoted(str(part))} lebih dari {whole_name} ({total}). Periksa keduanya.",
                f"{quoted(str(part))} is more than {whole_name} ({total}). Check both.",
            )
            row.warn("part_exceeds_whole", part_name, str(part), message)
