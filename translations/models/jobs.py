"""Who translates what by when, what has happened to it, and how translators want to be told."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import Translation, TranslationContext


class Job(models.Model):
    """The work on one translation: an object into one language. All its changes go through `translations.jobs`."""

    class State(models.TextChoices):
        TODO = "todo", _("To do")
        IN_PROGRESS = "in_progress", _("In progress")
        REVIEW = "review", _("In review")
        APPROVED = "approved", _("Approved")
        PUBLISHED = "published", _("Published")

    class Priority(models.IntegerChoices):
        HIGH = 1, _("High")
        NORMAL = 2, _("Normal")
        LOW = 3, _("Low")

    translation = models.OneToOneField(
        Translation, verbose_name=_("translation"), on_delete=models.CASCADE, related_name="job"
    )
    state = models.CharField(_("state"), max_length=12, choices=State.choices, default=State.TODO)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("translator"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="translation_jobs",
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("reviewer"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="translation_reviews",
        help_text=_("Without a reviewer the translator publishes when it is done."),
    )
    due_on = models.DateField(_("due date"), null=True, blank=True)
    priority = models.PositiveSmallIntegerField(_("priority"), choices=Priority.choices, default=Priority.NORMAL)
    note = models.TextField(
        _("note to the translator"),
        max_length=1000,
        blank=True,
        help_text=_("For example for whom the page is, or where to find the terms."),
    )
    last_context = models.ForeignKey(
        TranslationContext,
        verbose_name=_("place where the translator was last"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ordered by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    created_at = models.DateTimeField(_("ordered at"), default=timezone.now, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("translation job")
        verbose_name_plural = _("translation jobs")
        default_permissions = ()
        indexes = [models.Index(fields=["state", "due_on"], name="job_state_and_due")]

    def __str__(self):
        return f"{self.translation.source.object_repr} ({self.translation.target_locale})"

    def clean(self):
        super().clean()
        if self.reviewer_id and self.reviewer_id == self.assignee_id:
            raise ValidationError({"reviewer": _("Nobody reviews their own translation: choose somebody else.")})

    @property
    def is_open(self):
        """Whether there is still something to do, by the translator or the reviewer."""
        return self.state != self.State.PUBLISHED

    @property
    def holder(self):
        """The person with whom the job is now, or None."""
        return self.reviewer if self.state == self.State.REVIEW else self.assignee


class JobEvent(models.Model):
    """Something that happened to a job: its history and its comments."""

    class Kind(models.TextChoices):
        ORDERED = "ordered", _("Sent for translation")
        ASSIGNED = "assigned", _("Given to somebody")
        CHANGED = "changed", _("Job changed")
        STARTED = "started", _("Work begun")
        HANDED_IN = "handed_in", _("Handed in for review")
        APPROVED = "approved", _("Approved")
        SENT_BACK = "sent_back", _("Sent back to the translator")
        COMMENTED = "commented", _("Comment")
        SOURCE_CHANGED = "source_changed", _("The source changed")
        PUBLISHED = "published", _("Published")
        PUBLISHED_ANYWAY = "published_anyway", _("Published although not ready")

    job = models.ForeignKey(Job, verbose_name=_("translation job"), on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(_("what happened"), max_length=20, choices=Kind.choices)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("to whom"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    # What somebody wrote; of a changed job the names of its fields, with spaces between.
    text = models.TextField(_("text"), max_length=2000, blank=True)
    number = models.PositiveIntegerField(_("number of texts"), null=True, blank=True)
    created_at = models.DateTimeField(_("when"), default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("event of a translation job")
        verbose_name_plural = _("events of translation jobs")
        default_permissions = ()
        ordering = ["created_at", "pk"]

    def __str__(self):
        return f"{self.job_id}: {self.kind}"


class MailPreference(models.Model):
    """How somebody wants to be told about translation jobs. Without a row: at once."""

    class When(models.TextChoices):
        AT_ONCE = "at_once", _("At once, a mail for each event")
        DAILY = "daily", _("One mail in the morning, if there is something to tell")
        NEVER = "never", _("Never: I look at the start page")

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        on_delete=models.CASCADE,
        editable=False,
        related_name="translation_mail",
    )
    when = models.CharField(_("mail about translations"), max_length=8, choices=When.choices, default=When.AT_ONCE)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("mail about translations")
        verbose_name_plural = _("mail about translations")
        default_permissions = ()

    def __str__(self):
        return f"{self.user_id}: {self.when}"
