"""What publishing a page means for its translations."""

from django.dispatch import receiver
from wagtail.signals import page_published

from translations.publishing import publish_ready_translations


@receiver(page_published, dispatch_uid="ready_translations")
def publish_with_source(instance, **kwargs):
    # Scheduling a page that was never live sends the signal too.
    is_first_time = instance.live and instance.first_published_at == instance.last_published_at
    if is_first_time and instance.alias_of_id is None:
        publish_ready_translations(instance)
