"""Paper: a tip list is one A4 sheet, every other page leaves its navigation out."""

import re

import pytest

from tests.pdf import Pdf, squeezed
from tests.served import KINDS, LANGUAGES

A4 = (210, 297)
INDEXES = ["municipalities", "trainings", "tip-lists", "blog"]
HIDDEN_ON_PAPER = [
    "header nav",
    ".menu",
    ".skip",
    ".crumbs",
    ".filters",
    ".pagination",
    ".neighbours",
    "[data-print]",
    "form:not(.picker)",
    ".pick > label",
    ".foot__grid",
]


def print_page(page, address):
    page.goto(address, wait_until="networkidle")
    return Pdf(page.pdf(prefer_css_page_size=True, print_background=True, tagged=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_tip_list_is_one_sheet_with_all_of_its_tips(page, server, language):
    lists = [item for item in server.tip_lists if item["language"] == language]
    assert max(len(item["tips"]) for item in lists) >= 12
    for item in lists:
        printed = print_page(page, item["path"])
        assert printed.page_sizes == [A4], item["path"]
        text = printed.text
        missing = [words for words in [item["title"], *item["tips"]] if squeezed(words) not in text]
        assert missing == [], item["path"]
        assert [re.sub(r"/\w+/$", "", code) for code in printed.codes()] == [f"{server.url}/v/{item['id']}"], item[
            "path"
        ]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "tip-list"])
def test_other_pages_print_without_navigation(page, server, kind):
    printed = print_page(page, server.address("fi", kind))
    assert set(printed.page_sizes) == {A4}
    title = page.locator("h1").inner_text()
    assert squeezed(title) in printed.text
    if kind in INDEXES:
        cards = page.locator("main .card__title").all_inner_texts()
        assert len(cards) >= 3
        assert [card for card in cards if squeezed(card) not in printed.text] == []
    page.emulate_media(media="print")
    shown = [selector for selector in HIDDEN_ON_PAPER if page.locator(f"{selector}:visible").count()]
    assert shown == []


def test_closed_parts_open_on_paper(page, server):
    """An accordion that is closed on screen is read on paper."""
    texts = []
    for kind, path in server.every["fi"]:
        if kind not in ("standard", "municipality", "post"):
            continue
        page.goto(path)
        texts = page.locator("main .accordion details .rich-text").all_text_contents()
        if texts:
            printed = print_page(page, path).text
            assert [text for text in texts if squeezed(text) not in printed] == []
            break
    assert texts, "no page of the demo has an accordion"


def test_paper_is_light_for_readers_of_dark_screens(new_page, server):
    page = new_page(color_scheme="dark")
    page.goto(server.address("fi", "tip-list"))
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("h1").evaluate("item => getComputedStyle(item).color") == "rgb(35, 27, 59)"
