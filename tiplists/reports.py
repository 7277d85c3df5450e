"""How often lists are printed, for the funder's reports."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from home import dates
from tiplists.models import FetchCount


class FetchCountReport(ReportView):
    """Downloads and scans by list, form and month; newest month first."""

    model = FetchCount
    page_title = _("Printed tip lists")
    header_icon = "download"
    index_url_name = "tip_list_counts"
    index_results_url_name = "tip_list_counts_results"
    columns = [
        TitleColumn("page", label=_("Tip list"), accessor="page.title", get_url=lambda row: row.page.url),
        Column("language", label=_("Language"), accessor="page.locale"),
        Column("kind", label=_("Form"), accessor="kind_text"),
        Column("month", label=_("Month"), accessor=lambda row: dates.month_text(row.month)),
        Column("count", label=_("Times"), accessor="count"),
    ]
    list_export = ["page.title", "page.locale", "kind_text", "month", "count"]
    export_headings = {
        "page.title": _("Tip list"),
        "page.locale": _("Language"),
        "kind_text": _("Form"),
        "month": _("Month"),
        "count": _("Times"),
    }

    def get_filename(self):
        return "tip-lists"

    def get_base_queryset(self):
        return FetchCount.objects.select_related("page__locale").order_by("-month", "page__title", "kind")
