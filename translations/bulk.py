"""Do something to many translations in the background: one at a time, each in its own transaction, by whichever worker
is free. What a killed worker had begun is taken up again; each step may be taken twice."""

import logging
import time
from datetime import date, timedelta

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation

from translations import fill, jobs, publishing, rights, sync
from translations.models import BulkAction, BulkItem
from translations.submit import SubmitError, original_of, submit

logger = logging.getLogger(__name__)

Kind, State = BulkAction.Kind, BulkItem.State

STALE_AFTER = timedelta(minutes=10)  # a claim this old belongs to a killed worker
# The worker's other jobs wait no longer, nor does a worker that is asked to stop.
LONGEST_ROUND = timedelta(seconds=20)
KEPT_FOR = timedelta(days=30)
IN_A_BATCH = 500


class SkippedError(Exception):
    """There is nothing to do, or it is not ready; the text says why, in the active language."""


class RefusedError(Exception):
    """It cannot be done; the text says why, in the active language."""


def begin(kind, sources, locales, options, user):
    """Order something for these sources and languages. Returns the BulkAction, which may have no items.

    `sources`: a queryset, or objects, of one model that has languages. What makes no sense is left out: the source's
    own language, aliases, and where nothing is sent for translation yet (of Kind.SUBMIT: where it is).
    """
    wanted = pairs(kind, list(sources), locales)
    types = ContentType.objects.get_for_models(*{type(source).get_translation_model() for source, _locale in wanted})
    with transaction.atomic():
        action = BulkAction.objects.create(kind=kind, options=options, created_by=user)
        items = [
            BulkItem(
                action=action,
                content_type=types[type(source).get_translation_model()],
                object_id=source.pk,
                locale=locale,
            )
            for source, locale in wanted
        ]
        BulkItem.objects.bulk_create(items, batch_size=IN_A_BATCH, ignore_conflicts=True)
    return action


def pairs(kind, sources, locales):
    """[(source, locale)] of what an order of this kind is about."""
    followed = followed_translations(sources, locales)
    return [
        (source, locale)
        for source in sources
        for locale in locales
        if locale.pk != source.locale_id
        and not getattr(source, "alias_of_id", None)
        and ((source.translation_key, source.locale_id, locale.pk) in followed) == (kind != Kind.SUBMIT)
    ]


def followed_translations(sources, locales):
    """{(translation_key, locale_id of the source, locale_id)} of what is followed, whatever the number of sources."""
    rows = Translation.objects.filter(enabled=True, target_locale__in=locales)
    keys = [source.translation_key for source in sources]
    if len(keys) <= IN_A_BATCH:
        rows = rows.filter(source__object__in=keys)
    return set(rows.values_list("source__object_id", "source__locale_id", "target_locale_id"))


def work():
    """Work off waiting items for LONGEST_ROUND. Returns how many."""
    number, until = 0, time.monotonic() + LONGEST_ROUND.total_seconds()
    while time.monotonic() < until and (item := claim_next()):
        run(item)
        number += 1
    return number


def claim_next():
    """Take the next item for this worker in a short transaction, or return None."""
    now = timezone.now()
    is_free = Q(claimed_at=None) | Q(claimed_at__lt=now - STALE_AFTER)
    waiting = BulkItem.objects.filter(is_free, state=State.WAITING)
    if not waiting.exists():  # asked every second: no transaction, which would lock SQLite, for nothing
        return None
    with transaction.atomic():
        # What a killed worker left behind comes last: it may be what killed it.
        first = F("claimed_at").asc(nulls_first=True)
        item = waiting.select_for_update(skip_locked=True).order_by(first, "pk").first()
        if item:
            item.claimed_at = now
            item.save(update_fields=["claimed_at"])
    return item


def run(item):
    """Do one claimed item and note the outcome, in the words of whoever ordered it."""
    item = BulkItem.objects.select_related("action__created_by", "content_type", "locale").get(pk=item.pk)
    user = item.action.created_by
    with override(language_of(user)):
        try:
            if user is None or not user.is_active:
                raise RefusedError(_("Whoever ordered this has no account any more."))
            state, problem = State.DONE, " ".join(map(str, perform(item, user) or ()))
        except SkippedError as reason:
            state, problem = State.SKIPPED, str(reason)
        except (RefusedError, SubmitError) as reason:
            state, problem = State.FAILED, str(reason)
        except ValidationError as error:
            state, problem = State.FAILED, " ".join(error.messages)
        except Exception as error:  # whatever it is, the other items go on
            # Neither its message nor its trace: they may quote the page.
            logger.error("Item %s of a bulk action failed: %s", item.pk, type(error).__name__)
            state, problem = State.FAILED, _("Something went wrong. Try it on the page itself.")
    # Unless another worker has claimed it since.
    BulkItem.objects.filter(pk=item.pk, claimed_at=item.claimed_at, state=State.WAITING).update(
        state=state, problem=shortened(problem)
    )


