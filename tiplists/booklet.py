"""The lists that a reader ticks, as one PDF with cover, contents and page numbers."""

from django.utils.translation import gettext, ngettext

from home.printed import surroundings
from home.typesetting import Job, printable
from tiplists.printing import print_data

MOST_LISTS = 20


def job(index, pages):
    """The typesetter's job for lists of the language of their index, in the order given."""
    number = len(pages)
    data = {
        **surroundings(index),
        "title": printable(index.title),
        "count": ngettext("%(count)s tip list", "%(count)s tip lists", number) % {"count": number},
        "contents": gettext("Contents"),
        "lists": [print_data(page) for page in pages],
    }
    return Job("booklet.typ", data, {})
