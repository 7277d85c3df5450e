"""What follows from a change: what is remembered is forgotten, ready translations go live with their source."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_published, post_page_move

from home.models import Contact, HyphenException, Organisation, SiteSettings, SiteTexts, Topic
from home.publishing import publish_ready_translations
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


@receiver(page_published, dispatch_uid="ready_translations")
def publish_with_source(instance, **kwargs):
    # Scheduling a page that was never live sends the signal too.
    is_first_time = instance.live and instance.first_published_at == instance.last_published_at
    if is_first_time and instance.alias_of_id is None:
        publish_ready_translations(instance)
