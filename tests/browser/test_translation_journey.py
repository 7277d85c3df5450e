"""A change of a Finnish page on its way into Swedish: editor, translator, reviewer and reader, with real mail."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import expect
from wagtail.models import Page

from tests.factories import fresh, make_post
from tests.served import working_on
from tests.translations.translating import followed, translate_all
from translations import jobs, mail, publishing

from .editing import Editor
from .post import wait_for_mail, words_of

OLD, NEW = "Kunta kuulee asukkaita kerran vuodessa.", "Kunta kuulee asukkaita kaksi kertaa vuodessa."
OLD_SWEDISH = "Kommunen lyssnar på invånarna en gång om året."
NEW_SWEDISH = "Kommunen lyssnar på invånarna två gånger om året."
ADDRESSES = {"translator-sv": "translator@example.org", "admin": "reviewer@example.org"}


@pytest.fixture
def translation(server, monkeypatch):
    """A post that readers have in Finnish and in Swedish, with a translator and a reviewer."""
    monkeypatch.setattr(mail, "GATHERING", timedelta())
    people = get_user_model().objects
    with working_on(server.database):
        before = dict(people.filter(username__in=ADDRESSES).values_list("username", "email"))
        for name, address in ADDRESSES.items():
            people.filter(username=name).update(email=address)
        post = make_post(title="Matkalla ruotsiin", summary=OLD)
        translation = followed(post)
        translate_all(translation, {OLD: OLD_SWEDISH, "Matkalla ruotsiin": "På väg till svenska"})
        publishing.publish(translation, None)
        translator, reviewer = people.get(username="translator-sv"), people.get(username="admin")
        jobs.order(translation, reviewer, {"assignee": translator, "reviewer": reviewer})
        yield translation
        Page.objects.filter(translation_key=post.translation_key).delete()
        for name, address in before.items():
            people.filter(username=name).update(email=address)


def own_address(letter, server):
    """The link of a mail to the texts of a translation, at the server of the test."""
    return server.url + re.search(r"https?://[^/\s]+(/cms/translations/\d+/\S*)", words_of(letter))[1]


def test_a_change_reaches_readers_of_the_other_language(translation, new_page, server, post):
    with working_on(server.database):
        source = translation.source.get_source_instance()
        swedish = fresh(translation.get_target_instance()).url
    reader, office, desk, review = (new_page() for _ in range(4))
    reader.goto(swedish)
    expect(reader.locator(".lead")).to_have_text(OLD_SWEDISH)
    notice = reader.locator(".main-note")
    expect(notice).to_have_count(0)

    # The editor changes one sentence. Readers of Swedish are told; the translator is written to.
    editor = Editor(office, server)
    office.goto(f"/cms/pages/{source.pk}/edit/")
    editor.write(summary=NEW)
    editor.publish()
    assert editor.errors == []
    reader.reload()
    expect(notice).to_be_visible()
    letter = wait_for_mail(desk, post, ADDRESSES["translator-sv"], 1)

    # The translator sees what has changed, takes what was said before, mends it, and hands it in.
    Editor(desk, server, "translator-sv")
    desk.goto(own_address(letter, server))
    desk.locator("[data-filter=changed]").click()
    row = desk.locator("[data-text]:visible")
    expect(row).to_have_count(1)
    expect(row.locator("del")).to_contain_text("kerran")
    expect(row.locator("ins").first).to_be_visible()
    row.locator("[data-take]").first.click()
    expect(row.locator("textarea")).to_have_value(OLD_SWEDISH)
    row.locator("textarea").fill(NEW_SWEDISH)
    row.locator("textarea").press("Control+Enter")
    expect(desk.locator("[data-percent]")).to_have_text("100")
    desk.locator("button[value=hand_in]").click()
    desk.wait_for_load_state()
    if desk.locator("[name=anyway]").count():  # what the checks found is read and confirmed
        desk.locator("[name=anyway]").check()
        desk.locator("button[value=hand_in]").click()

    # The reviewer is written to, reads, approves and publishes.
    wait_for_mail(review, post, ADDRESSES["admin"], 1)
    Editor(review, server, "admin")
    review.goto(f"/cms/translations/{translation.pk}/review/")
    expect(review.locator(".review__new")).to_contain_text(NEW_SWEDISH)
    review.locator("button[value=approve]").click()
    review.goto(f"/cms/translations/{translation.pk}/")
    review.locator("button[value=publish]").first.click()
    review.wait_for_load_state()
    if review.locator("[name=anyway]").count():
        raise AssertionError(review.locator(".desk__reasons").all_inner_texts())
    reader.reload()
    expect(reader.locator(".lead")).to_have_text(NEW_SWEDISH)
    expect(notice).to_have_count(0)
