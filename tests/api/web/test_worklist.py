"""The page of worklists: filtered in the address, each claim with what it rests on."""


def test_each_card_says_what_why_and_what_to_ask(client):
    """Obstacle with evidence, source and day; step with cost and days; questions."""
    text = " ".join(client.get("/daftar-kerja", params={"district": "curug"}).text.split())
    for words in (
        "Hambatan dan buktinya",
        '(disebut koperasi): Disebut sendiri oleh koperasi. <span class="quiet">(contoh, 31 Okt 2026)</span>',
        "Langkah terkecil yang paling membuka",
        "Membuka 6 model bisnis:",
        "Tanyakan",
        "data contoh",
        '<option value="Curug" selected>',
    ):
        assert words in text, words


def test_the_district_and_the_size_live_in_the_address(client):
    """Only that district; what names no choice is passed over and said."""
    text = client.get("/daftar-kerja", params={"district": "Kasemen", "size": "7"}).text
    assert "Kasemen" in text
    assert '<p class="quiet">Curug' not in text
    odd = client.get("/daftar-kerja", params={"district": "<b>", "size": "99"})
    assert 200 == odd.status_code
    assert "Kecamatan itu tidak ada; semua kecamatan ditampilkan." in odd.text
    assert "<b>" not in odd.text


def test_every_list_can_be_reached_from_the_top(client):
    """Six lists of neighbours, each with its own heading."""
    text = client.get("/daftar-kerja").text
    numbers = [place for place in range(1, 20) if f'id="daftar-{place}"' in text]
    assert list(range(1, len(numbers) + 1)) == numbers
    assert all(f'href="#daftar-{place}"' in text for place in numbers)


def test_an_empty_store_says_what_to_do(clients):
    """As the front page does."""
    assert "sanding init --sample serang" in clients["empty"].get("/daftar-kerja").text


def test_the_front_page_leads_here(client):
    """Both pages, in one line."""
    text = client.get("/").text
    assert 'href="/daftar-kerja"' in text
    assert 'href="/tempat"' in text
