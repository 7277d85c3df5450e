"""What everybody may see, in one query."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import PageViewRestriction


def listed(pages):
    """The pages of a queryset that a list may show: live, no aliases, and behind no login or password.

    Unlike Wagtail's `public()` this costs no query of its own.
    """
    restrictions = PageViewRestriction.objects.annotate(
        listed_path=ExpressionWrapper(OuterRef("path"), output_field=CharField())
    ).filter(listed_path__startswith=F("page__path"))
    return pages.live().filter(~Exists(restrictions), alias_of__isnull=True).select_related("locale")
