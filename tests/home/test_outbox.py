"""Mail is sent by a real server on this machine; a mail server that is down loses nothing."""

import logging
import smtplib
import socket
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.mime.image import MIMEImage
from email.mime.text import MIMEText
from email.policy import default
from itertools import count

import pytest
from aiosmtpd.controller import Controller
from django.core.mail.backends.smtp import EmailBackend
from django.db import IntegrityError, transaction
from django.utils import timezone

from home import outbox
from home.models import OutboxMessage

pytestmark = pytest.mark.django_db

KIND = "tests.note"
MAIL = outbox.Mail("anna@example.org", "Hei", "Tervetuloa, Åsa!\nNähdään.")
# What each mail of the tests says, by the number that it is about; None for one that is not needed any more.
mails = {}
numbers = count(1)


@outbox.composes(KIND)
def composed(message):
    mail = mails[message.about]
    if isinstance(mail, Exception):
        raise mail
    return mail


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
    """Queue a mail that will say this. Returns its row."""
    return write_about(replace(MAIL, **values))


def write_about(mail):
    number = next(numbers)
    mails[number] = mail
    outbox.write(KIND, number)
    return OutboxMessage.objects.get(kind=KIND, about=number)


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


@pytest.mark.parametrize("name", ["Yhdessä osallisuutta", 'Kunta, "yhdessä"', "Two\r\nBcc: muu@example.org"])
def test_a_mail_tells_the_name_of_its_sender_and_nothing_else(server, settings, name):
    settings.DEFAULT_FROM_EMAIL = "Palvelin <no-reply@example.org>"
    write(sender_name=name)
    write()
    assert outbox.send_due() == 2
    [(_to, named), (_also, plain)] = server.mails
    [address] = named["From"].addresses
    assert (address.display_name, address.addr_spec) == (" ".join(name.split()), "no-reply@example.org")
    assert str(plain["From"]) == "Palvelin <no-reply@example.org>"
    assert named["Bcc"] is None


def test_pictures_stand_with_the_html_and_files_after_it(server):
    picture = MIMEImage(b"\x89PNG", "png")
    picture["Content-ID"] = "<kuva>"
    file = MIMEText("BEGIN:VCALENDAR", "calendar")
    write(html='<p>Hei <img src="cid:kuva" alt=""></p>', pictures=[picture], attachments=[file])
    assert outbox.send_due() == 1
    [(_recipients, mail)] = server.mails
    assert [part.get_content_type() for part in mail.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
        "text/calendar",
    ]
    assert mail.get_body(["html"]).get_content().startswith("<p>Hei <img")


def test_a_row_says_what_a_mail_is_about_and_nothing_personal(server):
    message = write(reply_to="jarjestaja@example.org")
    for _ in range(2):
        told = " ".join(str(value) for value in OutboxMessage.objects.values().get().values())
        for secret in ("anna", "Tervetuloa", "Hei", "jarjestaja"):
            assert secret not in told
        outbox.send_due()
    message.refresh_from_db()
    assert message.state == OutboxMessage.State.SENT
    assert message.sent_at is not None


def test_a_mail_is_sent_only_once(server):
    write()
    assert [outbox.send_due(), outbox.send_due()] == [1, 0]
    assert len(server.mails) == 1


def test_the_same_mail_is_queued_once_and_another_turn_of_it_again():
    message = write()
    outbox.write(KIND, message.about)
    outbox.write_many(KIND, [message.about, message.about])
    outbox.write(KIND, message.about, turn="2")
    assert list(OutboxMessage.objects.values_list("about", "turn")) == [(message.about, ""), (message.about, "2")]
    with pytest.raises(IntegrityError), transaction.atomic():
        OutboxMessage.objects.create(kind=KIND, about=message.about)


def test_a_mail_that_is_not_needed_any_more_is_dropped_and_never_sent(server):
    message = write_about(None)
    assert [outbox.send_due(), outbox.send_due()] == [0, 0]
    message.refresh_from_db()
    assert message.state == OutboxMessage.State.DROPPED
    assert server.mails == []


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
    assert message.problem == "ConnectionRefusedError"
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


