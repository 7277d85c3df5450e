"""Tip lists: written once, read on the web, printed on one sheet."""

import logging
import re
from functools import cached_property
from html import unescape

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index

from home import dates, rendered
from home.limits import too_many
from home.listing import Listing, municipality_filter, topic_filter
from home.models import BasePage, ClassifiedPage, MunicipalityRow, TopicRow
from home.models.base import ClassifiedPageQuerySet
from home.printed import code
from home.typesetting import TypesettingError, undrawable_message
from tiplists import density, printing
from tiplists.blocks import TipBlock

logger = logging.getLogger(__name__)

FEW_ENOUGH = 12


class TipListIndexPage(RoutablePageMixin, BasePage):
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
        context["booklet_url"] = f"{self.url}booklet.pdf" if self.url else ""
        return context

    @path("")
    def list_tip_lists(self, request):
        return self.render(request)

    @path("booklet.pdf/", name="booklet")
    def booklet(self, request):
        """The lists whose numbers are given as `?list=`, as one PDF; what is not public is left out."""
        from tiplists import booklet
        from tiplists.models import FetchCount

        numbers = {value for value in request.GET.getlist("list") if re.fullmatch("[0-9]{1,9}", value)}
        if len(numbers) > booklet.MOST_LISTS:
            text = gettext("A booklet holds at most %(limit)s lists. Choose fewer.") % {"limit": booklet.MOST_LISTS}
            return self.refusal(request, text, 400)
        pages = list(TipListPage.objects.listed(self.locale_id).for_cards().filter(id__in=numbers))
        if not pages:
            return self.refusal(request, gettext("Choose at least one list for the booklet."), 400)
        made_from = booklet.job(self, pages)
        name = rendered.name_of("booklets", made_from)
        if not rendered.is_stored(name):
            if too_many(request, "booklet", settings.BOOKLET_ADDRESS_LIMIT):
                return render(request, "429.html", status=429)
            try:
                rendered.make(name, made_from)
            except TypesettingError as error:
                logger.error("A booklet of %s lists cannot be made: %s", len(pages), error)
                return self.refusal(request, gettext("The booklet cannot be made just now. Try again later."), 503)
        response = rendered.response(request, name, self.title, canonical=self.full_url)
        if request.method == "GET" and response.status_code == 200:
            for page in pages:
                FetchCount.add(page.pk, FetchCount.BOOKLET)
        return response

    def refusal(self, request, text, status):
        """The index with what is wrong in the request for a booklet."""
        response = self.render(request, context_overrides={"booklet_error": text})
        response.status_code = status
        return response


class TipListPageQuerySet(ClassifiedPageQuerySet):
    def for_cards(self):
        return self.order_by("-updated_on", "title")

    def newest(self, count):
        return list(self.for_cards()[:count])


class TipListPage(RoutablePageMixin, ClassifiedPage):
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

    preview_modes = [
        *ClassifiedPage.preview_modes,
        *((name, format_lazy(_("Printed: {form}"), form=item.label)) for name, item in printing.VARIANTS.items()),
    ]
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

    def save(self, clean=True, **kwargs):
        """Refuse to publish what cannot be printed; a draft may hold it, so that previews go on."""
        if clean and self.live and (errors := self.undrawable_errors()):
            raise ValidationError(errors)
        return super().save(clean=clean, **kwargs)

    def undrawable_errors(self):
        """{field: message} of the texts that hold a character which cannot be printed."""
        names = ("title", "short_title", "summary", "source_line", "write_in")
        errors = {name: message for name in names if (message := undrawable_message(getattr(self, name)))}
        for number, block in enumerate(self.tips, start=1):
            words = f"{block.value['title']} {unescape(strip_tags(str(block.value['text'] or '')))}"
            if "tips" not in errors and (message := undrawable_message(words)):
                errors["tips"] = gettext("Tip %(number)s: %(message)s") % {"number": number, "message": message}
        return errors

    @property
    def poster_title(self):
        return self.short_title or self.title

    @property
    def has_many_tips(self):
        """Whether the list has more tips than print well on a sheet; told to the editor, never blocked."""
        return len(self.tips) > FEW_ENOUGH

    @cached_property
    def columns_in_use(self):
        return density.columns_in_use(self)

    @cached_property
    def density(self):
        return density.density(self)

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

    def draft_notes(self):
        """Whether the list fits its sheet."""
        from tiplists.preview import fit_note

        return [*super().draft_notes(), fit_note(self, "a4")]

    def serve_preview(self, request, mode_name):
        """Besides the screen and the browser's print: the picture of each form in which the list is printed."""
        if mode_name in printing.VARIANTS:
            from tiplists.preview import print_preview

            return print_preview(request, self, mode_name)
        return super().serve_preview(request, mode_name)

    @path("")
    def show(self, request):
        return self.render(request)

    @path("<slug:variant>.pdf/", name="pdf")
    def pdf(self, request, variant):
        from tiplists.models import FetchCount

        if variant not in printing.VARIANTS:
            raise Http404
        response = self.file_response(request, variant)
        if request.method == "GET" and response.status_code == 200:
            FetchCount.add(self.pk, variant)
        return response

    @path("<slug:picture>.png/", name="png")
    def png(self, request, picture):
        if picture not in printing.PICTURES:
            raise Http404
        return self.file_response(request, picture)

    def file_response(self, request, name):
        """The stored file or, if it cannot be made, a page that says so."""
        from tiplists import files

        try:
            file = files.current(self, name)
        except TypesettingError:
            response = self.render(request, context_overrides={"is_print_failed": True})
            response.status_code = 503
            return response
        label = f" {printing.VARIANTS[name].label}" if name in printing.VARIANTS else ""
        return rendered.response(request, file.name, f"{self.title}{label}", canonical=self.full_url)

    def print_links(self):
        """The links to the printed forms as {url, text}, such as “PDF, A3, 1 page, 40 kB”."""
        files = {file.variant: file for file in self.printed_files.exclude(name="")}
        return [
            {"url": f"{self.url}{name}.pdf", "text": printing.link_text(variant, files.get(name))}
            for name, variant in printing.VARIANTS.items()
        ]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["sheet"] = printing.sheet_context(self)
        context["code"] = code(self.sheet_path or "/")
        if self.pk and self.live and self.url:
            context["print_links"] = self.print_links()
            if not context["meta"]["image"]:
                context["meta"]["drawn_image"] = f"{self.full_url}share.png"
        printed = request.GET.get("printed", "")
        context["is_old_sheet"] = bool(printed) and printed != printing.version(self)
        context["related"] = self.remembered("related-lists", self.related)
        return context


class TipListPageTopic(TopicRow):
    page = ParentalKey(TipListPage, on_delete=models.CASCADE, related_name="topic_rows")


class TipListPageMunicipality(MunicipalityRow):
    page = ParentalKey(TipListPage, on_delete=models.CASCADE, related_name="municipality_rows")
