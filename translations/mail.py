"""What translators and reviewers are told by mail, at once or in the morning, and that they may choose.

Every mail is composed when it is sent, and only if it still holds: another may have the job, or it is published.
"""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext, override
from wagtail.users.models import UserProfile

from home import dates, outbox
from home.mail import pictures, surroundings
from home.models import OutboxMessage
from translations import rights
from translations.models import Job, JobEvent, MailPreference

State, Kind, When = Job.State, JobEvent.Kind, MailPreference.When

WORK = "translations.work"  # about a user; its turn is the first event of new work, the later ones are told with it
EVENT = "translations.event"  # about a JobEvent; its turn is whom it is for
DUE = "translations.due"  # about a Job; its turn is the due date, "soon" or "today", and whom it is for
DIGEST = "translations.digest"  # about a user; its turn is the day

# Of a hundred pages given to somebody at once, one mail tells.
GATHERED = {Kind.ASSIGNED, Kind.SOURCE_CHANGED}
GATHERING = timedelta(minutes=2)
DUE_SOON = timedelta(days=3)
# A digest tells of what happened since the last one, but not of what happened long ago.
LONGEST_LOOK_BACK = timedelta(days=7)


# Whom it concerns


def recipients_of(event):
    """Whom an event concerns. Nobody is told of what they did themselves."""
    job = event.job
    if event.kind == Kind.ASSIGNED:
        people = [event.person]
    elif event.kind in (Kind.SENT_BACK, Kind.APPROVED, Kind.SOURCE_CHANGED):
        people = [job.assignee]
    elif asks_for_review(event):
        people = [job.reviewer]
    elif event.kind == Kind.COMMENTED:
        others = {job.assignee, job.reviewer} - {None, event.user}
        people = sorted(others, key=lambda user: user.pk) or [job.created_by]
    else:
        people = []
    return [user for user in people if user is not None and user.pk != event.user_id]


def asks_for_review(event):
    """Whether an event brings a translation to a reviewer: it is handed in, or the reviewer of one is another."""
    is_given = event.kind == Kind.CHANGED and event.job.state == State.REVIEW and "reviewer" in event.text.split()
    return is_given or event.kind == Kind.HANDED_IN


def preference_of(user):
    """When somebody wants to be told: a MailPreference.When."""
    row = MailPreference.objects.filter(user=user).first()
    return When(row.when) if row else When.AT_ONCE


def tell(event):
    """Queue the mail about an event to those who want one at once. Call it inside the event's transaction."""
    for user in recipients_of(event):
        if preference_of(user) != When.AT_ONCE:
            continue
        if event.kind not in GATHERED:
            outbox.write(EVENT, event.pk, turn=user.pk)
        elif waiting_work(user).select_for_update().first() is None:
            outbox.write(WORK, user.pk, turn=event.pk, wait=GATHERING)


def waiting_work(user):
    """The mail on new work that waits for somebody. Who locks it keeps it from being sent before the own commit."""
    return OutboxMessage.objects.filter(kind=WORK, about=user.pk, state=OutboxMessage.State.QUEUED)


# Whether it still holds


def holds(event, user):
    """Whether an event is still worth telling somebody."""
    job = event.job
    if not job.translation.enabled:
        return False
    if event.kind == Kind.COMMENTED:
        return user.pk in (job.assignee_id, job.reviewer_id, job.created_by_id)
    if JobEvent.objects.filter(job=job, kind=event.kind, pk__gt=event.pk).exists():
        return False
    if asks_for_review(event):
        return job.state == State.REVIEW and user.pk == job.reviewer_id
    states = {
        Kind.ASSIGNED: {State.TODO, State.IN_PROGRESS},
        Kind.SOURCE_CHANGED: {State.TODO, State.IN_PROGRESS},
        Kind.SENT_BACK: {State.TODO, State.IN_PROGRESS},
        Kind.APPROVED: {State.APPROVED},
    }
    return user.pk == job.assignee_id and job.state in states.get(event.kind, ())


def reader(pk, *preferences):
    """The active user of this number who has an address and wants mail in one of these ways, or None."""
    user = get_user_model().objects.filter(pk=pk, is_active=True).exclude(email="").first()
    return user if user and preference_of(user) in preferences else None


def language_of(user):
    """The language in which somebody uses the CMS."""
    chosen = UserProfile.objects.filter(user=user).values_list("preferred_language", flat=True).first()
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


# The mails


