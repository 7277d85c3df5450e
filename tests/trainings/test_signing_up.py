"""The registration form: what a person sees, what bad input gives, and that nothing typed is lost."""

import json
import logging
import uuid
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.models import Contact, MunicipalityPage, OutboxMessage
from tests.factories import (
    LANGUAGES,
    fresh,
    home_of,
    index_of,
    make_municipality,
    make_training,
    make_user,
    person,
    sign_up,
    training_of,
    translate,
)
from tests.reading import hrefs, public_pages, said, soup_of
from trainings import registration
from trainings.models import Registration, RegistrationNeeds, Training, TrainingIndexPage, TrainingSettings

pytestmark = pytest.mark.django_db

SEGMENTS = {"fi": "ilmoittaudu", "sv": "anmalan", "en": "register"}
PERSON = {"name": "Aino Ahonen", "email": "aino@example.org"}


def question(kind="text", label="Mistä kuulit?", *, options=(), is_required=False, **values):
    """A question as the stream of a page stores it."""
    items = [{"type": "item", "id": str(uuid.uuid4()), "value": text} for text in options]
    value = {"label": label, "help_text": "", "kind": kind, "options": items, "is_required": is_required, **values}
    return {"type": "question", "id": str(uuid.uuid4()), "value": value}


def options_of(block):
    return {item["value"]: item["id"] for item in block["value"]["options"]}


@pytest.fixture
def page():
    return make_training(registration="here", capacity=2, waitlist_capacity=1)


def address_of(page):
    return f"{page.url}{SEGMENTS[page.language]}/"


def stamp_of(client, page):
    return soup_of(client.get(address_of(page))).find("input", attrs={"name": "stamp"})["value"]


def send(client, page, stamp=None, **values):
    """Send the form as a browser does, with a fresh stamp unless one is given."""
    stamp = stamp_of(client, page) if stamp is None else stamp
    return client.post(address_of(page), {**PERSON, "subject": "", "stamp": stamp, **values})


def change_row(page, **values):
    Training.objects.filter(key=page.translation_key).update(**values)


def close(page):
    change_row(page, registration_closes=timezone.now() - timedelta(minutes=1))


def status_of(response):
    return soup_of(response).select_one("[data-registration-status]")["data-registration-status"]


def errors_of(response):
    """{address of the field: message} of the error summary; messages of no field under ""."""
    found = {}
    for item in soup_of(response).select("[data-error-summary] li"):
        link = item.find("a")
        found[link["href"] if link else ""] = item.get_text()
    return found


def typed_in(response):
    """{name: value} of what the form of a response holds."""
    form = soup_of(response).select_one("main form")
    found = {field["name"]: field.get("value", "") for field in form.select("input:not([type=radio], [type=checkbox])")}
    found |= {field["name"]: field.get("value", "on") for field in form.select("input[checked]")}
    found |= {area["name"]: area.get_text().removeprefix("\n") for area in form.select("textarea")}
    found |= {option.parent["name"]: option["value"] for option in form.select("option[selected]")}
    return found


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


