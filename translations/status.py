"""How far the translations of objects are, computed from what is there each time it is asked."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Count, Exists, F, Max, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationLog, TranslationSource

from translations.models import Job

WORD = re.compile(r"\w+(?:[-’'.:/]\w+)*")
# Of more sources than this, whole tables are read instead of naming each source to the database.
MANY = 1000


class State(models.TextChoices):
    """The state of one object in one language. The first that is true holds."""

    MISSING = "missing", _("Missing")  # no page, or an alias alone
    SEPARATE = "separate", _("Not connected to the source")  # a page that wagtail-localize does not translate
    REVIEW = "review", _("In review")  # the job is with the reviewer
    OUTDATED = "outdated", _("Outdated")  # readers see a translation of an older source
    TRANSLATING = "translating", _("In translation")  # texts are missing
    MACHINE = "machine", _("Machine-translated parts")  # complete, with texts by a machine that nobody has read
    DRAFT = "draft", _("Draft")  # complete, not published, or changed since
    UP_TO_DATE = "up_to_date", _("Up to date")


@dataclass(frozen=True, slots=True)
class Status:
    """One object in one language. Counts are of texts (segments); `words` and `words_left` are of the source's words.

    `translation_id` is given when there is work to open: a translated object that wagtail-localize translates.
    `source_id` is of the TranslationSource.
    """

    state: State
    translation_id: int | None = None
    target_id: int | None = None
    total: int = 0
    done: int = 0
    machine: int = 0
    words: int = 0
    words_left: int = 0
    job_id: int | None = None
    source_id: int | None = None

    @property
    def percent(self):
        """How much is translated, rounded down, so that 100 means all."""
        return self.done * 100 // self.total if self.total else 100


def source_rows(model):
    """The sources of a translatable model, one of each family of translations: what is the target of nothing.

    Of several the one in the language of LANGUAGE_CODE, else the oldest. What was translated from something that has
    been deleted is a source again. The model is the one that has the language: Page for every type of page.
    """
    own = originals(model)
    source_of_translation = own.filter(
        translation_key=OuterRef("source__object_id"), locale_id=OuterRef("source__locale_id")
    )
    translations = Translation.objects.filter(
        Exists(source_of_translation),
        source__object_id=OuterRef("translation_key"),
        target_locale_id=OuterRef("locale_id"),
    )
    rows = own.filter(~Exists(translations))
    is_main = Q(locale__language_code=settings.LANGUAGE_CODE)
    better = rows.filter(is_main | Q(pk__lt=OuterRef("pk")), translation_key=OuterRef("translation_key"))
    return rows.filter(is_main | ~Exists(better))


def originals(model):
    """The objects of a model that are nobody's aliases."""
    rows = model._default_manager.all()
    return rows.filter(alias_of__isnull=True, depth__gte=2) if issubclass(model, Page) else rows


def statuses(model, sources, locales, words=False):
    """The Status of each source in each of the languages but its own: {(translation_key, locale_id): Status}.

    `sources`: a queryset of the model, or objects. Five queries for any number of pages, six for snippets; with
    `words`, without which `words` and `words_left` are 0, one more.
    """
    found = compute(model, facts_of(model, sources), [locale.pk for locale in locales])
    return with_words(found) if words else found


def with_words(found):
    """The same statuses with their words (one query)."""
    counts = word_counts({locale_id for _key, locale_id in found}, {status.source_id for status in found.values()})
    result = {}
    for (key, locale_id), status in found.items():
        words, words_left = counts.get((status.source_id, locale_id), (0, 0))
        result[key, locale_id] = replace(status, words=words, words_left=words_left)
    return result


def status_of(translation):
    """The Status of one translation."""
    source = translation.source
    model = source.specific_content_type.model_class().get_translation_model()
    rows = model._default_manager.filter(translation_key=source.object_id, locale_id=source.locale_id)
    facts = facts_of(model, rows) or [(source.object_id, source.locale_id, None)]
    locale_id = translation.target_locale_id
    return with_words(compute(model, facts, [locale_id]))[source.object_id, locale_id]


def facts_of(model, sources):
    """(translation_key, locale_id, when it was published) of each source."""
    has_drafts = issubclass(model, DraftStateMixin)
    if isinstance(sources, models.QuerySet):
        published = F("last_published_at") if has_drafts else Value(None, models.DateTimeField())
        return list(sources.order_by().values_list("translation_key", "locale_id", published))
    return [
        (source.translation_key, source.locale_id, source.last_published_at if has_drafts else None)
        for source in sources
    ]


