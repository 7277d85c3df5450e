"""What surrounds every page: menu, duties, funding marks, notice."""

from datetime import timedelta

import pytest
from django.utils import timezone

from home.models import Organisation, SiteSettings, SiteTexts, StandardPage
from tests.factories import LANGUAGES, demo_page, fresh, home_of, make_standard_page
from tests.reading import hrefs, public_pages, said, soup_of

pytestmark = pytest.mark.django_db

DUTIES = {
    "fi": ["saavutettavuusseloste", "tietosuojaseloste", "evasteet", "yhteystiedot", "palaute"],
    "sv": ["tillganglighetsutlatande", "dataskyddsbeskrivning", "kakor", "kontakt", "respons"],
    "en": ["accessibility-statement", "privacy-notice", "cookies", "contact", "feedback"],
}


@pytest.fixture
def facts():
    return SiteSettings.objects.get()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_duty_is_linked_in_the_footer(client, language):
    footer = soup_of(client.get(f"/{language}/")).find("footer")
    assert {f"/{language}/{slug}/" for slug in DUTIES[language]} <= set(hrefs(footer))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_holds_the_pages_chosen_for_it_in_their_order(client, language):
    soup = soup_of(client.get(f"/{language}/"))
    menus = [hrefs(nav) for nav in soup.select("header nav.nav")]
    expected = [page.url for page in home_of(language).get_children().live().in_menu()]
    assert menus == [expected, expected]
    assert len(expected) >= 5


def test_the_menu_marks_where_the_reader_is(client):
    post = demo_page("silta-kohti-ihmislahtoista-kuntaa")
    link = soup_of(client.get(post.url)).select_one('header nav a[href="/fi/blogi/"]')
    assert link["aria-current"] == "true"
    assert soup_of(client.get("/fi/blogi/")).select_one('header nav a[href="/fi/blogi/"]')["aria-current"] == "page"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_programme_of_2014_asks_for_emblem_fund_and_slogan(client, facts, language):
    facts.programme = "2014-2020"
    facts.save()
    soup = soup_of(client.get(f"/{language}/"))
    fund = SiteTexts.objects.get(locale__language_code=language).emblem_line
    strip = soup.select_one("header .funding")
    assert fund
    assert fund in strip.get_text()
    assert said("European Union", language) in strip.get_text()
    assert strip.find("svg")
    assert said("Leverage from the EU", language) in soup.find("footer").get_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_programme_of_2021_shows_neither_fund_nor_slogan_beside_the_emblem(client, facts, language):
    facts.programme = "2021-2027"
    facts.save()
    fund = SiteTexts.objects.get(locale__language_code=language).emblem_line
    soup = soup_of(client.get(f"/{language}/"))
    marks = soup.select(".funding")
    assert len(marks) == 2
    for mark in marks:
        assert mark.find("p").get_text(strip=True) == said("Co-funded by the European Union", language)
        assert mark.find("svg")
    assert fund not in soup.find("header").get_text()
    assert soup.select(".funding__slogan") == []
    assert said("Leverage from the EU", language) not in soup.get_text()


def test_a_project_without_eu_funding_shows_no_mark_of_the_eu(client, facts):
    facts.programme = "none"
    facts.save()
    soup = soup_of(client.get("/fi/"))
    assert soup.select(".funding svg") == []
    assert soup.select(".funding__slogan") == []


def test_the_funders_stand_in_every_footer_in_the_order_of_the_staff(client):
    Organisation.objects.filter(locale__language_code="fi", role="funder").update(sort_order=9)
    first = Organisation.objects.create(
        name="Ensimmäinen rahoittaja", role="funder", sort_order=0, locale=home_of("fi").locale
    )
    Organisation.objects.create(name="Yhdistys ry", role="association", locale=home_of("fi").locale)
    funders = soup_of(client.get("/fi/blogi/")).select("footer .funders__one")
    shown = [item.get_text(strip=True) or item.img["alt"] for item in funders]
    assert shown[0] == first.name
    named = Organisation.objects.filter(locale__language_code="fi", role__in=["funder", "implementer"])
    assert set(shown) == {row.name for row in named} - {"Euroopan sosiaalirahasto"}


def test_the_fund_that_stands_beside_the_emblem_is_not_named_again(client):
    assert client.get("/fi/blogi/").content.decode().count("Euroopan sosiaalirahasto<") == 2  # header and footer
    facts = SiteSettings.objects.get()
    facts.programme = "none"
    facts.save()
    funders = soup_of(client.get("/fi/blogi/")).select("footer .funders__one")
    assert "Euroopan sosiaalirahasto" in [item.get_text(strip=True) for item in funders]


