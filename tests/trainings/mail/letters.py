"""What the outbox would send, and how to read it."""

from datetime import timedelta

from bs4 import BeautifulSoup
from django.utils import timezone
from icalendar import Calendar
from wagtail.models import Locale

from home import outbox
from home.models import OutboxMessage
from tests.factories import person, republish, sign_up, training_of
from trainings import mail, registration
from trainings.models import Kind, MailText, Message, Training

DAY = timezone.localdate() + timedelta(days=30)


MEETING = "https://kokous.example.org/j/1?pwd=salainen"


# Whom a mail of each kind is about, so that it holds.
CONFIRMED_KINDS = [Kind.CONFIRMED, Kind.PROMOTED, Kind.AGAIN, Kind.TOO_MANY, Kind.CHANGED, Kind.REMINDER]


CANCELLED_KINDS = [Kind.CANCELLED, Kind.CANCELLED_BY_STAFF]


def composed(kind, item, *, turn=""):
    """What the outbox would send now for a row of this kind, or None."""
    outbox.write(registration.mail_kind(kind), item.pk, turn=turn)
    return mail.compose(OutboxMessage.objects.get(kind=registration.mail_kind(kind), about=item.pk, turn=turn))


def composed_when_true(kind, page, **values):
    """A mail of a kind to somebody for whom it holds."""
    values = person(**values)
    if kind == Kind.WAITLISTED:
        sign_up(page)
    item = registration.register(training_of(page).pk, values).registration
    if kind in CANCELLED_KINDS:
        registration.cancel(item)
    if kind == Kind.TRAINING_CANCELLED:
        republish(page, is_cancelled=True)
    if kind == Kind.MATERIALS:
        republish(page, recording_url="https://video.example.org/1")
        end(page)
    turn = DAY.isoformat() if kind == Kind.REMINDER else ""
    if kind == Kind.MESSAGE:
        turn = write_message(page).pk
    OutboxMessage.objects.all().delete()
    return composed(kind, item, turn=turn)


def write_message(page, **values):
    values = {"subject": "Tuo sukat", "text": "Sali on viileä.", "audience": Message.Audience.ALL, **values}
    return Message.objects.create(training=training_of(page), **values)


def end(page, days=1):
    """Let the training have ended some days ago."""
    at = timezone.now() - timedelta(days=days)
    Training.objects.filter(key=page.translation_key).update(starts=at - timedelta(hours=6), ends=at)


def set_text(kind, language, **values):
    values = {"subject": "Otsikko", "text": "Teksti", **values}
    MailText.objects.filter(kind=kind, locale__language_code=language).delete()
    return MailText.objects.create(kind=kind, locale=Locale.objects.get(language_code=language), **values)


def html(letter):
    return BeautifulSoup(letter.html, "html.parser")


def event_of(letter):
    [part] = letter.attachments
    [event] = Calendar.from_ical(part.get_payload(decode=True)).walk("VEVENT")
    return event
