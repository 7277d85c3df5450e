"""Bad input: 404 or the nearest sensible page in the reader's language, never 500."""

import re

import pytest
from django.http import HttpRequest
from django.test import Client
from django.utils.translation import override

from blog.models import BlogIndexPage
from home import views
from home.models import FeedbackPage, MunicipalityIndexPage
from tests.factories import index_of, make_post, make_tip_list, make_training
from tests.reading import hrefs, said, soup_of
from tiplists.models import TipListIndexPage
from trainings.models import TrainingIndexPage

LISTINGS = {
    code: [
        f"/{code}/{slugs[0]}/",
        f"/{code}/{slugs[1]}/",
        f"/{code}/{slugs[2]}/",
        f"/{code}/{slugs[3]}/",
        f"/{code}/{slugs[3]}/feed/rss/",
        f"/{code}/{slugs[3]}/feed/atom/",
        f"/{code}/{slugs[1]}/calendar.ics",
    ]
    for code, slugs in {
        "fi": ("kumppanikunnat", "valmennukset", "vinkkilistat", "blogi"),
        "sv": ("partnerkommuner", "utbildningar", "tipslistor", "blogg"),
        "en": ("municipalities", "trainings", "tip-lists", "blog"),
    }.items()
}
HOSTILE = [
    "'; DROP TABLE wagtailcore_page; --",
    '"><script>alert(1)</script>',
    "../../etc/passwd",
    "%s%n%x",
    "{{ 7*7 }}",
    "\u202e\ufeffåäö 🧶",
    "-1",
    "0",
    "1e999",
    "NaN",
    "²",
    "٣",
    "1" * 4000,
    "ä" * 3000,
    "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    "[]",
    "null",
    " ",
]
NAMES = ["page", "topic", "municipality", "year", "mode", "untranslated", "printed", "sent", "nonsense"]


@pytest.fixture
def outsider():
    """A reader whose errors are answered as on the real site, not raised."""
    return Client(raise_request_exception=False)


@pytest.mark.django_db
class TestNotFound:
    @pytest.mark.parametrize("code", ["fi", "sv", "en"])
    def test_a_missing_page_is_said_in_the_language_of_the_address(self, client, code):
        response = client.get(f"/{code}/eipa-ole/")
        soup = soup_of(response)
        assert response.status_code == 404
        assert soup.html["lang"] == code
        assert soup.h1.get_text() == said("Page not found", code)
        assert f"/{code}/" in hrefs(soup)
        assert len(hrefs(soup.find("main"))) >= 5
        assert not response.cookies
        assert soup.find("link", rel="canonical") is None

    @pytest.mark.parametrize(
        "address",
        [
            "/de/", "/xx/blogi/", "/fi-FI/", "/fi/fi/", "/fi/blogi/feed/", "/fi/blogi/feed/json/", "/wp-login.php",
            "/.env", "/fi/%2e%2e/%2e%2e/etc/passwd", "/fi/blogi/%0d%0aSet-Cookie:x=1/", "/fi//blogi/",
            "/v/1/x/", "/v/999999999999999999999/abc/", "/v/48/", "/documents/9999/x.pdf", "/sitemap-.xml",
            "/fi/valmennukset/calendar.pdf", "/fi/calendar.ics", "/fi/%F0%9F%A7%B6/", "/fi/%ff%fe/", "/media/../x",
        ],
    )  # fmt: skip
    def test_an_address_of_nothing_is_not_found(self, outsider, address):
        response = outsider.get(address, follow=True)
        assert response.status_code == 404

    def test_a_very_long_address_is_not_found(self, outsider):
        assert outsider.get("/fi/" + "a/" * 900).status_code == 404
        assert outsider.get("/fi/" + "a" * 5000 + "/").status_code == 404

    def test_an_address_without_its_slash_leads_to_the_page(self, client):
        response = client.get("/fi/blogi")
        assert (response.status_code, response["Location"]) == (301, "/fi/blogi/")


