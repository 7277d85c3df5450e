"""Soft hyphens in visible headings: `{{ page.title|soft_hyphens }}`. Nowhere else: screen readers stumble over them."""

import re

from django import template
from django.conf import settings
from django.utils.safestring import SafeData
from django.utils.translation import get_language

from home import words

register = template.Library()

MARKUP = re.compile(r"(<[^>]*>|&#?\w+;)")


@register.filter(is_safe=True)
def soft_hyphens(value):
    """The text with soft hyphens for the active language; escaped as it would be without them."""
    if value is None:
        return ""
    language = get_language() or settings.LANGUAGE_CODE
    if not isinstance(value, SafeData):
        return words.soft_hyphens(str(value), language)
    pieces = MARKUP.split(value)
    pieces[::2] = [words.soft_hyphens(piece, language) for piece in pieces[::2]]
    return "".join(pieces)
