"""The worker does once, when asked, everything that is due."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from django.conf import settings as project
from django.core.management import call_command
from django.db import connections
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page

from home import outbox
from home.mail import FEEDBACK
from home.management.commands.worker import TASKS_IN_A_ROUND, run_tasks
from home.models import Feedback, OutboxMessage, SiteImage, SiteSettings
from tests.factories import fresh, let_time_come, make_post, make_standard_page, make_training, sign_up
from trainings.models import Training

pytestmark = pytest.mark.django_db

done = []


@pytest.fixture(autouse=True)
def _as_on_a_server(monkeypatch, settings):
    """The worker closes its connection after each job; here that would end the test's transaction."""
    monkeypatch.setattr(connections["default"], "close", lambda: None)
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@task()
def note(text):
    done.append(text)


def test_the_worker_runs_queued_tasks():
    result = note.enqueue("tehty")
    assert done == []
    call_command("worker", once=True)
    assert done == ["tehty"]
    assert DBTaskResult.objects.get(id=result.id).status == "SUCCESSFUL"
    done.clear()


def test_many_tasks_let_the_other_jobs_have_their_turn():
    for number in range(TASKS_IN_A_ROUND + 3):
        note.enqueue(str(number))
    run_tasks()
    assert len(done) == TASKS_IN_A_ROUND
    call_command("worker", once=True)
    assert len(done) == TASKS_IN_A_ROUND + 3
    done.clear()


def test_the_worker_sends_mail(mailoutbox):
    SiteSettings.objects.update(feedback_recipient="saavutettavuus@example.org")
    feedback = Feedback.objects.create(message="Hei", language="fi")
    outbox.write(FEEDBACK, feedback.pk)
    call_command("worker", once=True)
    assert [mail.to for mail in mailoutbox] == [["saavutettavuus@example.org"]]
    assert OutboxMessage.objects.get().state == OutboxMessage.State.SENT


def test_the_worker_publishes_what_is_scheduled_and_takes_down_what_has_expired(client):
    now = timezone.now()
    waiting = make_post(live=False, title="Ajastettu")
    waiting.go_live_at = now + timedelta(hours=1)
    waiting.save_revision().publish()
    expiring = make_standard_page(title="Poistuva")
    expiring.expire_at = now + timedelta(hours=1)
    expiring.save_revision().publish()
    later = make_post(live=False, title="Myöhempi")
    later.go_live_at = now + timedelta(days=2)
    later.save_revision().publish()
    assert not fresh(waiting).live
    assert fresh(expiring).live
    call_command("worker", once=True)
    assert not fresh(waiting).live
    let_time_come(waiting)
    Page.objects.filter(pk=expiring.pk).update(expire_at=now - timedelta(minutes=1))
    call_command("worker", once=True)
    assert fresh(waiting).live
    assert not fresh(expiring).live
    assert not fresh(later).live


def test_a_scheduled_page_that_is_refused_does_not_hold_up_the_next_ones(caplog):
    image = SiteImage.objects.create(title="Kuva", file=SiteImage.objects.first().file, width=1, height=1)
    pages = [
        make_post(live=False, title="Suostumus päättyy", image=image, image_is_decorative=True),
        make_post(live=False),
    ]
    for hours, page in enumerate(pages, start=1):
        page.go_live_at = timezone.now() + timedelta(hours=hours)
        page.save_revision().publish()
        let_time_come(page)
    SiteImage.objects.filter(pk=image.pk).update(consent=SiteImage.Consent.MISSING)
    call_command("worker", once=True)
    assert [fresh(page).live for page in pages] == [False, True]
    assert [record.getMessage() for record in caplog.records if record.name == "home.management.commands.worker"] == [
        f"Scheduled revision {pages[0].latest_revision.pk} is not published: ValidationError"
    ]
    SiteImage.objects.filter(pk=image.pk).update(consent=SiteImage.Consent.GIVEN)
    call_command("worker", once=True)
    assert fresh(pages[0]).live


def test_the_worker_erases_feedback_that_has_been_kept_its_time():
    old, new = (Feedback.objects.create(message=text, language="fi") for text in ("vanha", "uusi"))
    Feedback.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=181))
    Feedback.objects.filter(pk=new.pk).update(created_at=timezone.now() - timedelta(days=179))
    call_command("worker", once=True)
    assert list(Feedback.objects.all()) == [new]


def test_the_worker_makes_people_anonymous_whose_time_is_over():
    page = make_training(registration="here")
    someone, ended = sign_up(page), timezone.now() - timedelta(days=200)
    Training.objects.filter(key=page.translation_key).update(starts=ended, ends=ended)
    call_command("worker", once=True)
    someone.refresh_from_db()
    assert (someone.name, someone.email) == ("", "")


def test_the_worker_of_an_empty_site_meets_no_fault(caplog):
    from wagtail.models import Site

    Site.objects.all().delete()
    with caplog.at_level("WARNING"):
        call_command("worker", once=True)
    assert caplog.records == []


def test_the_worker_stops_when_it_is_asked_to(tmp_path):
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "site_config.settings.dev",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'worker.sqlite3'}",
        "PYTHONUNBUFFERED": "1",
    }
    worker = subprocess.Popen(
        [sys.executable, "manage.py", "worker"],
        cwd=project.BASE_DIR,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert "running" in worker.stdout.readline()
        time.sleep(1)
        assert worker.poll() is None  # a database without tables is a fault that is logged, not the end
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(timeout=20) == 0
    finally:
        worker.kill()
        worker.stdout.close()
