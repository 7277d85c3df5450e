"""What each kind of page costs, beside a bare view in the same run: `python -m tests.bench`.

Reads the database of the development settings (run `make demo` once before). Each page is answered in this process,
without a server: the first request counts as the cold one, the next ones are warm.
"""

import gzip
import os
import statistics
import sys
import time

WARM_UP, ROUNDS = 5, 20


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_config.settings.dev")
    import django
    from django.conf import settings

    settings.DEBUG = False
    settings.ALLOWED_HOSTS = ["*"]
    django.setup()
    rows = [("bare view", "", measure_bare_view())]
    rows += [(kind, path, measure_address(path)) for kind, path in addresses()]
    print_table(rows)
    print_typesetting()
    print_matrix()


def print_matrix(number=10_000):
    """Seconds of this process, and queries, of screens of the translators' matrix beside the same list without states:
    so many pages in two languages, put into the database of the development settings and taken out again."""
    from django.contrib.auth import get_user_model
    from django.db import connection, transaction
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from tests.translations.crowds import make_crowd
    from translations.matrix import Matrix

    with transaction.atomic():
        make_crowd(number)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        client = Client(SERVER_NAME="localhost")
        client.force_login(get_user_model().objects.filter(is_superuser=True).first())

        def cost_of(query):
            with CaptureQueriesContext(connection):
                connection.queries_log.clear()
                client.get(f"/cms/translations/results/?{query}")
                queries = len(connection.queries_log)
            seconds = []
            for _ in range(3):
                began = time.process_time()
                client.get(f"/cms/translations/?{query}")
                seconds.append(time.process_time() - began)
            return f"{statistics.median(seconds):.2f} s, {queries} queries"

        cost_of("")
        cells = Matrix.cells
        Matrix.cells = lambda matrix, sources: {}
        sys.stdout.write(f"matrix of {number} pages: the list alone: {cost_of('')}\n")
        Matrix.cells = cells
        for query in ("", "p=100", "q=999", "ordering=-due", "state=outdated&state=missing", "due=overdue"):
            sys.stdout.write(f"matrix of {number} pages: {query or 'first screen'}: {cost_of(query)}\n")
        transaction.set_rollback(True)


def print_typesetting():
    """Seconds by the clock of a new file of each form of a list, in a process of its own as on the site."""
    from home.typesetting import typeset
    from tiplists import printing
    from tiplists.models import TipListPage

    page = max(TipListPage.objects.live(), key=lambda page: len(page.tips))
    for name in (*printing.VARIANTS, *printing.PICTURES):
        job = printing.job(page, name)
        seconds = []
        for _ in range(5):
            began = time.perf_counter()
            typeset(job)
            seconds.append(time.perf_counter() - began)
        sys.stdout.write(f"set anew: {name:7} {statistics.median(seconds):.2f} s, {len(page.tips)} tips, {page.url}\n")


def addresses():
    """(kind, path) of a Finnish page of each kind, the one with most content; then what is not a page."""
    from django.conf import settings
    from django.db.utils import DatabaseError

    from tests.served import Server, describe_pages

    server = Server("", None)
    try:
        describe_pages(server)
    except (DatabaseError, ValueError) as error:
        sys.exit(f"The development database holds no demo ({error}). Run: make demo")
    paths = server.paths[settings.LANGUAGE_CODE]
    rest = {
        "rss": f"{paths['blog']}feed/rss/",
        "calendar": f"{paths['trainings']}calendar.ics",
        "sitemap": f"/sitemap-{settings.LANGUAGE_CODE}.xml",
        "stored PDF": f"{paths['tip-list']}a4.pdf",
    }
    paths["not-found"] = paths.pop("not-found")  # last
    return [*paths.items(), *rest.items()]


def measure_address(path):
    from django.test import Client

    client = Client(SERVER_NAME="localhost")
    return measure(lambda: client.get(path))


def measure_bare_view():
    """A view that answers at once, through the same middleware."""
    from django.http import HttpResponse
    from django.test import Client, override_settings
    from django.urls import path

    class Urls:
        urlpatterns = [path("bare/", lambda request: HttpResponse("ok"))]

    with override_settings(ROOT_URLCONF=Urls):
        client = Client(SERVER_NAME="localhost")
        return measure(lambda: client.get("/bare/"))


def measure(get):
    """Queries cold and warm, median CPU milliseconds when warm, bytes plain and packed by gzip."""
    from django.core.cache import cache

    cache.clear()
    cold, _response = queries_of(get)
    for _ in range(WARM_UP):
        get()
    warm, response = queries_of(get)
    milliseconds = []
    for _ in range(ROUNDS):
        began = time.process_time()
        get()
        milliseconds.append((time.process_time() - began) * 1000)
    body = response.getvalue() if response.streaming else response.content
    return response.status_code, cold, warm, statistics.median(milliseconds), len(body), len(gzip.compress(body, 6))


def queries_of(get):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        response = get()
    return len(captured), response


def print_table(rows):
    heads = ["page", "status", "queries cold", "queries warm", "CPU ms", "x bare", "bytes", "gzip", "address"]
    bare = rows[0][2][3]
    table = [
        [kind, status, cold, warm, f"{cpu:.1f}", f"{cpu / bare:.0f}", size, packed, path]
        for kind, path, (status, cold, warm, cpu, size, packed) in rows
    ]
    table = [heads, *([str(cell) for cell in line] for line in table)]
    widths = [max(len(line[column]) for line in table) for column in range(len(heads))]
    for line in table:
        cells = [
            cell.ljust(width) if column in (0, len(heads) - 1) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        sys.stdout.write("  ".join(cells).rstrip() + "\n")


if __name__ == "__main__":
    main()
