"""The area's centroid, size and estimates, set beside what the cooperative itself states."""

import numpy as np
import pandas as pd

__all__ = ["PREMISES_LEVEL", "ROAD_LEVEL", "district_code", "placed"]

# How much room of its own a cooperative has, 0 (none) to 1 (its own); the order is the data dictionary's.
PREMISES_LEVEL = {
    "none": 0.0,
    "kelurahan_room": 0.35,
    "under_construction": 0.45,
    "borrowed": 0.55,
    "rented": 0.75,
    "owned": 1.0,
}
ROAD_LEVEL = {"motorcycle": 0.0, "pickup": 1.0, "truck": 2.0}

# Rice fields as a share of an area's land, falling with density; scaled so that Kota Serang's 67 areas add
# up to the city's 7,353 ha (source K11). An assumption: it stands in until the area's own figure is known.
_PADDY_SHARE_RURAL = 0.64
_PADDY_DENSITY_SCALE_PER_KM2 = 2500.0
_PADDY_SHARE_MOST = 0.9


def district_code(area_code: object) -> str | None:
    """Return the code of the district (kecamatan) an area code belongs to.

    Examples
    --------
    >>> district_code("36.73.02.1008")
    '36.73.02'
    """
    if not isinstance(area_code, str):
        return None
    return area_code.rpartition(".")[0] or area_code


def placed(cooperatives: pd.DataFrame, areas: pd.DataFrame) -> pd.DataFrame:
    """Set each cooperative in its area.

    Parameters
    ----------
    cooperatives : DataFrame of shape (n_cooperatives, n_columns)
        As of one day.
    areas : DataFrame of shape (n_areas, n_columns)
        Rows of the table ``areas``.

    Returns
    -------
    DataFrame of shape (n_cooperatives, n_columns + 14)
        Coordinates fall back on the area's centroid (``location_is_centroid`` = 1); ``area_km2``,
        ``area_density_per_km2``, ``district``, ``district_code``; enumerations as levels; lists as counts;
        and, for what an area tells about unknown fields, ``population_count_typical`` and the like. Unknown
        stays NaN.
    """
    known = areas.drop_duplicates("code").set_index("code")
    area = known.reindex(cooperatives["area_code"]).reset_index(drop=True)
    # An area of no size is a gap in the table, and would make its density infinite.
    area["area_km2"] = area["area_km2"].astype(float).where(area["area_km2"] > 0)
    result = cooperatives.reset_index(drop=True).copy()
    own = result["latitude_deg"].notna() & result["longitude_deg"].notna()
    result["location_is_centroid"] = np.where(own, 0.0, 1.0)
    for axis in ("latitude_deg", "longitude_deg"):
        result[axis] = result[axis].where(own, area[axis])
    result["area_km2"] = area["area_km2"].to_numpy()
    result["area_density_per_km2"] = (area["population_count"] / area["area_km2"]).to_numpy(dtype=float)
    result["district"] = area["district"].to_numpy()
    result["district_code"] = [district_code(code) for code in result["area_code"]]
    result["premises_status"] = result["premises_status"].map(PREMISES_LEVEL).astype(float)
    result["road_access"] = result["road_access"].map(ROAD_LEVEL).astype(float)
    for field in ("vehicles", "specialists", "running_units"):
        result[field] = [float(len(items)) if isinstance(items, tuple) else np.nan for items in result[field]]
    return _with_estimates(result, area)


def _with_estimates(result: pd.DataFrame, area: pd.DataFrame) -> pd.DataFrame:
    """Add what the area's own figures say about fields that the cooperative leaves unknown."""
    population = area["population_count"].to_numpy(dtype=float)
    household = area["household_count"].to_numpy(dtype=float)
    km2 = area["area_km2"].to_numpy(dtype=float)
    density = population / km2
    paddy_ha = km2 * 100 * _PADDY_SHARE_RURAL * np.exp(-density / _PADDY_DENSITY_SCALE_PER_KM2)
    half, most = 0.5, 1.6  # how far an estimate from polling stations may be off, generously
    estimates = {
        "population_count_typical": population,
        "population_count_low": population * half,
        "population_count_high": population * most,
        "household_count_typical": household,
        "household_count_low": household * half,
        "household_count_high": household * most,
        "paddy_ha_typical": paddy_ha,
        "paddy_ha_low": np.where(np.isnan(paddy_ha), np.nan, 0.0),
        "paddy_ha_high": np.where(np.isnan(paddy_ha), np.nan, km2 * 100 * _PADDY_SHARE_MOST),
    }
    return result.assign(**estimates)
