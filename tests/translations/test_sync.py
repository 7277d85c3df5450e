"""A changed source: what its translations take over, who is told, and that readers never see a gap."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from home.models import Topic
from tests.factories import (
    fresh,
    home_of,
    make_standard_page,
    make_topic,
    make_training,
    make_user,
    republish,
    training_of,
)
from tests.translations.translating import (
    locale,
    page_in,
    paragraphs,
    progress,
    publish_translated,
    translate_rest,
    translation_into,
)
from translations import jobs, sync
from translations.models import Job, JobEvent
from translations.submit import submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def translated():
    """A live page with a live Swedish translation; nothing is missing."""
    page = make_standard_page(body=paragraphs("Yksi.", "Kaksi.", "Kolme."))
    submit(page, locale("sv"), None)
    publish_translated(page)
    assert page_in(page, "sv").live
    return page


def source_of(page):
    return TranslationSource.objects.get_for_instance(fresh(page))


def changed_body(page, **texts):
    """The page's body with other texts of some blocks, by number."""
    return [
        {**block, "value": f"<p>{texts[f'n{number}']}</p>"} if f"n{number}" in texts else block
        for number, block in enumerate(fresh(page).body.raw_data)
    ]


def events(page, kind):
    return JobEvent.objects.filter(job__translation=translation_into(page, "sv"), kind=kind)


