"""Publishing a page of a training mirrors its facts; taking it down or deleting it closes the row of the last one."""

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from trainings.mirroring import mirror
from trainings.models import TrainingPage


@receiver(page_published, sender=TrainingPage, dispatch_uid="mirror_training")
def mirror_facts(instance, **kwargs):
    if instance.alias_of_id is None:
        mirror(instance.translation_key)


@receiver(page_unpublished, sender=TrainingPage, dispatch_uid="close_training")
@receiver(post_delete, sender=TrainingPage, dispatch_uid="close_deleted_training")
def close(instance, **kwargs):
    if instance.alias_of_id is None:
        mirror(instance.translation_key, is_new_version=False)
