"""Settings: production refuses to start half set up, and what it starts with is safe."""

import contextlib
import http.client
import io
import json
import os
import re
import socket
import sqlite3
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.core.management import call_command

from home.checks import duties_are_filled
from home.models import SiteSettings

REQUIRED = {
    "SECRET_KEY": "kW3%v9!mZ7qT2x#L8rB5nY1pH6sD4fG0jC_aEuIoP-wXyNbVtRzQk",
    "ALLOWED_HOSTS": "example.org",
    "BASE_URL": "https://example.org",
    "DATABASE_URL": "sqlite:////dev/null/none.sqlite3",
}


def manage(*arguments, **variables):
    """Run manage.py under production settings with these environment variables alone."""
    return subprocess.run(  # noqa: S603
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "site_config.settings.production",
            **variables,
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "value"), [*((name, None) for name in REQUIRED), ("SECRET_KEY", ""), ("SECRET_KEY", " ")]
)
def test_production_refuses_to_start_without_a_variable_and_names_it(name, value):
    variables = {**REQUIRED, name: value}
    result = manage("check", **{key: item for key, item in variables.items() if item is not None})
    assert result.returncode != 0
    assert f"Set the environment variable {name}." in result.stderr
    assert REQUIRED["SECRET_KEY"] not in result.stderr


def test_production_refuses_a_base_address_that_is_none():
    result = manage("check", **{**REQUIRED, "BASE_URL": "example.org"})
    assert result.returncode != 0
    assert "BASE_URL must begin with https://" in result.stderr


def test_the_deployment_check_of_production_tells_at_most_of_duties(tmp_path):
    variables = {**REQUIRED, "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}"}
    result = manage("check", "--deploy", **variables)
    found = set(re.findall(r"\(([a-z_]+\.[A-Z]\d+)\)", result.stderr))
    assert result.returncode == 0
    assert found <= {"home.W001"}
    assert "System check identified" in result.stdout + result.stderr


def test_every_variable_that_operators_are_told_of_reaches_the_containers():
    told = re.findall(r"^\| `(\w+)`", (settings.BASE_DIR / "docs/operators.md").read_text(), re.MULTILINE)
    passed = (settings.BASE_DIR / "compose.yaml").read_text() + (settings.BASE_DIR / "Dockerfile").read_text()
    assert {"SECRET_KEY", "CACHE_URL"} <= set(told)
    assert [name for name in told if not re.search(rf"\b{name}[:=]", passed)] == []


def test_the_cache_of_the_containers_is_shared_and_its_table_is_made(tmp_path):
    composed = (settings.BASE_DIR / "compose.yaml").read_text()
    url = re.search(r"CACHE_URL: \$\{CACHE_URL:-(.+)\}", composed)[1]
    assert "manage.py createcachetable" in composed
    variables = {**REQUIRED, "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}", "CACHE_URL": url}
    assert manage("createcachetable", **variables).returncode == 0
    code = "from home.limits import too_many_of; print('answer', too_many_of('a', 'b', 1))"
    for answer in (False, True):  # each in a process of its own
        assert f"answer {answer}" in manage("shell", "--no-imports", "-c", code, **variables).stdout
    with contextlib.closing(sqlite3.connect(tmp_path / "db.sqlite3")) as database:
        [[expires]] = database.execute("SELECT expires FROM cache")
    assert datetime.fromisoformat(expires) - datetime.now(UTC).replace(tzinfo=None) > timedelta(minutes=50)


def test_no_log_of_the_server_tells_the_secret_of_an_own_page(tmp_path):
    command = json.loads(
        re.search(r"^CMD (\[.+?\])$", (settings.BASE_DIR / "Dockerfile").read_text().replace("\\\n", ""), re.M)[1]
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path / "log"
    variables = {**REQUIRED, "ALLOWED_HOSTS": "127.0.0.1", "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}"}
    with log.open("w") as out:
        server = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", *(f"--bind=127.0.0.1:{port}" if "--bind" in item else item for item in command)],
            cwd=settings.BASE_DIR,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(tmp_path),
                "DJANGO_SETTINGS_MODULE": "site_config.settings.production",
                **variables,
            },
            stdout=out,
            stderr=out,
        )
    try:
        wait_for(port)
        # The first is led to https, the second fails for want of tables.
        for path, scheme in (("/fi/r/geheim-1/", "http"), ("/sv/r/geheim-2/cancel/", "https"), ("/-/live", "https")):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            connection.request("GET", path, headers={"X-Forwarded-Proto": scheme})
            connection.getresponse().read()
    finally:
        server.terminate()
        server.wait(timeout=30)
    told = log.read_text()
    assert "geheim" not in told
    assert "gunicorn.access GET /fi/r/…/ 301 " in told
    assert "gunicorn.error Error handling request GET /sv/r/…/cancel/" in told
    assert told.count("GET /-/live 200") == 1


