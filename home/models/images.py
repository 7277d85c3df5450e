"""The project's image: Wagtail's own, with the consent of the people in it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class SiteImage(AbstractImage):
    """An uploaded picture.

    Its `description` is only a suggestion for an alternative text: the text itself belongs to each use of the
    image, where it is translated.
    """

    class Consent(models.TextChoices):
        NO_PEOPLE = "no_people", _("No recognisable people")
        GIVEN = "given", _("The people have given their consent")
        MISSING = "missing", _("Consent is not known: do not publish")

    consent = models.CharField(
        _("consent of the people in the image"),
        max_length=10,
        choices=Consent.choices,
        default=Consent.NO_PEOPLE,
    )
    consent_until = models.DateField(
        _("consent valid until"),
        null=True,
        blank=True,
        help_text=_("Leave empty if the consent has no end date."),
    )
    credit = models.CharField(_("photographer or maker"), max_length=120, blank=True)

    admin_form_fields = (*Image.admin_form_fields, "credit", "consent", "consent_until")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", _("Can choose image"))]

    @property
    def has_valid_consent(self):
        """Whether the image may be shown today."""
        if self.consent == self.Consent.MISSING:
            return False
        return self.consent_until is None or self.consent_until >= timezone.localdate()

    @property
    def consent_error(self):
        """The error at a field that shows the image today, or None."""
        if self.has_valid_consent:
            return None
        return ValidationError(_("The people in this image have not given their consent, or it has expired."))


class SiteRendition(AbstractRendition):
    """A resized copy of a picture."""

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("image rendition")
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition")
        ]
