"""Soft hyphens: where long words of headings may break, and where nothing may be put into them."""

import json
import logging
import sys
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import perf_counter

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext
from django.utils.safestring import mark_safe
from django.utils.translation import override

from home import words
from home.models import HyphenException
from tests.factories import home_of, make_post, make_standard_page, make_tip_list, make_user, stream
from tests.marks import needs_voikko
from tests.reading import soup_of, without_soft_hyphens

pytestmark = pytest.mark.django_db

LONG_TITLE = "Osallistumismahdollisuuksistamme järjestöyhteistyökokouksessa"


def forget_words():
    for remembered in (words.one_copy, words.broken_text, words.finnish_borders, words.voikko):
        remembered.cache_clear()


@pytest.fixture(autouse=True)
def _nothing_remembered():
    forget_words()
    yield
    forget_words()


def shown(text, language="fi"):
    """The text with its soft hyphens made visible."""
    return words.soft_hyphens(text, language).replace(words.SOFT_HYPHEN, "·")


def except_word(word):
    exception = HyphenException(word=word)
    exception.full_clean()
    exception.save()
    return exception


def rendered(value, language="fi"):
    with override(language):
        return Template("{% load words %}{{ value|soft_hyphens }}").render(Context({"value": value}))


@needs_voikko
class TestFinnish:
    @pytest.mark.parametrize(
        "marked",
        [
            "kunta·työn·tekijä",
            "järjestö·yhteis·työ·kokous",
            "saavutettavuus·seloste",
            "yhden·vertaisuus·suunnitelma",
            "tieto·suoja·seloste",
            "kansalais·järjestö·toiminta",
        ],
    )
    def test_a_compound_breaks_at_its_borders(self, marked):
        assert shown(marked.replace("·", "")) == marked

    @pytest.mark.parametrize(
        "marked",
        [
            "kunta·työn·tekijöille",
            "kunta·työn·tekijöillemme",
            "järjestö·yhteis·työ·kokouksissamme",
            "saavutettavuus·palautteeseen",
        ],
    )
    def test_inflected_forms_break_at_the_same_borders(self, marked):
        assert shown(marked.replace("·", "")) == marked

    @pytest.mark.parametrize(
        "marked", ["Kunta·työn·tekijä", "SAAVUTETTAVUUS·SELOSTE", "Saavutettavuus·Seloste", "kAUPUNGIN·HALLITUKSEN"]
    )
    def test_capital_letters_stay_and_change_nothing(self, marked):
        assert shown(marked.replace("·", "")) == marked

    def test_a_part_that_is_still_long_breaks_between_syllables_but_not_near_its_ends(self):
        assert shown("osallistumismahdollisuuksistamme") == "osallistumis·mahdol·li·suuk·sis·tamme"
        assert shown("saavutettavuuden") == "saavu·tet·ta·vuuden"
        assert shown("ilmoittautuminen") == "ilmoit·tau·tu·minen"

    def test_of_several_readings_the_one_of_the_fewest_short_parts_is_taken(self):
        assert shown("viikonloppuisin") == "viikon·loppuisin"
        assert shown("pääsylupatietuetta") == "pääsy·lupa·tietuetta"
        assert shown("osallistumistapa") == "osallistumis·tapa"

    def test_no_border_leaves_fewer_than_three_letters(self):
        assert shown("kesäyötapahtumassa") == "kesä·yötapahtumassa"
        assert shown("yötyöntekijöiden") == "yötyön·tekijöiden"

    def test_words_of_fourteen_letters_and_less_stay_as_they_are(self):
        for word in ("järjestökokous", "kuntatyö", "osallisuus", ""):
            assert len(word) <= 14
            assert words.soft_hyphens(word, "fi") == word

    def test_punctuation_around_a_word_does_not_hide_it(self):
        assert shown("(”Kuntatyöntekijä”), kuntatyöntekijä!") == "(”Kunta·työn·tekijä”), kunta·työn·tekijä!"
        assert shown("kuntatyöntekijät/saavutettavuusselosteet") == "kunta·työn·tekijät/saavutettavuus·selosteet"

    def test_the_parts_of_a_hyphenated_word_are_words_of_their_own(self):
        assert shown("Pohjois-Pohjanmaalla") == "Pohjois-Pohjanmaalla"
        assert shown("sosiaali- ja EU-saavutettavuusseloste") == "sosiaali- ja EU-saavutettavuus·seloste"
        assert shown("Sosiaali- ja terveysjärjestöjen päivä") == "Sosiaali- ja terveys·järjestöjen päivä"

    def test_a_word_that_holds_a_soft_hyphen_is_left_to_its_writer(self):
        assert shown("kunta\u00adtyöntekijöillemme kuntatyöntekijä") == "kunta·työntekijöillemme kunta·työn·tekijä"

    @pytest.mark.parametrize(
        "text",
        [
            "https://esimerkki.fi/kuntatyöntekijöille/",
            "www.saavutettavuusseloste.fi",
            "saavutettavuusseloste.esimerkki@kuntatyontekija.fi",
            "saavutettavuusseloste@localhost",
            "/fi/saavutettavuusseloste",
            "saavutettavuusseloste.pdf",
            "#saavutettavuusseloste",
            "kuntatyöntekijä2024",
            "2024saavutettavuusseloste",
            "saavutettavuusseloste_uusi",
        ],
    )
    def test_addresses_and_words_with_digits_are_never_touched(self, text):
        assert words.soft_hyphens(text, "fi") == text
        assert shown(f"kuntatyöntekijä {text}") == f"kunta·työn·tekijä {text}"

    def test_words_that_voikko_does_not_know_stay_whole(self):
        for word in ("Dataskyddsbeskrivning", "Qwertyuiopasdfghjklö", "a" * 300):
            assert words.soft_hyphens(word, "fi") == word

    def test_letters_composed_of_two_characters_are_read_as_one(self):
        assert shown("kuntatyo\u0308ntekija\u0308") == "kunta·työn·tekijä"

    def test_eight_threads_at_once_get_what_one_gets(self):
        listed = [
            word
            for start in ("kunta", "järjestö", "kokemus", "palvelu", "tulevaisuus")
            for end in ("työntekijöillemme", "suunnitelmassamme", "tapahtumapäivä", "koordinaattorin", "kokouksissamme")
            for word in (start + end, start + "verkosto" + end)
        ]
        ask_voikko = words.finnish_borders.__wrapped__  # nothing remembered: every thread asks for every word
        alone = {word: ask_voikko(word) for word in listed}
        assert sum(map(bool, alone.values())) > 40
        forget_words()
        gate = Barrier(8)

        def work(number):
            gate.wait()
            return {word: ask_voikko(word) for word in listed[number:] + listed[:number]}

        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(work, range(8))) == [alone] * 8

    def test_what_is_remembered_costs_next_to_nothing(self):
        words.soft_hyphens(LONG_TITLE, "fi")
        start = perf_counter()
        for _ in range(100):
            words.soft_hyphens(LONG_TITLE, "fi")
        assert (perf_counter() - start) / 100 < 0.001


