"""Publishing a list has its files made; deleting it deletes them."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import page_published

from tiplists import files
from tiplists.models import TipListPage
from tiplists.tasks import make_files


@receiver(page_published, sender=TipListPage, dispatch_uid="make_printed_files")
def make_printed_files(instance, **kwargs):
    if instance.live and instance.alias_of_id is None:
        transaction.on_commit(partial(make_files.enqueue, instance.pk))


@receiver(post_delete, sender=TipListPage, dispatch_uid="delete_printed_files")
def delete_printed_files(instance, **kwargs):
    transaction.on_commit(partial(files.delete_all, instance.pk))
