"""What many pages show and few changes alter, remembered for a minute.

Any change of a page, a snippet or a setting forgets all of it at once in processes that share the cache; with a cache
in each process's own memory the others follow within the minute.
"""

import uuid

from django.core.cache import cache
from django.db import transaction

SECONDS = 60
GENERATION = "site-generation"


def remember(key, build):
    """The value of `build()`, made at most once a minute for each `key` while nothing changes."""
    generation = cache.get(GENERATION, "first")
    full_key = f"remembered:{generation}:{key}"
    value = cache.get(full_key)
    if value is None:
        value = build()
        cache.set(full_key, value, SECONDS)
    return value


def forget():
    """Forget everything now and, since another process may still read the old rows, again after the commit."""
    cache.set(GENERATION, uuid.uuid4().hex, None)
    if transaction.get_connection().in_atomic_block:
        transaction.on_commit(lambda: cache.set(GENERATION, uuid.uuid4().hex, None))
