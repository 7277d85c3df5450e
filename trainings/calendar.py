"""Trainings as iCalendar (RFC 5545): one event, a calendar to subscribe to, or the event of one participant.

Times are in UTC, a day without a known time is an all-day event. A training of several days with a programme has an
event for each day, numbered in their order: a day that is moved keeps its event. The UID stays the same for ever and
in every language; SEQUENCE grows with each change.
"""

from datetime import UTC, timedelta
from email.utils import parseaddr
from itertools import groupby
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext, override
from icalendar import Calendar, Event, vCalAddress


def site_host():
    return urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname


def spans(training):
    """(suffix of the UID, start, end) of each event: date-times, or dates for all-day events (end exclusive)."""
    sessions = list(training.sessions.all()) if training.pk else []
    days = [(day, list(items)) for day, items in groupby(sessions, key=lambda item: timezone.localdate(item.starts))]
    if len(days) > 1:
        return [
            (f"-{number}", items[0].starts, max(item.ends or item.starts for item in items))
            for number, (_day, items) in enumerate(days, 1)
        ]
    if training.is_all_day:
        return [("", training.first_day, training.last_day + timedelta(days=1))]
    return [("", training.starts, training.ends)]


def bare_events(training, *, sequence, stamp, is_cancelled):
    """The events of a training with what does not depend on a language or a reader."""
    host = site_host()
    for suffix, start, end in spans(training):
        event = Event()
        event.add("uid", f"{training.key}{suffix}@{host}")
        event.add("dtstamp", stamp)
        event.add("sequence", sequence)
        event.add("dtstart", start.astimezone(UTC) if hasattr(start, "hour") else start)
        if end > start:  # a moment has no end: DTEND must be later (RFC 5545, 3.8.2.2)
            event.add("dtend", end.astimezone(UTC) if hasattr(end, "hour") else end)
        event.add("status", "CANCELLED" if is_cancelled else "CONFIRMED")
        yield event


def events(page):
    """The events of one training page."""
    training = page.training
    stamp = training.changed_at or timezone.now()
    for event in bare_events(training, sequence=training.sequence, stamp=stamp, is_cancelled=training.is_cancelled):
        event.add("summary", page.title)
        event.add("description", f"{page.summary}\n\n{page.full_url}")
        event.add("url", page.full_url)
        if page.place_text:
            event.add("location", page.place_text)
        yield event


def new_calendar(method):
    calendar = Calendar()
    calendar.add("prodid", f"-//{site_host()}//Trainings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    return calendar


def own_calendar(registration, *, is_cancelled=False):
    """The training in a participant's own calendar, in their language, as icalendar's Calendar.

    The same UID as in the public files, so that it takes the place of an event that was fetched there. Only here the
    online meeting's address is told, to those who may know it. `is_cancelled` takes the event out of the calendar.
    """
    training, page = registration.training, registration.page
    calendar = new_calendar("CANCEL" if is_cancelled else "PUBLISH")
    # A cancelled participant's event is newer than the one before, and that of whoever comes again newer still.
    times_cancelled = training.registrations.cancelled().of_person(registration.email).count()
    with override(registration.language):
        place = registration.meeting_url or registration.place_text
        lines = [page.summary, "", page.full_url] if page else []
        if registration.meeting_url:
            lines += ["", gettext("Online meeting: %(address)s") % {"address": registration.meeting_url}]
        for event in bare_events(
            training,
            sequence=training.sequence + times_cancelled,
            stamp=timezone.now(),
            is_cancelled=is_cancelled or training.is_cancelled,
        ):
            event.add("summary", page.title if page else training.name)
            event.add("organizer", organizer(training))
            if lines:
                event.add("description", "\n".join(lines))
            if page:
                event.add("url", page.full_url)
            if place:
                event.add("location", place)
            calendar.add_component(event)
    return calendar


def organizer(training):
    """Who publishes or cancels (RFC 5546 asks for it): the contact or, without one, the address of all mail."""
    contact = training.contact
    address = contact.email if contact and contact.email else parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    return vCalAddress(f"mailto:{address}")


def calendar_response(name, pages, *, filename):
    """An iCalendar file of the pages' trainings."""
    calendar = new_calendar("PUBLISH")
    calendar.add("x-wr-calname", name)
    prefetch_related_objects([page.training for page in pages if page.training.pk], "sessions")
    for page in pages:
        for event in events(page):
            calendar.add_component(event)
    return response_of(calendar, filename=filename)


def response_of(calendar, *, filename):
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response
