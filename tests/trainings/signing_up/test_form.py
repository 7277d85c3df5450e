"""What the form asks, in which words, and the organiser's own questions."""

import json

import pytest
from wagtail.models import PageViewRestriction

from home.models import Contact, MunicipalityPage
from tests.factories import (
    LANGUAGES,
    fresh,
    home_of,
    make_municipality,
    make_training,
    translate,
)
from tests.reading import hrefs, said, soup_of
from tests.trainings.signing_up.form import (
    PERSON,
    SEGMENTS,
    address_of,
    change_row,
    errors_of,
    options_of,
    question,
    send,
)
from trainings.models import Registration, TrainingSettings

pytestmark = pytest.mark.django_db


class TestTheForm:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_it_stands_below_the_page_in_the_words_of_the_language(self, client, language):
        page = make_training(language, registration="here", title="Hyvä päivä", venue="Kirjasto")
        response = client.get(f"{page.url}{SEGMENTS[language]}/")
        soup = soup_of(response)
        assert soup.html["lang"] == language
        assert soup.h1.get_text() == said("Register for the training", language)
        assert "Hyvä päivä" in soup.title.string
        main = soup.find("main").get_text()
        assert "Hyvä päivä" in main
        assert page.when_text.lower() in main.lower()
        assert "Kirjasto" in main
        assert said("Registration is open", language) in main
        assert soup.find("meta", attrs={"name": "robots"})["content"] == "noindex"
        assert soup.find("link", rel="canonical")["href"] == f"{page.full_url}{SEGMENTS[language]}/"

    @pytest.mark.parametrize(("language", "segment"), [("fi", "register"), ("sv", "ilmoittaudu"), ("en", "anmalan")])
    def test_the_address_of_another_language_leads_to_the_right_one(self, client, language, segment):
        page = make_training(language, registration="here")
        response = client.get(f"{page.url}{segment}/")
        assert (response.status_code, response["Location"]) == (302, f"{page.url}{SEGMENTS[language]}/")

    def test_the_switcher_leads_to_the_form_in_the_other_language(self, client, page):
        swedish = translate(page, "sv", title="Utbildning")
        links = {link["lang"]: link["href"] for link in soup_of(client.get(address_of(page))).select(".languages a")}
        assert links["sv"] == f"{swedish.url}anmalan/"
        assert "untranslated" in links["en"]

    def test_the_page_of_the_training_sets_no_cookie_and_leads_to_the_form(self, client, page):
        response = client.get(page.url)
        assert not response.cookies
        assert address_of(page) in hrefs(soup_of(response).select_one(".page-head .buttons"))
        response = client.get(address_of(page))
        assert set(response.cookies) == {"csrftoken"}
        assert "private" in response["Cache-Control"]
        assert "no-store" not in response["Cache-Control"]

    def test_fields_help_the_browser_to_fill_them_in(self, client, page):
        form = soup_of(client.get(address_of(page))).select_one("main form")
        expected = {"name": "name", "email": "email", "telephone": "tel", "organisation": "organization"}
        assert {name: form.find(attrs={"name": name})["autocomplete"] for name in expected} == expected
        assert form.find_all(attrs={"maxlength": True}) == []  # browsers cut off there what is pasted
        for field in form.select("input:not([type=hidden]), select, textarea"):
            assert form.find("label", attrs={"for": field["id"]}) or field.find_parent("label"), field["name"]

    def test_only_what_the_organiser_asks_is_asked(self, client):
        page = make_training(registration="here", asks_telephone=False, asks_needs=False)
        form = soup_of(client.get(address_of(page))).select_one("main form")
        for name in ("telephone", "needs", "allows_needs", "mode"):
            assert form.find(attrs={"name": name}) is None

    def test_the_municipalities_are_the_public_ones_of_the_language(self, client, page):
        make_municipality("fi", live=False, title="Luonnoskunta")
        options = soup_of(client.get(address_of(page))).select("select[name=municipality] option")
        words = [option.get_text() for option in options]
        pages = MunicipalityPage.objects.live().filter(locale__language_code="fi").order_by("title")
        assert words[1:-1] == [item.title for item in pages]
        assert words[-1] == said("Another municipality", "fi")

    def test_without_municipalities_none_is_asked(self, client, page):
        for place in MunicipalityPage.objects.all():
            place.unpublish()
        assert soup_of(client.get(address_of(page))).select("select[name=municipality]") == []

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_the_municipality_of_any_language_is_kept_as_that_of_the_source_language(self, client, language):
        page = make_training(language, registration="here")
        finnish = MunicipalityPage.objects.get(slug="nivala", locale__language_code="fi")
        send(client, page, municipality=str(finnish.translation_key))
        assert Registration.objects.get().municipality == finnish

    def test_it_says_how_long_what_is_told_is_kept_and_links_the_privacy_notice(self, client, page):
        change_row(page, retention_days=77)
        TrainingSettings.objects.update_or_create(
            site=TrainingSettings.current().site, defaults={"needs_retention_days": 33}
        )
        form = soup_of(client.get(address_of(page))).select_one("main form")
        assert "77" in form.get_text()
        assert "33" in form.get_text()
        assert form.find("a", href="/fi/tietosuojaseloste/")

    def test_a_telephone_number_is_there_for_those_without_mail(self, client):
        contact = Contact.objects.create(title="Järjestäjä", phone="040 123 4567", locale=home_of().locale)
        page = make_training(registration="here", contact=contact)
        assert "tel:0401234567" in hrefs(soup_of(client.get(address_of(page))).find("main"))

    def test_a_private_training_has_a_private_form(self, client, page):
        PageViewRestriction.objects.create(page=page.page_ptr, restriction_type="login")
        assert client.get(address_of(page)).status_code == 302
        assert client.post(address_of(page), PERSON).status_code == 302
        assert not Registration.objects.exists()

    def test_the_form_is_in_no_sitemap(self, client, page):
        assert SEGMENTS["fi"] not in client.get("/sitemap-fi.xml").content.decode()


