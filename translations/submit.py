"""Send one page or snippet for translation into one language: what it stands below and what it names first, the latest
text, a draft that readers do not see, a job. Nothing untranslated goes live."""

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.copy_for_translation import ParentNotTranslatedError
from wagtail.models import DraftStateMixin, Page
from wagtail_localize.models import SourceDeletedError, Translation, TranslationSource

from translations import connecting, fill, jobs, sync
from translations.status import originals, source_rows


class SubmitError(Exception):
    """The object cannot be sent. Its text says why, in the active language; `original`: what can be sent instead."""

    def __init__(self, text, original=None):
        super().__init__(text)
        self.original = original


def submit(source, locale, user, values=None):
    """Send a page or snippet for translation into a language; ancestors that are missing there go before it as drafts.

    `values`: fields of the job (`jobs.FIELDS`). `user` None stands for a command. Each page has a transaction of its
    own, so call it outside of one. Sending what is followed already brings it up to date. Returns the Translation;
    raises SubmitError.
    """
    for ancestor in missing_ancestors(source, locale):
        submit_one(ancestor, locale, user, values)
    return submit_one(source, locale, user, values)


def missing_ancestors(source, locale):
    """The originals of a page's ancestors that the language has not, or only as aliases: the highest first."""
    if not isinstance(source, Page):
        return []
    ancestors = list(source.get_ancestors().filter(depth__gte=2))
    keys = [page.translation_key for page in ancestors]
    there = set(
        Page.objects.filter(translation_key__in=keys, locale=locale, alias_of__isnull=True).values_list(
            "translation_key", flat=True
        )
    )
    missing = [original_of(page) for page in ancestors if page.translation_key not in there]
    return [page for page in missing if page is not None]


def original_of(instance):
    """The source of an object's family (see `status.source_rows`), or None if there is none."""
    rows = source_rows(instance.get_translation_model()).filter(translation_key=instance.translation_key)
    return rows.select_related("locale").first()


def members_of(instance):
    """The objects of a family in all languages, aliases left out."""
    return originals(instance.get_translation_model()).filter(translation_key=instance.translation_key)


@transaction.atomic
def submit_one(source, locale, user, values=None, *, includes_related=True):
    source = locked(source)
    check(source, locale)
    record = latest_record(source)
    if includes_related:
        for related in missing_related(record, locale):
            submit_one(related, locale, user, includes_related=False)
    withdraw_orphans(record, locale)
    translation = Translation.objects.filter(source=record, target_locale=locale).first()
    target = members_of(source).filter(locale=locale).first()
    is_followed = translation is not None and translation.enabled and target is not None
    if translation is None:
        translation = Translation.objects.create(source=record, target_locale=locale)
    elif not translation.enabled:
        translation.enabled = True
        translation.save(update_fields=["enabled"])
    if target and not is_followed:
        # Its own texts stay: nothing is written into it before somebody publishes the translation.
        connecting.take_over_texts(translation, target.specific if isinstance(target, Page) else target, user)
    fill.fill(translation, user, machine=False)
    if target is None:
        make_target(translation, user)
    jobs.order(translation, user, values or {})
    return translation


def locked(source):
    """The object as the database holds it; whoever sends it at the same time waits."""
    model = source.get_translation_model()
    row = model._default_manager.select_for_update(of=("self",)).filter(pk=source.pk).first()
    if row is None:
        raise SubmitError(_("It has been deleted in the meantime."))
    return row.specific if isinstance(row, Page) else row


def check(source, locale):
    """Raise SubmitError unless the object is a source that can be translated into the language."""
    check_original(source)
    if source.locale_id == locale.pk:
        raise SubmitError(_("It is in this language already."))


def check_original(source):
    """Raise SubmitError, which names the original, unless the object is the source of its family."""
    if isinstance(source, Page) and source.is_root():
        raise SubmitError(_("The root of all pages has no text."))
    original = original_of(source)
    if isinstance(source, Page) and source.alias_of_id:
        raise SubmitError(_("This is only an alias. Its original can be translated."), original)
    if original is None or original.pk != source.pk:
        raise SubmitError(_("This is a translation itself. What it was translated from can be translated."), original)


def latest_record(source):
    """wagtail-localize's record of a source with the text of now; the other languages are told what has changed."""
    record = TranslationSource.objects.get_for_instance_or_none(source)
    if record is None:
        return TranslationSource.update_or_create_from_instance(source)[0]
    if sync.has_changed(record):
        sync.sync(record)
        record.refresh_from_db()
    return record


def missing_related(record, locale):
    """The sources of snippets that an object names and that the language has not yet."""
    found = []
    for segment in record.relatedobjectsegment_set.select_related("object__content_type"):
        related = segment.object.get_instance_or_none(record.locale_id)
        if related is None or segment.object.has_translation(locale):
            continue
        original = original_of(related)
        if original and original.locale_id != locale.pk and original not in found:
            found.append(original)
    return found


def withdraw_orphans(record, locale):
    """Remove what other sources, since deleted, left of a translation into the language: a target has one source."""
    others = Translation.objects.filter(source__object_id=record.object_id, target_locale=locale)
    others.exclude(source=record).delete()


def make_target(translation, user):
    """Make the translated object as a draft; what has no drafts is saved. An alias becomes a page of its own."""
    record, locale = translation.source, translation.target_locale
    model = record.specific_content_type.model_class()
    if issubclass(model, Page):
        for alias in Page.objects.filter(translation_key=record.object_id, locale=locale, live=True):
            alias.specific.unpublish(user=user)
    try:
        record.create_or_update_translation(
            locale,
            user=user,
            publish=not issubclass(model, DraftStateMixin),
            copy_parent_pages=False,
            fallback=True,
        )
    except ValidationError as error:
        reasons = " ".join(error.messages)
        raise SubmitError(_("The translation could not be saved: %(reasons)s") % {"reasons": reasons}) from error
    except ParentNotTranslatedError as error:
        raise SubmitError(_("The page above it has no translation any more. Try again.")) from error
    except (SourceDeletedError, ObjectDoesNotExist) as error:
        raise SubmitError(_("It has been deleted in the meantime.")) from error
