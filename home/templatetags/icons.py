"""`{% icon "talk" %}`: a line drawing of the site's own set, in the colour of the text around it."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

register = template.Library()

# Those that an editor may choose for a tip, and the site's own.
TIP_ICONS = "talk listen people time place food write phone calendar heart question check"
OWN_ICONS = "arrow download external info mail play tip warning"
NAMES = frozenset(f"{TIP_ICONS} {OWN_ICONS}".split())


@register.simple_tag
def icon(name):
    """The drawing as inline SVG, hidden from assistive technology; nothing for an unknown name."""
    if name not in NAMES:
        return ""
    return mark_safe(render_to_string(f"includes/icons/{name}.svg").strip())  # noqa: S308 – a file of ours
