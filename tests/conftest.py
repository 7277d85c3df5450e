"""The test database is built once: migrations, then the demo, which most tests read.

`--reuse-db` keeps it between runs; run `pytest --create-db` after a change of models or of the demo's content.
"""

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    from home.models import HomePage, OutboxMessage
    from tiplists import files

    with django_db_blocker.unblock():
        if not HomePage.objects.exists():
            with pytest.MonkeyPatch.context() as patch:
                # The files of the lists, which publishing orders, are made when a test asks for one.
                patch.setattr(files, "make_all", lambda page: None)
                call_command("load_demo", base_url="http://testserver", verbosity=0)
            # The demo's mails are marked as sent. Without them, tests count the mails that they cause from zero.
            OutboxMessage.objects.all().delete()
            # The demo's pictures are resized here once; in a test they would be made anew, as it is rolled back.
            for address in ("/fi/hanke/", "/sv/projektet/", "/en/project/"):
                Client().get(address)


@pytest.fixture(autouse=True)
def _empty_cache():
    """What one test caches of a database that is rolled back, no other may see."""
    cache.clear()