@outbox.composes(EVENT)
def event_mail(row):
    """What happened to a job, at once; None when it does not hold any more."""
    user = reader(row.turn, When.AT_ONCE)
    event = events().filter(pk=row.about).first()
    if user is None or event is None or not holds(event, user):
        return None
    with override(language_of(user)):
        return letter_mail(user, event_letter(event), reply_to=event.user.email if event.user else "")


@outbox.composes(WORK)
def work_mail(row):
    """The new work of somebody, of one job or of many; None when there is none any more."""
    user = reader(row.about, When.AT_ONCE)
    if user is None:
        return None
    later = OutboxMessage.objects.filter(kind=WORK, about=row.about, pk__gt=row.pk).order_by("pk").first()
    new = events().filter(pk__gte=row.turn, kind__in=GATHERED, job__assignee=user).exclude(user=user)
    if later:
        new = new.filter(pk__lt=later.turn)
    new = [event for event in new if holds(event, user)]
    with override(language_of(user)):
        if len(new) == 1:
            return letter_mail(user, event_letter(new[0]), reply_to=new[0].user.email if new[0].user else "")
        if not new:
            return None
        count = len({event.job_id for event in new})
        headline = ngettext(
            "%(count)s translation has new work for you", "%(count)s translations have new work for you", count
        ) % {"count": count}
        return letter_mail(user, {"subject": headline, "headline": headline, "sections": [section_of_new(new)]})


@outbox.composes(DUE)
def due_mail(row):
    """Reminds whoever has the job of its due date; None when it is another day's, another's, or published."""
    day, when, number = row.turn.rsplit(" ", 2)
    user = reader(number, When.AT_ONCE)
    job = open_jobs().filter(pk=row.about).first()
    if user is None or job is None or job.holder != user or job.due_on is None or job.due_on.isoformat() != day:
        return None
    is_today = job.due_on <= timezone.localdate()
    if is_today != (when == "today"):
        return None
    with override(language_of(user)):
        names = {"title": title_of(job), "day": dates.day_text(job.due_on, weekday=False)}
        headline = gettext("A translation is due today") if is_today else gettext("A translation is due soon")
        letter = {"subject": gettext("Due on %(day)s: %(title)s") % names, "headline": headline, **job_facts(job)}
        return letter_mail(user, letter)


@outbox.composes(DIGEST)
def digest_mail(row):
    """What there is for somebody this morning; None when there is nothing, or it is another day."""
    user = reader(row.about, When.DAILY)
    today = timezone.localdate()
    if user is None or row.turn != today.isoformat():
        return None
    last = OutboxMessage.objects.filter(kind=DIGEST, about=user.pk, pk__lt=row.pk).order_by("pk").last()
    since = max(last.created_at, row.created_at - LONGEST_LOOK_BACK) if last else row.created_at - timedelta(days=1)
    with override(language_of(user)):
        sections = digest_sections(user, since, today)
        if not sections:
            return None
        names = {"day": dates.day_text(today, weekday=False)}
        subject = gettext("Your translations on %(day)s") % names
        return letter_mail(user, {"subject": subject, "headline": subject, "sections": sections})


def digest_sections(user, since, today):
    """What is new since a moment, what is due, and what waits for the person's review, as [{heading, jobs}]."""
    concerns = Q(job__assignee=user) | Q(job__reviewer=user) | Q(job__created_by=user)
    new = [
        event
        for event in events().filter(concerns, created_at__gte=since).exclude(user=user)
        if user in recipients_of(event) and not asks_for_review(event) and holds(event, user)
    ]
    own = [job for job in open_jobs().filter(Q(assignee=user) | Q(reviewer=user)) if job.holder == user]
    due = [job for job in own if job.due_on and job.due_on <= today + DUE_SOON]
    reviews = [job for job in own if job.state == State.REVIEW]
    sections = [
        section_of_new(new),
        section(gettext("Due dates"), [(job, due_text(job, today)) for job in sorted(due, key=lambda job: job.due_on)]),
        section(gettext("Waiting for your review"), [(job, "") for job in reviews]),
    ]
    return [found for found in sections if found["jobs"]]


# What a mail says


def events():
    return JobEvent.objects.select_related(
        "user", "person", "job__assignee", "job__reviewer", "job__created_by",
        "job__translation__source__locale", "job__translation__target_locale",
    )  # fmt: skip


