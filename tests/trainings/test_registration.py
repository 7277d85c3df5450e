"""Seats: never more people than seats, a queue in order, everybody told, and nobody twice."""

from datetime import time, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.factories import make_training, person, republish, sign_up, training_of
from tests.trainings.ledger import forget_mails, statuses, told
from trainings import registration
from trainings.models import Kind, Registration, RegistrationNeeds, Training, TrainingSettings

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return make_training(registration="here", capacity=2, waitlist_capacity=2)


def test_seats_fill_then_the_queue_then_nothing(page):
    outcomes = [registration.register(training_of(page).pk, person()) for _ in range(5)]
    assert [outcome.status for outcome in outcomes] == ["confirmed", "confirmed", "waitlisted", "waitlisted", "full"]
    assert [outcome.position for outcome in outcomes] == [None, None, 1, 2, None]
    assert statuses(page) == ["confirmed", "confirmed", "waitlisted", "waitlisted"]
    assert outcomes[-1].registration is None


def test_everybody_is_told_once_and_the_queue_is_no_confirmation(page):
    people = [sign_up(page) for _ in range(3)]
    assert [told(item) for item in people] == [["confirmed"], ["confirmed"], ["waitlisted"]]


def test_without_a_number_of_seats_there_is_room_for_everybody():
    page = make_training(registration="here")
    for _ in range(5):
        sign_up(page)
    assert statuses(page) == ["confirmed"] * 5


def test_without_an_end_the_queue_takes_everybody():
    page = make_training(registration="here", capacity=1)
    for _ in range(5):
        sign_up(page)
    assert statuses(page) == ["confirmed"] + ["waitlisted"] * 4


def test_a_training_without_a_queue_is_full_when_its_seats_are():
    page = make_training(registration="here", capacity=1, waitlist_capacity=0)
    sign_up(page)
    assert training_of(page).state == "full"
    assert registration.register(training_of(page).pk, person()).status == "full"


def test_a_freed_seat_goes_to_the_first_in_the_queue(page):
    people = [sign_up(page) for _ in range(4)]
    forget_mails()
    assert registration.cancel(people[0])
    assert statuses(page) == ["cancelled", "confirmed", "confirmed", "waitlisted"]
    assert [told(item) for item in people] == [["cancelled"], [], ["promoted"], []]
    promoted = Registration.objects.get(pk=people[2].pk)
    assert promoted.promoted_at is not None


def test_cancelling_twice_is_cancelling_once(page):
    people = [sign_up(page) for _ in range(4)]
    forget_mails()
    assert [registration.cancel(people[0]), registration.cancel(people[0])] == [True, False]
    assert statuses(page) == ["cancelled", "confirmed", "confirmed", "waitlisted"]
    assert told(people[0]) == ["cancelled"]


def test_cancelling_from_the_queue_promotes_nobody(page):
    people = [sign_up(page) for _ in range(4)]
    forget_mails()
    registration.cancel(people[2])
    assert statuses(page) == ["confirmed", "confirmed", "cancelled", "waitlisted"]
    assert told(people[3]) == []
    assert Registration.objects.get(pk=people[3].pk).position == 1


def test_a_cancelled_person_may_come_again_and_comes_last(page):
    people = [sign_up(page) for _ in range(3)]
    registration.cancel(people[0])
    again = sign_up(page, name=people[0].name, email=people[0].email)
    assert (again.status, again.number) == ("waitlisted", 4)


def test_a_newcomer_never_passes_the_queue(page):
    """A freed seat that nobody was given, because the queue had stopped, is not the newcomer's."""
    page = republish(page, starts_on=timezone.localdate() + timedelta(days=1), starts_at=time(0, 1))
    if training_of(page).starts - timezone.now() >= timedelta(hours=24):
        TrainingSettings.objects.update_or_create(
            site=TrainingSettings.current().site, defaults={"promotion_ends_hours": 48}
        )
    people = [sign_up(page) for _ in range(3)]
    registration.cancel(people[0])
    assert statuses(page) == ["cancelled", "confirmed", "waitlisted"]
    assert training_of(page).state == "queue"
    newcomer = sign_up(page)
    assert newcomer.status == "waitlisted"
    assert newcomer.position == 2


def test_the_queue_stops_before_the_start_and_the_organiser_goes_on_by_hand(page):
    TrainingSettings.objects.update_or_create(
        site=TrainingSettings.current().site, defaults={"promotion_ends_hours": 24 * 40}
    )
    people = [sign_up(page) for _ in range(4)]
    registration.cancel(people[0])
    assert statuses(page)[2] == "waitlisted"
    registration.promote(people[3])  # whom the organiser reached
    assert statuses(page) == ["cancelled", "confirmed", "waitlisted", "confirmed"]
    assert told(people[3]) == ["waitlisted", "promoted"]
    with pytest.raises(registration.SeatError, match="full"):
        registration.promote(people[2])
    assert statuses(page) == ["cancelled", "confirmed", "waitlisted", "confirmed"]


