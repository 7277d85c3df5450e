"""What is done to a source is offered for its translations, and done by whoever may, when they say so."""

import uuid

import pytest
from django.urls import reverse
from wagtail.models import Page

from home.models import Topic
from tests.factories import fresh, make_alias, make_standard_page, make_topic, make_training, make_user, sign_up
from tests.translations.translating import locale, page_in, publish_translated
from translations.submit import submit

pytestmark = pytest.mark.django_db


def sent(page, *codes):
    for code in codes:
        submit(page, locale(code), None)
        publish_translated(page, code)
    return page


@pytest.fixture
def moderator(client):
    user = make_user("Moderators")
    client.force_login(user)
    return user


def follow_url(page, action):
    return reverse("translations:follow", args=[page.translation_key, action])


def said(response):
    return response.content.decode()


def move(client, page, parent):
    return client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, parent.pk]), follow=True)


# Moving


def test_moving_a_source_offers_to_move_its_translations_below_the_counterpart(client, moderator):
    parent, page = sent(make_standard_page(), "sv"), sent(make_standard_page(), "sv", "en")
    response = move(client, page, parent)
    assert follow_url(page, "move") in said(response)
    assert page_in(page, "sv").get_parent().translation_key != parent.translation_key
    content = said(client.get(follow_url(page, "move")))
    assert page_in(parent, "sv").title in content
    assert "has no translation into this language" in content
    client.post(follow_url(page, "move"), {"languages": ["sv", "en"]})
    assert page_in(page, "sv").get_parent().pk == page_in(parent, "sv").pk
    assert page_in(page, "en").get_parent().depth == 2
    assert page_in(page, "sv").live


def test_moving_a_page_without_translations_offers_nothing(client, moderator):
    parent, page = make_standard_page(), make_standard_page()
    assert "follow/" not in said(move(client, page, parent))


def test_only_what_is_chosen_is_moved(client, moderator):
    parent, page = sent(make_standard_page(), "sv", "en"), sent(make_standard_page(), "sv", "en")
    move(client, page, parent)
    response = client.post(follow_url(page, "move"), {}, follow=True)
    assert "Nothing was chosen" in said(response)
    client.post(follow_url(page, "move"), {"languages": ["en"]})
    assert page_in(page, "en").get_parent().pk == page_in(parent, "en").pk
    assert page_in(page, "sv").get_parent().depth == 2


# Unpublishing


def test_unpublishing_a_source_offers_the_same_for_its_live_translations(client, moderator):
    page = sent(make_standard_page(), "sv", "en")
    page_in(page, "en").unpublish()
    response = client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), follow=True)
    assert follow_url(page, "unpublish") in said(response)
    assert page_in(page, "sv").live
    content = said(client.get(follow_url(page, "unpublish")))
    assert 'value="sv"' in content
    assert 'value="en"' not in content
    client.post(follow_url(page, "unpublish"), {"languages": ["sv"]})
    assert not page_in(page, "sv").live


def test_whoever_may_not_change_a_language_cannot_do_it_there(client):
    page = sent(make_standard_page(), "sv", "en")
    fresh(page).unpublish()
    client.force_login(make_user("Translators: %(language)s", "sv"))
    assert "You may not do this in this language." in said(client.get(follow_url(page, "unpublish")))
    client.post(follow_url(page, "unpublish"), {"languages": ["sv", "en"]})
    assert not page_in(page, "sv").live
    assert page_in(page, "en").live


def test_unpublishing_many_offers_it_for_each(client, moderator):
    pages = [sent(make_standard_page(), "sv") for _ in range(2)]
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    query = "&".join(f"id={page.pk}" for page in pages)
    response = client.post(f"{address}?{query}&next=/cms/", {}, follow=True)
    for page in pages:
        assert follow_url(page, "unpublish") in said(response)


# Deleting


def test_deleting_a_source_offers_it_and_the_key_still_finds_the_translations(client, moderator):
    page = sent(make_standard_page(), "sv", "en")
    swedish = page_in(page, "sv")
    response = client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)
    assert follow_url(page, "delete") in said(response)
    assert swedish.title in said(client.get(follow_url(page, "delete")))
    client.post(follow_url(page, "delete"), {"languages": ["sv"]})
    assert page_in(page, "sv") is None
    assert page_in(page, "en").live


def test_deleting_a_translation_offers_nothing_and_never_its_source(client, moderator):
    page = sent(make_standard_page(), "sv", "en")
    response = client.post(reverse("wagtailadmin_pages:delete", args=[page_in(page, "sv").pk]), follow=True)
    assert "follow/" not in said(response)
    client.post(follow_url(page, "delete"), {"languages": ["fi", "sv", "en"]})
    assert page_in(page, "fi")
    assert page_in(page, "en")


def test_a_training_with_people_is_not_deleted_with_its_source(client, moderator):
    page = sent(make_training(registration="here"), "sv")
    sign_up(page)
    fresh(page).delete()
    client.post(follow_url(page, "delete"), {"languages": ["sv"]})
    assert page_in(page, "sv").live


def test_deleting_a_snippet_offers_it_too(client, moderator):
    topic = make_topic("Poistuva")
    submit(topic, locale("sv"), None)
    address = reverse("wagtailsnippets_home_topic:delete", args=[topic.pk])
    response = client.post(address, follow=True)
    assert follow_url(topic, "delete") in said(response)
    client.post(follow_url(topic, "delete"), {"languages": ["sv"]})
    assert not Topic.objects.filter(translation_key=topic.translation_key).exists()


def test_an_unknown_key_or_action_is_no_error(client, moderator):
    unknown = reverse("translations:follow", args=[uuid.uuid4(), "move"])
    assert "No translation is left" in said(client.get(unknown, follow=True))
    page = sent(make_standard_page(), "sv")
    assert client.get(follow_url(page, "burn"), follow=True).status_code == 404
    assert client.get(follow_url(page, "delete")).status_code == 302
    Page.objects.get(pk=page.pk)


def test_aliases_of_a_source_are_left_to_the_cms(client, moderator):
    page = make_standard_page()
    alias = make_alias(page, "sv")
    response = client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), follow=True)
    assert "follow/" not in said(response)
    assert not fresh(alias).live
