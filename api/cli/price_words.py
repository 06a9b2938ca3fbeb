"""What the view of prices says, in two languages."""

from collections.abc import Mapping
from types import MappingProxyType

from api.texts import Language

__all__ = ["PRICE_WORDS", "price_word"]

# Key to (Indonesian, English).
PRICE_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "title": ("Harga pemasok dan yang dibayar per {day}", "Suppliers' prices and what is paid on {day}"),
        "item": ("Barang", "Item"),
        "unit": ("Satuan", "Unit"),
        "paid": ("Dibayar", "Paid"),
        "supplier": ("Pemasok terbaik", "Best supplier"),
        "price": ("Harganya", "Its price"),
        "valid_to": ("Berlaku s.d.", "Valid to"),
        "saving": ("Hemat/bulan", "Saving/month"),
        "open": ("seterusnya", "open"),
        "before_freight_note": ("* sebelum ongkos kirim", "* before freight"),
        "market_note": ("° harga pasar setempat", "° the local market's price"),
        "basket": ("Keranjang sebulan", "The month's basket"),
        "basket_sum": (
            "{count} barang dari pemasok terbaik masing-masing: {amount} per bulan.",
            "Each item from its best supplier (items counted: {count}): {amount} a month.",
        ),
        "basket_none": (
            "Belum ada barang yang semua angkanya diketahui.",
            "There is no item yet whose every number is known.",
        ),
        "basket_freight": (
            "Barang {goods}, perkiraan ongkos kirim {freight}.",
            "Goods {goods}, estimated freight {freight}.",
        ),
        "basket_cheaper": (
            "Hanya barang yang lebih murah: {amount} per bulan.",
            "Only the items that are cheaper: {amount} a month.",
        ),
        "basket_before_freight": (
            "Ditambah {amount} sebelum ongkos kirim yang belum diketahui.",
            "A further {amount} before freight, which is not known.",
        ),
        "left_out": ("Tidak dihitung", "Not counted"),
        "mix": ("Pilihan pemasok terbaik", "The best set of suppliers"),
        "mix_terms": (
            "Biaya tetap {cost} per pesanan, sebulan sekali tiap pemasok (asumsi; ubah dengan --order-cost).",
            "Fixed cost of {cost} per order, one order a month per supplier (assumed; see --order-cost).",
        ),
        "mix_none": (
            "Tetap seperti sekarang: tidak ada pemasok yang menghemat, sejauh diketahui.",
            "Leave things as they are: no supplier saves anything, as far as is known.",
        ),
        "mix_sum": ("Jumlah: {amount} per bulan.", "Together: {amount} a month."),
        "mix_part": ("{supplier}: {amount} per bulan ({items})", "{supplier}: {amount} a month ({items})"),
        "mix_alone": (
            "Semua dari satu pemasok, {supplier} ({count} barang): {amount} per bulan.",
            "Everything from one supplier, {supplier} (items: {count}): {amount} a month.",
        ),
        "mix_before_freight": (
            "Sebelum ongkos kirim yang belum diketahui (isi --freight): {amount} per bulan dari {suppliers}.",
            "Before freight that is not known (give --freight): {amount} a month from {suppliers}.",
        ),
        "mix_not_exact": (
            "Pemasok terlalu banyak untuk semua gabungan: hanya yang sendirian paling hemat diperhitungkan.",
            "Only the suppliers that save most alone are considered: there are too many to try every set.",
        ),
        "no_prices": (
            "Belum ada harga pemasok. Isi `sanding template prices H.xlsx`, `sanding import prices H.xlsx`.",
            "No price lists yet. Fill in `sanding template prices P.xlsx`, `sanding import prices P.xlsx`.",
        ),
        "no_purchases": (
            "Belum ada belanja koperasi ini. Isi `sanding template purchases B.xlsx`, lalu impor.",
            "No purchases of this cooperative yet. Fill in `sanding template purchases P.xlsx`, import it.",
        ),
    }
)


def price_word(key: str, language: Language, **values: object) -> str:
    """Return a text in one language with its values filled in.

    Examples
    --------
    >>> price_word("mix_sum", "id", amount="Rp1.000")
    'Jumlah: Rp1.000 per bulan.'
    """
    return PRICE_WORDS[key][language == "en"].format(**values)
