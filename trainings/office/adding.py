"""Sign somebody up who called or wrote a letter."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from trainings import registration as seats

from .base import OfTraining, office_url, say_in_form
from .forms import NewPersonForm
from .person import say_outcome


class Add(OfTraining, TemplateView):
    template_name = "trainings/office/form.html"
    page_title = gettext_lazy("Add a participant")
    header_icon = "plus"

    def form(self, data=None):
        return NewPersonForm(data, training=self.training, shows_needs=self.training.asks_needs)

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(form=self.form()))

    def post(self, request, *args, **kwargs):
        form = self.form(request.POST)
        if form.is_valid():
            try:
                outcome = seats.add(
                    self.training.pk,
                    form.person,
                    answers=form.answers,
                    needs=form.cleaned_data.get("needs", ""),
                    nonce=form.cleaned_data["nonce"],
                )
            except seats.SeatError as error:
                say_in_form(form, error)
            else:
                say_outcome(request, outcome)
                return redirect(office_url("person", outcome.registration.pk))
        messages.validation_error(request, _("Nobody was added yet: there are errors."), form)
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            submit_button_label=_("Add"),
            submit_button_active_label=_("Adding…"),
            action_url=office_url("add", self.training.pk),
            **kwargs,
        )
