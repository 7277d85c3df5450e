"""The people of one training."""

import django_filters
from django import forms
from django.db.models import Q
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView

from trainings.models import Registration, Training, TrainingPage
from trainings.models.registration import folded

from . import access
from .base import OfTraining, office_url, over, seats_text
from .calls import waiting_by_training
from .mails import add_mail_state

NOT_MARKED = "unknown"


class ParticipantFilterSet(WagtailFilterSet):
    status = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("Status"), choices=Registration.Status.choices, widget=forms.CheckboxSelectMultiple
    )
    organisation_type = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("Type of organisation"),
        choices=Registration.OrganisationType.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    attendance = django_filters.ChoiceFilter(
        label=gettext_lazy("Attendance"),
        choices=[(value or NOT_MARKED, label) for value, label in Registration.Attendance.choices],
        method="of_attendance",
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("All"),
    )
    needs = django_filters.ChoiceFilter(
        label=gettext_lazy("Needs something to take part"),
        choices=[("yes", gettext_lazy("Yes"))],
        method="with_needs",
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("All"),
    )

    class Meta:
        model = Registration
        fields = []

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, request=request, **kwargs)
        if not request.user.has_perm(access.NEEDS):
            del self.filters["needs"]

    def of_attendance(self, queryset, name, value):
        return queryset.filter(attendance="" if value == NOT_MARKED else value)

    def with_needs(self, queryset, name, value):
        return queryset.filter(needs__isnull=False)


# What can be taken out of a training, with the right beyond seeing.
PAPERS = [
    ("sign_in_sheet", gettext_lazy("Sign-in sheet"), access.SEE),
    ("queue_sheet", gettext_lazy("Sheet of the queue"), access.SEE),
    ("certificates", gettext_lazy("Certificates"), access.SEE),
    ("export", gettext_lazy("Export to a spreadsheet"), access.EXPORT),
]


def papers_of(training, user):
    """What this user can take out of a training: [{url, label}]."""
    return [
        {"url": office_url(name, training.pk), "label": label} for name, label, right in PAPERS if user.has_perm(right)
    ]


class ContactColumn(Column):
    cell_template_name = "trainings/office/cells/contact.html"


class MailColumn(Column):
    """How the person's mails fare; a given-up one can be sent again."""

    cell_template_name = "trainings/office/cells/mail.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        request = context["request"]
        return {**context, "may_change": request.user.has_perm(access.CHANGE), "csrf": get_token(request)}


class Participants(OfTraining, BaseListingView):
    """Everybody who has registered for a training, in the order of their numbers."""

    model = Registration
    template_name = "trainings/office/participants.html"
    page_title = gettext_lazy("Participants")
    verbose_name_plural = gettext_lazy("participants")
    default_ordering = "number"
    is_searchable = True
    filterset_class = ParticipantFilterSet
    paginate_by = 50

    @property
    def columns(self):
        is_hybrid = self.training.mode == Training.Mode.HYBRID
        return [
            Column("number", label=pgettext_lazy("registration", "Number"), sort_key="number"),
            TitleColumn(
                "name",
                label=gettext_lazy("Name"),
                accessor=lambda item: item.name or _("Anonymised"),
                url_name="trainings_office:person",
                sort_key="name",
            ),
            Column("organisation", label=gettext_lazy("Organisation"), sort_key="organisation"),
            StatusTagColumn(
                "status",
                label=gettext_lazy("Status"),
                accessor="get_status_display",
                sort_key="status",
                primary=lambda item: item.status == Registration.Status.CONFIRMED,
            ),
            MailColumn("mail", label=gettext_lazy("Messages"), classname="office-mail"),
            ContactColumn("contact", label=gettext_lazy("E-mail and telephone")),
            *([Column("mode", label=gettext_lazy("Takes part"), accessor="get_mode_display")] if is_hybrid else []),
            Column("language", label=gettext_lazy("Language"), accessor="get_language_display", sort_key="language"),
            Column("attendance", label=gettext_lazy("Attendance"), accessor="get_attendance_display"),
            DateColumn("created_at", label=gettext_lazy("Registered"), sort_key="created_at"),
        ]

    def way_here(self):
        return []

    def get_page_title(self):
        return self.training.name

    def get_page_subtitle(self):
        return _("Participants")

    def get_base_queryset(self):
        return self.training.registrations.all()

    def search_queryset(self, queryset):
        if not self.is_searching:
            return queryset
        words = self.search_query
        return queryset.filter(
            Q(name_folded__contains=folded(words))
            | Q(organisation__icontains=words)
            | Q(email__contains=words.strip().lower())
        )

    def paginate_queryset(self, queryset, page_size):
        paginator, page, people, is_long = super().paginate_queryset(queryset, page_size)
        page.object_list = people = list(people)
        add_mail_state(people)
        return paginator, page, people, is_long

    def get(self, request, *args, **kwargs):
        access.log(request, "list", training=self.training)
        if request.GET.get("needs") and request.user.has_perm(access.NEEDS):
            access.log(request, "needs", training=self.training)
        return super().get(request, *args, **kwargs)

    def get_index_url(self):
        return office_url("participants", self.training.pk)

    def get_index_results_url(self):
        return office_url("participants_results", self.training.pk)

    def get_context_data(self, **kwargs):
        training, user = self.training, self.request.user
        may_edit = {
            page.pk
            for page in TrainingPage.objects.filter(translation_key=training.key, alias_of__isnull=True).order_by("pk")[
                :1
            ]
            if page.permissions_for_user(user).can_edit()
        }
        return super().get_context_data(
            when=training.when_text(),
            seats=seats_text(training),
            over=over(training),
            is_over=training.ends < timezone.now(),
            papers=papers_of(training, user),
            calls=waiting_by_training([training.pk]).get(training.pk, 0),
            page_url=reverse("wagtailadmin_pages:edit", args=may_edit) if may_edit else None,
            may={
                "change": user.has_perm(access.CHANGE),
                "needs": user.has_perm(access.NEEDS),
            },
            **kwargs,
        )


@require_POST
def note_filed(request, pk):
    """Note that the signed sheet of a training is in the project's archive, or (with `undo`) that it is not."""
    training = get_object_or_404(Training, pk=pk)
    training.is_sheet_filed = "undo" not in request.POST
    training.save(update_fields=["is_sheet_filed"])
    messages.success(
        request,
        _("The sign-in sheet is noted as filed.") if training.is_sheet_filed else _("The sheet is not filed any more."),
    )
    return redirect(office_url("participants", pk))
