"""Every page in both languages on three stores: a title, labels, no outside address, no inline code."""

import re
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from api.web.wording import catalogue

PAGES = [
    "/",
    "/?district=Kasemen",
    "/?district=Kasemen&q=zzz",
    "/koperasi/kkmp-3673011007",
    "/koperasi/kkmp-3673011007?tujuan=margin",
    "/koperasi/kkmp-3673011007/toko-dikelola-mitra",
    "/koperasi/kkmp-3673011007/pendampingan",
    "/koperasi/kkmp-3673011007/token-pln?tujuan=jobs",
    "/koperasi/kkmp-3673011007/bank-sampah",
    "/koperasi/kkmp-3673011007/profil",
    "/koperasi/kkmp-3673011007/profil?tersimpan=member_count",
    "/koperasi/kkmp-3673011007/profil/member_count",
    "/koperasi/kkmp-3673011007/profil/has_deed",
    "/koperasi/kkmp-3673011007/profil/commodities",
    "/koperasi/kkmp-3673011007/profil/has_scales",
    "/koperasi/kkmp-3673011007/andai",
    "/koperasi/kkmp-3673011007/andai?own_capital_idr=50+juta&has_business_number=ya",
    "/koperasi/kkmp-3673011007/banding",
    "/koperasi/kkmp-3673011007/banding?a=token-pln&b=lpg-sub-pangkalan&tujuan=jobs",
    "/koperasi/kkmp-3673011007/keputusan",
    "/koperasi/kkmp-3673011007/langkah",
    "/koperasi/kkmp-3673011007/paket",
    "/koperasi/kkmp-3673011007/paket?paling=2&pekerja=0",
    "/koperasi/kkmp-3673011007/harga",
    "/koperasi/kkmp-3673011007/harga?ongkir=50+ribu",
    "/model-bisnis",
    "/model-bisnis/lpg-sub-pangkalan",
    "/model-bisnis/pendampingan",
    "/pembiayaan",
    "/pembiayaan?pokok=600+juta&skema=pmk-49-2025",
    "/daftar-kerja?district=Curug",
    "/tempat",
    "/tinjauan",
    "/tinjauan?dicatat=counted&jumlah=3&jenis=ditahan&halaman=9",
    "/model",
    "/alokasi",
    "/alokasi?hitung=1",
    "/alokasi?hitung=1&paling=2&tujuan=margin&kecamatan=Curug",
    "/alokasi?hitung=1&paling=1&tiap_kecamatan=60",
    "/cetak?district=Kasemen",
    "/cetak/kkmp-3673011007?kertas=f4",
    "/nowhere",
]
VOID = {"meta", "link", "img", "input", "br", "hr"}


