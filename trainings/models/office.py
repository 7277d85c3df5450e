"""What the organiser's office keeps: calls to make, messages sent, who saw the people's data, and its settings."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from .mail_texts import Kind
from .registration import Registration
from .training import Training


class Call(models.Model):
    """Something that a person without e-mail is to be told by telephone."""

    registration = models.ForeignKey(
        Registration, verbose_name=_("registration"), on_delete=models.CASCADE, related_name="calls"
    )
    kind = models.CharField(_("what to tell"), max_length=20, choices=Kind.choices)
    turn = models.CharField(_("turn"), max_length=40, blank=True)
    created_at = models.DateTimeField(_("since"), default=timezone.now)
    done_at = models.DateTimeField(_("told at"), null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("told by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("call to make")
        verbose_name_plural = _("calls to make")
        default_permissions = ()
        ordering = ["created_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["registration", "kind", "turn"], name="one_call_of_a_kind")]

    def __str__(self):
        return f"{self.registration}: {self.kind}"


class Message(models.Model):
    """What the organiser wrote to the participants of a training."""

    class Audience(models.TextChoices):
        CONFIRMED = "confirmed", _("Those who have a seat")
        WAITLISTED = "waitlisted", _("Those in the queue")
        ALL = "all", _("Everybody: those who have a seat and those in the queue")

    training = models.ForeignKey(
        Training, verbose_name=_("training"), on_delete=models.PROTECT, related_name="messages"
    )
    audience = models.CharField(_("to whom"), max_length=10, choices=Audience.choices, default=Audience.CONFIRMED)
    subject = models.CharField(_("subject"), max_length=150)
    text = models.TextField(_("text"), max_length=5000)
    recipients = models.PositiveIntegerField(_("number of recipients"), default=0)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("sent by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    created_at = models.DateTimeField(_("written"), default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("message to participants")
        verbose_name_plural = _("messages to participants")
        default_permissions = ()
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return f"{self.training}: {self.pk}"


class AccessLogEntry(models.Model):
    """Who of the staff saw or took out people's data. Names nobody of those whose data it is."""

    class Action(models.TextChoices):
        LIST = "list", _("saw the list of participants")
        PERSON = "person", _("saw one participant")
        NEEDS = "needs", _("saw what participants need")
        DOOR = "door", _("opened the view for the door")
        EXPORT = "export", _("exported the participants")
        SHEET = "sheet", _("printed the sign-in sheet")
        QUEUE_SHEET = "queue_sheet", _("printed the queue")
        CERTIFICATES = "certificates", _("printed certificates")
        CALLS = "calls", _("saw the call list")
        PERSON_EXPORT = "person_export", _("exported the data of one person")
        PERSON_ERASED = "person_erased", _("erased the data of one person")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    action = models.CharField(_("what"), max_length=14, choices=Action.choices)
    training = models.ForeignKey(
        Training, verbose_name=_("training"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    registration_number = models.PositiveBigIntegerField(_("registration"), null=True, blank=True)
    created_at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("entry of the access log")
        verbose_name_plural = _("access log")
        default_permissions = ("view",)
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return f"{self.created_at:%Y-%m-%d %H:%M} {self.action}"


@register_setting(icon="date")
class TrainingSettings(BaseSiteSetting):
    """How long people's data are kept, and when they are told what."""

    retention_days = models.PositiveSmallIntegerField(
        _("registrations are kept (days)"),
        default=180,
        validators=[MinValueValidator(1), MaxValueValidator(3650)],
        help_text=_("After the training, if it says nothing else. Then nothing but numbers is left."),
    )
    needs_retention_days = models.PositiveSmallIntegerField(
        _("what people need is kept (days)"),
        default=14,
        validators=[MaxValueValidator(365)],
        help_text=_("After the training."),
    )
    reminder_days = models.PositiveSmallIntegerField(
        _("reminder (days before)"),
        default=2,
        validators=[MaxValueValidator(60)],
        help_text=_("0 sends none."),
    )
    promotion_ends_hours = models.PositiveSmallIntegerField(
        _("the queue stops moving by itself (hours before)"),
        default=24,
        validators=[MaxValueValidator(720)],
        help_text=_("After that the organiser fills freed seats by hand: nobody travels on an hour's notice."),
    )

    panels = [
        MultiFieldPanel(["retention_days", "needs_retention_days"], heading=_("Data protection")),
        MultiFieldPanel(["reminder_days", "promotion_ends_hours"], heading=_("Mail and queue")),
    ]

    class Meta:
        verbose_name = _("training settings")
        constraints = [
            models.CheckConstraint(condition=Q(retention_days__gte=1), name="registrations_are_kept_a_day"),
        ]

    @classmethod
    def current(cls):
        """The settings of the site."""
        return cls.for_site(Site.objects.get(is_default_site=True))