def test_only_a_waiting_person_is_promoted(page):
    someone = sign_up(page)
    with pytest.raises(registration.SeatError, match="closed"):
        registration.promote(someone)


def test_the_same_person_is_one_and_is_told_so_by_mail_alone(page):
    someone = sign_up(page, name="Änne  Ström", email="Anne@Example.org")
    outcome = registration.register(training_of(page).pk, person(name="ÄNNE STRÖM", email="anne@example.org"))
    assert (outcome.status, outcome.registration) == ("confirmed", None)
    assert statuses(page) == ["confirmed"]
    assert told(someone) == ["confirmed", "again"]
    registration.register(training_of(page).pk, person(name="Änne Ström", email="anne@example.org"))
    assert told(someone) == ["confirmed", "again"]  # at most once in an hour


def test_a_known_person_sees_what_a_newcomer_would_see(page):
    people = [sign_up(page) for _ in range(2)]
    known = {"name": people[0].name, "email": people[0].email, "language": "fi"}
    outcome = registration.register(training_of(page).pk, known)
    assert (outcome.status, outcome.position, outcome.registration) == ("waitlisted", 1, None)
    for _ in range(2):
        sign_up(page)
    assert registration.register(training_of(page).pk, known).status == "full"
    assert told(people[0]) == ["confirmed", "again"]


def test_colleagues_with_one_mailbox_are_so_many_people_but_not_more_than_five():
    page = make_training(registration="here", capacity=20)
    for number in range(6):
        registration.register(training_of(page).pk, person(name=f"Kollega {number}", email="toimisto@example.org"))
    assert len(statuses(page)) == 5
    first = training_of(page).registrations.get(number=1)
    assert told(first) == ["confirmed", "too_many"]


def test_a_double_click_is_one_registration_and_one_mail(page):
    somebody = person()
    first, second = (registration.register(training_of(page).pk, somebody, nonce="n-1") for _ in range(2))
    assert first.registration == second.registration
    assert (first.status, second.status) == ("confirmed", "confirmed")
    assert told(first.registration) == ["confirmed"]


