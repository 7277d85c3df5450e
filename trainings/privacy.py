"""How the site forgets people: when their time is over, and when they ask for it. Numbers are left.

What people need is erased first, some days after the training; everything else of them later: names, addresses,
answers, links, calls, and the texts of messages to them, which may name somebody. What stays is what the funder
counts: status, type of organisation, municipality, mode, language, attendance and times.
"""

import logging
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from home.models import Feedback, OutboxMessage
from trainings.models import (
    AccessLogEntry,
    Answer,
    Call,
    Kind,
    Message,
    OwnPageLink,
    Registration,
    RegistrationNeeds,
    Training,
    TrainingSettings,
)
from trainings.models.registration import folded
from trainings.registration import cancel, locked, mail_kind

logger = logging.getLogger(__name__)

WARNED_BEFORE_DAYS = 14
# Long enough to look into a misuse that is noticed late.
ACCESS_LOG_DAYS = 2 * 365
MAILS_TO_PEOPLE = [mail_kind(kind) for kind in Kind.values]


@dataclass(frozen=True)
class Erased:
    """What was erased, or would be: people made anonymous, needs of how many people, texts of messages."""

    training_id: int
    people: int = 0
    needs: int = 0
    messages: int = 0

    def __bool__(self):
        return bool(self.people or self.needs or self.messages)


@dataclass(frozen=True)
class Periods:
    """How many days after its last day the people of a training, and their needs, are kept."""

    people: int
    needs: int

    @classmethod
    def of(cls, training, settings):
        people = training.retention_days or settings.retention_days
        return cls(people, min(settings.needs_retention_days, people))

    def over(self, training, today):
        """Whose period is over, the needs' and the people's: (bool, bool). The last day of a period is kept whole."""
        past = (today - training.last_day).days
        return past > self.needs, past > self.people


# Erasing what has been kept its time


def anonymise_due(today=None):
    """Erase what has been kept its time. Returns an Erased of each training of which something went."""
    today = today or timezone.localdate()
    return [erased for due in due_numbers(today) if (erased := forget(due.training_id, today))]


def due_numbers(today=None):
    """What `anonymise_due` would erase, as a list: an Erased of each training of which something would go."""
    today = today or timezone.localdate()
    if not (trainings := list(holding(today))):
        return []
    settings = TrainingSettings.current()
    numbers = []
    for training in trainings:
        needs_are_over, people_are_over = Periods.of(training, settings).over(training, today)
        numbers.append(
            Erased(
                training.pk,
                people=training.people_kept * people_are_over,
                needs=training.needs_kept * needs_are_over,
                messages=training.messages_kept * people_are_over,
            )
        )
    return [item for item in numbers if item]


def holding(today):
    """Trainings whose last day is over and of whose people something is left, counted as `people_kept` and so on."""
    people = Registration.objects.filter(training=OuterRef("pk"), anonymised_at__isnull=True)
    messages = Message.objects.filter(training=OuterRef("pk")).exclude(subject="", text="")
    midnight = timezone.make_aware(datetime.combine(today, time.min))
    return (
        Training.objects.filter(Exists(people) | Exists(messages), ends__lt=midnight)
        .annotate(
            people_kept=Count("registrations", filter=Q(registrations__anonymised_at__isnull=True), distinct=True),
            needs_kept=Count("registrations__needs", distinct=True),
            messages_kept=Count("messages", filter=~Q(messages__subject="", messages__text=""), distinct=True),
        )
        .select_related("contact")
        .order_by("ends", "pk")
    )


@transaction.atomic
def forget(training_id, today):
    """Erase what has been kept its time of one training. Returns an Erased; a second worker finds nothing left."""
    training = locked(training_id)  # it may have been postponed since it was found
    needs_are_over, people_are_over = Periods.of(training, TrainingSettings.current()).over(training, today)
    registrations = training.registrations.filter(anonymised_at__isnull=True)
    needs = erase(RegistrationNeeds, registrations) if needs_are_over else 0
    people = messages = 0
    if people_are_over:
        people = anonymise(registrations)
        messages = empty(training.messages.all())
        training.anonymised_at = timezone.now()
        training.save(update_fields=["anonymised_at"])
    erased = Erased(training.pk, people, needs, messages)
    if erased:
        logger.info("Training %s: anonymised %s, needs %s, messages %s", training.pk, people, needs, messages)
    return erased


