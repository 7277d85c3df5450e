"""What the reader of a translation is told when the page that it was made from is newer."""

from datetime import datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import Translation

from tests.factories import fresh, make_alias, make_post, make_user, republish, translate
from tests.reading import said, soup_of
from tests.translations.translating import followed, write_all
from translations import publishing, rights

pytestmark = pytest.mark.django_db


def published(source, language="sv"):
    """The published translation of a page, complete."""
    translation = followed(source, language)
    write_all(translation)
    publishing.publish(translation, None, anyway=True)
    return translation


def change(translation, **values):
    """Publish the source with other values, and compare the translation with it."""
    source = republish(rights.source_of(translation), **(values or {"summary": "Aivan uusi tiivistelmä."}))
    translation.source.refresh_from_db()
    translation.source.update_from_db()
    return source


def notice(client, page):
    """The notice on a page, or None. What was remembered of the page is forgotten first."""
    cache.clear()
    response = client.get(fresh(page).url)
    assert response.status_code == 200
    return notice_of(response)


def notice_of(response):
    link = soup_of(response).select_one(".main-note a[hreflang=fi]")
    return link.find_parent("p") if link else None


def target(translation):
    return fresh(rights.target_of(translation))


def set_published(page, day):
    at = timezone.make_aware(datetime(*day, 12))
    Page.objects.filter(pk=page.pk).update(last_published_at=at)


@pytest.fixture
def source():
    return make_post(title="Kylän kahvila")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_reader_is_told_which_page_is_newer_and_of_when_the_translation_is(client, source, language):
    translation = published(source, language)
    page = target(translation)
    assert notice(client, page) is None
    source = change(translation)
    set_published(page, (2026, 2, 1))
    set_published(source, (2026, 3, 3))
    found = notice(client, page)
    days = {"sv": ("3.3.2026", "1.2.2026"), "en": ("3 March 2026", "1 February 2026")}[language]
    sentence = said("The Finnish page was updated on {updated}; this translation is of {own}.", language)
    assert sentence.format(updated=days[0], own=days[1]) in found.get_text()
    assert [time["datetime"] for time in found.find_all("time")] == ["2026-03-03", "2026-02-01"]
    link = found.find("a")
    assert (link["href"], link["hreflang"]) == (source.url, "fi")
    assert link.find(lang="fi").get_text() == "Kylän kahvila"


def test_the_notice_goes_when_the_translation_is_published_again(client, source):
    translation = published(source)
    change(translation)
    assert notice(client, target(translation)) is not None
    write_all(translation)
    assert notice(client, target(translation)) is not None
    publishing.publish(translation, None, anyway=True)
    assert notice(client, target(translation)) is None


def test_a_source_published_again_without_a_new_text_is_not_told(client, source):
    translation = published(source)
    change(translation, search_description="", show_in_menus=False, go_live_at=None)
    assert notice(client, target(translation)) is None


def test_a_source_that_nobody_has_compared_yet_is_told(client, source):
    translation = published(source)
    republish(source, summary="Uusi.")
    assert notice(client, target(translation)) is not None


def test_a_draft_of_the_source_is_not_told(client, source):
    translation = published(source)
    draft = fresh(source)
    draft.summary = "Luonnos"
    draft.save_revision()
    assert notice(client, target(translation)) is None


def test_the_source_itself_and_its_other_translations_tell_nothing(client, source):
    swedish, english = published(source), published(source, "en")
    change(swedish)
    write_all(english)
    publishing.publish(english, None, anyway=True)
    assert notice(client, source) is None
    assert notice(client, target(english)) is None
    assert notice(client, target(swedish)) is not None


def hide(source):
    PageViewRestriction.objects.create(page=source.page_ptr, restriction_type="login")


@pytest.mark.parametrize("vanish", [lambda page: page.unpublish(), hide], ids=["unpublished", "private"])
def test_a_source_that_readers_cannot_open_is_not_named(client, source, vanish):
    translation = published(source)
    vanish(change(translation))
    assert notice(client, target(translation)) is None


def test_a_translation_that_does_not_follow_its_source_tells_nothing(client, source):
    translation = published(source)
    change(translation)
    Translation.objects.filter(pk=translation.pk).update(enabled=False)
    assert notice(client, target(translation)) is None


def test_a_copy_that_was_never_connected_tells_nothing(client, source):
    page = translate(source, "sv", title="Byns kafé")
    republish(source, summary="Uusi.")
    assert notice(client, page) is None


def test_an_alias_tells_nothing(client, source):
    translation = published(source)
    change(translation)
    response = client.get(make_alias(source, "en").url, follow=True)
    assert response.redirect_chain == [(source.url, 302)]
    assert notice_of(response) is None


def test_a_preview_tells_nothing(client, source):
    translation = published(source)
    change(translation)
    client.force_login(make_user("Editors"))
    page = target(translation)
    response = client.get(f"/cms/pages/{page.pk}/view_draft/")
    assert response.status_code == 200
    assert notice_of(response) is None


def test_of_one_day_no_dates_are_told(client, source):
    translation = published(source)
    change(translation)
    found = notice(client, target(translation))
    assert said("The Finnish page was updated after this translation was made.", "sv") in found.get_text()
    assert not found.find("time")


def test_a_title_with_markup_stays_text(client):
    source = make_post(title="<b>Kahvila</b> {updated} %(day)s")
    translation = published(source)
    change(translation)
    found = notice(client, target(translation))
    assert found.find("a").find(lang="fi").get_text() == "<b>Kahvila</b> {updated} %(day)s"


def count(client, page):
    with CaptureQueriesContext(connection) as queries:
        client.get(page.url)
    return len(queries)


def test_the_notice_costs_one_query_once_a_minute(client, source):
    translation = published(source)
    page = target(translation)
    client.get(page.url)
    cache.clear()
    cold = count(client, page)
    warm = count(client, page)
    change(translation)
    cache.clear()
    assert count(client, page) == cold + 1
    assert count(client, page) == warm
