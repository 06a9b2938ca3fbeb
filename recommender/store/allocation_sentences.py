"""What the store says of city-wide plans when it refuses, in two languages."""

from recommender.errors import NotFoundError, RefusedError

__all__ = [
    "allocation_unknown",
    "damaged",
    "log_broken",
    "log_moved_on",
    "not_publishable",
    "not_published",
    "too_large",
]

_STATES = {
    "draft": ("draf", "a draft"),
    "solved": ("selesai dihitung", "solved"),
    "no_solution": ("tidak punya penyelesaian", "without a solution"),
    "failed": ("gagal dihitung", "failed"),
    "published": ("berlaku", "published"),
    "withdrawn": ("sudah ditarik", "withdrawn"),
}


def allocation_unknown(allocation_id: str) -> NotFoundError:
    """No such plan was registered."""
    return NotFoundError(
        f"Rencana {allocation_id!r} tidak ada. Lihat daftar rencana, lalu periksa ID-nya.",
        f"There is no plan {allocation_id!r}. Look at the list of plans, then check its id.",
    )


def damaged(allocation_id: str) -> RefusedError:
    """Say that it does not stand there as it was written."""
    return RefusedError(
        f"Rencana {allocation_id} rusak dan tidak dipakai. Hitung ulang rencananya, atau pulihkan cadangan "
        "terakhir.",
        f"Plan {allocation_id} is damaged and is not used. Make the plan again, or bring back the last "
        "backup copy.",
    )


def too_large(most_bytes: int) -> RefusedError:
    """Nothing so large is ever planned here."""
    return RefusedError(
        f"Rencana terlalu besar (paling banyak {most_bytes // 2**20} MiB); tidak ada yang disimpan. "
        "Rencanakan kota atau kabupaten satu per satu.",
        f"The plan is too large (at most {most_bytes // 2**20} MiB); nothing was stored. Plan one city or "
        "regency at a time.",
    )


def not_publishable(allocation_id: str, state: str) -> RefusedError:
    """Only a plan that was solved can hold."""
    id_, en = _STATES[state]
    return RefusedError(
        f"Rencana {allocation_id} tidak dapat diterbitkan: {id_}. Hitung rencana yang punya penyelesaian, "
        "lalu terbitkan yang itu.",
        f"Plan {allocation_id} cannot be published: it is {en}. Make a plan that has a solution, then "
        "publish that one.",
    )


def not_published(allocation_id: str, state: str) -> RefusedError:
    """Only the plan that holds can be taken back, or accepted from."""
    id_, en = _STATES[state]
    return RefusedError(
        f"Rencana {allocation_id} tidak sedang berlaku: {id_}. Lihat rencana mana yang berlaku pada daftar "
        "rencana.",
        f"Plan {allocation_id} does not hold now: it is {en}. See in the list of plans which one holds.",
    )


def log_moved_on() -> RefusedError:
    """Somebody published, withdrew, accepted or gave up something meanwhile."""
    return RefusedError(
        "Ada perubahan pada rencana atau tempatnya sejak Anda melihatnya; tidak ada yang diubah. Lihat lagi, "
        "lalu ulangi bila masih perlu.",
        "Plans or their places have changed since you looked; nothing was changed. Look again, then repeat "
        "if it is still needed.",
    )


def log_broken(number: int) -> RefusedError:
    """Nothing may follow a row of the log that is not as it was written."""
    return RefusedError(
        f"Catatan rencana nomor {number} tidak lagi seperti saat ditulis; tidak ada yang diubah. Jalankan "
        "`sanding check`, lalu pulihkan cadangan terakhir.",
        f"Row {number} in the log of plans is not as it was written; nothing was changed. Run "
        "`sanding check`, then bring back the last backup copy.",
    )
