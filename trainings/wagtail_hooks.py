"""What trainings add to the CMS."""

from django.contrib.auth.models import Permission
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button, ListingButton
from wagtail.snippets.models import register_snippet

from trainings import page_life
from trainings.models import TrainingPage
from trainings.office import access
from trainings.office.base import office_url
from trainings.office.numbers import NumbersReport
from trainings.office.panel import ToDoPanel, to_do
from trainings.viewsets import MailTextViewSet

register_snippet(MailTextViewSet)

hooks.register("before_delete_page", page_life.refuse_to_delete)
hooks.register("before_bulk_action", page_life.refuse_to_delete_many)
hooks.register("before_publish_page", page_life.remember_outbox)
hooks.register("after_publish_page", page_life.tell_what_publishing_did)
hooks.register("after_copy_page", page_life.begin_anew)


@hooks.register("register_admin_urls")
def office_addresses():
    return [path("trainings/", include("trainings.office.urls"))]


@hooks.register("register_permissions")
def office_permissions():
    return Permission.objects.filter(
        content_type__app_label="trainings",
        codename__in=[right.partition(".")[2] for right in access.ALL],
    )


class OfficeMenuItem(MenuItem):
    """A menu item for those who have these rights."""

    def __init__(self, *args, rights=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.rights = [access.SEE, *rights]

    def is_shown(self, request):
        return request.user.has_perms(self.rights)


@hooks.register("register_admin_menu_item")
def trainings_in_menu():
    return OfficeMenuItem(
        _("Trainings"), office_url("trainings"), name="trainings", icon_name="calendar-check", order=150
    )


@hooks.register("register_reports_menu_item")
def access_log_in_menu():
    return OfficeMenuItem(
        _("Who saw participants' data"),
        office_url("access_report"),
        name="trainings-access",
        icon_name="history",
        order=1200,
        rights=[access.SEE_LOG],
    )


@hooks.register("register_page_header_buttons")
def participants_in_header(page, user, view_name, next_url=None):
    if is_training(page) and user.has_perm(access.SEE):
        yield Button(_("Participants"), office_url("of_page", page.pk), icon_name="group", priority=5)


@hooks.register("register_page_listing_buttons")
def participants_in_listing(page, user, next_url=None):
    if is_training(page) and user.has_perm(access.SEE):
        yield ListingButton(_("Participants"), office_url("of_page", page.pk), icon_name="group", priority=40)


def is_training(page):
    return page.pk and page.cached_content_type.model_class() is TrainingPage


@hooks.register("construct_homepage_panels")
def tell_what_to_do(request, panels):
    if request.user.has_perm(access.SEE) and (lines := to_do()):
        panels.append(ToDoPanel(lines))


@hooks.register("register_reports_menu_item")
def numbers_in_menu():
    return OfficeMenuItem(
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
