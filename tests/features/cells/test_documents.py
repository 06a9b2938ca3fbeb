"""What states that a document is there."""

import pytest

from features.cells.documents import document_columns, document_evidence
from features.schema.loader import column


@pytest.mark.parametrize(
    ("name", "text", "evidence"),
    [
        ("has_business_number", "9120.1234.56789", "number"),
        ("has_business_number", "NIB 9120123456789", "number"),
        ("has_cooperative_number", "3208130020160", "number"),
        ("has_tax_number", "'01.234.567.8-901.000", "number"),
        ("has_tax_number", "`3673010101900001", "number"),
        ("has_legal_entity", "518.08/96/BH/XIV.10/VIII/2008", "number"),
        ("has_legal_entity", "518.08/96/bh/xiv.10/viii/2008", "number"),
        ("has_legal_entity", "AHU-0012345.AH.01.29.TAHUN 2025", "number"),
        ("has_deed", "No. 12 tanggal 24 Juli 2025", "number"),
        ("has_deed", "Akta Notaris No 7", "number"),
        ("has_deed", "24 Juli 2025", "date"),
        ("has_deed", "2025-07-24", "date"),
        ("has_bank_account", "1234-01-000123-53-4", "number"),
        ("has_bank_account", "BRI", "bank"),
        ("has_bank_account", "Bank Banten", "bank"),
        ("has_bank_account", "Mandiri Cab. Serang", "bank"),
        ("has_bank_account", "BRI dan BNI", "bank"),
        ("has_bank_account", "BNI 1234567890", "bank"),
        ("has_bank_statements_3m", "Rek. BJB", "bank"),
        ("has_simkopdes_account", "kkmp.kaligandu@gmail.com", "account"),
        ("has_simkopdes_account", "Akun: kkmpkaligandu", "account"),
    ],
)
def test_a_number_a_date_or_a_name_states_a_document(name, text, evidence):
    """In the columns that ask for it."""
    assert evidence == document_evidence(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("has_deed", ""),
        ("has_deed", "0"),
        ("has_deed", "000"),
        ("has_deed", "00000"),
        ("has_deed", "12"),
        ("has_deed", "2025"),
        ("has_deed", "hilang"),
        ("has_deed", "hilang 12345"),
        ("has_deed", "belum ada no 12345"),
        ("has_deed", "BRI"),
        ("has_deed", "lihat halaman 12345"),
        ("has_bank_account", "BRI belum aktif"),
        ("has_bank_account", "Serang"),
        ("has_bank_account", "bank"),
        ("has_simkopdes_account", "lupa"),
        ("has_simkopdes_account", "hilang"),
        ("has_internet", "9120123456789"),
    ],
)
def test_other_words_state_nothing(name, text):
    """A trouble is no document, nor is a year, a zero or a place."""
    assert document_evidence(name, text) is None


def test_every_column_of_documents_is_a_yes_no_column():
    """The table speaks of columns that are there."""
    kinds = {column("cooperatives", name).kind for name in document_columns()}
    assert {"yes_no"} == kinds
