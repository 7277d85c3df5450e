"""One participant: everything told and sent, and what the organiser may do."""

from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages

from home import outbox
from home.models import OutboxMessage
from trainings import privacy
from trainings import registration as seats
from trainings.models import Registration, Training

from . import access
from .base import Confirmation, OfPerson, office_url, person_title, say_in_form, say_reason
from .forms import MoveForm, PersonForm
from .mails import KINDS, mails_of, problem_text

Status = Registration.Status


class Person(OfPerson, TemplateView):
    """Everything about one participant."""

    template_name = "trainings/office/person.html"
    people = Registration.objects.all()

    def way_here(self):
        return super().way_here()[:-1]

    def get_page_title(self):
        return person_title(self.registration)

    def get_context_data(self, **kwargs):
        user, person = self.request.user, self.registration
        access.log(self.request, "person", registration=person)
        needs = None
        if user.has_perm(access.NEEDS):
            needs = getattr(person, "needs", None)
            if needs:
                access.log(self.request, "needs", registration=person)
        mails = [
            {
                "kind": KINDS[mail.kind].label,
                "state": mail.get_state_display(),
                "at": mail.sent_at or mail.created_at,
                "problem": problem_text(mail) if mail.state == OutboxMessage.State.DEAD else "",
            }
            for mail in mails_of([person.pk])
        ]
        return super().get_context_data(
            facts=[(term, value) for term, value in facts_of(person) if value],
            answers=person.answers.select_related("question").order_by("question__sort_order", "question__pk"),
            needs=needs,
            mails=mails,
            has_problem=any(mail["problem"] for mail in mails),
            status_class="w-status--primary" if person.status == Status.CONFIRMED else "",
            calls=[
                {"kind": call.get_kind_display(), "at": call.created_at, "done_at": call.done_at}
                for call in person.calls.all()
            ],
            attendance=[
                {"value": value or "unknown", "label": label, "is_current": value == person.attendance}
                for value, label in Registration.Attendance.choices
            ],
            may={
                "change": user.has_perm(access.CHANGE) and not person.anonymised_at,
                "erase": user.has_perm(access.ERASE) and not person.anonymised_at,
                "promote": person.status == Status.WAITLISTED,
                "move": person.is_active,
            },
            **kwargs,
        )


def facts_of(person):
    """What is known of a person as (term, text)."""
    field = Registration._meta.get_field
    for name in ("name", "organisation", "organisation_type", "municipality", "telephone", "email", "mode", "language"):
        display = getattr(person, f"get_{name}_display", None)
        yield field(name).verbose_name, display() if display else getattr(person, name)


class Edit(OfPerson, TemplateView):
    """Change what a person told."""

    template_name = "trainings/office/form.html"
    page_title = gettext_lazy("Change the details")

    def form(self, data=None):
        is_shown = self.training.asks_needs and self.request.user.has_perm(access.NEEDS)
        needs = getattr(self.registration, "needs", None) if is_shown else None
        if needs and data is None:
            access.log(self.request, "needs", registration=self.registration)
        return PersonForm(
            data,
            instance=self.registration,
            training=self.training,
            shows_needs=is_shown,
            initial={"needs": needs.text, "needs_allowed": True} if needs else None,
        )

    def get(self, request, *args, **kwargs):
        access.log(request, "person", registration=self.registration)
        return self.render_to_response(self.get_context_data(form=self.form()))

    def post(self, request, *args, **kwargs):
        form = self.form(request.POST)
        if form.is_valid():
            try:
                seats.change(self.registration, form.person, answers=form.answers, needs=form.cleaned_data.get("needs"))
            except seats.SeatError as error:
                say_in_form(form, error)
            else:
                messages.success(
                    request, _("Participant %(number)s was changed.") % {"number": self.registration.number}
                )
                return redirect(self.person_url)
        messages.validation_error(request, _("Nothing was changed yet: there are errors."), form)
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            submit_button_label=_("Save"), submit_button_active_label=_("Saving…"), action_url="", **kwargs
        )


class Move(OfPerson, TemplateView):
    """Move a person to another training that is coming."""

    template_name = "trainings/office/form.html"
    page_title = gettext_lazy("Move to another training")

    def form(self, data=None):
        coming = (
            Training.objects.with_seats()
            .upcoming()
            .filter(is_cancelled=False, anonymised_at=None, registration=Training.RegistrationKind.HERE)
            .exclude(pk=self.training.pk)
        )
        return MoveForm(data, trainings=coming)

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(form=self.form()))

    def post(self, request, *args, **kwargs):
        form = self.form(request.POST)
        if form.is_valid():
            try:
                outcome = seats.move(self.registration, form.cleaned_data["to"].pk)
            except seats.SeatError as error:
                say_in_form(form, error)
            else:
                say_outcome(request, outcome)
                return redirect(office_url("person", outcome.registration.pk))
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            intro=_(
                "The person comes last there and is told of both. What they need moves along; answers to the "
                "organiser's questions do not, as each training has its own."
            ),
            submit_button_label=_("Move"),
            submit_button_active_label=_("Moving…"),
            action_url="",
            **kwargs,
        )


