"""Who is to be told what by telephone, because they have no e-mail."""

from django.db import transaction
from django.db.models import CharField, Count, Exists, F, OuterRef, Q
from django.db.models.functions import Cast, TruncDate
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView

from trainings.models import Call, Kind, Message, Registration

from . import access
from .base import OfTraining, office_url

Status = Registration.Status
# What is no news once the training is over.
BEFORE_TRAINING = [
    Kind.CONFIRMED,
    Kind.WAITLISTED,
    Kind.PROMOTED,
    Kind.CHANGED,
    Kind.TRAINING_CANCELLED,
    Kind.CANCELLED,
    Kind.CANCELLED_BY_STAFF,
    Kind.REMINDER,
]
# What a cancelled training makes untrue.
WHILE_HELD = [Kind.CONFIRMED, Kind.WAITLISTED, Kind.PROMOTED, Kind.CHANGED, Kind.REMINDER]
# Of these each says what holds now: the newest is enough.
WITH_NEWEST = [Kind.CHANGED, Kind.TRAINING_CANCELLED]


def waiting_calls():
    """The calls that are to be made: what they would tell still holds."""
    is_true = (
        Q(kind__in=[Kind.CANCELLED, Kind.CANCELLED_BY_STAFF], registration__status=Status.CANCELLED)
        | Q(kind__in=[Kind.CONFIRMED, Kind.PROMOTED], registration__status=Status.CONFIRMED)
        | Q(kind=Kind.WAITLISTED, registration__status=Status.WAITLISTED)
        | ~Q(registration__status=Status.CANCELLED)
        & Q(kind__in=[Kind.CHANGED, Kind.TRAINING_CANCELLED, Kind.REMINDER, Kind.MATERIALS, Kind.MESSAGE])
    )
    is_late = Q(kind__in=BEFORE_TRAINING, registration__training__ends__lt=timezone.now())
    is_held = Q(registration__training__is_cancelled=False)
    newer = Call.objects.filter(registration=OuterRef("registration"), kind=OuterRef("kind"), pk__gt=OuterRef("pk"))
    first_day = TruncDate("registration__training__starts", tzinfo=timezone.get_default_timezone())
    return (
        Call.objects.filter(is_true, done_at=None, registration__anonymised_at=None)
        .alias(first_day=Cast(first_day, CharField()))
        .filter(
            ~is_late,
            is_held | ~Q(kind__in=WHILE_HELD),
            ~is_held | ~Q(kind=Kind.TRAINING_CANCELLED),
            ~Q(kind__in=WITH_NEWEST) | ~Exists(newer),
            ~Q(kind=Kind.REMINDER) | Q(turn=F("first_day")),
        )
    )


def waiting_by_training(training_ids):
    """{number of the training: how many calls wait}, for those where some do (one query)."""
    rows = (
        waiting_calls()
        .filter(registration__training__in=training_ids)
        .order_by()
        .values("registration__training")
        .annotate(count=Count("pk"))
    )
    return {row["registration__training"]: row["count"] for row in rows}


class TelephoneColumn(Column):
    cell_template_name = "trainings/office/cells/telephone.html"


class WhatColumn(Column):
    cell_template_name = "trainings/office/cells/what_to_tell.html"


class CalledColumn(Column):
    """A button that notes the call, or takes the note back."""

    cell_template_name = "trainings/office/cells/called.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        request = context["request"]
        return {**context, "may_change": request.user.has_perm(access.CHANGE), "csrf": get_token(request)}


class Calls(OfTraining, BaseListingView):
    """The calls of one training: those to make first, then those made."""

    template_name = "trainings/office/listing.html"
    page_title = gettext_lazy("Calls to make")
    header_icon = "mobile-alt"
    verbose_name_plural = gettext_lazy("calls to make")
    paginate_by = 50
    columns = [
        TitleColumn(
            "name",
            label=gettext_lazy("Name"),
            accessor="registration.name",
            get_url=lambda call: office_url("person", call.registration_id),
        ),
        TelephoneColumn("telephone", label=gettext_lazy("Telephone"), accessor="registration.telephone"),
        WhatColumn("what", label=gettext_lazy("What to tell")),
        DateColumn("created_at", label=gettext_lazy("Since")),
        CalledColumn("called", label=gettext_lazy("Called")),
    ]

    def get_base_queryset(self):
        is_of_training = Q(registration__training=self.training)
        made = Call.objects.filter(is_of_training, done_at__isnull=False, registration__anonymised_at=None)
        return (
            (waiting_calls().filter(is_of_training) | made)
            .select_related("registration")
            .order_by(F("done_at").desc(nulls_first=True), "created_at", "pk")
        )

    def paginate_queryset(self, queryset, page_size):
        paginator, page, calls, is_long = super().paginate_queryset(queryset, page_size)
        page.object_list = calls = list(calls)
        messages = Message.objects.in_bulk([int(call.turn) for call in calls if call.kind == Kind.MESSAGE])
        for call in calls:
            call.message = messages.get(int(call.turn)) if call.kind == Kind.MESSAGE else None
            call.facts = (
                [self.training.when_text(), self.training.place] if call.kind in (Kind.CHANGED, Kind.REMINDER) else []
            )
        return paginator, page, calls, is_long

    def get(self, request, *args, **kwargs):
        access.log(request, "calls", training=self.training)
        return super().get(request, *args, **kwargs)

    def get_index_url(self):
        return office_url("calls", self.training.pk)


@require_POST
@transaction.atomic
def note_call(request, pk):
    """Note that a person was told, or (with `undo`) that they were not."""
    call = get_object_or_404(Call.objects.select_related("registration").select_for_update(of=("self",)), pk=pk)
    if "undo" in request.POST:
        call.done_at = call.done_by = None
    elif call.done_at is None:
        call.done_at, call.done_by = timezone.now(), request.user
    call.save(update_fields=["done_at", "done_by"])
    return redirect(office_url("calls", call.registration.training_id) + f"#call-{call.pk}")
