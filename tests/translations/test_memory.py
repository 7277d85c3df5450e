"""What has been translated once is given back: in its place, on other pages, in parts, and for texts that are alike."""

import pytest
from wagtail.models import Page
from wagtail_localize.models import String, StringTranslation
from wagtail_localize.strings import StringValue

from tests.factories import fresh, make_post, make_standard_page, republish, stream
from tests.translations.translating import followed, locale, said, say, segments, translate_all
from translations import memory
from translations.fill import fill
from translations.sentences import sentences

pytestmark = pytest.mark.django_db

TEXTS = [
    "Hankkeen työntekijät tapaavat asukkaita torilla joka tiistai.",
    "Kokemusasiantuntijat kertovat arjestaan valtuustolle.",
    "Kahvitarjoilu on maksuton. Paikalle pääsee bussilla 12.",
    "Lapsille järjestetään omaa ohjelmaa.",
]


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def body(*texts):
    """A stream of rich text blocks, with new ids each time."""
    return stream(*(("rich_text", paragraphs(*([text] if isinstance(text, str) else text))) for text in texts))


def string_of(text, language="fi"):
    return String.from_value(locale(language), StringValue(text))


def remember(source, target, *, language="sv", page=None, **values):
    """Somebody has translated a text on some page of its own."""
    page = page or make_post(body=body(source))
    translation = followed(page, language)
    segment = next(segment for segment in segments(translation) if segment.string.data == source)
    say(translation, segment, target, **values)
    return translation


def suggested(text, language="sv", **values):
    return memory.suggestions(string_of(text), locale(language), **values)


class TestWorkIsNotLost:
    def test_new_and_reordered_blocks_get_back_every_translation(self):
        page = make_post(body=body(*TEXTS))
        translation = followed(page)
        translate_all(translation)
        total, _done = translation.get_progress()
        before = said(translation)
        republish(page, body=body(*reversed(TEXTS)))
        translation = followed(page)
        assert translation.get_progress() == (total, total - 4)
        filled = fill(translation, None, machine=False)
        assert filled.memory == 4
        assert translation.get_progress() == (total, total)
        assert said(translation) == before

    def test_a_section_pasted_into_another_page_is_translated_there(self):
        translate_all(followed(make_post(body=body(*TEXTS, TEXTS))), {TEXTS[0]: "Vi träffas på torget."})
        page = make_standard_page(body=body(TEXTS))
        translation = followed(page)
        assert fill(translation, None, machine=False).memory == 4
        assert said(translation)[TEXTS[0]] == "Vi träffas på torget."

    def test_twelve_of_twelve_come_back_to_a_copied_page(self):
        texts = [f"{text} Kohta {number}." for number, text in enumerate(TEXTS * 3)]
        translate_all(followed(make_post(body=body(texts))))
        translation = followed(
            make_standard_page(title="Aivan uusi sivu", summary="Uusi tiivistelmä.", body=body(texts))
        )
        assert fill(translation, None, machine=False).memory == 12

    def test_both_halves_of_a_split_paragraph_are_suggested(self):
        first, second = TEXTS[2].split(". ")
        first += "."
        remember(TEXTS[2], "Kaffet är gratis. Buss 12 går till platsen.")
        for part, target in ((first, "Kaffet är gratis."), (second, "Buss 12 går till platsen.")):
            best = suggested(part)[0]
            assert best.score >= 95
            assert best.target == target

    def test_a_paragraph_joined_of_two_is_put_together(self):
        remember(TEXTS[0], "De anställda är på torget.")
        remember(TEXTS[1], "Erfarenhetsexperterna berättar.")
        best = suggested(f"{TEXTS[0]} {TEXTS[1]}")[0]
        assert best.score >= 95
        assert best.target == "De anställda är på torget. Erfarenhetsexperterna berättar."

    def test_a_translation_with_another_number_of_sentences_gives_no_parts(self):
        remember(TEXTS[2], "Kaffet är gratis och buss 12 går till platsen.")
        assert all(one.score < 95 for one in suggested("Kahvitarjoilu on maksuton."))

    def test_links_of_a_split_paragraph_get_the_numbers_of_their_new_place(self):
        remember(
            'Katso <a id="a1">ohjelma</a> ajoissa. Ilmoittaudu <a id="a2">lomakkeella</a> heti.',
            'Se <a id="a1">programmet</a> i tid. Anmäl dig på <a id="a2">blanketten</a> genast.',
            page=make_post(
                body=body(
                    'Katso <a href="https://example.org/1">ohjelma</a> ajoissa. '
                    'Ilmoittaudu <a href="https://example.org/2">lomakkeella</a> heti.'
                )
            ),
        )
        best = suggested('Ilmoittaudu <a id="a1">lomakkeella</a> heti.')[0]
        assert best.target == 'Anmäl dig på <a id="a1">blanketten</a> genast.'
        assert best.score >= 95

    def test_the_translations_of_a_deleted_page_are_still_known(self):
        page = make_post(body=body(TEXTS[0]))
        translate_all(followed(page), {TEXTS[0]: "På torget."})
        page.delete()
        assert suggested(TEXTS[0])[0].target == "På torget."


