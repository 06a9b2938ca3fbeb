"""Access to the packaged catalogue, and what happens when a file is broken."""

import pytest

from features.catalog import loader
from features.cells.words import compact
from features.errors import CatalogError


@pytest.fixture(name="folder")
def _folder(tmp_path, monkeypatch):
    """A folder that stands in for the packaged one."""
    monkeypatch.setattr(loader, "files", lambda _package: tmp_path)
    for cached in (loader.catalog_rows, loader.sources, loader.facts_fields, loader.catalog_digest):
        cached.cache_clear()
    yield tmp_path
    for cached in (loader.catalog_rows, loader.sources, loader.facts_fields, loader.catalog_digest):
        cached.cache_clear()


def test_unknown_tables_are_refused_with_a_choice():
    """The message lists what there is."""
    with pytest.raises(CatalogError, match="financing"):
        loader.catalog_rows("cooperatives")


def test_rows_cannot_be_changed():
    """A cached row is shared, so it is read-only."""
    with pytest.raises(TypeError):
        loader.catalog_rows("partners")[0]["name"] = "lain"


def test_a_missing_file_is_reported(folder):
    """Half an installation says so."""
    assert [] == list(folder.iterdir())
    with pytest.raises(CatalogError, match=r"partners\.csv is missing"):
        loader.catalog_rows("partners")


def test_another_header_is_refused(folder):
    """Columns are never guessed."""
    (folder / "sources.csv").write_text("id,title\n", encoding="utf-8")
    with pytest.raises(CatalogError, match=r"header of sources\.csv"):
        loader.sources()


def test_a_line_with_too_few_cells_is_named(folder):
    """The line number leads to the fault."""
    text = "field,kind,unit,label_id,label_en\nhas_scales,yes_no,,Timbangan\n"
    (folder / "facts_fields.csv").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogError, match=r"facts_fields\.csv line 2: 4 cells, expected 5"):
        loader.facts_fields()


def test_the_digest_does_not_mind_line_endings(folder):
    """A checkout on another system has the same digest."""
    (folder / "a.csv").write_bytes(b"x,y\n1,2\n")
    expected = loader.catalog_digest()
    loader.catalog_digest.cache_clear()
    (folder / "a.csv").write_bytes(b"x,y\r\n1,2\r\n")
    assert expected == loader.catalog_digest()


@pytest.mark.parametrize(("name", "content"), [("a.csv", b"x,y\n1,3\n"), ("b.csv", b"x,y\n1,2\n")])
def test_the_digest_sees_contents_and_names(folder, name, content):
    """One changed figure, or the same figures under another name, are another catalogue."""
    (folder / "a.csv").write_bytes(b"x,y\n1,2\n")
    before = loader.catalog_digest()
    loader.catalog_digest.cache_clear()
    (folder / "a.csv").unlink()
    (folder / name).write_bytes(content)
    assert before != loader.catalog_digest()


def test_fields_of_facts_are_columns_of_facts():
    """Parsers read them as any column; numbers start at 0, all else has no range."""
    fields = loader.facts_fields()
    assert {"facts"} == {field.table for field in fields.values()}
    expected = {True: 0.0, False: None}
    assert all(
        expected[field.is_numeric and field.kind != "yes_no"] == field.minimum for field in fields.values()
    )


def test_quantities_of_facts_name_their_unit():
    """As in every table, a number's name ends in its unit or in count."""
    for field in loader.facts_fields().values():
        if field.kind == "yes_no":
            assert field.name.startswith(("has_", "is_"))
        elif field.is_numeric:
            assert field.unit
            assert field.name.endswith(("_count", f"_{field.unit}"))
        else:
            assert not field.unit


def test_numbers_of_documents_and_contacts_are_fields_of_their_own():
    """The yes/no columns keep only that a document is there."""
    expected = {
        "business_number": "id",
        "cooperative_number": "id",
        "legal_entity_number": "id",
        "officer_phone": "phone",
        "postal_code": "postal_code",
        "tax_number": "id",
    }
    fields = loader.facts_fields()
    assert expected == {name: field.kind for name, field in fields.items() if not field.is_numeric}


def test_no_spelling_of_an_area_is_the_name_of_another():
    """A name in the list of areas, and of a district, means what it says."""
    names = {compact(row["name"]): row["code"] for row in loader.catalog_rows("areas")}
    districts = {compact(row["district"]) for row in loader.catalog_rows("areas")}
    for alias, code in loader.area_aliases().items():
        assert code in names.values()
        assert code == names.get(compact(alias), code)
        assert compact(alias) not in districts


@pytest.mark.parametrize(
    ("alias", "name"),
    [("Masjid Priyayi", "Mesjid Priyayi"), ("Trondol", "Terondol"), ("Kerundang", "Karundang")],
)
def test_usual_spellings_lead_to_their_area(alias, name):
    """Single and double letters, e and a, with and without the e nobody hears."""
    names = {row["code"]: row["name"] for row in loader.catalog_rows("areas")}
    assert name == names[loader.area_aliases()[alias]]