class TestSigningUp:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_person_gets_a_seat_and_is_told_so(self, client, language):
        page = make_training(language, registration="here", capacity=5)
        response = send(
            client,
            page,
            telephone="040 1",
            organisation="Yhdistys ry",
            organisation_type="association",
            municipality="other",
        )
        assert response.status_code == 302
        assert response["Location"].startswith(f"{address_of(page)}?result=")
        row = Registration.objects.get()
        assert (row.name, row.email, row.language, row.status) == (*PERSON.values(), language, "confirmed")
        assert (row.telephone, row.organisation, row.organisation_type, row.municipality) == (
            "040 1", "Yhdistys ry", "association", None,
        )  # fmt: skip
        assert OutboxMessage.objects.get().kind == "trainings.confirmed"
        result = client.get(response["Location"])
        soup = soup_of(result)
        assert status_of(result) == "confirmed"
        assert soup.h1.get_text() == said("Your seat is confirmed", language)
        assert f"{page.url}calendar.ics" in hrefs(soup.find("main"))
        assert page.url in hrefs(soup.find("main"))
        assert soup.find("meta", attrs={"name": "robots"})["content"] == "noindex"

    def test_the_next_ones_come_to_the_queue_and_are_told_their_place(self, client, page):
        for _ in range(2):
            sign_up(page)
        soup = soup_of(client.get(address_of(page)))
        assert said("Full – join the queue", "fi") in soup.find("main").get_text()
        assert soup.select_one("main .note").get_text() == said(
            "All seats are taken. With this form you join the queue. We tell you by e-mail if you get a seat.", "fi"
        )
        response = client.get(send(client, page)["Location"])
        soup = soup_of(response)
        assert status_of(response) == "waitlisted"
        assert soup.h1.get_text() == said("You are in the queue", "fi")
        assert "1" in soup.select_one("[data-registration-status]").get_text()
        assert f"{page.url}calendar.ics" not in hrefs(soup.find("main"))

    def test_when_the_queue_has_stopped_nobody_is_told_that_all_seats_are_taken(self, client, page):
        TrainingSettings.objects.update_or_create(
            site=TrainingSettings.current().site, defaults={"promotion_ends_hours": 24 * 365}
        )
        first, _second, _waiting = (sign_up(page) for _ in range(3))
        registration.cancel(first)
        change_row(page, waitlist_capacity=5)
        soup = soup_of(client.get(address_of(page)))
        assert soup.select_one("main .note").get_text() == said(
            "With this form you join the queue. We tell you by e-mail if you get a seat.", "fi"
        )
        seats = said("%(seats)s. In the queue: %(waiting)s", "fi") % {"seats": 2, "waiting": 1}
        assert seats in [fact.get_text() for fact in soup.select(".facts dd")]
        result = client.get(send(client, page)["Location"])
        assert status_of(result) == "waitlisted"
        assert (
            said("You are number %(position)s in the queue.", "fi") % {"position": 2}
            == soup_of(result).select_one("[data-registration-status] strong").get_text()
        )

    def test_the_result_leads_to_nobodys_own_page_and_names_nobody(self, client, page):
        response = send(client, page)
        result = client.get(response["Location"]).content.decode()
        assert "/r/" not in result
        for word in (*PERSON.values(), "aino"):
            assert word not in result
            assert word not in response["Location"]

    def test_somebody_who_is_in_already_sees_what_a_newcomer_sees(self, client, page):
        assert status_of(client.get(send(client, page)["Location"])) == "confirmed"
        assert status_of(client.get(send(client, page)["Location"])) == "confirmed"  # a seat is free
        sign_up(page)
        again = client.get(send(client, page)["Location"])
        newcomer = client.get(send(client, page, **person())["Location"])
        assert status_of(again) == status_of(newcomer) == "waitlisted"
        assert soup_of(again).find("main") == soup_of(newcomer).find("main")
        full = send(client, page, "old")
        assert (full.status_code, status_of(full)) == (200, "full")
        assert Registration.objects.count() == 3

    def test_two_clicks_are_one_registration_and_one_mail(self, client, page):
        stamp = stamp_of(client, page)
        first, second = (send(client, page, stamp) for _ in range(2))
        assert [client.get(item["Location"]).status_code for item in (first, second)] == [200, 200]
        assert status_of(client.get(second["Location"])) == "confirmed"
        assert Registration.objects.count() == OutboxMessage.objects.count() == 1

    def test_a_colleague_written_into_the_form_that_one_came_back_to_is_another_person(self, client, page):
        stamp = stamp_of(client, page)
        send(client, page, stamp)
        send(client, page, stamp, name="Eero Ek")
        assert [row.name for row in Registration.objects.all()] == ["Aino Ahonen", "Eero Ek"]

    def test_a_form_whose_registration_was_cancelled_signs_up_anew(self, client, page):
        stamp = stamp_of(client, page)
        send(client, page, stamp)
        registration.cancel(Registration.objects.get())
        response = send(client, page, stamp)
        assert typed_in(response)["name"] == PERSON["name"]
        assert send(client, page, typed_in(response)["stamp"]).status_code == 302
        assert Registration.objects.active().count() == 1

    def test_all_languages_fill_the_same_seats(self, client):
        page = make_training(registration="here", capacity=1)
        swedish = translate(page, "sv", title="Utbildning")
        send(client, page)
        response = client.get(send(client, swedish, email="eero@example.org", name="Eero Ek")["Location"])
        assert status_of(response) == "waitlisted"
        assert {row.training_id for row in Registration.objects.all()} == {training_of(page).pk}

    def test_how_one_takes_part_is_asked_when_there_is_a_choice(self, client):
        page = make_training(registration="here", mode="hybrid")
        response = send(client, page)
        assert errors_of(response) == {"#id_mode_0": said("Choose how you take part.", "fi")}
        soup = soup_of(response)
        for button in soup.select("input[name=mode]"):
            assert soup.find(id=button["aria-describedby"]).find_parent("fieldset") is button.find_parent("fieldset")
        send(client, page, mode="online")
        assert Registration.objects.get().mode == "online"

    def test_what_one_needs_is_kept_apart_and_only_with_leave(self, client, page):
        response = send(client, page, needs="Induktiosilmukka")
        assert list(errors_of(response)) == ["#id_allows_needs"]
        assert typed_in(response)["needs"] == "Induktiosilmukka"
        assert not Registration.objects.exists()
        send(client, page, needs="Induktiosilmukka", allows_needs="on")
        assert RegistrationNeeds.objects.get().text == "Induktiosilmukka"

    def test_a_registration_costs_at_most_fifteen_queries(self, client, django_assert_max_num_queries):
        asked = [question(label=f"Kysymys {number}") for number in range(5)]
        page = make_training(registration="here", capacity=2, questions=asked)
        answers = {f"question_{block['id']}": "Vastaus" for block in asked}
        stamp = stamp_of(client, page)
        place = MunicipalityPage.objects.filter(locale__language_code="fi").first()
        with django_assert_max_num_queries(15):
            response = send(
                client, page, stamp, **answers,
                municipality=str(place.translation_key), needs="Tulkki", allows_needs="on",
            )  # fmt: skip
        assert response.status_code == 302
        assert Registration.objects.get().answers.count() == 5

    def test_the_form_and_the_result_cost_no_more_than_other_pages(self, client, django_assert_max_num_queries):
        page = make_training(registration="here", questions=[question(label=str(n)) for n in range(9)])
        address = send(client, page)["Location"]
        for url in (address_of(page), address):
            client.get(url)
            with django_assert_max_num_queries(15):
                client.get(url)


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


