"""Trainings as iCalendar (RFC 5545): one event, or a calendar to subscribe to.

Times are in UTC, a day without a known time is an all-day event. A training of several days with a programme has an
event for each day. The UID stays the same for ever and in every language; SEQUENCE grows with each change.
"""

from datetime import UTC, timedelta
from itertools import groupby
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.utils import timezone
from icalendar import Calendar, Event


def spans(training):
    """(suffix of the UID, start, end) of each event: date-times, or dates for all-day events (end exclusive)."""
    sessions = list(training.sessions.all()) if training.pk else []
    days = [(day, list(items)) for day, items in groupby(sessions, key=lambda item: timezone.localdate(item.starts))]
    if len(days) > 1:
        return [
            (f"-{day:%Y%m%d}", items[0].starts, max(item.ends or item.starts for item in items)) for day, items in days
        ]
    if training.is_all_day:
        return [("", training.first_day, training.last_day + timedelta(days=1))]
    return [("", training.starts, training.ends)]


def events(page):
    """The events of one training page."""
    training = page.training
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname
    for suffix, start, end in spans(training):
        event = Event()
        event.add("uid", f"{training.key}{suffix}@{host}")
        event.add("dtstamp", training.changed_at or timezone.now())
        event.add("sequence", training.sequence)
        event.add("dtstart", start.astimezone(UTC) if hasattr(start, "hour") else start)
        if end > start:  # a moment has no end: DTEND must be later (RFC 5545, 3.8.2.2)
            event.add("dtend", end.astimezone(UTC) if hasattr(end, "hour") else end)
        event.add("summary", page.title)
        event.add("description", f"{page.summary}\n\n{page.full_url}")
        event.add("url", page.full_url)
        if page.place_text:
            event.add("location", page.place_text)
        event.add("status", "CANCELLED" if training.is_cancelled else "CONFIRMED")
        yield event


def calendar_response(name, pages, *, filename):
    """An iCalendar file of the pages' trainings."""
    calendar = Calendar()
    calendar.add("prodid", "-//Yhdessa osallisuutta//Trainings//FI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    prefetch_related_objects([page.training for page in pages if page.training.pk], "sessions")
    for page in pages:
        for event in events(page):
            calendar.add_component(event)
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response
