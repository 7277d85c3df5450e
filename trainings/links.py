"""Secret links to people's own pages. The database keeps only hashes: who reads it can open nobody's page."""

import hashlib
import secrets

from django.urls import reverse
from django.utils.translation import override

from home.printed import absolute
from trainings.models import OwnPageLink, Registration


def digest_of(secret):
    return hashlib.sha256(secret.encode()).hexdigest()


def make_link(registration):
    """A new link to the person's own page, in the person's language: its absolute address."""
    secret = secrets.token_urlsafe(24)
    OwnPageLink.objects.create(registration=registration, digest=digest_of(secret))
    with override(registration.language):
        return absolute(reverse("own_registration", args=[secret]))


def find(secret):
    """The registration that a secret opens, with its training, or None (one query)."""
    return (
        Registration.objects.filter(links__digest=digest_of(secret), anonymised_at__isnull=True)
        .select_related("training")
        .first()
    )
