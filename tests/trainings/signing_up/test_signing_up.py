"""Signing up: the seat, the queue, the result, and what it costs."""

import pytest

from home.models import Contact, MunicipalityPage, OutboxMessage
from tests.factories import (
    LANGUAGES,
    home_of,
    make_training,
    make_user,
    person,
    sign_up,
    training_of,
    translate,
)
from tests.reading import hrefs, public_pages, said, soup_of
from tests.trainings.signing_up.form import (
    PERSON,
    address_of,
    change_row,
    errors_of,
    question,
    send,
    stamp_of,
    status_of,
    typed_in,
)
from trainings import registration
from trainings.models import Registration, RegistrationNeeds, TrainingSettings

pytestmark = pytest.mark.django_db


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
