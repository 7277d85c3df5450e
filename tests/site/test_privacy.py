"""A page behind a login or a password shows its title nowhere, and drafts show nothing at all."""

import pytest
from wagtail.models import PageViewRestriction

from blog.models import BlogIndexPage
from home.models import MunicipalityIndexPage, StandardPage
from tests.factories import (
    LANGUAGES,
    MAKERS,
    PASSWORD,
    add,
    demo_page,
    home_of,
    index_of,
    make_municipality,
    make_post,
    make_standard_page,
    make_tip_list,
    make_topic,
    make_training,
    make_user,
    stream,
    translate,
)
from tests.reading import public_pages, said, soup_of
from tiplists.models import TipListIndexPage
from trainings.models import TrainingIndexPage

pytestmark = pytest.mark.django_db

SECRET = "Aivan salainen 90210"
OTHER_ADDRESSES = [
    *(f"/{code}/{blog}/feed/{kind}/" for code, blog in (("fi", "blogi"), ("sv", "blogg"), ("en", "blog"))
      for kind in ("rss", "atom")),
    "/fi/valmennukset/calendar.ics", "/sv/utbildningar/calendar.ics", "/en/trainings/calendar.ics",
    "/sitemap.xml", "/sitemap-fi.xml", "/sitemap-sv.xml", "/sitemap-en.xml", "/robots.txt", "/fi/ei-ole/",
]  # fmt: skip


def restrict(page, kind):
    restriction = PageViewRestriction.objects.create(
        page=page.page_ptr, restriction_type=kind, password="salasana" if kind == "password" else ""
    )
    assert restriction.pk
    return page


def places_that_tell(client, *words, without=()):
    """Addresses of public pages, feeds, calendar and sitemaps in which one of the words stands."""
    hidden = {page.pk for page in without}
    addresses = [page.url for page in public_pages() if page.pk not in hidden] + OTHER_ADDRESSES
    told = []
    for address in addresses:
        content = client.get(address).content.decode()
        told += [(address, word) for word in words if word in content]
    return told


def one_of_each(**values):
    """A post, a training, a tip list and a municipality of the same name, about the same things."""
    topic, place = make_topic("Aihe 90210"), demo_page("nivala")
    rows = {"topics": [topic], "municipalities": [place]}
    return [
        maker(title=SECRET, **values, **({} if maker is make_municipality else rows))
        for maker in (make_post, make_training, make_tip_list, make_municipality)
    ]


@pytest.mark.parametrize("kind", ["login", "password"])
def test_a_private_page_shows_its_title_nowhere(client, kind):
    pages = one_of_each()
    pages += [translate(page, "sv", title=f"{SECRET} på svenska") for page in pages]
    for page in pages:
        restrict(page, kind)
    assert places_that_tell(client, SECRET, *(page.url for page in pages), without=pages) == []
    for page in pages:
        response = client.get(page.url)
        assert SECRET not in response.content.decode()
        assert response.status_code == (302 if kind == "login" else 200)


def test_the_same_pages_without_a_restriction_are_told_of(client):
    """So that the test above would fail if the places it looks at were empty."""
    pages = one_of_each()
    told = places_that_tell(client, *(page.url for page in pages), without=pages)
    for page in pages:
        places = {address for address, word in told if word == page.url}
        assert {"/sitemap-fi.xml", "/fi/", page.get_parent().url} <= places
    assert demo_page("nivala").url in {address for address, word in told if word == pages[0].url}


@pytest.mark.parametrize("kind", ["login", "password"])
def test_a_private_source_is_not_named_by_its_public_translation(client, kind):
    page = make_post(title=SECRET)
    translation = translate(page, "sv", title="Offentlig")
    restrict(page, kind)
    soup = soup_of(client.get(translation.url))
    assert SECRET not in str(soup)
    assert page.url not in str(soup)
    assert f"untranslated={translation.pk}" in str(soup.select_one(".languages"))


@pytest.mark.parametrize(
    "model", [BlogIndexPage, TrainingIndexPage, TipListIndexPage, MunicipalityIndexPage], ids=lambda m: m.__name__
)
def test_a_restriction_holds_for_everything_below_and_leaves_the_menu(client, model):
    index = index_of(model)
    restrict(index, "login")
    hidden = [index, *index.get_children().live().specific()]
    content = "".join(client.get(address).content.decode() for address in ("/fi/", "/fi/hanke/", *OTHER_ADDRESSES))
    assert f'href="{index.url}' not in content
    assert index.full_url not in content
    for address in (index.url, *(child.url for child in hidden), f"{index.url}feed/rss/", f"{index.url}calendar.ics"):
        assert client.get(address).status_code in (302, 404)


def test_a_private_parent_is_in_no_breadcrumb_of_a_page_that_is_not_listed_either(client):
    parent = make_standard_page(title=SECRET)
    child = add(parent, StandardPage(title="Lapsi 90210", summary="Lapsi."))
    restrict(parent, "login")
    assert places_that_tell(client, SECRET, child.title, without=[parent, child]) == []


def test_link_cards_and_actions_to_a_private_page_are_left_out(client):
    page = make_post(title=SECRET)
    card = {"page": page.pk, "url": "", "title": "", "text": "Kortin teksti 90210"}
    action = {"page": page.pk, "url": "", "label": "Painike 90210"}
    teller = make_standard_page(
        body=stream(
            ("link_cards", {"heading": "Kortit", "items": [card]}),
            ("call_to_action", {"title": "Kutsu", "text": "", "link": action}),
        )
    )
    assert SECRET in client.get(teller.url).content.decode()
    restrict(page, "password")
    content = client.get(teller.url).content.decode()
    assert SECRET not in content
    assert page.url not in content
    assert "Painike 90210" not in content


