"""What is said when a model is refused, in two languages; each says what to do."""

from collections.abc import Sequence

from recommender.errors import RefusedError

__all__ = [
    "arrays_broken",
    "exchanged",
    "format_unknown",
    "log_broken",
    "lost",
    "manifest_broken",
    "nothing_to_go_back_to",
    "seal_broken",
    "served_instead",
    "unknown_names",
]

_AGAIN_ID = "Latih ulang dengan `sanding train`, atau kembali dengan `sanding models rollback`."
_AGAIN_EN = "Train again with `sanding train`, or go back with `sanding models rollback`."
_SHOWN = 5
_WHAT = {
    "features": ("fitur", "features"),
    "offers": ("model bisnis", "offers"),
    "sectors": ("sektor", "sectors"),
}


def seal_broken() -> RefusedError:
    """Say that the bytes are not those that were sealed."""
    return RefusedError(
        f"Isi model tidak lagi seperti saat disimpan. {_AGAIN_ID}",
        f"The model's content is not what was stored. {_AGAIN_EN}",
    )


def exchanged() -> RefusedError:
    """Say that the bytes are whole, but not those that were promoted."""
    return RefusedError(
        f"Model bukan lagi yang dipromosikan. {_AGAIN_ID}",
        f"The model is not the one that was promoted. {_AGAIN_EN}",
    )


def lost() -> RefusedError:
    """Say that there is no such model."""
    return RefusedError(
        f"Model tidak ada lagi. {_AGAIN_ID}",
        f"The model is no longer there. {_AGAIN_EN}",
    )


def manifest_broken() -> RefusedError:
    """Say that the manifest is not one that this program writes."""
    return RefusedError(
        f"Keterangan model tidak dapat dibaca. {_AGAIN_ID}",
        f"The model's manifest cannot be read. {_AGAIN_EN}",
    )


def format_unknown(written: int, known: int) -> RefusedError:
    """Say that another version of the program wrote it."""
    return RefusedError(
        f"Model memakai bentuk {written}, program ini membaca bentuk {known}. {_AGAIN_ID}",
        f"The model is of format {written}, this program reads format {known}. {_AGAIN_EN}",
    )


def arrays_broken() -> RefusedError:
    """Say that the arrays are not those that the manifest describes."""
    return RefusedError(
        f"Tabel angka model tidak sesuai dengan keterangannya. {_AGAIN_ID}",
        f"The model's arrays are not those that its manifest describes. {_AGAIN_EN}",
    )


def unknown_names(what: str, names: Sequence[str]) -> RefusedError:
    """Say what the model speaks of that nobody here knows.

    Parameters
    ----------
    what : {'features', 'offers', 'sectors'}
    names : sequence of str
        The first five are named.
    """
    listed = ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
    what_id, what_en = _WHAT[what]
    return RefusedError(
        f"Model memakai {what_id} yang tidak dikenal: {listed}. {_AGAIN_ID}",
        f"The model uses unknown {what_en}: {listed}. {_AGAIN_EN}",
    )


def nothing_to_go_back_to() -> RefusedError:
    """Say that the experts' beliefs answer already."""
    return RefusedError(
        "Tidak ada model yang sedang aktif: saran memakai keyakinan ahli. Tidak ada yang diubah.",
        "No learned model is active: advice rests on the experts' beliefs. Nothing was changed.",
    )


def log_broken(number: int) -> RefusedError:
    """Say from where on the log of promotions does not count."""
    return RefusedError(
        f"Catatan promosi nomor {number} dan sesudahnya tidak berlaku: isinya berubah. Jalankan "
        "`sanding check`, lalu pulihkan cadangan terakhir.",
        f"Promotion {number} in the log and those after it do not count: they were changed. Run "
        "`sanding check`, then bring back the last backup copy.",
    )


def served_instead(served: str | None, version: str, reason: tuple[str, str]) -> tuple[str, str]:
    """Say which model was refused for which reason, and what answers instead; ``None`` is the prior."""
    instead = served or "keyakinan ahli", served or "the experts' beliefs"
    return (
        f"{version}: {reason[0]} Saran memakai {instead[0]}.",
        f"{version}: {reason[1]} Advice rests on {instead[1]}.",
    )
