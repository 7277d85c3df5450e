"""What other screens of the CMS tell of an object's translations."""

from django import template
from django.urls import reverse
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail_localize.models import Translation

from translations import rights, status

register = template.Library()


@register.inclusion_tag("translations/banner.html", takes_context=True)
def translations_banner(context, source):
    """Tells whoever edits a source how far its translations are, with the way to each; nothing of what has none."""
    if not isinstance(source, TranslatableMixin) or not source.pk:
        return {}
    followed = Translation.objects.filter(
        source__object_id=source.translation_key, source__locale_id=source.locale_id, enabled=True
    )
    if not followed.exists():
        return {}
    user = context["request"].user
    can_submit = rights.can_submit(user)
    locales = list(Locale.objects.exclude(pk=source.locale_id))
    found = status.statuses(source.get_translation_model(), [source], locales, words=True)
    languages = []
    for locale in locales:
        one = found[source.translation_key, locale.pk]
        url = ""
        if one.translation_id and can_submit:
            url = reverse("translations:job", args=[one.translation_id])
        elif one.translation_id and may_edit(user, one):
            url = reverse("translations:segments", args=[one.translation_id])
        elif one.state == status.State.MISSING and can_submit:
            url = submit_url(source)
        languages.append({"locale": locale, "status": one, "left": one.total - one.done, "url": url})
    return {"languages": languages, "is_page": isinstance(source, Page)}


def may_edit(user, one):
    target = rights.target_of(Translation.objects.select_related("source__locale").get(pk=one.translation_id))
    return target is not None and rights.can_edit(user, target)


def submit_url(source):
    """Where an object is sent for translation."""
    if isinstance(source, Page):
        return reverse("wagtail_localize:submit_page_translation", args=[source.pk])
    model = type(source)._meta
    return reverse("wagtail_localize:submit_snippet_translation", args=[model.app_label, model.model_name, source.pk])
