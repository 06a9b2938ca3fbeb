"""What is said when a place cannot be given up, in two languages."""

from recommender.errors import RefusedError

__all__ = ["kind_unknown", "not_held", "reason_unknown"]


def not_held(names: tuple[str, str]) -> RefusedError:
    """Only what is held can stop."""
    cooperative, offer = names
    return RefusedError(
        f"{cooperative} tidak memegang tempat {offer}, jadi tidak ada yang berhenti. Pilih “declined” "
        "(menolak) atau “refused” (ditolak).",
        f"{cooperative} holds no place of {offer}, so there is nothing to stop. Choose “declined” or "
        "“refused”.",
    )


def kind_unknown(kind: str) -> RefusedError:
    """There are three ways to give a place up."""
    return RefusedError(
        f"Cara melepas {kind!r} tidak dikenal. Pilih declined (menolak), refused (ditolak) atau stopped "
        "(berhenti).",
        f"Unknown way to give a place up: {kind!r}. Choose declined, refused or stopped.",
    )


def reason_unknown(reason_code: str, known: str) -> RefusedError:
    """Reasons are those of the events."""
    return RefusedError(
        f"Alasan {reason_code!r} tidak dikenal. Pilih salah satu: {known}.",
        f"Unknown reason {reason_code!r}. Choose one of: {known}.",
    )