@pytest.mark.django_db
class TestNullBytes:
    @pytest.mark.parametrize(
        "address",
        ["/%00", "/fi/%00/", "/fi/blogi/%00", "/cms/%00", "/sitemap-%00.xml", "/v/48/%00/", "/documents/1/%00"],
    )
    def test_a_null_byte_in_an_address_is_not_found(self, outsider, address):
        assert outsider.get(address, follow=True).status_code == 404

    @pytest.mark.parametrize("name", [*NAMES, "x%00y"])
    def test_a_null_byte_in_a_query_is_not_found(self, outsider, name):
        for address in (*LISTINGS["fi"], "/fi/", "/sitemap-fi.xml"):
            assert outsider.get(f"{address}?{name}=a%00b").status_code == 404

    def test_a_null_byte_in_a_form_is_told_at_the_field(self, outsider):
        page = index_of(FeedbackPage)
        response = outsider.post(page.url, {"message": "a\x00b", "name": "\x00", "email": "", "page_address": ""})
        assert response.status_code == 200
        assert soup_of(response).select_one("[data-error-summary]")

    def test_a_null_byte_in_a_cookie_changes_nothing(self, outsider):
        outsider.cookies["sessionid"] = "a\x00b"
        assert outsider.get("/fi/").status_code == 200


@pytest.mark.django_db
class TestQueries:
    @pytest.mark.parametrize("name", NAMES)
    def test_hostile_values_never_break_a_list_a_feed_or_the_calendar(self, outsider, name):
        broken = [
            (address, value[:40], response.status_code)
            for address in ("/fi/", *LISTINGS["fi"])
            for value in HOSTILE
            if (response := outsider.get(address, {name: value})).status_code not in (200, 404)
        ]
        assert broken == []

    @pytest.mark.parametrize("code", ["sv", "en"])
    def test_hostile_values_everywhere_at_once_break_no_other_language_either(self, outsider, code):
        broken = [
            (address, value[:40], response.status_code)
            for address in (f"/{code}/", *LISTINGS[code])
            for value in HOSTILE
            if (response := outsider.get(address, dict.fromkeys(NAMES, value))).status_code not in (200, 404)
        ]
        assert broken == []

    @pytest.mark.parametrize("code", ["fi", "sv", "en"])
    def test_nothing_hostile_comes_back_as_markup(self, client, code):
        for address in LISTINGS[code][:4]:
            for name in NAMES:
                content = client.get(address, {name: '"><script>alert(1)</script>'}).content
                assert b"<script>alert" not in content

    def test_over_long_queries_and_very_many_parameters_are_answered(self, outsider):
        for address in LISTINGS["fi"]:
            assert outsider.get(address + "?x=" + "a" * 20000).status_code == 200
            assert outsider.get(address + "?" + "&".join(f"page={n}" for n in range(900))).status_code == 200
            assert outsider.get(address + "?" + "&".join(f"x{n}=1" for n in range(20000))).status_code in (200, 400)

    def test_a_query_that_is_no_utf8_is_answered(self, outsider):
        for address in (*LISTINGS["fi"], "/fi/"):
            for name in NAMES:
                assert outsider.get(f"{address}?{name}=%ff%fe%80").status_code in (200, 404)

    def test_a_page_beyond_the_end_is_the_last_one(self, client):
        for _ in range(11):
            make_post()
        response = client.get("/fi/blogi/?page=99")
        assert response.status_code == 200
        assert response.context["listing"].page.number == 2
        assert soup_of(response).find("link", rel="canonical")["href"] == "http://testserver/fi/blogi/?page=2"

    @pytest.mark.parametrize("value", ["abc", "-5", "0", "1.5", ""])
    def test_a_page_number_that_is_none_is_the_nearest_one(self, client, value):
        response = client.get("/fi/blogi/", {"page": value})
        assert response.status_code == 200
        assert response.context["listing"].page.number == 1

    @pytest.mark.parametrize("model", [BlogIndexPage, TrainingIndexPage, TipListIndexPage])
    def test_a_filter_value_that_does_not_exist_gives_an_empty_list_that_says_so(self, client, model):
        page = index_of(model)
        for name in ("topic", "municipality"):
            response = client.get(page.url, {name: "ei-ole"})
            soup = soup_of(response)
            assert response.status_code == 200
            assert response.context["listing"].items == []
            assert soup.find("meta", attrs={"name": "robots"})["content"].startswith("noindex")
            assert soup.find("link", rel="canonical")["href"] == page.full_url
            assert page.url in hrefs(soup.find("main"))

    def test_an_unknown_topic_of_a_feed_or_calendar_is_not_found(self, client):
        for address in LISTINGS["fi"][4:]:
            assert client.get(address, {"topic": "ei-ole"}).status_code == 404

    def test_the_topic_of_another_language_is_unknown(self, client):
        assert client.get("/fi/blogi/", {"topic": "delaktighet"}).context["listing"].items == []

    def test_hostile_queries_cost_no_more_queries_than_ordinary_ones(self, client, django_assert_max_num_queries):
        for address in LISTINGS["fi"][:4]:
            client.get(address)
            with django_assert_max_num_queries(15):
                client.get(address, dict.fromkeys(NAMES, "x" * 3000))

    def test_pages_themselves_ignore_unknown_queries(self, outsider):
        for page in (make_post(), make_training(), make_tip_list()):
            for value in HOSTILE:
                assert outsider.get(page.url, dict.fromkeys(NAMES, value)).status_code == 200


