"""Three languages: where a reader is led, what is linked to what, what search engines are told."""

import re

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from blog.models import BlogIndexPage, BlogPage
from home.models import HomePage, SiteSettings
from tests.factories import (
    demo_page,
    fresh,
    home_of,
    index_of,
    make_alias,
    make_post,
    make_standard_page,
    make_tip_list,
    make_training,
    translate,
)
from tests.reading import hrefs, public_pages, said, soup_of, xml_of
from tiplists.models import TipListPage

pytestmark = pytest.mark.django_db

NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
UNTRANSLATED_POST = "yhdistykset-kunnan-hyte-tyossa"


def alternates_of(soup):
    return {link["hreflang"]: link["href"] for link in soup.find_all("link", rel="alternate", hreflang=True)}


def switcher_of(soup):
    """{language: address or None for the current one} of the language switcher."""
    return {item["lang"]: item.get("href") for item in soup.select(".languages [lang]")}


def locations(response):
    return [item.text for item in xml_of(response).findall(".//s:loc", NAMESPACES)]


class TestRoot:
    @pytest.mark.parametrize(
        ("header", "address"),
        [
            ("sv-FI,sv;q=0.9,en;q=0.5", "/sv/"),
            ("en-GB,en;q=0.9", "/en/"),
            ("fi", "/fi/"),
            ("de, en;q=0.3", "/en/"),
            ("zh-Hans, *;q=0.1", "/fi/"),
            ("", "/fi/"),
            ("q=;;;,,,*", "/fi/"),
            ("x" * 5000, "/fi/"),
        ],
    )
    def test_the_root_leads_to_the_language_of_the_browser(self, client, header, address):
        response = client.get("/", headers={"accept-language": header})
        assert (response.status_code, response["Location"]) == (302, address)
        assert "Accept-Language" in response["Vary"]
        assert "no-store" in response["Cache-Control"]

    @pytest.mark.parametrize(
        ("header", "address"), [("sv", "/fi/"), ("sv, en;q=0.5", "/en/"), ("en;q=0.5,sv,fi;q=0.6", "/fi/")]
    )
    def test_the_root_leads_past_a_language_that_is_not_published(self, client, header, address):
        home_of("sv").unpublish()
        assert client.get("/", headers={"accept-language": header})["Location"] == address

    def test_the_root_leads_past_a_language_whose_home_is_an_alias(self, client):
        home_of("en").delete()
        make_alias(home_of("fi"), "en")
        assert client.get("/", headers={"accept-language": "en"})["Location"] == "/fi/"


class TestAlternates:
    def test_a_translated_page_names_its_translations_and_the_default(self, client):
        page = index_of(BlogIndexPage, "sv")
        found = alternates_of(soup_of(client.get(page.url)))
        assert found == {
            "fi": "http://testserver/fi/blogi/",
            "sv": "http://testserver/sv/blogg/",
            "en": "http://testserver/en/blog/",
            "x-default": "http://testserver/fi/blogi/",
        }

    def test_alternates_point_back_at_each_other_on_every_page(self, client):
        named = {page.full_url: alternates_of(soup_of(client.get(page.url))) for page in public_pages()}
        one_sided = [
            (address, code)
            for address, found in named.items()
            for code, other in found.items()
            if named.get(other) != found
        ]
        assert one_sided == []
        assert sum(1 for found in named.values() if len(found) == 4) > 70

    def test_a_page_in_one_language_alone_names_no_alternates(self, client):
        page = make_standard_page()
        assert alternates_of(soup_of(client.get(page.url))) == {}

    def test_a_draft_translation_is_no_alternate(self, client):
        page = make_standard_page()
        translate(page, "sv", live=False, title="Utkast")
        assert alternates_of(soup_of(client.get(page.url))) == {}


