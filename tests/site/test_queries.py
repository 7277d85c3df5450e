"""No page costs more than 15 queries once the process is warm, and none costs more as the site grows."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.models import BlogIndexPage, BlogPage
from home.models import (
    Contact,
    MunicipalityIndexPage,
    MunicipalityPage,
    Organisation,
    SiteImage,
    StandardPage,
    Topic,
)
from tests.factories import classify, fresh, index_of, stream, tips
from tests.reading import public_pages
from tiplists.models import TipListIndexPage, TipListPage
from trainings.models import Training, TrainingIndexPage, TrainingPage

pytestmark = pytest.mark.django_db

MOST = 15


def one_of_each_type():
    """The address of the first Finnish page of each type."""
    found = {}
    for page in public_pages():
        if page.locale.language_code == "fi":
            found.setdefault(type(page).__name__, page.url)
    return found


EXTRA_ADDRESSES = {
    "post of the demo with topics": "/fi/blogi/silta-kohti-ihmislahtoista-kuntaa/",
    "contact page": "/fi/yhteystiedot/",
    "blog by topic": "/fi/blogi/?topic=osallisuus",
    "blog by all filters": "/fi/blogi/?topic=osallisuus&municipality=nivala&year=2022",
    "trainings by topic": "/fi/valmennukset/?topic=osallisuus",
    "tip lists by topic": "/fi/vinkkilistat/?topic=osallisuus",
    "coming training": "/fi/valmennukset/osallistava-kokous-kaytannossa/",
    "rss": "/fi/blogi/feed/rss/",
    "atom": "/fi/blogi/feed/atom/",
    "rss by topic": "/fi/blogi/feed/rss/?topic=osallisuus",
    "calendar": "/fi/valmennukset/calendar.ics",
    "calendar of one training": "/fi/valmennukset/osallistava-kokous-kaytannossa/calendar.ics",
    "sitemap index": "/sitemap.xml",
    "sitemap": "/sitemap-fi.xml",
    "robots": "/robots.txt",
    "not found": "/fi/ei-ole/",
    "root": "/",
}


def count_queries(client, address):
    """How many queries a warm process makes for an address."""
    for _ in range(2):
        client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.get(address)
    return len(queries)


def grow(times=10):
    """Make the Finnish tree hold so many times the demo's posts, trainings, tip lists, municipalities and contacts."""
    topics = list(Topic.objects.filter(locale__language_code="fi"))
    places = list(MunicipalityPage.objects.filter(locale__language_code="fi"))
    image = SiteImage.objects.first()
    today = timezone.localdate()
    values = {
        MunicipalityPage: (MunicipalityIndexPage, lambda n: {"pilot_state": "running", "pilot_title": f"Kokeilu {n}"}),
        TipListPage: (TipListIndexPage, lambda n: {"tips": tips(3 + n % 17)}),
        BlogPage: (
            BlogIndexPage,
            lambda n: {"body": stream(("rich_text", "<p>Teksti.</p>")), "published_on": today - timedelta(days=n)},
        ),
        TrainingPage: (
            TrainingIndexPage,
            lambda n: {"starts_on": today + timedelta(days=n - 20), "registration": "none"},
        ),
    }
    for model, (index, extra) in values.items():
        parent = index_of(index)
        for number in range(model.objects.filter(locale=parent.locale).count() * (times - 1)):
            page = model(
                title=f"{model.__name__} {number}", summary="Lyhyesti.", live=True, locale=parent.locale, image=image,
                image_is_decorative=True, first_published_at=timezone.now(), last_published_at=timezone.now(),
                **extra(number),
            )  # fmt: skip
            if model is not MunicipalityPage:
                classify(page, topics[number % 3 : number % 3 + 3], places[number % 4 : number % 4 + 2])
            parent.add_child(instance=page)
            if model is TrainingPage:
                Training.objects.create(key=page.translation_key, is_published=True, **page.facts())
    team = {"locale": places[0].locale, "photo": image, "organisation": Organisation.objects.first()}
    people = [Contact.objects.create(title=f"Ohjaaja {number}", **team) for number in range(times)]
    for place in places:
        place.contacts = stream(*(("contact", person.pk) for person in people))
        place.save()


def test_every_page_type_costs_at_most_fifteen_queries_however_many_pages_there_are(client):
    addresses = {**one_of_each_type(), **EXTRA_ADDRESSES}
    assert len(one_of_each_type()) == 11
    before = {name: count_queries(client, address) for name, address in addresses.items()}
    assert {name: count for name, count in before.items() if count > MOST} == {}
    pages = BlogPage.objects.count()
    grow()
    assert BlogPage.objects.count() > 3 * pages
    after = {name: count_queries(client, address) for name, address in addresses.items()}
    grown = {name: (before[name], count) for name, count in after.items() if count > before[name]}
    assert grown == {}


def test_a_page_whose_lists_fill_themselves_costs_no_query_for_each_item(client):
    body = stream(
        *(("latest", {"heading": kind, "kind": kind, "count": 12}) for kind in ("posts", "trainings", "tip_lists"))
    )
    page = StandardPage.objects.get(role="results", locale__language_code="fi")
    page.body = body
    page.save_revision().publish()
    before = count_queries(client, page.url)
    grow(2)
    assert count_queries(client, page.url) <= before <= MOST


def test_the_first_request_after_a_change_costs_no_query_for_each_page_either(client):
    """A change of any page forgets what was remembered: this is what the next reader pays."""
    addresses = one_of_each_type()

    def cold(address):
        client.get(address)
        fresh(StandardPage.objects.get(role="cookies", locale__language_code="fi")).save()
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    before = {name: cold(address) for name, address in addresses.items()}
    grow(3)
    # The home page and the municipality index show at most 30 and all municipalities: their pictures come from a cache.
    assert {
        name: (before[name], count)
        for name, address in addresses.items()
        if (count := cold(address)) > before[name] + 5
    } == {}
