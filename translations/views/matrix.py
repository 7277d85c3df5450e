"""The matrix of the translators' workplace: a line for each source, a column for each language."""

import re
from dataclasses import dataclass
from itertools import islice

from django.contrib.admin.utils import quote
from django.contrib.contenttypes.models import ContentType
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, Table
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from translations import rights
from translations.matrix import Matrix, label_of, with_due_date
from translations.models import BulkAction, Job
from translations.status import State, Status, number_of_words, with_words

# What XML cannot hold, and what a spreadsheet might take for a formula (OWASP, CSV injection).
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
# So many sources of an export are in memory at a time.
CHUNK = 500


@dataclass
class Cell:
    """A source in one language, as the matrix shows it. `url` leads to the work, if there is any to do."""

    status: Status
    job: Job | None
    url: str = ""

    @property
    def is_missing(self):
        return self.status.state == State.MISSING

    @property
    def has_progress(self):
        return self.status.translation_id is not None

    @property
    def due_on(self):
        """The day on which what is not finished is due."""
        return self.job.due_on if self.job and self.job.state != Job.State.PUBLISHED else None

    @property
    def is_overdue(self):
        return self.due_on is not None and self.due_on < timezone.localdate()

    @property
    def assignee(self):
        return get_user_display_name(self.job.assignee) if self.job and self.job.assignee else ""


class SelectColumn(Column):
    cell_template_name = "translations/matrix/select.html"
    header_template_name = "translations/matrix/select_header.html"


class SourceColumn(Column):
    """The title, which heads its row."""

    cell_template_name = "translations/matrix/source.html"


class SectionColumn(Column):
    cell_template_name = "translations/matrix/section.html"


class DayColumn(Column):
    cell_template_name = "translations/matrix/day.html"


class DueColumn(Column):
    cell_template_name = "translations/matrix/due.html"


class LanguageColumn(Column):
    """The state of each source in a language."""

    cell_template_name = "translations/matrix/cell.html"

    def __init__(self, locale):
        super().__init__(f"in_{locale.pk}", label=str(locale))
        self.locale = locale

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        return {
            **context,
            "cell": instance.cells.get(self.locale.pk),
            "is_source": instance.locale_id == self.locale.pk,
            "language": self.label,
        }


