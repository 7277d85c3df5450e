"""What the CMS tells about tip lists."""

from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages

from tiplists.models import FEW_ENOUGH, TipListPage


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def warn_of_many_tips(request, page):
    """A long list prints small; the editor is told, never stopped."""
    if isinstance(page, TipListPage) and page.has_many_tips:
        messages.warning(
            request,
            _("This list has %(count)s tips. More than %(limit)s print small on one sheet: think of two lists.")
            % {"count": len(page.tips), "limit": FEW_ENOUGH},
        )
