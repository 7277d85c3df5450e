"""What the tests of sending, syncing and bulk work share."""

from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from tests.factories import stream
from translations import publishing


def locale(code):
    return Locale.objects.get(language_code=code)


def page_in(page, code):
    """The page's own counterpart in a language, aliases too, as the database holds it now; or None."""
    found = Page.objects.filter(translation_key=page.translation_key, locale__language_code=code).first()
    return found and found.specific


def paragraphs(*texts, kind="rich_text"):
    return stream(*((kind, f"<p>{text}</p>") for text in texts))


def translation_into(page, code):
    return Translation.objects.get(
        source__object_id=page.translation_key, source__locale=page.locale, target_locale=locale(code)
    )


def translate_all(translation, user=None, mark="på svenska"):
    """Write a translation of each text that has none, as a person does. Returns how many."""
    missing = [
        segment
        for segment in StringSegment.objects.filter(source=translation.source_id)
        .select_related("string", "context")
        .annotate_translation(translation.target_locale)
        if not segment.translation
    ]
    for segment in missing:
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            defaults={
                "data": f"{segment.string.data} {mark}",
                "translation_type": "manual",
                "last_translated_by": user,
                "has_error": False,
            },
        )
    return len(missing)


def publish_translated(page, code="sv"):
    """Translate every text of a page that has been sent, and publish that. Returns the Translation."""
    translation = translation_into(page, code)
    translate_all(translation)
    publishing.publish(translation, None)
    return translation


def progress(page, code="sv"):
    return translation_into(page, code).get_progress()
