"""Forget what is cached of the frame as soon as something in it may have changed."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import post_page_move

from home import frame
from home.models import Organisation, SiteSettings, SiteTexts

ROWS_IN_FRAME = (Organisation, Page, PageViewRestriction, Site, SiteSettings, SiteTexts)


@receiver(post_page_move, dispatch_uid="frame_of_pages")
def forget_after_move(**kwargs):
    frame.forget()


@receiver([post_save, post_delete], dispatch_uid="frame_of_rows")
def forget_after_row_change(sender, **kwargs):
    if issubclass(sender, ROWS_IN_FRAME):
        frame.forget()