def open_jobs():
    """The jobs on which somebody still has to work."""
    return (
        Job.objects.filter(translation__enabled=True)
        .exclude(state=State.PUBLISHED)
        .select_related("assignee", "reviewer", "translation__source__locale", "translation__target_locale")
    )


def title_of(job):
    """What the source is called."""
    return job.translation.source.object_repr


def job_url(job):
    """The absolute address at which the job goes on: the texts or, for the reviewer, the review."""
    view = "review" if job.state == State.REVIEW else "segments"
    return settings.WAGTAILADMIN_BASE_URL + reverse(f"translations:{view}", args=[job.translation_id])


def due_text(job, today):
    words = gettext("late, was due on %(day)s") if job.due_on < today else gettext("due on %(day)s")
    return words % {"day": dates.day_text(job.due_on, weekday=False)}


def event_text(event):
    """What happened, in a few words."""
    names = {"name": rights.name_of(event.user)} if event.user else {"name": gettext("Somebody")}
    if event.kind == Kind.SOURCE_CHANGED:
        text = ngettext(
            "%(count)s text of the source has changed", "%(count)s texts of the source have changed", event.number or 0
        )
        return text % {"count": event.number or 0}
    return {
        Kind.ASSIGNED: gettext("%(name)s gave it to you"),
        Kind.SENT_BACK: gettext("%(name)s sent it back to you"),
        Kind.APPROVED: gettext("%(name)s approved it: you can publish it"),
        Kind.COMMENTED: gettext("%(name)s wrote a comment"),
    }.get(Kind(event.kind), gettext("%(name)s asks for your review")) % names


def event_letter(event):
    """Subject, headline and content of a mail about one event."""
    subjects = {
        Kind.ASSIGNED: (gettext("To be translated: %(title)s"), gettext("You have a text to translate")),
        Kind.SOURCE_CHANGED: (gettext("The source changed: %(title)s"), gettext("A text that you translate changed")),
        Kind.SENT_BACK: (gettext("Sent back to you: %(title)s"), gettext("The reviewer sent a translation back")),
        Kind.APPROVED: (gettext("Approved: %(title)s"), gettext("Your translation is approved")),
        Kind.COMMENTED: (gettext("Comment: %(title)s"), gettext("There is a comment on a translation")),
    }
    for_review = (gettext("For your review: %(title)s"), gettext("A translation waits for your review"))
    subject, headline = subjects.get(Kind(event.kind), for_review)
    is_word = event.kind in (Kind.SENT_BACK, Kind.COMMENTED, Kind.HANDED_IN, Kind.APPROVED)
    return {
        "subject": subject % {"title": title_of(event.job)},
        "headline": headline,
        "line": f"{event_text(event)}.",
        "quote": event.text if is_word else "",
        **job_facts(event.job),
    }


def job_facts(job):
    """What a mail about one job shows: its title, the facts, and the way to it."""
    translation = job.translation
    languages = f"{translation.source.locale.get_display_name()} → {translation.target_locale.get_display_name()}"
    facts = [
        (gettext("Languages"), languages),
        (gettext("Due date"), dates.day_text(job.due_on) if job.due_on else ""),
        (gettext("Priority"), job.get_priority_display() if job.priority != Job.Priority.NORMAL else ""),
        (gettext("Note"), job.note),
    ]
    return {
        "title": title_of(job),
        "title_language": translation.source.locale.language_code,
        "facts": [{"term": term, "text": text} for term, text in facts if text],
        "url": job_url(job),
        "link": gettext("Open the review") if job.state == State.REVIEW else gettext("Open the translation"),
    }


def section(heading, rows):
    """A list of jobs with a few words on each."""
    items = [
        {
            "title": title_of(job),
            "title_language": job.translation.source.locale.language_code,
            "language": job.translation.target_locale.get_display_name(),
            "text": text,
            "url": job_url(job),
        }
        for job, text in rows
    ]
    return {"heading": heading, "jobs": items}


def section_of_new(new):
    return section(gettext("What is new"), [(event.job, event_text(event)) for event in new])


def letter_mail(user, letter, *, reply_to=""):
    """The mail with this content. Call it with the person's language active."""
    letter = {
        **surroundings(language_of(user)),
        **letter,
        "settings_url": settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_account") + "#tab-notifications",
    }
    return outbox.Mail(
        user.email,
        letter["subject"],
        render_to_string("translations/mail/mail.txt", letter),
        html=render_to_string("translations/mail/mail.html", letter),
        reply_to=reply_to,
        sender_name=letter["site_name"],
        pictures=pictures(letter),
    )
