"""What translators and reviewers are told by mail, at once or in the morning, and that they may choose."""

from home import outbox
from translations.models import JobEvent, MailPreference

Kind, When = JobEvent.Kind, MailPreference.When

EVENT = "translations.event"


def recipient_of(event):
    """Whom an event concerns, or None. Nobody is told of what they did themselves."""
    job = event.job
    if event.kind in (Kind.ASSIGNED, Kind.SENT_BACK, Kind.SOURCE_CHANGED):
        user = job.assignee
    elif event.kind == Kind.HANDED_IN:
        user = job.reviewer
    else:
        return None
    return None if user is None or user.pk == event.user_id else user


def preference_of(user):
    """When somebody wants to be told: a MailPreference.When."""
    row = MailPreference.objects.filter(user=user).first()
    return When(row.when) if row else When.AT_ONCE


def tell(event):
    """Queue the mail about an event, if somebody wants one at once. Call it inside the event's transaction."""
    user = recipient_of(event)
    if user and preference_of(user) == When.AT_ONCE:
        outbox.write(EVENT, event.pk)
