"""The edit addresses of translated pages and snippets lead to the translators' desk."""

from django.shortcuts import redirect
from django.urls import reverse
from wagtail.models import TranslatableMixin
from wagtail_localize.models import Translation

from .review import Publish


def answer_edit_address(request, instance):
    """Lead from the edit screen of a translated page or snippet to ours; `?editor=fields` goes on to the old one."""
    if not isinstance(instance, TranslatableMixin):
        return None
    followed = list(
        Translation.objects.filter(
            source__object_id=instance.translation_key, target_locale=instance.locale_id, enabled=True
        ).order_by("pk")[:2]
    )
    if not followed or getattr(instance, "alias_of_id", None):
        return None
    address = reverse("translations:segments", args=[followed[0].pk])
    if request.method == "POST":
        # The old screen's button.
        if request.POST.get("action") == "publish":
            return Publish.as_view()(request, pk=followed[0].pk)
        return redirect(address)
    # wagtail-localize's own screen fails where two sources have one target.
    if request.GET.get("editor") == "fields" and len(followed) == 1:
        return None
    return redirect(address)