class TestSwitcher:
    def test_the_switcher_leads_to_the_translations(self, client):
        page = demo_page("nivala", "en")
        assert switcher_of(soup_of(client.get(page.url))) == {
            "fi": "/fi/kumppanikunnat/nivala/",
            "sv": "/sv/partnerkommuner/nivala/",
            "en": None,
        }

    def test_the_switcher_leads_an_untranslated_post_to_the_parent_with_a_notice(self, client):
        post = demo_page(UNTRANSLATED_POST)
        soup = soup_of(client.get(post.url))
        address = switcher_of(soup)["en"]
        assert address == f"/en/blog/?untranslated={post.pk}"
        link = soup.select_one('.languages a[lang="en"]')
        assert "not translated yet" in link.get_text()
        notice = soup_of(client.get(address)).select_one("main .note")
        assert "This page has not been translated yet." in notice.get_text()
        original = notice.find("a")
        assert original["href"] == post.url
        assert original["hreflang"] == "fi"
        assert original.find("span")["lang"] == "fi"
        assert post.title in original.get_text()

    def test_the_notice_of_an_untranslated_tip_list_is_in_the_language_of_the_page_it_stands_on(self, client):
        page = TipListPage.objects.filter(locale__language_code="fi").exclude(
            translation_key__in=TipListPage.objects.live().filter(locale__language_code="sv").values("translation_key")
        ).get()  # fmt: skip
        address = switcher_of(soup_of(client.get(page.url)))["sv"]
        assert address == f"/sv/tipslistor/?untranslated={page.pk}"
        text = soup_of(client.get(address)).select_one("main .note").get_text()
        assert page.title in text
        assert said("This page has not been translated yet.", "sv") in text

    def test_a_switcher_names_each_language_in_itself(self, client):
        soup = soup_of(client.get("/fi/"))
        assert [item.get_text() for item in soup.select(".languages [lang]")] == ["Suomi", "Svenska", "English"]

    def test_the_canonical_of_a_page_with_the_notice_is_the_page(self, client):
        post = demo_page(UNTRANSLATED_POST)
        soup = soup_of(client.get(f"/en/blog/?untranslated={post.pk}"))
        assert soup.find("link", rel="canonical")["href"] == "http://testserver/en/blog/"

    @pytest.mark.parametrize(
        "value",
        [
            "",
            "0",
            "-1",
            "abc",
            "1e3",
            "999999999",
            "9" * 40,
            "١٢",
            "²",
            "1%20OR%201=1",
            "%3Cscript%3E",
            "1,2",
            "%FF%FE",
        ],
    )
    def test_a_hostile_value_of_the_notice_is_ignored(self, client, value):
        response = client.get(f"/en/blog/?untranslated={value}")
        assert response.status_code == 200
        assert b"has not been translated" not in response.content

    def test_the_notice_names_no_page_that_is_translated_draft_or_private(self, client):
        from wagtail.models import PageViewRestriction

        translated = demo_page("nivala")
        draft = make_post(live=False, title="Luonnos 17")
        private = make_post(title="Salainen 18")
        PageViewRestriction.objects.create(page=private, restriction_type="login")
        for page in (translated, draft, private):
            assert b"has not been translated" not in client.get(f"/en/blog/?untranslated={page.pk}").content

    @pytest.mark.parametrize("address", ["/fi/", "/fi/blogi/", f"/fi/blogi/{UNTRANSLATED_POST}/"])
    def test_a_language_without_a_home_page_is_linked_from_no_page(self, client, address):
        home_of("sv").unpublish()
        soup = soup_of(client.get(address))
        assert set(switcher_of(soup)) == {"fi", "en"}
        assert "sv" not in alternates_of(soup)

    def test_the_notice_names_no_page_of_a_language_that_has_no_home_page_or_is_taken_out(self, client):
        post = make_post("sv", title="Bara på svenska")
        address = f"/fi/blogi/?untranslated={post.pk}"
        assert "Bara på svenska" in client.get(address).content.decode()
        home_of("sv").unpublish()
        assert "Bara på svenska" not in client.get(address).content.decode()
        home_of("sv").save_revision().publish()
        Page.objects.filter(pk=post.pk).update(locale=Locale.objects.create(language_code="de"))
        response = client.get(address)
        assert response.status_code == 200
        assert "Bara på svenska" not in response.content.decode()


