"""A training, and somebody who may do everything with its people."""

import pytest

from tests.factories import make_training, make_user, training_of
from tests.trainings.office.reading import in_english


@pytest.fixture
def page():
    return make_training(registration="here", capacity=2, waitlist_capacity=2, title="Peruspäivä")


@pytest.fixture
def training(page):
    return training_of(page)


@pytest.fixture
def desk(client):
    client.force_login(in_english(make_user("Training organisers")))
    return client
