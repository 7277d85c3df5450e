"""Every change of seats, and nothing else: who has one, who waits, who is told.

Each public function takes its training's row under a lock for its whole transaction (a row lock on PostgreSQL; on
SQLite the transaction itself, which begins as a writer), so that there are never more confirmed people than seats and
the queue moves in the order of numbers. Mails and calls are written in the same transaction.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from home import outbox
from home.models import OutboxMessage
from trainings.models import Answer, Call, Kind, Registration, RegistrationNeeds, Training, TrainingSettings
from trainings.models.registration import folded
from trainings.models.training import Seats

MOST_OF_ONE_ADDRESS = 5
Status = Registration.Status


class SeatError(Exception):
    """Something that the seats or the state of a training do not allow; `reason` says which.

    full: no seat is free; closed: the training takes nobody any more; twin: the person is in it already.
    """

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Outcome:
    """What came of signing up: "confirmed", "waitlisted", "full" or "closed".

    `registration` is None when nobody was added: also for a person who is in already, whose outcome is what a
    newcomer's would be. `position`: the place in the queue, from 1.
    """

    status: str
    registration: Registration | None = None
    position: int | None = None


def locked(training_id):
    """The row of a training, for this transaction alone."""
    return Training.objects.select_for_update().get(pk=training_id)


def mail_kind(kind):
    """The kind under which the outbox knows a mail to a participant."""
    return f"trainings.{kind}"


def tell(registrations, kind, *, turn=""):
    """Queue a mail to each of these people; who has no e-mail goes on the call list. Each kind and turn once."""
    registrations = list(registrations)
    if by_mail := [item.pk for item in registrations if item.email]:
        outbox.write_many(mail_kind(kind), by_mail, turn=str(turn))
    if calls := [Call(registration=item, kind=kind, turn=str(turn)) for item in registrations if not item.email]:
        Call.objects.bulk_create(calls, ignore_conflicts=True)


@transaction.atomic
def register(training_id, person, *, answers=(), needs="", nonce=None):
    """Sign a person up by themselves.

    `person`: values of Registration's fields. `answers`: {Question: value}. `needs`: what the person needs, with
    their leave to use it. `nonce`: names the very form, so that sending it twice is one registration. Returns an
    Outcome.
    """
    training = locked(training_id)
    if nonce and (same := training.registrations.filter(nonce=nonce).first()):
        return Outcome(same.status if same.is_active else "closed", same, same.position)
    if training.state_without_seats != "open" or not training.is_registered_here:
        return Outcome("closed")
    return place(training, person, answers=answers, needs=needs, nonce=nonce)


@transaction.atomic
def add(training_id, person, *, answers=(), needs="", nonce=None, passes_queue=False):
    """Sign a person up by the staff, also when registration is closed; `person` as for `register`.

    `passes_queue`: somebody at the door gets a free seat though others wait. Returns an Outcome. Raises SeatError:
    "closed" when the training is cancelled or its people are anonymised, "full" when nothing is free, "twin" when
    the person is in already.
    """
    training = locked(training_id)
    if nonce and (same := training.registrations.filter(nonce=nonce).first()):
        return Outcome(same.status, same, same.position)
    if training.is_cancelled or training.anonymised_at:
        raise SeatError("closed")
    if twin_of(training, person):
        raise SeatError("twin")
    seats = settle(training)
    if passes_queue:
        if training.capacity is not None and seats.confirmed >= training.capacity:
            raise SeatError("full")
        seats = Seats(seats.confirmed, 0)
    outcome = place(
        training, {**person, "is_added_by_staff": True}, answers=answers, needs=needs, nonce=nonce, seats=seats
    )
    if outcome.registration is None:
        raise SeatError(outcome.status)
    return outcome


def place(training, person, *, answers=(), needs="", nonce=None, seats=None):
    """Give a person the next place in a locked training, unless they are in it already. Returns an Outcome."""
    seats = seats or settle(training)
    status = training.place_for_next(seats)
    position = seats.waitlisted + 1 if status == Status.WAITLISTED else None
    if is_turned_away(training, person):
        return Outcome(status or "full", None, position)
    if status is None:
        return Outcome("full")
    training.last_number += 1
    training.save(update_fields=["last_number"])
    registration = Registration.objects.create(
        training=training, number=training.last_number, status=status, nonce=nonce, **person
    )
    keep_answers(registration, answers)
    if needs:
        RegistrationNeeds.objects.create(registration=registration, text=needs)
    tell([registration], Kind.CONFIRMED if status == Status.CONFIRMED else Kind.WAITLISTED)
    return Outcome(status, registration, position)


def is_turned_away(training, person):
    """Whether a person is in already, or their address is used up; they are told so by mail alone."""
    email = person.get("email", "").strip().lower()
    if not email:
        return False
    same_address = list(training.registrations.active().of_person(email))
    twin = next((item for item in same_address if item.name_folded == folded(person["name"])), None)
    this_hour = f"{timezone.now():%Y%m%d%H}"
    if twin:
        tell([twin], Kind.AGAIN, turn=this_hour)
    elif len(same_address) >= MOST_OF_ONE_ADDRESS:
        tell(same_address[:1], Kind.TOO_MANY, turn=this_hour)
    else:
        return False
    return True


def twin_of(training, person, *, but=None):
    """The active registration of the same person: address (or, without one, telephone) and folded name."""
    email, telephone = person.get("email", "").strip().lower(), person.get("telephone", "")
    same = training.registrations.active().filter(name_folded=folded(person["name"]), email=email)
    if not email:
        same = same.filter(telephone=telephone)
    return same.exclude(pk=but and but.pk).first()


def keep_answers(registration, answers):
    """Make a person's answers these ({Question: value}); an empty value takes one away."""
    answers = dict(answers)
    if given := [
        Answer(registration=registration, question=question, value=value)
        for question, value in answers.items()
        if value
    ]:
        Answer.objects.bulk_create(
            given, update_conflicts=True, unique_fields=["registration", "question"], update_fields=["value"]
        )
    if len(given) < len(answers):
        emptied = [question for question, value in answers.items() if not value]
        registration.answers.filter(question__in=emptied).delete()


