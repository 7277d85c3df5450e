"""The view for the door: who is here."""

import pytest
from django.urls import reverse

from home.models import OutboxMessage
from tests.factories import make_training, make_user, sign_up, training_of
from tests.reading import soup_of
from trainings import registration
from trainings.models import Call, Registration, Training, TrainingSettings
from trainings.office.door import count_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return make_training(registration="here", capacity=2, waitlist_capacity=2)


@pytest.fixture
def training(page):
    return training_of(page)


@pytest.fixture
def door(client, training):
    client.force_login(make_user("Training organisers"))
    client.address = reverse("trainings_office:door", args=[training.pk])
    return client


def soup(door, query=""):
    response = door.get(door.address + query)
    assert response.status_code == 200
    return soup_of(response)


def names(door, query=""):
    return [item.get_text(strip=True) for item in soup(door, query).select("[data-door-person] strong")]


def mark(door, person, value, **headers):
    return door.post(reverse("trainings_office:mark_at_door", args=[person.pk]), {"attendance": value}, **headers)


def walk_in(door, **values):
    nonce = soup(door).find("input", {"name": "nonce"})["value"]
    return {"name": "Ovelta Tullut", "organisation": "Kylä ry", "nonce": nonce, **values}


def count_of(door):
    return soup(door).select_one("[data-door-count]").get_text(strip=True)


def test_those_with_a_seat_stand_in_the_finnish_alphabet_and_the_queue_below(door, page, training):
    Training.objects.filter(pk=training.pk).update(capacity=6)
    for name in ("Öivi", "Ämmä", "Åke", "Zita", "aino", "Oiva"):
        sign_up(page, name=name)
    sign_up(page, name="Jonottaja")
    assert names(door) == ["aino", "Oiva", "Zita", "Åke", "Ämmä", "Öivi"]
    assert "Jonottaja" in soup(door).find("ol", class_="door__people").get_text()


def test_a_person_is_marked_present_and_back_without_a_script(door, page):
    person = sign_up(page)
    response = mark(door, person, "present", HTTP_ACCEPT="text/html")
    assert response["Location"] == f"{door.address}#person-{person.pk}"
    button = soup(door).find(id=f"mark-{person.pk}")
    assert (button["aria-pressed"], button["value"]) == ("true", "unknown")
    mark(door, person, button["value"], HTTP_ACCEPT="text/html")
    person.refresh_from_db()
    assert person.attendance == ""


def test_the_script_gets_the_new_count(door, page):
    first = sign_up(page)
    sign_up(page)
    response = mark(door, first, "present", HTTP_ACCEPT="application/json")
    assert response.json()["attendance"] == "present"
    assert response.json()["count"] == count_of(door)
    again = mark(door, first, "present", HTTP_ACCEPT="application/json")
    assert again.json() == response.json()  # sent anew after a lost answer, it changes nothing


def test_a_name_is_found_without_a_script(door, page):
    sign_up(page, name="Ämmä Virtanen", organisation="Kylä ry")
    sign_up(page, name="Joku Muu", organisation="Kunta")
    assert names(door, "?q=ÄMMÄ") == ["Ämmä Virtanen"]
    assert names(door, "?q=kunta") == ["Joku Muu"]
    assert names(door, "?q=xyz") == []


def test_somebody_who_just_comes_gets_a_seat_and_is_present_and_nobody_has_to_call(door, training):
    data = walk_in(door)
    responses = [door.post(door.address, data) for _ in range(2)]
    person = training.registrations.get()
    assert {response["Location"] for response in responses} == {f"{door.address}#person-{person.pk}"}
    assert (person.status, person.attendance, person.is_added_by_staff) == ("confirmed", "present", True)
    assert not Call.objects.filter(done_at=None).exists()
    assert not OutboxMessage.objects.filter(about=person.pk, kind__startswith="trainings.").exists()


def test_somebody_who_just_comes_passes_the_queue_but_takes_nobodys_seat(door, page, training):
    TrainingSettings.objects.update_or_create(
        site=TrainingSettings.current().site, defaults={"promotion_ends_hours": 24 * 30 + 23}
    )  # as on the day itself: the queue moves by hand alone
    people = [sign_up(page) for _ in range(3)]
    response = door.post(door.address, walk_in(door))
    assert response.status_code == 200
    assert soup_of(response).find(id="id_name")["value"] == "Ovelta Tullut"
    assert soup_of(response).select(".error-message")
    assert training.registrations.count() == 3
    Registration.objects.filter(pk=people[0].pk).update(status="cancelled", cancelled_at=people[0].created_at)
    assert door.post(door.address, walk_in(door)).status_code == 302
    people[2].refresh_from_db()
    assert people[2].status == "waitlisted"


def test_a_name_that_is_too_long_when_written_out_is_told(door, training):
    response = door.post(door.address, walk_in(door, name="ﷺ" * 120))
    assert soup_of(response).select(".error-message")
    assert not training.registrations.exists()


def test_the_seat_of_somebody_anonymised_is_not_offered(door, page):
    people = [sign_up(page) for _ in range(3)]
    Registration.objects.filter(pk=people[0].pk).update(
        name="", name_folded="", email="", nonce=None, anonymised_at=people[0].created_at
    )
    assert reverse("trainings_office:promote", args=[people[2].pk]) not in str(soup(door))


def test_a_free_seat_is_given_from_the_queue(door, page, training):
    people = [sign_up(page) for _ in range(3)]
    address = reverse("trainings_office:promote", args=[people[2].pk])
    assert address not in str(soup(door))
    Training.objects.filter(pk=training.pk).update(capacity=3)
    assert address in str(soup(door))
    assert door.post(address, {"door": 1})["Location"] == door.address
    assert names(door).count(people[2].name) == 1


def test_the_count_is_of_those_with_a_seat(door, page):
    people = [sign_up(page) for _ in range(3)]
    for person in people:
        mark(door, person, "present")
    assert count_of(door) == count_text(2, 2)
    registration.cancel(people[0])
    assert count_of(door) == count_text(2, 2)  # who came from the queue was present already


def test_a_hundred_people_cost_few_queries(door, training, django_assert_max_num_queries):
    Registration.objects.bulk_create(
        Registration(training=training, number=n, status="confirmed", name=f"Nimi {n}", language="fi")
        for n in range(1, 101)
    )
    door.get(door.address)
    with django_assert_max_num_queries(20):
        door.get(door.address)
