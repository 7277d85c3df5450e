"""The matrix of ten thousand pages in two languages: few queries, and not much slower than the list alone."""

import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_user
from tests.translations.crowds import make_crowd
from translations.matrix import Matrix

pytestmark = pytest.mark.django_db
NUMBER = 10_000
QUERIES = 15
# What a screen may cost, times the list without any status. By state, the states of all pages are found.
SCREENS = {"": 4, "p=100": 4, "q=999": 4, "ordering=-due": 6, "state=outdated&state=missing": 15, "due=overdue": 15}


def seconds_of(client, address):
    began = time.process_time()
    assert client.get(address).status_code == 200
    return time.process_time() - began


def test_a_screen_of_ten_thousand_pages_costs_few_queries_and_little_time(client, monkeypatch):
    make_crowd(NUMBER)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client.force_login(make_user(is_superuser=True))
    client.get("/cms/translations/")
    with monkeypatch.context() as patch:
        patch.setattr(Matrix, "cells", lambda matrix, sources: {})
        list_alone = min(seconds_of(client, "/cms/translations/") for _ in range(2))
    for query, factor in SCREENS.items():
        with CaptureQueriesContext(connection) as queries:
            # The list without the frame of the CMS around it.
            response = client.get(f"/cms/translations/results/?{query}")
        assert "table" in response.content.decode()
        assert len(queries) <= QUERIES, (query, [one["sql"][:100] for one in queries])
        assert seconds_of(client, f"/cms/translations/?{query}") < factor * list_alone, query
