"""The blog: its list, filters, posts, feeds and structured data."""

import json
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone

from blog.models import BlogPage, BlogWriter
from home.models import Contact, Organisation, Topic
from tests.factories import (
    LANGUAGES,
    demo_page,
    fresh,
    home_of,
    let_time_come,
    make_municipality,
    make_post,
    make_topic,
    stream,
    translate,
)
from tests.reading import hrefs, soup_of, xml_of

pytestmark = pytest.mark.django_db

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def titles(response):
    return [page.title for page in response.context["listing"].items]


def jsonld(soup):
    return json.loads(soup.find("script", type="application/ld+json").string)


class TestIndex:
    def test_posts_stand_newest_first(self, client):
        make_post(title="Vanha", published_on=date(1999, 1, 1))
        make_post(title="Uusi", published_on=timezone.localdate())
        make_post(title="Keskellä", published_on=date(2023, 5, 5))
        found = titles(client.get("/fi/blogi/"))
        assert found[0] == "Uusi"
        assert found[-1] == "Vanha"
        assert found.index("Uusi") < found.index("Keskellä") < found.index("Vanha")

    def test_a_list_longer_than_a_page_continues_on_the_next(self, client):
        for number in range(13):
            make_post(title=f"Numero {number}", published_on=date(2024, 1, 1) + timedelta(days=number))
        first, second = client.get("/fi/blogi/"), client.get("/fi/blogi/?page=2")
        assert len(titles(first)) == 12
        assert not set(titles(first)) & set(titles(second))
        assert len(titles(first)) + len(titles(second)) == BlogPage.objects.filter(locale__language_code="fi").count()
        assert "/fi/blogi/?page=2" in hrefs(soup_of(first).select_one(".pagination"))
        assert soup_of(second).title.string != soup_of(first).title.string
        assert soup_of(second).find("link", rel="canonical")["href"].endswith("/fi/blogi/?page=2")

    def test_filters_narrow_the_list_and_combine(self, client):
        topic, place = make_topic("Aihe"), make_municipality(title="Kuntala")
        make_post(title="Molemmat", topics=[topic], municipalities=[place], published_on=date(2001, 2, 3))
        make_post(title="Aihe vain", topics=[topic], published_on=date(2001, 2, 3))
        make_post(title="Kunta vain", municipalities=[place], published_on=date(2002, 2, 3))
        assert titles(client.get("/fi/blogi/?topic=aihe")) == ["Aihe vain", "Molemmat"]
        assert titles(client.get("/fi/blogi/?municipality=kuntala")) == ["Kunta vain", "Molemmat"]
        assert titles(client.get("/fi/blogi/?year=2001&municipality=kuntala")) == ["Molemmat"]
        assert titles(client.get("/fi/blogi/?topic=aihe&municipality=kuntala&year=2001")) == ["Molemmat"]
        assert titles(client.get("/fi/blogi/?topic=aihe&municipality=kuntala&year=2002")) == []

    def test_filters_are_links_that_keep_the_other_choices(self, client):
        soup = soup_of(client.get("/fi/blogi/?topic=osallisuus"))
        links = hrefs(soup.select_one(".filters"))
        assert "/fi/blogi/?topic=osallisuus&municipality=nivala" in links
        assert "/fi/blogi/" in links
        assert soup.select_one('.filters [aria-current="true"]')["href"] == "/fi/blogi/?topic=osallisuus"

    def test_every_filter_link_leads_to_a_list(self, client):
        links = hrefs(soup_of(client.get("/fi/blogi/")).select_one(".filters"))
        assert len(links) > 10
        assert {client.get(link).status_code for link in links} == {200}

    def test_one_filter_may_be_indexed_and_combinations_may_not(self, client):
        one = soup_of(client.get("/fi/blogi/?topic=osallisuus"))
        two = soup_of(client.get("/fi/blogi/?topic=osallisuus&municipality=nivala"))
        assert one.find("meta", attrs={"name": "robots"}) is None
        assert one.find("link", rel="canonical")["href"] == "http://testserver/fi/blogi/?topic=osallisuus"
        assert two.find("meta", attrs={"name": "robots"})["content"] == "noindex, follow"

    def test_a_filter_of_nothing_says_so_and_offers_all(self, client):
        make_topic("Tyhjä aihe")
        soup = soup_of(client.get("/fi/blogi/?topic=tyhja-aihe"))
        assert soup.select_one("main .empty a")["href"] == "/fi/blogi/"

    def test_a_post_of_another_language_is_in_no_list_of_this_one(self, client):
        post = make_post(title="Vain suomeksi 12")
        for address in ("/sv/blogg/", "/en/blog/", "/sv/", "/en/"):
            assert post.title not in client.get(address).content.decode()

    def test_a_topic_chosen_in_the_source_filters_the_translations(self, client):
        post = make_post(topics=[Topic.objects.get(slug="osallisuus")])
        translate(post, "sv", title="Delaktig 12")
        assert "Delaktig 12" in titles(client.get("/sv/blogg/?topic=delaktighet"))
        assert "Delaktig 12" not in titles(client.get("/sv/blogg/?topic=bemotande"))

    def test_a_tag_of_the_source_changed_later_counts_in_every_language(self, client):
        post = make_post(topics=[Topic.objects.get(slug="kohtaaminen")])
        translate(post, "sv", title="Delaktig 13")
        assert "Delaktig 13" in titles(client.get("/sv/blogg/?topic=bemotande"))


