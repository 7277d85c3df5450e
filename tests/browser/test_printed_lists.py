"""Printed lists in a real browser and from a real server: the preview while typing, the booklet, many at once."""

import re
from concurrent.futures import ThreadPoolExecutor
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.pdf import Pdf

from .editing import Editor


def fetch(address):
    with urlopen(address, timeout=60) as answer:  # noqa: S310 – our own server
        return answer.status, answer.read()


def test_the_preview_shows_the_sheet_and_how_it_fits_while_the_editor_types(page, server):
    editor = Editor(page, server)
    page.goto(f"/cms/pages/{server.ids['tip-list']}/edit/", wait_until="networkidle")
    frame = editor.preview()
    expect(frame.locator("h1")).to_be_visible()
    page.locator("[name=preview_mode]").select_option("a4")
    fit = frame.locator(".fit")
    expect(fit).to_contain_text("Mahtuu yhdelle A4-arkille, tekstin koko")
    expect(frame.locator("img")).to_have_count(1)
    assert frame.locator("img").evaluate("image => image.complete && image.naturalWidth") > 500
    before = frame.locator("img").get_attribute("src")
    page.locator("[name=title]").fill("Uusi otsikko juuri nyt")
    expect(frame.locator("img")).not_to_have_attribute("src", before)
    expect(fit).to_contain_text("Mahtuu")
    page.locator("[name=title]").fill("Hymyile 😀")
    expect(fit).to_contain_text("GRINNING FACE")
    page.locator("[name=title]").fill("Vinkit")
    expect(fit).to_contain_text("Mahtuu")
    page.locator("[name=preview_mode]").select_option("large")
    expect(fit).to_contain_text("Isoteksti, tekstin koko")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_ticked_lists_become_a_booklet_without_javascript(new_page, server, language):
    page = new_page(java_script_enabled=False, accept_downloads=True)
    page.goto(server.address(language, "tip-lists"))
    boxes = page.locator("main form [name=list]")
    boxes.nth(0).check()
    boxes.nth(2).check()
    numbers = [boxes.nth(number).get_attribute("value") for number in (0, 2)]
    form = page.locator("main form")
    assert form.locator("[type=submit]").count() == 1
    address = server.url + form.get_attribute("action")
    with page.expect_request(re.compile("booklet")) as sent:
        form.locator("[type=submit]").click()
    assert sent.value.url == f"{address}?list={numbers[0]}&list={numbers[1]}"
    status, data = fetch(sent.value.url)
    assert status == 200
    assert len(Pdf(data).pages) == 4


def test_a_form_with_nothing_ticked_says_so(new_page, server):
    page = new_page(java_script_enabled=False)
    page.goto(server.address("fi", "tip-lists"))
    page.locator("main form [type=submit]").click()
    expect(page.locator("main [role=alert]")).to_have_text("Valitse vihkoon vähintään yksi lista.")


def test_ten_at_once_who_ask_for_a_missing_file_get_the_same_one(server):
    address = server.address("fi", "tip-list") + "large.pdf"
    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(fetch, [address] * 10))
    assert {status for status, _data in answers} == {200}
    assert len({data for _status, data in answers}) == 1
    assert Pdf(answers[0][1]).page_sizes[0] == (210, 297)


def test_the_other_sizes_are_found_by_keyboard(page, server):
    page.goto(server.address("fi", "tip-list"))
    summary = page.locator(".sizes summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent").startswith("PDF, A4")
