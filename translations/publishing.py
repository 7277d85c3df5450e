"""Publishing translations: with a guard against what is not ready, and by themselves with their source.

Nothing untranslated goes live by itself.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import DraftStateMixin, Page
from wagtail_localize.models import StringTranslation, Translation

from translations import jobs
from translations.models import Job


class NotReadyError(Exception):
    """The translation is not ready. `reasons`: why, in the active language."""

    def __init__(self, reasons):
        super().__init__(*reasons)
        self.reasons = reasons


def lacks_of(translation):
    """What a translation lacks before it should be published, as {"missing" | "machine" | "approval": number}.

    Empty when it is ready (three queries).
    """
    total, done = translation.get_progress()
    machine = machine_strings(translation).count()
    job = Job.objects.filter(translation=translation).first()
    waits = bool(job and job.reviewer_id and job.state not in (Job.State.APPROVED, Job.State.PUBLISHED))
    found = {"missing": total - done, "machine": machine, "approval": int(waits)}
    return {name: number for name, number in found.items() if number > 0}


def reasons_of(lacks):
    """Why what lacks these should not be published, as sentences in the active language."""
    sentences = {
        "missing": lambda number: ngettext(
            "%(count)s text is not translated.", "%(count)s texts are not translated.", number
        ),
        "machine": lambda number: ngettext(
            "%(count)s text is by a machine and nobody has read it.",
            "%(count)s texts are by a machine and nobody has read them.",
            number,
        ),
        "problems": lambda number: ngettext(
            "%(count)s text has a serious problem.", "%(count)s texts have a serious problem.", number
        ),
        "approval": lambda number: _("The reviewer has not approved it."),
    }
    return [sentences[name](number) % {"count": number} for name, number in lacks.items()]


def unready_reasons(translation):
    """Why a translation should not be published yet, in words; empty when it is ready (three queries)."""
    return reasons_of(lacks_of(translation))


def machine_strings(translation):
    """The strings of a translation that a machine wrote and nobody has looked at."""
    return StringTranslation.objects.filter(
        locale=translation.target_locale_id,
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
        translation_of__segments__source=translation.source_id,
        translation_of__segments__context=F("context"),
    ).distinct()


def publish(translation, user, *, anyway=False, problems=0):
    """Publish a translation as it stands. Returns the published object.

    `problems`: how many texts have a serious one, if the caller has checked. `anyway`: although it is not ready, which
    its history then tells. `user` None: by itself. Rights are the caller's to ask. Raises NotReadyError, or
    ValidationError if the object cannot be saved; then nothing is changed, but the texts to blame are marked.
    """
    lacks = lacks_of(translation) | ({"problems": problems} if problems else {})
    if lacks and not anyway:
        raise NotReadyError(reasons_of(lacks))
    try:
        with transaction.atomic():
            target = put_live(translation, user)
            jobs.note_published(jobs.job_of(translation), user, lacks)
    except ValidationError as error:
        # wagtail-localize marks them too, in the transaction that was just taken back.
        mark_errors(translation, getattr(error, "error_dict", {}))
        raise
    return target


def mark_errors(translation, errors):
    """Keep what is wrong with a field at its translated text."""
    texts = StringTranslation.objects.filter(
        locale=translation.target_locale_id,
        context__object_id=translation.source.object_id,
        context__path__in=errors,
        translation_of__segments__source=translation.source_id,
    ).select_related("context")
    for text in texts:
        text.set_field_error(errors[text.context.path])


def put_live(translation, user):
    """Write the translated strings into the object and publish it. Not by `save_target(publish=True)`, which publishes
    after the transaction, where what goes wrong can be told to nobody."""
    has_drafts = issubclass(translation.source.specific_content_type.model_class(), DraftStateMixin)
    translation.save_target(user=user, publish=not has_drafts)
    target = translation.get_target_instance()
    if has_drafts:
        target.get_latest_revision().publish(user=user)
        target.refresh_from_db()
    return target


def publish_ready_translations(source):
    """Publish the drafts of complete translations of a page that has just gone live for the first time.

    Anything less than complete stays a draft, and so does what waits for a reviewer. Returns the published pages.
    """
    published = []
    translations = Translation.objects.filter(
        source__object_id=source.translation_key, source__locale_id=source.locale_id, enabled=True
    ).select_related("source", "target_locale")
    for translation in translations:
        page = Page.objects.filter(
            translation_key=source.translation_key,
            locale=translation.target_locale,
            live=False,
            first_published_at__isnull=True,
            alias_of__isnull=True,
        ).first()
        if page is None or not page.latest_revision or page.go_live_at or unready_reasons(translation):
            continue
        # Written anew: the draft may be older than its texts, and its slug follows from its title once the source has
        # one in public.
        put_live(translation, page.latest_revision.user)
        if job := Job.objects.filter(translation=translation).first():
            jobs.note_published(job, None)
        published.append(page)
    return published
