"""Machine translation: off by default, behind memory and glossary, and never an error page."""

import logging
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from tests.factories import fresh, make_post, make_standard_page, make_user, stream
from tests.reading import soup_of
from tests.translations.engine import libretranslate
from tests.translations.test_glossary import term
from tests.translations.translating import followed, locale, said, say, segments, translate_all
from translations.fill import fill
from translations.machine import Router, router

pytestmark = pytest.mark.django_db

TITLE, SUMMARY = "Torin ohjelma keväällä", "Mitä torilla tapahtuu."
FIRST, SECOND = "Kahvia saa torilta koko päivän.", "Musiikkia soitetaan illalla lavalla."
ALL = [TITLE, SUMMARY, FIRST, SECOND]


@pytest.fixture
def engine(settings):
    with libretranslate() as found:
        settings.TRANSLATION_ENGINE = found.settings
        yield found


def make_page(*texts, make=make_post):
    body = stream(("rich_text", "".join(f"<p>{text}</p>" for text in texts or (FIRST, SECOND))))
    return make(title=TITLE, summary=SUMMARY, body=body)


def rows_of(translation):
    return StringTranslation.objects.filter(
        context__object=translation.source.object_id, locale=translation.target_locale
    )


class TestOff:
    def test_no_engine_is_set_up_by_default(self, settings):
        assert settings.TRANSLATION_ENGINE is None
        assert not Router().can_translate(locale("fi"), locale("sv"))
        assert Router().translate(locale("fi"), locale("sv"), []) == {}

    def test_filling_takes_the_memory_alone(self):
        translate_all(followed(make_page()), {FIRST: "Kaffe hela dagen."})
        translation = followed(make_page(make=make_standard_page))
        filled = fill(translation, None)
        assert (filled.memory, filled.machine, filled.problems) == (4, 0, [])

    def test_without_machine_nothing_is_asked(self, engine):
        fill(followed(make_page()), None, machine=False)
        assert engine.asked == []

    def test_the_address_says_that_nothing_is_set_up(self, client):
        translation = followed(make_page())
        client.force_login(make_user("Editors"))
        response = client.post(reverse("wagtail_localize:machine_translate", args=[translation.pk]), follow=True)
        assert response.status_code == 200
        assert soup_of(response).select(".messages .warning")


class TestOn:
    def test_what_the_engine_writes_is_marked_as_by_machine(self, engine):
        translation = followed(make_page())
        filled = fill(translation, make_user("Editors"))
        assert (filled.memory, filled.machine, filled.problems) == (0, 4, [])
        assert said(translation)[FIRST] == f"sv: {FIRST}"
        assert set(rows_of(translation).values_list("translation_type", "tool_name")) == {("machine", "LibreTranslate")}
        assert len(engine.asked) == 1
        question = engine.asked[0]
        assert (question["source"], question["target"], question["format"]) == ("fi", "sv", "html")
        target = Page.objects.get(translation_key=translation.source.object_id, locale=locale("sv"))
        assert target.draft_title == f"sv: {TITLE}"
        assert not target.live

    def test_memory_and_glossary_come_first(self, engine):
        translate_all(followed(make_page(FIRST)), {FIRST: "Kaffe hela dagen."})
        term("torin ohjelma keväällä", "vårens program")
        rows = rows_of(followed(make_page(FIRST)))
        rows.filter(translation_of__data__in=[TITLE, SUMMARY]).delete()
        StringTranslation.objects.filter(translation_of__data=TITLE, locale=locale("sv")).delete()
        translation = followed(make_page(FIRST, SECOND, make=make_standard_page))
        filled = fill(translation, None)
        assert engine.texts == [SECOND]
        assert (filled.memory, filled.machine) == (2, 2)
        found = {row.data: (row.translation_type, row.tool_name) for row in rows_of(translation)}
        assert found["Kaffe hela dagen."] == ("manual", "memory")
        assert found["Vårens program"] == ("machine", "glossary")

    def test_what_has_nothing_to_translate_is_not_sent(self, engine):
        translation = followed(make_page("toimisto@example.org", "3.3.2024"))
        fill(translation, None)
        assert set(engine.texts) == {TITLE, SUMMARY}
        assert said(translation)["3.3.2024"] == "3.3.2024"

    def test_many_texts_are_asked_in_batches(self, engine):
        texts = [f"Tämä on teksti numero {number} torin ohjelmassa." for number in range(router.TEXTS_AT_ONCE * 2)]
        assert fill(followed(make_page(*texts)), None).machine == len(texts) + 2
        assert [len(question["q"]) for question in engine.asked] == [40, 40, 2]

    def test_an_engine_that_forgets_the_glossary_is_told_of(self, engine):
        term("tori", "torg")
        filled = fill(followed(make_page()), None)
        assert filled.machine == 4
        assert len(filled.problems) == 1

    def test_the_practice_engine_of_wagtail_localize_works_too(self, settings):
        settings.TRANSLATION_ENGINE = {"CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"}
        translation = followed(make_page())
        assert fill(translation, None).machine == 4
        assert said(translation)[TITLE] == "keväällä ohjelma Torin"

    def test_wagtail_localize_itself_can_ask_the_router(self, engine, settings):
        from wagtail_localize.machine_translators import get_machine_translator
        from wagtail_localize.strings import StringValue

        translate_all(followed(make_page(FIRST)), {FIRST: "Kaffe hela dagen."})
        translator = get_machine_translator()
        assert translator.display_name == "LibreTranslate"
        assert translator.can_translate(locale("fi"), locale("sv"))
        given = translator.translate(locale("fi"), locale("sv"), {StringValue(FIRST): 1, StringValue(SECOND): 2}.keys())
        assert {one.data: other.data for one, other in given.items()} == {
            FIRST: "Kaffe hela dagen.",
            SECOND: f"sv: {SECOND}",
        }


