"""One person's data are handed out and erased when they ask, by command and in the CMS."""

import json
import logging
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from home import outbox
from home.models import Feedback, OutboxMessage
from tests.factories import make_training, person, sign_up, training_of
from tests.reading import said, soup_of
from tests.trainings.privacy.traces import (
    ADDRESS,
    EMAIL,
    MARKS,
    NAME,
    TELEPHONE,
    counted,
    found_in_database,
    found_in_logs,
    give_feedback,
    held,
    logged,
    quintilla,
    sign_in,
    unsent,
)
from trainings import privacy, registration
from trainings.models import (
    AccessLogEntry,
    Kind,
    Message,
    Registration,
)

pytestmark = pytest.mark.django_db


class TestOnRequest:
    def test_nothing_of_a_person_is_left_anywhere_and_everybody_is_counted(self, page, caplog):
        caplog.set_level(logging.DEBUG)
        past, later = make_training(registration="here"), make_training(registration="here")
        was_there = quintilla(past)
        Registration.objects.filter(pk=was_there.pk).update(attendance="present")
        held(past, days_ago=1)
        someone, elsewhere = quintilla(page), quintilla(later)
        registration.cancel(elsewhere)
        other = sign_up(page)
        give_feedback()
        outbox.send_due()
        before = {row[0]: row for row in counted()}
        assert privacy.erase_person(*privacy.held_of(EMAIL.upper())) == 3
        assert found_in_database() == []
        assert found_in_logs(caplog) == []
        after = {row[0]: row for row in counted()}
        assert after.pop(someone.pk) != before.pop(someone.pk)  # she had a seat in a coming training
        assert after == before
        someone.refresh_from_db()
        assert (someone.status, someone.organisation_type, someone.language) == ("cancelled", "association", "sv")
        other.refresh_from_db()
        assert other.name
        for item in (was_there, someone, elsewhere):
            assert unsent(item) <= {"dropped"}

    def test_the_freed_seat_goes_to_the_queue_and_the_person_is_told_nothing(self, page):
        someone = quintilla(page)
        sign_up(page)
        waiting = sign_up(page)
        OutboxMessage.objects.all().delete()
        privacy.erase_person([someone])
        waiting.refresh_from_db()
        assert waiting.status == "confirmed"
        assert list(OutboxMessage.objects.values_list("kind", "about")) == [("trainings.promoted", waiting.pk)]

    def test_messages_that_name_nobody_of_them_stay(self, page):
        someone, other = quintilla(page), sign_up(page)
        neutral = Message.objects.create(training=other.training, subject="Ovi", text="Tulkaa sivuovesta.")
        registration.tell([other], Kind.MESSAGE, turn=neutral.pk)
        privacy.erase_person([someone])
        neutral.refresh_from_db()
        assert neutral.text == "Tulkaa sivuovesta."
        assert OutboxMessage.objects.get(about=other.pk, kind="trainings.message").state == "queued"

    def test_a_waiting_message_that_names_the_person_is_sent_to_nobody(self, page):
        someone, other = quintilla(page), sign_up(page)
        message = Message.objects.get(training=someone.training)
        registration.tell([other], Kind.MESSAGE, turn=message.pk)
        privacy.erase_person([someone])
        assert OutboxMessage.objects.get(about=other.pk, kind="trainings.message").state == "dropped"

    def test_a_colleague_at_the_same_address_stays(self, page):
        someone, colleague = quintilla(page), sign_up(page, name="Toinen Henkilö", email=EMAIL)
        privacy.erase_person(*privacy.held_of(EMAIL, name=f" {NAME.upper()} "))
        someone.refresh_from_db()
        colleague.refresh_from_db()
        assert (someone.name, colleague.name) == ("", "Toinen Henkilö")
        assert colleague.status == "confirmed"

    def test_erasing_twice_is_erasing_once(self, page):
        someone = quintilla(page)
        assert [privacy.erase_person([someone]) for _ in range(2)] == [1, 0]

    def test_without_a_criterion_nobody_is_meant(self, page):
        quintilla(page)
        registration.add(training_of(page).pk, person(email=""))
        registrations, feedback = privacy.held_of("")
        assert (registrations.count(), feedback.count()) == (0, 0)


