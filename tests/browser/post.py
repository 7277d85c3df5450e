"""The mails that come while a test goes through its pages; the fixture `post` is in conftest.py."""

from email import message_from_bytes
from email.policy import default

SECONDS_TO_ARRIVE = 60


class Mailbox:
    """The mails that came to each address."""

    def __init__(self):
        self.mails = {}

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        mail = message_from_bytes(envelope.content, policy=default)
        self.mails.setdefault(envelope.rcpt_tos[0], []).append(mail)
        return "250 OK"


def wait_for_mail(page, post, address, number):
    """The mail of this number, from 1, that comes to an address."""
    for _ in range(SECONDS_TO_ARRIVE * 4):
        if len(post.mails.get(address, [])) >= number:
            return post.mails[address][number - 1]
        page.wait_for_timeout(250)
    raise AssertionError(
        f"Mail {number} to {address} did not come: {[m['Subject'] for m in post.mails.get(address, [])]}"
    )


def words_of(mail):
    return mail.get_body(("plain",)).get_content()
