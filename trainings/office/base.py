"""What the views of the office share: the training or person they are about, and the way to them."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from trainings.models import Registration, Training

# What to tell the staff when seats or the state of a training do not allow something (SeatError.reason).
REASONS = {
    "full": gettext_lazy("No seat is free. Nothing was changed."),
    "closed": gettext_lazy("The training takes nobody any more. Nothing was changed."),
    "twin": gettext_lazy("The same person is in the training already. Nothing was changed."),
}


def office_url(name, *numbers):
    return reverse(f"trainings_office:{name}", args=numbers)


def seats_text(training):
    """`12 / 20`, or the number of people alone where there is room for everybody."""
    confirmed = training.seats.confirmed
    return str(confirmed) if training.capacity is None else f"{confirmed} / {training.capacity}"


def over(training):
    """How many people have a seat beyond the number of seats, which was lowered after they came."""
    return 0 if training.capacity is None else max(training.seats.confirmed - training.capacity, 0)


class OfTraining(WagtailAdminTemplateMixin):
    """A view about one training."""

    header_icon = "group"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.find(kwargs["pk"])

    def find(self, pk):
        self.training = get_object_or_404(Training.objects.with_seats(), pk=pk)

    def way_here(self):
        """The breadcrumbs between the list of trainings and this view."""
        return [{"url": office_url("participants", self.training.pk), "label": self.training.name}]

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": office_url("trainings"), "label": _("Trainings")},
            *self.way_here(),
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(training=self.training, **kwargs)


class OfPerson(OfTraining):
    """A view about one person in a training. Titles name the number alone."""

    header_icon = "user"
    people = Registration.objects.filter(anonymised_at=None)

    def find(self, pk):
        self.registration = get_object_or_404(self.people.select_related("training", "municipality"), pk=pk)
        self.training = self.registration.training

    def way_here(self):
        return [*super().way_here(), {"url": self.person_url, "label": person_title(self.registration)}]

    @property
    def person_url(self):
        return office_url("person", self.registration.pk)

    def get_context_data(self, **kwargs):
        return super().get_context_data(registration=self.registration, person_url=self.person_url, **kwargs)


class Confirmation(OfPerson, View):
    """Asks before something is done to a person that cannot be undone; only the POST does it."""

    template_name = "trainings/office/confirm.html"

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data())

    def post(self, request, *args, **kwargs):
        self.do()
        return redirect(self.person_url)

    def get_context_data(self, **kwargs):
        return super().get_context_data(text=self.text(), button=self.button, **kwargs)


def person_title(registration):
    return _("Participant %(number)s") % {"number": registration.number}


def say_reason(request, error):
    """Tell why a SeatError left everything as it was."""
    messages.error(request, REASONS[error.reason])


def say_in_form(form, error):
    """Tell in a form why a SeatError left everything as it was."""
    form.add_error(None, REASONS[error.reason])
