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
from django.utils.translation import gettext
from icalendar import Calendar, Event

from trainings.facts import place_text


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
    return events_of(page.training, page.title, [page.summary, page.full_url], page.place_text, url=page.full_url)


def events_of(training, title, lines, place, *, url=""):
    """The events of a training in these words. `lines`: the paragraphs of the description."""
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname
    for suffix, start, end in spans(training):
        event = Event()
        event.add("uid", f"{training.key}{suffix}@{host}")
        event.add("dtstamp", training.changed_at or timezone.now())
        event.add("sequence", training.sequence)
        event.add("dtstart", start.astimezone(UTC) if hasattr(start, "hour") else start)
        if end > start:  # a moment has no end: DTEND must be later (RFC 5545, 3.8.2.2)
            event.add("dtend", end.astimezone(UTC) if hasattr(end, "hour") else end)
        event.add("summary", title)
        if lines:
            event.add("description", "\n\n".join(lines))
        if url:
            event.add("url", url)
        if place:
            event.add("location", place)
        event.add("status", "CANCELLED" if training.is_cancelled else "CONFIRMED")
        yield event


def own_calendar(registration, page, meeting_url=""):
    """The training as a file for one who has a seat, with the address of the meeting if that is for them.

    `page`: the page that tells of it, or None when it has none any more.
    """
    training = registration.training
    title, url = (page.title, page.full_url) if page else (training.name, "")
    place = page.place_text if page else place_text(training, training.place)
    lines = [page.summary, url] if page else []
    if meeting_url:
        lines = [gettext("Online meeting: %(address)s") % {"address": meeting_url}, *lines]
    return response_of(title, events_of(training, title, lines, place, url=url), filename="calendar.ics")


def calendar_response(name, pages, *, filename):
    """An iCalendar file of the pages' trainings."""
    prefetch_related_objects([page.training for page in pages if page.training.pk], "sessions")
    return response_of(name, (event for page in pages for event in events(page)), filename=filename)


def response_of(name, vevents, *, filename):
    calendar = Calendar()
    calendar.add("prodid", "-//Yhdessa osallisuutta//Trainings//FI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for event in vevents:
        calendar.add_component(event)
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response
