"""The partner municipalities."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel
from wagtail.blocks import CharBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PageManager
from wagtail.search import index
from wagtail.snippets.blocks import SnippetChooserBlock

from home.blocks import PLAIN_RICH_TEXT, BodyBlock
from home.latest import latest_items

from .base import BasePage, BasePageQuerySet
from .snippets import Contact


class MunicipalityIndexPage(BasePage):
    """All partner municipalities of one language."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.MunicipalityPage"]

    class Meta:
        verbose_name = _("municipalities, index")
        verbose_name_plural = _("municipalities, indexes")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["municipalities"] = MunicipalityPage.objects.listed(self.locale_id).by_name()
        return context


class MunicipalityPageQuerySet(BasePageQuerySet):
    def by_name(self):
        return self.select_related("image").defer_streamfields().order_by("title")

    def newest(self, count):
        """Municipalities are listed by name; none is newer than another."""
        return list(self.by_name()[:count])

    def running(self):
        """Municipalities whose pilot is running."""
        return self.filter(pilot_state=MunicipalityPage.PilotState.RUNNING)


class MunicipalityPage(BasePage):
    """One partner municipality: whom it includes, how it works with associations, what it tries out."""

    class PilotState(models.TextChoices):
        PLANNED = "planned", _("Planned")
        RUNNING = "running", _("Running")
        ENDED = "ended", _("Ended")

    target_groups = StreamField(
        [("target_group", CharBlock(label=_("target group"), max_length=120))],
        verbose_name=_("target groups"),
        blank=True,
        help_text=_("Whose inclusion and wellbeing the municipality wants to promote."),
    )
    associations_work = RichTextField(
        _("working with associations"),
        features=PLAIN_RICH_TEXT,
        blank=True,
        help_text=_("The ways and models of working together that the municipality has chosen."),
    )
    pilot_title = models.CharField(_("name of the pilot"), max_length=120, blank=True)
    pilot_state = models.CharField(_("state of the pilot"), max_length=8, choices=PilotState.choices, blank=True)
    pilot_text = RichTextField(_("what is tried out"), features=PLAIN_RICH_TEXT, blank=True)
    pilot_results = RichTextField(_("results of the pilot"), features=PLAIN_RICH_TEXT, blank=True)
    contacts = StreamField(
        [("contact", SnippetChooserBlock("home.Contact", label=_("contact")))],
        verbose_name=_("local contacts"),
        blank=True,
    )
    associations = StreamField(
        [("organisation", SnippetChooserBlock("home.Organisation", label=_("association")))],
        verbose_name=_("associations involved"),
        blank=True,
    )
    body = StreamField(BodyBlock(), verbose_name=_("more content"), blank=True)

    objects = PageManager.from_queryset(MunicipalityPageQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(["target_groups", "associations_work"], heading=_("Choices")),
        MultiFieldPanel(["pilot_title", "pilot_state", "pilot_text", "pilot_results"], heading=_("Pilot")),
        MultiFieldPanel(["contacts", "associations"], heading=_("People and associations")),
        "body",
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("target_groups"),
        index.SearchField("associations_work"),
        index.SearchField("pilot_title"),
        index.SearchField("pilot_text"),
        index.SearchField("pilot_results"),
        index.SearchField("body"),
        index.FilterField("pilot_state"),
    ]

    card_template = "home/includes/municipality_card.html"
    parent_page_types = ["home.MunicipalityIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")

    @property
    def pilot_state_text(self):
        return self.get_pilot_state_display() if self.pilot_state else ""

    def people(self):
        """The local contacts in the editor's order, with what is shown of each; one query."""
        ids = [item["value"] for item in self.contacts.raw_data]
        found = Contact.objects.select_related("organisation", "photo").in_bulk(ids)
        return [found[number] for number in ids if number in found]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["people"] = self.people()
        key = self.translation_key
        context["local"] = self.remembered(
            "local",
            lambda: {
                kind: latest_items(kind, self.locale_id, 3, municipality=key)
                for kind in ("trainings", "posts", "tip_lists")
            },
        )
        return context
