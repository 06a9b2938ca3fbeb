"""What is said when a place cannot be accepted, in two languages."""

import datetime as dt

from recommender.errors import NotFoundError, RefusedError

__all__ = [
    "cooperative_unknown",
    "forbidden",
    "group_runs",
    "nearby",
    "no_place_left",
    "offer_unknown",
    "outside_validity",
    "plan_does_not_hold",
    "plan_unknown",
]


def offer_unknown(offer_id: str) -> NotFoundError:
    """There is no such offer."""
    return NotFoundError(
        f"Model bisnis {offer_id!r} tidak ada. Periksa ID-nya pada daftar model bisnis.",
        f"There is no offer {offer_id!r}. Check its id in the list of offers.",
    )


def cooperative_unknown(cooperative_id: str) -> NotFoundError:
    """There is no such cooperative."""
    return NotFoundError(
        f"Koperasi {cooperative_id!r} tidak ada. Periksa ID-nya pada daftar koperasi.",
        f"There is no cooperative {cooperative_id!r}. Check its id in the list of cooperatives.",
    )


def plan_unknown(allocation_id: str) -> NotFoundError:
    """There is no such plan."""
    return NotFoundError(
        f"Rencana {allocation_id!r} tidak ada. Periksa ID-nya pada daftar rencana.",
        f"There is no plan {allocation_id!r}. Check its id in the list of plans.",
    )


def plan_does_not_hold(allocation_id: str) -> RefusedError:
    """Places are accepted from the plan that holds."""
    return RefusedError(
        f"Rencana {allocation_id} tidak sedang berlaku, jadi tidak ada yang dicatat. Muat ulang halaman, "
        "lalu terima dari rencana yang berlaku.",
        f"Plan {allocation_id} does not hold now, so nothing was recorded. Load the page again, then accept "
        "from the plan that holds.",
    )


def no_place_left(
    names: tuple[str, str], district: str | None, quota: int, taken: int, kept: int
) -> RefusedError:
    """Somebody else has the last place.

    Parameters
    ----------
    names : (str, str)
        Of cooperative and offer.
    district : str or None
        ``None`` is the whole city.
    quota, taken, kept : int
        Places in all, held by others, and kept back for others.
    """
    cooperative, offer = names
    where_id = "di kota" if district is None else f"di kecamatan {district}"
    where_en = "in the city" if district is None else f"in the district {district}"
    kept_id = f", {kept} ditahan untuk koperasi lain" if kept else ""
    kept_en = f", {kept} kept back for other cooperatives" if kept else ""
    return RefusedError(
        f"Tidak ada tempat tersisa untuk {offer} {where_id}: {quota} tempat, {taken} terisi{kept_id}. "
        f"{cooperative} tetap pada daftar tunggu; tidak ada yang dicatat. Coba lagi bila ada yang melepas "
        "tempatnya.",
        f"No place is left for {offer} {where_en}: {quota} places, {taken} taken{kept_en}. {cooperative} "
        "stays on the waiting list; nothing was recorded. Try again when somebody gives a place up.",
    )


def outside_validity(offer: str, starts: dt.date | None, ends: dt.date | None, at: dt.date) -> RefusedError:
    """Say that it is too early or too late for the offer."""
    since = "..." if starts is None else starts.isoformat()
    until = "..." if ends is None else ends.isoformat()
    return RefusedError(
        f"{offer} berlaku {since} sampai {until}, bukan pada {at.isoformat()}; tidak ada yang dicatat. "
        "Minta tanggal baru kepada mitra.",
        f"{offer} holds from {since} to {until}, not on {at.isoformat()}; nothing was recorded. Ask the "
        "partner for new dates.",
    )


def group_runs(names: tuple[str, str], other: str) -> RefusedError:
    """At most one offer of a group."""
    cooperative, offer = names
    return RefusedError(
        f"{cooperative} sudah memegang tempat {other}, yang tidak dapat dijalankan bersama {offer}. "
        "Lepas tempat itu dahulu bila ingin menggantinya.",
        f"{cooperative} holds a place of {other} already, which cannot be run together with {offer}. Give "
        "that place up first to change over.",
    )


def nearby(names: tuple[str, str], other: str, least_km: float) -> RefusedError:
    """Two of this offer have to stand apart."""
    cooperative, offer = names
    return RefusedError(
        f"{cooperative} kurang dari {least_km:g} km dari {other}, yang sudah memegang tempat {offer}. Pilih "
        "model bisnis lain, atau tanyakan kepada mitra apakah jaraknya dapat dilonggarkan.",
        f"{cooperative} is less than {least_km:g} km from {other}, which holds a place of {offer} already. "
        "Choose another offer, or ask the partner whether the distance can be relaxed.",
    )


def forbidden(names: tuple[str, str]) -> RefusedError:
    """Somebody decided against this pair."""
    cooperative, offer = names
    return RefusedError(
        f"{cooperative} – {offer} dilarang menurut daftar ketetapan. Lihat alasannya di sana, dan ubah "
        "ketetapannya bila sudah tidak tepat.",
        f"{cooperative} – {offer} is forbidden by the table of holds. See the reason there, and change it if "
        "it is no longer right.",
    )
