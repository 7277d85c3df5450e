"""How many people came to which trainings, for the funder's report. Numbers only: they outlive the people's data."""

from functools import partial

import django_filters
from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, Sum, Value, When
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView

from home import dates
from trainings.documents import alphabetical
from trainings.export import Table
from trainings.models import Registration, Training

Status = Registration.Status
Attendance = Registration.Attendance
MARKED = [Attendance.PRESENT, Attendance.ABSENT]
HOW_COUNTED = _(
    "Participants are those who were marked as present. In a training where no attendance was marked, they are those "
    "who have a confirmed seat; in a cancelled training, nobody."
)
# What is counted of each training: (name, label). Totals are of the same.
COUNTS = [
    ("capacity", _("Seats")),
    ("registered", pgettext_lazy("number", "Registered")),
    ("confirmed", _("Confirmed")),
    ("present", pgettext_lazy("number", "Present")),
    ("cancelled", pgettext_lazy("number", "Cancelled")),
    ("queue", _("In the queue")),
    ("participants", _("Participants")),
]


def number_of(row, name):
    """A number of COUNTS of a training; of those who were there, that nobody has marked any."""
    return gettext("Not marked") if name == "present" and row.registered and not row.marked else getattr(row, name)


def shown():
    """The trainings of which a report tells: public ones, and those in which anybody has registered."""
    return Training.objects.filter(Q(is_published=True) | Exists(Registration.objects.filter(training=OuterRef("pk"))))


def with_numbers(trainings):
    """The trainings with all the numbers of COUNTS, in the same query."""

    def number(**conditions):
        of_registrations = {f"registrations__{name}": value for name, value in conditions.items()}
        return Count("registrations", filter=Q(**of_registrations))

    return trainings.annotate(
        registered=Count("registrations"),
        confirmed=number(status=Status.CONFIRMED),
        present=number(attendance=Attendance.PRESENT),
        cancelled=number(status=Status.CANCELLED),
        queue=number(status=Status.WAITLISTED),
        marked=number(attendance__in=MARKED),
    ).annotate(
        participants=Case(
            When(marked__gt=0, then=F("present")),
            When(is_cancelled=True, then=Value(0)),
            default=F("confirmed"),
            output_field=IntegerField(),
        )
    )


def participants_of(trainings):
    """The registrations that HOW_COUNTED means."""
    marked = Registration.objects.filter(training=OuterRef("training"), attendance__in=MARKED)
    return (
        Registration.objects.filter(training__in=trainings.order_by().values("pk"))
        .annotate(is_marked=Exists(marked))
        .filter(
            Q(is_marked=True, attendance=Attendance.PRESENT)
            | Q(is_marked=False, status=Status.CONFIRMED, training__is_cancelled=False)
        )
        .order_by()
    )


def by_municipality(trainings):
    """[(name, number)]: partner municipalities by name, then all others."""
    numbers = dict(participants_of(trainings).values_list("municipality__title").annotate(Count("pk")))
    elsewhere = numbers.pop(None, 0)
    rows = sorted(numbers.items(), key=lambda row: alphabetical(row[0]))
    return [*rows, (gettext("Another municipality, or not told"), elsewhere)] if elsewhere else rows


def by_organisation_type(trainings):
    """[(name, number)] in the order of the form, then those who did not say."""
    numbers = dict(participants_of(trainings).values_list("organisation_type").annotate(Count("pk")))
    names = [*Registration.OrganisationType.choices, ("", gettext("Not told"))]
    return [(str(name), numbers[kind]) for kind, name in names if kind in numbers]


class NamedDateRange(DateRangePickerWidget):
    """Wagtail's two fields for a period, of which screen readers would know no name."""

    def __init__(self, attrs=None):
        super().__init__(attrs)
        for widget in self.widgets:
            widget.attrs["aria-label"] = widget.attrs["placeholder"]


class PeriodFilterSet(WagtailFilterSet):
    starts = django_filters.DateFromToRangeFilter(label=_("Held between"), widget=NamedDateRange)

    class Meta:
        model = Training
        fields = []


class NumbersReport(ReportView):
    """A row for each training of a period, newest first, then totals and who came."""

    model = Training
    page_title = _("Participants of trainings")
    header_icon = "group"
    index_url_name = "training_numbers"
    index_results_url_name = "training_numbers_results"
    results_template_name = "trainings/office/numbers_results.html"
    filterset_class = PeriodFilterSet
    columns = [
        Column("day", label=_("Date"), accessor=lambda row: dates.day_text(row.starts, weekday=False)),
        Column("name", label=_("Training"), accessor="name"),
        *(Column(name, label=label, accessor=partial(number_of, name=name)) for name, label in COUNTS),
    ]
    # A table file of several sheets cannot be CSV.
    FORMATS = (ReportView.FORMAT_XLSX,)
    list_export = ["name"]

    def get(self, request, *args, **kwargs):
        # Days are those of the project's time zone, whichever the user has chosen.
        with timezone.override(timezone.get_default_timezone()):
            return super().get(request, *args, **kwargs)

    def get_base_queryset(self):
        return shown().order_by("-starts", "-pk")

    def get_queryset(self):
        return with_numbers(super().get_queryset())

    @cached_property
    def period(self):
        """The trainings of the period without their numbers."""
        return self.filter_queryset(shown())

    @cached_property
    def sections(self):
        """[(title, [(name, number)])] of the period: totals, then who came (three queries)."""
        sums = with_numbers(self.period).aggregate(
            number=Count("pk"), **{f"sum_of_{name}": Sum(name) for name, _label in COUNTS}
        )
        totals = [(str(label), sums[f"sum_of_{name}"] or 0) for name, label in COUNTS]
        return [
            (gettext("Totals"), [(gettext("Trainings"), sums["number"]), *totals]),
            (gettext("Participants by municipality"), by_municipality(self.period)),
            (gettext("Participants by organisation"), by_organisation_type(self.period)),
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(how_counted=HOW_COUNTED, **kwargs)

    def render_to_response(self, context, **response_kwargs):
        if not self.is_export:
            context["sections"] = self.sections
        return super().render_to_response(context, **response_kwargs)

    @cached_property
    def header_more_buttons(self):
        return [button for button in super().header_more_buttons if button.url != self.csv_export_url]

    def get_filename(self):
        return "training-numbers"

    def write_xlsx(self, queryset, output):
        """The same numbers: a sheet of trainings, one of totals, one for each way of telling who came."""
        workbook = Workbook(write_only=True)
        labels = [(label, 12) for _name, label in COUNTS]
        table = Table(workbook, gettext("Trainings"), [], [(gettext("Date"), 12), (gettext("Training"), 60), *labels])
        for row in queryset:
            table.append([row.first_day, row.name, *(number_of(row, name) for name, _label in COUNTS)])
        table.finish()
        for title, rows in self.sections:
            table = Table(workbook, title, [HOW_COUNTED], [(title, 50), (gettext("Number"), 12)])
            for row in rows:
                table.append(row)
        workbook.save(output)