@transaction.atomic
def change(registration, person, *, answers=None, needs=None):
    """Change what a person told of themselves; `needs`: the new text, "" to erase it, None to leave it.

    Raises SeatError: "twin" when the same person is in already, "closed" when the data are anonymised.
    """
    training = locked(registration.training_id)
    registration.refresh_from_db()
    if registration.anonymised_at:
        raise SeatError("closed")
    had_email = bool(registration.email)
    told = {"name": registration.name, "email": registration.email, "telephone": registration.telephone, **person}
    if registration.is_active and twin_of(training, told, but=registration):
        raise SeatError("twin")
    for name, value in person.items():
        setattr(registration, name, value)
    registration.save(update_fields=[*person, "email", "name", "name_folded"])
    if had_email and not registration.email:
        call_instead(registration)
    keep_answers(registration, answers or {})
    if needs:
        RegistrationNeeds.objects.update_or_create(registration=registration, defaults={"text": needs})
    elif needs is not None:
        RegistrationNeeds.objects.filter(registration=registration).delete()


def call_instead(registration):
    """Put on the call list what no mail told somebody whose address was taken away."""
    kinds = {mail_kind(kind): kind for kind in Kind}
    states = [OutboxMessage.State.QUEUED, OutboxMessage.State.DEAD]
    # Under a lock of their own: the worker must not send meanwhile what is to be told by telephone.
    untold = OutboxMessage.objects.filter(kind__in=kinds, about=registration.pk, state__in=states)
    mails = list(untold.select_for_update().order_by("pk"))
    Call.objects.bulk_create(
        [Call(registration=registration, kind=kinds[mail.kind], turn=mail.turn) for mail in mails],
        ignore_conflicts=True,
    )
    OutboxMessage.objects.filter(pk__in=[mail.pk for mail in mails]).update(
        state=OutboxMessage.State.DROPPED, problem=""
    )


@transaction.atomic
def cancel(registration, *, by_staff=False, is_told=True):
    """Take a person out and give the seat to the first in the queue. Returns whether there was anything to cancel."""
    training = locked(registration.training_id)
    return take_out(training, registration, by_staff=by_staff, is_told=is_told)


