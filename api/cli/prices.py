"""`sanding prices`: suppliers' price lists against what a cooperative pays."""

from typing import Annotated

import typer

from api.cli.answers import shown_or_written
from api.cli.options import At, FormatOption, LanguageOption, OutOption, day_asked

__all__ = ["prices"]


def prices(
    cooperative_id: Annotated[str, typer.Argument(metavar="COOPERATIVE_ID", help="Koperasi. / Cooperative.")],
    freight: Annotated[
        int | None,
        typer.Option(
            "--freight",
            metavar="IDR",
            min=0,
            help="Perkiraan ongkos kirim per pesanan bila harganya belum termasuk; bawaan: belum diketahui. "
            "/ Estimated freight per order where the price does not include it; default: not known.",
            show_default=False,
        ),
    ] = None,
    order_cost: Annotated[
        int,
        typer.Option(
            "--order-cost",
            metavar="IDR",
            min=0,
            help="Biaya tetap per pesanan, satu pesanan sebulan per pemasok. "
            "/ Fixed cost per order, one order a month per supplier.",
        ),
    ] = 0,
    at: At = None,
    form: FormatOption = None,
    out: OutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Harga pemasok dibanding yang dibayar sekarang. / Suppliers' prices against what is paid."""
    from api.cli.price_files import write_prices
    from api.cli.price_view import show_prices
    from recommender.workspace import open_workspace

    with open_workspace() as workspace:
        found = workspace.prices(
            cooperative_id,
            day_asked(at),
            freight_idr_per_order=freight,
            order_cost_idr=order_cost,
        )
    shown_or_written(
        form,
        out,
        lambda console: show_prices(console, found, language),
        lambda chosen, handle: write_prices(found, chosen, handle, language),
    )
