"""What the store says of learned models when it refuses them, in two languages."""

from recommender.errors import NotFoundError, RefusedError

__all__ = ["log_broken", "log_moved_on", "too_large", "version_unknown"]


def version_unknown(version: str) -> NotFoundError:
    """No such version was registered."""
    return NotFoundError(
        f"Versi model {version!r} tidak ada. Lihat daftarnya dengan `sanding models list`.",
        f"There is no model version {version!r}. See the list with `sanding models list`.",
    )


def too_large(most_bytes: int) -> RefusedError:
    """Nothing so large is ever trained here."""
    return RefusedError(
        f"Model terlalu besar (paling banyak {most_bytes // 2**20} MiB); tidak ada yang disimpan.",
        f"The model is too large (at most {most_bytes // 2**20} MiB); nothing was stored.",
    )


def log_moved_on() -> RefusedError:
    """Somebody else promoted or went back meanwhile."""
    return RefusedError(
        "Model yang aktif baru saja diganti oleh orang lain; tidak ada yang diubah. Lihat "
        "`sanding models list`, lalu ulangi bila masih perlu.",
        "Somebody else has just changed the active model; nothing was changed. Look at "
        "`sanding models list`, then repeat if it is still needed.",
    )


def log_broken(number: int) -> RefusedError:
    """Nothing may follow a row of the log that is not as it was written."""
    return RefusedError(
        f"Catatan promosi nomor {number} tidak lagi seperti saat ditulis; tidak ada yang diubah. Jalankan "
        "`sanding check`, lalu pulihkan cadangan terakhir.",
        f"Promotion {number} in the log is not as it was written; nothing was changed. Run "
        "`sanding check`, then bring back the last backup copy.",
    )
