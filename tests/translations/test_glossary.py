"""Terms are found in whatever form they stand, and each language's translators keep their own."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories import make_user
from tests.marks import needs_voikko
from tests.translations.translating import locale
from translations import glossary
from translations.models import GlossaryTerm

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_terms")]


def term(source, target, *, languages=("fi", "sv"), **values):
    return GlossaryTerm.objects.create(
        source_locale=locale(languages[0]), target_locale=locale(languages[1]), source=source, target=target, **values
    )


def found(text, languages=("fi", "sv")):
    terms = glossary.terms_for(locale(languages[0]), locale(languages[1]))
    return [(one.source, text[start:end]) for one, start, end in glossary.found(terms, text)]


class TestFinding:
    @needs_voikko
    @pytest.mark.parametrize(
        ("source", "text", "forms"),
        [
            ("kunta", "Kunnan asukkaat ja muut kunnat", ["Kunnan", "kunnat"]),
            ("kunta", "Kunto kasvaa, kuntayhtymä ei.", []),
            ("osallisuus", "Osallisuuden ja osallisuutensa vuoksi", ["Osallisuuden", "osallisuutensa"]),
            ("sosiaalinen osallisuus", "sosiaalista osallisuutta on", ["sosiaalista osallisuutta"]),
            ("työntekijä", "vapaaehtoistyöntekijä ja työntekijöitä", ["työntekijöitä"]),
        ],
    )
    def test_finnish_words_are_found_in_every_form(self, source, text, forms):
        term(source, "x")
        assert [form for _term, form in found(text)] == forms

    @pytest.mark.parametrize(
        ("source", "text", "forms"),
        [
            ("osallisuus", "Osallisuuden ja osallisuutta", ["Osallisuuden", "osallisuutta"]),
            ("kahvila", "kahvilassa, kahvi", ["kahvilassa"]),
        ],
    )
    def test_without_voikko_finnish_words_are_found_by_their_beginnings(self, monkeypatch, source, text, forms):
        from home import words

        monkeypatch.setattr(words, "base_forms", lambda word: frozenset())
        monkeypatch.setattr(glossary, "base_forms", lambda word: frozenset())
        glossary.phrases_of.cache_clear()
        term(source, "x")
        assert [form for _term, form in found(text)] == forms
        glossary.phrases_of.cache_clear()

    @pytest.mark.parametrize(
        ("source", "text", "forms"),
        [
            ("kommun", "Kommunens och kommunernas, kommunal kommunikation", ["Kommunens", "kommunernas"]),
            ("social delaktighet", "den sociala delaktigheten", ["sociala delaktigheten"]),
            ("delaktig", "delaktighet för delaktiga", ["delaktiga"]),
            ("rum", "rummet är romantiskt", ["rummet"]),
        ],
    )
    def test_swedish_words_are_found_in_every_form(self, source, text, forms):
        term(source, "x", languages=("sv", "fi"))
        assert [form for _term, form in found(text, ("sv", "fi"))] == forms

    def test_the_longest_term_is_found(self):
        term("osallisuus", "delaktighet")
        term("sosiaalinen osallisuus", "social delaktighet")
        assert [one for one, _form in found("Sosiaalinen osallisuus ja osallisuus")] == [
            "sosiaalinen osallisuus",
            "osallisuus",
        ]

    @pytest.mark.parametrize(("is_sensitive", "forms"), [(True, ["THL", "THL:n"]), (False, ["THL", "thl", "THL:n"])])
    def test_capital_letters_matter_where_the_term_says_so(self, is_sensitive, forms):
        term("THL", "THL", is_case_sensitive=is_sensitive)
        text = "THL, thl ja THL:n"
        assert [form for _term, form in found(text)] == forms

    def test_tags_are_no_words_and_no_term_runs_over_one(self):
        term("a", "x")
        term("hyvä päivä", "x")
        assert found('<a id="a1">hyvä</a> päivä') == []
        assert [form for _term, form in found("<b>hyvä päivä</b>")] == ["hyvä päivä"]

    def test_a_glossary_of_another_pair_of_languages_says_nothing(self):
        term("kahvila", "café", languages=("fi", "en"))
        assert found("kahvila") == []


class TestKeeping:
    def values(self, source="fi", target="sv", **values):
        return {
            "source_locale": locale(source).pk,
            "target_locale": locale(target).pk,
            "source": "kahvila",
            "target": "kafé; café",
            **values,
        }

    def test_a_translator_adds_finds_changes_and_deletes_terms_of_the_own_language(self, client):
        client.force_login(make_user("Translators: %(language)s", "sv"))
        assert client.post(reverse("glossary:add"), self.values(forbidden="fik")).status_code == 302
        one = GlossaryTerm.objects.get(source="kahvila")
        assert one.targets == ["kafé", "café"]
        listed = client.get(reverse("glossary:index"), {"q": "fik", "target_locale": locale("sv").pk})
        assert "kahvila" in listed.content.decode()
        assert reverse("glossary:edit", args=[one.pk]) in listed.content.decode()
        client.post(reverse("glossary:edit", args=[one.pk]), {**self.values(), "target": "kaffestuga"})
        one.refresh_from_db()
        assert one.target == "kaffestuga"
        client.post(reverse("glossary:delete", args=[one.pk]))
        assert not GlossaryTerm.objects.filter(pk=one.pk).exists()

    def test_a_translator_changes_no_terms_of_another_language(self, client):
        client.force_login(make_user("Translators: %(language)s", "sv"))
        other = term("kahvila", "café", languages=("fi", "en"))
        assert client.post(reverse("glossary:add"), self.values(target="en")).status_code == 200
        for name in ("edit", "delete"):
            address = reverse(f"glossary:{name}", args=[other.pk])
            response = client.post(address, {**self.values("fi", "en"), "target": "coffee"})
            # Wagtail leads who may not do something back to the start page with a message.
            assert response.status_code in (302, 403)
            assert response.status_code == 403 or response.url == "/cms/"
        other.refresh_from_db()
        assert other.target == "café"
        assert GlossaryTerm.objects.count() == 1
        assert reverse("glossary:edit", args=[other.pk]) not in client.get(reverse("glossary:index")).content.decode()

    def test_an_editor_keeps_all_of_it_and_an_organiser_none(self, client):
        other = term("kahvila", "café", languages=("fi", "en"))
        client.force_login(make_user("Editors"))
        assert client.post(reverse("glossary:delete", args=[other.pk])).status_code == 302
        assert GlossaryTerm.objects.count() == 0
        client.force_login(make_user("Training organisers"))
        for name in ("index", "add", "import"):
            assert client.get(reverse(f"glossary:{name}")).status_code in (302, 403)

    def test_the_same_term_twice_and_one_language_twice_are_told(self, client):
        client.force_login(make_user("Editors"))
        term("kahvila", "kafé")
        assert client.post(reverse("glossary:add"), self.values()).status_code == 200
        assert client.post(reverse("glossary:add"), self.values("sv", "sv")).status_code == 200
        assert GlossaryTerm.objects.count() == 1


class TestFiles:
    def send(self, client, content, name="sanasto.csv"):
        if isinstance(content, str):
            content = content.encode()
        return client.post(reverse("glossary:import"), {"file": SimpleUploadedFile(name, content)})

    def test_good_lines_are_taken_and_bad_ones_told_by_number(self, client):
        client.force_login(make_user("Translators: %(language)s", "sv"))
        response = self.send(
            client,
            "from;into;term;translation;forbidden\n"
            'fi;sv;kahvila;kafé;"fik\nkaffe"\n'
            "fi;sv;;tom;\n"
            "fi;xx;tori;torg;\n"
            "fi;en;tori;market;\n"
            "\n"
            f"fi;sv;{'x' * 201};lång;\n"
            "fi;sv;tori;torg;\n",
        )
        assert response.status_code == 200
        assert {one.source: one.target for one in GlossaryTerm.objects.all()} == {"kahvila": "kafé", "tori": "torg"}
        assert GlossaryTerm.objects.get(source="kahvila").forbidden_words == ["fik", "kaffe"]
        text = response.content.decode()
        for number in (4, 5, 6, 8):
            assert f" {number}: " in text

    def test_what_is_exported_can_be_imported(self, client):
        client.force_login(make_user("Editors"))
        term("THL", "THL", is_case_sensitive=True, note="laitos")
        content = b"".join(client.get(reverse("glossary:index"), {"export": "csv"}).streaming_content)
        GlossaryTerm.objects.all().delete()
        assert self.send(client, content).status_code == 302
        one = GlossaryTerm.objects.get()
        assert (one.source, one.is_case_sensitive, one.note, one.target_locale) == ("THL", True, "laitos", locale("sv"))

    def test_a_term_that_is_there_gets_the_new_translation(self, client):
        client.force_login(make_user("Editors"))
        term("tori", "marknad", note="jää")
        self.send(client, "from,into,term,translation\nfi,sv,tori,torg\n".encode("utf-8-sig"))
        one = GlossaryTerm.objects.get()
        assert (one.target, one.note) == ("torg", "jää")

    @pytest.mark.parametrize(
        "content", [b"", b"\x00\x01PK\x03", b"term;translation\na;b", b"\xff\xfe\x00", b"x" * (1024 * 1024 + 1), b'"']
    )
    def test_a_file_that_is_none_is_told(self, client, content):
        client.force_login(make_user("Editors"))
        response = self.send(client, content)
        assert response.status_code == 200
        assert response.context["form"].errors["file"]
        assert GlossaryTerm.objects.count() == 0
