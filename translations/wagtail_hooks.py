"""What the translators' workplace adds to the CMS."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from translations import guards
from translations.panel import add_panel
from translations.preferences import MailPanel
from translations.scope import may_see
from translations.views import follow
from translations.views.edit_address import answer_edit_address
from translations.views.explorer import ExplorerViewSet
from translations.viewsets import GlossaryViewSet

hooks.register("construct_homepage_panels", add_panel)
hooks.register("register_account_settings_panel", MailPanel)
hooks.register("before_bulk_action", guards.publish_many)
# Before the screens of wagtail-localize answer.
hooks.register("before_edit_page", guards.mend_before_editing, order=-2)
hooks.register("before_edit_snippet", guards.mend_before_editing, order=-1)
hooks.register("before_edit_page", answer_edit_address, order=-1)
hooks.register("before_edit_snippet", answer_edit_address, order=-1)
hooks.register("after_move_page", follow.offer_to_move)
hooks.register("after_unpublish_page", follow.offer_to_unpublish)
hooks.register("after_delete_page", follow.offer_to_delete)
hooks.register("after_delete_snippet", follow.offer_to_delete_snippets)
hooks.register("after_bulk_action", follow.offer_after_bulk)


@hooks.register("register_admin_urls", order=-1)  # ours at the same addresses answer before wagtail-localize's
def workplace_addresses():
    return [path("", include("translations.urls"))]


@hooks.register("register_admin_viewset")
def register_glossary():
    return GlossaryViewSet()


@hooks.register("register_admin_viewset")
def explorer_with_languages():
    return ExplorerViewSet()


class WorkplaceMenuItem(MenuItem):
    def is_shown(self, request):
        return may_see(request.user)


@hooks.register("register_admin_menu_item")
def workplace_in_menu():
    return WorkplaceMenuItem(
        _("Translations"), reverse("translations:matrix"), name="translations", icon_name="globe", order=160
    )


@hooks.register("construct_reports_menu")
def report_not_in_menu(request, items):
    items[:] = [item for item in items if item.url != reverse("wagtail_localize:translations_report")]
