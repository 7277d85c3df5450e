"""What is done in the background when a source has changed."""

from django_tasks import task
from wagtail_localize.models import TranslationSource

from translations import sync


@task()
def sync_source(pk):
    """Bring the translations of one source up to date."""
    if source := TranslationSource.objects.filter(pk=pk).first():
        sync.sync(source)
