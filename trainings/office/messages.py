"""Messages to the participants of a training, and their history."""

from collections import defaultdict

from django.db import transaction
from django.db.models import Count, Max
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, UserColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import HeaderButton

from home.models import OutboxMessage
from trainings import registration as seats
from trainings.models import Call, Kind, Message

from . import access
from .base import OfTraining, office_url
from .forms import MessageForm

State = OutboxMessage.State


def recipients(training, audience):
    """Whom a message to this audience reaches."""
    people = training.registrations.active().filter(anonymised_at=None)
    return people if audience == Message.Audience.ALL else people.filter(status=audience)


@transaction.atomic
def send(training_id, values, user, *, after):
    """Write a message and its mails and calls. Returns the Message, or None when nobody would get it.

    `after`: the number of the newest message when the form was drawn. The same words after it are the same form,
    sent twice.
    """
    training = seats.locked(training_id)
    if same := training.messages.filter(pk__gt=after, **values).first():
        return same
    people = list(recipients(training, values["audience"]))
    if not people:
        return None
    message = Message.objects.create(training=training, sent_by=user, recipients=len(people), **values)
    seats.tell(people, Kind.MESSAGE, turn=message.pk)
    return message


class NewMessage(OfTraining, TemplateView):
    """Write a message, look at it, send it."""

    template_name = "trainings/office/form.html"
    page_title = gettext_lazy("Write to the participants")
    header_icon = "mail"

    def get(self, request, *args, **kwargs):
        newest = self.training.messages.aggregate(newest=Max("pk"))["newest"] or 0
        form = MessageForm(initial={"after": newest})
        return self.render_to_response(self.get_context_data(form=form))

    def post(self, request, *args, **kwargs):
        form = MessageForm(request.POST)
        if not form.is_valid():
            messages.validation_error(request, _("Nothing was sent: there are errors."), form)
        elif "edit" not in request.POST:
            values = {name: form.cleaned_data[name] for name in ("audience", "subject", "text")}
            if "send" in request.POST:
                return self.send(form, values)
            return self.preview(form, values)
        return self.render_to_response(self.get_context_data(form=form))

    def preview(self, form, values):
        people = recipients(self.training, values["audience"])
        self.template_name = "trainings/office/message_preview.html"
        return self.render_to_response(
            self.get_context_data(
                form=form,
                message=Message(**values),
                count=people.count(),
                without_email=people.filter(email="").count(),
            )
        )

    def send(self, form, values):
        message = send(self.training.pk, values, self.request.user, after=form.cleaned_data["after"])
        if message is None:
            form.add_error("audience", _("Nobody would get this message."))
            return self.render_to_response(self.get_context_data(form=form))
        messages.success(
            self.request,
            ngettext(
                "The message is on its way to %(count)s person.",
                "The message is on its way to %(count)s people.",
                message.recipients,
            )
            % {"count": message.recipients},
        )
        return redirect(office_url("messages", self.training.pk))

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            submit_button_label=_("Look at it before sending"),
            submit_button_active_label=_("Preparing…"),
            action_url=office_url("new_message", self.training.pk),
            **kwargs,
        )


class WordsColumn(Column):
    cell_template_name = "trainings/office/cells/message.html"


class DeliveryColumn(Column):
    cell_template_name = "trainings/office/cells/delivery.html"


class Messages(OfTraining, BaseListingView):
    """What was written to the participants of a training, and how it arrived."""

    template_name = "trainings/office/listing.html"
    page_title = gettext_lazy("Messages")
    header_icon = "mail"
    verbose_name_plural = gettext_lazy("messages")
    paginate_by = 20
    columns = [
        WordsColumn("subject", label=gettext_lazy("Message")),
        Column("audience", label=gettext_lazy("To whom"), accessor="get_audience_display"),
        DeliveryColumn("recipients", label=gettext_lazy("Arrived")),
        UserColumn("sent_by", label=gettext_lazy("Sent by")),
        DateColumn("created_at", label=gettext_lazy("Written")),
    ]

    def get_base_queryset(self):
        return self.training.messages.select_related("sent_by__wagtail_userprofile")

    def paginate_queryset(self, queryset, page_size):
        paginator, page, rows, is_long = super().paginate_queryset(queryset, page_size)
        page.object_list = rows = list(rows)
        turns = [str(row.pk) for row in rows]
        states = defaultdict(dict)
        mails = OutboxMessage.objects.filter(kind=seats.mail_kind(Kind.MESSAGE), turn__in=turns)
        for item in mails.values("turn", "state").annotate(count=Count("pk")):
            states[item["turn"]][item["state"]] = item["count"]
        calls = Call.objects.filter(kind=Kind.MESSAGE, turn__in=turns, registration__training=self.training)
        told = {
            item["turn"]: item
            for item in calls.order_by().values("turn").annotate(count=Count("pk"), done=Count("done_at"))
        }
        for row in rows:
            found, call = states[str(row.pk)], told.get(str(row.pk), {"count": 0, "done": 0})
            row.arrived = found.get(State.SENT, 0)
            row.waiting = found.get(State.QUEUED, 0) + found.get(State.SENDING, 0)
            row.dead = found.get(State.DEAD, 0)
            row.called, row.to_call = call["done"], call["count"] - call["done"]
        return paginator, page, rows, is_long

    @property
    def header_buttons(self):
        if not self.request.user.has_perm(access.CHANGE):
            return []
        return [
            HeaderButton(
                _("Write to the participants"), url=office_url("new_message", self.training.pk), icon_name="plus"
            )
        ]

    def get_index_url(self):
        return office_url("messages", self.training.pk)
