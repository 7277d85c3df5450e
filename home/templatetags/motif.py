"""Template tags for the rug, the ribbon, the mark and the EU emblem."""

from django import template
from django.utils.translation import gettext

from home import motif

register = template.Library()

# Width and height follow the place's shape at its usual size; what does not fit is cut off evenly.
SIZES = {
    "hero": {"width": 640, "height": 560, "pick": 13, "bare": 92, "detail": 2, "position": "xMinYMin"},
    "poster": {"width": 380, "height": 440, "pick": 12, "bare": 54, "detail": 2, "position": "xMidYMax"},
    "card": {"width": 360, "height": 144, "pick": 12, "detail": 1},
    "strip": {"width": 960, "height": 60, "pick": 12, "detail": 1},
    "thumb": {"width": 96, "height": 120, "pick": 12, "detail": 0},
}


@register.simple_tag
def rug(seed, size="card"):
    """The rug that belongs to a seed (a slug or translation key), in one of the named sizes."""
    return motif.rug(str(seed), **SIZES[size])


@register.simple_tag
def ribbon(seed, width=1440):
    """A woven ribbon across the page, or across a card of `width` units."""
    return motif.ribbon(str(seed), width=width)


@register.simple_tag
def mark():
    """The site's mark."""
    return motif.mark()


@register.simple_tag
def emblem():
    """The emblem of the European Union with its alternative text in the page's language."""
    return motif.emblem(gettext("Flag of the European Union"))
