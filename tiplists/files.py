"""Making, keeping and serving the files of printed lists.

A file is kept under the key of all that it shows (`home.typesetting.key_of`), so that one which is out of date is
never served; it is made when a list is published, by the worker, and on the first request if it is missing.
"""

import io
import logging
from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from home.rendered import storage
from home.typesetting import TypesettingError, key_of, one_at_a_time, typeset
from tiplists import printing
from tiplists.models import PrintedFile

logger = logging.getLogger(__name__)

# After a failure the same content is tried again no sooner.
REST = timedelta(minutes=5)


def current(page, variant):
    """The file of what is public now: the stored one, or one made now; the last good one if that fails.

    Raises KeyError for an unknown variant, TypesettingError if it cannot be made and there is none to fall back on.
    """
    key = page.remembered(f"print-{variant}", lambda: key_of(printing.job(page, variant)))
    rows = PrintedFile.objects.filter(page_id=page.pk, variant=variant)
    found = rows.first()
    if is_ready(found, key):
        return found
    with one_at_a_time(f"list-{page.pk}-{variant}"):
        found = rows.first() or PrintedFile(page_id=page.pk, variant=variant)
        if is_ready(found, key):
            return found
        try:
            if found.failed_key == key and found.failed_at > timezone.now() - REST:
                raise TypesettingError("It failed a moment ago.")
            make(found, printing.job(page, variant))
        except TypesettingError as error:
            if found.failed_key != key or found.failed_at <= timezone.now() - REST:
                logger.error("Page %s cannot be printed as %s: %s", page.pk, variant, error)
                found.failed_key, found.failed_at = key, timezone.now()
                found.save()
            if not (found.name and storage().exists(found.name)):
                raise
    return found


def is_ready(file, key):
    return bool(file and file.key == key and storage().exists(file.name))


def make(file, job):
    """Set a document and keep it as `file`; the files of the same list and form that it replaces are deleted."""
    result = typeset(job)
    key = key_of(job)
    folder = f"tiplists/{file.page_id}"
    content = result.files[0] if job.format == "pdf" else smaller(result.files[0])
    name = storage().save(f"{folder}/{file.variant}-{key[:16]}.{job.format}", ContentFile(content))
    file.key, file.name, file.bytes = key, name, len(content)
    file.facts = result.facts
    file.failed_key, file.failed_at = "", None
    file.save()
    for other in storage().listdir(folder)[1]:
        if other.startswith(f"{file.variant}-") and f"{folder}/{other}" != name:
            storage().delete(f"{folder}/{other}")


def smaller(png):
    """The same picture with 256 colours, a third of the size; what is drawn here has no more."""
    data = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").quantize(256).save(data, "PNG", optimize=True)
    return data.getvalue()


def make_all(page):
    """Make what is missing of a list's files; a form that fails does not keep the others from being made."""
    for variant in (*printing.VARIANTS, *printing.PICTURES):
        try:
            current(page, variant)
        except TypesettingError:
            continue  # told in the log and to the editor by the row


def delete_all(page_id):
    """Delete the files of a list that is no more."""
    folder = f"tiplists/{page_id}"
    if storage().exists(folder):
        for name in storage().listdir(folder)[1]:
            storage().delete(f"{folder}/{name}")