def test_the_database_refuses_what_must_never_be(page):
    someone = sign_up(page)
    others = {"training": someone.training, "language": "fi", "status": "confirmed", "name": "Joku Muu"}
    for values in (
        {"number": someone.number, "email": "muu@example.org"},
        {"number": 99, "name": someone.name, "email": someone.email},
        {"number": 0, "email": "muu@example.org"},
        {"number": 99, "email": "muu@example.org", "status": "cancelled"},
        {"number": 99, "email": "muu@example.org", "anonymised_at": timezone.now()},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Registration.objects.create(**{**others, **values})
    with pytest.raises(Exception, match=r"protected|Cannot delete"), transaction.atomic():
        someone.training.delete()


@pytest.mark.parametrize(
    "values",
    [
        {"registration_closes": timezone.now() - timedelta(minutes=1)},
        {"registration_opens": timezone.now() + timedelta(days=1)},
        {"is_cancelled": True},
        {"registration": "none"},
        {"registration": "elsewhere", "registration_url": "https://example.org/"},
    ],
)
def test_nobody_gets_in_when_registration_is_not_open(page, values):
    republish(page, **values)
    assert registration.register(training_of(page).pk, person()).status == "closed"
    assert statuses(page) == []


def test_registration_closes_at_the_start_when_nothing_else_is_said(page):
    now = timezone.now()
    Training.objects.filter(key=page.translation_key).update(
        starts=now - timedelta(minutes=1), ends=now + timedelta(hours=3)
    )
    assert registration.register(training_of(page).pk, person()).status == "closed"


def test_the_staff_adds_people_after_closing_and_without_an_address(page):
    republish(page, registration_closes=timezone.now() - timedelta(minutes=1))
    outcome = registration.add(training_of(page).pk, person(email="", telephone="040 123"))
    assert outcome.status == "confirmed"
    assert outcome.registration.is_added_by_staff
    assert told(outcome.registration) == []
    assert outcome.registration.calls.get().kind == Kind.CONFIRMED


def test_a_person_without_e_mail_is_called_instead_of_mailed(page):
    for _ in range(2):
        sign_up(page)
    waiting = registration.add(training_of(page).pk, person(email="", telephone="040 123")).registration
    registration.cancel(training_of(page).registrations.get(number=1))
    registration.cancel(waiting, by_staff=True)
    assert list(waiting.calls.order_by("pk").values_list("kind", flat=True)) == [
        "waitlisted",
        "promoted",
        "cancelled_by_staff",
    ]


def test_two_people_of_one_name_without_e_mail_are_told_apart_by_telephone(page):
    somebody = {"name": "Matti Meri", "email": "", "language": "fi"}
    registration.add(training_of(page).pk, {**somebody, "telephone": "040 1"})
    registration.add(training_of(page).pk, {**somebody, "telephone": "040 2"})
    with pytest.raises(registration.SeatError, match="twin"):
        registration.add(training_of(page).pk, {**somebody, "telephone": "040 1"})
    assert len(statuses(page)) == 2


def test_the_staff_is_told_when_nothing_is_free(page):
    for _ in range(4):
        sign_up(page)
    with pytest.raises(registration.SeatError, match="full"):
        registration.add(training_of(page).pk, person())
    assert len(statuses(page)) == 4


def test_whoever_stands_at_the_door_gets_a_free_seat_before_the_queue(page):
    TrainingSettings.objects.update_or_create(
        site=TrainingSettings.current().site, defaults={"promotion_ends_hours": 24 * 40}
    )
    people = [sign_up(page) for _ in range(3)]
    with pytest.raises(registration.SeatError, match="full"):
        registration.add(training_of(page).pk, person(email=""), passes_queue=True)
    registration.cancel(people[0])
    outcome = registration.add(training_of(page).pk, person(email=""), passes_queue=True)
    assert outcome.status == "confirmed"
    assert statuses(page) == ["cancelled", "confirmed", "waitlisted", "confirmed"]


def test_needs_are_kept_apart_and_go_when_they_are_emptied(page):
    someone = registration.register(training_of(page).pk, person(), needs="Induktiosilmukka").registration
    needs = RegistrationNeeds.objects.filter(registration=someone)
    assert needs.get().text == "Induktiosilmukka"
    registration.change(someone, {}, needs=None)
    assert needs.exists()
    registration.change(someone, {}, needs="")
    assert not needs.exists()


def test_a_change_of_name_cannot_make_one_person_of_two(page):
    first, second = (sign_up(page, name=name, email="toimisto@example.org") for name in ("Aino", "Eino"))
    with pytest.raises(registration.SeatError, match="twin"):
        registration.change(second, {"name": " AINO "})
    assert Registration.objects.get(pk=second.pk).name == "Eino"
    registration.change(first, {"name": "Aino Aalto"})
    registration.change(second, {"name": "Aino"})
    assert Registration.objects.get(pk=second.pk).name_folded == "aino"


def test_moving_takes_the_last_place_there_and_frees_the_seat_here(page):
    other = make_training(registration="here", capacity=1)
    people = [sign_up(page) for _ in range(3)]
    sign_up(other)
    forget_mails()
    outcome = registration.move(people[0], training_of(other).pk)
    assert outcome.status == "waitlisted"
    assert statuses(page) == ["cancelled", "confirmed", "confirmed"]
    assert statuses(other) == ["confirmed", "waitlisted"]
    assert told(people[0]) == ["cancelled_by_staff"]
    assert told(outcome.registration) == ["waitlisted"]
    assert told(people[2]) == ["promoted"]


def test_moving_where_nothing_is_free_changes_nothing(page):
    other = make_training(registration="here", capacity=1, waitlist_capacity=0)
    someone = sign_up(page)
    sign_up(other)
    with pytest.raises(registration.SeatError, match="full"):
        registration.move(someone, training_of(other).pk)
    assert (statuses(page), statuses(other)) == (["confirmed"], ["confirmed"])


@pytest.mark.parametrize(("people", "state"), [(0, "few"), (1, "few"), (2, "queue"), (3, "queue"), (4, "full")])
def test_the_state_is_said_in_words(page, people, state):
    for _ in range(people):
        sign_up(page)
    assert training_of(page).state == state
    counted = Training.objects.with_seats().get(key=page.translation_key)
    assert counted.state == state


def test_a_training_with_many_free_seats_is_open():
    page = make_training(registration="here", capacity=20)
    assert training_of(page).state == "open"
    for _ in range(17):
        sign_up(page)
    assert training_of(page).state == "few"


def test_nobody_is_moved_out_of_a_training_that_is_over(page):
    other = make_training(registration="here")
    someone = sign_up(page)
    past = timezone.now() - timedelta(days=2)
    Training.objects.filter(key=page.translation_key).update(starts=past, ends=past)
    with pytest.raises(registration.SeatError, match="closed"):
        registration.move(someone, training_of(other).pk)
    assert (statuses(page), statuses(other)) == (["confirmed"], [])