def test_a_private_tip_list_is_in_no_block_that_shows_it(client):
    page = make_tip_list(title=SECRET)
    teller = make_standard_page(body=stream(("tip_list", {"tip_list": page.pk})))
    assert SECRET in client.get(teller.url).content.decode()
    restrict(page, "login")
    content = client.get(teller.url).content.decode()
    assert SECRET not in content
    assert "Vinkki 1" not in content


def test_a_private_easy_language_version_is_not_linked(client):
    easy = make_standard_page(title=SECRET)
    teller = make_standard_page(easy_language_page=easy.page_ptr)
    assert easy.url in client.get(teller.url).content.decode()
    restrict(easy, "login")
    assert easy.url not in client.get(teller.url).content.decode()


def test_a_private_municipality_is_no_choice_of_a_filter(client):
    place = restrict(make_municipality(title=SECRET), "login")
    response = client.get("/fi/blogi/", {"municipality": place.slug})
    assert SECRET not in response.content.decode()
    assert response.context["listing"].items == []


def test_a_private_page_of_duty_is_in_no_footer(client):
    page = StandardPage.objects.get(role="results", locale__language_code="fi")
    page.show_in_menus = True
    page.save_revision().publish()
    assert page.url in client.get("/fi/").content.decode()
    restrict(page, "login")
    assert f'href="{page.url}"' not in client.get("/fi/").content.decode()


def test_a_printed_sheet_of_a_private_list_leads_to_the_login_and_tells_nothing(client):
    page = restrict(make_tip_list(title=SECRET), "login")
    response = client.get(page.sheet_path, follow=True)
    assert SECRET not in response.content.decode()


def test_the_calendar_of_a_private_training_asks_for_the_login(client):
    page = restrict(make_training(title=SECRET), "login")
    response = client.get(f"{page.url}calendar.ics")
    assert response.status_code == 302
    assert SECRET not in response.content.decode()


def test_an_editor_who_has_signed_in_sees_a_private_page(client):
    page = restrict(make_post(title=SECRET), "login")
    client.force_login(make_user("Editors"))
    assert client.get(page.url).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["login", "password"])
def test_the_way_into_a_private_page_is_a_page_of_the_site_in_its_language(client, kind, language):
    page = restrict(make_post(language, title=SECRET, summary=f"{SECRET} lyhyesti."), kind)
    response = client.get(page.url, follow=True)
    soup = soup_of(response)
    assert response.status_code == 200
    assert soup.html["lang"] == language
    assert soup.h1.get_text() == said({"login": "Sign in", "password": "This page needs a password"}[kind], language)
    assert soup.select_one("header .brand")["href"] == f"/{language}/"
    assert soup.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert SECRET not in str(soup)
    field = soup.select_one("main form input[type=password]")
    assert soup.find("label", attrs={"for": field["id"]})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_password_is_told_in_the_language_of_the_page(client, language):
    page = restrict(make_post(language, title=SECRET), "password")
    form = soup_of(client.get(page.url)).select_one("main form")
    soup = soup_of(client.post(form["action"], {"password": "arvaus", "return_url": page.url}))
    assert soup.html["lang"] == language
    assert soup.title.get_text().startswith(said("Error", language))
    assert soup.select_one("[data-error-summary] a")["href"] == "#id_password"
    assert SECRET not in str(soup)


def test_who_signs_in_at_a_private_page_comes_back_to_it(client):
    page = restrict(make_post(title=SECRET), "login")
    address = client.get(page.url)["Location"]
    user = make_user("Editors")
    assert "action" not in soup_of(client.get(address)).select_one("main form").attrs
    refused = soup_of(client.post(address, {"username": user.username, "password": "arvaus"}))
    assert refused.select_one("[data-error-summary] li")
    response = client.post(address, {"username": user.username, "password": PASSWORD})
    assert (response.status_code, response["Location"]) == (302, page.url)


def test_the_right_password_opens_the_page_and_only_that_page(client):
    page, other = make_post(title=SECRET), make_post(title="Toinen 90210")
    for item in (page, other):
        restrict(item, "password")
    restriction = PageViewRestriction.objects.get(page=page.page_ptr)
    address = f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"
    form = soup_of(client.get(page.url)).find("form")
    response = client.post(form["action"] or address, {"password": "salasana", "return_url": page.url})
    assert (response.status_code, response["Location"]) == (302, page.url)
    assert SECRET in client.get(page.url).content.decode()
    assert "Toinen 90210" not in client.get(other.url).content.decode()


def test_drafts_and_unpublished_pages_show_nowhere(client):
    drafts = one_of_each(live=False)
    gone = [maker(title=f"{SECRET} mennyt") for maker in MAKERS.values()]
    addresses = [page.url for page in gone] + [f"{page.get_parent().url}{page.slug}/" for page in drafts]
    for page in gone:
        page.unpublish()
    assert places_that_tell(client, SECRET) == []
    assert {client.get(address).status_code for address in addresses} == {404}


def test_an_edit_that_is_not_published_shows_nowhere(client):
    for maker in MAKERS.values():
        page = maker()
        page.title = SECRET
        page.save_revision()
    assert places_that_tell(client, SECRET) == []


def test_a_page_that_becomes_private_leaves_what_was_remembered_at_once(client):
    page = make_post(title=SECRET)
    assert SECRET in client.get("/fi/").content.decode()
    restriction = restrict(page, "login").get_view_restrictions().get()
    assert SECRET not in client.get("/fi/").content.decode()
    restriction.delete()
    assert SECRET in client.get("/fi/").content.decode()
    assert home_of("fi").live
