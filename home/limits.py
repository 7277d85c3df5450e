"""How often one network address may ask for something that costs: a message, a file made to order."""

from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac


def too_many(request, what, limit):
    """Whether more than `limit` requests of this kind came from this address in the last hour. Keeps only a hash."""
    key = f"limit-{what}-{salted_hmac('home.limits', address_of(request)).hexdigest()}"
    cache.add(key, 0, timeout=3600)
    try:
        return cache.incr(key) > limit
    except ValueError:  # the count expired between the two calls
        return False


def address_of(request):
    """The network address of the reader: that which the proxy in front saw, never what the reader claims."""
    if settings.IS_BEHIND_PROXY and (seen := request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()):
        return seen
    return request.META.get("REMOTE_ADDR", "")
