"""The people who have signed up, what they answered and need, and the links to their own pages."""

import unicodedata

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from home.models import MunicipalityPage
from trainings import facts

from .training import Question, Training


def folded(name):
    """A name by which the same person is known however it is typed: composed, without case and double spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def validate_name(name):
    """Refuse a name that is too long once it is folded: a single sign can be a whole phrase when it is written out."""
    if len(folded(name)) > Registration._meta.get_field("name_folded").max_length:
        raise ValidationError(_("Write the name in ordinary letters."))


class RegistrationQuerySet(models.QuerySet):
    def active(self):
        """Those who have a seat or wait for one."""
        return self.exclude(status=Registration.Status.CANCELLED)

    def confirmed(self):
        return self.filter(status=Registration.Status.CONFIRMED)

    def waitlisted(self):
        """The queue, the first first."""
        return self.filter(status=Registration.Status.WAITLISTED).order_by("number")

    def cancelled(self):
        return self.filter(status=Registration.Status.CANCELLED)

    def of_person(self, email):
        """Everything of one address, whatever its case."""
        return self.filter(email=email.strip().lower()).exclude(email="")


class Registration(models.Model):
    """One person in one training. Only `trainings.registration` changes its status.

    Its text names nobody: Wagtail's log keeps it for ever.
    """

    class Status(models.TextChoices):
        CONFIRMED = "confirmed", _("Confirmed")
        WAITLISTED = "waitlisted", _("In the queue")
        CANCELLED = "cancelled", pgettext_lazy("registration", "Cancelled")

    class OrganisationType(models.TextChoices):
        MUNICIPALITY = "municipality", _("Municipality or town")
        ASSOCIATION = "association", _("Association")
        WELLBEING_COUNTY = "wellbeing_county", _("Wellbeing services county")
        PARISH = "parish", _("Parish")
        SCHOOL = "school", _("School or university")
        OTHER = "other", _("Other organisation or none")

    class Attendance(models.TextChoices):
        UNKNOWN = "", _("Not marked")
        PRESENT = "present", _("Was there")
        ABSENT = "absent", _("Was not there")

    training = models.ForeignKey(
        Training, verbose_name=_("training"), on_delete=models.PROTECT, related_name="registrations"
    )
    number = models.PositiveIntegerField(_("number"), help_text=_("The order in which people came."))
    status = models.CharField(_("status"), max_length=10, choices=Status.choices)

    name = models.CharField(_("name"), max_length=120, blank=True)
    name_folded = models.CharField(_("name as it is compared"), max_length=160, blank=True, editable=False)
    email = models.EmailField(_("e-mail"), blank=True)
    telephone = models.CharField(_("telephone"), max_length=40, blank=True)
    organisation = models.CharField(_("organisation"), max_length=160, blank=True)
    organisation_type = models.CharField(
        _("type of organisation"), max_length=16, choices=OrganisationType.choices, blank=True
    )
    municipality = models.ForeignKey(
        MunicipalityPage,
        verbose_name=pgettext_lazy("of a person", "municipality"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("The page in the source language; empty for any other municipality."),
    )
    mode = models.CharField(
        _("takes part"), max_length=8, choices=Training.Mode.choices[:2], blank=True, help_text=_("If one may choose.")
    )
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    attendance = models.CharField(
        _("attendance"), max_length=7, choices=Attendance.choices, default=Attendance.UNKNOWN, blank=True
    )
    is_added_by_staff = models.BooleanField(_("added by the staff"), default=False)
    nonce = models.CharField(_("number of the form"), max_length=40, null=True, editable=False)  # noqa: DJ001 – many rows may have none

    created_at = models.DateTimeField(_("registered"), default=timezone.now, editable=False)
    promoted_at = models.DateTimeField(_("got a seat from the queue"), null=True, blank=True, editable=False)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True, editable=False)
    anonymised_at = models.DateTimeField(_("anonymised"), null=True, blank=True, editable=False)

    objects = RegistrationQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["number"]
        default_permissions = ("view", "change", "delete")
        permissions = [
            ("export_registration", _("Can export registrations")),
        ]
        indexes = [
            models.Index(fields=["training", "status", "number"], name="registration_queue"),
            models.Index(fields=["email"], name="registration_email"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["training", "number"], name="unique_number_in_training"),
            models.UniqueConstraint(fields=["training", "nonce"], name="one_registration_of_form"),
            models.UniqueConstraint(
                fields=["training", "email", "name_folded"],
                condition=~Q(status="cancelled") & ~Q(email=""),
                name="one_registration_of_person",
            ),
            models.CheckConstraint(
                condition=Q(status="cancelled", cancelled_at__isnull=False)
                | (~Q(status="cancelled") & Q(cancelled_at__isnull=True)),
                name="cancelled_has_its_time",
            ),
            models.CheckConstraint(
                condition=Q(anonymised_at__isnull=True)
                | Q(name="", name_folded="", email="", telephone="", organisation="", nonce__isnull=True),
                name="anonymised_names_nobody",
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="numbers_begin_with_one"),
        ]

    def __str__(self):
        return f"{self.training}: {self.number}"

    def save(self, *args, **kwargs):
        self.email = self.email.strip().lower()
        self.name = " ".join(self.name.split())
        self.name_folded = folded(self.name)
        super().save(*args, **kwargs)

    @property
    def is_active(self):
        return self.status != self.Status.CANCELLED

    @cached_property
    def position(self):
        """The place in the queue, from 1; None for whoever does not wait (one query)."""
        if self.status != self.Status.WAITLISTED:
            return None
        return self.training.registrations.waitlisted().filter(number__lte=self.number).count()

    @cached_property
    def page(self):
        """The live page that tells of the training, in the person's language if there is one; None without any."""
        from .pages import TrainingPage

        page = TrainingPage.objects.telling_of(self.training, self.language)
        if page:
            page.__dict__["training"] = self.training
        return page

    @property
    def is_online(self):
        """Whether the person takes part online."""
        return self.training.mode == Training.Mode.ONLINE or (
            self.training.mode == Training.Mode.HYBRID and self.mode == Training.Mode.ONLINE
        )

    @property
    def place_text(self):
        """Where the person takes part, in the words of their page. Call with their language active."""
        if self.is_online:
            return gettext("Online")
        return self.page.place_text if self.page else facts.place_text(self.training, self.training.place)

    @property
    def meeting_url(self):
        """The address of the online meeting, for those who have a seat and do not come to the place; else empty."""
        training = self.training
        is_meant = self.is_online or (training.mode == Training.Mode.HYBRID and self.mode != Training.Mode.ON_SITE)
        is_held = not training.is_cancelled and timezone.now() < training.ends
        return training.meeting_url if self.status == self.Status.CONFIRMED and is_meant and is_held else ""


