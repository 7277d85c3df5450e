"""The view for the door: who is here, on a phone, with or without a network."""

from django.conf import settings
from django.db import transaction
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages

from trainings import registration as seats
from trainings.documents import alphabetical
from trainings.models import Registration
from trainings.models.registration import folded

from . import access
from .base import OfTraining, office_url, seats_text
from .forms import WalkInForm
from .person import marked

PRESENT = Registration.Attendance.PRESENT


def count_text(present, confirmed):
    return _("%(present)s / %(confirmed)s present") % {"present": present, "confirmed": confirmed}


class Door(OfTraining, TemplateView):
    """Everybody who has a seat, in alphabetical order, and the queue below."""

    template_name = "trainings/office/door.html"
    page_title = gettext_lazy("At the door")
    header_icon = "mobile-alt"

    def get(self, request, *args, **kwargs):
        access.log(request, "door", training=self.training)
        return self.render_to_response(self.get_context_data(form=WalkInForm()))

    def post(self, request, *args, **kwargs):
        """Add somebody who came without registering."""
        form = WalkInForm(request.POST)
        if form.is_valid():
            try:
                person = walk_in(self.training.pk, form, request.user)
            except seats.SeatError as error:
                form.add_error("name", WALK_IN_REASONS[error.reason])
            else:
                messages.success(request, _("Participant %(number)s is present.") % {"number": person.number})
                return redirect(office_url("door", self.training.pk) + f"#person-{person.pk}")
        messages.validation_error(request, _("Nobody was added yet: there are errors."), form)
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs):
        people = self.training.registrations.filter(anonymised_at=None)
        confirmed = sorted(people.confirmed(), key=lambda person: alphabetical(person.name))
        words = folded(self.request.GET.get("q", ""))
        present = sum(person.attendance == PRESENT for person in confirmed)
        training = self.training
        return super().get_context_data(
            people=[
                person for person in confirmed if words in person.name_folded or words in folded(person.organisation)
            ],
            words=self.request.GET.get("q", ""),
            count=count_text(present, len(confirmed)),
            queue=list(people.waitlisted()),
            has_free_seat=training.capacity is None or training.seats.confirmed < training.capacity,
            seats=seats_text(training),
            may_change=self.request.user.has_perm(access.CHANGE),
            **kwargs,
        )


WALK_IN_REASONS = {
    "full": gettext_lazy(
        "No seat is free. Raise the number of seats on the training's page, or cancel somebody who is not coming."
    ),
    "closed": gettext_lazy("The training takes nobody any more."),
    "twin": gettext_lazy("Somebody with this name came in this way already."),
}


@transaction.atomic
def walk_in(training_id, form, user):
    """Give somebody at the door a free seat and mark them present; they have been told by word of mouth."""
    person = {
        "name": " ".join(form.cleaned_data["name"].split()),
        "organisation": " ".join(form.cleaned_data["organisation"].split()),
        "language": settings.LANGUAGE_CODE,
    }
    found = seats.add(training_id, person, nonce=form.cleaned_data["nonce"], passes_queue=True).registration
    found.calls.filter(done_at=None).update(done_at=timezone.now(), done_by=user)
    marked(found, PRESENT)
    return found


@require_POST
def mark_at_door(request, pk):
    """Mark a person present, or not marked. Says the new count to the script, leads others back to the person."""
    person = get_object_or_404(Registration, pk=pk, anonymised_at=None)
    marked(person, request.POST.get("attendance"))
    if request.accepts("text/html"):
        return redirect(office_url("door", person.training_id) + f"#person-{pk}")
    confirmed = Registration.objects.filter(training=person.training_id).confirmed()
    count = count_text(confirmed.filter(attendance=PRESENT).count(), confirmed.count())
    return JsonResponse({"attendance": person.attendance, "count": count})
