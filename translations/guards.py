"""Where the CMS or wagtail-localize would let something untranslated go live, or stumble over old data: hooks that come
before them."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.models import Translation, get_edit_url

from translations import publishing
from translations.models import Job
from translations.submit import SubmitError, original_of, submit

MOST_NAMED = 5


def publish_many(request, action_type, objects, action):
    """Publish chosen translations as the workplace does, or refuse all if some are not ready (before_bulk_action)."""
    if action_type != "publish" or not objects or not isinstance(objects[0], Page):
        return None
    pages = list(objects)
    if action.cleaned_form.cleaned_data.get("include_descendants"):
        below = Q(pk__in=[])
        for page in objects:
            below |= Q(path__startswith=page.path, depth__gt=page.depth)
        pages += Page.objects.filter(below).not_live()
    translations = translations_into(pages)
    unready = [(page, reasons) for page, one in translations if (reasons := publishing.unready_reasons(one))]
    for page, reasons in unready[:MOST_NAMED]:
        text = _("“%(title)s” is not ready: %(reasons)s")
        words = {"title": page.get_admin_display_title(), "reasons": " ".join(map(str, reasons))}
        messages.error(request, text % words, buttons=[messages.button(get_edit_url(page), _("Translate"))])
    if unready:
        messages.error(request, _("Nothing was published: some translations are not ready."))
        return redirect(action.next_url)
    for page, translation in translations:
        if not page.permissions_for_user(request.user).can_publish():
            continue
        try:
            publishing.publish(translation, request.user)
        except ValidationError as error:
            words = {"title": page.get_admin_display_title(), "reasons": " ".join(error.messages)}
            messages.error(request, _("“%(title)s” could not be published: %(reasons)s") % words)
            return redirect(action.next_url)
        # Wagtail goes on to publish the latest revision that it knows of.
        page.refresh_from_db()
    return None


def translations_into(pages):
    """[(page, Translation)] of those pages that are followed translations."""
    keys = {(page.translation_key, page.locale_id): page for page in pages if not page.alias_of_id}
    found = Translation.objects.filter(
        enabled=True,
        source__object__in={key for key, _locale in keys},
        target_locale__in={locale for _key, locale in keys},
    ).select_related("source__specific_content_type", "target_locale")
    return [
        (keys[one.source.object_id, one.target_locale_id], one)
        for one in found
        if (one.source.object_id, one.target_locale_id) in keys
    ]


def mend_before_editing(request, instance):
    """Before a page or snippet is edited: a translation has one source, and starting again keeps what it says.

    wagtail-localize's screens stumble over a second source, and its own "Start synced translation" would write old
    translations over the text of now.
    """
    if not isinstance(instance, TranslatableMixin) or getattr(instance, "alias_of_id", None):
        return None
    translations = list(
        Translation.objects.filter(source__object=instance.translation_key, target_locale=instance.locale_id)
        .select_related("source__locale")
        .order_by("pk")
    )
    if len(translations) > 1:
        kept = keep_one(translations, instance)
        text = _("This page was connected with more than one source. From now on it follows the one in: %(language)s.")
        messages.warning(request, text % {"language": kept.source.locale})
    if translations and request.method == "POST" and "localize-restart-translation" in request.POST:
        return restart(request, instance)
    return None


@transaction.atomic
def keep_one(translations, instance):
    """Keep, of several translations into one object, that of the family's source, with the job if it has none."""
    original = original_of(instance)
    kept = next((one for one in translations if original and one.source.locale_id == original.locale_id), None)
    kept = kept or next((one for one in translations if one.enabled), translations[0])
    others = [one for one in translations if one != kept]
    if not kept.enabled and any(one.enabled for one in others):
        kept.enabled = True
        kept.save(update_fields=["enabled"])
    job = Job.objects.filter(translation__in=others).order_by("pk").first()
    if job and not Job.objects.filter(translation=kept).exists():
        Job.objects.filter(pk=job.pk).update(translation=kept)
    Translation.objects.filter(pk__in=[one.pk for one in others]).delete()
    return kept


def restart(request, instance):
    """Follow the source again; what the object says by now becomes its translation."""
    original = original_of(instance)
    if original is None or original.locale_id == instance.locale_id:
        messages.error(request, _("The source of this translation has been deleted."))
        return redirect(get_edit_url(instance))
    try:
        submit(original, instance.locale, request.user)
    except SubmitError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("It follows its source again. Its texts are kept as translations."))
    return redirect(get_edit_url(instance))
