"""A mail that is not true any more is not sent."""

from datetime import timedelta

import pytest
from django.utils import timezone

from home import outbox
from home.models import OutboxMessage
from tests.factories import person, republish, sign_up, training_of
from tests.reading import said
from tests.trainings.mail.letters import CANCELLED_KINDS, CONFIRMED_KINDS, DAY, composed, composed_when_true
from trainings import registration
from trainings.models import Kind, Registration, Training

pytestmark = pytest.mark.django_db


def test_a_confirmation_holds_while_the_seat_does(page):
    item = sign_up(page)
    assert composed(Kind.CONFIRMED, item)
    registration.cancel(item)
    assert composed(Kind.CONFIRMED, item) is None


def test_a_queue_mail_that_is_overtaken_by_a_promotion_is_not_sent(page, mailoutbox):
    first = sign_up(page)
    second = sign_up(page)
    registration.cancel(first, is_told=False)
    outbox.send_due()
    assert [sent.subject for sent in mailoutbox if sent.to == [second.email]] == ["Sait paikan: Kohtaaminen"]
    assert [sent for sent in mailoutbox if sent.to == [first.email]] == []


def test_a_promotion_that_is_cancelled_since_is_not_sent(page):
    first, second = sign_up(page), sign_up(page)
    registration.cancel(first)
    registration.cancel(second)
    assert composed(Kind.PROMOTED, second) is None
    assert composed(Kind.CANCELLED, second)


def test_of_two_changes_only_the_newer_is_told(page, mailoutbox):
    item = sign_up(page)
    outbox.send_due()
    mailoutbox.clear()
    for number, venue in enumerate(("Koulu", "Kahvila")):
        outbox.write(registration.mail_kind(Kind.CHANGED), item.pk, turn=f"{number}")
        republish(page, venue=venue)
    outbox.send_due()
    [sent] = mailoutbox
    assert "Kahvila, Katu 1, Nivala" in sent.body


@pytest.mark.parametrize("kind", [*CONFIRMED_KINDS, Kind.WAITLISTED])
def test_who_has_signed_up_for_a_training_that_is_cancelled_hears_only_that(page, kind):
    item = sign_up(page)
    turn = DAY.isoformat() if kind == Kind.REMINDER else ""
    if kind == Kind.WAITLISTED:
        item = sign_up(page)
    assert composed(kind, item, turn=turn)
    republish(page, is_cancelled=True)
    assert composed(kind, item, turn=turn) is None
    assert composed(Kind.TRAINING_CANCELLED, item)


def test_a_cancellation_that_is_taken_back_is_not_told(page):
    item = sign_up(page)
    republish(page, is_cancelled=True)
    republish(page, is_cancelled=False)
    assert composed(Kind.TRAINING_CANCELLED, item) is None
    assert composed(Kind.CHANGED, item)


def test_a_cancellation_that_was_told_and_is_taken_back_is_told_first_and_once(page, mailoutbox):
    sign_up(page)
    outbox.send_due()
    for values in ({"is_cancelled": True}, {"is_cancelled": False}, {"venue": "Koulu"}):
        republish(page, **values)
        outbox.send_due()
    assert [sent.body.splitlines()[0] for sent in mailoutbox[1:]] == [
        said("The training is cancelled", "fi"),
        said("The training is held after all", "fi"),
        said("The details of the training have changed", "fi"),
    ]


@pytest.mark.parametrize("kind", [*CONFIRMED_KINDS, Kind.TRAINING_CANCELLED, *CANCELLED_KINDS])
def test_what_comes_after_the_end_is_not_sent(page, kind):
    item = sign_up(page)
    if kind in CANCELLED_KINDS:
        registration.cancel(item)
    if kind == Kind.TRAINING_CANCELLED:
        republish(page, is_cancelled=True)
    turn = DAY.isoformat() if kind == Kind.REMINDER else ""
    assert composed(kind, item, turn=turn)
    Training.objects.filter(pk=item.training_id).update(
        ends=timezone.now() - timedelta(minutes=1), starts=item.created_at - timedelta(days=1)
    )
    assert composed(kind, item, turn=turn) is None


def test_a_reminder_of_a_day_to_which_the_training_is_not_held_any_more_is_not_sent(page):
    item = sign_up(page)
    assert composed(Kind.REMINDER, item, turn=DAY.isoformat())
    republish(page, starts_on=DAY + timedelta(days=1))
    assert composed(Kind.REMINDER, item, turn=DAY.isoformat()) is None
    assert composed(Kind.REMINDER, item, turn=(DAY + timedelta(days=1)).isoformat())


@pytest.mark.parametrize("kind", list(Kind))
def test_nobody_is_told_anything_once_the_data_are_gone(page, kind):
    assert composed_when_true(kind, page)
    item = training_of(page).registrations.order_by("-number").first()
    turn = OutboxMessage.objects.get(about=item.pk).turn
    Registration.objects.filter(pk=item.pk).update(
        name="", name_folded="", email="", telephone="", organisation="", nonce=None, anonymised_at=timezone.now()
    )
    assert composed(kind, item, turn=turn) is None
    Registration.objects.filter(pk=item.pk).delete()
    assert composed(kind, item, turn=turn) is None


def test_without_an_address_there_is_no_mail(page):
    item = registration.add(training_of(page).pk, person(email="", telephone="040 1")).registration
    assert composed(Kind.CONFIRMED, item) is None
