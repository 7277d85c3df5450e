"""The report of who of the staff saw or took out whose data."""

import django_filters
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, UserColumn
from wagtail.admin.views.generic.base import BaseListingView

from trainings.models import AccessLogEntry, Training


def users_in_log(request):
    users = AccessLogEntry.objects.order_by().values("user")
    return get_user_model().objects.filter(pk__in=users).order_by("username")


def trainings_in_log(request):
    return Training.objects.filter(pk__in=AccessLogEntry.objects.order_by().values("training")).order_by("-starts")


class AccessFilterSet(WagtailFilterSet):
    training = django_filters.ModelChoiceFilter(label=gettext_lazy("Training"), queryset=trainings_in_log)
    action = django_filters.ChoiceFilter(label=gettext_lazy("What"), choices=AccessLogEntry.Action.choices)
    user = django_filters.ModelChoiceFilter(label=gettext_lazy("User"), queryset=users_in_log)
    created_at = django_filters.DateFromToRangeFilter(label=gettext_lazy("When"), widget=DateRangePickerWidget)

    class Meta:
        model = AccessLogEntry
        fields = []


class AccessReport(BaseListingView):
    model = AccessLogEntry
    template_name = "trainings/office/listing.html"
    page_title = gettext_lazy("Who saw participants' data")
    header_icon = "history"
    index_url_name = "trainings_office:access_report"
    index_results_url_name = "trainings_office:access_report_results"
    verbose_name_plural = gettext_lazy("entries")
    filterset_class = AccessFilterSet
    paginate_by = 50
    columns = [
        DateColumn("created_at", label=gettext_lazy("When")),
        UserColumn("user", label=gettext_lazy("User"), blank_display_name="–"),
        Column("action", label=gettext_lazy("What"), accessor="get_action_display"),
        Column("training", label=gettext_lazy("Training"), accessor="training.name"),
        Column("registration_number", label=gettext_lazy("Registration")),
    ]

    def get_base_queryset(self):
        return AccessLogEntry.objects.select_related("user__wagtail_userprofile", "training")
