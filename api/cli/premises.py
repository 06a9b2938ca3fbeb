"""`sanding premises`: city assets for cooperatives without an office."""

from typing import Annotated

import typer

from api.cli.answers import shown_or_written
from api.cli.options import At, FormatOption, LanguageOption, OutOption, day_asked

__all__ = ["premises"]

_MostKm = Annotated[
    float,
    typer.Option(
        "--most-km",
        metavar="KM",
        help="Paling jauh sekian km (asumsi). / At most so far, in km (an assumption).",
    ),
]
_LeastM2 = Annotated[
    float,
    typer.Option(
        "--least-m2",
        metavar="M2",
        help="Ruang terkecil yang berguna, m2 (asumsi). / Smallest useful room, m2 (an assumption).",
    ),
]


def premises(
    most_km: _MostKm = 3.0,
    least_m2: _LeastM2 = 9.0,
    at: At = None,
    form: FormatOption = None,
    out: OutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Aset kota untuk koperasi tanpa kantor. / City assets for cooperatives without an office."""
    from api.cli.field_files import write_premises
    from api.cli.premises_view import show_premises
    from recommender.premises import city_premises
    from recommender.workspace import open_workspace

    with open_workspace() as workspace:
        found = city_premises(
            workspace.store,
            workspace.gathered(day_asked(at)),
            most_km=most_km,
            least_m2=least_m2,
            language=language,
        )
    shown_or_written(
        form,
        out,
        lambda console: show_premises(console, found, language),
        lambda chosen, handle: write_premises(found, chosen, handle),
    )
