"""Translations that are ready go live with their source."""

from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation


def publish_ready_translations(source):
    """Publish the drafts of complete translations of a page that has just gone live for the first time.

    A translation is ready when every string of its source is translated and none needs review. Anything less stays
    a draft: nothing untranslated is published by itself. Returns the published pages.
    """
    published = []
    translations = Translation.objects.filter(
        source__object_id=source.translation_key, source__locale_id=source.locale_id, enabled=True
    ).select_related("source", "target_locale")
    for translation in translations:
        page = Page.objects.filter(
            translation_key=source.translation_key,
            locale=translation.target_locale,
            live=False,
            first_published_at__isnull=True,
            alias_of__isnull=True,
        ).first()
        if page is None or not page.latest_revision or page.go_live_at or not is_ready(translation):
            continue
        # A revision made now: the slug follows from its title once the source has one in public.
        draft = page.get_latest_revision_as_object()
        draft.save_revision(user=page.latest_revision.user).publish()
        published.append(page)
    return published


def is_ready(translation):
    total, done = translation.get_progress()
    return total == done and not has_unreviewed_strings(translation)


def has_unreviewed_strings(translation):
    """Whether a machine wrote a string that nobody has looked at."""
    return StringTranslation.objects.filter(
        locale=translation.target_locale,
        context__object_id=translation.source.object_id,
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
    ).exists()