def take_out(training, registration, *, by_staff, is_told):
    registration.refresh_from_db()
    if not registration.is_active:
        return False
    registration.status = Status.CANCELLED
    registration.cancelled_at = timezone.now()
    registration.save(update_fields=["status", "cancelled_at"])
    if is_told:
        tell([registration], Kind.CANCELLED_BY_STAFF if by_staff else Kind.CANCELLED)
    settle(training)
    return True


def frees_seat_for_queue(registration):
    """Whether somebody who is taken out now makes room for the first in the queue."""
    training = registration.training
    if registration.status != Status.CONFIRMED or training.is_cancelled:
        return False
    seats = training.seats
    has_room = training.capacity is None or seats.confirmed <= training.capacity
    return bool(seats.waitlisted) and has_room and queue_moves(training)


def queue_moves(training):
    """Whether free seats still go to the queue by themselves: until some hours before the start."""
    return timezone.now() < training.starts - timedelta(hours=TrainingSettings.current().promotion_ends_hours)


@transaction.atomic
def promote(registration):
    """Give a waiting person a free seat by hand, at any time. Raises SeatError: "full" or "closed"."""
    training = locked(registration.training_id)
    registration.refresh_from_db()
    if training.is_cancelled or registration.status != Status.WAITLISTED:
        raise SeatError("closed")
    if training.capacity is not None and training.seats.confirmed >= training.capacity:
        raise SeatError("full")
    give_seats(training, [registration])


@transaction.atomic
def move(registration, training_id):
    """Move a person to another training, where they come last. Returns the Outcome there.

    Raises SeatError as `add` does, and "closed" for somebody whose training is over or who is in none; then nothing
    has changed.
    """
    # Both rows in the order of their numbers: two movers the other way round must not wait for each other.
    rows = {pk: locked(pk) for pk in sorted({registration.training_id, training_id})}
    registration.refresh_from_db()
    is_over = rows[registration.training_id].ends < timezone.now()
    if not registration.is_active or is_over or training_id == registration.training_id:
        raise SeatError("closed")
    person = {
        name: getattr(registration, name)
        for name in (
            "name",
            "email",
            "telephone",
            "organisation",
            "organisation_type",
            "municipality",
            "language",
        )
    }
    if rows[training_id].mode == Training.Mode.HYBRID:
        person["mode"] = registration.mode
    needs = RegistrationNeeds.objects.filter(registration=registration).first()
    outcome = add(training_id, person, needs=needs.text if needs else "")
    take_out(rows[registration.training_id], registration, by_staff=True, is_told=True)
    return outcome


def settle(training):
    """Give free seats of a locked training to the queue, unless that has stopped. Returns the seats after it."""
    seats = training.seats
    if not seats.waitlisted or training.is_cancelled:
        return seats
    free = seats.waitlisted if training.capacity is None else max(training.capacity - seats.confirmed, 0)
    if not free or not queue_moves(training):
        return seats
    moved = list(training.registrations.waitlisted()[:free])
    give_seats(training, moved)
    return Seats(seats.confirmed + len(moved), seats.waitlisted - len(moved))


def give_seats(training, registrations):
    """Confirm waiting people of a locked training and tell them."""
    training.registrations.filter(pk__in=[item.pk for item in registrations]).update(
        status=Status.CONFIRMED, promoted_at=timezone.now()
    )
    tell(registrations, Kind.PROMOTED)


def follow_change(training, changed):
    """Tell the people of a locked training what these changed facts mean for them, and fill seats that are new.

    `changed`: names of fields that calendars are told of; the row's `sequence` tells one change from another.
    """
    if changed and training.ends >= timezone.now():
        is_called_off = training.is_cancelled and "is_cancelled" in changed
        if is_called_off or not training.is_cancelled:
            kind = Kind.TRAINING_CANCELLED if is_called_off else Kind.CHANGED
            people = training.registrations.active().filter(anonymised_at__isnull=True)
            if changed == {"meeting_url"}:  # shown to nobody else
                people = [item for item in people if item.meeting_url]
            tell(people, kind, turn=training.sequence)
    settle(training)