def wait_for(port):
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    raise TimeoutError


@pytest.mark.django_db
class TestDuties:
    def test_the_deployment_check_names_each_duty_that_nobody_has_entered(self):
        facts = SiteSettings.objects.get()
        assert len(duties_are_filled(None)) == len(facts.missing_duties()) > 0

    def test_duties_that_are_entered_are_not_named(self):
        facts = SiteSettings.objects.get()
        facts.controller, facts.feedback_recipient = "Diak", "palaute@example.org"
        facts.accessibility_state, facts.assessed_on = "mostly", "2023-01-02"
        facts.save()
        assert duties_are_filled(None) == []

    def test_the_start_page_of_the_cms_names_them_to_an_administrator_alone(self, client, admin_user):
        from tests.factories import make_user

        facts = SiteSettings.objects.get()
        message = str(facts.missing_duties()[0])
        client.force_login(admin_user)
        assert message in client.get("/cms/").content.decode()
        client.force_login(make_user("Editors"))
        assert message not in client.get("/cms/").content.decode()


@pytest.mark.django_db
def test_no_change_of_a_model_waits_for_its_migration():
    told = io.StringIO()
    call_command("makemigrations", dry_run=True, stdout=told)
    assert told.getvalue().strip() == "No changes detected"


def test_the_base_settings_are_safe_without_any_environment():
    code = (
        "import os; os.environ.pop('DATABASE_URL', None); from site_config.settings import base;"
        "print(base.DEBUG, base.ALLOWED_HOSTS, base.IS_BEHIND_PROXY, hasattr(base, 'SECRET_KEY'))"
    )
    result = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], cwd=settings.BASE_DIR, capture_output=True, text=True, check=True
    )
    assert result.stdout.split() == ["False", "[]", "False", "False"]


def test_production_stands_behind_a_proxy():
    assert re.search(r"^IS_BEHIND_PROXY = True\b", manage("diffsettings", **REQUIRED).stdout, re.MULTILINE)


def test_only_base_and_production_read_the_environment():
    readers = []
    for path in settings.BASE_DIR.rglob("*.py"):
        parts = path.relative_to(settings.BASE_DIR).parts
        if parts[0].startswith(".") or parts[0] in ("tests", "var"):
            continue
        if re.search(r"os\.environ|os\.getenv|\benviron\.Env|\benv\.\w+\(", path.read_text()):
            readers.append("/".join(parts))
    assert sorted(readers) == ["manage.py", "site_config/settings/base.py", "site_config/settings/production.py",
                               "site_config/wsgi.py"]  # fmt: skip


class TestHealth:
    def test_the_process_answers_without_a_database(self, client):
        assert client.get("/-/live").status_code == 200

    @pytest.mark.django_db
    def test_readiness_asks_the_database(self, client, django_assert_num_queries):
        with django_assert_num_queries(1):
            assert client.get("/-/ready").status_code == 200


@pytest.mark.django_db
class TestHeaders:
    def test_the_public_site_has_its_security_headers(self, client):
        response = client.get("/fi/")
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
        assert response["X-Frame-Options"] == "SAMEORIGIN"
        assert response["Cross-Origin-Opener-Policy"] == "same-origin"

    def test_the_cms_has_a_policy_that_loads_nothing_from_elsewhere(self, client, admin_user):
        client.force_login(admin_user)
        policy = client.get("/cms/")["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "http:" not in policy
        assert "https:" not in policy

    def test_the_policy_of_the_cms_is_not_that_of_the_site(self, client):
        assert "unsafe-inline" in client.get("/cms/login/")["Content-Security-Policy"]
        assert "unsafe-inline" not in client.get("/fi/")["Content-Security-Policy"]
