"""The newest items of a kind, for blocks and pages that list what other apps hold.

`home` names the page types only as strings. Each type's QuerySet has `newest()`: the order in which a short list
shows its items (coming trainings first for trainings), ready for cards.
"""

from django.apps import apps

KINDS = {
    "posts": ("blog.BlogPage", "blog.BlogIndexPage"),
    "trainings": ("trainings.TrainingPage", "trainings.TrainingIndexPage"),
    "tip_lists": ("tiplists.TipListPage", "tiplists.TipListIndexPage"),
    "municipalities": ("home.MunicipalityPage", "home.MunicipalityIndexPage"),
}


def latest_items(kind, locale_id, count, *, municipality=None):
    """The public items of the kind in the language, newest first, `count` at most or all if it is None.

    `municipality` is the translation key of one.
    """
    pages = apps.get_model(KINDS[kind][0]).objects.listed(locale_id)
    if municipality:
        pages = pages.in_municipality(municipality)
    return pages.newest(count)


def index_pages(locale_id):
    """{kind: {title, url}} of the public index pages of the language."""
    found = {}
    for kind, (_items, index) in KINDS.items():
        page = apps.get_model(index).objects.listed(locale_id).first()
        if page:
            found[kind] = {"title": page.title, "url": page.url}
    return found


def running_municipalities(locale_id):
    """The public municipality pages of the language whose pilot is running, by name."""
    return list(apps.get_model("home.MunicipalityPage").objects.listed(locale_id).running().by_name())