@pytest.mark.django_db
class TestMethods:
    @pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options"])
    def test_other_methods_never_break_a_page(self, outsider, method):
        for address in (
            "/fi/",
            *LISTINGS["fi"],
            "/robots.txt",
            "/sitemap.xml",
            "/v/48/abc/",
            "/",
            index_of(FeedbackPage).url,
        ):
            assert getattr(outsider, method)(address).status_code < 500

    def test_a_head_request_has_the_status_and_no_body(self, client):
        response = client.head("/fi/")
        assert (response.status_code, response.content) == (200, b"")


@pytest.mark.django_db
class TestHosts:
    @pytest.mark.parametrize("host", ["evil.example", "testserver.evil.example", "a b", "testserver:abc", "[::", "-"])
    def test_a_wrong_host_is_refused(self, outsider, host):
        for address in ("/", "/fi/", "/robots.txt", "/sitemap.xml"):
            assert outsider.get(address, headers={"host": host}).status_code == 400

    @pytest.mark.parametrize(
        "address",
        ["/fi/", "/fi/blogi/", "/fi/blogi/feed/rss/", "/fi/blogi/feed/atom/", "/sitemap.xml", "/sitemap-fi.xml"],
    )
    def test_the_host_of_a_request_is_in_no_address_of_the_page(self, client, address):
        content = client.get(address, headers={"host": "localhost"}).content.decode()
        assert "http://testserver/" in content
        assert "http://localhost" not in content


class TestServerError:
    """No database mark: a query would fail the test."""

    @pytest.mark.parametrize("code", ["fi", "sv", "en"])
    def test_the_page_of_a_server_error_needs_no_database(self, code):
        with override(code):
            response = views.server_error(HttpRequest())
        soup = soup_of(response)
        assert response.status_code == 500
        assert soup.html["lang"] == code
        assert soup.h1.get_text() == said("Something went wrong", code)
        assert {tag["lang"] for tag in soup.find("main").find_all(lang=True)} == {"fi", "sv", "en"} - {code}

    def test_the_page_of_a_server_error_tells_nothing_of_the_fault(self):
        text = views.server_error(HttpRequest()).content.decode()
        assert "Traceback" not in text
        assert not re.search(r"\.py\b", text)


@pytest.mark.django_db
def test_a_fault_in_a_page_gives_the_page_of_a_server_error(monkeypatch, outsider):
    def fail(*args, **kwargs):
        raise RuntimeError("secret detail")

    monkeypatch.setattr(BlogIndexPage, "get_context", fail)
    response = outsider.get("/fi/blogi/")
    assert response.status_code == 500
    assert "secret detail" not in response.content.decode()
    assert soup_of(response).html["lang"] == "fi"


@pytest.mark.django_db
class TestForgedForms:
    @pytest.mark.parametrize("code", ["fi", "sv", "en"])
    def test_a_form_without_its_cookie_is_refused_in_the_language_of_the_address(self, code):
        page = index_of(FeedbackPage, code)
        response = Client(enforce_csrf_checks=True).post(page.url, {"message": "Hei"})
        soup = soup_of(response)
        assert response.status_code == 403
        assert soup.html["lang"] == code
        assert soup.h1.get_text() == said("You cannot open this page", code)


@pytest.mark.django_db
def test_lists_stay_sensible_on_a_site_without_items(client):
    for model in (MunicipalityIndexPage, TrainingIndexPage, TipListIndexPage, BlogIndexPage):
        for child in index_of(model).get_children():
            child.delete()
    for address in ("/fi/", *LISTINGS["fi"]):
        assert client.get(address).status_code == 200
    for address in LISTINGS["fi"][:4]:
        assert soup_of(client.get(address)).select("main .empty")


def test_the_icon_that_browsers_look_for_beside_a_pdf_is_there(client):
    assert client.get("/favicon.ico")["Location"].startswith("/static/img/favicon")
