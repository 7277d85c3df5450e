"""The one date filter of the site: `{{ value|when:"day" }}`."""

import datetime

from django import template
from django.utils.html import format_html

from home import dates

register = template.Library()

FORMS = {
    "day": lambda value: dates.day_text(value),
    "short": lambda value: dates.day_text(value, weekday=False),
    "month": lambda value: dates.month_text(value),
    "minute": lambda value: dates.day_text(value, weekday=False) + dates.at_text(dates.clock_text(value)),
    "weekday": lambda value: dates.day_text(value).split(" ", 1)[0],
}


@register.filter
def when(value, form):
    """Write a date or date-time in the active language, inside `<time>`. Forms: see FORMS."""
    if not value:
        return ""
    value = dates.local(value)
    if form != "minute" and isinstance(value, datetime.datetime):
        value = value.date()
    return format_html('<time datetime="{}">{}</time>', dates.iso_text(value), FORMS[form](value))


@register.filter
def when_words(value, form):
    """The same in words alone, for attributes, titles and text inside another `<time>`."""
    return FORMS[form](value) if value else ""
