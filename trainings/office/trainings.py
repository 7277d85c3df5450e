"""The list of trainings, with what each needs from the organiser."""

import django_filters
from django import forms
from django.db.models import BooleanField, Case, F, Q, When
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import Button

from trainings.models import Training, TrainingPage

from .base import office_url, over, seats_text
from .calls import waiting_by_training
from .mails import dead_letters


class TrainingFilterSet(WagtailFilterSet):
    when = django_filters.ChoiceFilter(
        label=gettext_lazy("When"),
        choices=[("coming", gettext_lazy("Coming")), ("past", gettext_lazy("Past"))],
        method="of_time",
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("All"),
    )

    class Meta:
        model = Training
        fields = []

    def of_time(self, queryset, name, value):
        return queryset.filter(is_past=value == "past")


class SeatsColumn(Column):
    cell_template_name = "trainings/office/cells/seats.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "seats": seats_text(instance), "over": over(instance)}


class NameColumn(TitleColumn):
    """The name, with a mark where readers find no page of the training."""

    cell_template_name = "trainings/office/cells/name.html"


class NeededColumn(Column):
    """What waits for the organiser: given-up mails and calls."""

    cell_template_name = "trainings/office/cells/needed.html"


class Trainings(BaseListingView):
    """All trainings: the coming ones first, the next one first; then the past ones, the latest first."""

    model = Training
    template_name = "trainings/office/listing.html"
    page_title = gettext_lazy("Trainings")
    header_icon = "calendar-check"
    index_url_name = "trainings_office:trainings"
    index_results_url_name = "trainings_office:trainings_results"
    verbose_name_plural = gettext_lazy("trainings")
    is_searchable = True
    search_fields = ["name"]
    filterset_class = TrainingFilterSet
    paginate_by = 50
    columns = [
        NameColumn(
            "name",
            label=gettext_lazy("Name"),
            get_url=lambda training: office_url("participants", training.pk),
        ),
        Column("when", label=gettext_lazy("When"), accessor="when_text"),
        Column("state", label=gettext_lazy("State"), accessor="state_text"),
        SeatsColumn("seats", label=gettext_lazy("Seats")),
        Column("queue", label=gettext_lazy("In the queue"), accessor="seats.waitlisted"),
        NeededColumn("needed", label=gettext_lazy("To do")),
    ]

    @property
    def header_more_buttons(self):
        return [
            Button(_("Participants of a period, in numbers"), url=reverse("training_numbers"), icon_name="group"),
            Button(_("Data of one person"), url=office_url("data_request"), icon_name="user"),
        ]

    def get_base_queryset(self):
        is_past = Q(ends__lt=timezone.now())
        return Training.objects.with_seats().annotate(
            is_past=Case(When(is_past, then=True), default=False, output_field=BooleanField()),
            coming_start=Case(When(~is_past, then=F("starts"))),
        )

    def order_queryset(self, queryset):
        return queryset.order_by("is_past", "coming_start", "-starts", "pk")

    def paginate_queryset(self, queryset, page_size):
        paginator, page, rows, is_long = super().paginate_queryset(queryset, page_size)
        page.object_list = rows = list(rows)
        numbers = [row.pk for row in rows]
        problems, calls = dead_letters(numbers), waiting_by_training(numbers)
        with_page = set(
            TrainingPage.objects.filter(translation_key__in=[row.key for row in rows]).values_list(
                "translation_key", flat=True
            )
        )
        for row in rows:
            row.problems, row.calls = problems.get(row.pk, 0), calls.get(row.pk, 0)
            row.has_page = row.key in with_page
        return paginator, page, rows, is_long


def of_page(request, page_id):
    """Leads from a page of a training to its participants."""
    page = get_object_or_404(TrainingPage, pk=page_id)
    page = page.alias_of.specific if page.alias_of_id else page
    if row := Training.objects.filter(key=page.translation_key).first():
        return redirect(office_url("participants", row.pk))
    messages.warning(request, _("Nobody can have registered yet: the page was never published."))
    return redirect("wagtailadmin_pages:edit", page_id)
