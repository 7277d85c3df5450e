"""Lists of pages with filters that combine, are crawlable and need no JavaScript.

Addresses: `?topic=<slug>&municipality=<slug>&year=<year>&page=<number>`, the same names on every index. One filter
may be indexed by search engines; combinations and unknown values may not.
"""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext

from home.remembered import remember

PAGE_SIZE = 12


@dataclass(frozen=True)
class Filter:
    """One way to narrow a list. `options` maps the value of the address to its label."""

    name: str
    label: str
    options: dict
    apply: Callable[[QuerySet, str], QuerySet]


class Listing:
    """One page of a filtered list, and the links around it.

    `queryset` is narrowed by each filter whose value the address names. A value that no filter knows gives an empty
    list; a page number beyond the end gives the last page.
    """

    def __init__(self, request, queryset, filters=()):
        self.path = request.path
        self.chosen = {item.name: request.GET[item.name] for item in filters if request.GET.get(item.name, "").strip()}
        self.has_unknown = False
        for item in filters:
            value = self.chosen.get(item.name)
            if value is None:
                continue
            if value in item.options:
                queryset = item.apply(queryset, value)
            else:
                queryset, self.has_unknown = queryset.none(), True
        self.available = [item for item in filters if item.options]
        self.page = Paginator(queryset, PAGE_SIZE).get_page(request.GET.get("page"))

    @cached_property
    def items(self):
        return list(self.page.object_list)

    @property
    def is_filtered(self):
        return bool(self.chosen)

    @property
    def clear_url(self):
        return self.path

    def address(self, number=1, **changes):
        """The address of this list with other filters (None takes one away) or on another page."""
        query = {name: value for name, value in {**self.chosen, **changes}.items() if value}
        if number > 1:
            query["page"] = number
        return f"{self.path}?{urlencode(query)}" if query else self.path

    @property
    def canonical_query(self):
        return self.address(self.page.number).removeprefix(self.path)

    @property
    def robots(self):
        """`noindex` for combinations of filters and for values that do not exist."""
        return "noindex, follow" if len(self.chosen) > 1 or self.has_unknown else ""

    @property
    def filters(self):
        return [
            {
                "name": item.name,
                "label": item.label,
                "clear_url": self.address(**{item.name: None}) if item.name in self.chosen else None,
                "options": [
                    {
                        "label": label,
                        "url": self.address(**{item.name: value}),
                        "is_selected": self.chosen.get(item.name) == value,
                    }
                    for value, label in item.options.items()
                ],
            }
            for item in self.available
        ]

    @property
    def page_links(self):
        numbers = self.page.paginator.get_elided_page_range(self.page.number, on_each_side=2, on_ends=1)
        return [
            {
                "number": number,
                "url": self.address(number) if isinstance(number, int) else None,
                "is_current": number == self.page.number,
            }
            for number in numbers
        ]

    @property
    def previous_url(self):
        return self.address(self.page.previous_page_number()) if self.page.has_previous() else None

    @property
    def next_url(self):
        return self.address(self.page.next_page_number()) if self.page.has_next() else None

    def add_to(self, context):
        """Put the listing into a page's context, with its own canonical address and robots rule."""
        context["listing"] = self
        context["canonical"] += self.canonical_query if not self.has_unknown else ""
        context["meta"]["robots"] = self.robots
        if self.page.number > 1:
            context["meta"]["title"] = gettext("%(title)s, page %(number)s") % {
                "title": context["meta"]["title"],
                "number": self.page.number,
            }


def topic_filter(locale_id):
    """Narrow by a topic of the language."""
    from home.models import Topic

    topics = remember(
        f"topics-{locale_id}",
        lambda: list(Topic.objects.filter(locale_id=locale_id).values_list("slug", "name", "translation_key")),
    )
    keys = {slug: key for slug, _name, key in topics}
    return Filter(
        "topic",
        gettext("Topic"),
        {slug: name for slug, name, _key in topics},
        lambda pages, slug: pages.about_topic(keys[slug]),
    )


def municipalities(locale_id):
    """(slug, title, translation key) of each municipality that is public in the language, by name."""
    from home.models import MunicipalityPage

    return remember(
        f"municipalities-{locale_id}",
        lambda: [
            (page.slug, page.title, page.translation_key)
            for page in MunicipalityPage.objects.listed(locale_id).by_name()
        ],
    )


def municipality_filter(locale_id):
    """Narrow by a municipality of the language."""
    places = municipalities(locale_id)
    keys = {slug: key for slug, _title, key in places}
    return Filter(
        "municipality",
        gettext("Municipality"),
        {slug: title for slug, title, _key in places},
        lambda pages, slug: pages.in_municipality(keys[slug]),
    )
