"""Requests that no page can answer."""

from django.http import Http404
from django.views.defaults import page_not_found


class NullByteMiddleware:
    """Answer 404 to an address or query with a null byte, before it reaches a database that refuses such text."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "\x00" in request.path or any("\x00" in text for text in self.query_texts(request)):
            return page_not_found(request, Http404())
        return self.get_response(request)

    @staticmethod
    def query_texts(request):
        for name, values in request.GET.lists():
            yield name
            yield from values
