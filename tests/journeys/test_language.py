"""Whoever reads English reads English everywhere, and the other way round."""

import re

import pytest

from api.web.wording import catalogue
from tests.journeys.addresses import EXAMPLES, MISSING

# Every piece of text with what is read out in its place; the switch is written in the other language.
PIECES = """() => {
  for (const one of document.querySelectorAll('body [lang], .language')) one.remove();
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) found.push(walk.currentNode.data);
  for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'data-l'])
    for (const one of document.querySelectorAll(`[${name}]`)) found.push(one.getAttribute(name));
  return found.map(one => one.trim().split(/\\s+/).join(' ')).filter(one => one);
}"""
FEWEST_WORDS = 2
BLANK = re.compile(r"\\\{\w+\\\}")


def pattern_of(words):
    """What a phrase looks like when its blanks are filled with a few words; ``None`` if it is vague."""
    own = re.findall(r"[^\W\d_]{2,}", re.sub(r"\{\w+\}", "", words))
    if len(own) < (FEWEST_WORDS if "{" in words else 1):
        return None
    return BLANK.sub(lambda _: r"\S+(?: \S+){0,3}?", re.escape(words))


def foreign_phrases(language):
    """A pattern that fits the other catalogue's phrases, but none that both languages share."""
    here, other = catalogue(language), catalogue("id" if language == "en" else "en")
    known = re.compile("|".join(filter(None, map(pattern_of, here.values()))), re.IGNORECASE)
    foreign = [words for words in other.values() if not known.fullmatch(words)]
    return re.compile("|".join(filter(None, map(pattern_of, foreign))), re.IGNORECASE), known


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("address", [*(addresses[0] for addresses in EXAMPLES.values()), MISSING])
def test_a_page_speaks_one_language(address, language, server_url, page_at):
    """No phrase of the other catalogue, no name of a phrase instead of its words, no empty blank."""
    page = page_at(1280, language=language, refusals=address == MISSING)
    page.goto(server_url + address)
    assert language == page.locator("html").get_attribute("lang")
    pieces = page.evaluate(PIECES)
    foreign, known = foreign_phrases(language)
    assert [] == [one for one in pieces if foreign.fullmatch(one) and not known.fullmatch(one)]
    assert set() == set(catalogue(language)) & {word for one in pieces for word in one.split()}
    assert [] == [one for one in pieces if one == "None" or re.search(r"\{\w+\}|\bnan\b", one)]


def test_a_foreign_phrase_would_be_seen():
    """Words of the other language are told apart from a cooperative's own name."""
    foreign, _ = foreign_phrases("en")
    assert foreign.fullmatch("Belum diketahui")
    assert foreign.fullmatch("2 dari 67 koperasi ditampilkan.")
    assert not foreign.fullmatch("Koperasi Kelurahan Merah Putih Unyur")
    assert not foreign.fullmatch("not known")


def test_the_choice_of_a_language_stays(server_url, page_at):
    """Switch on one page: the same page in the other language, and the next one, too."""
    page = page_at(1280)
    page.goto(f"{server_url}/?district=Kasemen")
    page.locator("a.language").click()
    page.wait_for_url("**/?*lang=en*")
    assert "Kasemen" == page.input_value("select[name=district]")
    page.locator("main tbody th a").first.click()
    page.wait_for_url("**/koperasi/*")
    assert "en" == page.locator("html").get_attribute("lang")
