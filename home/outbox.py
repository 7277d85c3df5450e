"""Mail that survives a dead mail server: written in a transaction, composed and sent outside it, retried.

Knows nothing of what a mail is about: each kind has a composer, named by the app whose mail it is (`composes`). A row
holds no address and no text, so that nothing personal waits here. A mail is sent at least once; it can be sent twice
only when a worker is killed between the server's answer and the row's update, and then with the same Message-ID.
"""

import logging
import smtplib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from email.mime.base import MIMEBase
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import Count, Min, Q
from django.utils import timezone

from home.models import OutboxMessage

logger = logging.getLogger(__name__)

MAX_ATTEMPTS = 50
LONGEST_WAIT = timedelta(hours=1)
STALE_AFTER = timedelta(minutes=10)  # a claim this old belongs to a killed worker
ALARM_AFTER = timedelta(minutes=15)

_composers = {}


@dataclass(frozen=True)
class Mail:
    """What one mail says. `attachments`: parts with their own headers, such as a calendar file or a picture."""

    recipient: str
    subject: str
    text: str
    html: str = ""
    reply_to: str = ""
    attachments: Sequence[MIMEBase] = ()


def composes(*kinds):
    """Name the composer of these kinds: called with the OutboxMessage, gives a Mail, or None if it is not needed."""

    def register(composer):
        _composers.update(dict.fromkeys(kinds, composer))
        return composer

    return register


def write(kind, about, *, turn=""):
    """Queue one mail; call it inside the transaction that causes the mail. A second one like it is not queued."""
    write_many(kind, [about], turn=turn)


def write_many(kind, numbers, *, turn=""):
    """Queue a mail of one kind about each of these numbers."""
    OutboxMessage.objects.bulk_create(
        [OutboxMessage(kind=kind, about=number, turn=turn) for number in numbers], ignore_conflicts=True
    )


def send_again(messages):
    """Queue given-up mails of a queryset once more. Returns how many."""
    return messages.filter(state=OutboxMessage.State.DEAD).update(
        state=OutboxMessage.State.QUEUED, attempts=0, next_attempt=timezone.now(), problem=""
    )


def send_due():
    """Send every mail that is due. Returns how many were sent."""
    sent = 0
    while message := claim_next():
        sent += deliver(message)
    return sent


def claim_next():
    """Take the next due mail for this worker in a short transaction, or return None."""
    now = timezone.now()
    due = Q(state=OutboxMessage.State.QUEUED, next_attempt__lte=now)
    left_behind = Q(state=OutboxMessage.State.SENDING, claimed_at__lt=now - STALE_AFTER)
    with transaction.atomic():
        message = (
            OutboxMessage.objects.select_for_update(skip_locked=True)
            .filter(due | left_behind)
            .order_by("next_attempt", "pk")
            .first()
        )
        if message:
            message.state = OutboxMessage.State.SENDING
            message.claimed_at = now
            message.attempts += 1
            message.save(update_fields=["state", "claimed_at", "attempts"])
        return message


def deliver(message):
    """Compose and send one claimed mail and note the outcome. Returns whether it was sent."""
    try:
        mail = _composers[message.kind](message)
        if mail is None:
            message.state = OutboxMessage.State.DROPPED
            message.save(update_fields=["state"])
            return False
        send(mail, message.message_id)
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _text in error.recipients.values()]
        return note_failure(message, f"SMTP {codes[0]}", is_final=all(500 <= code < 600 for code in codes))
    except smtplib.SMTPDataError as error:
        return note_failure(message, f"SMTP {error.smtp_code}", is_final=500 <= error.smtp_code < 600)
    except Exception as error:  # whatever it is, the mail must not stay claimed and be tried for ever
        return note_failure(message, type(error).__name__, is_final=False)
    message.state, message.sent_at, message.problem = OutboxMessage.State.SENT, timezone.now(), ""
    message.save(update_fields=["state", "sent_at", "problem"])
    return True


def send(mail, number):
    """Hand one mail to the mail server. `number`: the UUID of its Message-ID. Raises what smtplib raises."""
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname
    built = EmailMultiAlternatives(
        subject=" ".join(mail.subject.split())[:200],
        body=mail.text,
        to=[mail.recipient],
        reply_to=[mail.reply_to] if mail.reply_to else None,
        headers={"Message-ID": f"<{number}@{host}>", "Auto-Submitted": "auto-generated"},
    )
    if mail.html:
        built.attach_alternative(mail.html, "text/html")
    for part in mail.attachments:
        built.attach(part)
    built.send()


def note_failure(message, problem, *, is_final):
    """Plan the next attempt, or give the mail up. Returns False. Neither row nor log names a person."""
    if is_final or message.attempts >= MAX_ATTEMPTS:
        message.state = OutboxMessage.State.DEAD
    else:
        message.state = OutboxMessage.State.QUEUED
        message.next_attempt = timezone.now() + wait_after(message.attempts)
    message.problem = problem[:60]
    message.save(update_fields=["state", "next_attempt", "problem"])
    logger.warning("Mail %s: attempt %s failed (%s)", message.pk, message.attempts, problem)
    return False


def wait_after(attempts):
    """How long to wait after so many attempts: 2 s, 4 s, 8 s … one hour at most."""
    return min(timedelta(seconds=2 ** min(attempts, 12)), LONGEST_WAIT)


@dataclass(frozen=True)
class Health:
    """How the outbox does, for monitoring: mails that wait, the longest wait in seconds, mails given up."""

    waiting: int
    longest_wait: int
    dead: int

    @property
    def is_alarming(self):
        return self.longest_wait > ALARM_AFTER.total_seconds()


def health():
    """The numbers of the outbox now (one query)."""
    waits = Q(state__in=[OutboxMessage.State.QUEUED, OutboxMessage.State.SENDING])
    found = OutboxMessage.objects.aggregate(
        waiting=Count("pk", filter=waits),
        oldest=Min("created_at", filter=waits),
        dead=Count("pk", filter=Q(state=OutboxMessage.State.DEAD)),
    )
    wait = timezone.now() - found["oldest"] if found["oldest"] else timedelta()
    return Health(found["waiting"], int(wait.total_seconds()), found["dead"])
