"""The tests of trainings begin with nobody registered: the demo's people are taken out of their transaction."""

import pytest

from home.models import OutboxMessage
from trainings.models import Registration


def forget_everybody():
    Registration.objects.all().delete()
    OutboxMessage.objects.all().delete()


@pytest.fixture(autouse=True)
def _nobody_has_registered(db):
    forget_everybody()