class TestExact:
    def test_the_same_object_comes_first_then_the_newest(self):
        remember(TEXTS[0], "Äldre")
        page = make_post(body=body(TEXTS[0]))
        mine = remember(TEXTS[0], "Egen", page=page)
        remember(TEXTS[0], "Nyast")
        string = string_of(TEXTS[0])
        fi, sv = locale("fi"), locale("sv")
        assert memory.exact([string], fi, sv)[string.pk].data == "Nyast"
        assert memory.exact([string.pk], fi, sv, page.translation_key)[string.pk].data == "Egen"
        assert mine.source.object_id == page.translation_key

    def test_what_a_machine_wrote_or_what_is_broken_is_no_memory(self):
        remember(TEXTS[0], "Maskin", translation_type="machine", tool_name="X")
        remember(TEXTS[0], "<p>Trasig</p>")
        assert memory.exact([string_of(TEXTS[0])], locale("fi"), locale("sv")) == {}
        assert suggested(TEXTS[0]) == []

    def test_other_languages_say_nothing(self):
        remember(TEXTS[0], "In the square.", language="en")
        assert memory.exact([string_of(TEXTS[0])], locale("fi"), locale("sv")) == {}
        assert suggested(TEXTS[0]) == []

    def test_hundreds_of_strings_take_one_query(self, django_assert_num_queries):
        remember(TEXTS[0], "På torget.")
        strings = [string_of(TEXTS[0]), *(string_of(f"Teksti {number}") for number in range(300))]
        fi, sv = locale("fi"), locale("sv")
        with django_assert_num_queries(1):
            assert len(memory.exact(strings, fi, sv)) == 1


class TestFill:
    def test_the_same_in_both_languages_is_said_once(self):
        remember("Osallisuuskahvila 2.0", "Osallisuuskahvila 2.0", tool_name="kept")
        translation = followed(make_post(body=body("Osallisuuskahvila 2.0")))
        fill(translation, None, machine=False)
        row = StringTranslation.objects.get(context__object=translation.source.object_id, data="Osallisuuskahvila 2.0")
        assert (row.translation_type, row.tool_name) == ("manual", "kept")

    def test_what_is_there_stays_also_with_an_error(self):
        remember(TEXTS[0], "På torget.")
        page = make_post(body=body(TEXTS[0]))
        remember(TEXTS[0], "<p>Trasig</p>", page=page)
        translation = followed(page)
        assert fill(translation, None, machine=False).memory == 0
        row = StringTranslation.objects.get(context__object=page.translation_key, data="<p>Trasig</p>")
        assert row.has_error

    def test_the_title_is_the_title_of_the_draft_at_once(self):
        translate_all(followed(make_post(title="Torilla tavataan tiistaina")), {"Torilla tavataan tiistaina": "Vi ses"})
        page = make_standard_page(title="Torilla tavataan tiistaina")
        translation = followed(page)
        fill(translation, None, machine=False)
        target = Page.objects.get(translation_key=page.translation_key, locale=locale("sv"))
        assert target.draft_title == "Vi ses"

    def test_a_text_that_is_too_long_for_its_field_is_left_to_a_person(self):
        title = "Lyhyt otsikko torista"
        remember(title, "x" * 300)
        translation = followed(make_post(title=title))
        assert fill(translation, None, machine=False).memory == 0

    def test_a_second_time_there_is_nothing_to_do(self, django_assert_max_num_queries):
        translate_all(followed(make_post(body=body(*TEXTS))))
        translation = followed(make_standard_page(body=body(*TEXTS)))
        with django_assert_max_num_queries(12):
            assert fill(translation, None, machine=False).memory == 4
        assert fill(translation, None, machine=False).memory == 0


