"""The text above a column, brought into a form in which spellings can be compared."""

import re

from features.cells.words import compact

__all__ = ["parenthesised", "plain_header", "spelled_out"]

_PARENTHESES = re.compile(r"[(\[]([^)\]]*)[)\]]")
_BETWEEN = re.compile(r"[\W_]+")
_ABBREVIATIONS = {
    **dict.fromkeys(("jml", "jmlh", "jlh", "jum", "jmh", "jumlh", "banyaknya", "banyak"), "jumlah"),
    **dict.fromkeys(("nmr", "nomer", "no"), "nomor"),
    **dict.fromkeys(("tgl", "tggl", "tanggl"), "tanggal"),
    **dict.fromkeys(("kel", "klurahan", "kelurahaan"), "kelurahan"),
    **dict.fromkeys(("kec", "kcamatan", "kecamtan"), "kecamatan"),
    **dict.fromkeys(("kop", "koprasi"), "koperasi"),
    **dict.fromkeys(("ds",), "desa"),
    **dict.fromkeys(("bln", "bulanan"), "bulan"),
    **dict.fromkeys(("thn", "th", "tahunan"), "tahun"),
    **dict.fromkeys(("rek", "rekng"), "rekening"),
    **dict.fromkeys(("akte",), "akta"),
    **dict.fromkeys(("omset",), "omzet"),
    **dict.fromkeys(("komoditi",), "komoditas"),
    **dict.fromkeys(("wanita", "prmpuan"), "perempuan"),
    **dict.fromkeys(("hutang", "utang"), "pinjaman"),
    **dict.fromkeys(("cicilan",), "angsuran"),
    **dict.fromkeys(("gdg",), "gudang"),
    **dict.fromkeys(("m²", "meter2"), "m2"),
    **dict.fromkeys(("pddk", "pend"), "penduduk"),
    **dict.fromkeys(("stts", "sts"), "status"),
    **dict.fromkeys(("lks",), "lokasi"),
    **dict.fromkeys(("kap", "kapsitas"), "kapasitas"),
}
# Words that change nothing: units, politeness, the kind of organisation.
_FILLERS = frozenset(
    [
        "jumlah",
        "nomor",
        "total",
        "data",
        "nilai",
        "rp",
        "rupiah",
        "idr",
        "orang",
        "org",
        "unit",
        "buah",
        "per",
        "yang",
        "dan",
        "di",
        "dari",
        "ada",
        "nama",
        "punya",
        "memiliki",
        "m2",
        "m",
        "va",
        "ton",
        "t",
        "kg",
        "ha",
        "km",
        "jam",
        "hari",
        "bulan",
        "jiwa",
        "kkmp",
        "kdmp",
        "kmp",
        "koperasi",
        "sudah",
        "saat",
        "ini",
        "pada",
    ]
)


def plain_header(text: str) -> str:
    """Return a header without case, spaces, dots, underscores and what stands in parentheses.

    Examples
    --------
    >>> plain_header(" Luas_Toko (M2) "), plain_header("premises.status")
    ('luastoko', 'premisesstatus')
    """
    return compact(_PARENTHESES.sub("", text))


def parenthesised(text: str) -> str:
    """Return what stands in parentheses, in lower case; empty when nothing does.

    Examples
    --------
    >>> parenthesised("Omzet [Rp Juta]"), parenthesised("Omzet")
    ('rp juta', '')
    """
    return " ".join(_PARENTHESES.findall(text)).strip().casefold()


def spelled_out(text: str) -> tuple[str, frozenset[str]]:
    """Return a header with its abbreviations written out, and the words that carry its meaning.

    Returns
    -------
    str
        All words without spaces.
    frozenset of str
        The words without fillers; empty when nothing else stands there.

    Examples
    --------
    >>> spelled_out("Jml. Anggota (org)"), spelled_out("JUMLAH")
    (('jumlahanggota', frozenset({'anggota'})), ('jumlah', frozenset()))
    """
    outside = _PARENTHESES.sub(" ", text).replace("²", "2").casefold()
    words = [_ABBREVIATIONS.get(word, word) for word in _BETWEEN.split(outside) if word]
    return "".join(words), frozenset(word for word in words if word not in _FILLERS)
