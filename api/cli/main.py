"""The commands of `sanding` and the way in."""

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from api.cli.allocate import allocate
from api.cli.allocations import allocations
from api.cli.bundle import bundle
from api.cli.check import check
from api.cli.decide import decide, decisions
from api.cli.economics import economics
from api.cli.evaluate import evaluate
from api.cli.exchange import export_sheet, write_sheet
from api.cli.explain import explain
from api.cli.group import AnsweringGroup
from api.cli.importing import import_sheet
from api.cli.imports import list_imports, undo
from api.cli.loan import loan
from api.cli.models import models
from api.cli.pair_file import pair_file
from api.cli.premises import premises
from api.cli.prices import prices
from api.cli.review import events, review
from api.cli.serve import serve
from api.cli.setup import init, show_version, version_text
from api.cli.steps import steps
from api.cli.suggest import suggest
from api.cli.train import train
from api.cli.worklist import worklist

__all__ = ["app", "run"]

app = typer.Typer(
    name="sanding",
    cls=AnsweringGroup,
    help="Menyandingkan koperasi dengan model bisnis mitra. "
    "/ Pairs cooperatives with the business models of partners.",
    epilog="SANDING_HOME: folder data (./sanding-data). SANDING_DATABASE_URL: basis data lain. "
    "Kode keluar / exit code: 0 selesai / done, 1 ditolak / refused, 2 salah pakai / wrong usage.",
    no_args_is_help=True,
    # Plain help: drawing its frames would take longer than everything else that help needs.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)
app.command("init")(init)
app.command("import")(import_sheet)
app.command("imports")(list_imports)
app.command("undo")(undo)
app.command("export")(export_sheet)
app.command("template")(write_sheet)
app.command("suggest")(suggest)
app.command("bundle")(bundle)
app.command("steps")(steps)
app.command("allocate")(allocate)
app.add_typer(allocations, name="allocations")
app.command("decide")(decide)
app.command("decisions")(decisions)
app.command("economics")(economics)
app.command("explain")(explain)
app.command("loan")(loan)
app.command("prices")(prices)
app.command("premises")(premises)
app.command("worklist")(worklist)
app.command("features")(pair_file)
app.command("train")(train)
app.command("events")(events)
app.command("review")(review)
app.command("evaluate")(evaluate)
app.add_typer(models, name="models")
app.command("check")(check)
app.command("serve")(serve)
app.command("version")(show_version)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"sanding {version_text()}")
        raise typer.Exit


@app.callback()
def _before(
    asked: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Versi terpasang. / Installed version."
        ),
    ] = False,
) -> None:
    del asked  # answered by its callback


def run() -> None:
    """Run the command line of this process."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Files and pipes get the same bytes everywhere; a terminal that lacks a letter shows another.
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")
    app(prog_name="sanding")
