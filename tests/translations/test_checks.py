"""What the checks complain of, and what they must leave alone."""

import pytest

from tests.factories import make_post, make_tip_list, stream
from tests.marks import needs_voikko
from tests.translations.test_glossary import term
from tests.translations.translating import followed, locale, say, segments
from translations import checks, glossary
from translations.models import GlossaryTerm

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_terms")]


class Pair:
    """As much of a Translation as a check of one text asks."""

    def __init__(self, source, target):
        self.source = type("Source", (), {"locale": locale(source)})
        self.target_locale = locale(target)


def problems(source, target, languages=("fi", "sv"), **values):
    terms = glossary.terms_for(locale(languages[0]), locale(languages[1]))
    return checks.check_segment(source, target, Pair(*languages), terms, **values)


def kinds(source, target, languages=("fi", "sv"), **values):
    return {problem.kind for problem in problems(source, target, languages, **values)}


NUMBERS_THAT_AGREE = [
    ("Hinta on 1 000,5 euroa.", "Priset är 1 000,5 euro.", "sv"),
    ("Hinta on 1 000,5 euroa.", "The price is 1,000.5 euros.", "en"),
    ("Väkiluku on 1\u00a0234\u00a0567.", "The population is 1,234,567.", "en"),
    ("Avoinna 3.3.2024.", "Öppet den 3 mars 2024.", "sv"),
    ("Avoinna 3.3.2024.", "Open on 3 March 2024.", "en"),
    ("Avoinna 3.3.2024.", "Open on March 3, 2024.", "en"),
    ("Avoinna 3. maaliskuuta 2024.", "Öppet 3.3.2024.", "sv"),
    ("Avoinna 3.–5.12.", "Open from 3 to 5 December.", "en"),
    ("Avoinna 03.03.2024.", "Öppet 3.3.2024.", "sv"),
    ("Klo 12.30–14.00.", "Kl. 12.30–14.", "sv"),
    ("Klo 13.30.", "At 1:30 p.m.", "en"),
    ("Klo 13.", "At 1 pm.", "en"),
    ("Kaksi ihmistä ja 3 koiraa.", "2 människor och tre hundar.", "sv"),
    ("Meitä on 12.", "There are twelve of us.", "en"),
    ("Soita 040 123 4567.", "Call +358 40 123 4567.", "en"),
    ("Osuus on 50 %.", "Andelen är 50 procent.", "sv"),
    ("Luettelo: 1. Kahvi 2. Tee", "Lista: 1) Kaffe 2) Te", "sv"),
    ("Pinta-ala on 0,5 ha.", "The area is 0.5 ha.", "en"),
]


@pytest.mark.parametrize(("source", "target", "language"), NUMBERS_THAT_AGREE)
def test_the_same_number_written_in_another_way_is_no_problem(source, target, language):
    assert "number" not in kinds(source, target, ("fi", language))


@pytest.mark.parametrize(
    ("source", "target", "language", "named"),
    [
        ("Meitä on 120.", "Vi är 210.", "sv", "120"),
        ("Avoinna 3.3.2024.", "Öppet den 4 mars 2024.", "sv", "3"),
        ("Avoinna 3.4.2024.", "Open on 3 May 2024.", "en", "4"),
        ("Hinta on 1 000 euroa.", "Priset är 10 000 euro.", "sv", "1000"),
        ("Hinta on 15 euroa.", "Priset är högt.", "sv", "15"),
        ("Hinta on korkea.", "The price is 15 euros.", "en", "15"),
        ("Klo 13.30.", "At 2:30 p.m.", "en", "13"),
    ],
)
def test_a_changed_number_is_named(source, target, language, named):
    found = [one for one in problems(source, target, ("fi", language)) if one.kind == "number"]
    assert found
    assert all(one.is_serious for one in found)
    assert any(named in one.text for one in found)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ('Lue <a id="a1">ohjelma</a>.', 'Läs <a id="a1">programmet</a>.', set()),
        ('Lue <a id="a1">ohjelma</a>.', "Läs programmet.", {"link_lost"}),
        ("Lue ohjelma.", 'Läs <a id="a1">programmet</a>.', {"link_added"}),
        ("Lue <b>ohjelma</b>.", "Läs <strong>programmet</strong>.", set()),
        ("Lue <b>ohjelma</b>.", "Läs programmet.", {"tag_lost"}),
        ("Lue ohjelma.", "Läs <b>programmet.", {"broken"}),
        ("Lue ohjelma.", "Läs <script>alert()</script>programmet.", {"broken"}),
        ("Lue ohjelma.", "<p>Läs programmet.</p>", {"broken"}),
        ("Lue ohjelma.", '<b class="x">Läs</b> programmet.', {"broken"}),
        ("Hei {name}!", "Hej {name}!", set()),
        ("Hei {name}!", "Hej {namn}!", {"placeholder"}),
        ("Hei!", "Hej {name}!", {"placeholder"}),
        ("Lue ohjelma.", "", {"empty"}),
        ("Lue ohjelma.", "<b> </b>", {"empty"}),
        ("Lue ohjelma.", " Läs programmet.", {"space"}),
        ("Mitä nyt?", "Vad nu", {"punctuation"}),
        ("Mitä nyt?", "Vad nu.", {"punctuation"}),
        ("Mitä nyt", "Vad nu!", {"punctuation"}),
        ("”Mitä nyt?”", "”Vad nu?”", set()),
        ("Kerromme…", "Vi berättar...", set()),
        ("Kahvi &amp; tee", "Kaffe &amp; te", set()),
    ],
)
def test_tags_placeholders_and_ends(source, target, expected):
    assert kinds(source, target) == expected


