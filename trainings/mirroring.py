"""Mirror the facts of a training from its pages to its row.

The source is one page: the live page in the source language or, without one, the oldest live page of another
language; never the translation that was saved last. Facts change only when a page is published: taking the source page
down keeps its last facts, for a translation's copy lags. Without a live page the row stays, closed.
"""

from django.conf import settings
from django.db import transaction

from trainings import registration
from trainings.calendar import spans
from trainings.models import Question, Session, Training, TrainingPage
from trainings.reminders import reminder_is_to_come

# A change of one of these, or of the days and times that a calendar shows, is told to calendars and people.
CALENDAR_FACTS = ("starts", "ends", "is_all_day", "mode", "place", "meeting_url", "is_cancelled")


def live_pages(key):
    return TrainingPage.objects.live().filter(translation_key=key, alias_of__isnull=True)


def source_page(key):
    """The page whose facts hold for the training, or None if none is live."""
    in_source_language = live_pages(key).filter(locale__language_code=settings.LANGUAGE_CODE).first()
    return in_source_language or live_pages(key).order_by("first_published_at", "pk").first()


@transaction.atomic
def mirror(key, *, is_new_version=True):
    """Bring the row with this key up to date with its pages. Returns the row, or None if there is none.

    `is_new_version`: a page was published, so that facts may have changed. What a change means for the people who
    have registered follows in the same transaction, under the row's lock.
    """
    row = Training.objects.select_for_update().filter(key=key).first()
    page = source_page(key) if is_new_version or row is None else None
    if page is None:
        is_published = live_pages(key).exists()
        if row and row.is_published != is_published:
            row.is_published = is_published
            row.save(update_fields=["is_published", "changed_at"])
        return row
    row, is_new = row or Training(key=key), row is None
    facts, before = page.facts(), [] if is_new else times_of(row)
    changed = {name for name in CALENDAR_FACTS if not is_new and getattr(row, name) != facts[name]}
    had_meeting = bool(row.meeting_url)
    for name, value in facts.items():
        setattr(row, name, value)
    row.is_published = True
    row.save()
    mirror_sessions(row, page.session_times())
    mirror_questions(row, page.question_facts())
    if not is_new and times_of(row) != before:
        changed.add("sessions")
    if changed:
        row.sequence += 1
        row.save(update_fields=["sequence"])
    # The first address of the meeting waits for the reminder, if that is still to come: nobody knows another one.
    if not had_meeting and reminder_is_to_come(row):
        changed.discard("meeting_url")
    registration.follow_change(row, changed)
    return row


def times_of(row):
    """The days and times that a calendar shows of a training."""
    return [(start, end) for _suffix, start, end in spans(row)]


def mirror_sessions(row, times):
    """Make the row's sessions those of the source page's programme."""
    row.sessions.exclude(block_id__in=times).delete()
    for block_id, (starts, ends) in times.items():
        Session.objects.update_or_create(training=row, block_id=block_id, defaults={"starts": starts, "ends": ends})


def mirror_questions(row, facts):
    """Make the row's questions those of the source page; one that was answered stays, asked no more.

    Options that are offered no more keep their words for those who chose them.
    """
    gone = row.questions.exclude(block_id__in=facts)
    gone.filter(answers__isnull=True).delete()
    gone.update(is_asked=False)
    known = {str(question.block_id): question for question in row.questions.all()}
    for block_id, values in facts.items():
        question = known.get(block_id) or Question(training=row, block_id=block_id)
        options = {**question.options, **values["options"]}
        for name, value in {**values, "options": options, "is_asked": True}.items():
            setattr(question, name, value)
        question.save()