def shortened(text, length=300):
    return text if len(text) <= length else text[: length - 1] + "…"


def language_of(user):
    """The language in which somebody uses the CMS."""
    return UserProfile.get_for_user(user).get_preferred_language() if user else None


def perform(item, user):
    """Do what is ordered of one source and language. Returns what is to be looked at, in words, if anything.

    Raises SkippedError, RefusedError, SubmitError or ValidationError.
    """
    source = source_of(item)
    if item.action.kind in (Kind.SUBMIT, Kind.ASSIGN) and not rights.can_order(user, item.locale):
        raise RefusedError(_("You may not send anything for translation into this language."))
    if item.action.kind == Kind.SUBMIT:
        return send(item, source, user)
    translation = translation_of(item, source)
    target = rights.target_of(translation)
    if target is None:
        raise RefusedError(_("The translation has been deleted."))
    if item.action.kind == Kind.ASSIGN:
        return assign(item, translation, target, user)
    if item.action.kind == Kind.PRETRANSLATE:
        return pretranslate(item, translation, target, user)
    return publish(translation, target, user)


def source_of(item):
    """The object of an item. Raises RefusedError if somebody has deleted it."""
    try:
        return item.content_type.get_object_for_this_type(pk=item.object_id)
    except ObjectDoesNotExist as error:
        raise RefusedError(_("It has been deleted in the meantime.")) from error


def translation_of(item, source):
    translation = (
        Translation.objects.filter(
            source__object=source.translation_key,
            source__locale=source.locale_id,
            target_locale=item.locale,
            enabled=True,
        )
        .select_related("source__specific_content_type", "target_locale")
        .first()
    )
    if translation is None:
        raise SkippedError(_("It is not sent for translation."))
    return translation


def send(item, source, user):
    original = original_of(source)
    if original and original.pk == source.pk and is_followed(source, item.locale):
        raise SkippedError(_("It is sent for translation already."))
    options = item.action.options
    translation = submit(source, item.locale, user, job_values(options))
    if not options.get("is_machine_used"):
        return []
    # An engine takes its time: not in the transaction that sends the page.
    return fill.fill(translation, user, machine=True).problems


def is_followed(source, locale):
    """Whether there is a translated object that follows the source."""
    there = type(source)._default_manager.filter(translation_key=source.translation_key, locale=locale)
    if isinstance(source, Page):
        there = there.filter(alias_of__isnull=True)
    followed = Translation.objects.filter(
        source__object=source.translation_key, source__locale=source.locale_id, target_locale=locale, enabled=True
    )
    return followed.exists() and there.exists()


def assign(item, translation, target, user):
    if not jobs.may(user, jobs.job_of(translation), "order", target):
        raise RefusedError(_("You may not give this translation to anybody."))
    values = job_values(item.action.options)
    assignee = values.get("assignee")
    if assignee and not rights.can_edit(assignee, target):
        raise RefusedError(_("%(person)s may not change this translation.") % {"person": rights.name_of(assignee)})
    jobs.order(translation, user, values)


def pretranslate(item, translation, target, user):
    if not rights.can_edit(user, target):
        raise RefusedError(_("You may not change this translation."))
    is_machine_used = item.action.options.get("is_machine_used", False)
    filled = fill.fill(translation, user, machine=is_machine_used)
    if filled.memory or filled.machine:
        return filled.problems
    if filled.problems:
        raise RefusedError(" ".join(map(str, filled.problems)))
    raise SkippedError(_("There was nothing to fill in."))


def publish(translation, target, user):
    if not rights.can_publish(user, target):
        raise RefusedError(_("You may not publish this translation."))
    try:
        reasons = publishing.unready_reasons(translation)
        if not reasons and sync.is_published_as_written(translation) and not sync.is_source_newer(translation):
            raise SkippedError(_("Readers see it already."))
        publishing.publish(translation, user)
    except publishing.NotReadyError as error:
        raise SkippedError(" ".join(map(str, error.reasons))) from error


def job_values(options):
    """What the options say of a job, as `jobs.order` wants it. People who have gone since raise RefusedError."""
    values = {name: options[name] for name in ("priority", "note") if name in options}
    if "due_on" in options:
        values["due_on"] = date.fromisoformat(options["due_on"]) if options["due_on"] else None
    for name in ("assignee", "reviewer"):
        if name in options:
            values[name] = person(options[name])
    return values


def person(pk):
    if pk is None:
        return None
    user = get_user_model().objects.filter(pk=pk, is_active=True).first()
    if user is None:
        raise RefusedError(_("The chosen translator or reviewer has no account any more."))
    return user


def prune():
    """Forget orders that were done 30 days ago. Returns how many."""
    old = BulkAction.objects.filter(created_at__lt=timezone.now() - KEPT_FOR)
    done = old.exclude(items__state=State.WAITING)
    number = done.count()
    done.delete()
    return number
