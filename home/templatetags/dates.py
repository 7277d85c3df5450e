"""The one date filter of the site: `{{ value|when }}`, `{{ value|when:"day" }}`."""

import datetime

from django import template
from django.utils.html import format_html

from home import dates

register = template.Library()

FORMS = {
    "full": lambda value: dates.when_text(value),
    "day": lambda value: dates.day_text(value),
    "short": lambda value: dates.day_text(value, weekday=False),
    "month": lambda value: dates.month_text(value),
    "clock": lambda value: dates.clock_text(value),
    "weekday": lambda value: dates.day_text(value).split(" ", 1)[0],
    "sentence": lambda value: dates.on_day_text(value),
}


@register.filter
def when(value, form="full"):
    """Write a date or date-time in the active language, inside `<time>`. Forms: see FORMS. Empty stays empty."""
    if not value:
        return ""
    shown = dates.local(value).date() if form in ("day", "short") and isinstance(value, datetime.datetime) else value
    return format_html('<time datetime="{}">{}</time>', dates.iso_text(shown), FORMS[form](value))


@register.filter
def when_words(value, form="full"):
    """The same in words alone, for attributes, titles and text inside another `<time>`."""
    return FORMS[form](value) if value else ""
