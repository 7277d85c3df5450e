"""An editor who reads Finnish makes a post, a tip list and a training, and sees them on the site."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.pdf import Pdf

from .editing import Editor

SUMMARY = "Tämä sivu on tehty selaimessa, jotta tiedämme, että sivun tekeminen onnistuu."


@pytest.fixture
def editor(page, server):
    return Editor(page, server)


def test_a_post_with_every_block_is_made_previewed_and_published(editor, page):
    editor.begin("blog/blogpage", "blog")
    editor.write(title="Kaikki lohkot kirjoituksessa", summary=SUMMARY)
    kinds = editor.block_kinds("body")
    assert len(kinds) >= 15
    for kind in kinds:
        editor.add_block("body", kind)
    frame = editor.preview()
    expect(frame.locator("h1")).to_have_text("Kaikki lohkot kirjoituksessa")
    expect(frame.locator("main")).to_contain_text("Koeteksti")
    editor.close_preview()
    editor.publish()
    assert editor.errors == []
    page.goto("/fi/blogi/")
    page.get_by_role("link", name="Kaikki lohkot kirjoituksessa").click()
    page.wait_for_url("**/fi/blogi/kaikki-lohkot-kirjoituksessa/")
    expect(page.locator("h1")).to_have_text("Kaikki lohkot kirjoituksessa")
    assert page.locator("main .body > *").count() >= len(kinds)


def test_a_tip_list_is_made_previewed_published_and_printed(editor, page):
    editor.begin("tiplists/tiplistpage", "tip-lists")
    editor.write(title="Kolme koevinkkiä", summary=SUMMARY)
    for _ in range(3):
        editor.add_block("tips")
    frame = editor.preview()
    expect(frame.locator("h1")).to_have_text("Kolme koevinkkiä")
    expect(frame.locator(".tips > li")).to_have_count(3)
    editor.close_preview()
    editor.publish()
    assert editor.errors == []
    page.goto("/fi/vinkkilistat/")
    page.get_by_role("link", name="Kolme koevinkkiä").click()
    page.wait_for_url("**/fi/vinkkilistat/kolme-koevinkkia/")
    expect(page.locator(".tips > li")).to_have_count(3)
    printed = Pdf(page.pdf(prefer_css_page_size=True, print_background=True))
    assert printed.page_sizes == [(210, 297)]
    assert "Kolmekoevinkkiä" in printed.text


def test_a_training_is_made_previewed_and_published(editor, page):
    day = date.today() + timedelta(days=40)
    editor.begin("trainings/trainingpage", "trainings")
    editor.write(title="Koevalmennus", summary=SUMMARY, venue="Kirjasto", starts_on=f"{day:%-d.%-m.%Y}")
    editor.write(starts_at="12:00", ends_at="15:00")
    editor.add_block("programme")
    editor.add_block("body", editor.block_kinds("body")[0])
    editor.choose_first(page.locator(".w-panel:has([name=contact]) .chooser__choose-button:visible"))
    frame = editor.preview()
    expect(frame.locator("h1")).to_have_text("Koevalmennus")
    editor.close_preview()
    editor.publish()
    assert editor.errors == []
    page.goto("/fi/valmennukset/")
    page.get_by_role("link", name="Koevalmennus").click()
    page.wait_for_url("**/fi/valmennukset/koevalmennus/")
    expect(page.locator(".facts")).to_contain_text("Kirjasto")
    expect(page.locator(".facts")).to_contain_text(f"{day.day}.{day.month}.{day.year}")


def test_wrong_input_is_told_at_the_field_and_kept(editor, page):
    editor.begin("blog/blogpage", "blog")
    editor.write(title="Keskeneräinen kirjoitus")
    editor.add_block("body", editor.block_kinds("body")[0])
    editor.publish()
    field = page.locator(".w-field__wrapper:has([name=summary])")
    expect(field.locator(".error-message")).to_contain_text("pakollinen")
    expect(page.locator("[name=title]")).to_have_value("Keskeneräinen kirjoitus")
    expect(page.locator("[contenteditable=true]").first).to_contain_text("Koeteksti")
    editor.write(summary=SUMMARY)
    editor.publish()
    assert editor.errors == []
    page.goto("/fi/blogi/keskenerainen-kirjoitus/")
    expect(page.locator("h1")).to_have_text("Keskeneräinen kirjoitus")


def test_a_wrong_fact_of_a_training_is_told_at_its_field(editor, page):
    editor.begin("trainings/trainingpage", "trainings")
    editor.write(title="Väärä valmennus", summary=SUMMARY, starts_on="2.6.2027", ends_on="1.6.2027")
    editor.publish()
    field = page.locator(".w-field__wrapper:has([name=ends_on])")
    expect(field.locator(".error-message")).to_contain_text("päivä")
    expect(page.locator("[name=ends_on]")).to_have_value("01.06.2027")
    expect(page.locator("[name=title]")).to_have_value("Väärä valmennus")