class TestAliases:
    def test_an_alias_redirects_to_its_original(self, client):
        post = make_post()
        alias = make_alias(post, "sv")
        response = client.get(alias.url)
        assert (response.status_code, response["Location"]) == (302, post.url)

    def test_an_alias_is_in_no_list_switcher_feed_or_sitemap(self, client):
        post = make_post(title="Vain suomeksi 4711")
        alias = make_alias(post, "sv")
        assert "/sv/" in alias.url
        for address in ("/sv/", "/sv/blogg/", "/sv/blogg/feed/rss/", "/sv/blogg/feed/atom/", "/sitemap-sv.xml"):
            content = client.get(address).content.decode()
            assert post.title not in content
            assert alias.url not in content
        soup = soup_of(client.get(post.url))
        assert switcher_of(soup)["sv"] == f"/sv/blogg/?untranslated={post.pk}"
        assert alternates_of(soup) == {}

    @pytest.mark.parametrize("make", [make_training, make_tip_list, make_standard_page])
    def test_an_alias_of_every_type_redirects_to_its_original(self, client, make):
        page = make()
        alias = make_alias(page, "sv")
        response = client.get(alias.url)
        assert (response.status_code, response["Location"]) == (302, page.url)

    def test_an_alias_of_a_training_offers_no_calendar_of_its_own(self, client):
        alias = make_alias(make_training(), "sv")
        assert client.get(f"{alias.url}calendar.ics").status_code in (302, 404)

    def test_an_alias_of_a_draft_is_not_found(self, client):
        post = make_post()
        alias = make_alias(post, "sv")
        address = alias.url
        post.unpublish()
        assert client.get(address).status_code == 404


class TestPrefixes:
    @pytest.mark.parametrize("leave", ["unpublish", "delete"])
    def test_a_language_without_its_home_shows_no_other_language(self, client, leave):
        getattr(home_of("en"), leave)()
        shown = {
            address: response.status_code
            for address in (
                "/en/", "/en/hanke/", "/en/palaute/", "/en/blog/", "/en/blogi/", "/en/valmennukset/",
                "/en/vinkkilistat/", "/en/kumppanikunnat/", "/en/blogi/feed/rss/", "/en/valmennukset/calendar.ics",
                "/en/valmennukset/hyva-kohtaaminen/", "/en/blogi/silta-kohti-ihmislahtoista-kuntaa/",
            )
            if (response := client.get(address, follow=True)).status_code != 404
        }  # fmt: skip
        assert shown == {}
        assert soup_of(client.get("/en/")).html["lang"] == "en"

    def test_no_page_answers_under_the_prefix_of_another_language(self, client):
        wrong = []
        for page in public_pages():
            rest = page.url[4:]
            for code in {"fi", "sv", "en"} - {page.locale.language_code}:
                response = client.get(f"/{code}/{rest}")
                if response.status_code == 200 and soup_of(response).html["lang"] != code:
                    wrong.append((page.url, code))
        assert wrong == []

    def test_an_address_without_a_prefix_leads_to_that_of_the_source_language(self, client):
        response = client.get("/blogi/")
        assert (response.status_code, response["Location"]) == (302, "/fi/blogi/")
        assert client.get("/ei-ole/", follow=True).status_code == 404