def test_while_the_server_is_down_a_round_tries_it_once_and_composes_nothing(port, monkeypatch):
    def fail(message):
        raise AssertionError("composed in vain")

    for _ in range(3):
        write()
    monkeypatch.setitem(outbox._composers, KIND, fail)
    assert outbox.send_due() == 0
    assert sorted(OutboxMessage.objects.values_list("attempts", flat=True)) == [0, 0, 1]


def test_a_round_ends_after_its_time_and_the_next_goes_on(server, monkeypatch):
    for _ in range(3):
        write()
    monkeypatch.setattr(outbox, "LONGEST_ROUND", timedelta(0))
    assert outbox.send_due() == 0
    monkeypatch.undo()
    assert outbox.send_due() == 3


def test_a_farewell_that_fails_does_not_send_the_mail_again(server, monkeypatch):
    message = write()

    def fail(self):
        raise smtplib.SMTPResponseException(421, "Too busy for a goodbye")

    monkeypatch.setattr(EmailBackend, "close", fail)
    assert [outbox.send_due(), outbox.send_due()] == [1, 0]
    message.refresh_from_db()
    assert (message.state, len(server.mails)) == (OutboxMessage.State.SENT, 1)


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
    assert (message.problem, message.attempts) == ("SMTP 550", 1)


def test_a_given_up_mail_is_sent_again_with_what_holds_by_then(server):
    message = write(recipient="no-body@example.org")
    sent = write()
    outbox.send_due()
    mails[message.about] = replace(MAIL, recipient="anna.oikea@example.org")
    OutboxMessage.objects.update(created_at=timezone.now() - timedelta(days=2))
    assert outbox.send_again(OutboxMessage.objects.all()) == 1
    assert not outbox.health().is_alarming
    assert outbox.send_due() == 1
    assert [recipients for recipients, _mail in server.mails] == [["anna@example.org"], ["anna.oikea@example.org"]]
    assert server.mails[1][1]["Message-ID"] == f"<{message.message_id}@testserver>"
    assert set(OutboxMessage.objects.values_list("pk", "state")) == {(message.pk, "sent"), (sent.pk, "sent")}


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


def test_a_worker_that_lost_its_claim_changes_nothing(server):
    """It slept for long; another one has sent the mail, and must not see it queued again."""
    message = write()
    sleeper = outbox.claim_next()
    OutboxMessage.objects.update(claimed_at=timezone.now() - outbox.STALE_AFTER - timedelta(seconds=1))
    assert outbox.send_due() == 1
    outbox.note_failure(sleeper, "TimeoutError", is_final=False)
    message.refresh_from_db()
    assert message.state == OutboxMessage.State.SENT


def test_a_composer_that_fails_says_only_what_kind_of_fault_it_was(server, caplog):
    message = write_about(ValueError("Anna Salminen"))
    assert outbox.send_due() == 0
    message.refresh_from_db()
    assert (message.state, message.problem) == (OutboxMessage.State.QUEUED, "ValueError")
    assert "Anna" not in caplog.text


def test_the_numbers_tell_what_waits_how_long_and_what_was_given_up(server):
    assert outbox.health() == outbox.Health(0, 0, 0)
    write(recipient="no-body@example.org")
    outbox.send_due()
    write()
    waiting = write()
    OutboxMessage.objects.filter(pk=waiting.pk).update(created_at=timezone.now() - timedelta(minutes=14))
    found = outbox.health()
    assert (found.waiting, found.dead, found.is_alarming) == (2, 1, False)
    assert 14 * 60 <= found.longest_wait < 15 * 60
    OutboxMessage.objects.filter(pk=waiting.pk).update(created_at=timezone.now() - timedelta(minutes=16))
    assert outbox.health().is_alarming


def test_mails_go_in_the_order_in_which_they_were_written(server):
    for number in range(5):
        write(subject=f"Numero {number}")
    outbox.send_due()
    assert [mail["Subject"] for _to, mail in server.mails] == [f"Numero {number}" for number in range(5)]


def test_the_log_of_a_failure_names_nobody(port, caplog):
    with caplog.at_level(logging.DEBUG):
        write(recipient="anna.salminen@example.org", subject="Salaisuus", text="Salaisuus")
        outbox.send_due()
    assert "attempt 1 failed" in caplog.text
    assert "anna" not in caplog.text
    assert "Salaisuus" not in caplog.text
