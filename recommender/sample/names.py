"""Identifiers and names of the sample's cooperatives."""

from collections.abc import Sequence

from recommender.sample.places import Place

__all__ = ["cooperative_id", "cooperative_name"]


def cooperative_id(area_code: str) -> str:
    """Return the cooperative's stable identifier for a dotted area code.

    Examples
    --------
    >>> cooperative_id("36.73.01.1007")
    'kkmp-3673011007'
    """
    return f"kkmp-{area_code.replace('.', '')}"


def cooperative_name(place: Place, places: Sequence[Place]) -> str:
    """Return the cooperative's name; the district is added where two kelurahan share a name.

    Examples
    --------
    >>> from recommender.sample.places import places
    >>> by_code = {place.code: place for place in places()}
    >>> cooperative_name(by_code["36.73.01.1007"], places())
    'Koperasi Kelurahan Merah Putih Unyur'
    >>> cooperative_name(by_code["36.73.04.1007"], places())
    'Koperasi Kelurahan Merah Putih Sukawana (Curug)'
    """
    shared = sum(other.name == place.name for other in places) > 1
    suffix = f" ({place.district})" if shared else ""
    return f"Koperasi Kelurahan Merah Putih {place.name}{suffix}"
