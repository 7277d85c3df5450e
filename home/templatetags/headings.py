"""Ids of the headings of a stream: those of the table of contents, and never the same twice on a page."""

import re

from django import template
from django.utils.safestring import mark_safe
from wagtail.rich_text import get_text_for_indexing

from home.blocks.streams import free_anchor

register = template.Library()

HEADING = re.compile(r"<h2([^>]*)>(.*?)</h2>", re.DOTALL)


def used_in(context):
    """The record of the stream, or a new one where a block stands alone, as in the picker's preview."""
    used = context.get("heading_register")
    return {} if used is None else used


@register.simple_tag
def heading_register():
    """An empty record of used ids. A stream's template makes it, its blocks find it in their context."""
    return {}


@register.simple_tag(takes_context=True)
def heading_id(context, text):
    """The id for a heading of this text."""
    return free_anchor(text, used_in(context))


@register.simple_tag(takes_context=True)
def rich_text(context, value):
    """A rich text as HTML, its headings of level two with ids."""
    used = used_in(context)

    def with_id(match):
        attributes, inner = match.groups()
        return f'<h2{attributes} id="{free_anchor(get_text_for_indexing(inner).strip(), used)}">{inner}</h2>'

    return mark_safe(HEADING.sub(with_id, value.__html__()))  # noqa: S308 – Wagtail's own HTML; the id is a slug
