"""A real server and a real browser for the tests of this folder, and a page that tolerates no error.

Fixtures are of the package's scope: Playwright's event loop must be gone when other tests use the database.
"""

import os
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from aiosmtpd.controller import Controller

from tests.delivering import start_worker
from tests.served import NOT_FOUND, chromium_path, free_port, running_server

from .post import Mailbox

CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


# Long enough for two runs side by side on two cores; nothing waits so long but a fault.
MILLISECONDS_TO_WAIT = 90_000


def pytest_collection_modifyitems(items):
    """pytest-django makes the test database only if some collected test is marked so."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.django_db)


@pytest.fixture(scope="package")
def chromium():
    path = chromium_path()
    if path is None:
        pytest.skip("Chromium is not installed (Debian: apt install chromium)")
    return path


@pytest.fixture(scope="package")
def server(chromium, django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), running_server() as running:
        yield running


@pytest.fixture(scope="package")
def browser(chromium, server):
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=MILLISECONDS_TO_WAIT)
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread, where Django would refuse even to open a transaction.
        patch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


class Watch:
    """What no page may do: console errors (a breach of the CSP is one), script errors, server errors, other hosts."""

    def __init__(self, url):
        self.url = url
        self.problems = []
        self.requests = []

    def over(self, page):
        page.on("console", self.hear)
        page.on("pageerror", self.hear_error)
        page.on("request", self.see_request)
        page.on("response", self.see_response)

    def hear_error(self, error):
        # The CMS checks its preview anew when it changes, also while it is still checking the one before.
        if "Axe is already running" not in str(error):
            self.problems.append(f"script error: {error}")

    def hear(self, message):
        where = message.location.get("url", "")
        # The CMS saves drafts as the editor types and is told 400 while a required field is empty.
        # A form for a booklet with nothing ticked is answered so, with the page that says what to do.
        is_refusal = "400 (Bad Request)" in message.text and ("/cms/pages/" in where or "booklet.pdf" in where)
        # A text that somebody else has saved meanwhile is refused, and so is one while the network is away.
        is_refusal |= "/segments/" in where and ("409 (Conflict)" in message.text or "ERR_INTERNET" in message.text)
        if message.type == "error" and NOT_FOUND not in where and not is_refusal:
            self.problems.append(f"console: {message.text} ({where})")

    def see_request(self, request):
        address = request.url
        self.requests.append(address)
        if urlsplit(address).scheme in ("http", "https") and not address.startswith(f"{self.url}/"):
            self.problems.append(f"request to another host: {address}")

    def see_response(self, response):
        if response.status >= 500:
            self.problems.append(f"{response.status}: {response.url}")


@pytest.fixture
def new_page(browser, server):
    """Make a page in a context of its own: `new_page(viewport={…}, java_script_enabled=False, …)`."""
    contexts, watches = [], []

    def make(**options):
        options.setdefault("viewport", {"width": 1280, "height": 900})
        options.setdefault("reduced_motion", "reduce")
        context = browser.new_context(base_url=server.url, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(MILLISECONDS_TO_WAIT)
        watch = Watch(server.url)
        watch.over(page)
        watches.append(watch)
        return page

    yield make
    for context in contexts:
        context.close()
    problems = [problem for watch in watches for problem in watch.problems]
    assert not problems, "\n".join(dict.fromkeys(problems))


@pytest.fixture
def page(new_page):
    return new_page()


@pytest.fixture
def post(server):
    """A mail server and a worker that mails to it."""
    port = free_port()
    controller = Controller(Mailbox(), hostname="127.0.0.1", port=port)
    controller.start()
    worker = start_worker(server.database_url, port)
    yield controller.handler
    worker.terminate()
    worker.wait(20)
    controller.stop()
