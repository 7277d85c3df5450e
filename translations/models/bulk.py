"""What is done to many translations in the background, one at a time."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale


class BulkAction(models.Model):
    """One order of somebody in the CMS. `translations.bulk` works its items off, each in its own transaction."""

    class Kind(models.TextChoices):
        SUBMIT = "submit", _("Send for translation")
        ASSIGN = "assign", _("Assign")
        PRETRANSLATE = "pretranslate", _("Fill from memory and machine")
        PUBLISH = "publish", _("Publish")

    kind = models.CharField(_("what"), max_length=12, choices=Kind.choices)
    # What the form says of each job, as JSON: assignee and reviewer (numbers), due_on (ISO date), priority, note;
    # is_machine_used.
    options = models.JSONField(_("options"), default=dict, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    created_at = models.DateTimeField(_("when"), default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("order for many translations")
        verbose_name_plural = _("orders for many translations")
        default_permissions = ()

    def __str__(self):
        return f"{self.kind} {self.pk}"


class BulkItem(models.Model):
    """One object and one language of a bulk action."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        DONE = "done", _("Done")
        SKIPPED = "skipped", _("Nothing to do")
        FAILED = "failed", _("Failed")

    action = models.ForeignKey(BulkAction, verbose_name=_("order"), on_delete=models.CASCADE, related_name="items")
    # The source: a page is kept by the content type of Page, a snippet by its own.
    content_type = models.ForeignKey(
        ContentType, verbose_name=_("kind of content"), on_delete=models.CASCADE, related_name="+"
    )
    object_id = models.PositiveBigIntegerField(_("number of the source"))
    locale = models.ForeignKey(Locale, verbose_name=_("into the language"), on_delete=models.CASCADE, related_name="+")
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.WAITING)
    problem = models.CharField(_("problem"), max_length=300, blank=True)
    claimed_at = models.DateTimeField(_("taken by a worker"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("item of an order")
        verbose_name_plural = _("items of orders")
        default_permissions = ()
        ordering = ["pk"]
        indexes = [models.Index(fields=["state", "id"], name="bulk_item_waiting")]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "content_type", "object_id", "locale"], name="one_item_of_an_order"
            )
        ]

    def __str__(self):
        return f"{self.action_id}: {self.content_type_id}/{self.object_id} → {self.locale_id}"
