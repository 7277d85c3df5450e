"""Bring translations up to date with their changed source: what the memory knows is taken over, of the rest the
translator is told, and where nothing is left to translate the page is published again. Gaps are never published."""

import json
import logging

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Exists, Max, OuterRef
from django.utils import timezone
from modelcluster.models import ClusterableModel, get_serializable_data_for_fields
from wagtail.models import DraftStateMixin, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationLog, TranslationSource

from translations import fill, jobs, publishing, rights

logger = logging.getLogger(__name__)


@transaction.atomic
def sync(source):
    """Bring the followed translations of a TranslationSource up to date with what its object says now.

    Returns how many texts are to be translated anew, over all languages.
    """
    source = TranslationSource.objects.select_for_update().filter(pk=source.pk).first()
    if source is None:
        return 0
    translations = list(source.translations.filter(enabled=True).select_related("source", "target_locale"))
    before = {
        translation.pk: (untranslated(translation), is_published_as_written(translation))
        for translation in translations
    }
    try:
        source.update_from_db()
    except ObjectDoesNotExist:
        return 0
    number = 0
    for translation in translations:
        translation.source = source
        number += bring_up_to_date(translation, *before[translation.pk])
    return number


def bring_up_to_date(translation, missing_before, was_at_rest):
    """`missing_before`: what was untranslated before the source changed. Returns how many texts have become so."""
    if rights.target_of(translation) is None:
        return 0
    now = timezone.now()
    translation.source.update_target_view_restrictions(translation.target_locale)
    fill.fill(translation, None, machine=False)
    missing = untranslated(translation)
    new = missing - missing_before
    if new:
        jobs.note_source_changed(jobs.job_of(translation), len(new))
    elif not missing and was_at_rest and is_source_live(translation) and not from_elsewhere(translation, since=now):
        publish_again(translation)
    return len(new)


def publish_again(translation):
    try:
        publishing.publish(translation, None)
    except publishing.NotReadyError:
        pass
    except ValidationError as error:
        # It says what it said; the screen of the translation tells why it cannot be saved.
        logger.warning("Translation %s is not published again: %s", translation.pk, type(error).__name__)


def untranslated(translation):
    """{(string_id, context_id)} of the texts without a translation."""
    there = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale=translation.target_locale_id,
        has_error=False,
    )
    segments = StringSegment.objects.filter(~Exists(there), source=translation.source_id)
    return set(segments.values_list("string_id", "context_id"))


def is_published_as_written(translation):
    """Whether readers see the translation as it is: nobody has written anything since it was last published."""
    target = rights.target_of(translation)
    if target is None:
        return False
    if isinstance(target, DraftStateMixin):
        published = target.last_published_at if target.live else None
    else:
        logs = TranslationLog.objects.filter(source=translation.source_id, locale=translation.target_locale_id)
        published = logs.aggregate(last=Max("created_at"))["last"]
    if published is None:
        return False
    return not StringTranslation.objects.filter(
        context__object=translation.source.object_id, locale=translation.target_locale_id, updated_at__gt=published
    ).exists()


def is_source_newer(translation):
    """Whether the source was taken up after the translation was last written into its object."""
    logs = TranslationLog.objects.filter(source=translation.source_id, locale=translation.target_locale_id)
    return not logs.filter(created_at__gte=translation.source.last_updated_at).exists()


def is_source_live(translation):
    source = rights.source_of(translation)
    return source is not None and (not isinstance(source, DraftStateMixin) or source.live)


def from_elsewhere(translation, *, since):
    """Whether the memory has just given texts that were written for something else, which a person should read."""
    own = StringTranslation.objects.filter(
        translation_of=OuterRef("translation_of"),
        context__object=translation.source.object_id,
        locale=translation.target_locale_id,
        data=OuterRef("data"),
        updated_at__lt=since,
    )
    taken = StringTranslation.objects.filter(
        context__object=translation.source.object_id, locale=translation.target_locale_id, updated_at__gte=since
    )
    return taken.filter(~Exists(own)).exists()


def has_changed(source):
    """Whether the object of a TranslationSource says something else than when it was last taken up."""
    try:
        instance = source.get_source_instance()
    except ObjectDoesNotExist:
        return False
    if isinstance(instance, ClusterableModel):
        content = instance.to_json()
    else:
        content = json.dumps(get_serializable_data_for_fields(instance), cls=DjangoJSONEncoder)
    return json.loads(content) != json.loads(source.content_json)


def followed_sources():
    """The TranslationSources that have followed translations."""
    followed = Translation.objects.filter(enabled=True).values("source")
    return TranslationSource.objects.filter(pk__in=followed).order_by("pk")


def stale_sources():
    """The followed sources whose object was published, or a snippet saved, since they were taken up."""
    newer = Page.objects.filter(
        translation_key=OuterRef("object_id"),
        locale=OuterRef("locale_id"),
        last_published_at__gt=OuterRef("last_updated_at"),
    )
    for source in followed_sources().annotate(is_newer=Exists(newer)).select_related("specific_content_type"):
        is_page = issubclass(source.specific_content_type.model_class(), Page)
        if source.is_newer if is_page else has_changed(source):
            yield source
