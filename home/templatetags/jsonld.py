"""Structured data for search engines, written safely into a page."""

import json

from django import template
from django.utils.safestring import mark_safe

register = template.Library()

ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.filter
def as_json(value):
    """A dictionary as JSON for a `<script type="application/ld+json">`; keys without a value are left out."""
    known = {name: item for name, item in value.items() if item not in (None, "", [])}
    return mark_safe(json.dumps(known, ensure_ascii=False).translate(ESCAPES))  # noqa: S308 – escaped above
