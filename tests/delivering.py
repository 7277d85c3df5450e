"""A real worker for tests: `python -m tests.delivering` over DATABASE_URL, mailing to MAIL_PORT of this machine.

It takes up what a killed worker left behind after seconds instead of minutes.
"""

import os
import subprocess
import sys
from datetime import timedelta

import django
from django.conf import settings

STALE_SECONDS = 3


def start_worker(database_url, mail_port):
    """A process of the worker; who starts it ends it."""
    environment = {
        **os.environ,
        "DATABASE_URL": database_url,
        "MAIL_PORT": str(mail_port),
        "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE,
    }
    return subprocess.Popen(
        [sys.executable, "-m", "tests.delivering"],
        cwd=settings.BASE_DIR,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_config.settings.test")
    django.setup()
    from django.core.management import call_command

    from home import outbox
    from translations import bulk

    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", int(os.environ["MAIL_PORT"]), 5
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    outbox.STALE_AFTER = timedelta(seconds=STALE_SECONDS)
    bulk.STALE_AFTER = timedelta(seconds=2 * STALE_SECONDS)
    outbox.LONGEST_WAIT = timedelta(seconds=2)
    call_command("worker")


if __name__ == "__main__":
    main()
