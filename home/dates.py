"""Dates and times in words, as each language writes them (product.md, section 9).

fi `keskiviikko 9.12.2026 klo 9.00–15.30`, sv `onsdag 9.12.2026 kl. 9.00–15.30`,
en `Wednesday 9 December 2026, 9:00–15:30`. Times are in the project's time zone; a no-break space stands after
"klo" and "kl.", an en dash without spaces between times.
"""

import datetime

from django.utils import dateformat, timezone
from django.utils.translation import get_language, override

NBSP = "\u00a0"
WEEKDAY_TIME_JOIN = {"fi": f" klo{NBSP}", "sv": f" kl.{NBSP}"}


def local(value):
    """A date-time in the project's time zone, whichever a user of the CMS has chosen; a plain date as it is."""
    if isinstance(value, datetime.datetime) and timezone.is_aware(value):
        return timezone.localtime(value, timezone.get_default_timezone())
    return value


def day_text(value, *, weekday=True, language=None):
    """`keskiviikko 9.12.2026`, `onsdag 9.12.2026`, `Wednesday 9 December 2026`."""
    language = language or get_language()
    value = local(value)
    with override(language):
        if language in ("fi", "sv"):
            day = f"{value.day}.{value.month}.{value.year}"
        else:
            day = f"{value.day} {dateformat.format(value, 'F Y')}"
        if not weekday:
            return day
        name = dateformat.format(value, "l")
        return f"{name.lower() if language in ('fi', 'sv') else name} {day}"


def month_text(value, *, language=None):
    """`tammikuu 2022`, `januari 2022`, `January 2022`."""
    language = language or get_language()
    with override(language):
        name = dateformat.format(value, "F")
        return f"{name.lower() if language in ('fi', 'sv') else name} {value.year}"


def clock_text(value, *, language=None):
    """`9.00` in Finnish and Swedish, `9:00` in English; minutes always shown."""
    value = local(value)
    separator = "." if (language or get_language()) in ("fi", "sv") else ":"
    return f"{value.hour}{separator}{value.minute:02d}"


def clock_range_text(start, end=None, *, language=None):
    """`9.00–15.30`, or the start alone."""
    text = clock_text(start, language=language)
    return f"{text}–{clock_text(end, language=language)}" if end else text


def at_text(text, *, language=None):
    """The words that join a day and a time: ` klo 9.00`, ` kl. 9.00`, `, 9:00`."""
    return WEEKDAY_TIME_JOIN.get(language or get_language(), ", ") + text


def when_text(start, end=None, *, all_day=False, language=None):
    """A time or span in words. `start` and `end` are date-times (or dates, then no clock is shown)."""
    start, end = local(start), local(end) if end else None
    has_clock = isinstance(start, datetime.datetime) and not all_day
    first = start.date() if isinstance(start, datetime.datetime) else start
    last = (end.date() if isinstance(end, datetime.datetime) else end) if end else first
    text = day_text(first, language=language)
    if first == last:
        if has_clock:
            text += at_text(clock_range_text(start, end, language=language), language=language)
        return text
    if has_clock:
        text += at_text(clock_text(start, language=language), language=language)
    text += " – " + day_text(last, language=language)
    if has_clock:
        text += at_text(clock_text(end, language=language), language=language)
    return text


def iso_text(value):
    """For `<time datetime>`: a date, or a date-time with its offset."""
    value = local(value)
    return value.isoformat(timespec="minutes") if isinstance(value, datetime.datetime) else value.isoformat()
