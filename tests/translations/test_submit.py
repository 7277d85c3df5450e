"""Sending one page or snippet for translation: what goes with it, what readers see, and what is refused."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from home.models import StandardPage, Topic
from tests.factories import (
    add,
    demo_page,
    fresh,
    home_of,
    make_alias,
    make_post,
    make_standard_page,
    make_topic,
    make_user,
    republish,
    translate,
)
from tests.translations.translating import locale, page_in, paragraphs, translate_rest, translation_into
from translations.models import BulkAction, Job
from translations.submit import SubmitError, original_of, submit

pytestmark = pytest.mark.django_db


def submit_url(page):
    return reverse("wagtail_localize:submit_page_translation", args=[page.pk])


def order(client, page, user=None, **values):
    client.force_login(user or make_user("Editors"))
    values = {"locales": [locale("sv").pk], "priority": 2, **values}
    return client.post(submit_url(page), values, follow=True)


def shown(response):
    return " ".join(str(message) for message in response.context["messages"])


# What is sent, and what readers see


def test_what_is_sent_is_a_draft_that_readers_do_not_see(client):
    page = make_standard_page(body=paragraphs("Suomeksi."))
    submit(page, locale("sv"), None)
    draft = page_in(page, "sv")
    assert not draft.live
    assert draft.alias_of_id is None
    assert draft.get_parent().specific == home_of("sv")
    assert client.get(draft.url).status_code == 404


def test_parents_go_before_their_children_as_drafts_of_their_own_and_not_as_live_aliases():
    above = make_standard_page()
    middle = make_standard_page(parent=above)
    page = make_standard_page(parent=middle)
    submit(page, locale("sv"), None)
    for one in (above, middle, page):
        draft = page_in(one, "sv")
        assert not draft.live
        assert draft.alias_of_id is None
        assert translation_into(one, "sv").enabled
        assert Job.objects.filter(translation=translation_into(one, "sv")).exists()
    assert page_in(page, "sv").get_parent().translation_key == middle.translation_key


def test_an_alias_above_becomes_a_draft_and_shows_readers_nothing_untranslated(client):
    above = make_standard_page(body=paragraphs("Suomeksi."))
    alias = make_alias(above, "sv")
    assert alias.live
    page = make_standard_page(parent=above)
    submit(page, locale("sv"), None)
    draft = page_in(above, "sv")
    assert draft.pk == alias.pk
    assert draft.alias_of_id is None
    assert not draft.live
    assert client.get(draft.url).status_code == 404


def test_a_new_language_starts_from_the_text_of_now_and_not_from_the_first_one_that_was_sent():
    page = make_standard_page(body=paragraphs("Vanha."))
    submit(page, locale("sv"), None)
    republish(page, body=paragraphs("Uusi."))
    submit(page, locale("en"), None)
    assert "Uusi." in str(page_in(page, "en").body)
    texts = TranslationSource.objects.get_for_instance(fresh(page)).stringsegment_set
    assert set(texts.filter(context__path__startswith="body").values_list("string__data", flat=True)) == {"Uusi."}


def test_draft_changes_of_the_source_are_not_sent_and_the_screen_says_so(client):
    page = make_standard_page(title="Julkaistu")
    draft = fresh(page)
    draft.title = "Luonnos"
    draft.save_revision()
    client.force_login(make_user("Editors"))
    content = client.get(submit_url(page)).content.decode()
    assert "changes that are not published" in content
    submit(page, locale("sv"), None)
    assert page_in(page, "sv").title == "Julkaistu"


def test_the_screen_says_that_a_page_was_never_published_and_which_parents_go_with_it(client):
    above = make_standard_page(title="Yläsivu", live=False)
    page = make_standard_page(parent=above, live=False)
    client.force_login(make_user("Editors"))
    content = client.get(submit_url(page)).content.decode()
    assert "never been published" in content
    assert re.search(r"Pages above this one.*Yläsivu", content, re.DOTALL)


def test_a_topic_that_the_page_names_is_translated_with_it():
    topic = make_topic("Ensimmäinen aihe")
    page = make_post(topics=[topic])
    submit(page, locale("sv"), None)
    assert page_in(page, "sv") is not None
    submit(topic, locale("sv"), None)
    assert Topic.objects.filter(translation_key=topic.translation_key, locale=locale("sv")).exists()
    submit(topic, locale("sv"), None)
    assert Topic.objects.filter(translation_key=topic.translation_key, locale=locale("sv")).count() == 1


def test_what_the_memory_knows_is_filled_in():
    known = make_standard_page(title="Otsikko A", summary="Sama tiivistelmä.")
    submit(known, locale("sv"), None)
    translate_rest(translation_into(known, "sv"))
    page = make_standard_page(title="Otsikko B", summary="Sama tiivistelmä.")
    submit(page, locale("sv"), None)
    assert page_in(page, "sv").summary == "Sama tiivistelmä. på svenska"
    row = StringTranslation.objects.get(context__object_id=page.translation_key, context__path="summary")
    assert (row.tool_name, row.translation_type) == ("memory", "manual")


# A page that is there already


def test_a_page_written_by_hand_keeps_its_texts_when_it_is_connected():
    page = make_standard_page(title="Otsikko", summary="Tiivistelmä.", body=paragraphs("Yksi.", "Kaksi."))
    hand = translate(page, "sv", title="Rubrik", summary="Sammanfattning.")
    before = fresh(hand)
    submit(page, locale("sv"), None)
    after = fresh(hand)
    assert (after.title, after.summary, after.live) == ("Rubrik", "Sammanfattning.", True)
    assert str(after.body) == str(before.body)
    assert after.latest_revision_id == before.latest_revision_id
    texts = dict(
        StringTranslation.objects.filter(context__object_id=page.translation_key, locale=locale("sv")).values_list(
            "context__path", "data"
        )
    )
    assert texts == {"title": "Rubrik", "summary": "Sammanfattning."}
    # The paragraphs are in Finnish still: they wait to be translated.
    assert translation_into(page, "sv").get_progress() == (4, 2)


def test_paragraphs_are_paired_only_where_both_sides_have_as_many():
    page = make_standard_page(body=paragraphs("Yksi.</p><p>Kaksi.", "Kolme."))
    blocks = page.body.raw_data
    texts = ("<p>Ett.</p><p>Två.</p><p>Mera.</p>", "<p>Tre.</p>")
    body = [{**block, "value": text} for block, text in zip(blocks, texts, strict=True)]
    translate(page, "sv", body=body, title="Rubrik", summary="Lyhyt ruotsiksi.")
    submit(page, locale("sv"), None)
    kept = StringTranslation.objects.filter(
        context__object_id=page.translation_key, context__path__startswith="body", locale=locale("sv")
    )
    assert {one.translation_of.data: one.data for one in kept} == {"Kolme.": "Tre."}


def test_starting_again_after_a_stop_keeps_what_was_written_in_between(client):
    page = make_standard_page(summary="Tiivistelmä.")
    submit(page, locale("sv"), None)
    translate_rest(translation_into(page, "sv"))
    Translation.objects.update(enabled=False)
    by_hand = republish(page_in(page, "sv"), title="Skriven för hand", summary="Egen.")
    editor = make_user("Editors")
    client.force_login(editor)
    address = reverse("wagtailadmin_pages:edit", args=[by_hand.pk])
    client.post(address, {"localize-restart-translation": "1"})
    assert translation_into(page, "sv").enabled
    row = StringTranslation.objects.get(context__object_id=page.translation_key, context__path="summary")
    assert row.data == "Egen."
    assert fresh(by_hand).summary == "Egen."


# What is refused


def test_a_translation_an_alias_and_the_root_are_refused_and_lead_to_the_source():
    page = make_standard_page()
    submit(page, locale("sv"), None)
    alias = make_alias(page, "en")
    for wrong in (page_in(page, "sv"), alias):
        with pytest.raises(SubmitError) as refusal:
            submit(wrong, locale("en"), None)
        assert refusal.value.original.pk == page.pk
    with pytest.raises(SubmitError):
        submit(Page.objects.get(depth=1), locale("sv"), None)
    with pytest.raises(SubmitError):
        submit(page, locale("fi"), None)
    assert Translation.objects.filter(source__object_id=page.translation_key).count() == 1


def test_translating_a_translation_leads_to_the_screen_of_its_source(client):
    page = make_standard_page()
    submit(page, locale("sv"), None)
    client.force_login(make_user("Editors"))
    response = client.get(submit_url(page_in(page, "sv")), follow=True)
    assert response.redirect_chain[-1][0] == submit_url(page)
    assert "translation itself" in shown(response)


def test_what_was_translated_from_a_deleted_page_can_be_sent_itself_and_has_one_source():
    page = make_standard_page()
    for code in ("sv", "en"):
        submit(page, locale(code), None)
    swedish, english = page_in(page, "sv"), page_in(page, "en")
    page.delete()
    english.delete()
    assert original_of(swedish).pk == swedish.pk
    submit(swedish, locale("en"), None)
    rows = Translation.objects.filter(source__object_id=swedish.translation_key, target_locale=locale("en"))
    assert [one.source.locale.language_code for one in rows] == ["sv"]


def test_a_translation_that_cannot_be_saved_is_told_and_leaves_nothing_behind(client, monkeypatch):
    page = make_standard_page()

    def refuse(self):
        if self.locale.language_code == "sv":
            raise ValidationError({"title": "Tämä otsikko ei kelpaa."})

    monkeypatch.setattr(StandardPage, "clean", refuse)
    response = order(client, page)
    assert "Tämä otsikko ei kelpaa." in shown(response)
    assert page_in(page, "sv") is None
    assert not Translation.objects.filter(source__object_id=page.translation_key).exists()


def test_a_page_whose_parent_has_just_lost_its_translation_is_told_so(monkeypatch):
    above = make_standard_page()
    page = make_standard_page(parent=above)
    monkeypatch.setattr("translations.submit.missing_ancestors", lambda source, locale: [])
    with pytest.raises(SubmitError, match="above"):
        submit(page, locale("sv"), None)
    assert page_in(page, "sv") is None


# The screen


def test_one_page_into_one_language_is_done_at_once_and_opens_it(client):
    page = make_standard_page()
    translator, editor = make_user("Translators: %(language)s", "sv"), make_user("Editors")
    due = timezone.localdate() + timedelta(days=3)
    values = {"assignee": translator.pk, "due_on": due.strftime("%d.%m.%Y"), "priority": 1, "note": "Kiireinen."}
    response = order(client, page, editor, **values)
    job = Job.objects.get(translation=translation_into(page, "sv"))
    assert (job.assignee, job.due_on, job.priority, job.note) == (translator, due, 1, "Kiireinen.")
    assert job.created_by == editor
    assert response.redirect_chain
    assert "sent for translation" in shown(response)
    assert not BulkAction.objects.exists()


def test_the_screen_takes_no_past_day_and_no_translator_of_another_language(client):
    page = make_standard_page()
    wrong = make_user("Translators: %(language)s", "en")
    yesterday = timezone.localdate() - timedelta(days=1)
    response = order(
        client,
        page,
        locales=[locale("sv").pk, locale("en").pk],
        assignee=wrong.pk,
        due_on=yesterday.strftime("%d.%m.%Y"),
    )
    content = response.content.decode()
    assert "The due date is past." in content
    assert "may not translate into: Svenska" in content or "may not translate into: Swedish" in content
    assert page_in(page, "sv") is None


def test_a_translator_orders_only_into_the_own_language_and_others_not_at_all(client):
    page = make_standard_page()
    client.force_login(make_user("Translators: %(language)s", "sv"))
    form = client.get(submit_url(page)).context["form"]
    assert [one.language_code for one in form.fields["locales"].queryset] == ["sv"]
    client.force_login(make_user("Training organisers"))
    response = client.get(submit_url(page))
    assert response.status_code == 302
    assert response.url == reverse("wagtailadmin_home")


def test_the_screen_honours_the_language_that_a_button_names(client):
    page = make_standard_page()
    client.force_login(make_user("Editors"))
    form = client.get(submit_url(page), {"select_locale": "en"}).context["form"]
    assert [one.language_code for one in form.initial["locales"]] == ["en"]


def test_subpages_are_sent_in_the_background(client):
    above = make_standard_page()
    below = make_standard_page(parent=above)
    response = order(client, above, includes_subpages="on")
    action = BulkAction.objects.get()
    assert response.redirect_chain[-1][0] == reverse("translations:bulk_action", args=[action.pk])
    assert list(action.items.values_list("object_id", flat=True)) == [above.pk, below.pk]
    assert page_in(below, "sv") is None


def test_a_snippet_is_sent_from_its_own_screen(client):
    topic = make_topic("Uusi aihe")
    client.force_login(make_user("Editors"))
    address = reverse("wagtail_localize:submit_snippet_translation", args=["home", "topic", topic.pk])
    assert client.get(address).status_code == 200
    client.post(address, {"locales": [locale("sv").pk], "priority": 2})
    assert Topic.objects.filter(translation_key=topic.translation_key, locale=locale("sv")).exists()


def test_the_buttons_of_wagtail_localize_lead_to_our_screen(client):
    page = make_standard_page()
    client.force_login(make_user("Editors"))
    assert client.get(submit_url(page)).templates[0].name == "translations/submit.html"
    assert client.get("/cms/localize/submit/page/999999/", follow=True).status_code == 404
    assert client.get(submit_url(Page.objects.get(depth=1)), follow=True).status_code == 404


def test_a_demo_page_that_is_translated_everywhere_by_hand_can_be_connected(client):
    page = demo_page("hanke")
    kept = page_in(page, "sv").title
    submit(page, locale("sv"), None)
    assert page_in(page, "sv").title == kept
    total, done = translation_into(page, "sv").get_progress()
    assert 0 < done <= total


def test_a_page_below_a_page_of_another_source_language_goes_with_its_originals():
    above = make_standard_page()
    submit(above, locale("sv"), None)
    swedish = add(page_in(above, "sv"), StandardPage(title="Svensk", summary="På svenska."))
    submit(swedish, locale("en"), None)
    assert translation_into(above, "en").source.locale == locale("fi")
    assert page_in(swedish, "en").get_parent().translation_key == above.translation_key