class MatrixView(SpreadsheetExportMixin, BaseListingView):
    template_name = "translations/matrix/matrix.html"
    results_template_name = "translations/matrix/results.html"
    page_title = gettext_lazy("Translations")
    header_icon = "globe"
    index_url_name = "translations:matrix"
    index_results_url_name = "translations:matrix_results"
    is_searchable = True
    paginate_by = 50
    export_filename = "translations"
    export_headings = {
        "title": gettext_lazy("Title"),
        "section": gettext_lazy("Section"),
        "type": gettext_lazy("Type"),
        "language": gettext_lazy("Language"),
        "state": gettext_lazy("State"),
        "texts": gettext_lazy("Texts"),
        "texts_left": gettext_lazy("Texts left"),
        "words": gettext_lazy("Words"),
        "words_left": gettext_lazy("Words left"),
        "assignee": gettext_lazy("Translator"),
        "due": gettext_lazy("Due date"),
        "address": gettext_lazy("Address"),
    }
    list_export = list(export_headings)

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.matrix = Matrix(request.user, request.GET)
        self.model = self.matrix.model
        self.verbose_name_plural = self.model._meta.verbose_name_plural

    @property
    def is_of_pages(self):
        return self.model is Page

    @property
    def default_ordering(self):
        return "path" if self.is_of_pages else None

    @property
    def columns(self):
        of_pages = [
            SectionColumn("section", classname="matrix__aside", label=_("Section"), sort_key="path"),
            DayColumn("changed", classname="matrix__aside", label=_("Source changed"), sort_key="changed"),
        ]
        return [
            SelectColumn("select", label=_("Select")),
            SourceColumn("title", label=_("Title"), sort_key="title" if self.is_of_pages else None),
            *(of_pages if self.is_of_pages else []),
            DueColumn("due", classname="matrix__aside", label=_("Next due date"), sort_key="due"),
            *(LanguageColumn(locale) for locale in self.shown_languages),
        ]

    # Only columns in which a row of this screen may have something.
    shown_languages = ()

    @property
    def filters(self):
        return self.matrix.filters

    def get_queryset(self):
        return self.order_queryset(self.matrix.rows())

    def order_queryset(self, queryset):
        name, is_down = self.ordering.removeprefix("-") if self.ordering else "", (self.ordering or "").startswith("-")
        if name == "due":
            due = F("next_due").desc(nulls_last=True) if is_down else F("next_due").asc(nulls_last=True)
            return with_due_date(queryset, self.matrix.languages).order_by(due, "pk")
        if not name:
            return queryset if queryset.ordered else queryset.order_by("pk")
        field = F({"changed": "latest_revision_created_at"}.get(name, name))
        return queryset.order_by(field.desc(nulls_last=True) if is_down else field.asc(nulls_last=True), "pk")

    def paginate_queryset(self, queryset, page_size):
        paginator, page, sources, is_long = super().paginate_queryset(queryset, page_size)
        page.object_list = sources = list(sources)
        self.tell(sources)
        own = {source.locale_id for source in sources}
        self.shown_languages = [locale for locale in self.matrix.languages if own != {locale.pk}]
        return paginator, page, sources, is_long

    def tell(self, sources):
        """Add to each source what its row shows."""
        cells = with_words(self.matrix.cells(sources))
        jobs = Job.objects.select_related("assignee__wagtail_userprofile").in_bulk(
            [status.job_id for status in cells.values() if status.job_id]
        )
        codes = {locale.pk: locale.language_code for locale in self.matrix.languages}
        lines = sections_of(sources) if self.is_of_pages else {}
        for source in sources:
            source.cells = {}
            source.heading = source.get_admin_display_title() if self.is_of_pages else str(source)
            source.line = lines.get(source.pk, [])
            source.edit_url = self.edit_url(source.pk) if self.may_edit(source) else ""
            source.changed = source.latest_revision_created_at if self.is_of_pages else None
            for locale_id, code in codes.items():
                if status := cells.get((source.translation_key, locale_id)):
                    url = self.work_url(source, code, status)
                    source.cells[locale_id] = Cell(status, jobs.get(status.job_id), url)
            days = [cell.due_on for cell in source.cells.values() if cell.due_on]
            source.next_due = min(days, default=None)
            source.is_overdue = any(cell.is_overdue for cell in source.cells.values())

    def may_edit(self, source):
        user = self.request.user
        if self.is_of_pages:
            return source.permissions_for_user(user).can_edit()
        return any(locale.pk == source.locale_id for locale in self.matrix.scope.languages)

    def work_url(self, source, code, status):
        if status.translation_id:
            return reverse("translations:segments", args=[status.translation_id])
        if status.state == State.SEPARATE:
            return self.edit_url(status.target_id)
        if not self.may_submit:
            return ""
        if self.is_of_pages:
            url = reverse("wagtail_localize:submit_page_translation", args=[source.pk])
        else:
            place = self.model._meta.app_label, self.model._meta.model_name, quote(source.pk)
            url = reverse("wagtail_localize:submit_snippet_translation", args=place)
        return f"{url}?select_locale={code}"

    def edit_url(self, pk):
        if self.is_of_pages:
            return reverse("wagtailadmin_pages:edit", args=[pk])
        meta = self.model._meta
        return reverse(f"wagtailsnippets_{meta.app_label}_{meta.model_name}:edit", args=[quote(pk)])

    @cached_property
    def may_submit(self):
        return rights.can_submit(self.request.user)

    @cached_property
    def actions(self):
        """[(kind, label)] of what somebody may do with many sources at once."""
        kinds = BulkAction.Kind
        may_publish = not self.is_of_pages or page_permission_policy.user_has_permission(self.request.user, "publish")
        return [
            *([kinds.SUBMIT, kinds.ASSIGN] if self.may_submit else []),
            kinds.PRETRANSLATE,
            *([kinds.PUBLISH] if may_publish else []),
        ]

    def get_table(self, object_list):
        caption = _("%(kind)s and the states of their translations") % {"kind": capfirst(str(self.verbose_name_plural))}
        return Table(
            self.columns,
            object_list,
            ordering=self.ordering,
            base_url=self.index_url,
            caption=caption,
            classname="listing full-width matrix",
        )

    def totals(self, sources):
        """Of the sources of this screen, for each language: what is left."""
        lines = []
        for locale in self.shown_languages:
            statuses = [source.cells[locale.pk].status for source in sources if locale.pk in source.cells]
            followed = [status for status in statuses if status.translation_id]
            lines.append(
                {
                    "language": str(locale),
                    "texts_left": sum(status.total - status.done for status in followed),
                    "words_left": sum(status.words_left for status in followed),
                    "missing": sum(status.state == State.MISSING for status in statuses),
                    "outdated": sum(status.state == State.OUTDATED for status in statuses),
                }
            )
        return lines

    def get_context_data(self, **kwargs):
        if self.is_export:
            return {}
        context = super().get_context_data(**kwargs)
        query = self.request.GET.copy()
        for name in ("p", "ordering", "export", "_w_filter_fragment"):
            query.pop(name, None)
        return {
            **context,
            "actions": self.actions,
            "model_label": label_of(self.model),
            "all_query": query.urlencode() or f"kind={label_of(self.model)}",
            "languages": self.shown_languages,
            "totals": self.totals(context["object_list"]),
        }

    # The file for ordering translations: a line for each source and language

    def render_to_response(self, context, **response_kwargs):
        if self.is_export:
            return self.as_spreadsheet(self.lines(), self.request.GET["export"])
        return super().render_to_response(context, **response_kwargs)

    def lines(self):
        """What the file tells, line by line; texts and words of what was never sent too."""
        rows = self.object_list.iterator(chunk_size=CHUNK)
        while sources := list(islice(rows, CHUNK)):
            self.tell(sources)
            yield from self.lines_of(sources)

    def lines_of(self, sources):
        unsent = [source.pk for source in sources if any(not cell.status.total for cell in source.cells.values())]
        counts = texts_of(self.model, unsent)
        for source in sources:
            for locale in self.matrix.languages:
                cell = source.cells.get(locale.pk)
                if cell is None or not self.matrix.is_asked_for(cell.status):
                    continue
                status = cell.status
                texts, words = (status.total, status.words) if status.total else counts.get(source.pk, (0, 0))
                is_begun = status.translation_id is not None
                yield {
                    "title": source.heading,
                    "section": " › ".join(source.line),
                    "type": type_of(source),
                    "language": str(locale),
                    "state": status.state.label,
                    "texts": texts,
                    "texts_left": status.total - status.done if is_begun else texts,
                    "words": words,
                    "words_left": status.words_left if is_begun else words,
                    "assignee": cell.assignee,
                    "due": cell.due_on,
                    "address": source.full_url or "" if self.is_of_pages else "",
                }

    def stream_csv(self, queryset):
        # At once: when the response is sent, the language of the CMS is no longer active.
        return list(super().stream_csv(queryset))

    def to_row_dict(self, item):
        return {
            name: UNWRITABLE.sub("", str(value)) if name not in ("due",) and not isinstance(value, int) else value
            for name, value in item.items()
        }

    def preprocess_field_value(self, field, value, export_format):
        if export_format == self.FORMAT_CSV and isinstance(value, str) and value.startswith(FORMULA):
            return f"'{value}"
        return super().preprocess_field_value(field, value, export_format)

    def generate_xlsx_row(self, worksheet, row_dict, date_format=None):
        for cell in super().generate_xlsx_row(worksheet, row_dict, date_format):
            if isinstance(cell.value, str):
                cell.data_type, cell.quotePrefix = "s", cell.value.startswith(FORMULA)
            yield cell


def sections_of(pages):
    """{number: titles of the pages above it, without the home page} (one query)."""
    paths = {
        page.pk: [page.path[:end] for end in range(page.steplen * 3, len(page.path), page.steplen)] for page in pages
    }
    above = {path for line in paths.values() for path in line}
    titles = dict(Page.objects.filter(path__in=above).values_list("path", "draft_title")) if above else {}
    return {pk: [titles[path] for path in line if path in titles] for pk, line in paths.items()}


def type_of(source):
    """What kind of page or snippet it is."""
    if not isinstance(source, Page):
        return capfirst(str(source._meta.verbose_name))
    model = ContentType.objects.get_for_id(source.content_type_id).model_class()
    return capfirst(str(model.get_verbose_name())) if model else ""


def texts_of(model, numbers):
    """{number: (texts, words)} of objects that wagtail-localize knows nothing of yet."""
    rows = model._default_manager.filter(pk__in=numbers)
    found = {}
    for item in rows.specific() if model is Page else rows:
        texts = [segment.string.data for segment in extract_segments(item) if isinstance(segment, StringSegmentValue)]
        found[item.pk] = len(texts), sum(map(number_of_words, texts))
    return found
