"""Mail is sent by a real server on this machine; a mail server that is down loses nothing."""

import logging
import socket
from datetime import timedelta
from email import message_from_bytes
from email.policy import default

import pytest
from aiosmtpd.controller import Controller
from django.utils import timezone

from home import outbox
from home.models import OutboxMessage

pytestmark = pytest.mark.django_db


class Mailbox:
    """What a mail server received; it refuses recipients whose name begins with "no-" or "busy-"."""

    def __init__(self):
        self.mails = []

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if address.startswith("no-"):
            return "550 No such user"
        if address.startswith("busy-"):
            return "451 Try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.mails.append((envelope.rcpt_tos, message_from_bytes(envelope.content, policy=default)))
        return "250 OK"


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture
def port(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = free_port()
    settings.EMAIL_TIMEOUT = 5
    return settings.EMAIL_PORT


@pytest.fixture
def server(port):
    controller = Controller(Mailbox(), hostname="127.0.0.1", port=port)
    controller.start()
    yield controller.handler
    controller.stop()


def write(**values):
    return outbox.write(
        **{"recipient": "anna@example.org", "subject": "Hei", "body": "Tervetuloa, Åsa!\nNähdään.", **values}
    )


def test_a_mail_is_sent_with_its_text_and_headers(server):
    message = write(reply_to="jarjestaja@example.org")
    assert outbox.send_due() == 1
    [(recipients, mail)] = server.mails
    assert recipients == ["anna@example.org"]
    assert mail["Subject"] == "Hei"
    assert mail["Reply-To"] == "jarjestaja@example.org"
    assert mail["Message-ID"] == f"<{message.message_id}@testserver>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail.get_content().replace("\r", "").strip() == "Tervetuloa, Åsa!\nNähdään."


def test_what_is_personal_is_erased_once_the_mail_is_sent(server):
    message = write(reply_to="jarjestaja@example.org")
    outbox.send_due()
    message.refresh_from_db()
    assert message.state == OutboxMessage.State.SENT
    assert message.sent_at is not None
    assert (message.recipient, message.body, message.reply_to) == ("", "", "")


def test_a_mail_is_sent_only_once(server):
    write()
    assert [outbox.send_due(), outbox.send_due()] == [1, 0]
    assert len(server.mails) == 1


def test_a_subject_of_several_lines_cannot_add_headers(server):
    write(subject="Hei\r\nBcc: muu@example.org\n\n" + "x" * 500)
    assert outbox.send_due() == 1
    [(recipients, mail)] = server.mails
    assert recipients == ["anna@example.org"]
    assert mail["Bcc"] is None
    assert mail["Subject"].startswith("Hei Bcc: muu@example.org")


def test_a_server_that_is_down_loses_nothing_and_is_tried_again(port):
    message = write()
    assert outbox.send_due() == 0
    message.refresh_from_db()
    assert message.state == OutboxMessage.State.QUEUED
    assert message.attempts == 1
    assert message.body
    assert message.next_attempt > timezone.now()
    controller = Controller(Mailbox(), hostname="127.0.0.1", port=port)
    controller.start()
    try:
        assert outbox.send_due() == 0  # not due yet
        OutboxMessage.objects.update(next_attempt=timezone.now())
        assert outbox.send_due() == 1
    finally:
        controller.stop()
    [(_recipients, mail)] = controller.handler.mails
    assert mail["Message-ID"] == f"<{message.message_id}@testserver>"


def test_attempts_come_further_and_further_apart_up_to_an_hour():
    waits = [outbox.wait_after(attempts) for attempts in range(1, 60)]
    assert waits == sorted(waits)
    assert waits[0] == timedelta(seconds=2)
    assert waits[-1] == timedelta(hours=1)


def test_a_recipient_who_does_not_exist_is_given_up_at_once(server):
    message = write(recipient="no-body@example.org")
    other = write()
    assert outbox.send_due() == 1
    message.refresh_from_db()
    other.refresh_from_db()
    assert (message.state, other.state) == (OutboxMessage.State.DEAD, OutboxMessage.State.SENT)
    assert message.recipient == "no-body@example.org"  # so that somebody can put it right


def test_a_recipient_whose_box_is_busy_is_tried_again(server):
    message = write(recipient="busy-anna@example.org")
    assert outbox.send_due() == 0
    message.refresh_from_db()
    assert message.state == OutboxMessage.State.QUEUED


def test_a_mail_that_fails_as_nobody_expected_waits_and_lets_the_others_through(server, caplog):
    message = write(reply_to="anna@example.org\nBcc: muu@example.org")  # Django refuses such a header
    other = write()
    assert outbox.send_due() == 1
    message.refresh_from_db()
    other.refresh_from_db()
    assert (message.state, other.state) == (OutboxMessage.State.QUEUED, OutboxMessage.State.SENT)
    assert "attempt 1 failed (BadHeaderError)" in caplog.text
    assert "muu@example.org" not in caplog.text


def test_a_mail_that_fails_too_often_is_given_up(port):
    message = write()
    OutboxMessage.objects.update(attempts=outbox.MAX_ATTEMPTS - 1)
    outbox.send_due()
    message.refresh_from_db()
    assert message.state == OutboxMessage.State.DEAD
    assert outbox.send_due() == 0


def test_a_mail_that_a_killed_worker_left_behind_is_sent(server):
    message = write()
    assert outbox.claim_next() == message
    assert outbox.send_due() == 0  # another worker has it
    OutboxMessage.objects.update(claimed_at=timezone.now() - outbox.STALE_AFTER - timedelta(seconds=1))
    assert outbox.send_due() == 1


def test_mails_go_in_the_order_in_which_they_were_written(server):
    for number in range(5):
        write(subject=f"Numero {number}")
    outbox.send_due()
    assert [mail["Subject"] for _to, mail in server.mails] == [f"Numero {number}" for number in range(5)]


def test_the_log_of_a_failure_names_nobody(port, caplog):
    with caplog.at_level(logging.DEBUG):
        write(recipient="anna.salminen@example.org", subject="Salaisuus", body="Salaisuus")
        outbox.send_due()
    assert "attempt 1 failed" in caplog.text
    assert "anna" not in caplog.text
    assert "Salaisuus" not in caplog.text
