"""The facts of a training, one row for all its languages.

Editors write the facts on the page; publishing mirrors those of the source page here (`trainings.mirroring`), and
lists, cards and feeds read only this row: a translation's copy of the facts lags until it is synchronised.
"""

from dataclasses import dataclass

from django.db import models
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home import dates
from home.models import Contact

FEW_SEATS = 3  # or a tenth of the seats, if that is more


@dataclass(frozen=True)
class Seats:
    """How many people have a seat, and how many wait."""

    confirmed: int
    waitlisted: int


class TrainingQuerySet(models.QuerySet):
    def with_seats(self):
        """Each row with its numbers of confirmed and waiting people, in the same query."""
        return self.annotate(
            confirmed_count=Count("registrations", filter=Q(registrations__status="confirmed")),
            waitlisted_count=Count("registrations", filter=Q(registrations__status="waitlisted")),
        )

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

        HERE = "here", _("On this site")
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
    contact = models.ForeignKey(
        Contact, verbose_name=_("contact"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    meeting_url = models.URLField(_("address of the online meeting"), blank=True)
    asks_telephone = models.BooleanField(_("ask for a telephone number"), default=True)
    asks_needs = models.BooleanField(_("ask what people need to take part"), default=True)
    retention_days = models.PositiveSmallIntegerField(_("registrations are kept (days)"), null=True, blank=True)
    is_cancelled = models.BooleanField(_("cancelled"), default=False)
    is_published = models.BooleanField(
        _("published"), default=False, help_text=_("Whether any language has a public page of it.")
    )
    sequence = models.PositiveIntegerField(
        _("sequence"), default=0, help_text=_("Grows when time, place or cancellation changes (iCalendar SEQUENCE).")
    )
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    # What registration keeps; publishing never touches it.
    last_number = models.PositiveIntegerField(_("number of the last registration"), default=0)
    is_sheet_filed = models.BooleanField(_("the sign-in sheet is filed"), default=False)
    anonymised_at = models.DateTimeField(_("anonymised"), null=True, blank=True)

    objects = TrainingQuerySet.as_manager()

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainings")
        constraints = [
            models.CheckConstraint(condition=models.Q(ends__gte=models.F("starts")), name="training_ends_after_start")
        ]

    def __str__(self):
        return self.name

    def contact_in(self, language):
        """The contact in a language or, if it is not translated, as it was chosen; None without one (one query)."""
        if self.contact_id is None:
            return self.contact  # None, or the one of an example, which is not stored
        chosen = Contact.objects.filter(pk=self.contact_id)
        family = list(
            Contact.objects.filter(translation_key__in=chosen.values("translation_key")).select_related(
                "organisation", "locale"
            )
        )
        in_language = (item for item in family if item.locale.language_code == language)
        return next(in_language, None) or next(item for item in family if item.pk == self.contact_id)

    @property
    def first_day(self):
        return dates.local(self.starts).date()

    @property
    def last_day(self):
        return dates.local(self.ends).date()

    def when_text(self, *, language=None):
        """When it is held, in words."""
        is_one_day = self.is_all_day and self.first_day == self.last_day
        end = None if is_one_day or self.ends == self.starts else self.ends
        return dates.when_text(self.starts, end, all_day=self.is_all_day, language=language)

    @property
    def has_registration(self):
        return self.registration != self.RegistrationKind.NONE

    @property
    def is_registered_here(self):
        return self.registration == self.RegistrationKind.HERE

    @property
    def seats(self):
        """The taken seats: as `with_seats` counted them, else as they are now (one query)."""
        if hasattr(self, "confirmed_count"):
            return Seats(self.confirmed_count, self.waitlisted_count)
        if self.pk is None:
            return Seats(0, 0)
        return Seats(
            **self.registrations.aggregate(
                confirmed=Count("pk", filter=Q(status="confirmed")),
                waitlisted=Count("pk", filter=Q(status="waitlisted")),
            )
        )

    @property
    def coming_people(self):
        """How many people have a seat in it or wait for one, while it is still to come (one query)."""
        seats = self.seats
        return seats.confirmed + seats.waitlisted if self.ends >= timezone.now() else 0

    def place_for_next(self, seats):
        """Where the next person would come, "confirmed" or "waitlisted", or None when the queue is full too.

        Whoever comes now never passes the people who wait.
        """
        if self.capacity is None or (seats.confirmed < self.capacity and not seats.waitlisted):
            return "confirmed"
        if self.waitlist_capacity is None or seats.waitlisted < self.waitlist_capacity:
            return "waitlisted"
        return None

    @property
    def state_without_seats(self):
        """One of cancelled, past, none, closed, not_open, open: the first that holds, whatever seats are free."""
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
    def state(self):
        """The state without seats or, where one can sign up here, one of full, queue, few, open."""
        state = self.state_without_seats
        return self.state_of_seats if state == "open" and self.is_registered_here else state

    @property
    def state_of_seats(self):
        """One of full, queue, few, open."""
        seats = self.seats
        place = self.place_for_next(seats)
        if place is None:
            return "full"
        if place == "waitlisted":
            return "queue"
        is_scarce = self.capacity and self.capacity - seats.confirmed <= max(FEW_SEATS, self.capacity // 10)
        return "few" if is_scarce else "open"

    @property
    def takes_registrations(self):
        """Whether somebody can sign up now, be it for the queue."""
        return self.state in ("open", "few", "queue")

    @property
    def state_text(self):
        """The state in words, as cards show it."""
        return {
            "cancelled": _("Cancelled"),
            "past": _("Past"),
            "none": _("No registration needed"),
            "closed": _("Registration has closed"),
            "not_open": _("Registration has not opened yet"),
            "full": _("Full, and so is the queue"),
            "queue": _("Full – join the queue"),
            "few": _("Few seats left"),
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


class Question(models.Model):
    """A question of the organiser's own, mirrored from the source page. Its words in a language are on the pages."""

    class Kind(models.TextChoices):
        TEXT = "text", _("Text")
        CHOICE = "choice", _("Choice")
        YES_NO = "yes_no", _("Yes or no")

    training = models.ForeignKey(
        Training, verbose_name=_("training"), on_delete=models.CASCADE, related_name="questions"
    )
    block_id = models.UUIDField(_("block of the page"))
    kind = models.CharField(_("kind"), max_length=6, choices=Kind.choices)
    label = models.CharField(_("question"), max_length=200)
    options = models.JSONField(
        _("options"), default=dict, blank=True, help_text=_("Words by number, also those that are offered no more.")
    )
    is_required = models.BooleanField(_("required"), default=False)
    is_asked = models.BooleanField(_("asked"), default=True)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["sort_order", "pk"]
        constraints = [models.UniqueConstraint(fields=["training", "block_id"], name="unique_question_of_block")]

    def __str__(self):
        return self.label

    def answer_text(self, value):
        """A stored answer in words of the source language."""
        if self.kind == self.Kind.CHOICE:
            return self.options.get(value, value)
        if self.kind == self.Kind.YES_NO:
            return str({"yes": _("Yes"), "no": _("No")}.get(value, ""))
        return value
