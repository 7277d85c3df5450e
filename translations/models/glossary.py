"""How the project's terms are translated."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale


class GlossaryTerm(models.Model):
    """A term of one language, its translation into another, and words that are not to be used for it."""

    source_locale = models.ForeignKey(
        Locale, verbose_name=_("from the language"), on_delete=models.CASCADE, related_name="+"
    )
    target_locale = models.ForeignKey(
        Locale, verbose_name=_("into the language"), on_delete=models.CASCADE, related_name="+"
    )
    source = models.CharField(_("term"), max_length=200)
    target = models.CharField(
        _("translation"),
        max_length=200,
        help_text=_("Other fitting words may follow, separated by a semicolon. The first is the preferred one."),
    )
    forbidden = models.TextField(
        _("not to be used"), max_length=500, blank=True, help_text=_("One word or phrase on each line.")
    )
    note = models.CharField(_("note"), max_length=300, blank=True)
    is_case_sensitive = models.BooleanField(
        _("capital letters matter"), default=False, help_text=_("For names and abbreviations.")
    )

    class Meta:
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary")
        ordering = ["source", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source_locale", "target_locale", "source"],
                name="one_translation_of_a_term",
                violation_error_message=_("This term is in the glossary of these languages already."),
            )
        ]

    def __str__(self):
        return f"{self.source} – {self.target}"

    def clean(self):
        super().clean()
        if self.source_locale_id is not None and self.source_locale_id == self.target_locale_id:
            raise ValidationError({"target_locale": _("Choose two different languages.")})

    @property
    def targets(self):
        """The fitting translations, the preferred one first."""
        return [word.strip() for word in self.target.split(";") if word.strip()]

    @property
    def forbidden_words(self):
        return [word.strip() for word in self.forbidden.splitlines() if word.strip()]