class TestQuestions:
    def test_the_organisers_questions_are_asked_and_answered(self, client):
        text, choice, yes_no = (
            question(label="Toiveet?"),
            question("choice", "Ruoka?", options=["Kala", "Kasvis"], is_required=True),
            question("yes_no", "Ensi kertaa?", is_required=True),
        )
        page = make_training(registration="here", questions=[text, choice, yes_no])
        names = [f"question_{block['id']}" for block in (text, choice, yes_no)]
        response = send(client, page)
        assert errors_of(response) == {
            f"#id_{names[1]}_0": said("Answer the question: %(question)s", "fi") % {"question": "Ruoka?"},
            f"#id_{names[2]}_0": said("Answer the question: %(question)s", "fi") % {"question": "Ensi kertaa?"},
        }
        send(client, page, **{names[0]: "Tauko", names[1]: options_of(choice)["Kasvis"], names[2]: "no"})
        assert [answer.text for answer in Registration.objects.get().answers.order_by("question")] == [
            "Tauko", "Kasvis", said("No", "fi"),
        ]  # fmt: skip

    def test_questions_are_asked_in_the_words_of_the_page(self, client):
        block = question("choice", "Ruoka?", options=["Kala", "Kasvis"])
        page = make_training(registration="here", questions=[block])
        swedish = translate(page, "sv", title="Utbildning")
        raw = [dict(item) for item in fresh(swedish).questions.raw_data]
        raw[0]["value"] = {**raw[0]["value"], "label": "Mat?"}
        raw[0]["value"]["options"] = [
            {**item, "value": words}
            for item, words in zip(raw[0]["value"]["options"], ["Fisk", "Grönsaker"], strict=True)
        ]
        swedish.questions = json.dumps(raw)
        swedish.save_revision().publish()
        form = soup_of(client.get(address_of(swedish))).select_one("main form")
        assert "Mat?" in form.get_text()
        assert "Fisk" in form.get_text()
        send(client, swedish, **{f"question_{block['id']}": options_of(block)["Kala"]})
        assert Registration.objects.get().answers.get().text == "Kala"

    def test_a_question_that_is_not_translated_yet_is_asked_in_its_own_language(self, client):
        page = make_training(registration="here")
        swedish = translate(page, "sv", title="Utbildning")
        page = fresh(page)
        page.questions = json.dumps([question(label="Uusi kysymys?")])
        page.save_revision().publish()
        asked = soup_of(client.get(address_of(swedish))).find("span", lang="fi", string="Uusi kysymys?")
        assert asked.find_parent("label")

    def test_only_the_options_that_are_offered_now_may_be_chosen(self, client):
        block = question("choice", "Ruoka?", options=["Kala", "Kasvis"])
        page = make_training(registration="here", questions=[block])
        gone = options_of(block)["Kala"]
        page.questions = json.dumps([{**block, "value": {**block["value"], "options": block["value"]["options"][1:]}}])
        page.save_revision().publish()
        name = f"question_{block['id']}"
        assert "Kala" not in soup_of(client.get(address_of(page))).find("main").get_text()
        assert list(errors_of(send(client, page, **{name: gone}))) == [f"#id_{name}_0"]

    def test_a_question_may_be_left_unanswered_and_one_with_signs_of_code_is_a_question(self, client):
        block = question("choice", "100 % <b>varma</b> %(x)s?", options=["Kyllä %", "Ei"])
        long = question("text", "%d %s", is_required=True)
        page = make_training(registration="here", questions=[block, long])
        response = send(client, page, **{f"question_{long['id']}": "x" * 1001})
        [message] = errors_of(response).values()
        assert message.startswith("%d %s")
        assert "<b>varma" not in response.content.decode()
        send(client, page, **{f"question_{long['id']}": "x" * 1000})
        assert Registration.objects.get().answers.count() == 1
