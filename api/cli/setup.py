"""`sanding init` and `sanding version`: make the store, say what is installed."""

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import Annotated

import typer

from api.cli.answers import answer
from api.cli.options import FormatOption, LanguageOption, chosen_format

__all__ = ["init", "show_version", "version_text"]

_COUNTED = ("areas", "cooperatives", "partners", "offers", "requirements", "financing", "events")


def init(
    sample: Annotated[
        str | None,
        typer.Option(
            metavar="serang|serang-kosong",
            help="Muat contoh: 67 koperasi Kota Serang dengan nilai contoh, atau dengan fakta umum saja. "
            "/ Load a sample: Kota Serang's 67 cooperatives with example values, or with public facts only.",
            show_default=False,
        ),
    ] = None,
    form: FormatOption = None,
    language: LanguageOption = "id",
) -> None:
    """Siapkan tempat data; aman diulang. / Make the store; running it again is harmless."""
    from api.cli.progress import waiting
    from recommender.workspace import init_workspace

    with waiting("sanding init"), init_workspace(sample=sample) as workspace:
        counts = {table: workspace.store.count(table) for table in _COUNTED}
        label = workspace.store.label
        first = next((line.cooperative_id for line in workspace.cooperatives()), None)
    filled = ", ".join(f"{table} {count}" for table, count in counts.items() if count)
    then = f"sanding suggest {first}" if first else "sanding import cooperatives FILE"
    sentences = {
        "id": (f"Data Sanding siap di {label}.", f"Jumlah baris: {filled}.", f"Berikutnya: {then}"),
        "en": (f"The Sanding store is ready at {label}.", f"Rows: {filled}.", f"Next: {then}"),
    }
    record = {"store": label, **counts, "next": then}
    answer(sentences[language], record, chosen_format(form, None), None)


def show_version(form: FormatOption = None) -> None:
    """Versi yang terpasang. / The installed version."""
    record = {"sanding": version_text(), "python": platform.python_version()}
    sentences = [f"{name} {text}" for name, text in record.items()]
    answer(sentences, record, chosen_format(form, None), None)


def version_text() -> str:
    """Return the installed version; ``0`` for a copy that is not installed."""
    try:
        return version("sanding")
    except PackageNotFoundError:  # pragma: no cover - only when run from an uninstalled copy
        return "0"