class TestPost:
    @pytest.mark.parametrize(
        ("language", "day", "month"),
        [
            ("fi", "5.1.2022", "tammikuu 2022"),
            ("sv", "5.1.2022", "januari 2022"),
            ("en", "5 January 2022", "January 2022"),
        ],
    )
    def test_the_date_is_a_day_or_a_month_as_the_editor_chose(self, client, language, day, month):
        exact = make_post(language, published_on=date(2022, 1, 5))
        rough = make_post(language, published_on=date(2022, 1, 5), published_precision="month")
        assert soup_of(client.get(exact.url)).find("time", datetime="2022-01-05").get_text() == day
        head = soup_of(client.get(rough.url)).select_one(".page-head")
        assert head.find("time", datetime="2022-01").get_text() == month
        assert "5" not in head.find("time").get_text()

    @pytest.mark.parametrize(("words", "minutes"), [(1, 1), (170, 1), (171, 2), (1700, 10)])
    def test_the_reading_time_follows_the_words_of_the_body(self, words, minutes):
        assert make_post(body=stream(("rich_text", f"<p>{'sana ' * words}</p>"))).reading_minutes == minutes

    def test_writers_are_contacts_and_guests(self, client):
        organisation = Organisation.objects.create(name="Yhdistys ry", role="association", locale=home_of().locale)
        contact = Contact.objects.create(
            name="Anna Aho", title="suunnittelija", organisation=organisation, locale=home_of().locale
        )
        post = make_post()
        post.writer_rows = [
            BlogWriter(contact=contact, sort_order=0),
            BlogWriter(name="Vieras Vilho", organisation="Kylätalo", sort_order=1),
        ]
        post.save_revision().publish()
        text = soup_of(client.get(post.url)).select_one(".page-head__by").get_text(" ", strip=True)
        assert text.index("Anna Aho") < text.index("Vieras Vilho")
        for part in ("suunnittelija", "Yhdistys ry", "Kylätalo"):
            assert part in text
        assert {person["name"] for person in jsonld(soup_of(client.get(post.url)))["author"]} == {
            "Anna Aho",
            "Vieras Vilho",
        }
        assert "Vieras Vilho" not in client.get("/fi/yhteystiedot/").content.decode()

    @pytest.mark.parametrize("values", [{}, {"name": "  "}])
    def test_a_writer_is_a_contact_or_a_guest(self, values):
        with pytest.raises(ValidationError) as caught:
            BlogWriter(**values).clean()
        assert set(caught.value.message_dict) == {"name"}

    def test_a_writer_is_not_both(self):
        with pytest.raises(ValidationError):
            BlogWriter(contact=Contact.objects.first(), name="Vieras").clean()

    def test_a_contact_is_named_in_the_language_of_the_post(self, client):
        contact = Contact.objects.filter(locale__language_code="fi").first()
        swedish = Contact.objects.get(translation_key=contact.translation_key, locale__language_code="sv")
        post = make_post()
        post.writer_rows = [BlogWriter(contact=contact)]
        post.save_revision().publish()
        translation = translate(post, "sv", title="Inlägg")
        text = soup_of(client.get(translation.url)).select_one(".page-head__by").get_text()
        assert swedish.title in text
        assert contact.title not in text

    def test_a_contact_that_is_not_translated_is_named_as_it_is(self, client):
        contact = Contact.objects.create(name="Aino Virta", title="suunnittelija", locale=home_of().locale)
        post = make_post()
        post.writer_rows = [BlogWriter(contact=contact)]
        post.save_revision().publish()
        soup = soup_of(client.get(translate(post, "sv", title="Inlägg").url))
        assert "Aino Virta" in soup.select_one(".page-head__by").get_text()
        assert [person["name"] for person in jsonld(soup)["author"]] == ["Aino Virta"]

    def test_related_posts_share_topics_first_and_are_then_the_newest(self):
        first, second = make_topic("Yksi"), make_topic("Kaksi")
        post = make_post(topics=[first, second])
        make_post(title="Yksi yhteinen", topics=[first], published_on=date(2020, 1, 2))
        make_post(title="Kaksi yhteistä", topics=[first, second], published_on=date(2020, 1, 1))
        make_post(title="Ei yhteistä", published_on=timezone.localdate())
        assert [page.title for page in fresh(post).related()] == ["Kaksi yhteistä", "Yksi yhteinen", "Ei yhteistä"]

    def test_a_post_is_not_related_to_itself(self):
        post = make_post(topics=[make_topic("Oma")])
        assert post.pk not in [page.pk for page in post.related(100)]

    def test_neighbours_follow_each_other_by_date_also_on_the_same_day(self, client):
        day = date(1990, 1, 1)
        posts = [make_post(title=f"Naapuri {n}", published_on=day) for n in range(3)]
        older, newer = posts[1].neighbours()
        assert (older.pk, newer.pk) == (posts[0].pk, posts[2].pk)
        assert posts[0].neighbours()[0] is None
        soup = soup_of(client.get(posts[1].url))
        assert soup.select_one('main a[rel="prev"]')["href"] == posts[0].url
        assert soup.select_one('main a[rel="next"]')["href"] == posts[2].url

    def test_the_list_and_the_neighbours_agree_on_the_posts_of_one_day(self, client):
        day = date(1990, 1, 1)
        earlier = make_post(title="Kirjoitettu ensin", published_on=day, live=False)
        later = make_post(title="Kirjoitettu sitten", published_on=day)
        earlier.latest_revision.publish()
        assert titles(client.get("/fi/blogi/?year=1990")) == [later.title, earlier.title]
        assert fresh(earlier).neighbours()[1].pk == later.pk

    def test_the_line_of_neighbours_passes_every_post_once(self):
        post = BlogPage.objects.filter(locale__language_code="fi").order_by("published_on", "pk").first()
        make_post(), make_post()
        line = [post.pk]
        while post := post.neighbours()[1]:
            line.append(post.pk)
        assert len(line) == len(set(line)) == BlogPage.objects.filter(locale__language_code="fi", live=True).count()

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_structured_data_tells_what_the_page_tells(self, client, language):
        post = make_post(
            language, published_on=date(2022, 1, 5), published_precision="month", title="Otsikko </script>"
        )
        data = jsonld(soup_of(client.get(post.url)))
        assert data["@type"] == "BlogPosting"
        assert data["headline"] == "Otsikko </script>"
        assert data["datePublished"] == "2022-01"
        assert data["inLanguage"] == language
        assert data["mainEntityOfPage"] == post.full_url

    def test_topics_of_a_post_lead_to_the_filtered_list(self, client):
        post = make_post(topics=[Topic.objects.get(slug="osallisuus")])
        assert "/fi/blogi/?topic=osallisuus" in hrefs(soup_of(client.get(post.url)).select_one(".topics"))

    def test_a_new_post_changes_the_neighbours_and_related_of_the_others_at_once(self, client):
        post = make_post(published_on=timezone.localdate())
        client.get(post.url)
        newer = make_post(title="Uudempi 14", published_on=timezone.localdate())
        assert newer.url in hrefs(soup_of(client.get(post.url)).find("main"))