def test_publishing_a_source_syncs_its_translations_by_itself(translated, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        republish(translated, body=changed_body(translated, n1="Kaksi, uusi."))
    assert progress(translated) == (5, 4)
    event = events(translated, JobEvent.Kind.SOURCE_CHANGED).get()
    assert event.number == 1
    assert Job.objects.get(translation=translation_into(translated, "sv")).state == Job.State.TODO


def test_readers_see_the_old_translation_until_the_new_one_is_published(translated, client):
    republish(translated, body=changed_body(translated, n1="Kaksi, uusi."))
    assert sync.sync(source_of(translated)) == 1
    content = client.get(page_in(translated, "sv").url).content.decode()
    assert "Kaksi. på svenska" in content
    assert "uusi" not in content


def test_where_no_text_has_changed_the_translation_follows_at_once(translated):
    before = page_in(translated, "sv").last_published_at
    republish(translated, show_table_of_contents=True)
    assert sync.sync(source_of(translated)) == 0
    after = page_in(translated, "sv")
    assert after.show_table_of_contents
    assert after.last_published_at > before
    assert events(translated, JobEvent.Kind.SOURCE_CHANGED).count() == 0


def test_a_translation_in_the_middle_of_work_is_not_published(translated):
    row = StringTranslation.objects.filter(context__object_id=translated.translation_key).first()
    row.data += " (kesken)"
    row.save()
    republish(translated, show_table_of_contents=True)
    sync.sync(source_of(translated))
    assert not page_in(translated, "sv").show_table_of_contents


def test_a_translation_with_machine_text_that_nobody_has_read_is_not_published(translated):
    StringTranslation.objects.filter(context__object_id=translated.translation_key, context__path="title").update(
        translation_type="machine"
    )
    republish(translated, show_table_of_contents=True)
    sync.sync(source_of(translated))
    assert not page_in(translated, "sv").show_table_of_contents


def test_a_draft_translation_stays_a_draft(translated):
    page = make_standard_page()
    submit(page, locale("sv"), None)
    translate_rest(translation_into(page, "sv"))
    republish(page, show_table_of_contents=True)
    sync.sync(source_of(page))
    assert not page_in(page, "sv").live


def test_new_block_ids_lose_no_translation(translated):
    body = [{**block, "id": str(uuid.uuid4())} for block in fresh(translated).body.raw_data]
    republish(translated, body=body)
    assert sync.sync(source_of(translated)) == 0
    assert progress(translated) == (5, 5)
    assert "Kolme. på svenska" in str(page_in(translated, "sv").body)
    assert events(translated, JobEvent.Kind.SOURCE_CHANGED).count() == 0


def test_moved_blocks_lose_no_translation_and_stand_in_the_new_order(translated):
    body = list(reversed(fresh(translated).body.raw_data))
    republish(translated, body=body)
    assert sync.sync(source_of(translated)) == 0
    texts = [block.value.source for block in page_in(translated, "sv").body]
    assert texts == [f"<p>{text}. på svenska</p>" for text in ("Kolme", "Kaksi", "Yksi")]


def test_a_text_that_the_memory_knows_from_elsewhere_waits_for_a_reader(translated):
    other = make_standard_page(summary="Muualta tuttu.")
    submit(other, locale("sv"), None)
    publish_translated(other)
    republish(translated, summary="Muualta tuttu.")
    assert sync.sync(source_of(translated)) == 0
    assert progress(translated) == (5, 5)
    assert page_in(translated, "sv").summary != "Muualta tuttu. på svenska"


def test_a_page_that_becomes_private_takes_its_translations_with_it(translated):
    PageViewRestriction.objects.create(page=fresh(translated), restriction_type="login")
    sync.sync(source_of(translated))
    assert page_in(translated, "sv").view_restrictions.exists()


def test_the_translator_is_told_of_new_texts_once_and_not_of_what_waits_anyway(translated):
    for text in ("Toinen.", "Toinen."):
        republish(translated, body=changed_body(translated, n1=text))
        sync.sync(source_of(translated))
    assert [event.number for event in events(translated, JobEvent.Kind.SOURCE_CHANGED)] == [1]


def test_a_saved_snippet_syncs_only_if_it_says_something_else(django_capture_on_commit_callbacks):
    topic = make_topic("Uusi aihe")
    submit(topic, locale("sv"), None)
    translation = Translation.objects.get(source__object_id=topic.translation_key)
    translate_rest(translation)
    translation.save_target()
    source = translation.source
    before = source.last_updated_at
    with django_capture_on_commit_callbacks(execute=True):
        Topic.objects.get(pk=topic.pk).save()
    source.refresh_from_db()
    assert source.last_updated_at == before
    topic.name = "Muutettu aihe"
    with django_capture_on_commit_callbacks(execute=True):
        topic.save()
    source.refresh_from_db()
    assert source.last_updated_at > before
    assert translation.get_progress() == (1, 0)
    swedish = Topic.objects.get(translation_key=topic.translation_key, locale=locale("sv"))
    assert swedish.name == "Uusi aihe på svenska"


def test_a_source_that_is_deleted_under_a_sync_is_no_error(translated):
    source = source_of(translated)
    fresh(translated).delete()
    assert sync.sync(source) == 0
    source.delete()
    assert sync.sync(source) == 0


def test_a_translated_training_follows_a_changed_day_and_the_facts_stay_those_of_the_source():
    page = make_training(starts_on=timezone.localdate() + timedelta(days=30))
    submit(page, locale("sv"), None)
    publish_translated(page)
    day = timezone.localdate() + timedelta(days=40)
    page = republish(page, starts_on=day)
    before = training_of(page).sequence
    sync.sync(source_of(page))
    assert page_in(page, "sv").starts_on == day
    row = training_of(page)
    assert timezone.localtime(row.starts).date() == day
    assert (row.sequence, row.is_published) == (before, True)


def test_syncing_by_hand_tells_how_many_texts_are_new(translated, client):
    republish(translated, body=changed_body(translated, n0="Eka.", n1="Toka."))
    source = source_of(translated)
    client.force_login(make_user("Editors"))
    address = reverse("wagtail_localize:update_translations", args=[source.pk])
    assert client.get(address).templates[0].name == "translations/update.html"
    response = client.post(address, follow=True)
    assert "2 texts are to be translated anew." in response.content.decode()
    client.force_login(make_user("Translators: %(language)s", "sv"))
    response = client.post(reverse("translations:sync", args=[translation_into(translated, "sv").pk]), follow=True)
    assert "no text is new" in response.content.decode()
    client.force_login(make_user("Training organisers"))
    assert client.post(address).status_code == 302
    assert client.get(reverse("translations:sync", args=[1])).status_code in (302, 405)


def test_sending_to_a_second_language_tells_the_first_what_has_changed(translated):
    republish(translated, body=changed_body(translated, n1="Toka."))
    submit(translated, locale("en"), None)
    assert events(translated, JobEvent.Kind.SOURCE_CHANGED).get().number == 1
    assert "Toka" not in str(page_in(translated, "sv").body)


def test_a_translation_under_review_is_work_again_when_its_source_changes(translated):
    translation = translation_into(translated, "sv")
    Job.objects.filter(pk=jobs.job_of(translation).pk).update(state=Job.State.REVIEW)
    republish(translated, body=changed_body(translated, n1="Toka."))
    sync.sync(source_of(translated))
    assert Job.objects.get(translation=translation).state == Job.State.TODO


def test_the_home_page_is_synced_like_any_other(translated):
    page = home_of("fi")
    submit(page, locale("sv"), None)
    before = str(page_in(page, "sv").body)
    assert sync.sync(source_of(page)) == 0
    assert str(page_in(page, "sv").body) == before
