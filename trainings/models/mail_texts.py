"""The texts of the mails that trainings send, which editors change and translators translate."""

import re

from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import PreviewableMixin, TranslatableMixin
from wagtail_localize.fields import SynchronizedField


class Kind(models.TextChoices):
    """Why a participant gets a mail."""

    CONFIRMED = "confirmed", _("The seat is confirmed")
    WAITLISTED = "waitlisted", _("In the queue")
    PROMOTED = "promoted", _("A seat from the queue")
    AGAIN = "again", _("Registered already")
    TOO_MANY = "too_many", _("Too many people with one address")
    CHANGED = "changed", _("Time or place has changed")
    TRAINING_CANCELLED = "training_cancelled", _("The training is cancelled")
    CANCELLED = "cancelled", _("Cancelled by the participant")
    CANCELLED_BY_STAFF = "cancelled_by_staff", _("Cancelled by the organiser")
    REMINDER = "reminder", _("Reminder")
    MATERIALS = "materials", _("Materials after the training")
    MESSAGE = "message", _("Message of the organiser")


# What may stand in braces in a text, and what it becomes.
PLACEHOLDERS = {
    "name": _("the person's name"),
    "training": _("the title of the training"),
    "when": _("when it is held"),
    "place": _("where it is held"),
}
PLACEHOLDER = re.compile(r"\{([^{}\n]*)\}")


class MailText(TranslatableMixin, PreviewableMixin, models.Model):
    """Subject and text of one kind of mail; facts, links, contact and funders follow by themselves."""

    kind = models.CharField(_("mail"), max_length=20, choices=[item for item in Kind.choices if item[0] != "message"])
    subject = models.CharField(_("subject"), max_length=150)
    text = models.TextField(
        _("text"),
        max_length=2000,
        help_text=_(
            "You may write {name}, {training}, {when} and {place}. An empty line begins a new paragraph. Time, place, "
            "the link to the person's own page and the contact follow by themselves."
        ),
    )

    panels = ["subject", "text"]
    override_translatable_fields = [SynchronizedField("kind", overridable=False)]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("text of a mail")
        verbose_name_plural = _("texts of mails")
        ordering = ["pk"]
        constraints = [
            *getattr(TranslatableMixin.Meta, "constraints", []),
            models.UniqueConstraint(fields=["locale", "kind"], name="one_text_of_a_mail_in_language"),
        ]

    def __str__(self):
        return self.get_kind_display()

    preview_modes = [("html", _("The mail")), ("text", _("As plain text"))]

    def get_preview_template(self, request, mode_name):
        return "trainings/mail/text_preview.html" if mode_name == "text" else "trainings/mail/mail.html"

    def serve_preview(self, request, mode_name):
        """A mail brings its style along in the HTML, which pages of the site may not."""
        return csp_replace({"style-src": [SELF, UNSAFE_INLINE]})(super().serve_preview)(request, mode_name)

    def get_preview_context(self, request, mode_name):
        from trainings.mail_examples import example

        return {"request": request, **example(self)}

    def clean(self):
        super().clean()
        errors = {}
        for field in ("subject", "text"):
            unknown = [name for name in PLACEHOLDER.findall(getattr(self, field)) if name not in PLACEHOLDERS]
            if unknown:
                errors[field] = _("“{%(name)s}” is not known. You may write: %(known)s.") % {
                    "name": unknown[0],
                    "known": ", ".join(f"{{{name}}}" for name in PLACEHOLDERS),
                }
        if errors:
            raise ValidationError(errors)


def filled(text, values):
    """A text with its known placeholders filled in; anything else in braces stays as it is."""
    return PLACEHOLDER.sub(lambda found: str(values.get(found[1], found[0])), text)
