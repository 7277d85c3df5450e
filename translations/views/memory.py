"""The machine translation that somebody asks for on wagtail-localize's screens."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail_localize.models import Translation

from translations import rights
from translations.fill import fill
from translations.machine import Router


@require_POST
def machine_translate(request, translation_id):
    """In the place of wagtail-localize's own view, which knows no problems."""
    translation = get_object_or_404(
        Translation.objects.select_related("source__locale", "source__specific_content_type", "target_locale"),
        pk=translation_id,
    )
    target = rights.target_of(translation)
    if target is None or not rights.can_edit(request.user, target):
        raise PermissionDenied
    if not Router().can_translate(translation.source.locale, translation.target_locale):
        messages.warning(request, _("No machine translation is set up for these languages."))
    tell(request, fill(translation, request.user))
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


def tell(request, filled):
    """Say on the next screen what filling has done."""
    if filled.memory:
        text = ngettext("%(count)s text from the memory.", "%(count)s texts from the memory.", filled.memory)
        messages.success(request, text % {"count": filled.memory})
    if filled.machine:
        text = ngettext(
            "%(count)s text by machine. Read it before you publish.",
            "%(count)s texts by machine. Read them before you publish.",
            filled.machine,
        )
        messages.success(request, text % {"count": filled.machine})
    for problem in filled.problems:
        messages.warning(request, problem)
    if not (filled.memory or filled.machine or filled.problems):
        messages.info(request, _("Nothing was filled in."))