class TestBadInput:
    @pytest.mark.parametrize(("language", "beginning"), [("fi", "Virhe"), ("sv", "Fel"), ("en", "Error")])
    def test_errors_are_told_first_and_at_their_fields_and_nothing_typed_is_lost(self, client, language, beginning):
        page = make_training(language, registration="here", mode="hybrid")
        typed = {
            "name": "",
            "email": "ei-osoite",
            "telephone": "+358 40 123",
            "organisation": '=HYPERLINK("x")',
            "organisation_type": "parish",
            "municipality": "other",
            "mode": "online",
            "needs": "Tulkki\nja tauko",
            "allows_needs": "on",
        }
        response = send(client, page, **typed)
        soup = soup_of(response)
        assert response.status_code == 200
        assert soup.title.string.strip().startswith(beginning)
        summary = soup.select_one("main [data-error-summary]")
        assert summary["role"] == "alert"
        assert soup.find("main").find(["h1", "h2"]).find_parent(attrs={"data-error-summary": True}) is summary
        assert list(errors_of(response)) == ["#id_name", "#id_email"]
        for target in errors_of(response):
            field = soup.select_one(target)
            assert field["aria-invalid"] == "true"
            assert any("error" in name for name in field["aria-describedby"].split())
        found = typed_in(response)
        assert {name: found[name] for name in typed} == typed
        assert not Registration.objects.exists()

    @pytest.mark.parametrize(
        "values",
        [
            {"name": "   "},
            {"name": "x" * 121},
            {"name": "\ufdfa" * 100},  # a hundred signs that are eighteen each when they are written out
            {"email": ""},
            {"email": "aino@example"},
            {"email": "aino@example.org\nBcc: muu@example.org"},
            {"email": "aino@example.org\r\n"  "x"},
            {"email": "a\x00@example.org"},
            {"email": f"{'x' * 300}@example.org"},
            {"telephone": "1" * 41},
            {"organisation": "x" * 161},
            {"organisation_type": "pirates"},
            {"municipality": "nonsense"},
            {"municipality": "1"},
            {"needs": "x" * 1001, "allows_needs": "on"},
        ],
    )  # fmt: skip
    def test_what_does_not_fit_is_told_at_the_field(self, client, page, values):
        response = send(client, page, **values)
        assert response.status_code == 200
        assert list(errors_of(response)) == [f"#id_{next(iter(values))}"]
        assert not Registration.objects.exists()

    @pytest.mark.parametrize(
        ("name", "kept"),
        [
            ("Aino\r\nBcc: x@example.org", "Aino Bcc: x@example.org"),
            ("Ai\x00no\x07 \u2028Ahonen\u202e", "Ai no Ahonen"),
            ("=HYPERLINK(1)", "=HYPERLINK(1)"),
            ("  Aino   Ahonen ", "Aino Ahonen"),
            ("Ñuñes-Åström 🧶", "Ñuñes-Åström 🧶"),
            ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ],
    )
    def test_names_are_any_letters_on_one_line(self, client, page, name, kept):
        assert send(client, page, name=name, organisation=name).status_code == 302
        row = Registration.objects.get()
        assert (row.name, row.organisation) == (kept, kept)

    def test_the_longest_of_everything_fits(self, client, page):
        email = f"{'x' * 64}@{'y' * 63}.{'y' * 63}.{'y' * 58}.fi"
        assert len(email) == 254
        response = send(
            client, page, name="ä" * 120, email=email, organisation="ö" * 160, telephone="1" * 40,
            needs="å\r\n" * 500, allows_needs="on",
        )  # fmt: skip
        assert response.status_code == 302
        assert Registration.objects.get().email == email

    def test_markup_comes_back_as_text(self, client, page):
        response = send(client, page, email="x", name='"><script>alert(1)</script>', needs="</textarea><b>x")
        assert b"<script>alert" not in response.content
        assert b"</textarea><b>" not in response.content

    @pytest.mark.parametrize("stamp", ["", "x", "a:b:c", "\x00", "ä" * 9000, "changed"])
    def test_a_form_with_a_forged_stamp_is_drawn_again_with_all_that_was_typed(self, client, page, stamp):
        if stamp == "changed":
            stamp = "x" + stamp_of(client, page)[1:]
        response = send(client, page, stamp, needs="Tulkki", allows_needs="on")
        assert list(errors_of(response)) == [""]
        found = typed_in(response)
        assert (found["name"], found["needs"], found["allows_needs"]) == ("Aino Ahonen", "Tulkki", "on")
        assert not Registration.objects.exists()
        assert send(client, page, found["stamp"]).status_code == 302

    def test_a_form_that_was_open_since_yesterday_is_sent_once_more(self, client, page, monkeypatch):
        stamp = stamp_of(client, page)
        later = __import__("time").time() + 24 * 3600 + 5
        with monkeypatch.context() as patch:
            patch.setattr("django.core.signing.time.time", lambda: later)
            response = send(client, page, stamp)
            assert errors_of(response)[""] == said(
                "The form had been open for long. Look through what you wrote and send it again.", "fi"
            )
            assert typed_in(response)["email"] == PERSON["email"]
            assert send(client, page, typed_in(response)["stamp"]).status_code == 302

    def test_the_stamp_of_another_training_is_none(self, client, page):
        assert list(errors_of(send(client, page, stamp_of(client, make_training(registration="here"))))) == [""]

    def test_a_form_that_is_sent_at_once_is_no_robots(self, client, page):
        assert send(client, page, stamp_of(client, page)).status_code == 302
        assert Registration.objects.count() == 1

    def test_who_fills_the_trap_is_shown_it_and_loses_nothing(self, client, page):
        trap = soup_of(client.get(address_of(page))).find("input", attrs={"name": "subject"})
        assert (trap["tabindex"], trap["autocomplete"]) == ("-1", "off")
        assert "field--trap" in trap.find_parent("div")["class"]
        response = send(client, page, subject="x", organisation="Yhdistys")
        assert response.status_code == 200
        assert list(errors_of(response)) == ["#id_subject"]
        assert "field--trap" not in soup_of(response).find(id="id_subject").find_parent("div")["class"]
        found = typed_in(response)
        assert (found["name"], found["organisation"]) == (PERSON["name"], "Yhdistys")
        assert not Registration.objects.exists()
        assert client.post(address_of(page), {**found, "subject": ""}).status_code == 302
        assert Registration.objects.count() == 1

    def test_a_file_of_ten_megabytes_beside_the_form_is_ignored(self, client, page):
        file = SimpleUploadedFile("iso.bin", b"x" * 10 * 1024 * 1024)
        assert send(client, page, needs=file).status_code == 302
        assert not RegistrationNeeds.objects.exists()

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_form_of_many_megabytes_is_refused_in_the_language_of_the_page(self, language):
        page = make_training(language, registration="here")
        outsider = Client(raise_request_exception=False, enforce_csrf_checks=True)
        outsider.get(address_of(page))  # the cookie
        response = outsider.post(
            address_of(page), "name=" + "x" * 10 * 1024 * 1024, content_type="application/x-www-form-urlencoded"
        )
        soup = soup_of(response)
        assert response.status_code == 400
        assert soup.html["lang"] == language
        assert soup.h1.get_text() == said("What you sent could not be read", language)
        assert soup.select_one("header .brand")

    def test_a_form_of_nothing_and_one_that_is_no_form_are_answered(self, client, page):
        for content, kind in (
            (b"", "text/plain"),
            (b"\xff\xfe", "application/octet-stream"),
            (b"[1", "application/json"),
        ):
            assert client.post(address_of(page), content, content_type=kind).status_code == 200
        assert client.post(address_of(page), {}).status_code == 200
        assert client.put(address_of(page), b"x").status_code < 500
        assert not Registration.objects.exists()

    def test_nobody_is_named_in_the_log(self, client, page, caplog):
        with caplog.at_level(logging.DEBUG):
            for _ in range(2):
                send(client, page, needs="Tulkki", allows_needs="on")
            send(client, page, name="")
        for word in ("Aino", "aino@example.org", "Tulkki"):
            assert word not in caplog.text


