"""Tip lists: what an editor may write, how a list is read, and the address on its printed sheet."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks import StreamBlockValidationError

from home.models import Topic
from tests.factories import (
    LANGUAGES,
    demo_page,
    fresh,
    make_municipality,
    make_tip_list,
    make_topic,
    stream,
    tips,
    translate,
)
from tests.reading import hrefs, said, soup_of
from tiplists import density, printing
from tiplists.blocks import ICONS, TipBlock
from tiplists.models import TipListPage

pytestmark = pytest.mark.django_db


def titles(response):
    return [page.title for page in response.context["listing"].items]


def stream_value(number):
    return TipListPage._meta.get_field("tips").stream_block.to_python(tips(number))


class TestLimits:
    @pytest.mark.parametrize("number", [3, 12, 20])
    def test_three_to_twenty_tips_are_accepted(self, number):
        block = TipListPage._meta.get_field("tips").stream_block
        assert len(block.clean(stream_value(number))) == number

    @pytest.mark.parametrize("number", [0, 1, 2, 21])
    def test_fewer_and_more_are_refused(self, number):
        with pytest.raises(StreamBlockValidationError):
            TipListPage._meta.get_field("tips").stream_block.clean(stream_value(number))

    @pytest.mark.parametrize(("number", "is_many"), [(12, False), (13, True)])
    def test_more_than_twelve_are_warned_of_and_published(self, client, number, is_many):
        page = make_tip_list(tips=tips(number))
        assert page.has_many_tips is is_many
        assert client.get(page.url).status_code == 200

    def test_a_title_of_sixty_characters_fits_and_a_longer_one_does_not(self):
        value = {"title": "x" * 60, "text": "", "icon": ""}
        block = TipBlock()
        assert block.clean(block.to_python(value))["title"] == "x" * 60
        with pytest.raises(ValidationError):
            block.clean(block.to_python({**value, "title": "x" * 61}))

    def test_an_introduction_of_three_hundred_characters_fits_and_a_longer_one_does_not(self):
        field = TipListPage.get_edit_handler().get_form_class().base_fields["summary"]
        assert field.clean("x" * 300) == "x" * 300
        with pytest.raises(ValidationError):
            field.clean("x" * 301)

    def test_icons_before_tips_need_an_icon_for_each(self):
        page = make_tip_list()
        page.marker = "icon"
        with pytest.raises(ValidationError) as caught:
            page.full_clean()
        assert set(caught.value.message_dict) == {"marker"}
        page.tips = tips(3, icon="talk")
        page.full_clean()

    def test_an_icon_outside_the_set_is_refused(self):
        block = TipBlock()
        with pytest.raises(ValidationError):
            block.clean(block.to_python({"title": "x", "text": "", "icon": "../../secret"}))

    @pytest.mark.parametrize("icon", [name for name, _label in ICONS])
    def test_every_icon_can_be_shown(self, client, icon):
        page = make_tip_list(marker="icon", tips=tips(3, icon=icon))
        assert len(soup_of(client.get(page.url)).select(".tips__marker svg")) == 3


class TestPage:
    def test_a_list_is_one_list_in_order(self, client):
        page = make_tip_list(tips=tips(7), write_in="Meillä tästä vastaa:", source_line="Lähde: hanke")
        soup = soup_of(client.get(page.url))
        [items] = soup.select("main ol.tips")
        assert [item.find("h2").get_text() for item in items.find_all("li", recursive=False)] == [
            f"Vinkki {n}" for n in range(7)
        ]
        text = soup.find("main").get_text(" ")
        for part in ("Neuvo 6.", "Meillä tästä vastaa:", "Lähde: hanke", page.updated_text):
            assert part in text

    @pytest.mark.parametrize(("language", "day"), [("fi", "5.1.2022"), ("sv", "5.1.2022"), ("en", "5 January 2022")])
    def test_the_day_of_the_last_change_is_told(self, client, language, day):
        page = make_tip_list(language, updated_on=date(2022, 1, 5))
        assert day in soup_of(client.get(page.url)).select_one(".sheet__foot").get_text()

    def test_the_only_button_is_hidden_until_its_script_is_there(self, client):
        buttons = soup_of(client.get(make_tip_list().url)).select("main button")
        assert len(buttons) == 1
        assert buttons[0].has_attr("hidden")
        assert buttons[0].has_attr("data-print")
        assert soup_of(client.get(make_tip_list().url)).select_one("main noscript")

    @pytest.mark.parametrize("accent", TipListPage.Accent.values)
    def test_a_list_has_the_colour_chosen_for_it(self, client, accent):
        page = make_tip_list(accent=accent)
        assert soup_of(client.get(page.url)).select_one(f"main article.accent--{accent}")

    def test_links_and_bold_of_a_tip_are_kept_and_nothing_else(self, client):
        page = make_tip_list(
            tips=stream(*(("tip", {"title": "T", "text": '<p><b>Lihava</b> <a href="https://example.org/">linkki</a></p>',
                                   "icon": ""}) for _ in range(3)))
        )  # fmt: skip
        tip = soup_of(client.get(page.url)).select_one("ol.tips .rich-text")
        assert tip.find("b").get_text() == "Lihava"
        assert tip.find("a")["href"] == "https://example.org/"

    def test_related_lists_share_topics_first_and_are_never_the_list_itself(self):
        topic = make_topic("Aihe")
        page = make_tip_list(topics=[topic])
        make_tip_list(title="Samaa aihetta", topics=[topic], updated_on=date(2000, 1, 1))
        make_tip_list(title="Uusin", updated_on=date(2030, 1, 1))
        found = [item.title for item in fresh(page).related()]
        assert found[:2] == ["Samaa aihetta", "Uusin"]
        assert page.title not in found

    def test_a_list_in_easy_language_is_set_in_easier_type(self, client):
        assert "easy" in soup_of(client.get(make_tip_list(is_easy_language=True).url)).body["class"]
        assert "easy" not in soup_of(client.get(make_tip_list().url)).body["class"]


class TestIndex:
    def test_the_latest_updated_stands_first(self, client):
        make_tip_list(title="Vanha", updated_on=date(2000, 1, 1))
        make_tip_list(title="Uusi", updated_on=date(2035, 1, 1))
        found = titles(client.get("/fi/vinkkilistat/"))
        assert (found[0], found[-1]) == ("Uusi", "Vanha")

    def test_filters_narrow_and_combine(self, client):
        topic, place = make_topic("Aihe"), make_municipality(title="Kuntala")
        make_tip_list(title="Molemmat", topics=[topic], municipalities=[place])
        make_tip_list(title="Aihe vain", topics=[topic])
        assert set(titles(client.get("/fi/vinkkilistat/?topic=aihe"))) == {"Molemmat", "Aihe vain"}
        assert titles(client.get("/fi/vinkkilistat/?topic=aihe&municipality=kuntala")) == ["Molemmat"]

    def test_a_topic_of_the_source_filters_the_translations(self, client):
        page = make_tip_list(topics=[Topic.objects.get(slug="osallisuus")])
        translate(page, "sv", title="Delaktighet 22")
        assert "Delaktighet 22" in titles(client.get("/sv/tipslistor/?topic=delaktighet"))

    def test_a_card_tells_how_many_tips_there_are(self, client):
        page = make_tip_list(tips=tips(17))
        card = soup_of(client.get("/fi/vinkkilistat/")).find("a", href=page.url).find_parent("article")
        assert "17" in card.select_one(".card__meta").get_text()


class TestSheet:
    def test_the_address_on_a_sheet_leads_to_the_very_page_printed(self, client):
        page = make_tip_list()
        translation = translate(page, "sv", title="Lista")
        for item in (page, translation):
            response = client.get(item.sheet_path)
            assert item.sheet_path.startswith(f"/v/{item.pk}/")
            assert (response.status_code, response["Location"]) == (302, item.url)

    def test_an_old_sheet_is_told_of_the_newer_version(self, client):
        page = make_tip_list()
        old = page.sheet_path
        page.tips = tips(4)
        page.save_revision().publish()
        response = client.get(old, follow=True)
        assert (
            said("There is a newer version of this list. Print it.", "fi") in soup_of(response).find("main").get_text()
        )
        assert soup_of(response).find("link", rel="canonical")["href"] == page.full_url
        new = fresh(page).sheet_path
        assert new != old
        assert not soup_of(client.get(new, follow=True)).select("main .note.main-note")

    def test_a_sheet_of_a_moved_page_leads_to_its_present_address(self, client):
        page = make_tip_list()
        path = page.sheet_path
        page.slug = "uusi-osoite"
        page.save_revision().publish()
        assert client.get(path)["Location"] == "/fi/vinkkilistat/uusi-osoite/"

    @pytest.mark.parametrize("version", ["0", "zzz", "a" * 500, "-"])
    def test_a_version_that_never_was_is_an_old_one(self, client, version):
        page = make_tip_list()
        response = client.get(f"/v/{page.pk}/{version}/")
        assert response.status_code == 302
        assert response["Location"].startswith(f"{page.url}?printed=")
        assert client.get(response["Location"]).status_code == 200

    def test_a_sheet_of_a_list_that_is_gone_is_not_found(self, client):
        page = make_tip_list()
        path = page.sheet_path
        page.unpublish()
        assert client.get(path, follow=True).status_code == 404

    def test_the_number_of_a_page_of_another_type_is_not_found(self, client):
        assert client.get(f"/v/{demo_page('nivala').pk}/12345678/", follow=True).status_code == 404

    def test_the_page_carries_its_own_address_in_print_as_text_and_as_a_code(self, client):
        page = make_tip_list()
        code = soup_of(client.get(page.url)).select_one(".sheet__code")
        assert code.get_text() == f"testserver{page.sheet_path}"
        assert code.select_one("[aria-hidden=true] svg")


CHANGES = {
    "title": "Toinen otsikko",
    "summary": "Toinen johdanto.",
    "marker": "checkbox",
    "columns": "2",
    "accent": "sammal",
    "source_line": "Lähde: joku muu",
    "write_in": "Vastuuhenkilö:",
    "updated_on": date(2001, 1, 1),
    "tips": tips(4),
}


class TestVersion:
    @pytest.mark.parametrize("name", CHANGES)
    def test_it_changes_with_what_is_printed(self, name):
        page = make_tip_list()
        before = printing.version(page)
        setattr(page, name, CHANGES[name])
        assert printing.version(page) != before

    @pytest.mark.parametrize(
        ("name", "value"),
        [("slug", "toinen"), ("seo_title", "Haku"), ("search_description", "Haku"), ("show_in_menus", True)],
    )
    def test_it_stays_when_nothing_printed_changes(self, name, value):
        page = make_tip_list()
        before = printing.version(page)
        setattr(page, name, value)
        assert printing.version(page) == before

    def test_it_stays_when_the_same_is_published_again(self):
        page = make_tip_list()
        before = page.sheet_path
        page.save_revision().publish()
        assert fresh(page).sheet_path == before

    def test_it_is_short_and_fit_for_an_address(self):
        version = printing.version(make_tip_list())
        assert len(version) == 8
        assert int(version, 16) >= 0


class TestFit:
    def test_more_text_is_never_set_larger(self):
        page = make_tip_list()
        densities = []
        for number in range(3, 21):
            page.tips = stream(*(("tip", {"title": "Otsikko " * 5, "text": f"<p>{'sana ' * 20}</p>", "icon": ""})
                                 for _ in range(number)))  # fmt: skip
            page.columns = "2"
            densities.append(density.density(page))
        assert densities == sorted(densities)
        assert densities[0] < densities[-1] == len(density.SIZES)

    def test_a_longer_text_is_never_set_larger(self):
        page = make_tip_list(columns="1")
        densities = []
        for words in range(1, 120, 6):
            page.tips = stream(
                *(("tip", {"title": "Otsikko", "text": f"<p>{'sana ' * words}</p>", "icon": ""}) for _ in range(8))
            )
            densities.append(density.density(page))
        assert densities == sorted(densities)
        assert densities[0] < densities[-1] == len(density.SIZES)

    @pytest.mark.parametrize(
        ("choice", "number", "columns"), [("auto", 3, 1), ("auto", 5, 1), ("auto", 6, 2), ("1", 20, 1), ("2", 3, 2)]
    )
    def test_columns_are_those_of_the_editor_or_follow_the_number_of_tips(self, choice, number, columns):
        assert make_tip_list(columns=choice, tips=tips(number)).columns_in_use == columns

    def test_the_page_carries_its_size_and_columns(self, client):
        page = make_tip_list(tips=tips(8))
        soup = soup_of(client.get(page.url))
        assert f"sheet--{page.density}" in soup.body["class"]
        assert "tips--2" in soup.select_one("ol.tips")["class"]

    def test_the_least_text_is_set_largest_and_no_size_is_below_the_smallest_allowed(self):
        page = make_tip_list(tips=stream(*(("tip", {"title": "A", "text": "", "icon": ""}) for _ in range(3))))
        assert page.density == 1
        assert min(density.SIZES) >= 10.5

    def test_no_list_of_the_demo_is_too_long_for_the_smallest_size(self):
        assert [page.title for page in TipListPage.objects.all() if page.density == len(density.SIZES)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_of_the_page_around_a_list_is_in_its_language(client, language):
    page = make_tip_list(language)
    soup = soup_of(client.get(page.url))
    assert said("Print A4", language) == soup.select_one("[data-print]").get_text(strip=True)
    assert said("Updated", language) in soup.select_one(".sheet__foot").get_text()
    assert f"/{language}/" in hrefs(soup)
