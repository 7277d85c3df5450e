"""Publishing and unpublishing pages of trainings mirrors their facts; deleting a page closes its row."""

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from trainings.mirroring import mirror
from trainings.models import TrainingPage


@receiver([page_published, page_unpublished], sender=TrainingPage, dispatch_uid="mirror_training")
@receiver(post_delete, sender=TrainingPage, dispatch_uid="mirror_deleted_training")
def mirror_facts(instance, **kwargs):
    if instance.alias_of_id is None:
        mirror(instance.translation_key)
