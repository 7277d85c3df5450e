"""Makers of pages that are being translated."""

from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from tests.factories import fresh


def locale(language):
    return Locale.objects.get(language_code=language)


def ordered(page, language="sv"):
    """The Translation of a page into a language, with the page's latest text, and its draft."""
    source, _is_new = TranslationSource.update_or_create_from_instance(fresh(page))
    translation, is_new = Translation.objects.get_or_create(source=source, target_locale=locale(language))
    if is_new:
        translation.save_target(publish=False)
    return translation


def segments(translation):
    return list(StringSegment.objects.filter(source=translation.source).select_related("string").order_by("order"))


def say(translation, segment, text, **values):
    """Translate a segment as a person does."""
    row, _is_new = StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        context=segment.context,
        locale=translation.target_locale,
        defaults={"data": text, "translation_type": "manual", **values},
    )
    return row


def translate_all(translation, texts=None):
    """Translate every segment by hand: by the given texts, others as the source in brackets."""
    for segment in segments(translation):
        source = segment.string.data
        say(translation, segment, (texts or {}).get(source, f"[{source}]"))


def said(translation):
    """{source text: translation} of the segments that have one."""
    rows = StringTranslation.objects.filter(
        locale=translation.target_locale, context__object=translation.source.object_id, has_error=False
    )
    by_place = {(row.translation_of_id, row.context_id): row.data for row in rows}
    return {
        segment.string.data: by_place[place]
        for segment in segments(translation)
        if (place := (segment.string_id, segment.context_id)) in by_place
    }
