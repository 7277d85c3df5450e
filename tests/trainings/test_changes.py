"""What a change of a training's page means for the people in it: seats that move, and who is told."""

from datetime import time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from tests.factories import fresh, make_training, person, republish, sign_up, stream, training_of
from tests.trainings.ledger import forget_mails, statuses, told
from trainings import registration
from trainings.models import Registration, Training

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return make_training(registration="here", capacity=2, waitlist_capacity=2)


def test_more_seats_promote_the_queue_in_order(page):
    people = [sign_up(page) for _ in range(4)]
    forget_mails()
    republish(page, capacity=3)
    assert statuses(page) == ["confirmed"] * 3 + ["waitlisted"]
    assert [told(item) for item in people] == [[], [], ["promoted"], []]
    republish(page, capacity=None)
    assert statuses(page) == ["confirmed"] * 4


def test_fewer_seats_demote_nobody_and_let_nobody_in(page):
    for _ in range(3):
        sign_up(page)
    republish(page, capacity=1)
    assert statuses(page) == ["confirmed", "confirmed", "waitlisted"]
    registration.cancel(training_of(page).registrations.get(number=1))
    assert statuses(page) == ["cancelled", "confirmed", "waitlisted"]  # one seat, one person


def test_a_draft_with_more_seats_promotes_nobody(page):
    for _ in range(3):
        sign_up(page)
    draft = fresh(page)
    draft.capacity = 9
    draft.save_revision()
    assert statuses(page) == ["confirmed", "confirmed", "waitlisted"]


def test_unpublishing_closes_registration_and_keeps_the_people(page):
    someone = sign_up(page)
    fresh(page).unpublish()
    assert registration.register(training_of(page).pk, person()).status == "closed"
    assert statuses(page) == ["confirmed"]
    assert registration.cancel(someone)  # the link of the mail goes on working


def test_a_new_time_is_told_to_everybody_who_is_in(page):
    people = [sign_up(page) for _ in range(3)]
    gone = sign_up(page)
    registration.cancel(gone)
    forget_mails()
    republish(page, starts_on=fresh(page).starts_on + timedelta(days=7))
    assert [told(item) for item in people] == [["changed"]] * 3
    assert told(gone) == []
    republish(page, summary="Vain sana muuttui.")
    assert [told(item) for item in people] == [["changed"]] * 3


def test_the_address_of_the_meeting_is_told_only_when_it_changes(page):
    page = republish(page, mode="online")
    someone = sign_up(page)
    forget_mails()
    republish(page, meeting_url="https://kokous.example/1")
    assert told(someone) == []  # nobody knew another one: the reminder tells it
    republish(page, meeting_url="https://kokous.example/2")
    assert told(someone) == ["changed"]


def test_a_cancelled_training_is_told_once_and_nobody_is_promoted(page):
    people = [sign_up(page) for _ in range(3)]
    forget_mails()
    republish(page, is_cancelled=True)
    republish(page, is_cancelled=True, summary="Vain sana muuttui.")
    assert [told(item) for item in people] == [["training_cancelled"]] * 3
    registration.cancel(people[0])
    assert statuses(page) == ["cancelled", "confirmed", "waitlisted"]


def test_what_is_over_is_not_told():
    page = make_training(registration="here", starts_on=timezone.localdate() - timedelta(days=3))
    someone = registration.add(training_of(page).pk, person()).registration
    forget_mails()
    republish(page, venue="Muualla")
    assert told(someone) == []


def test_a_first_meeting_address_that_no_reminder_will_tell_is_told_at_once(page):
    page = republish(page, mode="hybrid", starts_on=timezone.localdate() + timedelta(days=1), starts_at=time(23, 59))
    online, on_site = sign_up(page, mode="online"), sign_up(page, mode="on_site")
    waiting = sign_up(page, mode="online")
    forget_mails()
    republish(page, meeting_url="https://kokous.example/1")
    assert [told(item) for item in (online, on_site, waiting)] == [["changed"], [], []]


def test_another_day_of_a_long_training_is_told():
    first = timezone.localdate() + timedelta(days=30)

    def programme(*days):
        return stream(
            *(("session", {"date": day, "starts": time(9), "ends": time(15), "title": "Päivä"}) for day in days)
        )

    week = timedelta(days=7)
    page = make_training(registration="here", ends_on=first + 2 * week, programme=programme(first, first + week))
    someone = sign_up(page)
    forget_mails()
    republish(page, programme=programme(first, first + week + timedelta(days=1)))
    assert told(someone) == ["changed"]


def test_a_typing_error_in_the_year_moves_nobody_into_the_past(page):
    someone = sign_up(page)
    draft = fresh(page)
    draft.starts_on = timezone.localdate() - timedelta(days=300)
    with pytest.raises(ValidationError, match="starts_on"):
        draft.save_revision().publish()
    assert training_of(page).starts > timezone.now()
    assert told(someone) == ["confirmed"]


def test_a_page_whose_people_are_anonymised_is_copied_and_not_used_again(page):
    someone = sign_up(page)
    past = timezone.now() - timedelta(days=400)
    Training.objects.filter(key=page.translation_key).update(starts=past, ends=past, anonymised_at=timezone.now())
    with pytest.raises(ValidationError, match="starts_on"):
        republish(page, starts_on=timezone.localdate() + timedelta(days=60))
    assert Registration.objects.get(pk=someone.pk).is_active
