"""Translations and jobs for tests of the translators' workplace."""

from wagtail.models import DraftStateMixin, Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from tests.factories import make_user
from translations import jobs
from translations.models import Job


def translator(language="sv", **values):
    return make_user("Translators: %(language)s", language, email="translator@example.org", **values)


def followed(source, language="sv"):
    """A translation of an object, with its draft, in which nothing is translated yet."""
    made, _is_new = TranslationSource.update_or_create_from_instance(source)
    translation, _is_new = Translation.objects.get_or_create(
        source=made, target_locale=Locale.objects.get(language_code=language)
    )
    made.create_or_update_translation(
        translation.target_locale, publish=not isinstance(source, DraftStateMixin), fallback=True
    )
    return translation


def write_texts(translation, number=None):
    """Translate the first so many texts of a translation by hand, or all of them."""
    segments = translation.source.stringsegment_set.order_by("order")
    for segment in segments[:number]:
        StringTranslation.objects.update_or_create(
            translation_of_id=segment.string_id,
            context_id=segment.context_id,
            locale=translation.target_locale,
            defaults={"data": f"Text {segment.order}", "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL},
        )


def ordered(translation, by=None, state=Job.State.TODO, **values):
    """The job of a translation, given to these people and brought to this state."""
    job = jobs.order(translation, by, values)
    Job.objects.filter(pk=job.pk).update(state=state)
    job.refresh_from_db()
    return job
