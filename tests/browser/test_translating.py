"""A translator at the desk, by keyboard alone; two on one text; what is not ready does not go live."""

import re

import pytest
from playwright.sync_api import expect
from wagtail.models import Page

from tests.factories import make_post
from tests.served import working_on
from tests.translations.translating import followed, say, segments

from .editing import Editor


@pytest.fixture
def translation(server):
    """A post that waits for its Swedish texts, in the memory of which there is one. Ask for it before a page: the page
    still loads notes when the test ends."""
    with working_on(server.database):
        other = followed(make_post(summary="Kunta kuulee kaikkia asukkaita."))
        for segment in segments(other):
            if "Kunta" in segment.string.data:
                say(other, segment, "Kommunen lyssnar på alla invånare.")
        post = make_post(title="Näppäimin käännetty", summary="Kunta kuulee kaikkia asukkaita!")
        translation = followed(post)
        yield translation
        Page.objects.filter(translation_key=post.translation_key).delete()


def desk(page, translation):
    page.goto(f"/cms/translations/{translation.pk}/")
    return page.locator("[data-text]")


def field_of(page, source):
    return page.locator(f"[data-text]:has([data-source*='{source}']) textarea")


def test_a_translator_works_by_keyboard_alone(translation, page, server):
    Editor(page, server, "translator-sv")
    desk(page, translation)
    field_of(page, "Näppäimin").focus()
    page.keyboard.type("Översatt med tangenter")
    page.keyboard.press("Control+Enter")
    summary = field_of(page, "Kunta")
    expect(summary).to_be_focused()
    offer = page.locator("[data-text]:has(textarea:focus) [data-take]").first
    expect(offer).to_contain_text("Kommunen lyssnar på alla invånare.")
    page.keyboard.press("Alt+1")
    expect(summary).to_have_value("Kommunen lyssnar på alla invånare.")
    page.keyboard.press("End")
    page.keyboard.press("Backspace")
    page.keyboard.type("!")
    page.keyboard.press("Control+Enter")
    expect(field_of(page, "Teksti")).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    expect(summary).to_be_focused()
    expect(page.locator("[data-done]")).to_have_text("2")
    page.reload()
    expect(field_of(page, "Näppäimin")).to_have_value("Översatt med tangenter")
    expect(field_of(page, "Kunta")).to_have_value("Kommunen lyssnar på alla invånare!")
    expect(field_of(page, "Kunta")).to_be_focused()
    frame = page.frame_locator("[data-preview] iframe")
    expect(frame.locator("main")).to_contain_text("Kommunen lyssnar på alla invånare!")


def test_two_on_one_text_lose_nothing(translation, new_page, server):
    first, second = new_page(), new_page()
    for page in (first, second):
        Editor(page, server, "translator-sv")
        desk(page, translation)
    field_of(first, "Näppäimin").fill("Den första")
    field_of(first, "Kunta").focus()
    expect(first.locator("[data-done]")).to_have_text("1")
    field_of(second, "Näppäimin").fill("Den andra")
    field_of(second, "Kunta").focus()
    conflict = second.locator("[data-conflict]:visible")
    expect(conflict.locator("[data-theirs]")).to_have_text("Den första")
    expect(field_of(second, "Näppäimin")).to_have_value("Den andra")
    conflict.locator("[data-keep-mine]").click()
    expect(second.locator("[data-done]")).to_have_text("1")
    expect(conflict).to_be_hidden()
    first.reload()
    expect(field_of(first, "Näppäimin")).to_have_value("Den andra")


def test_a_text_written_offline_is_saved_when_the_network_is_back(translation, page, server):
    Editor(page, server, "translator-sv")
    desk(page, translation)
    address = re.compile(r"/segments/\d+/$")
    page.route(address, lambda route: route.abort("internetdisconnected"))
    field_of(page, "Näppäimin").fill("Skrivet utan nät")
    field_of(page, "Kunta").focus()
    expect(page.locator("[data-status]")).to_have_attribute("data-level", "problem")
    expect(field_of(page, "Näppäimin")).to_have_value("Skrivet utan nät")
    page.unroute(address)
    expect(page.locator("[data-done]")).to_have_text("1")


def test_what_is_not_ready_goes_live_only_with_a_tick(translation, page, server):
    Editor(page, server, "translator-sv")
    desk(page, translation)
    page.locator("button[value=publish]").click()
    expect(page.locator(".desk__reasons").first).to_contain_text("3")
    page.locator("button[value=publish]").click()
    assert page.evaluate("() => document.querySelector('[name=anyway]').validity.valueMissing")
    page.locator("[name=anyway]").check()
    page.locator("button[value=publish]").click()
    page.wait_for_url(f"**/cms/translations/{translation.pk}/")
    with working_on(server.database):
        assert translation.get_target_instance().live


def test_a_translator_without_javascript_saves_and_goes_on(translation, new_page, server):
    page = new_page()
    Editor(page, server, "translator-sv")
    plain = new_page(java_script_enabled=False, storage_state=page.context.storage_state())
    desk(plain, translation)
    row = plain.locator("[data-text]:has([data-source*='Näppäimin'])")
    row.locator("textarea").fill("Utan skript")
    row.locator("textarea").focus()
    row.locator("button[value=save]").click()
    assert re.search(r"#text-\d+$", plain.url)
    expect(field_of(plain, "Näppäimin")).to_have_value("Utan skript")
