"""What translators do, for tests: through wagtail-localize's own models."""

from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource


def submit(source, language):
    """Begin the translation of an object as it is in the database, as a draft where there are drafts."""
    kept, _is_new = TranslationSource.update_or_create_from_instance(type(source).objects.get(pk=source.pk))
    locale = Locale.objects.get(language_code=language)
    translation, _is_new = Translation.objects.get_or_create(source=kept, target_locale=locale)
    translation.enabled = True
    translation.save()
    translation.save_target(publish=not isinstance(source, Page))
    return translation


def write(translation, number, kind="manual", data=None):
    """Write the translation of one text, of so many modulo the number of texts."""
    segments = list(StringSegment.objects.filter(source=translation.source).order_by("order", "pk"))
    segment = segments[number % len(segments)]
    place = {
        "translation_of": segment.string,
        "context": segment.context,
        "locale": translation.target_locale,
    }
    row = StringTranslation.objects.filter(**place).first() or StringTranslation(**place)
    row.data = data or f"{translation.target_locale.language_code} {segment.string.data}"
    row.translation_type = kind
    row.has_error = False
    row.save()


def write_all(translation, kind="manual"):
    for number in range(StringSegment.objects.filter(source=translation.source).count()):
        write(translation, number, kind)
