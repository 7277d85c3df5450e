"""The home page and the pages of free text."""

import logging

from django.db import models
from django.shortcuts import render
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.search import index

from home.blocks import BodyBlock, FactBlock, HomeBlock, LinkBlock
from home.typesetting import TypesettingError

from .base import BasePage

logger = logging.getLogger(__name__)


class HomePage(RoutablePageMixin, BasePage):
    """The front page of one language. Its summary is the lead of the hero."""

    claim = models.CharField(
        _("claim"), max_length=90, help_text=_("The largest words of the site: what the project stands for.")
    )
    actions = StreamField(
        [("link", LinkBlock())],
        verbose_name=_("actions"),
        max_num=2,
        blank=True,
        help_text=_("Up to two buttons under the lead."),
    )
    body = StreamField(HomeBlock(), verbose_name=_("content"), blank=True)

    content_panels = [
        *BasePage.content_panels[:1],
        MultiFieldPanel(["claim", "summary", "actions"], heading=_("At the top")),
        *BasePage.content_panels[2:],
        FieldPanel("body"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("claim"), index.SearchField("body")]

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "home.StandardPage",
        "home.FeedbackPage",
        "home.MunicipalityIndexPage",
        "trainings.TrainingIndexPage",
        "tiplists.TipListIndexPage",
        "blog.BlogIndexPage",
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @path("")
    def show(self, request):
        return self.render(request)

    @path("poster.pdf/", name="poster")
    def poster(self, request):
        """The project's poster, A3."""
        from home import poster, rendered

        job = poster.job(self)
        name = rendered.name_of("posters", job)
        try:
            rendered.make(name, job)
        except TypesettingError:
            logger.exception("The poster of page %s cannot be made.", self.pk)
            return render(request, "500.html", status=503)
        return rendered.response(request, name, self.title, canonical=self.full_url)


class StandardPage(BasePage):
    """A page of text. Its role tells the site which page it is, so that footers and forms find it."""

    class Role(models.TextChoices):
        PROJECT = "project", _("The project")
        RESULTS = "results", _("Results")
        CONTACT = "contact", _("Contact")
        ACCESSIBILITY_STATEMENT = "accessibility_statement", _("Accessibility statement")
        PRIVACY_NOTICE = "privacy_notice", _("Privacy notice")
        COOKIES = "cookies", _("Cookies")
        EASY_LANGUAGE = "easy_language", _("In easy language")

    role = models.CharField(
        _("role on the site"),
        max_length=24,
        choices=Role.choices,
        blank=True,
        help_text=_("The footer and the forms link to the page with this role. Leave empty on ordinary pages."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("content"), blank=True)
    show_table_of_contents = models.BooleanField(_("show a table of contents"), default=False)
    side_facts = StreamField([("fact", FactBlock())], verbose_name=_("facts at the side"), blank=True)
    reviewed_on = models.DateField(_("content reviewed on"), null=True, blank=True)
    is_easy_language = models.BooleanField(_("this page is in easy language"), default=False)

    content_panels = [
        *BasePage.content_panels,
        "body",
        "side_facts",
        MultiFieldPanel(["show_table_of_contents", "is_easy_language", "reviewed_on"], heading=_("About the text")),
    ]
    promote_panels = [*BasePage.promote_panels, "role"]
    search_fields = [*BasePage.search_fields, index.SearchField("body"), index.FilterField("role")]
    # A copied page does not take over the role; a translation gets it from its source.
    exclude_fields_in_copy = ["role"]

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]

    class Meta:
        verbose_name = _("page of text")
        verbose_name_plural = _("pages of text")

    @cached_property
    def table_of_contents(self):
        """The level-two headings of the body as {id, title}, when the page shows them."""
        return self.body.stream_block.headings(self.body) if self.show_table_of_contents else []

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["duty_template"] = (
            f"home/includes/{self.role}.html"
            if self.role in (self.Role.ACCESSIBILITY_STATEMENT, self.Role.PRIVACY_NOTICE)
            else None
        )
        return context
