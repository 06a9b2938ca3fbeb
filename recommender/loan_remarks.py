"""What has to be said beside a loan: its status, its age, what is unknown, what was assumed."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from babel.dates import format_date

from features.catalog.loader import Source, sources
from features.origins import OLD_AFTER_DAYS
from models.explain.amounts import number, rupiah
from models.explain.texts import Language
from recommender.loan_schemes import LoanScheme

__all__ = ["LoanRemark", "scheme_remarks", "term_remarks"]


@dataclass(frozen=True, slots=True)
class LoanRemark:
    """One sentence in both languages.

    Attributes
    ----------
    code : str
        Stable, such as ``status_withdrawn``.
    kind : str
        ``warning``, ``assumption`` or ``information``.
    message_id, message_en : str
    """

    code: str
    kind: str
    message_id: str
    message_en: str

    def say(self, language: Language) -> str:
        """Return the sentence in one language."""
        return self.message_en if language == "en" else self.message_id


def scheme_remarks(scheme: LoanScheme, schemes: Sequence[LoanScheme]) -> list[LoanRemark]:
    """Say whether a scheme may be applied for, and whether that is to be confirmed again.

    Parameters
    ----------
    scheme : LoanScheme
    schemes : sequence of LoanScheme
        All of them, the latest first: one that waits tells of the newest statement, too.
    """
    found = [_status(scheme, schemes)]
    if scheme.age_days is None:
        found.append(
            LoanRemark(
                "undated",
                "warning",
                "Tanggal keterangan ini belum diketahui. Pastikan kepada dinas atau bank sebelum dipakai.",
                "The date of this statement is not known. Confirm it with the department or the bank first.",
            )
        )
    elif scheme.is_old:
        found.append(
            LoanRemark(
                "confirm_again",
                "warning",
                f"Keterangan ini berumur {scheme.age_days} hari, lebih dari {OLD_AFTER_DAYS}. Pastikan lagi "
                "kepada dinas atau bank sebelum dipakai.",
                f"This statement is {scheme.age_days} days old, more than {OLD_AFTER_DAYS}. Confirm it again "
                "with the department or the bank first.",
            )
        )
    return found


def term_remarks(
    scheme: LoanScheme, beyond_working_capital_idr: int, given: Iterable[tuple[str, float]]
) -> list[LoanRemark]:
    """Say what is unknown of a scheme's terms, what was assumed instead, and what limits the use.

    Parameters
    ----------
    scheme : LoanScheme
    beyond_working_capital_idr : int
        How much of the loan may not be working capital.
    given : iterable of (str, float)
        Terms that the scheme leaves open and the user filled in: ``tenor_months``,
        ``rate_percent_per_year``.
    """
    found = [_given(name, value) for name, value in given]
    if scheme.grace_months is None:
        found.append(
            LoanRemark(
                "grace_unknown",
                "assumption",
                "Masa tenggang belum diketahui. Asumsi: dihitung tanpa masa tenggang.",
                "The grace is not known. Assumption: reckoned without grace.",
            )
        )
    if scheme.ceiling_idr is None:
        found.append(
            LoanRemark(
                "ceiling_unknown",
                "warning",
                "Plafon belum diketahui, jadi tidak diperiksa apakah sebanyak ini dapat dipinjam.",
                "The ceiling is not known, so it was not checked whether as much can be borrowed.",
            )
        )
    if scheme.working_capital_ceiling_idr is not None and beyond_working_capital_idr:
        limit, beyond = scheme.working_capital_ceiling_idr, beyond_working_capital_idr
        found.append(
            LoanRemark(
                "beyond_working_capital",
                "warning",
                f"Modal kerja paling banyak {rupiah(limit, 'id')}: {rupiah(beyond, 'id')} dari pinjaman ini "
                "tidak boleh dipakai untuk modal kerja.",
                f"At most {rupiah(limit, 'en')} for working capital: {rupiah(beyond, 'en')} of this loan may "
                "not be used for working capital.",
            )
        )
    return found


def _status(scheme: LoanScheme, schemes: Sequence[LoanScheme]) -> LoanRemark:
    said_id, said_en = _said(scheme, "id"), _said(scheme, "en")
    if scheme.status == "open":
        return LoanRemark(
            "status_open",
            "information",
            f"Dibuka: boleh diajukan. Dinyatakan {said_id}.",
            f"Open: it may be applied for. Stated {said_en}.",
        )
    if scheme.status == "withdrawn":
        return LoanRemark(
            "status_withdrawn",
            "warning",
            f"Tidak berlaku lagi, jadi tidak dapat diajukan. Dinyatakan {said_id}.",
            f"No longer valid, so it cannot be applied for. Stated {said_en}.",
        )
    if scheme.status == "awaiting_guidance":
        newest_id, newest_en = _newest_wait(scheme, schemes)
        return LoanRemark(
            "status_awaiting_guidance",
            "warning",
            f"Belum dapat diajukan: dinas masih menunggu petunjuk teknis. Tercatat sejak {said_id}."
            f"{newest_id}",
            "It cannot be applied for yet: the department still waits for technical guidance. On record "
            f"since {said_en}.{newest_en}",
        )
    return LoanRemark(
        "status_unknown",
        "warning",
        "Statusnya belum diketahui, jadi jangan dianggap dibuka. Tanyakan kepada dinas.",
        "Its status is not known, so do not take it for open. Ask the department.",
    )


def _newest_wait(scheme: LoanScheme, schemes: Sequence[LoanScheme]) -> tuple[str, str]:
    waiting = [one for one in schemes if one.status == "awaiting_guidance" and one.age_days is not None]
    newest = min(waiting, key=lambda one: (one.age_days, one.scheme_id), default=scheme)
    if newest.confirmed_on == scheme.confirmed_on:
        return "", ""
    return (
        f" Pernyataan terbaru bahwa masih menunggu: {_said(newest, 'id')}.",
        f" The newest statement that it still waits: {_said(newest, 'en')}.",
    )


def _said(scheme: LoanScheme, language: Language) -> str:
    """Say when and by which source, as far as known."""
    in_english = language == "en"
    day = scheme.confirmed_on
    if day is None:
        when = "on an unknown day" if in_english else "pada tanggal yang belum diketahui"
    else:
        when = format_date(day, "d MMMM y", locale=language)
    by = _deciding_source(scheme.source)
    if by is None:
        return f"{when}, {'source not known' if in_english else 'sumber belum diketahui'}"
    return f"{when}, {'source' if in_english else 'sumber'}: {by}"


def _deciding_source(stated: str | None) -> str | None:
    """Name the newest of the sources: it is the one that made the status what it is."""
    ids = [part.strip() for part in (stated or "").split(";") if part.strip()]
    known = [sources()[one] for one in ids if one in sources()]
    if not known:
        return "; ".join(ids) or None
    newest: Source = max(known, key=lambda one: (one.published_on or dt.date.min, one.source_id))
    return f"“{newest.title}” ({newest.publisher}; {newest.source_id})"


def _given(name: str, value: float) -> LoanRemark:
    if name == "tenor_months":
        return LoanRemark(
            "tenor_given",
            "assumption",
            f"Tenor skema ini belum diketahui. Asumsi: {value:.0f} bulan, seperti yang diisi.",
            f"The tenor of this scheme is not known. Assumption: {value:.0f} months, as given.",
        )
    return LoanRemark(
        "rate_given",
        "assumption",
        f"Bunga skema ini belum diketahui. Asumsi: {number(value, 'id', 4)}% setahun, seperti yang diisi.",
        f"The rate of this scheme is not known. Assumption: {number(value, 'en', 4)}% a year, as given.",
    )
