"""The facts of a training, one row for all its languages.

Editors write the facts on the page; publishing mirrors those of the source page here (`trainings.mirroring`), and
lists, cards and feeds read only this row: a translation's copy of the facts lags until it is synchronised.
"""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class TrainingQuerySet(models.QuerySet):
    def upcoming(self):
        """Trainings that have not ended, the next one first."""
        return self.filter(ends__gte=timezone.now()).order_by("starts", "pk")

    def past(self):
        """Trainings that have ended, the latest first."""
        return self.filter(ends__lt=timezone.now()).order_by("-starts", "-pk")


class Training(models.Model):
    """One training, keyed by the `translation_key` that its pages share. It outlives its pages."""

    class Mode(models.TextChoices):
        ON_SITE = "on_site", _("On site")
        ONLINE = "online", _("Online")
        HYBRID = "hybrid", _("On site or online")

    class RegistrationKind(models.TextChoices):
        """How to sign up."""

        ELSEWHERE = "elsewhere", _("At another address")
        CONTACT = "contact", _("By e-mail or telephone to the contact")
        NONE = "none", _("No registration")

    key = models.UUIDField(_("key"), unique=True, editable=False)
    name = models.CharField(_("name"), max_length=255)
    starts = models.DateTimeField(_("starts"), db_index=True)
    ends = models.DateTimeField(_("ends"), db_index=True, help_text=_("The end of the last day, if no time is known."))
    is_all_day = models.BooleanField(_("no time is known"), default=False)
    details_later = models.BooleanField(_("time and place are told later"), default=False)
    mode = models.CharField(_("mode"), max_length=8, choices=Mode.choices, default=Mode.ON_SITE)
    place = models.CharField(_("place"), max_length=370, blank=True)
    registration = models.CharField(
        _("registration"), max_length=10, choices=RegistrationKind.choices, default=RegistrationKind.NONE
    )
    registration_url = models.URLField(_("address of the registration"), blank=True)
    registration_opens = models.DateTimeField(_("registration opens"), null=True, blank=True)
    registration_closes = models.DateTimeField(_("registration closes"), null=True, blank=True)
    capacity = models.PositiveIntegerField(_("seats"), null=True, blank=True)
    waitlist_capacity = models.PositiveIntegerField(_("seats in the queue"), null=True, blank=True)
    is_cancelled = models.BooleanField(_("cancelled"), default=False)
    is_published = models.BooleanField(
        _("published"), default=False, help_text=_("Whether any language has a public page of it.")
    )
    sequence = models.PositiveIntegerField(
        _("sequence"), default=0, help_text=_("Grows when time, place or cancellation changes (iCalendar SEQUENCE).")
    )
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = TrainingQuerySet.as_manager()

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainings")
        constraints = [
            models.CheckConstraint(condition=models.Q(ends__gte=models.F("starts")), name="training_ends_after_start")
        ]

    def __str__(self):
        return self.name

    @property
    def first_day(self):
        return timezone.localdate(self.starts)

    @property
    def last_day(self):
        return timezone.localdate(self.ends)

    @property
    def has_registration(self):
        return self.registration != self.RegistrationKind.NONE

    @property
    def state(self):
        """One of past, cancelled, none, not_open, closed, open: the first that holds."""
        now = timezone.now()
        if self.is_cancelled:
            return "cancelled"
        if self.ends < now:
            return "past"
        if not self.has_registration:
            return "none"
        if not self.is_published or (self.registration_closes or self.starts) < now:
            return "closed"
        if self.registration_opens and self.registration_opens > now:
            return "not_open"
        return "open"

    @property
    def state_text(self):
        """The state in words, as cards show it."""
        return {
            "cancelled": _("Cancelled"),
            "past": _("Past"),
            "none": _("No registration needed"),
            "closed": _("Registration has closed"),
            "not_open": _("Registration has not opened yet"),
            "open": _("Registration is open"),
        }[self.state]

    @property
    def mode_text(self):
        return self.get_mode_display()


class Session(models.Model):
    """When one part of the programme is held. Its title and trainer are on the pages, found by `block_id`."""

    training = models.ForeignKey(Training, on_delete=models.CASCADE, related_name="sessions")
    block_id = models.UUIDField(_("block of the programme"))
    starts = models.DateTimeField(_("starts"))
    ends = models.DateTimeField(_("ends"), null=True, blank=True)

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["starts", "pk"]
        constraints = [models.UniqueConstraint(fields=["training", "block_id"], name="unique_session_of_block")]

    def __str__(self):
        return f"{self.training}: {self.starts:%Y-%m-%d %H:%M}"