class TestOtherLanguages:
    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("Tillgänglighetsutlåtande och dataskyddsbeskrivning", "sv"),
            ("Internationalisation", "en"),
            ("saavutettavuusseloste", "sv"),
            ("saavutettavuusseloste", "en"),
        ],
    )
    def test_words_stay_whole(self, text, language):
        assert words.soft_hyphens(text, language) == text

    def test_exceptions_hold_there_too(self):
        except_word("tillgänglighets|utlåtande")
        assert shown("Tillgänglighetsutlåtandet", "sv") == "Tillgänglighets·utlåtandet"


class TestExceptions:
    def test_an_exception_is_stored_in_one_form(self):
        assert except_word(" Kunta|Työn·tekija\u0308 ").word == "kunta·työn·tekijä"
        assert HyphenException.objects.create(word="Palvelu|Muotoilu").word == "palvelu·muotoilu"

    @pytest.mark.parametrize(
        "word", ["kaksi sanaa", "kunta-työ", "kunta2024", "·kunta", "kunta||työ", "a\u00adb", "<b>"]
    )
    def test_only_letters_and_marks_between_them_are_taken(self, word):
        with pytest.raises(ValidationError) as refused:
            except_word(word)
        assert set(refused.value.message_dict) == {"word"}

    def test_a_word_has_one_exception(self):
        exception = except_word("kunta·työn·tekijä")
        with pytest.raises(ValidationError):
            except_word("kuntatyön|tekijä")
        exception.word = "kuntatyön|tekijä"
        exception.full_clean()

    def test_it_holds_for_the_word_however_it_is_written(self):
        except_word("saavutet·tavuusseloste")
        assert shown("Saavutettavuusseloste SAAVUTETTAVUUSSELOSTE") == "Saavutet·tavuusseloste SAAVUTET·TAVUUSSELOSTE"

    def test_it_holds_for_inflected_forms_as_far_as_the_letters_agree(self):
        except_word("kuntatyön·tekijä")
        assert shown("kuntatyöntekijöille") == "kuntatyön·tekijöille"
        except_word("maahanmuutto·taustai·nen")
        assert shown("maahanmuuttotaustaisille") == "maahanmuutto·taustai·sille"

    def test_a_word_without_a_mark_never_breaks_in_any_form(self):
        except_word("saavutettavuusseloste")
        for word in ("saavutettavuusseloste", "Saavutettavuusselosteessamme"):
            assert words.soft_hyphens(word, "fi") == word

    def test_it_does_not_hold_for_words_that_only_begin_alike(self):
        except_word("kuntatyönohjaus")
        before = shown("kuntatyöntekijöille")
        HyphenException.objects.all().delete()
        assert shown("kuntatyöntekijöille") == before

    @needs_voikko
    def test_what_follows_the_word_in_a_compound_breaks_as_ever(self):
        except_word("kunta·työntekijä")
        assert shown("kuntatyöntekijäverkosto") == "kunta·työntekijä·verkosto"

    def test_the_nearest_exception_is_taken(self):
        except_word("osallisuus")
        except_word("osallisuuspol·ku")
        except_word("osallisuus·polkukartta")
        assert shown("osallisuuspolkukarttaa") == "osallisuus·polkukarttaa"

    def test_a_change_is_seen_at_once(self):
        exception = except_word("qwerty·uiopasdfgh")
        assert shown("qwertyuiopasdfgh") == "qwerty·uiopasdfgh"
        exception.word = "qwertyuiop·asdfgh"
        exception.save()
        assert shown("qwertyuiopasdfgh") == "qwertyuiop·asdfgh"
        exception.delete()
        assert shown("qwertyuiopasdfgh") == "qwertyuiopasdfgh"

    def test_they_are_read_from_the_database_once_and_not_at_all_for_short_words(self, django_assert_num_queries):
        with django_assert_num_queries(0):
            words.soft_hyphens("Lyhyet sanat", "fi")
        with django_assert_num_queries(1):
            for word in ("saavutettavuusseloste", "kuntatyöntekijä", "järjestöyhteistyökokous"):
                words.soft_hyphens(word, "fi")

    def test_many_of_them_take_no_memory_for_each_text_that_is_remembered(self):
        alphabet = "abcdefghijklmno"
        for number in range(200):
            except_word(f"poikkeus·{alphabet[number // 15]}{alphabet[number % 15]}")
        words.soft_hyphens("saavutettavuusseloste", "sv")
        tracemalloc.start()
        for number in range(200):
            words.soft_hyphens(f"saavutettavuusseloste {number}", "sv")
        kept, _peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert kept < 1_000_000

    @pytest.mark.parametrize("group", ["Editors", "Moderators", "Administrators"])
    def test_those_who_write_add_and_remove_them_in_the_cms(self, client, group):
        client.force_login(make_user(group))
        address = "/cms/snippets/home/hyphenexception/"
        assert client.post(f"{address}add/", {"word": "Kunta|työ"}).status_code == 302
        exception = HyphenException.objects.get(word="kunta·työ")
        assert "kunta·työ" in client.get(f"{address}?q=kunta").content.decode()
        assert client.post(f"{address}add/", {"word": "kuntatyö"}).status_code == 200
        assert client.post(f"{address}delete/{exception.pk}/").status_code == 302
        assert not HyphenException.objects.exists()

    def test_a_translator_does_not(self, client):
        client.force_login(make_user("Translators: %(language)s", "sv"))
        assert client.get("/cms/snippets/home/hyphenexception/").status_code == 302
        client.post("/cms/snippets/home/hyphenexception/add/", {"word": "kunta·työ"})
        assert not HyphenException.objects.exists()


