"""How often one network or mail address may ask for something that costs: a message, a file made to order, a seat."""

from django.conf import settings
from django.core.cache import cache
from django.utils import timezone
from django.utils.crypto import salted_hmac


def too_many(request, what, limit):
    """Whether more than `limit` requests of this kind came from this network address in the last hour."""
    return too_many_of(address_of(request), what, limit)


def too_many_of(address, what, limit):
    """Whether this is more than `limit` times that something of this address was counted in this hour of the clock.

    Keeps only a hash of the address.
    """
    key = f"limit-{what}-{timezone.now():%Y%m%d%H}-{salted_hmac('home.limits', address).hexdigest()}"
    cache.add(key, 0, timeout=3600)
    try:
        count = cache.incr(key)
    except ValueError:  # the count expired between the two calls
        return False
    cache.touch(key, 3600)  # counting in a database cache shortens the time that it is kept
    return count > limit


def address_of(request):
    """The network address of the reader: that which the proxy in front saw, never what the reader claims."""
    if settings.IS_BEHIND_PROXY and (seen := request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()):
        return seen
    return request.META.get("REMOTE_ADDR", "")