class TestExport:
    def test_everything_of_a_person_is_told_in_words(self, page):
        someone, _other = quintilla(page), sign_up(page)
        give_feedback()
        OutboxMessage.objects.filter(about=someone.pk, kind="trainings.message").update(
            state="sent", sent_at=timezone.now()
        )
        data = json.loads(json.dumps(privacy.export_person(*privacy.held_of(EMAIL))))
        [row] = data["registrations"]
        assert (row["name"], row["email"], row["telephone"]) == (NAME, EMAIL, TELEPHONE)
        assert row["training"] == page.title
        assert row["answers"] == [{"question": "Mitä syöt?", "answer": "Lempikakku"}]
        assert row["needs"]["text"] == "Induktiosilmukka, kiitos"
        assert [message["subject"] for message in row["messages"]] == ["Quintilla tuo kakun"]
        assert len(row["mails"]) == 2
        assert len(row["calls"]) == len(row["links_to_own_page"]) == len(row["seen_by_staff"]) == 1
        assert [message["message"] for message in data["feedback"]] == ["Lempikakku ei näy."]

    def test_the_export_takes_no_query_for_each_registration(self, django_assert_max_num_queries):
        for _ in range(4):
            quintilla(make_training(registration="here"))
        with django_assert_max_num_queries(9):
            data = privacy.export_person(*privacy.held_of(EMAIL))
        assert len(data["registrations"]) == 4

    def test_the_command_writes_json(self, page):
        quintilla(page)
        call_command("registration_export", EMAIL, stdout=(out := StringIO()))
        assert json.loads(out.getvalue())["registrations"][0]["name"] == NAME

    def test_somebody_without_an_address_is_found_by_number(self, page):
        someone = quintilla(page, email="")
        call_command("registration_export", number=someone.pk, stdout=(out := StringIO()))
        assert json.loads(out.getvalue())["registrations"][0]["telephone"] == TELEPHONE

    @pytest.mark.parametrize("command", ["registration_export", "registration_erase"])
    @pytest.mark.parametrize("values", [["tuntematon@example.org"], ["--number", "999999999"], []])
    def test_an_unknown_person_is_said_to_be_one(self, command, values):
        with pytest.raises(CommandError, match="Nothing is known"):
            call_command(command, *values, stdout=StringIO())

    def test_a_shared_address_is_said_to_be_one(self, page):
        quintilla(page)
        sign_up(page, name="Toinen Henkilö", email=EMAIL)
        call_command("registration_export", EMAIL, stdout=StringIO(), stderr=(err := StringIO()))
        assert "2 people share this address" in err.getvalue()


class TestEraseCommand:
    def test_it_asks_first(self, page, monkeypatch):
        someone = quintilla(page)
        monkeypatch.setattr("builtins.input", lambda text: "no")
        with pytest.raises(CommandError, match="Nothing was erased"):
            call_command("registration_erase", EMAIL, stdout=StringIO())
        someone.refresh_from_db()
        assert someone.name == NAME

    def test_it_erases_registrations_and_feedback_and_tells_how_many(self, page):
        quintilla(page)
        give_feedback()
        call_command("registration_erase", EMAIL, yes=True, stdout=(out := StringIO()))
        assert "Erased: 1 registrations, 1 messages of feedback." in out.getvalue()
        assert not any(mark in out.getvalue().casefold() for mark in MARKS)
        assert found_in_database() == []

    def test_a_number_with_an_address_must_be_of_that_address(self, page):
        quintilla(page)
        other = sign_up(page)
        with pytest.raises(CommandError, match="Nothing is known"):
            call_command("registration_erase", EMAIL, number=other.pk, yes=True, stdout=StringIO())


