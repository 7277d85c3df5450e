"""A copy of the test database behind a real server process, and what the tests need to know of its pages."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.utils import ConnectionHandler

from trainings.facts import register_segment

LANGUAGES = ["fi", "sv", "en"]
KINDS = {
    "home": "home.HomePage",
    "standard": "home.StandardPage",
    "feedback": "home.FeedbackPage",
    "municipalities": "home.MunicipalityIndexPage",
    "municipality": "home.MunicipalityPage",
    "trainings": "trainings.TrainingIndexPage",
    "training": "trainings.TrainingPage",
    "tip-lists": "tiplists.TipListIndexPage",
    "tip-list": "tiplists.TipListPage",
    "blog": "blog.BlogIndexPage",
    "post": "blog.BlogPage",
}
NOT_FOUND = "no-such-page"
# What a reader meets: a page of each kind, the form below a training, the answer to a wrong address.
ADDRESSES = [*KINDS, "registration", "not-found"]
VAR = Path(settings.BASE_DIR) / "var"
SECONDS_TO_START = 60


@dataclass
class Server:
    """Where the site answers. `paths[language][kind]` is a page of each kind; `every[language]` are all pages.

    `ids[kind]` is the number of the Finnish page of a kind. `database` are the settings of the copy, `database_url`
    its address.
    """

    url: str
    log: Path
    database: dict = field(default_factory=dict)
    database_url: str = ""
    paths: dict = field(default_factory=dict)
    every: dict = field(default_factory=dict)
    ids: dict = field(default_factory=dict)
    tip_lists: list = field(default_factory=list)

    def address(self, language, kind):
        return self.url + self.paths[language][kind]


def free_port():
    with closing(socket.socket()) as probe:
        probe.bind(("localhost", 0))
        return probe.getsockname()[1]


@contextmanager
def database_copy():
    """(settings of a copy of the test database, its DATABASE_URL); the copy is dropped at the end."""
    original = connection.settings_dict
    if connection.vendor == "sqlite":
        VAR.mkdir(exist_ok=True)
        path = VAR / f"browser-{os.getpid()}.sqlite3"
        source = sqlite3.connect(original["NAME"])
        with closing(source), closing(sqlite3.connect(path)) as target:
            source.backup(target)
        try:
            yield {**original, "NAME": str(path)}, f"sqlite:///{path}"
        finally:
            for file in VAR.glob(f"{path.name}*"):
                file.unlink()
        return
    name = f"{original['NAME']}_browser_{os.getpid()}"
    quote = connection.ops.quote_name
    connection.close()  # PostgreSQL copies only a database that nobody uses
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {quote(name)}")
        cursor.execute(f"CREATE DATABASE {quote(name)} TEMPLATE {quote(original['NAME'])}")
    user = f"{original['USER']}:{original['PASSWORD']}@" if original["USER"] else ""
    host = f"{original['HOST'] or 'localhost'}:{original['PORT'] or 5432}"
    try:
        yield {**original, "NAME": name}, f"postgres://{user}{host}/{name}"
    finally:
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {quote(name)} WITH (FORCE)")


@contextmanager
def working_on(database):
    """Let this process read and write a copy of the test database: what it does there is committed."""
    original = connections[DEFAULT_DB_ALIAS]
    connections[DEFAULT_DB_ALIAS] = ConnectionHandler({DEFAULT_DB_ALIAS: database})[DEFAULT_DB_ALIAS]
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS].close()
        connections[DEFAULT_DB_ALIAS] = original


def move_site(database, port):
    """Let the copy's site stand at the server's own port, for absolute links."""
    copy = ConnectionHandler({DEFAULT_DB_ALIAS: database})[DEFAULT_DB_ALIAS]
    with closing(copy), copy.cursor() as cursor:
        cursor.execute("UPDATE wagtailcore_site SET hostname = 'localhost', port = %s", [port])


@contextmanager
def running_server(*options):
    """A server over a copy of the test database; `options` are gunicorn's. The pages are read from the original."""
    port = free_port()
    server = Server(f"http://localhost:{port}", VAR / f"browser-server-{os.getpid()}.log")
    describe_pages(server)
    with database_copy() as (database, database_url):
        server.database, server.database_url = database, database_url
        move_site(database, port)
        command = [sys.executable, "-m", "gunicorn", "tests.browser.application:application"]
        command += ["--bind", f"localhost:{port}", "--no-control-socket", *(options or ("--threads", "4"))]
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE,
            "DATABASE_URL": database_url,
        }
        with server.log.open("w") as log:
            process = subprocess.Popen(  # noqa: S603  (our own command)
                command, cwd=settings.BASE_DIR, env=environment, stdout=log, stderr=subprocess.STDOUT
            )
        try:
            wait_until_live(server, process)
            yield server
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def wait_until_live(server, process):
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(f"{server.url}/-/live", timeout=5) as answer:  # noqa: S310  (always http)
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"The server did not start:\n{server.log.read_text()[-3000:]}")


def describe_pages(server):
    """Find a page of each kind, the one with most content that every language has, and all pages."""
    from django.apps import apps

    server.paths = {
        language: {"not-found": f"/{language}/{NOT_FOUND}/", "sign-in": f"/{language}/_util/login/"}
        for language in LANGUAGES
    }
    server.every = {language: [] for language in LANGUAGES}
    for kind, model_name in KINDS.items():
        pages = list(apps.get_model(model_name).objects.live().public().filter(alias_of=None).order_by("path"))
        families = {}
        for page in pages:
            path = page.get_url_parts()[2]
            families.setdefault(page.translation_key, {})[page.locale.language_code] = (page, path)
            server.every[page.locale.language_code].append((kind, path))
        complete = [family for family in families.values() if len(family) == len(LANGUAGES)]
        richest = max(complete, key=lambda family: amount_of_content(family["fi"][0]))
        server.ids[kind] = richest["fi"][0].pk
        for language, (_page, path) in richest.items():
            server.paths[language][kind] = path
        if kind == "training":
            describe_registration(server, complete)
        if kind == "tip-list":
            server.tip_lists = [
                {
                    "language": page.locale.language_code,
                    "id": page.pk,
                    "path": page.get_url_parts()[2],
                    "slug": page.slug,
                    "title": page.title,
                    "tips": [block.value["title"] for block in page.tips],
                }
                for page in pages
            ]


def describe_registration(server, families):
    """The form of a training for which one can register now."""
    found = next(family for family in families if family["fi"][0].training.state in ("open", "few"))
    for language, (_page, path) in found.items():
        server.paths[language]["registration"] = f"{path}{register_segment(language)}/"


def amount_of_content(page):
    return sum(len(str(getattr(page, name).get_prep_value())) for name in ("body", "tips") if hasattr(page, name))


def chromium_path():
    """The installed Chromium, or None."""
    return next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
