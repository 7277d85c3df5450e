"""A training with a contact."""

from datetime import time

import pytest
from wagtail.models import Locale

from home.models import Contact
from tests.factories import make_training
from tests.trainings.mail.letters import DAY


@pytest.fixture
def contact():
    return Contact.objects.create(
        locale=Locale.objects.get(language_code="fi"),
        name="Kaisa Kontakti",
        title="Suunnittelija",
        phone="040 555 0000",
        email="kaisa@example.org",
    )


@pytest.fixture
def page(contact):
    return make_training(
        title="Kohtaaminen",
        registration="here",
        capacity=1,
        starts_on=DAY,
        starts_at=time(9),
        ends_at=time(15, 30),
        venue="Kirjasto",
        address="Katu 1, Nivala",
        contact=contact,
    )
