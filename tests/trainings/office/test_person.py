"""One participant: shown, changed, added, moved, cancelled."""

from datetime import timedelta

import pytest
from django.utils import timezone

from home.models import OutboxMessage
from tests.factories import fresh, make_municipality, make_training, person, sign_up, stream, training_of
from tests.reading import soup_of
from tests.trainings.office.reading import (
    form_data,
    new_person,
    text_of,
    url,
)
from trainings import registration
from trainings.models import AccessLogEntry, Call, Kind, Registration, RegistrationNeeds, Training

pytestmark = pytest.mark.django_db


def test_everything_told_is_shown_in_the_source_language(desk):
    page = make_training(
        registration="here",
        questions=stream(
            (
                "question",
                {"kind": "choice", "label": "Mihin ryhmään?", "options": ["Aamu", "Ilta"], "is_required": False},
            )
        ),
    )
    training = training_of(page)
    question = training.questions.get()
    chosen = next(number for number, words in question.options.items() if words == "Ilta")
    someone = registration.register(
        training.pk, person(name="Sirkka Ek", language="sv"), answers={question: chosen}, needs="Viittomakielen tulkki"
    ).registration
    text = text_of(desk.get(url("person", someone.pk)))
    for words in ("Sirkka Ek", "Mihin ryhmään? Ilta", "Viittomakielen tulkki", someone.email):
        assert words in text
    actions = AccessLogEntry.objects.filter(registration_number=someone.pk).values_list("action", flat=True)
    assert sorted(actions) == ["needs", "person"]


def test_a_person_is_changed(desk, page):
    someone = sign_up(page, name="Vanha Nimi")
    response = desk.post(
        url("edit", someone.pk), form_data(someone, name="Uusi  Nimi", needs="Tulkki", needs_allowed="on")
    )
    assert response["Location"] == url("person", someone.pk)
    someone.refresh_from_db()
    assert (someone.name, someone.needs.text) == ("Uusi Nimi", "Tulkki")
    desk.post(url("edit", someone.pk), form_data(someone, needs=""))
    assert not RegistrationNeeds.objects.filter(registration=someone).exists()


def test_a_name_that_is_too_long_when_written_out_is_told(desk, page):
    someone = sign_up(page, name="Vanha Nimi")
    response = desk.post(url("edit", someone.pk), form_data(someone, name="ﷺ" * 120))
    assert "Write the name in ordinary letters." in text_of(response)
    someone.refresh_from_db()
    assert someone.name == "Vanha Nimi"


def test_a_municipality_that_is_offered_no_more_is_kept(desk, page):
    home, other = make_municipality(title="Kotikunta"), make_municipality(title="Muu kunta")
    someone = sign_up(page, municipality=home)
    fresh(home).unpublish()
    fresh(other).unpublish()
    options = soup_of(desk.get(url("edit", someone.pk))).select("#id_municipality option")
    assert [option["value"] for option in options if option.has_attr("selected")] == [str(home.pk)]
    assert str(other.pk) not in [option["value"] for option in options]
    desk.post(url("edit", someone.pk), form_data(someone, name="Uusi Nimi", municipality=home.pk))
    someone.refresh_from_db()
    assert (someone.name, someone.municipality_id) == ("Uusi Nimi", home.pk)


def test_a_change_into_somebody_else_keeps_what_was_typed(desk, page):
    first, second = sign_up(page, name="Aino"), sign_up(page, name="Eino")
    response = desk.post(url("edit", second.pk), form_data(first, organisation="Kirjoitettu"))
    soup = soup_of(response)
    assert "already" in soup.find("main").get_text()
    assert soup.find(id="id_organisation")["value"] == "Kirjoitettu"
    second.refresh_from_db()
    assert second.name == "Eino"


@pytest.mark.parametrize("state", ["queued", "dead"])
def test_who_loses_a_wrong_address_is_called_instead(desk, page, training, state):
    someone, other = sign_up(page, name="Väärä Osoite", telephone="040 123"), sign_up(page)
    OutboxMessage.objects.filter(about__in=[someone.pk, other.pk]).update(state=state, problem="SMTP 550")
    desk.post(url("edit", someone.pk), form_data(someone, email=""))
    call = Call.objects.get()
    assert (call.registration, call.kind, call.turn) == (someone, Kind.CONFIRMED, "")
    assert "Väärä Osoite" in text_of(desk.get(url("calls", training.pk)))
    assert OutboxMessage.objects.get(about=someone.pk).state == "dropped"
    assert OutboxMessage.objects.get(about=other.pk).state == state


def test_what_a_mail_told_is_not_told_again_when_the_address_is_taken_away(desk, page):
    someone = sign_up(page, telephone="040 123")
    OutboxMessage.objects.filter(about=someone.pk).update(state="sent")
    desk.post(url("edit", someone.pk), form_data(someone, email=""))
    assert not Call.objects.exists()
    assert OutboxMessage.objects.get(about=someone.pk).state == "sent"


def test_cancelling_asks_first_and_tells(desk, page):
    first, _second, third = sign_up(page), sign_up(page), sign_up(page)
    assert desk.get(url("cancel", first.pk)).status_code == 200
    first.refresh_from_db()
    assert first.is_active
    desk.post(url("cancel", first.pk))
    desk.post(url("cancel", first.pk))
    for item in (first, third):
        item.refresh_from_db()
    assert (first.status, third.status) == ("cancelled", "confirmed")
    assert OutboxMessage.objects.filter(about=first.pk, kind="trainings.cancelled_by_staff").count() == 1


