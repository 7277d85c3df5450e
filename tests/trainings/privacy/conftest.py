"""A training with somebody in it."""

import pytest

from home.models import Contact
from tests.factories import fresh, make_training, stream
from tests.trainings.privacy.traces import sign_in


@pytest.fixture
def page():
    question = {"label": "Mitä syöt?", "help_text": "", "kind": "text", "options": [], "is_required": False}
    return make_training(
        registration="here", capacity=2, mode="hybrid", questions=stream(("question", question)), retention_days=60
    )


@pytest.fixture
def contact(page):
    """The contact of the training, who answers for it."""
    contact = Contact.objects.filter(locale__language_code="fi").exclude(email="").first()
    page = fresh(page)
    page.contact = contact
    page.save_revision().publish()
    return contact


@pytest.fixture
def staff(client):
    """Somebody who may do everything with people's data, signed in."""
    return sign_in(client, "view_registration", "export_registration", "delete_registration", "view_registrationneeds")
