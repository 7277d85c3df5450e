"""Nothing untranslated goes live by way of the explorer, and old data does not stop anybody from editing."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from tests.factories import fresh, make_standard_page, make_user, republish, translate
from tests.translations.translating import (
    locale,
    page_in,
    paragraphs,
    publish_translated,
    translate_rest,
    translation_into,
)
from translations import jobs
from translations.models import Job
from translations.submit import submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = make_user("Editors")
    client.force_login(user)
    return user


def publish_in_explorer(client, *pages, **values):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    query = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"{address}?{query}&next=/cms/", values, follow=True).content.decode()


def test_the_explorer_publishes_no_incomplete_translation_and_says_why(client, editor):
    page, other = make_standard_page(), make_standard_page(live=False)
    submit(page, locale("sv"), None)
    content = publish_in_explorer(client, page_in(page, "sv"), other)
    assert "Nothing was published" in content
    assert "2 texts are not translated." in content
    assert not page_in(page, "sv").live
    assert not fresh(other).live


def test_the_explorer_publishes_a_complete_translation_as_it_was_written(client, editor):
    page = make_standard_page(title="Otsikko", body=paragraphs("Suomeksi."))
    submit(page, locale("sv"), None)
    translate_rest(translation_into(page, "sv"))
    publish_in_explorer(client, page_in(page, "sv"))
    swedish = page_in(page, "sv")
    assert swedish.live
    assert swedish.title == "Otsikko på svenska"
    assert "Suomeksi. på svenska" in str(swedish.body)
    assert Job.objects.get(translation=translation_into(page, "sv")).state == Job.State.PUBLISHED


def test_an_incomplete_page_below_the_chosen_one_is_not_published_either(client, editor):
    above = make_standard_page()
    page = make_standard_page(parent=above)
    submit(page, locale("sv"), None)
    translate_rest(translation_into(above, "sv"))
    content = publish_in_explorer(client, page_in(above, "sv"), include_descendants="on")
    assert "Nothing was published" in content
    assert not page_in(page, "sv").live
    assert not page_in(above, "sv").live


def test_ordinary_pages_are_published_as_ever(client, editor):
    page = make_standard_page(live=False)
    publish_in_explorer(client, page)
    assert fresh(page).live


def test_a_source_that_goes_live_takes_its_complete_draft_with_it_as_it_was_written():
    page = make_standard_page(title="Otsikko", live=False)
    submit(page, locale("sv"), None)
    translate_rest(translation_into(page, "sv"))
    republish(page)
    swedish = page_in(page, "sv")
    assert swedish.live
    assert swedish.title == "Otsikko på svenska"
    assert swedish.slug == "otsikko-pa-svenska"


# Two sources for one target


def double(page):
    """Let the Swedish and the Finnish page both be the source of the English one, as wagtail-localize allows it."""
    for code in ("sv", "en"):
        submit(page, locale(code), None)
    source, _is_new = TranslationSource.update_or_create_from_instance(page_in(page, "sv"))
    return Translation.objects.create(source=source, target_locale=locale("en"))


def test_two_sources_of_one_page_are_no_error_and_one_is_kept(client, editor):
    page = make_standard_page()
    wrong = double(page)
    response = client.get(reverse("wagtailadmin_pages:edit", args=[page_in(page, "en").pk]), follow=True)
    assert response.status_code == 200
    assert not Translation.objects.filter(pk=wrong.pk).exists()
    assert translation_into(page, "en").enabled


def test_the_job_of_the_wrong_source_is_kept(client, editor):
    page = make_standard_page()
    wrong = double(page)
    Job.objects.all().delete()
    jobs.order(wrong, None, {"note": "Tärkeä."})
    client.get(reverse("wagtailadmin_pages:edit", args=[page_in(page, "en").pk]))
    assert Job.objects.get(translation=translation_into(page, "en")).note == "Tärkeä."


def test_two_stopped_sources_are_no_error_when_somebody_edits_or_starts_again(client, editor):
    page = make_standard_page()
    double(page)
    Translation.objects.update(enabled=False)
    english = page_in(page, "en")
    address = reverse("wagtailadmin_pages:edit", args=[english.pk])
    assert client.get(address, follow=True).status_code == 200
    client.post(address, {"localize-restart-translation": "1"})
    assert translation_into(page, "en").enabled


# What wagtail-localize and Wagtail offer beside


def test_a_copy_of_a_translation_is_a_page_of_its_own(client, editor):
    page = make_standard_page()
    submit(page, locale("sv"), None)
    copy = page_in(page, "sv").copy(update_attrs={"slug": "kopia", "title": "Kopia"})
    assert not Translation.objects.filter(source__object_id=copy.translation_key).exists()
    assert client.get(reverse("wagtailadmin_pages:edit", args=[copy.pk]), follow=True).status_code == 200


def test_converting_to_an_alias_and_sending_again_keeps_the_translations(client, editor):
    page = make_standard_page(summary="Tiivistelmä.")
    submit(page, locale("sv"), None)
    publish_translated(page)
    swedish = page_in(page, "sv")
    client.post(reverse("wagtail_localize:convert_to_alias", args=[swedish.pk]))
    assert fresh(swedish).alias_of_id == page.pk
    submit(page, locale("sv"), None)
    again = page_in(page, "sv")
    assert again.pk == swedish.pk
    assert again.alias_of_id is None
    assert not again.live
    assert again.summary == "Tiivistelmä. på svenska"


def test_stopping_leaves_an_ordinary_page_that_can_be_connected_again(client, editor):
    page = make_standard_page()
    submit(page, locale("sv"), None)
    translation = translation_into(page, "sv")
    client.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]))
    translation.refresh_from_db()
    assert not translation.enabled
    swedish = page_in(page, "sv")
    assert client.get(reverse("wagtailadmin_pages:edit", args=[swedish.pk])).status_code == 200
    submit(page, locale("sv"), None)
    translation.refresh_from_db()
    assert translation.enabled


def test_starting_again_without_a_source_says_so(client, editor):
    page = make_standard_page()
    submit(page, locale("sv"), None)
    Page.objects.get(pk=page.pk).delete()
    swedish = page_in(page, "sv")
    address = reverse("wagtailadmin_pages:edit", args=[swedish.pk])
    response = client.post(address, {"localize-restart-translation": "1"}, follow=True)
    assert "source of this translation has been deleted" in response.content.decode()


def test_a_page_translated_by_hand_is_edited_as_ever(client, editor):
    swedish = translate(make_standard_page(), "sv", title="För hand")
    response = client.get(reverse("wagtailadmin_pages:edit", args=[swedish.pk]))
    assert response.status_code == 200
