"""Everybody at once, over HTTP, against a real server of several processes: seats, queue and mails stay exact."""

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from bs4 import BeautifulSoup

from home.models import OutboxMessage
from tests.factories import make_training, training_of
from tests.served import running_server, working_on
from tests.trainings.conftest import forget_everybody
from trainings.links import digest_of
from trainings.models import OwnPageLink, Registration

PEOPLE, SEATS, DOUBLE_CLICKERS, CHANGES = 200, 20, 50, 60
SECONDS = 180


class Reader:
    """Somebody with a browser of their own."""

    def __init__(self):
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))

    def get(self, url):
        with self.opener.open(url, timeout=SECONDS) as answer:
            return answer.url, BeautifulSoup(answer.read(), "html.parser")

    def post(self, url, data):
        request = self.opener.open(url, urlencode(data).encode(), timeout=SECONDS)
        with request as answer:
            return answer.url, BeautifulSoup(answer.read(), "html.parser")

    def form(self, url):
        """(address, hidden and default values) of the form of a page."""
        address, soup = self.get(url)
        form = soup.find("main").find("form", method="post")
        values = {
            field["name"]: field.get("value", "")
            for field in form.find_all("input")
            if field.get("name") and field["type"] not in ("radio", "checkbox")
        }
        return urljoin(address, form.get("action") or address), values

    def sign_up(self, url, name, *, clicks=1):
        """What the pages said after so many clicks on one form."""
        address, values = self.form(url)
        values |= {"name": name, "email": f"{name.replace(' ', '-').lower()}@example.org"}
        with ThreadPoolExecutor(clicks) as hands:
            answers = list(hands.map(lambda _: self.post(address, values), range(clicks)))
        return [status_of(soup) for _url, soup in answers]

    def cancel(self, url, *, clicks=1):
        address, values = self.form(url)
        for _ in range(clicks):
            self.post(address, values)


def status_of(soup):
    found = soup.select_one("[data-registration-status]")
    return found["data-registration-status"] if found else "no status"


@pytest.fixture
def server(django_db_setup, django_db_blocker):
    """A server of three processes over a database of its own, on which this process works too."""
    with (
        django_db_blocker.unblock(),
        running_server("--workers", "3", "--threads", "8") as server,
        working_on(server.database),
    ):
        yield server


def all_at_once(work, jobs):
    with ThreadPoolExecutor(len(jobs)) as crowd:
        return list(crowd.map(lambda job: work(*job), jobs))


def numbers(queryset):
    return list(queryset.order_by("number").values_list("number", flat=True))


def mails(kind):
    """(number of the registration, how many mails of this kind), in the order in which the mails were written."""
    rows = OutboxMessage.objects.filter(kind=f"trainings.{kind}").order_by("pk")
    return list(rows.values_list("about", flat=True))


@pytest.mark.django_db
def test_two_hundred_people_for_twenty_seats_and_then_everybody_changes_their_mind(server):
    forget_everybody()
    page = make_training(registration="here", capacity=SEATS)
    people = training_of(page).registrations.all()
    url = f"{server.url}{page.get_url_parts()[2]}ilmoittaudu/"
    storm_of_sign_ups(people, url)
    storm_of_changes(people, url, server)
    assert "Traceback" not in server.log.read_text()


def storm_of_sign_ups(people, url):
    jobs = [(number, 2 if number < DOUBLE_CLICKERS else 1) for number in range(PEOPLE)]
    said = all_at_once(lambda number, clicks: Reader().sign_up(url, f"Myrsky {number}", clicks=clicks), jobs)
    assert all(len(set(statuses)) == 1 for statuses in said)  # both clicks are told the same
    assert Counter(statuses[0] for statuses in said) == {"confirmed": SEATS, "waitlisted": PEOPLE - SEATS}
    assert numbers(people.all()) == list(range(1, PEOPLE + 1))
    assert numbers(people.confirmed()) == list(range(1, SEATS + 1))
    of_person = dict(people.values_list("name", "status"))
    assert [of_person[f"Myrsky {number}"] for number in range(PEOPLE)] == [statuses[0] for statuses in said]
    by_kind = {
        Registration.Status.CONFIRMED: set(people.confirmed().values_list("pk", flat=True)),
        Registration.Status.WAITLISTED: set(people.waitlisted().values_list("pk", flat=True)),
    }
    for kind, expected in by_kind.items():
        assert len(mails(kind)) == len(expected)
        assert set(mails(kind)) == expected
    assert OutboxMessage.objects.count() == PEOPLE


def storm_of_changes(people, url, server):
    dice = random.Random(4)  # noqa: S311 – the same storm each time
    leaving = dice.sample(list(people.confirmed()), 15) + dice.sample(list(people.waitlisted()), CHANGES - 15)
    waiting = set(people.waitlisted().values_list("pk", flat=True))
    for item in leaving:
        OwnPageLink.objects.create(registration=item, digest=digest_of(f"salaisuus-{item.pk}"))
    own_page = f"{server.url}/fi/r/salaisuus-%s/cancel/"
    jobs = [(Reader().cancel, own_page % item.pk, 2 if n < 20 else 1) for n, item in enumerate(leaving)]
    jobs += [(Reader().sign_up, url, f"Tulija {number}") for number in range(CHANGES)]
    dice.shuffle(jobs)
    all_at_once(lambda work, *arguments: run(work, *arguments), jobs)
    active = people.active()
    assert numbers(active.confirmed()) == numbers(active)[:SEATS]
    assert active.count() == PEOPLE
    assert numbers(people.all()) == list(range(1, PEOPLE + CHANGES + 1))
    assert sorted(mails("cancelled")) == sorted(item.pk for item in leaving)
    promoted = mails("promoted")
    assert len(promoted) == len(set(promoted))
    by_pk = dict(people.values_list("pk", "number"))
    assert [by_pk[pk] for pk in promoted] == sorted(by_pk[pk] for pk in promoted)
    seated = set(people.confirmed().values_list("pk", flat=True))
    assert seated & waiting <= set(promoted)
    assert len(mails("waitlisted")) + len(mails("confirmed")) == PEOPLE + CHANGES


def run(work, address, extra):
    return work(address, extra) if isinstance(extra, str) else work(address, clicks=extra)
