"""Mail that survives a dead mail server: written in a transaction, composed and sent outside it, retried.

Knows nothing of what a mail is about: each kind has a composer, named by the app whose mail it is (`composes`). A row
holds no address and no text, so that nothing personal waits here. A mail is sent at least once; it can be sent twice
only when a worker is killed between the server's answer and the row's update, and then with the same Message-ID.
"""

import logging
import smtplib
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.utils import formataddr, parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.db.models import Count, Min, Q
from django.utils import timezone

from home.models import OutboxMessage

logger = logging.getLogger(__name__)

MAX_ATTEMPTS = 50
LONGEST_WAIT = timedelta(hours=1)
STALE_AFTER = timedelta(minutes=10)  # a claim this old belongs to a killed worker
ALARM_AFTER = timedelta(minutes=15)
# The worker's other jobs wait no longer for a slow mail server, nor does a worker that is asked to stop.
LONGEST_ROUND = timedelta(seconds=20)

_composers = {}


@dataclass(frozen=True)
class Mail:
    """What one mail says.

    `sender_name` stands before the address that all mail comes from. `pictures` are shown by the HTML, which names
    them by their Content-ID; `attachments` are files. Both are parts with their own headers.
    """

    recipient: str
    subject: str
    text: str
    html: str = ""
    reply_to: str = ""
    sender_name: str = ""
    pictures: Sequence[MIMEBase] = ()
    attachments: Sequence[MIMEBase] = ()


class Built(EmailMultiAlternatives):
    """A mail whose pictures stand with the HTML that shows them (RFC 2387), so that no reader lists them as files."""

    pictures = ()

    def message(self):
        message = super().message()
        if self.pictures:
            whole = next(part for part in message.walk() if part.get_content_type() == "multipart/alternative")
            text, html = whole.get_payload()
            whole.set_payload([text, MIMEMultipart("related", _subparts=[html, *self.pictures])])
        return message


def composes(*kinds):
    """Name the composer of these kinds: called with the OutboxMessage, gives a Mail, or None if it is not needed."""

    def register(composer):
        _composers.update(dict.fromkeys(kinds, composer))
        return composer

    return register


def write(kind, about, *, turn="", wait=timedelta()):
    """Queue one mail; call it inside the transaction that causes the mail. A second one like it is not queued.

    `wait`: for how long it is not sent, so that it can tell of what comes meanwhile.
    """
    write_many(kind, [about], turn=turn, wait=wait)


def write_many(kind, numbers, *, turn="", wait=timedelta()):
    """Queue a mail of one kind about each of these numbers."""
    at = timezone.now() + wait
    OutboxMessage.objects.bulk_create(
        [OutboxMessage(kind=kind, about=number, turn=turn, next_attempt=at) for number in numbers],
        ignore_conflicts=True,
    )


def send_again(messages):
    """Queue given-up mails of a queryset once more; their wait is counted from now. Returns how many."""
    now = timezone.now()
    return messages.filter(state=OutboxMessage.State.DEAD).update(
        state=OutboxMessage.State.QUEUED, attempts=0, created_at=now, next_attempt=now, problem=""
    )


def send_due():
    """Send mail that is due, for LONGEST_ROUND or until the server cannot be reached. Returns how many were sent."""
    sent, until = 0, time.monotonic() + LONGEST_ROUND.total_seconds()
    while time.monotonic() < until and (message := claim_next()):
        # The connection first: while the server is down, no mail is composed in vain, nor is one after another tried.
        try:
            connection = get_connection()
            connection.open()
        except Exception as error:
            note_failure(message, type(error).__name__, is_final=False)
            break
        try:
            sent += deliver(message, connection)
        finally:
            close(connection)
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


def close(connection):
    """End a connection; what the mail was answered holds, however the farewell goes."""
    try:
        connection.close()
    except (smtplib.SMTPException, OSError) as error:
        logger.warning("The connection to the mail server ended badly (%s)", type(error).__name__)


def deliver(message, connection):
    """Compose and send one claimed mail and note the outcome. Returns whether it was sent."""
    try:
        mail = _composers[message.kind](message)
        if mail is None:
            note(message, state=OutboxMessage.State.DROPPED, problem="")
            return False
        send(mail, message.message_id, connection)
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _text in error.recipients.values()]
        return note_failure(message, f"SMTP {codes[0]}", is_final=all(500 <= code < 600 for code in codes))
    except smtplib.SMTPDataError as error:
        return note_failure(message, f"SMTP {error.smtp_code}", is_final=500 <= error.smtp_code < 600)
    except Exception as error:  # whatever it is, the mail must not stay claimed and be tried for ever
        return note_failure(message, type(error).__name__, is_final=False)
    note(message, state=OutboxMessage.State.SENT, sent_at=timezone.now(), problem="")
    return True


def send(mail, number, connection):
    """Hand one mail to the mail server. `number`: the UUID of its Message-ID. Raises what smtplib raises."""
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname
    built = Built(
        subject=" ".join(mail.subject.split())[:200],
        body=mail.text,
        from_email=sender(mail.sender_name),
        to=[mail.recipient],
        reply_to=[mail.reply_to] if mail.reply_to else None,
        headers={"Message-ID": f"<{number}@{host}>", "Auto-Submitted": "auto-generated"},
        connection=connection,
    )
    if mail.html:
        built.attach_alternative(mail.html, "text/html")
        built.pictures = mail.pictures
    for part in mail.attachments:
        built.attach(part)
    built.send()


def sender(name):
    """The address that all mail comes from, with a name before it, if one is given."""
    own_name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return formataddr((" ".join(name.split()) or own_name, address))


def note(message, **values):
    """Write down what became of a claimed mail, unless another worker has claimed it since."""
    OutboxMessage.objects.filter(pk=message.pk, claimed_at=message.claimed_at).update(**values)


def note_failure(message, problem, *, is_final):
    """Plan the next attempt, or give the mail up. Returns False. Neither row nor log names a person."""
    values = {"state": OutboxMessage.State.DEAD}
    if not is_final and message.attempts < MAX_ATTEMPTS:
        values = {
            "state": OutboxMessage.State.QUEUED,
            "next_attempt": timezone.now() + wait_after(message.attempts),
        }
    note(message, problem=problem[:60], **values)
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
