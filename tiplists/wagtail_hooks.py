"""What the CMS tells about tip lists."""

from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from home.typesetting import TypesettingError
from tiplists import files, preview, printing
from tiplists.models import PrintedFile, TipListPage
from tiplists.models.pages import FEW_ENOUGH
from tiplists.reports import FetchCountReport


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


@hooks.register("before_publish_page")
def refuse_what_cannot_be_printed(request, page):
    """The draft is stored by now; the editor goes back to it and is told what to leave out."""
    if isinstance(page, TipListPage) and (errors := page.undrawable_errors()):
        for text in errors.values():
            messages.error(request, _("Saved as a draft, not published. %(reason)s") % {"reason": text})
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("after_publish_page")
def tell_how_it_prints(request, page):
    """Whether the published list fits its sheet, said at once: the A4 file is made here, the others by the worker."""
    if not isinstance(page, TipListPage):
        return
    page = TipListPage.objects.get(pk=page.pk)
    try:
        file = files.current(page, "a4")
    except TypesettingError:
        return  # told when the editor opens the page again
    fit = preview.fit_of(file.facts, printing.VARIANTS["a4"])
    if fit["level"] != "good":
        messages.warning(request, fit["text"])


@hooks.register("before_edit_page")
def tell_what_failed(request, page):
    """A file that could not be made is told to whoever opens the page."""
    if request.method != "GET" or not isinstance(page, TipListPage):
        return
    failed = PrintedFile.objects.filter(page_id=page.pk).exclude(failed_key="")
    labels = [str(printing.VARIANTS[file.variant].label) for file in failed if file.variant in printing.VARIANTS]
    if labels:
        messages.error(
            request,
            _("These printed forms could not be made, readers get the previous ones: %(forms)s.")
            % {"forms": ", ".join(labels)},
        )


@hooks.register("register_reports_menu_item")
def counts_menu_item():
    return MenuItem(
        _("Printed tip lists"), reverse("tip_list_counts"), name="tip-list-counts", icon_name="download", order=900
    )


@hooks.register("register_admin_urls")
def counts_urls():
    view = FetchCountReport.as_view
    return [
        path("reports/tip-lists/", view(), name="tip_list_counts"),
        path("reports/tip-lists/results/", view(results_only=True), name="tip_list_counts_results"),
    ]
