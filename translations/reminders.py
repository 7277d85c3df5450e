"""What people are told about translations because time has come: the due date is near, or it is morning."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.utils import timezone

from home import outbox
from translations import mail
from translations.models import JobEvent, MailPreference

MORNING, NOON = 7, 12  # o'clock in the project's time zone
# Who was given a job a moment ago knows when it is due.
AFTER_ASSIGNMENT = timedelta(days=1)


def tell_due():
    """Queue the mails of this morning. Each is queued once, on however many machines this runs."""
    now = timezone.localtime()
    if now.hour >= MORNING:
        remind(now)
    if MORNING <= now.hour < NOON:
        send_digests(now.date())


def remind(now):
    """Queue a reminder some days before a job's due date, and one on it, to those who want mails at once."""
    today = now.date()
    fresh = JobEvent.objects.filter(kind=JobEvent.Kind.ASSIGNED, created_at__gt=now - AFTER_ASSIGNMENT).values("job")
    jobs = mail.open_jobs().filter(due_on__range=(today, today + mail.DUE_SOON)).exclude(pk__in=fresh)
    for job in jobs:
        if job.holder and mail.preference_of(job.holder) == mail.When.AT_ONCE:
            when = "today" if job.due_on == today else "soon"
            outbox.write(mail.DUE, job.pk, turn=f"{job.due_on.isoformat()} {when} {job.holder.pk}")


def send_digests(today):
    """Queue the morning's mail to those who want one a day. Whether there is something to tell, it asks itself."""
    people = get_user_model().objects.filter(is_active=True, translation_mail__when=MailPreference.When.DAILY)
    outbox.write_many(mail.DIGEST, people.exclude(email="").values_list("pk", flat=True), turn=today.isoformat())
