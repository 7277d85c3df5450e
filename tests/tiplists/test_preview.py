"""What an editor sees of a printed list before and while publishing it."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from wagtail.test.utils.form_data import querydict_from_html

from tests.factories import demo_page, fresh, make_tip_list, make_user, tips, unsaved_tip_list
from tests.forms import stream_data
from tests.reading import soup_of
from tiplists import printing

pytestmark = pytest.mark.django_db


class TestPreview:
    def preview(self, page, mode):
        from django.test import RequestFactory

        from tiplists.preview import print_preview

        with override("fi"):
            return soup_of(print_preview(RequestFactory().get("/"), page, mode))

    @pytest.mark.parametrize(
        ("items", "level", "words"),
        [
            (tips(5), "good", "Mahtuu yhdelle A4-arkille, tekstin koko 1"),
            (tips(18, text=f"<p>{'Neuvo on tämä. ' * 4}</p>"), "small", "olisi helpompi lukea. Lyhennä noin"),
            (tips(20, text=f"<p>{'Pitkä neuvo. ' * 20}</p>"), "bad", "sivua. Lyhennä noin"),
        ],
        ids=["good", "small", "bad"],
    )
    def test_it_shows_the_sheet_and_tells_how_it_fits(self, items, level, words):
        soup = self.preview(make_tip_list(tips=items), "a4")
        assert soup.select_one(".fit")["class"] == ["fit", f"fit--{level}"]
        assert words in soup.select_one(".fit").get_text()
        assert soup.img["src"].startswith("data:image/png;base64,")

    @pytest.mark.parametrize("mode", printing.VARIANTS)
    def test_each_form_can_be_previewed_before_the_page_was_ever_saved(self, mode):
        assert self.preview(unsaved_tip_list(summary="", tips=[]), mode).img

    def test_what_cannot_be_printed_is_told_in_its_place(self):
        soup = self.preview(unsaved_tip_list(title="😀", tips=tips(3)), "a4")
        assert "GRINNING FACE" in soup.select_one(".fit--bad").get_text()

    def test_the_page_offers_each_form(self):
        assert {*printing.VARIANTS} <= {mode for mode, _label in fresh(demo_page("osallistava-kokous")).preview_modes}

    def test_publishing_a_list_that_prints_small_is_told_and_never_stopped(self, client):
        page = make_tip_list(tips=tips(20, text=f"<p>{'Pitkä neuvo. ' * 20}</p>"))
        client.force_login(make_user("Editors"))
        response = publish_in_cms(client, page)
        told = [str(message) for message in response.context["messages"]]
        assert any("Ei mahdu yhdelle A4-arkille" in text for text in told)
        assert fresh(page).latest_revision_id != page.latest_revision_id


class TestRefusal:
    @pytest.mark.parametrize("name", ["title", "summary", "source_line", "write_in", "short_title", "tips"])
    def test_what_cannot_be_printed_is_not_published_and_told_of_its_field(self, name):
        page = make_tip_list()
        setattr(page, name, tips(3, title="Hymyile 😀") if name == "tips" else "Hymyile 😀")
        with pytest.raises(ValidationError) as caught:
            page.save_revision().publish()
        assert "GRINNING FACE" in str(caught.value.message_dict[name])
        assert "😀" not in str(fresh(page).tips.raw_data) + fresh(page).title

    def test_an_editor_who_publishes_it_is_told_and_keeps_the_draft(self, client):
        page = make_tip_list()
        client.force_login(make_user("Editors"))
        response = publish_in_cms(client, page, title="Hymyile 😀")
        assert any("GRINNING FACE" in str(message) for message in response.context["messages"])
        assert fresh(page).title == page.title
        assert fresh(page).get_latest_revision_as_object().title == "Hymyile 😀"


def publish_in_cms(client, page, **changes):
    """What the editor's form answers when it is posted with some fields changed."""
    address = f"/cms/pages/{page.pk}/edit/"
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form").copy()
    data.update({**stream_data(page), **changes, "action-publish": "action-publish"})
    return client.post(address, data, follow=True)