class TestNotice:
    def write(self, facts, until, **texts):
        facts.notice_until = until
        facts.save()
        for language, notice in texts.items():
            row = SiteTexts.objects.get(locale__language_code=language)
            row.notice = notice
            row.save()

    def test_the_notice_stands_on_every_page_until_its_time(self, client, facts):
        self.write(facts, timezone.now() + timedelta(hours=1), fi="Puhelin on kiinni", sv="Telefonen är stängd")
        assert soup_of(client.get("/fi/blogi/")).select_one(".notice").get_text(strip=True) == "Puhelin on kiinni"
        assert soup_of(client.get("/sv/")).select_one(".notice").get_text(strip=True) == "Telefonen är stängd"
        assert soup_of(client.get("/fi/ei-ole/")).select_one(".notice")

    def test_a_notice_whose_time_has_passed_is_gone_even_from_what_is_remembered(self, client, facts, monkeypatch):
        self.write(facts, timezone.now() + timedelta(seconds=30), fi="Puhelin on kiinni")
        assert soup_of(client.get("/fi/")).select_one(".notice")
        later = timezone.now() + timedelta(seconds=31)
        monkeypatch.setattr(timezone, "now", lambda: later)
        assert soup_of(client.get("/fi/")).select_one(".notice") is None

    def test_a_notice_without_an_end_is_not_shown(self, client, facts):
        self.write(facts, None, fi="Puhelin on kiinni")
        assert soup_of(client.get("/fi/")).select_one(".notice") is None

    def test_a_notice_that_is_not_translated_is_marked_with_its_language(self, client, facts):
        self.write(facts, timezone.now() + timedelta(hours=1), fi="Puhelin on kiinni", en="")
        notice = soup_of(client.get("/en/")).select_one(".notice p")
        assert (notice.get_text(strip=True), notice["lang"]) == ("Puhelin on kiinni", "fi")

    def test_markup_in_a_notice_is_text(self, client, facts):
        self.write(facts, timezone.now() + timedelta(hours=1), fi="<b>Kiinni</b>")
        assert "&lt;b&gt;Kiinni" in client.get("/fi/").content.decode()


def test_a_language_without_site_texts_shows_those_of_the_source_language(client):
    source = SiteTexts.objects.get(locale__language_code="fi")
    SiteTexts.objects.filter(locale__language_code__in=("fi", "en")).delete()
    source.pk, source.footer = None, "Alatunniste lähdekielellä"  # written last, so that no order helps
    source.save()
    assert source.footer in soup_of(client.get("/en/")).find("footer").get_text()


class TestRoles:
    def test_a_copied_page_does_not_take_over_the_role(self, client):
        page = StandardPage.objects.get(role="privacy_notice", locale__language_code="fi")
        copy = page.copy(update_attrs={"title": "Kopio", "slug": "kopio"})
        assert fresh(copy).role == ""
        assert fresh(page).role == "privacy_notice"
        assert "/fi/kopio/" not in hrefs(soup_of(client.get("/fi/")).find("footer"))

    def test_a_translation_has_the_role_of_its_source(self):
        roles = {
            code: set(StandardPage.objects.filter(locale__language_code=code).values_list("role", flat=True))
            for code in LANGUAGES
        }
        assert roles["fi"] == roles["sv"] == roles["en"] == set(StandardPage.Role.values)

    def test_the_statement_tells_what_the_settings_know_of_the_assessment(self, client, facts):
        address = "/fi/saavutettavuusseloste/"
        assert (
            said("The accessibility of this website has not been assessed yet.", "fi")
            in client.get(address).content.decode()
        )
        facts.accessibility_state, facts.assessed_on, facts.assessment_kind = "mostly", "2023-02-03", "self"
        facts.save()
        text = soup_of(client.get(address)).find("main").get_text()
        assert "perjantai 3.2.2023" in text
        assert said("Meets the requirements for the most part", "fi") in text

    def test_the_state_of_the_statement_is_in_the_language_of_the_page(self, client, facts):
        facts.accessibility_state, facts.assessed_on = "fully", "2023-02-03"
        facts.save()
        for address, code in (
            ("/fi/saavutettavuusseloste/", "fi"),
            ("/sv/tillganglighetsutlatande/", "sv"),
            ("/en/accessibility-statement/", "en"),
        ):
            assert said("Meets the requirements fully", code) in client.get(address).content.decode()


def test_a_change_of_the_menu_is_seen_at_once(client):
    client.get("/fi/")
    page = make_standard_page(title="Uusi valikossa", show_in_menus=True)
    assert page.url in hrefs(soup_of(client.get("/fi/blogi/")).select_one("header nav.nav"))
    page.unpublish()
    assert page.url not in hrefs(soup_of(client.get("/fi/blogi/")).select_one("header nav.nav"))


def test_breadcrumbs_lead_from_the_home_page_to_the_page_itself(client):
    post = demo_page("silta-kohti-ihmislahtoista-kuntaa")
    crumbs = soup_of(client.get(post.url)).select(".crumbs li")
    assert [crumb.get_text(strip=True) for crumb in crumbs] == [home_of("fi").title, "Blogi", post.title]
    assert [link["href"] for link in soup_of(client.get(post.url)).select(".crumbs a")] == ["/fi/", "/fi/blogi/"]
    assert crumbs[-1].find(attrs={"aria-current": "page"})


def test_the_parts_of_a_page_in_another_language_are_marked(client):
    """Names of organisations stay in their own language, for the sake of screen readers."""
    for page in public_pages():
        if page.locale.language_code == "en" and page.depth == 2:
            footer = soup_of(client.get(page.url)).find("footer")
            marked = {tag["lang"] for tag in footer.find_all(lang=True)}
            assert "fi" in marked


def test_a_page_has_what_is_shared_when_somebody_links_to_it(client):
    page = demo_page("silta-kohti-ihmislahtoista-kuntaa", "fi")
    soup = soup_of(client.get(page.url))
    shared = {tag["property"]: tag["content"] for tag in soup.find_all("meta", property=True)}
    assert shared["og:title"] == page.title
    assert shared["og:description"] == (page.search_description or page.summary)
    assert shared["og:url"] == page.full_url
    assert shared["og:type"] == "article"
    assert shared["og:locale"] == "fi"


def test_the_seo_title_and_description_of_an_editor_are_used(client):
    page = make_standard_page(seo_title="Hakukoneen otsikko", search_description="Hakukoneen kuvaus")
    soup = soup_of(client.get(page.url))
    assert soup.title.string.startswith("Hakukoneen otsikko – ")
    assert soup.find("meta", attrs={"name": "description"})["content"] == "Hakukoneen kuvaus"
    assert soup.h1.get_text() == page.title
