"""Real workers on a real database: one is killed in the middle of an order, two work at once, two people send the same
page at the same time. Everything is done once, and nothing is lost."""

import signal
import threading
import time
from collections import Counter

import pytest
from wagtail.models import Page
from wagtail_localize.models import Translation

from tests.delivering import start_worker
from tests.factories import fresh, make_standard_page, make_user
from tests.served import database_copy, free_port, working_on
from tests.translations.translating import locale
from translations import bulk
from translations.models import BulkAction, BulkItem, Job
from translations.submit import submit

pytestmark = pytest.mark.django_db

State = BulkItem.State
PAGES = 6


@pytest.fixture(scope="module")
def database(django_db_setup, django_db_blocker):
    """(settings, address) of a copy of the test database, made before a test holds a transaction open."""
    with django_db_blocker.unblock(), database_copy() as made:
        yield made


@pytest.fixture
def copy(database, db):
    """The address of the copy, on which this process works too: the workers see what it commits."""
    values, address = database
    with working_on(values):
        yield address


def states(action):
    return Counter(action.items.values_list("state", flat=True))


def wait_for(what, seconds=60):
    until = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < until, what
        time.sleep(0.05)


def test_a_killed_worker_and_its_two_successors_send_every_page_once(copy):
    above = make_standard_page()
    pages = [above, *(make_standard_page(parent=above) for _ in range(PAGES - 1))]
    locales = [locale("sv"), locale("en")]
    action = bulk.begin(BulkAction.Kind.SUBMIT, pages, locales, {"priority": 1}, make_user("Editors"))
    port, workers = free_port(), []
    try:
        workers.append(start_worker(copy, port))
        wait_for(lambda: states(action)[State.DONE] >= 2)
        workers[0].send_signal(signal.SIGKILL)
        workers[0].wait()
        left = states(action)
        assert left[State.WAITING] > 0
        # What it had done stays done; what it had in hand is whole or not there.
        for item in action.items.filter(state=State.DONE):
            page = Page.objects.get(pk=item.object_id)
            assert Job.objects.filter(translation__source__object_id=page.translation_key).exists()
        workers += [start_worker(copy, port), start_worker(copy, port)]
        wait_for(lambda: not states(action)[State.WAITING])
    finally:
        for worker in workers:
            worker.kill()
            worker.wait()
    assert states(action)[State.FAILED] == 0
    for page in pages:
        family = Page.objects.filter(translation_key=page.translation_key)
        assert sorted(family.values_list("locale__language_code", flat=True)) == ["en", "fi", "sv"]
        translations = Translation.objects.filter(source__object_id=page.translation_key)
        assert translations.count() == 2
        assert Job.objects.filter(translation__in=translations, priority=1).count() == 2
        assert not family.filter(live=True).exclude(pk=page.pk).exists()


def test_two_people_who_send_the_same_page_at_once_send_it_once(copy, database):
    above = make_standard_page()
    page = make_standard_page(parent=above)
    barrier, problems = threading.Barrier(2), []

    def send(note):
        # A thread has connections of its own.
        with working_on(database[0]):
            try:
                barrier.wait(10)
                submit(fresh(page), locale("sv"), None, {"note": note})
            except Exception as error:
                problems.append(error)

    threads = [threading.Thread(target=send, args=[note]) for note in ("Yksi", "Kaksi")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert problems == []
    for one in (above, page):
        assert Page.objects.filter(translation_key=one.translation_key, locale=locale("sv")).count() == 1
        assert Job.objects.filter(translation__source__object_id=one.translation_key).count() == 1