@pytest.mark.parametrize(
    ("text", "is_problem"),
    [
        ("Lue ohjelma.", True),
        ("Etusivu", True),
        ("2024", False),
        ("3.3.2024 – 5.3.2024", False),
        ("https://example.org/ohjelma", False),
        ("toimisto@example.org", False),
        ("Aku Ankka", False),
        ("THL", False),
        ("{name}", False),
        pytest.param("Mäntsälä", False, marks=needs_voikko),
        pytest.param("Mäntsälän kunta", True, marks=needs_voikko),
    ],
)
def test_a_text_that_is_the_same_is_told_unless_there_is_nothing_to_translate(text, is_problem):
    assert ("same" in kinds(text, text)) is is_problem
    assert "same" not in kinds(text, text, tool_name="kept")


def test_a_text_that_is_too_long_is_told_with_the_room_there_is():
    assert kinds("Ohjelma", "<b>Programmet</b>", max_length=10) == set()
    (problem,) = problems("Ohjelma", "Programmet!!", max_length=10)[:1]
    assert problem.kind == "too_long"
    assert "10" in problem.text


class TestTerms:
    @pytest.mark.parametrize(
        ("source", "target", "expected"),
        [
            ("Kahvila on auki", "Kafét är öppet", set()),
            ("Kahvilat ovat auki", "Kaféerna och caféer är öppna", set()),
            ("Kahvila on auki", "Stället är öppet", {"term_missing"}),
            ("Kahvila on auki", "Fiket är öppet", {"term_forbidden"}),
            ("Kahvia saa", "Fiket är öppet", set()),
        ],
    )
    def test_in_swedish(self, source, target, expected):
        term("kahvila", "kafé; café", forbidden="fik\nkaffestuga")
        assert kinds(source, target) == expected

    def test_in_english_the_word_and_its_term_are_named(self):
        term("osallisuus", "participation", languages=("fi", "en"), forbidden="inclusion")
        (problem,) = problems("Osallisuuden vuoksi", "For the sake of inclusion", ("fi", "en"))
        assert problem.is_serious
        assert all(word in problem.text for word in ("inclusion", "osallisuus", "participation"))

    def test_a_forbidden_word_within_the_preferred_term_is_no_problem(self):
        term("sosiaalinen osallisuus", "social delaktighet", forbidden="delaktighet")
        assert kinds("Sosiaalinen osallisuus kasvaa", "Den sociala delaktigheten ökar") == set()
        assert kinds("Sosiaalinen osallisuus kasvaa", "Delaktigheten ökar") == {"term_forbidden"}


class TestAPage:
    def test_all_texts_of_a_page_are_checked_in_a_few_queries(self, django_assert_max_num_queries):
        page = make_post(
            title="Torin ohjelma",
            summary="Torilla tavataan.",
            body=stream(("rich_text", "<p>Meitä on 12 kahvilassa.</p><p>Tule mukaan!</p>")),
        )
        term("kahvila", "kafé")
        translation = followed(page)
        by_text = {one.string.data: one for one in segments(translation)}
        wrong = say(translation, by_text["Meitä on 12 kahvilassa."], "<p>Vi är 15.</p>")
        say(translation, by_text["Tule mukaan!"], "Kom med!")
        say(translation, by_text["Torilla tavataan."], "x" * 400)
        assert wrong.has_error
        with django_assert_max_num_queries(7):
            found = checks.check(translation)
        assert {pk: {one.kind for one in some} for pk, some in found.items()} == {
            by_text["Meitä on 12 kahvilassa."].pk: {"broken", "number", "term_missing"},
            by_text["Torilla tavataan."].pk: {"too_long", "punctuation"},
        }
        serious = [one.is_serious for one in found[by_text["Meitä on 12 kahvilassa."].pk]]
        assert serious == sorted(serious, reverse=True)

    def test_what_wagtail_refused_is_told(self):
        translation = followed(make_post(title="Torin ohjelma"))
        segment = next(one for one in segments(translation) if one.string.data == "Torin ohjelma")
        say(translation, segment, "Torgets program", has_error=True, field_error="Liian pitkä")
        assert checks.check(translation)[segment.pk][0].text == "Liian pitkä"

    def test_the_room_of_a_block_is_known(self):
        translation = followed(make_tip_list())
        lengths = checks.max_lengths(type(make_tip_list()), segments(translation))
        by_path = {one.context.field_path: lengths.get(one.pk) for one in segments(translation)}
        assert by_path["tips.tip.title"]
        assert by_path["title"] == 255
        assert GlossaryTerm.objects.count() == 0
