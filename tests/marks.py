"""Where a test can or need not run; then it is skipped and the reason told."""

import pytest
from django.conf import settings

from home import words


def has_voikko():
    with words.handle_lock:
        return words.voikko() is not None


needs_voikko = pytest.mark.skipif(not has_voikko(), reason="Voikko is not installed (Debian: libvoikko1 voikko-fi)")

# The same HTML comes from every database; what a browser makes of it takes five minutes.
looks = pytest.mark.skipif(
    not settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"),
    reason="how pages look does not depend on the database and is tested on SQLite alone",
)