def say_outcome(request, outcome):
    """Tell what came of adding or moving a person, and whether somebody must call."""
    person = outcome.registration
    texts = {
        Status.CONFIRMED: _("Participant %(number)s has a seat."),
        Status.WAITLISTED: _("Participant %(number)s is in the queue, place %(position)s."),
        Status.CANCELLED: _("Participant %(number)s was cancelled already."),
    }
    text = texts[person.status] % {"number": person.number, "position": outcome.position}
    if person.email:
        messages.success(request, text)
    else:
        text = _("%(outcome)s There is no e-mail address: tell them.") % {"outcome": text}
        calls = messages.button(office_url("calls", person.training_id), _("Calls to make"))
        messages.warning(request, text, buttons=[calls])


class Cancel(Confirmation):
    page_title = gettext_lazy("Cancel the registration")
    button = gettext_lazy("Cancel the registration")

    def text(self):
        if self.training.ends < timezone.now():
            told = _("The training is over: nobody is told.")
        elif self.registration.email:
            told = _("The person is told by e-mail.")
        else:
            told = _("The person has no e-mail: tell them. They come on the call list.")
        if seats.frees_seat_for_queue(self.registration):
            return _("The seat goes to the first in the queue. %(told)s") % {"told": told}
        return told

    def do(self):
        is_done = seats.cancel(self.registration, by_staff=True, is_told=self.training.ends >= timezone.now())
        if is_done:
            messages.success(
                self.request, _("Participant %(number)s was cancelled.") % {"number": self.registration.number}
            )
        else:
            messages.info(
                self.request, _("Participant %(number)s was cancelled already.") % {"number": self.registration.number}
            )


class Erase(Confirmation):
    """Erase a person everywhere, as the law lets them ask."""

    page_title = gettext_lazy("Erase the person")
    button = gettext_lazy("Erase for good")

    def registrations(self):
        """Everything of the same person: the same address and name, in any training."""
        person = self.registration
        if not person.email:
            return Registration.objects.filter(pk=person.pk)
        return Registration.objects.filter(email=person.email, name_folded=person.name_folded)

    def text(self):
        return _(
            "Name, contact details, answers, needs and mails of this person go for good, in %(count)s registrations in "
            "all trainings. Coming seats are cancelled without telling the person, and go to the queue. Numbers stay."
        ) % {"count": self.registrations().count()}

    @transaction.atomic
    def do(self):
        found = list(self.registrations().select_related("training"))
        for item in found:
            access.log(self.request, "person_erased", registration=item)
        privacy.erase_person(Registration.objects.filter(pk__in=[item.pk for item in found]))
        messages.success(self.request, _("The person's data were erased."))


@require_POST
def promote(request, pk):
    """Give a waiting person a free seat."""
    person = get_object_or_404(Registration.objects.select_related("training"), pk=pk, anonymised_at=None)
    try:
        seats.promote(person)
    except seats.SeatError as error:
        say_reason(request, error)
    else:
        person.refresh_from_db()
        say_outcome(request, seats.Outcome(person.status, person))
    to_door = "door" in request.POST
    return redirect(office_url("door", person.training_id) if to_door else office_url("person", pk))


@require_POST
def mark(request, pk):
    """Mark whether a person was there."""
    person = get_object_or_404(Registration, pk=pk, anonymised_at=None)
    marked(person, request.POST.get("attendance"))
    messages.success(request, _("Attendance of participant %(number)s is marked.") % {"number": person.number})
    return redirect(office_url("person", pk))


def marked(person, value):
    """Set the attendance of a person: "present", "absent", or anything else for not marked."""
    person.attendance = value if value in Registration.Attendance.values else Registration.Attendance.UNKNOWN
    person.save(update_fields=["attendance"])


@require_POST
def send_again(request, pk):
    """Queue a person's given-up mails once more."""
    person = get_object_or_404(Registration, pk=pk)
    if outbox.send_again(mails_of([pk])):
        messages.success(request, _("The mail is sent again in a moment."))
    else:
        messages.info(request, _("There was nothing to send again."))
    to_list = "list" in request.POST
    return redirect(office_url("participants", person.training_id) if to_list else office_url("person", pk))
