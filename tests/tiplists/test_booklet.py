"""The booklet of the lists that a reader ticks, and the project's poster."""

import pytest
from wagtail.models import PageViewRestriction

from home.models import SiteTexts
from tests.factories import index_of, make_tip_list
from tests.pdf import Pdf, squeezed
from tests.reading import said, soup_of
from tiplists.models import TipListIndexPage, TipListPage

pytestmark = pytest.mark.django_db

LANGUAGES = ["fi", "sv", "en"]


class TestBooklet:
    def address(self, *pages, language="fi"):
        return f"{index_of(TipListIndexPage, language).url}booklet.pdf?" + "&".join(f"list={page.pk}" for page in pages)

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_it_holds_the_ticked_lists_with_cover_contents_and_page_numbers(self, client, language):
        pages = list(TipListPage.objects.live().filter(locale__language_code=language)[:3])
        response = client.get(self.address(*pages, language=language))
        assert response.status_code == 200
        pdf = Pdf(response.getvalue())
        assert len(pdf.pages) == 2 + len(pages)
        texts = [squeezed(page.get_textpage().get_text_range()) for page in pdf.pages]
        assert squeezed(said("Contents", language)) in texts[1]
        for page in pages:
            number = next(n for n, text in enumerate(texts[2:], start=3) if squeezed(page.title) in text)
            assert squeezed(page.title) in texts[1]
            assert texts[number - 1].endswith(str(number))
            assert squeezed(page.tips[0].value["title"]) in texts[number - 1]
        assert pdf.catalogue()[:2] == (language, True)
        tags = pdf.tags()
        assert tags["/TOC"] == 1
        assert tags["/L"] == len(pages)

    def test_the_same_lists_are_made_once(self, client, monkeypatch):
        from home import rendered

        pages = [make_tip_list(), make_tip_list()]
        first = client.get(self.address(*pages))
        monkeypatch.setattr(rendered, "typeset", None)
        assert client.get(self.address(*reversed(pages))).getvalue() == first.getvalue()

    def test_lists_that_are_not_public_or_of_another_language_are_left_out(self, client):
        public, draft = make_tip_list(), make_tip_list(live=False)
        private, foreign = make_tip_list(), make_tip_list("sv")
        PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
        text = Pdf(client.get(self.address(public, draft, private, foreign)).getvalue()).text
        assert squeezed(public.title) in text
        assert not any(squeezed(f"{page.title}3") in text for page in (draft, private, foreign))
        assert "1vinkkilista" in text

    @pytest.mark.parametrize(
        "query",
        ["", "list=", "list=x", "list=-1", "list=99999999999999999999", "list=1%00", "list=٣", "list=" + "9" * 5000],
    )
    def test_a_request_that_names_no_public_list_is_answered_with_what_to_do(self, client, query):
        response = client.get(f"{index_of(TipListIndexPage).url}booklet.pdf?{query}")
        assert response.status_code in (400, 404)
        if response.status_code == 400:
            alert = soup_of(response).select_one("main [role=alert]").get_text()
            assert alert == said("Choose at least one list for the booklet.", "fi")

    def test_more_than_twenty_are_refused(self, client):
        query = "&".join(f"list={number}" for number in range(21))
        response = client.get(f"{index_of(TipListIndexPage).url}booklet.pdf?{query}")
        assert response.status_code == 400
        assert "20" in soup_of(response).select_one("main [role=alert]").get_text()

    def test_new_booklets_have_a_limit_and_made_ones_none(self, client, settings):
        settings.BOOKLET_ADDRESS_LIMIT = 1
        one, other = make_tip_list(), make_tip_list()
        assert client.get(self.address(one)).status_code == 200
        assert client.get(self.address(other)).status_code == 429
        assert client.get(self.address(one)).status_code == 200


def test_the_project_has_a_poster_in_each_language(client):
    for language in LANGUAGES:
        response = client.get(f"/{language}/poster.pdf")
        assert response.status_code == 200
        pdf = Pdf(response.getvalue())
        assert pdf.page_sizes == [(297, 420)]
        assert pdf.catalogue()[0] == language
        assert pdf.codes() == [f"http://testserver/{language}/"]
        assert squeezed(SiteTexts.objects.get(locale__language_code=language).name) in pdf.text