class TestSuggestions:
    def test_an_alike_text_is_suggested_with_its_likeness_and_origin(self):
        page = make_post(title="Torikirjoitus", body=body(TEXTS[0]))
        remember(TEXTS[0], "De anställda är på torget varje tisdag.", page=page)
        found = suggested(TEXTS[0].replace("tiistai", "torstai"))
        assert found[0].target == "De anställda är på torget varje tisdag."
        assert 70 <= found[0].score < 100
        assert found[0].origin == "Torikirjoitus"
        assert not found[0].is_previous

    def test_texts_that_are_not_alike_are_not_suggested(self):
        remember(TEXTS[0], "De anställda är på torget varje tisdag.")
        assert suggested("Hankkeen työntekijät hiihtävät.") == []

    def test_what_stood_in_the_place_before_is_suggested(self):
        page = make_post(title="Kesän ohjelma julki")
        translate_all(followed(page), {"Kesän ohjelma julki": "Sommarens program"})
        republish(page, title="Syksyn ohjelma julki")
        translation = followed(page)
        segment = next(one for one in segments(translation) if one.string.data == "Syksyn ohjelma julki")
        found = memory.suggestions(segment.string, locale("sv"), page.translation_key, segment.context_id)
        previous = [one for one in found if one.is_previous]
        assert [(one.source, one.target) for one in previous] == [("Kesän ohjelma julki", "Sommarens program")]

    def test_the_text_of_the_place_itself_is_no_suggestion(self):
        page = make_post(body=body(TEXTS[0]))
        translation = remember(TEXTS[0], "På torget.", page=page)
        segment = next(one for one in segments(translation) if one.string.data == TEXTS[0])
        assert memory.suggestions(segment.string, locale("sv"), page.translation_key, segment.context_id) == []
        assert suggested(TEXTS[0])[0].score == 100

    @pytest.mark.parametrize(
        ("segment", "target"),
        [
            ("Lue torin ohjelma täältä nyt.", "Läs torgets program här nu."),
            ('Lue <a id="a1">torin</a> ohjelma täältä nyt.', "Läs torgets program här nu."),
            ('Lue <a id="a1">torin ohjelma</a> täältä nyt.', 'Läs <a id="a1">torgets program</a> här nu.'),
            ('Lue <a id="a7">torin ohjelma</a> täältä nyt.', 'Läs <a id="a7">torgets program</a> här nu.'),
        ],
    )
    def test_a_suggestion_never_breaks_the_tags_of_its_new_place(self, segment, target):
        remember(
            'Lue <a id="a1">torin ohjelma</a> <b>täältä</b> nyt.',
            'Läs <a id="a1">torgets program</a> <b>här</b> nu.',
            page=make_post(body=body('Lue <a href="https://example.org/">torin ohjelma</a> <b>täältä</b> nyt.')),
        )
        found = suggested(segment)[0]
        assert found.score == 99
        expected = target if "<a" not in segment or "<a" in target else 'Läs <a id="a1">torgets program</a> här nu.'
        assert found.target == expected

    def test_each_translation_is_suggested_once_and_few_in_all(self, django_assert_max_num_queries):
        for number in range(7):
            remember(TEXTS[0], f"Förslag {number % 6}")
        string = string_of(TEXTS[0])
        with django_assert_max_num_queries(5):
            found = memory.suggestions(string, locale("sv"))
        assert [one.target for one in found] == ["Förslag 0", *(f"Förslag {n}" for n in (5, 4, 3, 2))]


