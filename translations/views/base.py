"""What the screens of sending and bulk work share."""

from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class WorkView(WagtailAdminTemplateMixin, TemplateView):
    """A screen with its title in the breadcrumbs."""

    header_icon = "wagtail-localize-language"

    def way_here(self):
        """The breadcrumbs between the start page and this screen."""
        return []

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, *self.way_here(), {"url": "", "label": self.get_page_title()}]
