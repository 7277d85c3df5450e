"""Facts of the project that have no language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="cog")
class SiteSettings(BaseSiteSetting):
    """One row of facts for each site."""

    class Programme(models.TextChoices):
        """The EU programme decides which funding marks are asked for and which are forbidden."""

        PROGRAMME_2014 = "2014-2020", _("2014–2020: emblem, name of the fund and “Leverage from the EU”")
        PROGRAMME_2021 = "2021-2027", _("2021–2027: emblem and “Co-funded by the European Union” only")
        NONE = "none", _("No EU funding")

    class AccessibilityState(models.TextChoices):
        FULLY = "fully", _("Meets the requirements fully")
        MOSTLY = "mostly", _("Meets the requirements for the most part")
        NOT = "not", _("Does not meet the requirements for the most part")

    class AssessmentKind(models.TextChoices):
        SELF = "self", _("Self-assessment")
        EXTERNAL = "external", _("Assessed by an outside expert")

    official_name = models.CharField(_("official name of the project"), max_length=200, blank=True)
    official_name_language = models.CharField(
        _("language of the official name"), max_length=8, blank=True, help_text=_("Language code such as “fi”.")
    )
    project_code = models.CharField(_("project code"), max_length=40, blank=True)
    starts_on = models.DateField(_("first day of the project"), null=True, blank=True)
    ends_on = models.DateField(_("last day of the project"), null=True, blank=True)
    programme = models.CharField(
        _("EU programme"), max_length=9, choices=Programme.choices, default=Programme.PROGRAMME_2021
    )
    facebook_name = models.CharField(_("name of the Facebook page"), max_length=120, blank=True)
    facebook_url = models.URLField(_("address of the Facebook page"), blank=True)
    hashtag = models.CharField(_("hashtag"), max_length=60, blank=True)

    noindex = models.BooleanField(
        _("keep search engines out"), default=False, help_text=_("For a test site. Never on the real one.")
    )
    notice_until = models.DateTimeField(
        _("show the notice until"),
        null=True,
        blank=True,
        help_text=_("The notice itself is written in the site texts of each language."),
    )

    controller = models.TextField(
        _("controller of personal data"),
        blank=True,
        help_text=_("Name and contact of the controller (or joint controllers), shown in the privacy notice."),
    )
    accessibility_state = models.CharField(
        _("accessibility, as assessed"), max_length=6, choices=AccessibilityState.choices, blank=True
    )
    assessed_on = models.DateField(_("accessibility assessed on"), null=True, blank=True)
    assessment_kind = models.CharField(
        _("how it was assessed"), max_length=8, choices=AssessmentKind.choices, blank=True
    )
    feedback_recipient = models.EmailField(
        _("feedback is mailed to"), blank=True, help_text=_("Who answers accessibility feedback in 14 days.")
    )
    feedback_retention_days = models.PositiveSmallIntegerField(_("feedback is erased after (days)"), default=180)

    panels = [
        MultiFieldPanel(
            ["official_name", "official_name_language", "project_code", "starts_on", "ends_on", "programme"],
            heading=_("The project"),
        ),
        MultiFieldPanel(["facebook_name", "facebook_url", "hashtag"], heading=_("Social media")),
        MultiFieldPanel(["notice_until", "noindex"], heading=_("The site")),
        MultiFieldPanel(
            [
                "controller",
                "accessibility_state",
                "assessed_on",
                "assessment_kind",
                "feedback_recipient",
                "feedback_retention_days",
            ],
            heading=_("Duties by law"),
        ),
    ]

    class Meta:
        verbose_name = _("site settings")

    def missing_duties(self):
        """What the law asks for and nobody has entered yet, in words (lazy strings)."""
        checks = [
            (self.controller, _("The controller of personal data is not named.")),
            (self.accessibility_state and self.assessed_on, _("The site's accessibility has not been assessed.")),
            (self.feedback_recipient, _("Nobody is named to receive accessibility feedback.")),
        ]
        return [message for is_there, message in checks if not is_there]