def instead(**texts):
    """An engine that translates well, but for some texts says something else."""

    def answer(asked):
        return [texts.get(text.split()[0], f"sv: {text}") for text in asked]

    return answer


class TestFailing:
    @pytest.mark.parametrize(
        "answer",
        [
            500,
            403,
            429,
            1.5,
            b"<html>Tervetuloa</html>",
            b"",
            b'{"translatedText": null}',
            b'{"translatedText": "Torgets program"}',
            b'["x"]',
            b"\xff\xfe",
            ["vain yksi"],
            [],
        ],
        ids=str,
    )
    def test_an_engine_that_does_not_work_is_told_of_in_words(self, engine, answer, caplog):
        engine.answer = answer
        translation = followed(make_page())
        with caplog.at_level(logging.INFO):
            filled = fill(translation, None)
        assert filled.machine == 0
        assert len(filled.problems) == 1
        assert "LibreTranslate" in filled.problems[0]
        assert not rows_of(translation).exists()
        # Neither the texts nor the key.
        assert "torilta" not in caplog.text
        assert "salaisuus" not in caplog.text

    def test_an_engine_that_is_not_there_is_told_of(self, engine, settings):
        settings.TRANSLATION_ENGINE = {
            **engine.settings,
            "OPTIONS": {"LIBRETRANSLATE_URL": "http://127.0.0.1:9", "API_KEY": "", "TIMEOUT": 0.5},
        }
        assert len(fill(followed(make_page()), None).problems) == 1

    def test_an_engine_that_answers_without_end_is_left(self, settings, monkeypatch):
        import time

        from wagtail_localize.machine_translators.dummy import DummyTranslator

        monkeypatch.setattr(router, "DEADLINE", 0.2)
        monkeypatch.setattr(DummyTranslator, "translate", lambda *args: time.sleep(20))
        settings.TRANSLATION_ENGINE = {"CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"}
        begun = time.monotonic()
        assert len(fill(followed(make_page()), None).problems) == 1
        assert time.monotonic() - begun < 10

    @pytest.mark.parametrize(
        "nonsense",
        [
            "",
            "  ",
            None,
            7,
            {"a": 1},
            FIRST,
            "<script>alert(1)</script>Kaffe",
            "<b>Kaffe",
            "Kaffe</i>",
            '<a id="a7">Kaffe</a>',
            '<a href="https://example.org/">Kaffe</a>',
            "<p>Kaffe</p>",
            '<img src="x" onerror="alert(1)">',
            "Kaf\x00fe",
            "Kaf\ud800fe",
        ],
        ids=repr,
    )
    def test_nonsense_is_left_out_and_the_rest_kept(self, engine, nonsense):
        engine.answer = instead(Kahvia=nonsense)
        translation = followed(make_page())
        filled = fill(translation, None)
        assert filled.machine == 3
        assert len(filled.problems) == 1
        assert set(said(translation)) == {TITLE, SUMMARY, SECOND}

    def test_what_worked_before_the_engine_failed_is_kept(self, engine, monkeypatch):
        monkeypatch.setattr(router, "TEXTS_AT_ONCE", 1)
        engine.answer = lambda texts: 500 if texts == [SECOND] else [f"sv: {text}" for text in texts]
        translation = followed(make_page())
        filled = fill(translation, None)
        assert filled.machine == 3
        assert len(filled.problems) == 1
        assert len(engine.asked) == 4

    def test_an_engine_that_stalls_is_not_asked_on(self, engine, monkeypatch):
        monkeypatch.setattr(router, "TEXTS_AT_ONCE", 1)
        engine.answer = 1.5
        assert fill(followed(make_page()), None).machine == 0
        assert len(engine.asked) == 1

    def test_a_text_that_is_too_long_for_its_field_is_left_out(self, engine):
        engine.answer = instead(Torin="x" * 300)
        translation = followed(make_page())
        filled = fill(translation, None)
        assert filled.machine == 3
        assert len(filled.problems) == 1

    def test_what_is_written_by_a_person_stays(self, engine):
        translation = followed(make_page())
        segment = next(one for one in segments(translation) if one.string.data == FIRST)
        say(translation, segment, "<p>Trasig</p>")
        fill(translation, None)
        assert rows_of(translation).get(translation_of=segment.string).data == "<p>Trasig</p>"
        assert FIRST not in engine.texts