class RegistrationNeeds(models.Model):
    """What somebody needs to take part. Health data at worst: apart, with a right of its own, erased first."""

    registration = models.OneToOneField(
        Registration, on_delete=models.CASCADE, primary_key=True, related_name="needs", verbose_name=_("registration")
    )
    text = models.TextField(_("needs"), max_length=1000)
    agreed_at = models.DateTimeField(_("allowed to be used"), default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("needs of a participant")
        verbose_name_plural = _("needs of participants")
        default_permissions = ("view",)

    def __str__(self):
        return str(self.registration)


class Answer(models.Model):
    """An answer to one of the organiser's questions: a text, the number of an option, or "yes" or "no"."""

    registration = models.ForeignKey(
        Registration, verbose_name=_("registration"), on_delete=models.CASCADE, related_name="answers"
    )
    question = models.ForeignKey(Question, verbose_name=_("question"), on_delete=models.CASCADE, related_name="answers")
    value = models.TextField(_("answer"), max_length=1000)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["registration", "question"], name="one_answer_to_question")]

    def __str__(self):
        return f"{self.registration}: {self.question_id}"

    @property
    def text(self):
        return self.question.answer_text(self.value)


class OwnPageLink(models.Model):
    """A link to somebody's own page. Each mail has its own; only a hash of its secret is kept."""

    registration = models.ForeignKey(
        Registration, verbose_name=_("registration"), on_delete=models.CASCADE, related_name="links"
    )
    digest = models.CharField(_("hash of the secret"), max_length=64, unique=True)
    created_at = models.DateTimeField(_("made"), default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("link to an own page")
        verbose_name_plural = _("links to own pages")
        default_permissions = ()

    def __str__(self):
        return f"{self.registration_id}: {self.created_at:%Y-%m-%d}"