class TestInTheCms:
    def test_a_person_is_found_by_address_and_the_look_is_logged(self, client, staff, page):
        someone, colleague = quintilla(page), sign_up(page, name="Toinen Henkilö", email=EMAIL)
        give_feedback()
        AccessLogEntry.objects.all().delete()
        soup = soup_of(client.post(ADDRESS, {"email": EMAIL.upper(), "name": ""}))
        found = [box["value"] for box in soup.select('input[name="registration"]')]
        assert sorted(found) == sorted(str(item.pk) for item in (someone, colleague))
        assert soup.select_one('input[name="feedback"]')
        assert sorted(logged("person")) == sorted((staff.pk, item.pk) for item in (someone, colleague))
        soup = soup_of(client.post(ADDRESS, {"email": EMAIL, "name": NAME}))
        assert [box["value"] for box in soup.select('input[name="registration"]')] == [str(someone.pk)]

    def test_people_of_one_name_are_told_apart_and_nothing_is_ticked(self, client, staff, page):
        for number in (1, 2):
            sign_up(page, name="Sama Nimi", email=f"sama-{number}@example.org", telephone=f"040 000{number}")
        give_feedback()
        soup = soup_of(client.post(ADDRESS, {"email": "", "name": "Sama Nimi"}))
        labels = [label.get_text() for label in soup.select('label[for^="registration-"]')]
        for number in (1, 2):
            assert sum(f"sama-{number}@example.org, 040 000{number}" in label for label in labels) == 1
        assert soup.select("main [type=checkbox][checked]") == []
        assert soup_of(client.post(ADDRESS, {"email": EMAIL})).select("main [type=checkbox][checked]") == []

    @pytest.mark.parametrize("path", ["export/", "erase/"])
    def test_with_nothing_ticked_it_is_said_that_something_is_to_be(self, client, staff, page, path):
        quintilla(page)
        response = client.post(f"{ADDRESS}{path}", {"email": EMAIL, "name": ""})
        assert [str(item) for item in response.context["messages"]] == [said("Tick what is meant.", "fi")]
        assert len(soup_of(response).select('input[name="registration"]')) == 1

    def test_somebody_without_an_address_is_found_by_name(self, client, staff, page):
        someone = quintilla(page, email="")
        soup = soup_of(client.post(ADDRESS, {"email": "", "name": NAME.lower()}))
        assert [box["value"] for box in soup.select('input[name="registration"]')] == [str(someone.pk)]

    @pytest.mark.parametrize(
        "values", [{}, {"email": "", "name": " "}, {"email": "ei osoite"}, {"name": "x" * 999}, {"email": "a\0b"}]
    )
    def test_a_faulty_search_is_told_and_finds_nobody(self, client, staff, page, values):
        registration.add(training_of(page).pk, person(email=""))
        response = client.post(ADDRESS, {"csrf": "", **values})
        assert response.status_code in (200, 400)
        assert b'name="registration"' not in response.content

    def test_an_unknown_person_is_said_to_be_one(self, client, staff):
        response = client.post(ADDRESS, {"email": "tuntematon@example.org"})
        assert response.status_code == 200
        assert soup_of(response).select_one("#found")
        assert b'name="registration"' not in response.content

    def test_the_download_is_what_was_ticked_and_is_logged(self, client, staff, page):
        someone = quintilla(page)
        sign_up(page, name="Toinen Henkilö", email=EMAIL)
        give_feedback()
        response = client.post(f"{ADDRESS}export/", {"email": EMAIL, "registration": [someone.pk]})
        data = json.loads(response.content)
        assert [row["name"] for row in data["registrations"]] == [NAME]
        assert data["feedback"] == []
        assert response["Content-Disposition"].startswith("attachment")
        assert "no-store" in response["Cache-Control"]
        assert logged("person_export") == [(staff.pk, someone.pk)]

    def test_only_what_was_found_can_be_taken(self, client, staff, page):
        quintilla(page)
        other = sign_up(page)
        for numbers in ([other.pk], ["9" * 40], ["x", "-1", "²"], []):
            response = client.post(f"{ADDRESS}export/", {"email": EMAIL, "registration": numbers})
            assert response["Content-Type"].startswith("text/html")
            client.post(f"{ADDRESS}erase/", {"email": EMAIL, "registration": numbers, "is_confirmed": "1"})
        other.refresh_from_db()
        assert other.name
        assert logged("person_export") == logged("person_erased") == []

    def test_erasing_asks_first_and_then_erases(self, client, staff, page):
        someone = quintilla(page)
        give_feedback()
        ticked = {"email": EMAIL, "name": "", "registration": [someone.pk], "feedback": "1"}
        soup = soup_of(client.post(f"{ADDRESS}erase/", ticked))
        someone.refresh_from_db()
        assert someone.name == NAME
        asked = soup.select_one('button[name="is_confirmed"]')
        assert asked["formaction"] == f"{ADDRESS}erase/"
        fields = {item["name"]: item["value"] for item in soup.select("main form input[type=hidden]") if item["name"]}
        response = client.post(f"{ADDRESS}erase/", {**fields, "is_confirmed": "1"}, follow=True)
        assert found_in_database() == []
        assert not any(mark in response.content.decode().casefold() for mark in MARKS)
        assert logged("person_erased") == [(staff.pk, someone.pk)]

    def test_feedback_alone_can_be_asked_for_too(self, client, staff):
        give_feedback()
        client.post(f"{ADDRESS}erase/", {"email": EMAIL, "feedback": "1", "is_confirmed": "1"})
        assert not Feedback.objects.exists()
        assert logged("person_erased") == [(staff.pk, None)]

    def test_a_look_changes_nothing(self, client, staff, page):
        quintilla(page)
        assert client.get(ADDRESS).status_code == 200
        assert client.get(f"{ADDRESS}export/").status_code == 405
        assert client.get(f"{ADDRESS}erase/").status_code == 405

    @pytest.mark.parametrize(
        ("rights", "reached"),
        [
            ([], set()),
            (["export_registration", "delete_registration", "view_registrationneeds"], set()),
            (["view_registration"], {""}),
            (["view_registration", "export_registration"], {""}),
            (["view_registration", "export_registration", "view_registrationneeds"], {"", "export/"}),
            (["view_registration", "delete_registration"], {"", "erase/"}),
        ],
    )
    def test_each_thing_needs_its_right(self, client, page, rights, reached):
        someone = quintilla(page)
        sign_in(client, *rights)
        for path in ("", "export/", "erase/"):
            response = client.post(f"{ADDRESS}{path}", {"email": EMAIL, "registration": [someone.pk]})
            assert (response.status_code == 200) is (path in reached), path
        buttons = {
            button["formaction"].removeprefix(ADDRESS)
            for button in soup_of(client.post(ADDRESS, {"email": EMAIL})).select("button[formaction]")
        }
        assert buttons == reached - {""}
