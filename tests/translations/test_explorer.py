"""The languages of each page in Wagtail's page explorer."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.users.models import UserProfile

from tests.factories import home_of, make_standard_page, make_user
from tests.translations.translating import followed, write, write_all
from translations.publishing import publish
from translations.views.explorer import add_marks

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = make_user("Editors")
    UserProfile.objects.create(user=user, preferred_language="en")
    client.force_login(user)
    return user


def marks(client, parent, page):
    """[(what is seen, what is read out, address)] in the row of a page."""
    soup = BeautifulSoup(
        client.get(f"/cms/pages/{parent.pk}/?ordering=-latest_revision_created_at").content, "html.parser"
    )
    row = soup.find(id=f"page_{page.pk}_title").find_parent("tr")
    return [
        (a.select_one("[aria-hidden]").get_text(), a.select_one(".w-sr-only").get_text(), a["href"])
        for a in row.select("td.languages a")
    ]


def test_a_source_tells_of_each_language(client, editor):
    page = make_standard_page(title="Tila")
    swedish = followed(page, "sv")
    write(swedish, 0)
    assert marks(client, home_of(), page) == [
        ("sv 50 %", "Svenska: In translation 50 %, Tila", reverse("translations:segments", args=[swedish.pk])),
        ("en Missing", "English: Missing, Tila", f"/cms/translations/?only={page.pk}"),
    ]


def test_a_translation_tells_of_itself(client, editor):
    page = make_standard_page(title="Tila")
    swedish = followed(page, "sv")
    write_all(swedish)
    target = publish(swedish, None)
    assert [seen for seen, _read, _url in marks(client, home_of("sv"), target)] == ["sv Up to date"]


def test_the_row_in_the_matrix_is_found(client, editor):
    page = make_standard_page(title="Tila")
    response = client.get(f"/cms/translations/?only={page.pk}")
    assert "Tila" in response.content.decode()
    assert client.get("/cms/translations/?only=x").status_code == 200


def test_a_translator_sees_their_own_language_alone(client):
    client.force_login(make_user("Translators: %(language)s", "sv"))
    target = followed(make_standard_page(), "sv").get_target_instance()
    assert len(marks(client, home_of("sv"), target)) == 1


def test_more_pages_cost_no_more_queries():
    """Of the column alone: buttons of wagtail-localize ask several times for each page of a listing."""
    pages = [make_standard_page() for _ in range(4)]
    for page in pages:
        write(followed(page, "sv"), 0)

    def queries(some):
        user = make_user("Training organisers")
        with CaptureQueriesContext(connection) as captured:
            add_marks(some, user)
        return len(captured)

    assert queries(pages) == queries(pages[:1]) <= 15
    assert [mark.code for mark in pages[0].marks] == []
    add_marks(pages, make_user("Editors"))
    assert {mark.code for page in pages for mark in page.marks} == {"sv", "en"}