class TestPrevious:
    def test_each_changed_paragraph_finds_its_own_old_text(self, django_assert_num_queries):
        page = make_post(body=body(TEXTS))
        translate_all(followed(page))
        block = fresh(page).body.get_prep_value()[0]
        changed = [TEXTS[1].replace("arjestaan", "elämästään"), TEXTS[0].replace("tiistai", "torstai"), TEXTS[3]]
        republish(page, body=[{**block, "value": paragraphs(*changed)}])
        translation = followed(page)
        assert translation.source
        with django_assert_num_queries(2):
            found = memory.previous(translation)
        texts = {one.pk: one.string.data for one in segments(translation)}
        assert {texts[pk]: old for pk, old in found.items()} == {
            changed[0]: (TEXTS[1], f"[{TEXTS[1]}]"),
            changed[1]: (TEXTS[0], f"[{TEXTS[0]}]"),
        }

    def test_a_title_that_is_quite_another_has_its_old_one(self):
        page = make_post(title="Tervetuloa")
        translate_all(followed(page))
        republish(page, title="Kevään ajankohtaiset asiat")
        translation = followed(page)
        segment = next(one for one in segments(translation) if one.context.path == "title")
        assert memory.previous(translation)[segment.pk] == ("Tervetuloa", "[Tervetuloa]")

    def test_the_last_of_several_earlier_titles_is_the_old_one(self):
        page = make_post(title="Torin ohjelma 1")
        for title in ("Torin ohjelma 2 on täällä", "Torin ohjelma 3"):
            translate_all(followed(page))
            republish(page, title=title)
        translation = followed(page)
        segment = next(one for one in segments(translation) if one.context.path == "title")
        assert memory.previous(translation)[segment.pk][0] == "Torin ohjelma 2 on täällä"

    def test_a_changed_text_in_a_new_block_finds_the_block_that_is_gone(self):
        page = make_post(body=body(*TEXTS[:2]))
        translate_all(followed(page))
        changed = TEXTS[0].replace("tiistai", "torstai")
        republish(page, body=body(TEXTS[1], changed))
        translation = followed(page)
        texts = {one.pk: one.string.data for one in segments(translation)}
        assert {texts[pk]: old[0] for pk, old in memory.previous(translation).items()} == {changed: TEXTS[0]}

    def test_what_has_not_changed_has_nothing_old(self):
        page = make_post(body=body(TEXTS))
        translate_all(followed(page))
        block = fresh(page).body.get_prep_value()[0]
        republish(page, body=[{**block, "value": paragraphs(TEXTS[3])}])
        assert memory.previous(followed(page)) == {}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Avataan 3.3. klo 12. Kahvia on.", ["Avataan 3.3. klo 12.", "Kahvia on."]),
        ("Esim. Helsinki tulee. Muut eivät.", ["Esim. Helsinki tulee.", "Muut eivät."]),
        ("Det gäller t.ex. Åbo, bl.a. Esbo. Välkommen!", ["Det gäller t.ex. Åbo, bl.a. Esbo.", "Välkommen!"]),
        ("See e.g. Oslo and Dr. Smith. Come in!", ["See e.g. Oslo and Dr. Smith.", "Come in!"]),
        ("1. Ilmoittaudu. 2. Tule.", ["1. Ilmoittaudu.", "2. Tule."]),
        ("Avattu 3. 3. 2024. Ovet auki.", ["Avattu 3. 3. 2024.", "Ovet auki."]),
        ("<b>Yksi.</b> Kaksi <i>nyt</i>.<br/>Kolme", ["<b>Yksi.</b>", "Kaksi <i>nyt</i>.", "Kolme"]),
        ("Kahvia, teetä jne. Tervetuloa.", ["Kahvia, teetä jne.", "Tervetuloa."]),
        ("<b>Yksi. Kaksi.</b> Kolme.", None),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, parts):
    assert sentences(text) == parts
