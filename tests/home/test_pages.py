"""What every type of page does: copied, moved, unpublished, previewed, given an image, redirected."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageLogEntry

from blog.models import BlogIndexPage
from home.models import (
    Contact,
    FeedbackPage,
    HomePage,
    MunicipalityIndexPage,
    MunicipalityPage,
    SiteImage,
    StandardPage,
    Topic,
)
from tests.factories import (
    MAKERS,
    add,
    classify,
    demo_page,
    fresh,
    home_of,
    index_of,
    make_municipality,
    make_post,
    make_standard_page,
    make_tip_list,
    make_topic,
    make_user,
    stream,
)
from tests.reading import hrefs, soup_of
from tiplists.models import TipListIndexPage
from trainings.models import TrainingIndexPage

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", MAKERS, ids=lambda kind: kind.__name__)
class TestEveryType:
    def test_a_copy_is_a_page_of_its_own(self, client, kind):
        page = MAKERS[kind](title="Alkuperäinen")
        copy = fresh(page.copy(update_attrs={"title": "Kopio", "slug": "kopio-1"}))
        assert client.get(copy.url).status_code == 200
        assert copy.translation_key != page.translation_key
        assert soup_of(client.get(page.url)).h1.get_text() == "Alkuperäinen"

    def test_an_unpublished_page_is_not_found_until_it_is_published_again(self, client, kind):
        page = MAKERS[kind]()
        address = page.url
        page.unpublish()
        assert client.get(address).status_code == 404
        fresh(page).latest_revision.publish()
        assert client.get(address).status_code == 200

    def test_a_new_address_is_reached_from_the_old_one(self, client, kind, django_capture_on_commit_callbacks):
        page = MAKERS[kind](title="Vanha")
        old = page.url
        page.slug = "uusi-osoite"
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()
        new = fresh(page).url
        response = client.get(old)
        assert (response.status_code, response["Location"]) == (301, new)
        assert client.get(new).status_code == 200
        assert client.get(f"{old}?page=2").status_code == 301

    @pytest.mark.parametrize("mode", ["", "print"])
    def test_a_draft_can_be_previewed_on_screen_and_for_print_in_its_own_language(self, client, kind, mode):
        page = MAKERS[kind]("sv", live=False, title="Utkast 31")
        client.force_login(make_user(is_superuser=True))
        address = reverse("wagtailadmin_pages:revisions_view", args=[page.pk, page.latest_revision.pk])
        response = client.get(address, {"mode": mode})
        soup = soup_of(response)
        assert response.status_code == 200
        assert soup.h1.get_text() == "Utkast 31"
        assert soup.html["lang"] == "sv"
        assert ("print-preview" in soup.body.get("class", [])) is (mode == "print")

    def test_the_history_of_a_page_names_its_publication(self, client, kind):
        page = MAKERS[kind]()
        user = make_user(is_superuser=True)
        page.title = "Muutettu"
        page.save_revision(user=user, log_action=True).publish(user=user)
        assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish", user=user).exists()

    def test_a_page_without_summary_or_title_is_refused_at_the_field(self, kind):
        page = MAKERS[kind]()
        page.summary = page.title = ""
        with pytest.raises(ValidationError) as caught:
            page.full_clean()
        assert {"summary", "title"} <= set(caught.value.message_dict)

    def test_markup_in_a_title_is_text_everywhere(self, client, kind):
        page = MAKERS[kind](title="<script>alert(31)</script> & </title>", slug="merkit")
        places = (
            page.url,
            page.get_parent().url,
            "/fi/",
            "/sitemap-fi.xml",
            "/fi/blogi/feed/rss/",
            "/fi/blogi/feed/atom/",
        )
        for address in places:
            assert b"<script>alert(31)" not in client.get(address).content, address
        assert "<script>alert(31)</script>" in soup_of(client.get(page.url)).h1.get_text()

    def test_the_image_of_a_page_needs_a_text_or_is_decorative(self, kind):
        page = MAKERS[kind](image=SiteImage.objects.first(), image_is_decorative=True)
        page.full_clean()
        page.image_is_decorative = False
        with pytest.raises(ValidationError) as caught:
            page.full_clean()
        assert set(caught.value.message_dict) == {"image_alt"}
        page.image_alt = "Räsymatto"
        page.full_clean()


@pytest.mark.parametrize("mode", ["", "print"])
@pytest.mark.parametrize(
    "model",
    [BlogIndexPage, FeedbackPage, HomePage, MunicipalityIndexPage, TipListIndexPage, TrainingIndexPage],
    ids=lambda model: model.__name__,
)
def test_a_page_of_which_there_is_one_can_be_previewed_on_screen_and_for_print(client, model, mode):
    page = index_of(model, "sv")
    client.force_login(make_user(is_superuser=True))
    address = reverse("wagtailadmin_pages:revisions_view", args=[page.pk, page.latest_revision.pk])
    soup = soup_of(client.get(address, {"mode": mode}))
    assert soup.html["lang"] == "sv"
    assert ("print-preview" in soup.body.get("class", [])) is (mode == "print")


def test_a_preview_shows_what_the_draft_says_and_nothing_remembered(client):
    topic = make_topic("Uusi aihe")
    other = make_tip_list(title="Samasta aiheesta", topics=[topic], updated_on="2000-01-01")
    page = make_tip_list()
    classify(page, [topic], [])
    revision = page.save_revision()
    client.force_login(make_user(is_superuser=True))
    address = reverse("wagtailadmin_pages:revisions_view", args=[page.pk, revision.pk])
    shown = [other.url in hrefs(soup_of(client.get(where)).find("main")) for where in (page.url, address, page.url)]
    assert shown == [False, True, False]


@pytest.mark.parametrize(("decorative", "alt"), [(True, ""), (False, "Räsymatto kangaspuissa")])
def test_the_image_of_a_page_has_its_text(client, decorative, alt):
    page = make_standard_page(image=SiteImage.objects.first(), image_is_decorative=decorative, image_alt=alt)
    image = soup_of(client.get(page.url)).select_one(".page-head img")
    assert image["alt"] == alt
    assert int(image["width"]) > 0
    assert int(image["height"]) > 0


@pytest.mark.parametrize(
    "values", [{"consent": "missing"}, {"consent": "given", "consent_until": timezone.localdate() - timedelta(days=1)}]
)
@pytest.mark.parametrize("field", ["image", "social_image", "photo"])
def test_an_image_without_the_consent_of_its_people_is_refused_at_its_field(field, values):
    image = SiteImage.objects.first()
    if field == "photo":
        item = Contact.objects.first()
        item.photo = image
    else:
        item = make_standard_page(image_is_decorative=True, **{field: image})
    item.full_clean()
    SiteImage.objects.filter(pk=image.pk).update(**values)
    image.refresh_from_db()
    setattr(item, field, image)
    with pytest.raises(ValidationError) as caught:
        item.full_clean()
    assert set(caught.value.message_dict) == {field}


def test_a_page_moved_below_another_is_reached_from_its_old_address(client):
    parent, page = make_standard_page(title="Ylempi"), make_standard_page(title="Siirtyvä")
    old = page.url
    fresh(page).move(fresh(parent), pos="last-child")
    new = fresh(page).url
    assert new == f"{parent.url}siirtyva/"
    assert client.get(new).status_code == 200
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (301, new)


def test_a_new_address_of_a_parent_leads_to_its_children_too(client, django_capture_on_commit_callbacks):
    parent = make_standard_page(title="Ylempi")
    child = add(parent, StandardPage(title="Alempi", summary="Alempi."))
    old = child.url
    parent = fresh(parent)
    parent.slug = "korkea"
    with django_capture_on_commit_callbacks(execute=True):
        parent.save_revision().publish()
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (301, "/fi/korkea/alempi/")


def test_a_redirect_by_hand_leads_from_an_address_without_a_prefix(client):
    Redirect.objects.create(old_path="/hanke-info", redirect_link="/fi/hanke/", is_permanent=True)
    response = client.get("/hanke-info/")
    assert (response.status_code, response["Location"]) == (301, "/fi/hanke/")


def test_redirects_are_read_from_a_csv_file(client, admin_user):
    from django.core.files.uploadedfile import SimpleUploadedFile

    client.force_login(admin_user)
    rows = b"from,to\n/vanha/sivu,https://example.org/fi/hanke/\n/vanha/blogi,https://example.org/fi/blogi/\n"
    address = reverse("wagtailredirects:start_import")
    response = client.post(
        address, {"import_file": SimpleUploadedFile("vanhat.csv", rows, "text/csv"), "input_format": "0"}
    )
    assert response.status_code == 200
    form = soup_of(response).find("form", action=reverse("wagtailredirects:process_import"))
    data = {tag["name"]: tag.get("value", "") for tag in form.find_all("input") if tag.get("name")}
    data.pop("csrfmiddlewaretoken", None)
    data.update(from_index="0", to_index="1", permanent="on")
    response = client.post(reverse("wagtailredirects:process_import"), data)
    assert response.status_code == 302, soup_of(response).find("main").get_text(" ", strip=True)
    assert client.get("/vanha/sivu/")["Location"] == "https://example.org/fi/hanke/"
    assert client.get("/vanha/blogi")["Location"] == "https://example.org/fi/blogi/"


class TestStandardPage:
    def test_the_table_of_contents_leads_to_headings_that_exist(self, client):
        page = make_standard_page(
            show_table_of_contents=True,
            body=stream(
                ("rich_text", "<h2>Äiti ja isä</h2><p>x</p><h2>Äiti ja isä</h2><h3>Alle</h3>"),
                ("figures", {"heading": "Luvut", "items": [{"value": "6", "label": "kuntaa", "source": ""}]}),
            ),
        )
        soup = soup_of(client.get(page.url))
        links = hrefs(soup.select_one(".toc"))
        assert len(links) == 3
        assert [soup.find(id=link[1:]).get_text() for link in links] == ["Äiti ja isä", "Äiti ja isä", "Luvut"]

    def test_facts_stand_at_the_side(self, client):
        page = make_standard_page(side_facts=stream(("fact", {"term": "Kesto", "text": "<p>2 vuotta</p>"})))
        facts = soup_of(client.get(page.url)).find("aside")
        assert facts.find("dt").get_text() == "Kesto"
        assert facts.find("dd").get_text(strip=True) == "2 vuotta"

    def test_the_day_of_review_is_shown(self, client):
        page = make_standard_page(reviewed_on="2026-02-03")
        assert soup_of(client.get(page.url)).find("time", datetime="2026-02-03").get_text() == "3.2.2026"


class TestMunicipalityPage:
    def test_what_happens_there_is_listed(self, client):
        place = demo_page("raahe")
        post = make_post(title="Raahesta", municipalities=[place])
        elsewhere = make_post(title="Muualta", municipalities=[demo_page("nivala")])
        links = hrefs(soup_of(client.get(place.url)).find("main"))
        assert post.url in links
        assert elsewhere.url not in links

    def test_what_happens_there_is_listed_in_the_language_of_the_page(self, client):
        from tests.factories import translate

        post = make_post(title="Raahesta", municipalities=[demo_page("raahe")])
        translation = translate(post, "sv", title="Från Brahestad")
        content = client.get(demo_page("brahestad", "sv").url).content.decode()
        assert translation.url in content
        assert "Raahesta" not in content

    @pytest.mark.parametrize("state", MunicipalityPage.PilotState.values)
    def test_the_state_of_the_pilot_is_said_in_words(self, client, state):
        from tests.reading import said

        place = make_municipality(pilot_title="Olohuone", pilot_state=state, pilot_text="<p>Kokeillaan.</p>")
        tag = soup_of(client.get(place.url)).select_one(f".tag--{state}")
        assert said(MunicipalityPage.PilotState(state).label._args[0], "fi").lower() in tag.get_text()

    def test_only_running_pilots_are_on_the_home_page_as_running(self, client):
        running = make_municipality(title="Käyvä", pilot_title="Käynnissä 77", pilot_state="running")
        make_municipality(title="Päättynyt", pilot_title="Päättynyt 77", pilot_state="ended")
        home = home_of()
        home.body = stream(("running_now", {"heading": "Käynnissä nyt", "text": ""}))
        home.save_revision().publish()
        main = soup_of(client.get("/fi/")).find("main")
        assert running.url in hrefs(main)
        assert "Päättynyt 77" not in main.get_text()

    def test_the_home_page_shows_all_municipalities_however_many(self, client):
        home = home_of()
        home.body = stream(("municipalities", {"heading": "Kumppanikunnat", "text": ""}))
        home.save_revision().publish()
        for _ in range(30):
            make_municipality()
        shown = soup_of(client.get("/fi/")).select("main .card--place")
        assert len(shown) == MunicipalityPage.objects.filter(locale=home.locale).count() > 30


class TestTopics:
    def test_a_topic_gets_a_free_slug_from_its_name(self):
        first, second = make_topic("Ääni ja öljy"), make_topic("Ääni ja öljy")
        assert (first.slug, second.slug) == ("aani-ja-oljy", "aani-ja-oljy-2")

    def test_the_address_of_a_topic_of_the_source_language_stays_when_it_is_renamed(self):
        topic = make_topic("Leikki")
        topic.copy_for_translation(home_of("sv").locale).save()
        topic.name = "Leikkiminen"
        topic.full_clean()
        assert topic.slug == "leikki"

    def test_the_slug_of_a_translated_topic_follows_its_own_name(self):
        source = make_topic("Kylätalot")
        copy = source.copy_for_translation(home_of("sv").locale)
        copy.name = "Byahus"
        copy.full_clean()
        copy.save()
        assert copy.slug == "byahus"

    def test_a_topic_that_is_used_is_a_filter_in_each_language(self, client):
        topic = Topic.objects.get(slug="osallisuus")
        post = make_post(topics=[topic])
        assert post in [item.specific for item in client.get("/fi/blogi/?topic=osallisuus").context["listing"].items]


def test_the_card_of_a_page_without_an_image_has_a_motif(client):
    make_post(title="Kuvaton")
    cards = soup_of(client.get(index_of(BlogIndexPage).url)).select(".card__art")
    assert cards
    assert all(card.find("svg") or card.find("img") for card in cards)
