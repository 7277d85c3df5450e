"""What the worker does for lists."""

from django_tasks import task

from tiplists import files
from tiplists.models import TipListPage


@task()
def make_files(page_id):
    """Make the printed files of a list that is public still."""
    page = TipListPage.objects.live().filter(pk=page_id).first()
    if page:
        files.make_all(page)