class TestScheduling:
    def test_a_scheduled_post_goes_live_in_its_time_with_its_translations_that_are_ready(self, client):
        from tests.site.test_languages import translated

        post = make_post(live=False, title="Ajastettu 15")
        ready = translated(post, "sv", publish=False, title="Tidsinställd 15")
        half = translated(post, "en", publish=False, leave_out=("title",))
        post = fresh(post)
        post.go_live_at = timezone.now() + timedelta(hours=1)
        post.save_revision().publish()
        call_command("publish_scheduled", verbosity=0)
        assert [fresh(page).live for page in (post, ready, half)] == [False, False, False]
        assert client.get("/fi/blogi/ajastettu-15/").status_code == 404
        let_time_come(post)
        call_command("publish_scheduled", verbosity=0)
        assert [fresh(page).live for page in (post, ready, half)] == [True, True, False]
        assert fresh(ready).slug == "tidsinstalld-15"
        assert "Ajastettu 15" in titles(client.get("/fi/blogi/"))
        assert "Tidsinställd 15" in titles(client.get("/sv/blogg/"))


class TestFeeds:
    @pytest.mark.parametrize(("language", "index"), [("fi", "/fi/blogi/"), ("sv", "/sv/blogg/"), ("en", "/en/blog/")])
    def test_a_feed_has_the_posts_of_its_language_newest_first(self, client, language, index):
        expected = [
            page.full_url
            for page in BlogPage.objects.live().filter(locale__language_code=language).order_by("-published_on", "-pk")
        ]
        rss = xml_of(client.get(f"{index}feed/rss/"))
        assert [item.text for item in rss.findall("./channel/item/link")] == expected
        assert rss.find("./channel/language").text == language
        atom = xml_of(client.get(f"{index}feed/atom/"))
        assert [item.get("href") for item in atom.findall("a:entry/a:link", ATOM)] == expected
        assert atom.get("{http://www.w3.org/XML/1998/namespace}lang") == language

    def test_a_feed_names_its_own_address_and_type(self, client):
        rss, atom = client.get("/fi/blogi/feed/rss/?topic=osallisuus"), client.get("/fi/blogi/feed/atom/")
        assert rss["Content-Type"] == "application/rss+xml; charset=utf-8"
        assert atom["Content-Type"] == "application/atom+xml; charset=utf-8"
        own = xml_of(rss).find("./channel/a:link", ATOM)
        assert own.get("href") == "http://testserver/fi/blogi/feed/rss/?topic=osallisuus"
        links = {link.get("rel"): link.get("href") for link in xml_of(atom).findall("a:link", ATOM)}
        assert links["self"] == "http://testserver/fi/blogi/feed/atom/"
        assert links["alternate"] == "http://testserver/fi/blogi/"

    def test_a_feed_of_a_topic_has_its_posts_alone(self, client):
        topic = make_topic("Syöte")
        post = make_post(topics=[topic])
        make_post()
        root = xml_of(client.get("/fi/blogi/feed/rss/?topic=syote"))
        assert [item.text for item in root.findall("./channel/item/link")] == [post.full_url]
        assert "Syöte" in root.find("./channel/title").text

    def test_an_entry_keeps_its_id_when_its_title_and_address_change(self, client):
        post = make_post(title="Ensin", published_on=timezone.localdate())
        ids = lambda: [  # noqa: E731
            guid.text for guid in xml_of(client.get("/fi/blogi/feed/rss/")).iter("guid")
        ]
        before = ids()
        post.title, post.slug = "Sitten", "sitten"
        post.save_revision().publish()
        assert ids() == before
        assert len(set(before)) == len(before)

    def test_markup_and_control_characters_leave_a_feed_readable(self, client):
        make_post(title="<b>Lihava</b> & ]]>", summary="\u00adäö 🧶 <script>")
        root = xml_of(client.get("/fi/blogi/feed/atom/"))
        assert "<b>Lihava</b> & ]]>" in [entry.find("a:title", ATOM).text for entry in root.findall("a:entry", ATOM)]

    def test_a_page_names_its_feeds_and_those_of_the_chosen_topic(self, client):
        links = soup_of(client.get("/fi/blogi/?topic=osallisuus")).find_all("link", rel="alternate", type=True)
        assert {link["type"]: link["href"] for link in links} == {
            "application/rss+xml": "/fi/blogi/feed/rss/?topic=osallisuus",
            "application/atom+xml": "/fi/blogi/feed/atom/?topic=osallisuus",
        }

    def test_a_feed_of_an_empty_blog_is_a_feed(self, client):
        for page in BlogPage.objects.all():
            page.delete()
        root = xml_of(client.get("/fi/blogi/feed/atom/"))
        assert root.findall("a:entry", ATOM) == []
        assert root.find("a:title", ATOM).text == "Blogi"

    def test_a_feed_has_at_most_thirty_entries(self, client):
        for number in range(31):
            make_post(published_on=date(2024, 1, 1) + timedelta(days=number))
        root = xml_of(client.get("/fi/blogi/feed/rss/"))
        assert len(root.findall("./channel/item")) == 30


def test_a_post_of_the_demo_reads_as_it_was_published(client):
    post = demo_page("silta-kohti-ihmislahtoista-kuntaa")
    text = soup_of(client.get(post.url)).find("main").get_text(" ")
    assert post.published_text in text
    assert str(post.reading_minutes) in text