def anonymise(registrations):
    """Make these people anonymous; call it under the locks of their trainings. Returns how many they are."""
    for model in (RegistrationNeeds, Answer, OwnPageLink, Call):
        erase(model, registrations)
    drop(OutboxMessage.objects.filter(kind__in=MAILS_TO_PEOPLE, about__in=registrations.values("pk")))
    return registrations.update(
        name="", name_folded="", email="", telephone="", organisation="", nonce=None, anonymised_at=timezone.now()
    )


def erase(model, registrations):
    """Erase the rows of a model that belong to these registrations. Returns how many."""
    return model.objects.filter(registration__in=registrations).delete()[0]


def empty(messages):
    """Erase the texts of these messages; that they were sent, when and to how many is left. Returns how many."""
    filled = messages.exclude(subject="", text="")
    drop(
        OutboxMessage.objects.filter(
            kind=mail_kind(Kind.MESSAGE), turn__in=[str(pk) for pk in filled.values_list("pk", flat=True)]
        )
    )
    return filled.update(subject="", text="")


def drop(mails):
    """Send none of these mails any more."""
    mails.exclude(state__in=[OutboxMessage.State.SENT, OutboxMessage.State.DROPPED]).update(
        state=OutboxMessage.State.DROPPED
    )


def erase_old_log():
    """Erase the entries of the access log that are older than ACCESS_LOG_DAYS. Returns how many."""
    old = timezone.now() - timedelta(days=ACCESS_LOG_DAYS)
    return AccessLogEntry.objects.filter(created_at__lt=old).delete()[0]


def soon_anonymised(days=WARNED_BEFORE_DAYS, today=None):
    """Past trainings whose people will be anonymous in so many days and whose sign-in sheet is not filed, as a list.

    Each has `anonymised_on`, the day, and `people_kept`, the number of people.
    """
    today = today or timezone.localdate()
    trainings = [item for item in holding(today) if item.people_kept and not item.is_sheet_filed]
    if not trainings:
        return []
    settings = TrainingSettings.current()
    for training in trainings:
        training.anonymised_on = training.last_day + timedelta(days=Periods.of(training, settings).people + 1)
    return [training for training in trainings if training.anonymised_on <= today + timedelta(days=days)]


# One person


def held_of(email="", *, name="", number=None):
    """What the site holds of a person: (registrations, feedback), two querysets. Without a criterion, nothing.

    Several people may share an address: `name` or `number`, the primary key of a registration, tells them apart.
    """
    registrations = Registration.objects.filter(anonymised_at__isnull=True).order_by("training__starts", "pk")
    if email:
        registrations = registrations.of_person(email)
    if name:
        registrations = registrations.filter(name_folded=folded(name))
    if number:
        registrations = registrations.filter(pk=number)
    if not (email or name or number):
        registrations = registrations.none()
    has_feedback = email and not number
    feedback = Feedback.objects.filter(email__iexact=email.strip()) if has_feedback else Feedback.objects.none()
    return registrations, feedback


def export_person(registrations, feedback=()):
    """Everything that the site holds of a person as plain data for JSON (GDPR, article 15).

    Takes two querysets as `held_of` gives them. Answers and states are in words of the active language, times in the
    project's time zone. It is told when the staff saw the data, but not who of them.
    """
    registrations = list(
        registrations.select_related("training", "municipality", "needs").prefetch_related(
            "answers__question", "links", "calls"
        )
    )
    numbers = [item.pk for item in registrations]
    mails, seen = defaultdict(list), defaultdict(list)
    for mail in OutboxMessage.objects.filter(kind__in=MAILS_TO_PEOPLE, about__in=numbers).order_by("pk"):
        mails[mail.about].append(mail)
    for entry in AccessLogEntry.objects.filter(registration_number__in=numbers).order_by("pk"):
        seen[entry.registration_number].append({"what": entry.get_action_display(), "at": at(entry.created_at)})
    messages = {
        str(message.pk): message
        for message in Message.objects.filter(training__in={item.training_id for item in registrations})
    }
    return {
        "registrations": [
            {**told_of(item), **told_to(item, mails[item.pk], messages), "seen_by_staff": seen[item.pk]}
            for item in registrations
        ],
        "feedback": [
            {
                "sent": at(item.created_at),
                "name": item.name,
                "email": item.email,
                "page": item.page_address,
                "message": item.message,
                "language": item.language,
            }
            for item in feedback
        ],
    }