def test_a_seat_is_promised_to_the_queue_only_when_it_goes_there(desk, page, training):
    def is_promised(item):
        return "goes to the first in the queue" in text_of(desk.get(url("cancel", item.pk)))

    first, _second = sign_up(page), sign_up(page)
    assert not is_promised(first)  # nobody waits
    waiting = sign_up(page)
    assert is_promised(first)
    assert not is_promised(waiting)
    row = Training.objects.filter(pk=training.pk)
    row.update(capacity=1)
    assert not is_promised(first)  # there are more people than seats
    row.update(capacity=2, is_cancelled=True)
    assert not is_promised(first)
    soon = timezone.now() + timedelta(hours=3)
    row.update(is_cancelled=False, starts=soon, ends=soon)
    assert not is_promised(first)  # the queue moves by itself no more


def test_a_seat_is_given_by_hand_only_when_one_is_free(desk, page):
    sign_up(page)
    sign_up(page)
    third = sign_up(page)
    response = desk.post(url("promote", third.pk), follow=True)
    assert "No seat is free" in soup_of(response).get_text()
    third.refresh_from_db()
    assert third.status == "waitlisted"
    Training.objects.filter(pk=third.training_id).update(capacity=3)
    desk.post(url("promote", third.pk))
    third.refresh_from_db()
    assert third.status == "confirmed"


def test_a_person_is_moved_to_another_coming_training(desk, page):
    other = make_training(registration="here", title="Toinen päivä")
    someone = sign_up(page)
    assert "Toinen päivä" in text_of(desk.get(url("move", someone.pk)))
    response = desk.post(url("move", someone.pk), {"to": training_of(other).pk})
    moved = training_of(other).registrations.get()
    assert response["Location"] == url("person", moved.pk)
    someone.refresh_from_db()
    assert (someone.status, moved.name) == ("cancelled", someone.name)


def test_moving_to_a_full_training_changes_nothing(desk, page):
    full = make_training(registration="here", capacity=1, waitlist_capacity=0)
    sign_up(full)
    someone = sign_up(page)
    assert "No seat is free" in text_of(desk.post(url("move", someone.pk), {"to": training_of(full).pk}))
    someone.refresh_from_db()
    assert someone.status == "confirmed"


@pytest.mark.parametrize(
    ("value", "stored"), [("present", "present"), ("absent", "absent"), ("unknown", ""), ("x", "")]
)
def test_attendance_is_marked(desk, page, value, stored):
    someone = sign_up(page)
    Registration.objects.filter(pk=someone.pk).update(attendance="absent" if stored != "absent" else "present")
    desk.post(url("mark", someone.pk), {"attendance": value})
    someone.refresh_from_db()
    assert someone.attendance == stored


@pytest.mark.parametrize("name", ["promote", "mark", "send_again", "mark_at_door"])
def test_nothing_is_done_to_a_person_by_opening_an_address(desk, page, name):
    assert desk.get(url(name, sign_up(page).pk)).status_code == 405


@pytest.mark.parametrize("name", ["edit", "move", "cancel"])
def test_an_anonymised_person_is_neither_changed_nor_moved(desk, page, name):
    someone = sign_up(page)
    Registration.objects.filter(pk=someone.pk).update(
        name="", name_folded="", email="", telephone="", organisation="", nonce=None, anonymised_at=timezone.now()
    )
    assert desk.get(url("person", someone.pk)).status_code == 200
    assert desk.get(url(name, someone.pk), follow=True).status_code == 404


def test_somebody_without_an_address_is_added_and_put_on_the_call_list(desk, training):
    response = desk.post(url("add", training.pk), new_person(desk, training), follow=True)
    someone = training.registrations.get()
    assert (someone.status, someone.is_added_by_staff) == ("confirmed", True)
    assert Call.objects.get().registration == someone
    assert "Väinö" not in str([str(item) for item in response.context["messages"]])


def test_a_double_click_adds_one_person(desk, training):
    data = new_person(desk, training)
    first, second = (desk.post(url("add", training.pk), data) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert training.registrations.count() == 1


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"telephone": ""}, "Write a telephone number or an e-mail address."),
        ({"needs": "Tulkki"}, "Ask whether this may be used, or leave the needs out."),
        ({"name": " \n "}, ""),
        ({"email": "not an address"}, ""),
        ({"name": "ﷺ" * 120}, "Write the name in ordinary letters."),  # 18 letters each
    ],
)
def test_an_error_keeps_what_was_typed(desk, training, values, complaint):
    response = desk.post(url("add", training.pk), new_person(desk, training, organisation="Kylä ry", **values))
    assert complaint in text_of(response)
    assert soup_of(response).find(id="id_organisation")["value"] == "Kylä ry"
    assert not training.registrations.exists()


def test_a_twin_and_a_full_training_are_told_on_the_form(desk, page, training):
    data = new_person(desk, training)
    desk.post(url("add", training.pk), data)
    again = text_of(desk.post(url("add", training.pk), new_person(desk, training)))
    assert "already" in again
    for _ in range(3):
        sign_up(page)
    full = text_of(desk.post(url("add", training.pk), new_person(desk, training, name="Viides")))
    assert "No seat is free" in full


def test_needs_are_asked_only_where_the_training_asks(desk, page, training):
    assert soup_of(desk.get(url("add", training.pk))).find(id="id_needs")
    Training.objects.filter(pk=training.pk).update(asks_needs=False)
    assert not soup_of(desk.get(url("add", training.pk))).find(id="id_needs")
