"""Mail that survives a dead mail server: written in a transaction, sent outside it, retried with back-off.

Knows nothing of what the mail is about. A mail is sent at least once; it can be sent twice only when a worker is
killed between the server's answer and the row's update, and then with the same Message-ID.
"""

import logging
import smtplib
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from home.models import OutboxMessage

logger = logging.getLogger(__name__)

MAX_ATTEMPTS = 50
LONGEST_WAIT = timedelta(hours=1)
STALE_AFTER = timedelta(minutes=10)  # a claim this old belongs to a killed worker


def write(*, recipient, subject, body, reply_to=""):
    """Queue one mail; call it inside the transaction that causes the mail. Returns the OutboxMessage."""
    return OutboxMessage.objects.create(
        recipient=recipient, subject=" ".join(subject.split())[:200], body=body, reply_to=reply_to
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
    """Send one claimed mail and note the outcome. Returns whether it was sent."""
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname
    mail = EmailMessage(
        subject=message.subject,
        body=message.body,
        to=[message.recipient],
        reply_to=[message.reply_to] if message.reply_to else None,
        headers={"Message-ID": f"<{message.message_id}@{host}>", "Auto-Submitted": "auto-generated"},
    )
    try:
        mail.send()
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _text in error.recipients.values()]
        return note_failure(message, error, is_final=all(500 <= code < 600 for code in codes))
    except Exception as error:  # whatever it is, the mail must not stay claimed and be tried for ever
        return note_failure(message, error, is_final=False)
    message.state = OutboxMessage.State.SENT
    message.sent_at = timezone.now()
    message.body = message.reply_to = message.recipient = ""
    message.save(update_fields=["state", "sent_at", "body", "reply_to", "recipient"])
    return True


def note_failure(message, error, *, is_final):
    """Plan the next attempt, or give the mail up. Returns False. The log names no person."""
    if is_final or message.attempts >= MAX_ATTEMPTS:
        message.state = OutboxMessage.State.DEAD
    else:
        message.state = OutboxMessage.State.QUEUED
        message.next_attempt = timezone.now() + wait_after(message.attempts)
    message.save(update_fields=["state", "next_attempt"])
    logger.warning("Mail %s: attempt %s failed (%s)", message.pk, message.attempts, type(error).__name__)
    return False


def wait_after(attempts):
    """How long to wait after so many attempts: 2 s, 4 s, 8 s … one hour at most."""
    return min(timedelta(seconds=2 ** min(attempts, 12)), LONGEST_WAIT)