class TestWithoutVoikko:
    def assert_no_hyphens_and_one_line(self, caplog):
        with caplog.at_level(logging.INFO, logger="home.words"):
            for word in ("saavutettavuusseloste", "kuntatyöntekijä", "kuntatyöntekijä"):
                assert words.soft_hyphens(word, "fi") == word
        assert [record.levelname for record in caplog.records if record.name == "home.words"] == ["INFO"]

    def test_there_are_no_hyphens_where_the_module_is_missing(self, monkeypatch, caplog):
        monkeypatch.setitem(sys.modules, "libvoikko", None)
        self.assert_no_hyphens_and_one_line(caplog)

    def test_there_are_no_hyphens_where_the_library_is_missing(self, monkeypatch, caplog):
        libvoikko = pytest.importorskip("libvoikko")

        def open_missing(path=None):
            return libvoikko.VoikkoLibrary("libvoikko-missing.so.1")

        monkeypatch.setattr(libvoikko.VoikkoLibrary, "open", open_missing)
        self.assert_no_hyphens_and_one_line(caplog)

    @needs_voikko
    def test_there_are_no_hyphens_where_the_dictionary_is_missing(self, monkeypatch, caplog):
        monkeypatch.setattr(words, "DICTIONARY", "tlh")
        self.assert_no_hyphens_and_one_line(caplog)

    def test_exceptions_still_hold(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "libvoikko", None)
        except_word("kunta·työn·tekijä")
        assert shown("kuntatyöntekijöillä") == "kunta·työn·tekijöillä"


