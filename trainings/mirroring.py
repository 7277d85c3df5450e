"""Mirror the facts of a training from its pages to its row.

The source is one page: the live page in the source language or, without one, the oldest live page of another
language; never the translation that was saved last. Without a live page the row stays, closed, with its last facts.
"""

from django.conf import settings
from django.db import transaction

from trainings import registration
from trainings.models import Question, Session, Training, TrainingPage

# A change of one of these is told to calendars and people, one of the times of the sessions to calendars alone.
CALENDAR_FACTS = ("starts", "ends", "is_all_day", "mode", "place", "meeting_url", "is_cancelled")


def source_page(key):
    """The page whose facts hold for the training, or None if none is live."""
    pages = TrainingPage.objects.live().filter(translation_key=key, alias_of__isnull=True)
    in_source_language = pages.filter(locale__language_code=settings.LANGUAGE_CODE).first()
    return in_source_language or pages.order_by("first_published_at", "pk").first()


@transaction.atomic
def mirror(key):
    """Bring the row with this key up to date with its source page. Returns the row, or None if there is none.

    What a change means for the people who have registered follows in the same transaction, under the row's lock.
    """
    row = Training.objects.select_for_update().filter(key=key).first()
    page = source_page(key)
    if page is None:
        if row and row.is_published:
            row.is_published = False
            row.save(update_fields=["is_published", "changed_at"])
        return row
    facts, times = page.facts(), page.session_times()
    row, is_new = row or Training(key=key), row is None
    changed = {name for name in CALENDAR_FACTS if not is_new and getattr(row, name) != facts[name]}
    if changed or (not is_new and set(row.sessions.values_list("starts", "ends")) != set(times.values())):
        row.sequence += 1
    if not row.meeting_url:  # the first address of the meeting is told by the reminder: nobody knows another one
        changed.discard("meeting_url")
    for name, value in facts.items():
        setattr(row, name, value)
    row.is_published = True
    row.save()
    mirror_sessions(row, times)
    mirror_questions(row, page.question_facts())
    registration.follow_change(row, changed)
    return row


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
