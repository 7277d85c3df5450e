"""What the ledger and the outbox hold of a training's people."""

from home.models import OutboxMessage
from tests.factories import training_of


def statuses(page):
    return list(training_of(page).registrations.order_by("number").values_list("status", flat=True))


def told(item):
    """The kinds of mail about a registration, in the order in which they were written."""
    rows = OutboxMessage.objects.filter(about=item.pk, kind__startswith="trainings.").order_by("pk")
    return [row.kind.removeprefix("trainings.") for row in rows]


def forget_mails():
    OutboxMessage.objects.all().delete()