class TestSitemap:
    def test_the_index_names_a_sitemap_of_each_language(self, client):
        assert sorted(locations(client.get("/sitemap.xml"))) == [
            f"http://testserver/sitemap-{code}.xml" for code in ("en", "fi", "sv")
        ]

    def test_the_index_tells_when_each_language_last_changed_without_loading_its_pages(self, client):
        for code in ("fi", "sv", "en"):
            make_post(code)
        with CaptureQueriesContext(connection) as queries:
            changed = [item.find("s:lastmod", NAMESPACES).text[:10] for item in xml_of(client.get("/sitemap.xml"))]
        assert changed == [f"{timezone.localdate():%Y-%m-%d}"] * 3
        assert [query["sql"] for query in queries if 'SELECT "wagtailcore_page"."id"' in query["sql"]] == []

    @pytest.mark.parametrize("code", ["fi", "sv", "en"])
    def test_a_sitemap_has_every_public_page_of_its_language_and_no_other(self, client, code):
        expected = [page.full_url for page in public_pages() if page.locale.language_code == code]
        assert locations(client.get(f"/sitemap-{code}.xml")) == expected

    def test_an_entry_names_itself_among_its_alternates(self, client):
        root = xml_of(client.get("/sitemap-en.xml"))
        for entry in root.findall("s:url", NAMESPACES):
            links = {link.get("hreflang"): link.get("href") for link in entry.findall("x:link", NAMESPACES)}
            if links:
                assert links["en"] == entry.find("s:loc", NAMESPACES).text
                assert links["x-default"] == links["fi"]
        blog = next(
            e for e in root.findall("s:url", NAMESPACES) if e.find("s:loc", NAMESPACES).text.endswith("/en/blog/")
        )
        assert {link.get("hreflang") for link in blog.findall("x:link", NAMESPACES)} == {"fi", "sv", "en", "x-default"}

    def test_a_language_without_a_home_page_is_in_no_sitemap(self, client):
        Locale.objects.create(language_code="de")
        home_of("en").unpublish()
        assert {*locations(client.get("/sitemap.xml"))} == {
            f"http://testserver/sitemap-{code}.xml" for code in ("fi", "sv")
        }
        assert client.get("/sitemap-en.xml", follow=True).status_code == 404
        assert client.get("/sitemap-de.xml", follow=True).status_code == 404
        assert b"/en/" not in client.get("/sitemap-fi.xml").content

    @pytest.mark.parametrize("section", ["de", "xx", "%00", "fi-FI", "fi..", "a" * 300])
    def test_an_unknown_sitemap_is_not_found(self, client, section):
        assert client.get(f"/sitemap-{section}.xml").status_code == 404

    @pytest.mark.parametrize("page", ["2", "-1", "abc", "9" * 30])
    def test_a_page_of_the_sitemap_that_does_not_exist_is_not_found(self, client, page):
        assert client.get(f"/sitemap-fi.xml?p={page}").status_code == 404


class TestRobots:
    def test_the_real_site_shows_its_sitemap_to_robots(self, client):
        text = client.get("/robots.txt").content.decode()
        assert "Sitemap: http://testserver/sitemap.xml" in text
        assert "Disallow: /cms/" in text
        assert not re.search(r"^Disallow: /$", text, re.MULTILINE)

    def test_a_test_site_keeps_robots_out(self, client):
        facts = SiteSettings.objects.get()
        facts.noindex = True
        facts.save()
        assert client.get("/robots.txt").content == b"User-agent: *\nDisallow: /\n"
        soup = soup_of(client.get("/fi/"))
        assert soup.find("meta", attrs={"name": "robots"})["content"] == "noindex, nofollow"


class TestSlugs:
    def test_the_slug_of_a_draft_translation_follows_its_own_title(self):
        post = make_post(title="Hyvä päivä")
        draft = translate(post, "sv", live=False, title="God dag på er")
        draft.full_clean()
        assert draft.slug == "god-dag-pa-er"

    def test_the_slug_of_a_published_translation_stays(self):
        post = make_post(title="Hyvä ilta")
        draft = translate(post, "sv", live=False, title="God kväll")
        draft.save_revision().publish()
        page = fresh(draft)
        assert page.slug == "god-kvall"
        page.title = "God natt"
        page.full_clean()
        assert page.slug == "god-kvall"

    def test_an_address_that_the_translator_wrote_stays(self):
        post = make_post(title="Hyvä aamu")
        draft = translate(post, "sv", live=False, title="God morgon", slug="morgonen")
        draft.full_clean()
        assert draft.slug == "morgonen"

    def test_a_translation_published_by_the_translators_screen_gets_its_own_slug(
        self, django_capture_on_commit_callbacks
    ):
        post = make_post(title="Tervetuloa mukaan")
        with django_capture_on_commit_callbacks(execute=True):
            page = translated(post, "sv", title="Välkommen med", publish=True)
        page = fresh(page)
        assert page.live
        assert page.slug == "valkommen-med"


