"""What publishing a page, or saving a snippet, means for its translations."""

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Page, TranslatableMixin
from wagtail.signals import page_published
from wagtail_localize.models import StringTranslation

from translations import sync
from translations.markup import plain
from translations.publishing import publish_ready_translations
from translations.tasks import sync_source


@receiver(page_published, dispatch_uid="ready_translations")
def publish_with_source(instance, **kwargs):
    # Scheduling a page that was never live sends the signal too.
    is_first_time = instance.live and instance.first_published_at == instance.last_published_at
    if is_first_time and instance.alias_of_id is None:
        publish_ready_translations(instance)


@receiver(page_published, dispatch_uid="sync_translations")
def sync_with_source(instance, **kwargs):
    if instance.live and instance.alias_of_id is None and (source := followed_source(instance)):
        transaction.on_commit(lambda: sync_source.enqueue(source.pk))


@receiver(post_save, dispatch_uid="sync_translations_of_snippets")
def sync_with_snippet(sender, instance, raw=False, **kwargs):
    if raw or not issubclass(sender, TranslatableMixin) or issubclass(sender, Page):
        return
    if source := followed_source(instance):
        transaction.on_commit(lambda: sync_source.enqueue(source.pk) if sync.has_changed(source) else None)


def followed_source(instance):
    """The TranslationSource of an object that has followed translations, or None."""
    return sync.followed_sources().filter(object=instance.translation_key, locale=instance.locale_id).first()


@receiver(post_save, sender=StringTranslation, dispatch_uid="title_as_it_reads")
def show_title_as_it_reads(instance, **kwargs):
    """wagtail-localize has just written the title into the page's draft title, entities and all."""
    if instance.context_id and instance.context.path == "title" and "&" in instance.data:
        Page.objects.filter(translation_key=instance.context.object_id, locale=instance.locale_id).update(
            draft_title=plain(instance.data)
        )
