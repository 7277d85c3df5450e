"""What the project adds to the CMS."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import Site, TranslatableMixin
from wagtail.snippets.models import register_snippet

from home.models import BasePage, SiteSettings
from home.own_language import require_language
from home.viewsets import FeedbackViewSet, MaterialGroup

register_snippet(MaterialGroup)


@hooks.register("before_serve_page")
def serve_in_own_language(page, request, serve_args, serve_kwargs):
    return page.answer_in_own_language(request) if isinstance(page, BasePage) else None


@hooks.register("before_edit_snippet", order=-1)  # before the screen of wagtail-localize answers
def keep_to_own_language(request, instance):
    if isinstance(instance, TranslatableMixin):
        require_language(request.user, instance.locale_id)


@hooks.register("register_admin_viewset")
def register_feedback():
    return FeedbackViewSet()


@hooks.register("insert_global_admin_css")
def project_colours():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("insert_global_admin_js")
def length_hints():
    return format_html('<script type="module" src="{}"></script>', static("js/admin.js"))


class MissingDutiesPanel(Component):
    """Tells on the start page what the law asks for and nobody has entered yet."""

    name = "missing_duties"
    template_name = "wagtailadmin/home/missing_duties.html"
    order = 50

    def __init__(self, messages):
        self.messages = messages

    def get_context_data(self, parent_context):
        return {"missing": self.messages, "title": _("Still to be entered")}


@hooks.register("construct_homepage_panels")
def tell_missing_duties(request, panels):
    site = Site.objects.filter(is_default_site=True).first()
    if site is None or not request.user.has_perm("home.change_sitesettings"):
        return
    if missing := SiteSettings.for_site(site).missing_duties():
        panels.append(MissingDutiesPanel(missing))
