"""The front page's list as a table for a spreadsheet: the same cooperatives, the same words."""

import datetime as dt
from collections.abc import Sequence

from api.texts import Language, Text
from api.web.wording import say
from recommender.advice.records import StepRecord
from recommender.overview.records import Line
from recommender.workbooks import Cell, Sheet

__all__ = ["HEADERS", "home_sheet", "step_sentence"]

HEADERS = (
    Text("ID koperasi", "Cooperative ID"),
    Text("Koperasi", "Cooperative"),
    Text("Kode wilayah", "Area code"),
    Text("Kelurahan", "Area"),
    Text("Kecamatan", "District"),
    Text("Tahap", "Stage"),
    Text("Anggota", "Members"),
    Text("Dokumen ada", "Documents there"),
    Text("Dokumen belum diketahui", "Documents not known"),
    Text("Saran terbaik", "Best suggestion"),
    Text("Peluang", "Chance"),
    Text("Status", "Status"),
    Text("Langkah berikut", "Next step"),
    Text("Data tertua", "Oldest data"),
    Text("Contoh", "Example"),
)


def home_sheet(lines: Sequence[Line], day: dt.date, language: Language) -> Sheet:
    """Return one row per cooperative; what is not known is empty.

    Parameters
    ----------
    lines : sequence of Line
    day : date
        The day the suggestions speak of.
    language : {'id', 'en'}
    """
    title = Text(f"Koperasi {day}", f"Cooperatives {day}").say(language)
    headers = [header.say(language) for header in HEADERS]
    return Sheet(title, day, headers, [_row(line, language) for line in lines])


def step_sentence(step: StepRecord | None, language: Language) -> str:
    """Say what is to be done next, as the page does."""
    if step is None:
        return say(language, "home.apply_now")
    if step.kind == "wait":
        return (
            say(language, "step.wait_day", day=step.label)
            if step.label
            else say(language, "step.wait_unannounced")
        )
    return f"{say(language, f'step.{step.kind}')}: {step.label}"


def _row(line: Line, language: Language) -> list[Cell]:
    best = line.best
    is_example = line.data_source == "contoh"
    return [
        line.cooperative_id,
        line.name,
        line.area_code,
        line.area_name,
        line.district,
        None if line.stage is None else say(language, f"stage.{line.stage}"),
        line.member_count,
        line.documents_known_yes,
        line.documents_unknown,
        best.offer_title if best else None,
        round(best.success_probability, 4) if best else None,
        say(language, f"status.{line.status}"),
        step_sentence(line.next_step, language) if best else None,
        line.oldest_on,
        Text("ya", "yes").say(language) if is_example else Text("tidak", "no").say(language),
    ]
