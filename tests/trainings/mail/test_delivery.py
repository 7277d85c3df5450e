"""Nothing is lost: real workers, a real mail server that is down, slow, rude and up again, and a worker killed."""

import asyncio
import socket
import threading
import time
from collections import Counter
from contextlib import closing
from email import message_from_bytes
from email.policy import default

import pytest
from aiosmtpd.controller import Controller

from home import outbox
from home.models import OutboxMessage
from tests.delivering import start_worker
from tests.factories import make_training, person, training_of
from tests.served import database_copy, free_port, working_on
from tests.trainings.conftest import forget_everybody
from trainings import registration

pytestmark = pytest.mark.django_db

State = OutboxMessage.State
PEOPLE = 12
REFUSED = "ei-ole@example.org"


class Mailbox:
    """What the server received, as {address: [Message-ID]}. It can dawdle, hold a mail back, and refuse an address."""

    def __init__(self):
        self.received = {}
        self.seconds = 0.0
        self.is_holding = False
        self.is_refusing = True
        self.holds = threading.Event()

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if address == REFUSED and self.is_refusing:
            return "550 No such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        mail = message_from_bytes(envelope.content, policy=default)
        self.received.setdefault(envelope.rcpt_tos[0], []).append(mail["Message-ID"])
        if self.is_holding:
            # It has the mail, and has not said so: whoever is killed now will send it again.
            self.is_holding = False
            self.holds.set()
            await asyncio.sleep(30)
        await asyncio.sleep(self.seconds)
        return "250 OK"


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
        forget_everybody()
        yield address


@pytest.fixture
def start(copy, port):
    """Start a worker; all are ended with the test."""
    started = []

    def begin():
        started.append(start_worker(copy, port))
        return started[-1]

    yield begin
    for worker in started:
        worker.kill()
        worker.wait()


@pytest.fixture
def port():
    return free_port()


def wait_for(what, seconds=25):
    until = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < until, (what, Counter(OutboxMessage.objects.values_list("state", flat=True)))
        time.sleep(0.1)


def states():
    return Counter(OutboxMessage.objects.filter(kind__startswith="trainings.").values_list("state", flat=True))


def is_open(port):
    with closing(socket.socket()) as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_a_dead_server_and_a_killed_worker_lose_no_mail_and_send_one_twice_at_most(copy, port, start):
    training = training_of(make_training(registration="here"))
    addresses = [person()["email"] for _ in range(PEOPLE)]
    for address in [*addresses, REFUSED]:
        assert registration.register(training.pk, person(email=address)).status == "confirmed"

    # Down: it is tried, and all wait.
    assert not is_open(port)
    victim = start()
    wait_for(lambda: OutboxMessage.objects.filter(attempts__gte=1).count() >= 2)
    assert states() == {State.QUEUED: PEOPLE + 1}

    # Slow: some arrive; then the worker is killed with one in its hands.
    mailbox = Mailbox()
    mailbox.seconds = 0.2
    server = Controller(mailbox, hostname="127.0.0.1", port=port)
    server.start()
    try:
        wait_for(lambda: len(mailbox.received) >= 3)
        mailbox.is_holding = True
        assert mailbox.holds.wait(10)
        victim.kill()
        victim.wait()
        assert states()[State.SENDING] == 1
        in_flight = OutboxMessage.objects.get(state=State.SENDING)

        # Up, with two workers: everything that was left arrives.
        mailbox.seconds = 0.0
        for _ in range(2):
            start()
        wait_for(lambda: states() == {State.SENT: PEOPLE, State.DEAD: 1})
        assert set(mailbox.received) == set(addresses)
        twice = {address: ids for address, ids in mailbox.received.items() if len(ids) > 1}
        assert [(len(ids), set(ids)) for ids in twice.values()] == [(2, {f"<{in_flight.message_id}@testserver>"})]

        # Refused: given up at once, and sent again when somebody asks for it.
        refused = OutboxMessage.objects.get(state=State.DEAD)
        assert (refused.problem, outbox.health().dead) == ("SMTP 550", 1)
        mailbox.is_refusing = False
        assert outbox.send_again(OutboxMessage.objects.all()) == 1
        wait_for(lambda: states() == {State.SENT: PEOPLE + 1})
        assert mailbox.received[REFUSED] == [f"<{refused.message_id}@testserver>"]
    finally:
        server.stop()