def told_of(item):
    """What a person told of themselves in a registration, and what became of it."""
    needs = getattr(item, "needs", None)
    return {
        "training": item.training.name,
        "training_starts": at(item.training.starts),
        "training_ends": at(item.training.ends),
        "number": item.number,
        "status": item.get_status_display(),
        "name": item.name,
        "email": item.email,
        "telephone": item.telephone,
        "organisation": item.organisation,
        "organisation_type": item.get_organisation_type_display(),
        "municipality": item.municipality.title if item.municipality else "",
        "takes_part": item.get_mode_display(),
        "language": item.get_language_display(),
        "attendance": item.get_attendance_display(),
        "is_added_by_staff": item.is_added_by_staff,
        "registered": at(item.created_at),
        "got_seat_from_queue": at(item.promoted_at),
        "cancelled": at(item.cancelled_at),
        "answers": [{"question": answer.question.label, "answer": answer.text} for answer in item.answers.all()],
        "needs": {"text": needs.text, "allowed_to_be_used": at(needs.agreed_at)} if needs else None,
    }


def told_to(item, mails, messages):
    """What was told to a person: mails, calls, the organiser's messages (`messages`: {turn: Message}), links."""
    labels = {mail_kind(kind): label for kind, label in Kind.choices}
    told = [mail.turn for mail in mails if mail.kind == mail_kind(Kind.MESSAGE) and mail.sent_at]
    told += [call.turn for call in item.calls.all() if call.kind == Kind.MESSAGE and call.done_at]
    return {
        "mails": [
            {
                "kind": str(labels[mail.kind]),
                "state": mail.get_state_display(),
                "written": at(mail.created_at),
                "sent": at(mail.sent_at),
            }
            for mail in mails
        ],
        "calls": [
            {"kind": call.get_kind_display(), "since": at(call.created_at), "told": at(call.done_at)}
            for call in item.calls.all()
        ],
        "messages": [
            {"subject": message.subject, "text": message.text, "written": at(message.created_at)}
            for turn in told
            if (message := messages.get(turn))
        ],
        "links_to_own_page": [at(link.created_at) for link in item.links.all()],
    }


def at(moment):
    """A time as JSON tells it, or None."""
    return moment and timezone.localtime(moment).isoformat(timespec="seconds")


@transaction.atomic
def erase_person(registrations, feedback=None):
    """Erase everything of a person, who is not told. Returns how many registrations were made anonymous.

    A registration for a training that has not begun is cancelled, so that the queue moves; a past one goes on being
    counted. `feedback`: a queryset of the person's messages, erased too.
    """
    registrations = list(registrations)
    # In the order in which `move` takes the rows: two at once must not wait for each other.
    trainings = {pk: locked(pk) for pk in sorted({item.training_id for item in registrations})}
    people = Registration.objects.filter(pk__in=[item.pk for item in registrations], anonymised_at__isnull=True)
    for item in people:
        if trainings[item.training_id].starts > timezone.now():
            cancel(item, by_staff=True, is_told=False)
    empty(Message.objects.filter(pk__in=messages_naming(people)))
    erased = anonymise(people)
    if feedback is not None:
        feedback.delete()
    logger.info("Registrations of one person erased: %s", erased)
    return erased


def messages_naming(people):
    """The numbers of the messages to these people's trainings in which one of them is named."""
    marks = defaultdict(set)
    for item in people:
        marks[item.training_id] |= marks_of(item)
    found = []
    for message in Message.objects.filter(training__in=marks):
        text = folded(f"{message.subject} {message.text}")
        texts = f"{text} {''.join(text.split())}"  # a telephone number is written with spaces or without
        if any(re.search(mark, texts) for mark in marks[message.training_id]):
            found.append(message.pk)
    return found


def marks_of(item):
    """How a text may name a person, as patterns: a word of the name with any ending, e-mail, telephone."""
    # "Virtanen" is "Virtasen" in the genitive; names shorter than three letters would be found everywhere.
    words = [word.removesuffix("nen") if len(word) > 5 else word for word in item.name_folded.split()]
    whole = [item.email, "".join(item.telephone.split())]
    return {rf"\b{re.escape(word)}" for word in words if len(word) > 2} | {re.escape(mark) for mark in whole if mark}
