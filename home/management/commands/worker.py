"""What happens outside of requests: queued tasks, mail, reminders, scheduled publishing, erasure."""

import logging
import signal
import threading
import time

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import close_old_connections, transaction
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from wagtail.models import Page, Revision

from home import outbox
from home.models import Feedback
from trainings import privacy, privacy_mail, reminders
from translations import bulk
from translations import reminders as translation_reminders

logger = logging.getLogger(__name__)


# Then the other jobs have their turn: a hundred lists to be set must not hold the mail back for a minute.
TASKS_IN_A_ROUND = 20


def run_tasks(most=TASKS_IN_A_ROUND):
    """Run queued tasks until there are none or so many have run; without a number, all of them."""
    Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=most,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    ).run()


def publish_scheduled():
    """Take down the pages whose time is over and publish the revisions whose time has come.

    Wagtail's command of the same name ends at the first revision that is refused, for example because a consent has
    run out. Here the others go on, and the refused one is tried again until an editor has mended it.
    """
    now = timezone.now()
    for page in Page.objects.live().filter(expire_at__lt=now).order_by("expire_at"):
        page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    for revision in Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at"):
        try:
            with transaction.atomic():
                revision.publish(log_action="wagtail.publish.scheduled")
        except Exception as error:
            # Neither its message nor its trace: they may quote the page.
            logger.error("Scheduled revision %s is not published: %s", revision.pk, type(error).__name__)


def prune_tasks():
    """Forget finished tasks after two weeks: their arguments are of no use any more."""
    call_command("prune_db_task_results", min_age_days=14, verbosity=0)


# (what, how often in seconds). Each may run on several machines: rows are claimed, publishing twice changes nothing.
JOBS = [
    (run_tasks, 0),
    (outbox.send_due, 2),
    (bulk.work, 1),
    (publish_scheduled, 60),
    (reminders.tell_due, 600),
    (translation_reminders.tell_due, 600),
    (Feedback.erase_old, 3600),
    (privacy_mail.warn_contacts, 3600),
    (privacy.anonymise_due, 3600),
    (privacy.erase_old_log, 24 * 3600),
    (prune_tasks, 24 * 3600),
    (bulk.prune, 24 * 3600),
]


class Command(BaseCommand):
    help = "Run queued tasks, send mail, remind, publish what is scheduled, erase what is old. Stops on SIGTERM."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="Do everything that is due, then exit.")

    def handle(self, *, once, **options):
        stop = threading.Event()
        if not once:
            for name in (signal.SIGINT, signal.SIGTERM):
                signal.signal(name, lambda *_: stop.set())
            self.stdout.write("The worker is running.")
        else:
            run_tasks(most=None)
        due = [0.0] * len(JOBS)
        while not stop.is_set():
            for number, (job, seconds) in enumerate(JOBS):
                if time.monotonic() >= due[number] and not stop.is_set():
                    due[number] = time.monotonic() + seconds
                    self.run(job, is_looping=not once)
            if once:
                return
            stop.wait(0.5)

    def run(self, job, *, is_looping):
        """Run one job. In the loop a failing job is logged and the others go on."""
        close_old_connections()
        try:
            job()
        except Exception:
            if not is_looping:
                raise
            logger.exception("A job of the worker failed; it is tried again.")
        finally:
            close_old_connections()
