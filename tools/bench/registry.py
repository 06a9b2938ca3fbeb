"""The measurements there are, in the order in which they run.

To add one: write a function without arguments that returns a ``Result`` into the file of
``tools/bench/jobs`` that bears the part's name (or a new file), and name it here.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tools.bench.jobs import (
    city_kinds,
    city_plan,
    fit_time,
    given_worlds,
    http,
    importing,
    intervals,
    learning,
    leaving,
    national_plan,
    overview,
    public_data,
    schema,
    scoring,
    start,
    steadiness,
    streams,
    student_projects,
    turns,
)
from tools.bench.report import Result

__all__ = ["BENCHES"]

BENCHES: Mapping[str, Callable[[], Result]] = MappingProxyType(
    {
        "schema": schema.find_columns,
        "city": scoring.advise_city,
        "nation": scoring.score_nation,
        "import": importing.import_nation,
        "import-book": importing.import_workbook,
        "start": start.import_commands,
        "http": http.suggestions_again,
        "front-page": overview.front_page,
        "page": http.page_again,
        "page-anew": http.page_first,
        "fit-time": fit_time.fit_many,
        "learning": learning.learn_worlds,
        "given-worlds": given_worlds.judge_given,
        "intervals": intervals.hold_truths,
        "streams": streams.resist_streams,
        "leaving": leaving.leave_early,
        "turns": turns.follow_turns,
        "steadiness": steadiness.take_one_back,
        "city-plan": city_plan.plan_city,
        "city-kinds": city_kinds.plan_kinds,
        "national-plan": national_plan.plan_national,
        "national-floors": national_plan.plan_with_floors,
        "national-change": national_plan.change_national,
        "national-change-floors": national_plan.change_with_floors,
        "public-data": public_data.learn_public,
        "student-projects": student_projects.place_students,
    }
)
