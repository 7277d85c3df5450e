"""What a test needs of the machine; without it the test is skipped and the reason told."""

import pytest

from home import words


def has_voikko():
    with words.handle_lock:
        return words.voikko() is not None


needs_voikko = pytest.mark.skipif(not has_voikko(), reason="Voikko is not installed (Debian: libvoikko1 voikko-fi)")
