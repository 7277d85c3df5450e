"""Makers of what is being translated, and what translators do, for tests."""

from wagtail.models import DraftStateMixin, Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from tests.factories import fresh, make_user, stream
from translations import jobs, publishing
from translations.models import Job


def locale(code):
    return Locale.objects.get(language_code=code)


def translator(language="sv", **values):
    return make_user("Translators: %(language)s", language, email="translator@example.org", **values)


def paragraphs(*texts, kind="rich_text"):
    """A stream of blocks, one for each text."""
    return stream(*((kind, f"<p>{text}</p>") for text in texts))


def followed(source, language="sv"):
    """The Translation of an object as the database holds it, with its draft; what has no drafts is saved.

    By wagtail-localize alone: no job, no memory (`translations.submit` has both).
    """
    stored = fresh(source) if isinstance(source, Page) else type(source).objects.get(pk=source.pk)
    kept, _is_new = TranslationSource.update_or_create_from_instance(stored)
    translation, _is_new = Translation.objects.get_or_create(source=kept, target_locale=locale(language))
    if not translation.enabled:
        translation.enabled = True
        translation.save()
    translation.save_target(publish=not isinstance(stored, DraftStateMixin))
    return translation


def translation_into(page, code):
    return Translation.objects.get(
        source__object_id=page.translation_key, source__locale=page.locale, target_locale=locale(code)
    )


def page_in(page, code):
    """The page's own counterpart in a language, aliases too, as the database holds it now; or None."""
    found = Page.objects.filter(translation_key=page.translation_key, locale__language_code=code).first()
    return found and found.specific


def progress(page, code="sv"):
    return translation_into(page, code).get_progress()


def make_job(translation, by=None, state=Job.State.TODO, **values):
    """The job of a translation, given to these people and brought to this state."""
    job = jobs.order(translation, by, values)
    Job.objects.filter(pk=job.pk).update(state=state)
    job.refresh_from_db()
    return job


def segments(translation):
    rows = StringSegment.objects.filter(source=translation.source)
    return list(rows.select_related("string", "context").order_by("order", "pk"))


def say(translation, segment, text, **values):
    """Translate a segment as a person does."""
    row, _is_new = StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        context=segment.context,
        locale=translation.target_locale,
        defaults={"data": text, "translation_type": "manual", "has_error": False, **values},
    )
    return row


def write(translation, number, kind="manual", data=None):
    """Translate one text, of so many modulo the number of texts."""
    found = segments(translation)
    segment = found[number % len(found)]
    text = data or f"{translation.target_locale.language_code} {segment.string.data}"
    say(translation, segment, text, translation_type=kind)


def write_all(translation, kind="manual", number=None):
    """Translate the first so many texts, or all of them."""
    for place in range(len(segments(translation)[:number])):
        write(translation, place, kind)


def translate_all(translation, texts=None):
    """Translate every segment by hand: by the given texts, others as the source in brackets."""
    for segment in segments(translation):
        source = segment.string.data
        say(translation, segment, (texts or {}).get(source, f"[{source}]"))


def translate_rest(translation):
    """Translate by hand what has no translation yet: the source's words and “på svenska”."""
    rows = StringSegment.objects.filter(source=translation.source_id).select_related("string", "context")
    for segment in rows.annotate_translation(translation.target_locale):
        if not segment.translation:
            say(translation, segment, f"{segment.string.data} på svenska")


def publish_translated(page, code="sv"):
    """Translate the rest of a page that has been sent, and publish that. Returns the Translation."""
    translation = translation_into(page, code)
    translate_rest(translation)
    publishing.publish(translation, None)
    return translation


def said(translation):
    """{source text: translation} of the segments that have one."""
    rows = StringTranslation.objects.filter(
        locale=translation.target_locale, context__object_id=translation.source.object_id, has_error=False
    )
    by_place = {(row.translation_of_id, row.context_id): row.data for row in rows}
    return {
        segment.string.data: by_place[place]
        for segment in segments(translation)
        if (place := (segment.string_id, segment.context_id)) in by_place
    }