class TestTheScreen:
    def post(self, client, translation, **headers):
        address = reverse("wagtail_localize:machine_translate", args=[translation.pk])
        return client.post(address, {"next": "/cms/"}, follow=True, **headers)

    def texts(self, response, level):
        return [one.get_text(" ", strip=True) for one in soup_of(response).select(f".messages .{level}")]

    def test_it_says_what_the_machine_has_done(self, client, engine):
        client.force_login(make_user("Translators: %(language)s", "sv"))
        response = self.post(client, followed(make_page()))
        assert response.redirect_chain[-1][0] == "/cms/"
        assert "4" in self.texts(response, "success")[0]

    @pytest.mark.parametrize("answer", [500, b"x", ["<script>1</script>"] * 4, 1.5], ids=str)
    def test_a_failing_engine_is_a_message(self, client, engine, answer):
        engine.answer = answer
        client.force_login(make_user("Translators: %(language)s", "sv"))
        response = self.post(client, followed(make_page()))
        assert response.status_code == 200
        assert "LibreTranslate" in self.texts(response, "warning")[0]

    def test_a_translator_of_another_language_may_not(self, client, engine):
        translation = followed(make_page())
        client.force_login(make_user("Translators: %(language)s", "en"))
        client.post(reverse("wagtail_localize:machine_translate", args=[translation.pk]))
        assert engine.asked == []
        assert not rows_of(translation).exists()

    def test_a_translation_that_is_none_and_a_target_that_is_gone_are_no_error_pages(self, client, engine):
        client.force_login(make_user("Editors"))
        nothing = reverse("wagtail_localize:machine_translate", args=[987654])
        assert client.post(nothing, follow=True).status_code == 404
        translation = followed(make_page())
        fresh(Page.objects.get(translation_key=translation.source.object_id, locale=locale("sv"))).delete()
        assert client.post(reverse("wagtail_localize:machine_translate", args=[translation.pk])).status_code in (
            302,
            403,
        )
        assert client.get(reverse("wagtail_localize:machine_translate", args=[translation.pk])).status_code == 405


class TestCommand:
    def run(self, *args):
        out, err = StringIO(), StringIO()
        call_command("translations_pretranslate", *args, stdout=out, stderr=err)
        return out.getvalue(), err.getvalue()

    def test_it_fills_the_pages_below_a_root_and_a_second_time_nothing(self, engine):
        page = make_page()
        translation = followed(page)
        followed(page, "en")
        out, err = self.run("--locales", "sv", "--root", str(page.pk), "--machine")
        assert "1/1" in out
        assert out.endswith("0 texts from the memory, 4 by machine.\n")
        assert err == ""
        assert len(said(translation)) == 4
        assert self.run("--locales", "sv", "--root", str(page.pk), "--machine")[0].endswith(
            "0 texts from the memory, 0 by machine.\n"
        )
        assert {question["target"] for question in engine.asked} == {"sv"}

    def test_without_machine_it_takes_the_memory_of_all_pages(self, engine):
        translate_all(followed(make_page()))
        translation = followed(make_page(make=make_standard_page))
        self.run("--locales", "sv,en")
        assert len(said(translation)) == 4
        assert engine.asked == []

    def test_translations_that_are_not_followed_are_left_alone(self, engine):
        translation = followed(make_page())
        translation.enabled = False
        translation.save()
        self.run("--locales", "sv", "--machine")
        assert not rows_of(translation).exists()

    def test_an_engine_that_keeps_failing_is_given_up_with_a_word(self, engine):
        engine.answer = 500
        Translation.objects.update(enabled=False)  # those of the demo
        for number in range(5):
            followed(make_page(f"Teksti {number} on torilla."))
        _out, err = self.run("--locales", "sv", "--machine")
        assert "keeps failing" in err
        assert len(engine.asked) == 3

    @pytest.mark.parametrize("args", [["--locales", "xx"], ["--locales", "sv", "--root", "987654"]])
    def test_what_is_not_there_is_told(self, args):
        with pytest.raises(CommandError):
            self.run(*args)

    def test_a_machine_that_is_not_set_up_is_told(self):
        with pytest.raises(CommandError):
            self.run("--locales", "sv", "--machine")
