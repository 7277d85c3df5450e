"""A training for which one can sign up."""

import pytest

from tests.factories import (
    make_training,
)


@pytest.fixture
def page():
    return make_training(registration="here", capacity=2, waitlist_capacity=1)
