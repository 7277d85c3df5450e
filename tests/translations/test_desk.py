"""The translators' desk: what it shows, what it saves, and whom it lets in."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Page
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation, TranslationSource
from wagtail_localize.strings import StringValue

from tests.factories import (
    fresh,
    make_post,
    make_standard_page,
    make_tip_list,
    make_topic,
    make_user,
    republish,
    stream,
)
from translations import inline, jobs, memory, segments
from translations.models import GlossaryTerm, Job, JobEvent

from .translating import followed, locale, say, translate_all
from .translating import segments as segments_of

LINKED = '<p>Lue <a href="https://example.org/ohje">ohje</a> ja <b>toimi</b>.</p>'
SCRIPT = {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def translator(client):
    user = make_user("Translators: %(language)s", "sv")
    client.force_login(user)
    return user


@pytest.fixture
def translation():
    return followed(make_post(title="Hyvä uutinen", summary="Kunta kuulee.", body=stream(("rich_text", LINKED))))


def desk(client, translation, query=""):
    response = client.get(reverse("translations:segments", args=[translation.pk]) + query)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def segment_of(translation, words):
    return next(segment for segment in segments_of(translation) if words in segment.string.data)


def row_of(soup, segment):
    return soup.find(id=f"text-{segment.pk}")


def save(client, translation, segment, *, is_script=True, **values):
    address = reverse("translations:save_segment", args=[translation.pk, segment.pk])
    return client.post(address, values, **(SCRIPT if is_script else {}))


def stored(translation, segment):
    rows = StringTranslation.objects.filter(
        translation_of=segment.string, context=segment.context_id, locale=translation.target_locale
    )
    return rows.first()


# Texts without HTML


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Hei &amp; <b>moi</b>", "Hei & ⟨b⟩moi⟨/b⟩"),
        ('Lue <a id="a1">yksi</a> tai <a id="a2"><i>kaksi</i></a>', "Lue ⟨a1⟩yksi⟨/a1⟩ tai ⟨a2⟩⟨i⟩kaksi⟨/i⟩⟨/a2⟩"),
        ("rivi<br/>toinen", "rivi\ntoinen"),
        ("1 &lt; 2 &amp;&amp; &lt;b&gt;", "1 < 2 && <b>"),
        ("merkki ⟨b⟩ ja ⟨lt⟩", "merkki ⟨lt⟩b⟩ ja ⟨lt⟩lt⟩"),
    ],
)
def test_marks_stand_for_tags_both_ways(data, text):
    assert inline.to_text(data) == text
    assert inline.to_data(text) == data


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("⟨⟩/ab1lt&<>\n;")))
def test_no_text_is_changed_by_the_way_there_and_back(text):
    data = StringValue.from_plaintext(text).data
    assert inline.to_data(inline.to_text(data)) == data


@pytest.mark.parametrize("text", ["⟨b⟩auki", "kiinni⟨/b⟩", "⟨b⟩⟨i⟩ristiin⟨/b⟩⟨/i⟩", "⟨a1⟩⟨/a2⟩⟨/a1⟩"])
def test_a_mark_without_its_other_half_is_told(text):
    with pytest.raises(ValidationError):
        inline.to_data(text)


def test_changes_are_told_word_by_word():
    pieces = [(piece.kind, piece.text) for piece in inline.changes("Yksi kaksi kolme.", "Yksi neljä kolme.")]
    assert pieces == [("", "Yksi "), ("del", "kaksi"), ("ins", "neljä"), ("", " kolme.")]


# What is shown


def test_texts_stand_in_the_order_of_the_form_with_their_place_and_language(client, translator, translation):
    soup = desk(client, translation)
    sources = [words["data-source"] for words in soup.select("[data-source]")]
    assert sources == ["Hyvä uutinen", "Kunta kuulee.", "Lue ⟨a1⟩ohje⟨/a1⟩ ja ⟨b⟩toimi⟨/b⟩."]
    row = row_of(soup, segment_of(translation, "Lue"))
    assert row.select_one("[data-source]")["lang"] == "fi"
    assert row.textarea["lang"] == "sv"
    assert "https://example.org/ohje" in row.text
    label = soup.find("label", attrs={"for": row.textarea["id"]})
    assert label.text.strip()


def test_every_counted_text_can_be_edited_also_without_a_panel(client, translator):
    topic = make_topic("Aihe aivan uusi")
    source, _new = TranslationSource.update_or_create_from_instance(topic)
    for page in (make_tip_list(image_alt="Kuvan teksti"), make_standard_page(seo_title="Hakukoneelle")):
        translation = followed(page)
        assert len(segments.content_of(translation).texts) == translation.get_progress()[0]
        assert len(desk(client, translation).select("textarea[data-field]")) == translation.get_progress()[0]
    content = segments.content_of(Translation.objects.create(source=source, target_locale=locale("sv")))
    assert [text.source for text in content.texts] == ["Aihe aivan uusi"]


def test_a_field_without_a_panel_comes_last(translation):
    segment = segment_of(translation, "Kunta")
    segment.context.path = segment.context.field_path = "draft_title"
    segment.context.save()
    assert segments.content_of(translation).texts[-1].pk == segment.pk


def test_the_screen_takes_few_queries_for_many_texts(client, translator, django_assert_max_num_queries):
    body = stream(*(("rich_text", "".join(f"<p>Kappale {n}-{m} on uusi.</p>" for m in range(20))) for n in range(10)))
    translation = followed(make_post(body=body))
    for segment in segments_of(translation)[:100]:
        say(translation, segment, "Översatt.")
    with django_assert_max_num_queries(12):
        assert len(segments.content_of(translation).texts) > 200
    desk(client, translation)
    with django_assert_max_num_queries(80):
        desk(client, translation)


def test_a_changed_text_shows_what_changed_and_the_earlier_translation(client, translator, translation):
    translate_all(translation, {"Kunta kuulee.": "Kommunen lyssnar."})
    page = fresh(Page.objects.get(translation_key=translation.source.object_id, locale=locale("fi")))
    republish(page, summary="Kunta kuulee kaikkia.")
    translation.source.update_from_db()
    segment = segment_of(translation, "kaikkia")
    assert memory.previous(translation)[segment.pk] == ("Kunta kuulee.", "Kommunen lyssnar.")
    row = row_of(desk(client, translation), segment)
    assert "kaikkia" in " ".join(ins.text for ins in row.find_all("ins"))
    assert row.select_one("[data-take]")["value"] == "Kommunen lyssnar."
    shown = [item["id"] for item in desk(client, translation, "?show=changed").select(".text:not([hidden])")]
    assert shown == [f"text-{segment.pk}"]


def test_terms_are_marked_with_their_translations(client, translator, translation):
    GlossaryTerm.objects.update_or_create(
        source_locale=locale("fi"), target_locale=locale("sv"), source="kunta", defaults={"target": "kommun; stad"}
    )
    row = row_of(desk(client, translation), segment_of(translation, "Kunta"))
    assert row.select_one(".text__words .text__term").text == "Kunta"
    assert "kommun" in row.text


def test_what_is_by_a_machine_and_what_is_wrong_says_so_and_can_be_filtered(client, translator, translation):
    by_machine, broken = segment_of(translation, "Hyvä"), segment_of(translation, "Lue")
    say(translation, by_machine, "God nyhet", translation_type="machine", tool_name="Dummy")
    say(translation, broken, "Läs <blink>det</blink>")
    soup = desk(client, translation, "?show=machine")
    assert "text__origin--machine" in str(row_of(soup, by_machine))
    assert [item["id"] for item in soup.select(".text:not([hidden])")] == [f"text-{by_machine.pk}"]
    row = row_of(soup, broken)
    assert row.select_one(".text__check--serious")
    assert row.textarea.text.strip() == "Läs <blink>det</blink>"


def test_the_screen_opens_where_the_translator_was(client, translator, translation):
    segment = segment_of(translation, "Kunta")
    save(client, translation, segment, text="Kommunen lyssnar.", version="")
    assert desk(client, translation).select_one("[data-desk]")["data-start"] == str(segment.pk)


# Saving


def test_a_saved_text_is_by_hand_and_moves_the_job_on(client, translator, translation):
    segment = segment_of(translation, "Lue")
    text = "Läs ⟨a1⟩anvisningen⟨/a1⟩ & ⟨b⟩agera⟨/b⟩.\nNu."
    answer = save(client, translation, segment, text=text, version="").json()
    row = stored(translation, segment)
    assert row.data == 'Läs <a id="a1">anvisningen</a> &amp; <b>agera</b>.<br/>Nu.'
    assert (row.translation_type, row.tool_name, row.last_translated_by) == ("manual", "", translator)
    assert (answer["text"], answer["done"], answer["total"]) == (text, 1, 3)
    assert jobs.job_of(translation).state == Job.State.IN_PROGRESS
    assert jobs.job_of(translation).assignee == translator


def test_machine_text_saved_as_it_is_counts_as_read(client, translator, translation):
    segment = segment_of(translation, "Hyvä")
    row = say(translation, segment, "God nyhet", translation_type="machine", tool_name="Dummy")
    save(client, translation, segment, text="God nyhet", version=segments.version_of(row))
    row.refresh_from_db()
    assert (row.translation_type, row.tool_name) == ("manual", "")


def test_same_in_both_languages_is_said_once(client, translator, translation):
    segment = segment_of(translation, "Hyvä")
    save(client, translation, segment, action="keep", text="", version="")
    row = stored(translation, segment)
    assert (row.data, row.tool_name) == ("Hyvä uutinen", "kept")
    assert row_of(desk(client, translation), segment).select_one(".text__origin--kept")
    assert not row_of(desk(client, translation), segment).select_one(".text__check")


def test_an_emptied_text_is_taken_away(client, translator, translation):
    segment = segment_of(translation, "Kunta")
    row = say(translation, segment, "Kommunen.")
    answer = save(client, translation, segment, text=" ", version=segments.version_of(row))
    assert answer.status_code == 200
    assert stored(translation, segment) is None


def test_a_text_that_stands_twice_in_one_place_is_translated_once(client, translator):
    translation = followed(make_post(body=stream(("rich_text", "<p>Sama.</p><p>Muu.</p><p>Sama.</p>"))))
    twins = [segment for segment in segments_of(translation) if segment.string.data == "Sama."]
    assert len(twins) == 2
    save(client, translation, twins[0], text="Samma.", version="")
    soup = desk(client, translation)
    assert [row_of(soup, twin).textarea.text.strip() for twin in twins] == ["Samma.", "Samma."]


@pytest.mark.parametrize(
    ("words", "text"),
    [("Lue", "Läs ⟨b⟩detta"), ("Lue", "Läs ⟨a7⟩detta⟨/a7⟩"), ("Hyvä", "N" * 300)],
    ids=["half a mark", "a link that is not there", "too long a title"],
)
def test_what_would_break_the_page_is_refused_in_words_and_kept_on_screen(client, translator, translation, words, text):
    segment = segment_of(translation, words)
    answer = save(client, translation, segment, text=text, version="")
    assert answer.status_code == 400
    assert answer.json()["mistake"]
    answer = save(client, translation, segment, is_script=False, text=text, version="")
    row = row_of(BeautifulSoup(answer.content, "html.parser"), segment)
    assert row.textarea.text.strip() == text
    assert row.select_one("[data-problem]").text.strip()
    assert stored(translation, segment) is None


def test_markup_of_a_stranger_stays_text(client, translator, translation):
    segment = segment_of(translation, "Kunta")
    save(client, translation, segment, text="<script>alert(1)</script>", version="")
    assert stored(translation, segment).data == "&lt;script&gt;alert(1)&lt;/script&gt;"


def test_who_comes_second_is_told_and_loses_nothing(client, translator, translation):
    segment = segment_of(translation, "Kunta")
    save(client, translation, segment, text="Den första.", version="")
    answer = save(client, translation, segment, text="Den andra.", version="")
    assert answer.status_code == 409
    assert answer.json()["text"] == "Den första."
    assert answer.json()["who"] == translator.get_username()
    assert stored(translation, segment).data == "Den första."
    page = BeautifulSoup(
        save(client, translation, segment, is_script=False, text="Den andra.", version="").content, "html.parser"
    )
    assert "Den första." in page.text
    assert page.textarea.text.strip() == "Den andra."
    version = page.select_one("main [name=version]")["value"]
    save(client, translation, segment, is_script=False, text="Den andra.", version=version)
    assert stored(translation, segment).data == "Den andra."


def test_the_same_text_from_two_is_no_conflict(client, translator, translation):
    segment = segment_of(translation, "Kunta")
    save(client, translation, segment, text="Samma.", version="")
    assert save(client, translation, segment, text="Samma.", version="").status_code == 200


def test_without_a_script_saving_leads_to_the_next_untranslated_text(client, translator, translation):
    first, second, third = segments_of(translation)
    say(translation, second, "Klar.")
    by_order = [text.pk for text in segments.content_of(translation).texts]
    assert by_order == [first.pk, second.pk, third.pk]
    answer = save(client, translation, first, is_script=False, text="God nyhet", version="")
    assert answer.url.endswith(f"#text-{third.pk}")
    answer = save(client, translation, third, is_script=False, take="Tagen ⟨a1⟩ ⟨/a1⟩⟨b⟩⟨/b⟩", version="")
    assert stored(translation, third).data.startswith("Tagen")


def test_suggestions_come_as_texts_that_can_be_taken(client, translator, translation):
    other = followed(make_post(summary="Kunta kuulee!"))
    say(other, segment_of(other, "kuulee!"), "Kommunen lyssnar <b>nu</b>!")
    address = reverse("translations:suggestions", args=[translation.pk, segment_of(translation, "Kunta").pk])
    offer = BeautifulSoup(client.get(address).content, "html.parser").select_one("[data-take]")
    assert offer["value"] == "Kommunen lyssnar nu!"


def test_a_link_may_lead_elsewhere_in_this_language(client, translator, translation):
    value = segments.content_of(translation).values[-1]
    address = reverse("translations:save_value", args=[translation.pk, value.segment.pk])
    assert client.post(address, {"value": "javascript:alert(1)"}, **SCRIPT).status_code == 400
    assert client.post(address, {"value": "https://example.org/sv"}).status_code == 302
    assert SegmentOverride.objects.get(context=value.segment.context_id).data == "https://example.org/sv"
    draft = segments.draft_of(translation)
    assert "https://example.org/sv" in str(draft.body)
    client.post(address, {"value": ""})
    assert not SegmentOverride.objects.filter(context=value.segment.context_id).exists()


# Who, and what if


def test_only_those_of_the_language_may_translate(client, translation):
    segment = segment_of(translation, "Kunta")
    english = followed(Page.objects.get(translation_key=translation.source.object_id, locale=locale("fi")), "en")
    client.force_login(make_user("Translators: %(language)s", "sv"))
    assert save(client, english, segment_of(english, "Kunta"), text="No.", version="").status_code == 403
    assert client.get(reverse("translations:preview", args=[english.pk]), **SCRIPT).status_code == 403
    client.force_login(make_user("Training organisers"))
    assert save(client, translation, segment, text="Nej.", version="").status_code == 403
    client.logout()
    answer = client.get(reverse("translations:segments", args=[translation.pk]))
    assert "/login/" in answer.url
    assert save(client, translation, segment, text="Nej.", version="").status_code == 403
    assert not StringTranslation.objects.filter(data__in=["No.", "Nej."]).exists()


def test_a_text_of_another_page_is_not_written_here(client, translator, translation):
    other = followed(make_post())
    save(client, translation, segments_of(other)[0], text="Fel.", version="")
    assert not StringTranslation.objects.filter(data="Fel.").exists()


def test_the_edit_address_of_a_translation_leads_to_the_desk(client, translator, translation):
    target = translation.get_target_instance()
    address = reverse("wagtailadmin_pages:edit", args=[target.pk])
    assert client.get(address).url == reverse("translations:segments", args=[translation.pk])
    assert b"wagtail-localize" in client.get(f"{address}?editor=fields").content
    Translation.objects.filter(pk=translation.pk).update(enabled=False)
    assert client.get(address).status_code == 200


def test_two_sources_of_one_target_are_no_error(client, translator, translation):
    source, _new = TranslationSource.update_or_create_from_instance(
        Page.objects.get(translation_key=translation.source.object_id, locale=locale("sv"))
    )
    TranslationSource.objects.filter(pk=source.pk).update(locale=locale("en"))
    Translation.objects.create(source=source, target_locale=locale("sv"))
    address = reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk])
    for query in ("", "?editor=fields"):
        assert client.get(address + query, follow=True).status_code == 200


def test_the_old_button_to_publish_goes_through_the_guard(client, translation):
    client.force_login(make_user("Editors"))
    target = translation.get_target_instance()
    address = reverse("wagtailadmin_pages:edit", args=[target.pk])
    assert client.post(address, {"action": "publish"}).url == reverse("translations:publish", args=[translation.pk])
    assert not fresh(target).live
    translate_all(translation)
    client.post(address, {"action": "publish"})
    assert fresh(target).live


def test_a_deleted_source_is_told_and_nothing_is_lost(client, translator, translation):
    translate_all(translation)
    Page.objects.get(translation_key=translation.source.object_id, locale=locale("fi")).delete()
    soup = desk(client, translation)
    assert len(soup.select(".help-warning")) == 1
    assert StringTranslation.objects.filter(context__object_id=translation.source.object_id).count() == 3
    assert all(field.has_attr("readonly") for field in soup.select("textarea[data-field]"))
    answer = save(client, translation, segments_of(translation)[0], text="För sent.", version="")
    assert answer.status_code == 403


def test_a_newer_source_and_its_drafts_are_told(client, translation):
    client.force_login(make_user("Editors"))
    page = fresh(Page.objects.get(translation_key=translation.source.object_id, locale=locale("fi")))
    page.title = "Luonnoksessa uusi"
    page.save_revision()
    assert len(desk(client, translation).select(".help-info")) == 1
    republish(page, title="Julkaistu uusi")
    soup = desk(client, translation)
    sync = reverse("translations:sync", args=[translation.pk])
    assert [form["action"] for form in soup.select(".help-warning form")] == [sync]


def test_a_snippet_is_translated_at_the_same_desk(client, translator):
    topic = make_topic("Lähidemokratia")
    source, _new = TranslationSource.update_or_create_from_instance(topic)
    translation = Translation.objects.create(source=source, target_locale=locale("sv"))
    translation.save_target(publish=True)
    address = reverse("wagtailsnippets_home_topic:edit", args=[translation.get_target_instance().pk])
    assert client.get(address).url == reverse("translations:segments", args=[translation.pk])
    segment = segments_of(translation)[0]
    save(client, translation, segment, text="Närdemokrati", version="")
    assert stored(translation, segment).data == "Närdemokrati"
    english = Translation.objects.create(source=source, target_locale=locale("en"))
    english.save_target(publish=True)
    assert save(client, english, segment, text="No.", version="").status_code == 403


# How it looks


def test_previews_are_in_the_language_of_their_own_page(client, translator, translation):
    save(client, translation, segment_of(translation, "Kunta"), text="Kommunen lyssnar.", version="")
    preview = client.get(reverse("translations:preview", args=[translation.pk]))
    assert BeautifulSoup(preview.content, "html.parser").html["lang"] == "sv"
    assert "Kommunen lyssnar." in preview.content.decode()
    assert preview["X-Frame-Options"].upper() == "SAMEORIGIN"
    source = client.get(reverse("translations:source", args=[translation.pk]))
    assert BeautifulSoup(source.content, "html.parser").html["lang"] == "fi"


def test_a_preview_shows_the_table_of_contents_in_its_language(client, translator):
    page = make_standard_page(
        show_table_of_contents=True, body=stream(("rich_text", "<h2>Otsikko on tässä</h2><p>Teksti.</p>"))
    )
    translation = followed(page)
    translate_all(translation, {"Otsikko on tässä": "Rubriken är här"})
    preview = client.get(reverse("translations:preview", args=[translation.pk])).content.decode()
    assert "Rubriken är här" in BeautifulSoup(preview, "html.parser").select_one(".toc").text


def test_side_by_side_frames_both_and_says_what_is_missing(client, translator, translation):
    soup = BeautifulSoup(client.get(reverse("translations:side_by_side", args=[translation.pk])).content, "html.parser")
    assert [frame["src"] for frame in soup.select("iframe[data-frame]")] == [
        reverse("translations:source", args=[translation.pk]),
        reverse("translations:preview", args=[translation.pk]),
    ]
    page = make_post()
    address = reverse("translations:compare", args=[page.pk, "sv"])
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    assert len(soup.select("iframe[data-frame]")) == 1
    english = reverse("translations:compare", args=[page.pk, "en"])
    assert client.get(english, **SCRIPT).status_code == 403
    client.force_login(make_user("Editors"))
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    assert soup.find("a", href=reverse("wagtail_localize:submit_page_translation", args=[page.pk]))
    other = followed(page)
    assert client.get(address).url == reverse("translations:side_by_side", args=[other.pk])


def test_the_fit_of_a_translated_tip_list_is_told(client, translator):
    translation = followed(make_tip_list())
    answer = client.get(reverse("translations:notes", args=[translation.pk]))
    assert BeautifulSoup(answer.content, "html.parser").select_one(".note--good, .note--small").text
    assert reverse("translations:notes", args=[translation.pk]) in str(desk(client, translation))
    for segment in segments_of(translation):
        if "Neuvo" in segment.string.data:
            say(translation, segment, "Ett mycket långt råd som inte ryms. " * 120)
    answer = client.get(reverse("translations:notes", args=[translation.pk]))
    assert BeautifulSoup(answer.content, "html.parser").select_one(".note--bad").text


def test_a_page_without_notes_has_none(client, translator, translation):
    answer = client.get(reverse("translations:notes", args=[translation.pk]))
    assert answer.content.strip() == b""


def test_an_event_of_the_history_says_who_began(client, translator, translation):
    save(client, translation, segment_of(translation, "Kunta"), text="Kommunen.", version="")
    event = JobEvent.objects.get(job__translation=translation, kind=JobEvent.Kind.STARTED)
    assert event.user == translator


def test_an_open_desk_saves_after_the_source_has_got_a_paragraph_before_the_text(client, translator, translation):
    source = translation.source.get_source_instance()
    opened = desk(client, translation).find("form", {"data-text": str(segment_of(translation, "Lue").pk)})
    [block] = source.body.raw_data
    republish(source, body=json.dumps([{**block, "value": f"<p>Uusi alku.</p>{LINKED}"}]))
    translation.source.refresh_from_db()
    translation.source.update_from_db()
    segment = segment_of(translation, "Lue")
    assert str(segment.pk) != opened["data-text"]
    values = {field["name"]: field["value"] for field in opened.select("input[type=hidden]")}
    values |= {"text": "Läs ⟨a1⟩anvisningen⟨/a1⟩ och ⟨b⟩gör⟨/b⟩."}
    assert client.post(opened["action"], values, **SCRIPT).status_code == 200
    assert "anvisningen" in stored(translation, segment).data
    republish(source, body=stream(("rich_text", "<p>Aivan muuta.</p>")))
    translation.source.refresh_from_db()
    translation.source.update_from_db()
    answer = client.post(opened["action"], values, **SCRIPT)
    assert (answer.status_code, "not in it any more" in answer.json()["mistake"]) == (410, True)


def test_what_no_database_can_hold_is_told(client, translator, translation):
    answer = save(client, translation, segment_of(translation, "Kunta"), text="Kommunen\x00", version="")
    assert answer.status_code == 400
    assert answer.json()["mistake"]


def test_a_title_stands_in_the_lists_as_it_reads(client, translator, translation):
    save(client, translation, segment_of(translation, "uutinen"), text="Bra & nytt", version="")
    assert Page.objects.get(pk=translation.get_target_instance().pk).draft_title == "Bra & nytt"
