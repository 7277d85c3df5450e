"""What trainings add to the CMS."""

from django.urls import include, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from trainings.office import access
from trainings.office.numbers import NumbersReport
from trainings.viewsets import MailTextViewSet

register_snippet(MailTextViewSet)


@hooks.register("register_admin_urls")
def office_addresses():
    return [path("trainings/", include("trainings.office.urls"))]


class NumbersMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(access.SEE)


@hooks.register("register_reports_menu_item")
def numbers_menu_item():
    return NumbersMenuItem(
        _("Participants of trainings"),
        reverse("training_numbers"),
        name="training-numbers",
        icon_name="group",
        order=910,
    )


@hooks.register("register_admin_urls")
def numbers_urls():
    view = NumbersReport.as_view
    return [
        path("reports/trainings/", access.allowed()(view()), name="training_numbers"),
        path("reports/trainings/results/", access.allowed()(view(results_only=True)), name="training_numbers_results"),
    ]
