"""Publishing translations: with a guard against what is not ready, and by themselves with their source.

Nothing untranslated goes live by itself.
"""

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


def unready_reasons(translation):
    """Why a translation should not be published yet, in words; empty when it is ready (three queries)."""
    reasons = []
    total, done = translation.get_progress()
    if done < total:
        text = ngettext("%(count)s text is not translated.", "%(count)s texts are not translated.", total - done)
        reasons.append(text % {"count": total - done})
    if machine := machine_strings(translation).count():
        text = ngettext(
            "%(count)s text is by a machine and nobody has read it.",
            "%(count)s texts are by a machine and nobody has read them.",
            machine,
        )
        reasons.append(text % {"count": machine})
    job = Job.objects.filter(translation=translation).first()
    if job and job.reviewer_id and job.state not in (Job.State.APPROVED, Job.State.PUBLISHED):
        reasons.append(_("The reviewer has not approved it."))
    return reasons


def machine_strings(translation):
    """The strings of a translation that a machine wrote and nobody has looked at."""
    return StringTranslation.objects.filter(
        locale=translation.target_locale_id,
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
        translation_of__segments__source=translation.source_id,
        translation_of__segments__context=F("context"),
    ).distinct()


def publish(translation, user, *, anyway=False):
    """Publish a translation as it stands. Returns the published object.

    `anyway`: although it is not ready, which its history then tells. `user` None: by itself. Rights are the caller's to
    ask. Raises NotReadyError, or ValidationError if the object cannot be saved; nothing is changed then.
    """
    reasons = unready_reasons(translation)
    if reasons and not anyway:
        raise NotReadyError(reasons)
    with transaction.atomic():
        target = put_live(translation, user)
        jobs.note_published(jobs.job_of(translation), user, reasons)
    return target


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
        # A revision made now: the slug follows from its title once the source has one in public.
        draft = page.get_latest_revision_as_object()
        draft.save_revision(user=page.latest_revision.user).publish()
        published.append(page)
    return published