class TestWhenOneCannotRegister:
    STATES = {
        "closed": {"registration_closes": timezone.now() - timedelta(days=1)},
        "not_open": {"registration_opens": timezone.now() + timedelta(days=1)},
        "cancelled": {"is_cancelled": True},
        "past": {
            "starts": timezone.now() - timedelta(days=2),
            "ends": timezone.now() - timedelta(days=1),
        },
        "none": {"registration": "none"},
        "elsewhere": {"registration": "elsewhere", "registration_url": "https://example.org/muualla"},
        "contact": {"registration": "contact"},
    }

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("state", STATES)
    def test_it_is_said_in_words_with_the_contact_instead_of_the_form(self, client, state, language):
        contact = Contact.objects.create(
            title="Järjestäjä", phone="040 1", email="j@example.org", locale=home_of(language).locale
        )
        page = make_training(language, registration="here", contact=contact)
        change_row(page, **self.STATES[state])
        for response in (client.get(address_of(page)), client.post(address_of(page), PERSON)):
            soup = soup_of(response)
            assert response.status_code == 200
            assert status_of(response) == "closed"
            assert soup.select("main form") == []
            assert {"tel:0401", "mailto:j@example.org"} <= set(hrefs(soup.find("main")))
        assert not Registration.objects.exists()
        if state == "elsewhere":
            assert "https://example.org/muualla" in hrefs(soup.find("main"))

    def test_a_full_training_says_so(self, client, page):
        for _ in range(3):
            sign_up(page)
        response = client.get(address_of(page))
        assert status_of(response) == "full"
        assert soup_of(response).select("main form") == []

    @pytest.mark.parametrize("fault", [{}, {"email": "x"}])
    def test_who_comes_too_late_can_copy_what_was_typed(self, client, page, fault):
        stamp = stamp_of(client, page)
        close(page)
        place = MunicipalityPage.objects.filter(locale__language_code="fi").first()
        response = send(
            client, page, stamp, telephone="040 1", needs="Tulkki\nja tauko", municipality=str(place.translation_key),
            **fault,
        )  # fmt: skip
        assert status_of(response) == "closed"
        text = soup_of(response).find("main").get_text("\n")
        for word in (PERSON["name"], fault.get("email", PERSON["email"]), "040 1", "Tulkki", "ja tauko", place.title):
            assert word in text
        assert not Registration.objects.exists()

    def test_who_loses_the_last_place_in_the_same_moment_can_copy_what_was_typed(self, client, page, monkeypatch):
        """Between the form's look at the seats and the lock somebody else comes."""
        stamp = stamp_of(client, page)
        register = registration.register

        def late(*args, **kwargs):
            for _ in range(3):
                register(training_of(page).pk, person())
            return register(*args, **kwargs)

        monkeypatch.setattr(registration, "register", late)
        response = send(client, page, stamp)
        assert status_of(response) == "full"
        assert PERSON["email"] in soup_of(response).find("main").get_text()

    def test_a_draft_has_no_form(self, client):
        page = make_training(registration="here", live=False)
        address = f"{index_of(TrainingIndexPage).url}{page.slug}/ilmoittaudu/"
        assert client.get(address).status_code == 404
        assert client.post(address, PERSON).status_code == 404

    def test_an_unpublished_training_has_no_form(self, client, page):
        address = address_of(page)
        page.unpublish()
        assert client.get(address).status_code == client.post(address, PERSON).status_code == 404

    def test_an_unpublished_change_of_the_page_is_not_in_the_form(self, client, page):
        page.questions = json.dumps([question(label="Vasta luonnos?")])
        page.save_revision()
        assert "Vasta luonnos?" not in client.get(address_of(page)).content.decode()

    def test_the_preview_of_a_draft_shows_the_form_and_registers_nobody(self, client):
        page = make_training(registration="here", live=False, questions=[question(label="Vasta luonnos?")])
        client.force_login(make_user(is_superuser=True))
        response = page.make_preview_request(client.get("/fi/").wsgi_request, "register")
        soup = soup_of(response.render() if hasattr(response, "render") else response)
        form = soup.select_one("main form")
        assert "Vasta luonnos?" in form.get_text()
        assert form.find("button").has_attr("disabled")
        assert all(field.has_attr("disabled") for field in form.select("input:not([type=hidden]), select, textarea"))
        assert not Registration.objects.exists()


