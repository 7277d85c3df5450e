"""What follows from a change: what is remembered of pages and rows is forgotten."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import post_page_move

from home.models import Contact, HyphenException, Organisation, SiteSettings, SiteTexts, Topic
from home.remembered import forget

SHOWN_ON_MANY_PAGES = (
    Contact,
    HyphenException,
    Organisation,
    Page,
    PageViewRestriction,
    Site,
    SiteSettings,
    SiteTexts,
    Topic,
)


@receiver(post_page_move, dispatch_uid="frame_of_pages")
def forget_after_move(**kwargs):
    forget()


@receiver([post_save, post_delete], dispatch_uid="frame_of_rows")
def forget_after_row_change(sender, **kwargs):
    if issubclass(sender, SHOWN_ON_MANY_PAGES):
        forget()