class Page(HTMLParser):
    """What stands in a page: tags with attributes, text, and faults of nesting."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.faults, self.text = [], [], [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        """Note a tag that opens."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        """Note a tag that opens and closes."""
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        """Compare with what is open."""
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.faults.append(f"</{tag}> closes {self.open[-1:]}")

    def handle_data(self, data):
        """Gather the text."""
        self.text += data

    def all(self, tag):
        """Attributes of every such tag."""
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(name="page", params=PAGES)
def _page(request):
    return request.param


@pytest.mark.parametrize("store", ["serang", "kosong", "empty"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_pages_are_whole(page, language, store, clients):
    """Well nested, in their language, one heading, landmarks, unique ids, every field labelled."""
    answer = clients[store].get(page, headers={"Accept-Language": language})
    assert answer.status_code in {200, 404}
    assert "text/html; charset=utf-8" == answer.headers["content-type"]
    found = Page(answer.text)
    assert ([], []) == (found.faults, found.open)
    assert language == found.all("html")[0]["lang"]
    for tag in ("title", "h1", "main", "footer"):
        assert 1 == len([one for one in found.all(tag) if "id" not in one or tag != "title"]), tag
    ids = [attributes["id"] for _, attributes in found.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    labelled = {attributes["for"] for attributes in found.all("label")}
    fields = [one for tag in ("input", "select") for one in found.all(tag) if one.get("type") != "hidden"]
    assert {one["id"] for one in fields} <= labelled
    named = {name for _, one in found.tags for name in one.get("aria-labelledby", "").split()}
    assert named <= set(ids)


@pytest.mark.parametrize("language", ["id", "en"])
def test_pages_fit_the_policy_and_ask_nobody_else(page, language, client):
    """No script, no inline style, no handler, no address of another site."""
    text = client.get(page, headers={"Accept-Language": language}).text
    found = Page(text)
    assert [] == found.all("script") + found.all("style")
    faults = [
        (tag, name)
        for tag, attributes in found.tags
        for name, value in attributes.items()
        if name == "style" or name.startswith("on") or re.match(r"(?:\w+:)?//", value or "")
    ]
    assert [] == faults


@pytest.mark.slow
def test_every_link_leads_somewhere(client):
    """From each page, in one step; anchors stand on their page."""
    seen = set()
    for start in PAGES:
        found = Page(client.get(start).text)
        ids = {attributes["id"] for _, attributes in found.tags if "id" in attributes}
        targets = {one["href"] for tag in ("a", "link") for one in found.all(tag)}
        assert {target[1:] for target in targets if target.startswith("#")} <= ids, start
        seen |= {target for target in targets if not target.startswith("#")}
    chosen = [target for target in sorted(seen) if "/koperasi/" not in target] + sorted(
        target for target in seen if "3673011007" in target
    )
    assert [] == [target for target in chosen if client.get(target).status_code != 200]


def test_a_chosen_language_stays_chosen(client):
    """Links of a page in English lead to pages in English, whatever the browser prefers."""
    found = Page(client.get("/?lang=en", headers={"Accept-Language": "id"}).text)
    assert "en" == found.all("html")[0]["lang"]
    inner = [one["href"] for one in found.all("a") if one["href"].startswith(("/koperasi", "/model"))]
    assert [] == [href for href in inner if "lang=en" not in href]
    assert {"lang": "en"}.items() <= {one["name"]: one["value"] for one in found.all("input")}.items()


def test_the_page_says_what_a_suggestion_rests_on(client):
    """Chance with its interval, evidence, marks, steps, and whose decision it is."""
    text = " ".join(Page(client.get("/koperasi/kkmp-3673011007").text).text.split())
    assert re.search(r"Peluang berhasil \d+% \(rentang 80%: <?\d+%–>?\d+%\)", text)
    for words in (
        "pengetahuan ahli, belum ada hasil",
        "data contoh",
        "Yang mendukung",
        "Yang memberatkan",
        "Yang masih kurang",
        "Yang paling perlu ditanyakan",
        "Perkiraan sistem, bukan keputusan: anggota yang memutuskan.",
    ):
        assert words in text


def test_filters_live_in_the_address(client):
    """A shared link shows the same; the fields show what was asked."""
    found = Page(client.get("/", params={"district": "Kasemen", "q": "ka"}).text)
    assert "ka" == next(one for one in found.all("input") if one["name"] == "q")["value"]
    assert 1 == len([one for one in found.all("option") if "selected" in one])
    assert "2 dari 67 koperasi ditampilkan." in found.text


def test_what_is_typed_comes_back_as_text(client):
    """Markup in a filter stays text."""
    text = client.get("/", params={"q": '"><script>alert(1)</script>', "district": "<b>"}).text
    assert "<script>" not in text
    assert "&lt;script&gt;" in text


def test_an_empty_store_says_what_to_do(clients):
    """The command that loads the sample is on the page."""
    assert "sanding init --sample serang" in clients["empty"].get("/").text


@pytest.mark.slow
def test_every_template_is_rendered_by_a_page(client):
    """No template is forgotten."""
    environment = client.app.state.pages._environment
    for page in PAGES:
        client.get(page, headers={"Accept-Language": "fr"})
    names = {entry.name for entry in files("api.web").joinpath("templates").iterdir()}
    # a preview and an undo need a file first: tests/api/web/test_imports.py renders them
    later = {"import_preview.html", "import_columns.html", "import_undo.html"}
    # these need a kept plan first: tests/api/web/test_allocation*.py render them
    later |= {
        f"allocation{part}.html" for part in ("", "_check", "_compare", "_dials", "_list", "_place", "_why")
    }
    later |= {"plan_standing.html"}
    # these need events or a model first: tests/api/web/test_review*.py and test_model.py render them
    later |= {f"review_{part}.html" for part in ("check", "held", "waiting")}
    later |= {f"model_{part}.html" for part in ("beliefs", "judgement")}
    assert names - later == {key[1] for key in environment.cache} - later


def test_every_word_of_a_template_is_in_the_catalogue():
    """No key is mistyped, none is left over."""
    folder = files("api.web").joinpath("templates")
    text = "".join(entry.read_text(encoding="utf-8") for entry in folder.iterdir())
    used = set(re.findall(r"""["']([a-z_]+\.[a-z_0-9]+)["']""", text))
    made = {f"{part}." for part in re.findall(r"""["']([a-z_]+)\.["'] ~""", text)}
    known = set(catalogue("id"))
    assert set() == {key for key in used - known if not key.endswith((".html", ".css", ".svg"))}
    left = {key for key in known - used if not key.startswith(tuple(made | {"unit.", "value."}))}
    assert set() == left


def test_the_first_view_is_light(client):
    """Under a hundred kilobytes altogether, uncompressed page and stylesheet."""
    sizes = [len(client.get(path).content) for path in ("/", "/static/sanding.css", "/static/sanding.svg")]
    assert sum(sizes) < 110_000
    assert sizes[1] <= 12_000
