"""What the participants of a training need, for the arrangements."""

from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from trainings.models import RegistrationNeeds

from . import access
from .base import OfTraining


class Needs(OfTraining, TemplateView):
    template_name = "trainings/office/needs.html"
    page_title = gettext_lazy("What people need")
    header_icon = "info-circle"

    def get(self, request, *args, **kwargs):
        access.log(request, "needs", training=self.training)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        needs = list(
            RegistrationNeeds.objects.filter(registration__training=self.training)
            .exclude(registration__status="cancelled")
            .select_related("registration")
            .order_by("registration__number")
        )
        return super().get_context_data(
            needs=needs,
            confirmed=sum(item.registration.status == "confirmed" for item in needs),
            **kwargs,
        )