class TestResult:
    @pytest.mark.parametrize("value", ["", "x", "confirmed", "WyJjb25maXJtZWQiLG51bGxd", "a:b:c", "ä" * 3000])
    def test_a_forged_result_leads_to_the_form(self, client, page, value):
        response = client.get(address_of(page), {"result": value})
        assert (response.status_code, response["Location"]) == (302, address_of(page))

    def test_the_result_of_another_training_leads_to_the_form(self, client, page):
        query = send(client, make_training(registration="here"))["Location"].partition("?")[2]
        assert client.get(f"{address_of(page)}?{query}")["Location"] == address_of(page)

    def test_an_old_result_leads_to_the_form(self, client, page, monkeypatch):
        address = send(client, page)["Location"]
        later = __import__("time").time() + 7 * 3600
        monkeypatch.setattr("django.core.signing.time.time", lambda: later)
        assert client.get(address)["Location"] == address_of(page)

    def test_the_result_can_be_loaded_again_and_registers_nobody_more(self, client, page):
        address = send(client, page)["Location"]
        assert {status_of(client.get(address)) for _ in range(3)} == {"confirmed"}
        assert Registration.objects.count() == 1


class TestLimits:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_network_that_sends_too_much_is_stopped_and_keeps_what_was_typed(self, client, settings, language):
        settings.REGISTRATION_ADDRESS_LIMIT = 2
        page = make_training(language, registration="here")
        responses = [send(client, page, name=f"Nimi {n}", email=f"n{n}@example.org") for n in range(3)]
        assert [response.status_code for response in responses] == [302, 302, 429]
        assert list(errors_of(responses[2])) == [""]
        assert typed_in(responses[2])["email"] == "n2@example.org"
        assert Registration.objects.count() == 2
        assert send(Client(REMOTE_ADDR="192.0.2.7"), page, name="Nimi 3").status_code == 302

    def test_a_town_hall_behind_one_address_is_not_stopped(self, settings):
        assert settings.REGISTRATION_ADDRESS_LIMIT >= 600

    def test_one_mail_address_is_counted_across_trainings_and_kept_by_nobody(self, client, settings):
        settings.REGISTRATION_EMAIL_LIMIT = 2
        pages = [make_training(registration="here") for _ in range(3)]
        emails = ["a@example.org", "A@example.org", "a@example.org"]
        forms = [send(client, page, email=email) for page, email in zip(pages, emails, strict=True)]
        assert [response.status_code for response in forms] == [302, 302, 429]
        assert send(client, pages[2], email="b@example.org").status_code == 302
        assert not any("example.org" in key for key in cache._cache)

    def test_errors_and_robots_use_up_no_limit(self, client, page, settings):
        settings.REGISTRATION_ADDRESS_LIMIT = settings.REGISTRATION_EMAIL_LIMIT = 1
        for _ in range(3):
            send(client, page, name="")
            send(client, page, subject="x")
        assert send(client, page).status_code == 302


