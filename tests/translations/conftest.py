"""The CMS speaks English in these tests, as the code does; a module names another language as CMS_LANGUAGE."""

import pytest
from django.test import Client
from django.utils.translation import override
from wagtail.users.models import UserProfile

from translations.models import GlossaryTerm


@pytest.fixture
def cms_language(request):
    return getattr(request.module, "CMS_LANGUAGE", "en")


@pytest.fixture(autouse=True)
def _in_one_language(monkeypatch, cms_language):
    monkeypatch.setattr(UserProfile, "get_preferred_language", lambda self: self.preferred_language or cms_language)
    with override(cms_language):
        yield


@pytest.fixture
def client(cms_language):
    return Client(headers={"accept-language": cms_language})


@pytest.fixture
def no_terms(db):
    """A glossary without the demo's terms."""
    GlossaryTerm.objects.all().delete()
