"""Tip lists: written once, read on the web, printed on one sheet."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index

from home import dates
from home.listing import Listing, municipality_filter, topic_filter
from home.models import BasePage, ClassifiedPage, MunicipalityRow, TopicRow
from home.models.base import ClassifiedPageQuerySet
from tiplists import printing
from tiplists.blocks import TipBlock

FEW_ENOUGH = 12


class TipListIndexPage(BasePage):
    """All tip lists of one language."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["tiplists.TipListPage"]

    class Meta:
        verbose_name = _("tip lists, index")
        verbose_name_plural = _("tip lists, indexes")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        lists = TipListPage.objects.listed(self.locale_id).for_cards()
        filters = [topic_filter(self.locale_id), municipality_filter(self.locale_id)]
        Listing(request, lists, filters).add_to(context)
        return context


class TipListPageQuerySet(ClassifiedPageQuerySet):
    def for_cards(self):
        return self.order_by("-updated_on", "title")

    def newest(self, count):
        return list(self.for_cards()[:count])


class TipListPage(ClassifiedPage):
    """One tip list. Its summary is the introduction."""

    class Marker(models.TextChoices):
        NUMBER = "number", _("Numbers")
        CHECKBOX = "checkbox", _("Check boxes")
        ICON = "icon", _("Icons")

    class Columns(models.TextChoices):
        AUTO = "auto", _("As suits the text")
        ONE = "1", _("One")
        TWO = "2", _("Two")

    class Accent(models.TextChoices):
        """Colours of the palette with a contrast of at least 5.5 on white (identity.md)."""

        MUSTIKKA = "mustikka", _("Blueberry")
        PUOLUKKA = "puolukka", _("Lingonberry")
        SAMMAL = "sammal", _("Moss")
        JARVI = "jarvi", _("Lake")

    short_title = models.CharField(
        _("short title for the poster"), max_length=40, blank=True, help_text=_("For small pictures of the list.")
    )
    tips = StreamField([("tip", TipBlock())], verbose_name=_("tips"), min_num=3, max_num=20)
    marker = models.CharField(_("before each tip"), max_length=8, choices=Marker.choices, default=Marker.NUMBER)
    columns = models.CharField(_("columns"), max_length=4, choices=Columns.choices, default=Columns.AUTO)
    accent = models.CharField(_("colour"), max_length=8, choices=Accent.choices, default=Accent.MUSTIKKA)
    source_line = models.CharField(_("source"), max_length=160, blank=True)
    write_in = models.CharField(
        _("line to fill in by hand"),
        max_length=80,
        blank=True,
        help_text=_("For example “Responsible here:”. A line is drawn after it."),
    )
    updated_on = models.DateField(_("updated on"), default=timezone.localdate)
    is_easy_language = models.BooleanField(_("this list is in easy language"), default=False)

    objects = PageManager.from_queryset(TipListPageQuerySet)()

    content_panels = [
        *BasePage.content_panels[:1],
        "short_title",
        *BasePage.content_panels[1:2],
        FieldPanel("tips", help_text=_("3–20 tips. More than 12 make the type small: think of two lists.")),
        MultiFieldPanel(
            [FieldRowPanel(["marker", "columns", "accent"]), "write_in", "source_line", "updated_on"],
            heading=_("On paper"),
        ),
        "is_easy_language",
        MultiFieldPanel(
            [
                InlinePanel("topic_rows", label=_("Topic"), heading=_("Topics")),
                InlinePanel("municipality_rows", label=_("Municipality"), heading=_("Municipalities")),
            ],
            heading=_("What the list is about"),
        ),
        *BasePage.content_panels[2:],
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("tips"), index.FilterField("updated_on")]

    card_template = "tiplists/includes/card.html"
    parent_page_types = ["tiplists.TipListIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("tip list")
        verbose_name_plural = _("tip lists")

    def clean(self):
        super().clean()
        if self.marker == self.Marker.ICON and any(not block.value["icon"] for block in self.tips):
            raise ValidationError({"marker": _("Choose an icon for each tip, or another marker.")})

    @property
    def poster_title(self):
        return self.short_title or self.title

    @property
    def has_many_tips(self):
        """Whether the list has more tips than print well on a sheet; told to the editor, never blocked."""
        return len(self.tips) > FEW_ENOUGH

    @cached_property
    def columns_in_use(self):
        return printing.columns_in_use(self)

    @cached_property
    def density(self):
        return printing.density(self)

    @property
    def updated_text(self):
        return dates.day_text(self.updated_on, weekday=False, language=self.language)

    @cached_property
    def sheet_path(self):
        """The address that a printed sheet carries: `/v/<page id>/<version>/`."""
        return f"/v/{self.pk}/{printing.version(self)}/" if self.pk else ""

    def related(self, count=3):
        """Other lists of a shared topic, then the newest."""
        keys = {topic.translation_key for topic in self.topics}
        lists = TipListPage.objects.listed(self.locale_id).exclude(pk=self.pk)
        return list(
            lists.annotate(
                shared=models.Count(
                    "topic_rows",
                    filter=models.Q(topic_rows__topic__translation_key__in=keys),
                    distinct=True,
                )
            ).order_by("-shared", "-updated_on", "title")[:count]
        )

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        address = context["site_url"] + self.sheet_path
        context["sheet_host"] = context["site_url"].split("://", 1)[-1]
        context["qr_svg"] = printing.qr_svg(address or "/", gettext("QR code: %(address)s") % {"address": address})
        printed = request.GET.get("printed", "")
        context["is_old_sheet"] = bool(printed) and printed != printing.version(self)
        context["related"] = self.remembered("related-lists", self.related)
        return context


class TipListPageTopic(TopicRow):
    page = ParentalKey(TipListPage, on_delete=models.CASCADE, related_name="topic_rows")


class TipListPageMunicipality(MunicipalityRow):
    page = ParentalKey(TipListPage, on_delete=models.CASCADE, related_name="municipality_rows")