class TestWhereTheMeetingIs:
    def test_the_address_of_the_meeting_is_on_no_public_page(self, client):
        meeting = "https://meet.example.org/salainen-90210"
        page = make_training(registration="here", mode="hybrid", meeting_url=meeting, capacity=2)
        translate(page, "sv", title="Utbildning")
        row = training_of(page)
        assert row.meeting_url == meeting
        result = send(client, page, mode="online")["Location"]
        index = page.get_parent()
        addresses = [item.url for item in public_pages()]
        addresses += [
            address_of(page), result, f"{page.url}calendar.ics", f"{index.url}calendar.ics", "/sitemap-fi.xml",
            f"{index.url}?mode=hybrid",
        ]  # fmt: skip
        assert [address for address in addresses if "90210" in client.get(address).content.decode()] == []
        assert "90210" not in send(client, page, "old", mode="online").content.decode()
        searched = [field.field_name for field in type(page).get_search_fields()]
        assert "meeting_url" not in searched

    def test_nor_in_the_preview(self, client):
        page = make_training(registration="here", meeting_url="https://meet.example.org/90210", mode="online")
        client.force_login(make_user(is_superuser=True))
        for mode, _label in page.preview_modes:
            response = page.make_preview_request(client.get("/fi/").wsgi_request, mode)
            content = (response.render() if hasattr(response, "render") else response).content.decode()
            assert page.title in content
            assert "90210" not in content


def test_the_contact_has_a_heading_of_its_own_on_every_page_about_a_registration(client):
    contact = Contact.objects.create(title="Järjestäjä", phone="040 1", locale=home_of().locale)
    page = make_training(registration="here", contact=contact)
    addresses = [send(client, page)["Location"], address_of(make_training(registration="none", contact=contact))]
    for address in addresses:
        assert soup_of(client.get(address)).find("h3", string="Järjestäjä")
