"""Connect an object that was written by hand with its source: what it says already becomes its translation."""

from collections import defaultdict

from wagtail.models import DraftStateMixin
from wagtail_localize.models import StringTranslation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.strings import validate_translation_links


def take_over_texts(translation, target, user):
    """Keep the texts of `target` as translations of those that stand at the same place of the source.

    A place is a field or a block; where the two have a different number of texts (paragraphs), nothing is guessed. The
    rest, and what is still the source's own text, stays untranslated. Returns how many were kept.
    """
    if isinstance(target, DraftStateMixin):
        target = target.get_latest_revision_as_object()
    texts = defaultdict(list)
    for segment in extract_segments(target):
        if isinstance(segment, StringSegmentValue) and not segment.is_empty():
            texts[segment.path].append(segment.string.data)
    places = defaultdict(list)
    for segment in translation.source.stringsegment_set.select_related("context", "string").order_by("order"):
        places[segment.context.path].append(segment)
    kept = 0
    for path, segments in places.items():
        if len(segments) != len(texts[path]):
            continue
        for segment, text in zip(segments, texts[path], strict=True):
            if text != segment.string.data and fits(segment.string.data, text):
                keep(translation, segment, text, user)
                kept += 1
    return kept


def fits(source_text, text):
    """Whether the links of a text are those of the source."""
    try:
        validate_translation_links(source_text, text)
    except ValueError:
        return False
    return True


def keep(translation, segment, text, user):
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        context=segment.context,
        locale=translation.target_locale,
        defaults={
            "data": text,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": "",
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        },
    )