class TestFilter:
    def test_a_text_is_escaped_as_without_it(self):
        except_word("kunta·työntekijä")
        text = "<b>kuntatyöntekijä</b> & “<script>alert(1)</script>”"
        assert without_soft_hyphens(rendered(text)) == Template("{{ value }}").render(Context({"value": text}))
        assert "kunta\u00adtyöntekijä&lt;/b&gt;" in rendered(text)

    def test_markup_that_was_safe_already_is_touched_between_its_tags_alone(self):
        except_word("kunta·työntekijä")
        safe = mark_safe('<a class="kuntatyöntekijä">kuntatyöntekijä &amp; muut</a>')
        assert rendered(safe) == '<a class="kuntatyöntekijä">kunta\u00adtyöntekijä &amp; muut</a>'

    def test_nothing_stays_nothing(self):
        assert rendered(None) == ""
        assert rendered("") == ""

    @needs_voikko
    def test_the_language_is_the_active_one(self):
        assert rendered("kuntatyöntekijä", "fi") == "kunta\u00adtyön\u00adtekijä"
        assert rendered("kuntatyöntekijä", "sv") == "kuntatyöntekijä"


@needs_voikko
class TestPages:
    def test_only_visible_headings_of_a_page_hold_soft_hyphens(self, client):
        page = make_post(title=LONG_TITLE, summary=LONG_TITLE)
        soup = soup_of(client.get(page.url))
        heading = soup.h1.extract()
        assert heading.get_text().count(words.SOFT_HYPHEN) > 5
        assert without_soft_hyphens(heading.get_text()) == LONG_TITLE
        others = soup.find_all(["h2", "h3"])
        for other in others:
            other.extract()
        assert LONG_TITLE in soup.title.string
        assert LONG_TITLE in soup.select_one(".crumbs").get_text()
        assert json.loads(soup.find("script", type="application/ld+json").string)["headline"] == LONG_TITLE
        assert words.SOFT_HYPHEN not in soup.decode(formatter=None)
        assert words.SOFT_HYPHEN not in "".join(
            str(value) for tag in (heading, *others) for item in tag.find_all(True) for value in item.attrs.values()
        )

    def test_a_card_breaks_the_title_inside_its_link(self, client):
        make_post(title=LONG_TITLE)
        link = next(
            link
            for link in soup_of(client.get("/fi/blogi/")).select(".card__title a")
            if without_soft_hyphens(link.get_text()) == LONG_TITLE
        )
        assert words.SOFT_HYPHEN in link.get_text()
        assert words.SOFT_HYPHEN not in link["href"]

    def test_the_featured_tip_list_breaks_its_name_but_not_the_name_that_is_only_heard(self, client):
        tip_list = make_tip_list(title=LONG_TITLE)
        home = home_of("fi")
        home.body = stream(("featured_tip_list", {"heading": "Vinkkejä", "text": "", "tip_list": tip_list.pk}))
        home.save()
        feature = soup_of(client.get(home.url)).select_one(".feature")
        shown_name = feature.select_one(".feature__name").get_text()
        assert words.SOFT_HYPHEN in shown_name
        assert without_soft_hyphens(shown_name) == LONG_TITLE
        assert feature.select_one(".visually-hidden").get_text() == f": {LONG_TITLE}"

    def test_a_heading_in_swedish_is_whole(self, client):
        page = make_standard_page("sv", title=LONG_TITLE)
        assert soup_of(client.get(page.url)).h1.get_text() == LONG_TITLE

    @pytest.mark.parametrize("address", ["/fi/blogi/feed/rss/", "/fi/blogi/feed/atom/"])
    def test_feeds_hold_none(self, client, address):
        make_post(title=LONG_TITLE)
        text = client.get(address).content.decode()
        assert LONG_TITLE in text
        assert words.SOFT_HYPHEN not in text

    def test_long_words_cost_no_query_on_a_warm_page(self, client):
        page = make_post(title=LONG_TITLE)
        client.get(page.url)
        with CaptureQueriesContext(connection) as queries:
            client.get(page.url)
        assert [query["sql"] for query in queries if "hyphenexception" in query["sql"]] == []
