"""What the store says when it refuses: each sentence names the place and the remedy, twice."""

from recommender.errors import (
    NotFoundError,
    RefusedError,
    StoreDamagedError,
    StoreError,
    StoreMissingError,
    StoreReadOnlyError,
    StoreVersionError,
)

__all__ = [
    "busy",
    "damaged",
    "disk_full",
    "foreign",
    "missing",
    "newer",
    "not_writable",
    "older",
    "reference_missing",
    "table_unknown",
    "unreachable",
    "unusable",
]


def missing(label: str) -> StoreMissingError:
    """Nothing is there yet."""
    return StoreMissingError(
        f"Belum ada data Sanding di {label}. Jalankan `sanding init` dahulu, "
        "atau periksa SANDING_HOME dan SANDING_DATABASE_URL.",
        f"There is no Sanding store at {label}. Run `sanding init` first, "
        "or check SANDING_HOME and SANDING_DATABASE_URL.",
    )


def older(label: str, stored: str, expected: str) -> StoreVersionError:
    """The tables are of an older version than the program."""
    return StoreVersionError(
        f"Data di {label} dibuat oleh versi lama (skema {stored}, program ini memakai {expected}). "
        "Buat cadangan, lalu jalankan `sanding init` untuk memperbaruinya.",
        f"The store at {label} was made by an older version (schema {stored}, this program uses "
        f"{expected}). Make a backup, then run `sanding init` to upgrade it.",
    )


def newer(label: str, stored: str, expected: str) -> StoreVersionError:
    """The tables are of a version that this program does not know."""
    return StoreVersionError(
        f"Data di {label} dibuat oleh versi yang lebih baru (skema {stored}, program ini memakai "
        f"{expected}). Pasang Sanding versi terbaru; data tidak diubah.",
        f"The store at {label} was made by a newer version (schema {stored}, this program uses "
        f"{expected}). Install the newest Sanding; nothing was changed.",
    )


def not_writable(label: str) -> StoreReadOnlyError:
    """The file or its folder cannot be written."""
    return StoreReadOnlyError(
        f"Data di {label} tidak dapat ditulis. Pastikan itu sebuah berkas (bukan folder), dan "
        "foldernya ada dan boleh ditulis oleh pengguna ini, atau pilih tempat lain lewat SANDING_HOME.",
        f"The store at {label} cannot be written. Make sure it is a file (not a folder) in a "
        "folder that exists and that this user may write, or choose another place with SANDING_HOME.",
    )


def damaged(label: str) -> StoreDamagedError:
    """The file is no database, or its pages are broken."""
    return StoreDamagedError(
        f"Data di {label} rusak atau bukan basis data Sanding. Pindahkan berkas itu ke tempat lain, "
        "lalu letakkan salinan cadangan terakhir di sana atau mulai lagi dengan `sanding init`.",
        f"The store at {label} is damaged or is no Sanding database. Move the file away, then "
        "put the last backup copy there or start again with `sanding init`.",
    )


def foreign(label: str) -> StoreDamagedError:
    """The database holds tables of something else."""
    return StoreDamagedError(
        f"Basis data di {label} milik program lain; isinya tidak diubah. Pilih berkas atau basis "
        "data lain lewat SANDING_DATABASE_URL.",
        f"The database at {label} belongs to another program; nothing was changed. Choose another "
        "file or database with SANDING_DATABASE_URL.",
    )


def busy(label: str) -> StoreError:
    """Someone else keeps writing."""
    return StoreError(
        f"Data di {label} sedang ditulis oleh proses lain. Tunggu sebentar lalu coba lagi.",
        f"The store at {label} is being written by another process. Wait a moment and try again.",
    )


def disk_full(label: str) -> StoreError:
    """There is no room left."""
    return StoreError(
        f"Ruang penyimpanan untuk {label} penuh; tidak ada yang diubah. Kosongkan ruang lalu coba lagi.",
        f"There is no room left for {label}; nothing was changed. Free some space and try again.",
    )


def unreachable(label: str) -> StoreError:
    """The database server does not answer or does not let us in."""
    return StoreError(
        f"{label} tidak dapat dihubungi. Periksa apakah server menyala, lalu alamat, nama pengguna "
        "dan kata sandi dalam SANDING_DATABASE_URL.",
        f"{label} cannot be reached. Check that the server is running, then the address, user "
        "name and password in SANDING_DATABASE_URL.",
    )


def unusable(label: str) -> StoreError:
    """Anything else that a driver may say."""
    return StoreError(
        f"Data di {label} tidak dapat dipakai saat ini; tidak ada yang diubah. Jalankan "
        "`sanding check`, dan periksa kesehatan disk atau server.",
        f"The store at {label} cannot be used right now; nothing was changed. Run "
        "`sanding check`, and look at the health of the disk or server.",
    )


def reference_missing() -> RefusedError:
    """A row names a record that is not there."""
    return RefusedError(
        "Sebuah baris merujuk ke wilayah, mitra, model bisnis atau koperasi yang belum ada; tidak "
        "ada yang diubah. Masukkan yang dirujuk dahulu.",
        "A row refers to an area, partner, offer or cooperative that is not there; nothing was "
        "changed. Import what it refers to first.",
    )


def table_unknown(table: str, known: str) -> NotFoundError:
    """There is no such table."""
    return NotFoundError(
        f"Tabel {table!r} tidak dikenal. Pilih salah satu: {known}.",
        f"Unknown table {table!r}. Choose one of: {known}.",
    )
