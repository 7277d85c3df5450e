"""Files that the site makes of its content: kept in the storage "rendered" and served with the page's own rights."""

from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.http import FileResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from home.typesetting import key_of, one_at_a_time, typeset

CONTENT_TYPES = {"pdf": "application/pdf", "png": "image/png"}
# So many of the newest files made to order are kept in a folder: they are made again in a second.
KEPT = 200


def storage():
    return storages["rendered"]


def name_of(folder, job):
    """Where the file of a job made to order lies: its key is its name."""
    return f"{folder}/{key_of(job)}.{job.format}"


def is_stored(name):
    return storage().exists(name)


def make(name, job):
    """Make and keep the file of a job, unless another request has just done so. Raises TypesettingError."""
    with one_at_a_time(name):
        if not is_stored(name):
            storage().save(name, ContentFile(typeset(job).files[0]))
            clear(name.rpartition("/")[0])


def clear(folder):
    """Delete all but the newest files of a folder."""
    names = [f"{folder}/{name}" for name in storage().listdir(folder)[1]]
    if len(names) > KEPT:
        for name in sorted(names, key=storage().get_modified_time)[:-KEPT]:
            storage().delete(name)


def response(request, name, title, *, canonical):
    """A stored file under a name that a person can read, or 304 to whoever has it.

    What a file shows is in its name (`key_of`), so that the name is its ETag too. `canonical`: the address of the page
    that tells the same.
    """
    stem, _dot, kind = name.rpartition("/")[2].rpartition(".")
    etag = f'"{stem}"'
    answer = get_conditional_response(request, etag=etag)
    if answer is None:
        answer = FileResponse(storage().open(name), content_type=CONTENT_TYPES[kind])
        answer["Content-Disposition"] = content_disposition_header(False, f"{title.replace('/', '-')}.{kind}")
    answer["ETag"] = etag
    answer["Cache-Control"] = "no-cache"
    answer["Link"] = f'<{canonical}>; rel="canonical"'
    return answer