def compute(model, facts, locale_ids):
    keys = [key for key, _locale_id, _published in facts]
    is_many = len(keys) > MANY
    kept = kept_of(model, keys, {key: locale_id for key, locale_id, _published in facts}, is_many)
    of_sources = {} if is_many else {"source__in": [source_id for source_id, *_rest in kept.values()]}
    translations = translations_of(locale_ids, of_sources)
    targets = targets_of(model, keys, kept, locale_ids, is_many)
    written = written_texts(locale_ids, of_sources)

    found = {}
    for key, own_locale_id, source_published in facts:
        source_id, synced_at, total = kept.get(key, (None, None, 0))
        changed_at = max(filter(None, (synced_at, source_published)), default=None)
        for locale_id in locale_ids:
            if locale_id == own_locale_id:
                continue
            target_id, is_live, published = targets.get((key, locale_id), (None, False, None))
            translation_id, is_enabled, job_id, job_state = translations.get(
                (source_id, locale_id), (None, False, None, None)
            )
            done, machine, newest = written.get((source_id, locale_id), (0, 0, None))
            if target_id is None:
                state = State.MISSING
            elif not is_enabled:
                state = State.SEPARATE
            elif job_state == Job.State.REVIEW:
                state = State.REVIEW
            elif is_live and is_later(changed_at, published):
                state = State.OUTDATED
            elif done < total:
                state = State.TRANSLATING
            elif machine:
                state = State.MACHINE
            elif not is_live or is_later(newest, published):
                state = State.DRAFT
            else:
                state = State.UP_TO_DATE
            found[key, locale_id] = Status(
                state=state,
                translation_id=translation_id if target_id is not None and is_enabled else None,
                target_id=target_id,
                total=total,
                done=done,
                machine=machine,
                job_id=job_id,
                source_id=source_id,
            )
    return found


def kept_of(model, keys, locale_of, is_many):
    """What wagtail-localize keeps of the sources: {translation_key: (source_id, when it was synced, texts)}."""
    texts = StringSegment.objects.filter(source=OuterRef("pk")).order_by().values("source").annotate(n=Count("pk"))
    sources = TranslationSource.objects.annotate(texts=Coalesce(Subquery(texts.values("n")), 0))
    if is_many:
        sources = sources.filter(object__content_type=ContentType.objects.get_for_model(model))
    else:
        sources = sources.filter(object__in=keys)
    values = sources.values_list("object_id", "locale_id", "pk", "last_updated_at", "texts")
    return {row[0]: row[2:] for row in values if locale_of.get(row[0]) == row[1]}


def translations_of(locale_ids, of_sources):
    """{(source_id, locale_id): (number, whether it is enabled, number and state of the job)}."""
    rows = Translation.objects.filter(target_locale__in=locale_ids, **of_sources)
    values = rows.values_list("source_id", "target_locale_id", "pk", "enabled", "job", "job__state")
    return {row[:2]: row[2:] for row in values}


def is_later(moment, published):
    """Whether something happened after the publication. What is live without a time was published before all times."""
    return moment is not None and (published is None or moment > published)


def targets_of(model, keys, kept, locale_ids, is_many):
    """{(translation_key, locale_id): (number, whether it is live, when it was published)}.

    What has no drafts counts as published when wagtail-localize last wrote it.
    """
    rows = originals(model).filter(locale__in=locale_ids).order_by()
    if not is_many:
        rows = rows.filter(translation_key__in=keys)
    if issubclass(model, DraftStateMixin):
        values = rows.values_list("translation_key", "locale_id", "pk", "live", "last_published_at")
        return {row[:2]: row[2:] for row in values}
    logs = TranslationLog.objects.filter(locale__in=locale_ids).order_by()
    if not is_many:
        logs = logs.filter(source__in=[source_id for source_id, *_rest in kept.values()])
    written_at = {
        (source_id, locale_id): at
        for source_id, locale_id, at in logs.values_list("source", "locale").annotate(at=Max("created_at"))
    }
    nothing = (None,)
    return {
        (key, locale_id): (pk, True, written_at.get((kept.get(key, nothing)[0], locale_id)))
        for key, locale_id, pk in rows.values_list("translation_key", "locale_id", "pk")
    }


def written_texts(locale_ids, of_sources):
    """{(source_id, locale_id): (texts done, texts by an unread machine, when the newest was written)}.

    A text that stands twice in one place counts twice, as in wagtail-localize's own progress.
    """
    rows = (
        StringSegment.objects.filter(
            string__translations__context=F("context"), string__translations__locale__in=locale_ids, **of_sources
        )
        .values_list("source", "string__translations__locale")
        .annotate(
            done=Count("pk", filter=Q(string__translations__has_error=False)),
            machine=Count("pk", filter=Q(string__translations__translation_type="machine")),
            newest=Max("string__translations__updated_at"),
        )
        .order_by()
    )
    return {row[:2]: row[2:] for row in rows}


def word_counts(locale_ids, source_ids):
    """{(source_id, locale_id): (words of the source, words of its texts that are not done)}."""
    done = StringTranslation.objects.filter(
        translation_of=OuterRef("string"), context=OuterRef("context"), has_error=False
    )
    source_ids = source_ids - {None}
    segments = StringSegment.objects.filter(**{} if len(source_ids) > MANY else {"source__in": source_ids}).annotate(
        **{f"is_done_{locale_id}": Exists(done.filter(locale=locale_id)) for locale_id in locale_ids}
    )
    names = [f"is_done_{locale_id}" for locale_id in locale_ids]
    words, left = defaultdict(int), defaultdict(int)
    for source_id, text, *are_done in segments.values_list("source", "string__data", *names):
        number = number_of_words(text)
        for locale_id, is_done in zip(locale_ids, are_done, strict=True):
            words[source_id, locale_id] += number
            left[source_id, locale_id] += 0 if is_done else number
    return {place: (number, left[place]) for place, number in words.items()}


def number_of_words(text):
    """The words of a text as people count them: tags left out, “EU-hanke” is one word."""
    return len(WORD.findall(strip_tags(text.replace("<", " <"))))
