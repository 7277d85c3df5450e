"""The files of printed lists: made once, kept, served to who may read the page, counted; what a failure tells."""

import pytest
from wagtail.models import PageViewRestriction

from home.models import Organisation
from home.rendered import storage
from home.typesetting import TypesettingError
from tests.factories import index_of, make_tip_list, make_user, tips
from tests.pdf import Pdf
from tests.reading import said, soup_of
from tiplists import files, printing
from tiplists.models import FetchCount, PrintedFile, TipListIndexPage

pytestmark = pytest.mark.django_db


class TestFiles:
    @pytest.fixture
    def page(self):
        return make_tip_list(title="A/B: lista & muita", tips=tips(4))

    @pytest.mark.parametrize("variant", printing.VARIANTS)
    def test_a_file_is_made_on_the_first_request_and_kept(self, client, page, variant, monkeypatch):
        first = client.get(f"{page.url}{variant}.pdf")
        assert first.status_code == 200
        assert first["Content-Type"] == "application/pdf"
        monkeypatch.setattr(files, "typeset", None)
        assert client.get(f"{page.url}{variant}.pdf").getvalue() == first.getvalue()

    def test_who_has_the_file_is_told_so(self, client, page):
        etag = client.get(f"{page.url}a4.pdf")["ETag"]
        response = client.get(f"{page.url}a4.pdf", headers={"If-None-Match": etag})
        assert (response.status_code, response.content) == (304, b"")
        assert client.get(f"{page.url}a4.pdf", headers={"If-None-Match": '"x"'}).status_code == 200

    def test_the_name_of_the_file_follows_from_the_title(self, client, page):
        name = client.get(f"{page.url}a3.pdf")["Content-Disposition"]
        assert name.startswith("inline")
        assert "A-B" in name
        assert name.endswith((".pdf", '.pdf"'))

    @pytest.mark.parametrize("name", ["a5.pdf", "share.pdf", "a4.png", "booklet.pdf", "a4.txt", "..%2fa4.pdf"])
    def test_an_unknown_form_is_not_found(self, client, page, name):
        assert client.get(f"{page.url}{name}").status_code == 404

    @pytest.mark.parametrize(("name", "size"), [("share", (1200, 630)), ("poster", (595, 842))])
    def test_pictures_have_their_shape(self, client, page, name, size):
        import io

        from PIL import Image

        response = client.get(f"{page.url}{name}.png")
        assert response["Content-Type"] == "image/png"
        assert Image.open(io.BytesIO(response.getvalue())).size == size

    def test_the_page_links_each_file_with_its_paper_pages_and_size(self, client, page):
        files.make_all(page)
        links = soup_of(client.get(page.url)).select(".sizes a")
        assert [link["href"] for link in links] == [f"{page.url}{name}.pdf" for name in printing.VARIANTS]
        assert links[0].get_text().startswith("PDF, A4, 1 sivu, ")
        assert links[0].get_text().endswith(" kt")
        assert links[1].get_text().startswith("PDF, A3, ")

    def test_a_change_makes_a_new_file_and_the_old_one_goes(self, client, page):
        before = client.get(f"{page.url}a4.pdf").getvalue()
        old = PrintedFile.objects.get(page=page, variant="a4").name
        page.title = "Uusi nimi"
        page.save_revision().publish()
        after = client.get(f"{page.url}a4.pdf").getvalue()
        assert "Uusinimi" in Pdf(after).text
        assert after != before
        assert not storage().exists(old)

    def test_what_stands_around_a_list_makes_a_new_file_too(self, client, page):
        client.get(f"{page.url}a4.pdf")
        Organisation.objects.create(name="Uusi säätiö", role="funder", sort_order=0, locale=page.locale)
        assert "Uusisäätiö" in Pdf(client.get(f"{page.url}a4.pdf").getvalue()).text

    def test_a_draft_is_in_no_file(self, client, page):
        page.title = "Salainen luonnos"
        page.save_revision()
        assert "Salainen" not in Pdf(client.get(f"{page.url}a4.pdf").getvalue()).text

    def test_a_list_that_is_not_public_has_no_file(self, client, page):
        client.get(f"{page.url}a4.pdf")
        page.unpublish()
        assert client.get(f"{page.url}a4.pdf").status_code == 404

    def test_a_private_list_gives_its_file_to_who_may_read_it(self, client, page):
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
        for name in ("a4.pdf", "share.png"):
            assert client.get(f"{page.url}{name}").status_code == 302
        client.force_login(make_user())
        assert client.get(f"{page.url}a4.pdf").status_code == 200

    def test_the_files_lie_outside_the_public_media(self, settings):
        assert not str(storage().path("x")).startswith(str(settings.MEDIA_ROOT))

    def test_publishing_has_all_files_made(self, page, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()
        made = PrintedFile.objects.filter(page=page).exclude(name="")
        assert {file.variant for file in made} == {*printing.VARIANTS, *printing.PICTURES}

    def test_deleting_a_list_deletes_its_files(self, page, django_capture_on_commit_callbacks):
        file = files.current(page, "a4")
        with django_capture_on_commit_callbacks(execute=True):
            page.delete()
        assert not storage().exists(file.name)


class TestFailure:
    @pytest.fixture
    def broken(self, monkeypatch):
        def fail(job):
            raise TypesettingError("Rikki")

        return lambda: monkeypatch.setattr(files, "typeset", fail)

    def test_the_last_good_file_is_served_and_the_log_and_the_editor_are_told(self, client, broken, caplog):
        page = make_tip_list()
        good = client.get(f"{page.url}a4.pdf").getvalue()
        broken()
        page.title = "Uusi nimi"
        page.save_revision().publish()
        response = client.get(f"{page.url}a4.pdf")
        assert (response.status_code, response.getvalue()) == (200, good)
        assert [record.levelname for record in caplog.records if "Rikki" in record.getMessage()] == ["ERROR"]
        client.force_login(make_user("Editors"))
        message = said("These printed forms could not be made, readers get the previous ones: %(forms)s.", "fi")
        assert message.split("%")[0] in client.get(f"/cms/pages/{page.pk}/edit/").content.decode()

    def test_without_a_good_file_the_reader_is_told_what_to_do(self, client, broken):
        page = make_tip_list()
        broken()
        response = client.get(f"{page.url}a4.pdf")
        assert response.status_code == 503
        text = said("This file cannot be made just now. Print the page itself, or try again later.", "fi")
        assert text in response.content.decode()
        assert not FetchCount.objects.filter(page=page).exists()

    def test_it_is_tried_again_later_and_the_fault_is_forgotten(self, client, broken, monkeypatch):
        page = make_tip_list()
        with monkeypatch.context():
            broken()
            client.get(f"{page.url}a4.pdf")
        monkeypatch.undo()
        assert client.get(f"{page.url}a4.pdf").status_code == 503
        PrintedFile.objects.update(failed_at="2020-01-01T00:00:00Z")
        assert client.get(f"{page.url}a4.pdf").status_code == 200
        assert PrintedFile.objects.get(page=page, variant="a4").failed_key == ""


class TestCounts:
    def test_downloads_and_scans_are_counted_by_month_and_nothing_else_is_kept(self, client):
        page = make_tip_list()
        for _ in range(2):
            client.get(f"{page.url}a4.pdf")
        client.head(f"{page.url}a4.pdf")
        client.get(f"{page.url}a3.pdf")
        client.get(page.sheet_path)
        client.get(f"{page.url}share.png")
        client.get(f"{index_of(TipListIndexPage).url}booklet.pdf?list={page.pk}")
        counts = {row.kind: row.count for row in FetchCount.objects.filter(page=page)}
        assert counts == {"a4": 2, "a3": 1, "scan": 1, "booklet": 1}
        assert {field.name for field in FetchCount._meta.get_fields()} == {"id", "page", "kind", "month", "count"}

    def test_an_answer_from_the_reader_s_own_memory_is_no_download(self, client):
        page = make_tip_list()
        etag = client.get(f"{page.url}a4.pdf")["ETag"]
        client.get(f"{page.url}a4.pdf", headers={"If-None-Match": etag})
        assert FetchCount.objects.get(page=page).count == 1

    def test_the_report_shows_them_to_editors_and_as_a_table_file(self, client):
        page = make_tip_list(title="Laskettu lista")
        client.get(page.sheet_path)
        client.force_login(make_user("Editors"))
        text = client.get("/cms/reports/tip-lists/").content.decode()
        assert "Laskettu lista" in text
        assert said("Code scanned", "fi") in text
        table = client.get("/cms/reports/tip-lists/?export=csv").getvalue().decode()
        assert "Laskettu lista" in table
