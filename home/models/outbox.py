"""Mail that waits to be sent."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class OutboxMessage(models.Model):
    """One mail, written in the transaction that causes it and sent outside of it by the worker.

    The row tells what the mail is about, never to whom or what it says: that is composed when it is sent.
    """

    class State(models.TextChoices):
        QUEUED = "queued", _("Waiting")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")
        DROPPED = "dropped", _("Not needed any more")
        DEAD = "dead", _("Could not be sent")

    message_id = models.UUIDField(_("number of the message"), default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=60)
    about = models.PositiveBigIntegerField(_("number of what it is about"))
    turn = models.CharField(_("turn"), max_length=40, blank=True, help_text=_("Tells mails of one kind apart."))
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_attempt = models.DateTimeField(_("next attempt"), default=timezone.now)
    claimed_at = models.DateTimeField(_("taken by a worker"), null=True, blank=True)
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    problem = models.CharField(_("problem"), max_length=60, blank=True, help_text=_("Of the last attempt."))

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mail")
        indexes = [models.Index(fields=["state", "next_attempt"], name="outbox_due")]
        constraints = [models.UniqueConstraint(fields=["kind", "about", "turn"], name="one_mail_of_a_kind")]

    def __str__(self):
        return f"{self.kind} {self.about} {self.turn}".strip()