def translated(page, language, *, publish, leave_out=(), **words):
    """Translate a page by wagtail-localize's models; a segment without a word of its own gets its source's text."""
    source, _created = TranslationSource.update_or_create_from_instance(type(page).objects.get(pk=page.pk))
    locale = Locale.objects.get(language_code=language)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    for segment in source.stringsegment_set.select_related("string", "context"):
        if segment.context.path in leave_out:
            continue
        StringTranslation.objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=locale,
            data=words.get(segment.context.path, segment.string.data),
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        )
    translation.save_target(publish=publish)
    return type(page).objects.get(translation_key=page.translation_key, locale=locale)


class TestTranslationsGoLiveWithTheirSource:
    def test_a_complete_translation_goes_live_with_its_source(self, client):
        post = make_post(live=False, title="Ensimmäinen")
        draft = translated(post, "sv", publish=False, title="Första")
        assert not draft.live
        post.latest_revision.publish()
        page = fresh(draft)
        assert page.live
        assert page.slug == "forsta"
        assert client.get(page.url).status_code == 200
        assert soup_of(client.get(page.url)).h1.get_text() == "Första"

    def test_an_incomplete_translation_stays_a_draft(self):
        post = make_post(live=False, title="Toinen")
        draft = translated(post, "sv", publish=False, leave_out=("summary",), title="Andra")
        post.latest_revision.publish()
        assert fresh(post).live
        assert not fresh(draft).live

    def test_a_translation_that_only_a_machine_has_written_stays_a_draft(self):
        post = make_post(live=False, title="Kolmas")
        draft = translated(post, "sv", publish=False, title="Tredje")
        StringTranslation.objects.filter(context__object_id=post.translation_key).update(
            translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE
        )
        post.latest_revision.publish()
        assert not fresh(draft).live

    def test_a_later_edit_of_the_source_publishes_no_draft(self):
        post = make_post(title="Neljäs")
        draft = translated(post, "sv", publish=False, title="Fjärde")
        post.save_revision().publish()
        assert not fresh(draft).live


def test_submitting_a_page_for_translation_publishes_nothing(client):
    from tests.factories import make_user

    post = make_post(title="Lähetetään käännettäväksi")
    client.force_login(make_user(is_superuser=True))
    locale = Locale.objects.get(language_code="sv")
    address = reverse("wagtail_localize:submit_page_translation", args=[post.pk])
    assert client.get(address).status_code == 200
    response = client.post(address, {"locales": [locale.pk], "priority": 2})
    assert response.status_code == 302
    copy = BlogPage.objects.get(translation_key=post.translation_key, locale=locale)
    assert not copy.live
    assert client.get(f"/sv/blogg/{copy.slug}/").status_code == 404


def test_an_easy_language_version_is_linked_only_in_its_own_language(client):
    easy = make_standard_page(title="Selkosivu")
    page = make_tip_list(easy_language_page=easy.page_ptr)
    assert easy.url in hrefs(soup_of(client.get(page.url)).select_one(".page-head"))
    swedish = translate(page, "sv", title="Lista")
    assert easy.url not in hrefs(soup_of(client.get(swedish.url)))


def test_the_languages_of_the_demo_are_those_of_the_settings():
    assert {page.locale.language_code for page in HomePage.objects.live()} == {code for code, _n in settings.LANGUAGES}
    assert Page.objects.filter(alias_of__isnull=False).count() == 0
