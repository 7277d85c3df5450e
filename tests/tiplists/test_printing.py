"""Printed lists: what fits, what stands on the sheet, who gets the file, what is told when it cannot be made."""

import json
import random

import pytest
import typst
from django.core.exceptions import ValidationError
from django.utils.translation import override
from wagtail.models import PageViewRestriction
from wagtail.test.utils.form_data import querydict_from_html

from home import typesetting, words
from home.models import Organisation, SiteSettings, SiteTexts
from home.rendered import storage
from home.typesetting import TypesettingError, typeset
from tests.factories import demo_page, fresh, index_of, make_tip_list, make_user, stream, tips
from tests.pdf import Pdf, squeezed
from tests.reading import said, soup_of
from tests.site.test_smoke import stream_data
from tiplists import files, printing
from tiplists.models import FetchCount, PrintedFile, TipListIndexPage, TipListPage

pytestmark = pytest.mark.django_db

LANGUAGES = ["fi", "sv", "en"]
SIZES = {"a4": (210, 297), "a3": (297, 420), "large": (210, 297), "bw": (210, 297)}
WORDS = [
    "kokous", "kutsu", "ihminen", "aika", "kahvi", "kysy", "kuuntele", "kerro", "yhdessä", "kunta", "järjestö", "tila",
]  # fmt: skip


def set_pdf(page, name="a4"):
    return Pdf(typeset(printing.job(page, name)).files[0])


def made_up(count, length):
    """A list of so many tips whose texts have about so many characters."""
    choose = random.Random(f"{count} {length}").choice  # noqa: S311 – any words do

    def text(size):
        return " ".join(choose(WORDS) for _ in range(max(1, size // 7)))

    items = [("tip", {"title": text(30)[:60], "text": f"<p>{text(length)}.</p>", "icon": ""}) for _ in range(count)]
    return unsaved(title=f"{count} vinkkiä", summary=text(120), tips=stream(*items))


def unsaved(**values):
    return TipListPage(**{"title": "Koe", "summary": "Johdanto.", **values}, locale=index_of(TipListIndexPage).locale)


def fits_at(page, name, least):
    """Whether the list fits its sheet when no size below `least` points is tried."""
    job = printing.job(page, name)
    main = f"""
        #import "frame.typ": *
        #import "sheet.typ": *
        #set page(paper: sheets.at(option.sheet).paper, margin: margins(option.sheet))
        #show: typeset
        #list-sheet(data, option.sheet, least: {least})
    """
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(typesetting.FONTS)])
    compiler = typst.Compiler(
        main.encode(),
        root=str(typesetting.TEMPLATES),
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(job.data), "option": json.dumps(job.option)},
    )
    return json.loads(compiler.query("<facts>", field="value", one=True))["fits"]


def overlaps(boxes):
    """Pairs of pieces of text of which one lies over the other by more than half a point."""
    found = []
    for number, a in enumerate(boxes):
        for b in boxes[number + 1 :]:
            wide = min(a[2], b[2]) - max(a[0], b[0])
            high = min(a[3], b[3]) - max(a[1], b[1])
            if wide > 0.5 and high > 0.5:
                found.append((a, b))
    return found


class TestFit:
    @pytest.mark.parametrize("length", [20, 90, 180])
    @pytest.mark.parametrize("count", [3, 5, 8, 12, 16, 20])
    def test_the_size_found_is_the_largest_that_fits_and_nothing_overlaps_or_is_lost(self, count, length):
        page = made_up(count, length)
        result = typeset(printing.job(page, "a4"))
        pdf, facts = Pdf(result.files[0]), result.facts
        assert [text for block in page.tips if squeezed(text := block.value["title"]) not in pdf.text] == []
        for sheet in pdf.pages:
            boxes = pdf.boxes(sheet)
            assert overlaps(boxes) == []
            assert min(box[0] for box in boxes) >= 5 / 25.4 * 72
            assert min(box[1] for box in boxes) >= 5 / 25.4 * 72
        assert len(pdf.pages) == facts["pages"]
        assert facts["fits"] is (facts["pages"] == 1)
        if facts["fits"] and facts["size"] < 19:
            assert facts["size"] >= 10.5
            assert not fits_at(page, "a4", facts["size"] + 0.2)
        if not facts["fits"]:
            assert facts["size"] == 10.5
            assert facts["lines_over"] > 0

    def test_every_list_of_the_demo_fits_one_sheet_at_ease(self):
        small = {}
        for page in TipListPage.objects.live():
            facts = typeset(printing.job(page, "a4")).facts
            if not facts["fits"] or facts["size"] < 12:
                small[page.url] = facts["size"]
        assert small == {}

    @pytest.mark.parametrize("columns", ["1", "2"])
    def test_the_editor_s_choice_of_columns_holds(self, columns):
        page = made_up(6, 40)
        page.columns = columns
        assert typeset(printing.job(page, "a4")).facts["columns"] == int(columns)


class TestSheet:
    @pytest.mark.parametrize("variant", printing.VARIANTS)
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_sheet_tells_what_its_page_tells(self, client, language, variant):
        """Title, introduction, tips, source, day, funders and address; in order; in the language of the page."""
        page = next(page for page in TipListPage.objects.live().filter(locale__language_code=language) if page.write_in)
        soup = soup_of(client.get(page.url))
        pdf = set_pdf(page, variant)
        texts = [page.title, page.summary]
        for item in soup.select(".tips > li"):
            texts += [item.h2.get_text(), *(part.get_text() for part in item.select("p"))]
        texts += [page.write_in, soup.select_one(".sheet__foot").get_text()]
        texts += [part.get_text(" ") for part in soup.select("footer .funders p")]
        texts += [soup.select_one(".sheet__code").get_text()]
        at = 0
        for text in texts:
            found = pdf.text.find(squeezed(text), at)
            assert found >= 0, text
            at = found
        assert pdf.page_sizes[0] == SIZES[variant]
        assert pdf.catalogue() == (language, True, page.title)
        assert pdf.codes() == [f"http://testserver{page.sheet_path}"]
        tags = pdf.tags()
        assert (tags["/L"], tags["/LI"], tags["/H1"], tags["/H2"]) == (1, len(page.tips), 1, len(page.tips))
        assert tags["/LBody"] == len(page.tips)

    @pytest.mark.parametrize("marker", TipListPage.Marker.values)
    def test_each_marker_is_drawn(self, marker):
        page = make_tip_list(marker=marker, tips=tips(4, icon="talk"))
        text = set_pdf(page).text
        assert ("1Vinkki02Vinkki1" in text.replace("Neuvo0.", "")) is (marker == "number")

    def test_black_and_white_has_no_colour(self):
        picture = set_pdf(demo_page("osallistava-kokous"), "bw").pages[0].render(scale=1).to_pil().convert("RGB")
        assert all(max(colour) - min(colour) < 8 for _count, colour in picture.getcolors(1 << 24))

    def test_large_print_is_at_least_sixteen_points(self):
        facts = typeset(printing.job(made_up(20, 180), "large")).facts
        assert facts["size"] >= 16
        assert facts["pages"] > 1

    @pytest.mark.skipif(words.voikko() is None, reason="Voikko is not installed (Debian: libvoikko1 voikko-fi)")
    def test_long_words_may_break_at_the_borders_of_their_compounds_but_in_easy_language(self):
        page = make_tip_list(title="Kuntatyöntekijä", summary="Saavutettavuusseloste.")
        assert printing.print_data(page)["title"] == "Kunta\u00adtyön\u00adtekijä"
        page.is_easy_language = True
        assert printing.print_data(page)["title"] == "Kuntatyöntekijä"

    def test_links_and_bold_of_a_tip_are_kept(self):
        html = '<p>Soita <b>heti</b> ja <a href="https://example.org/x">lue</a>.</p><p></p><p>Sitten.</p>'
        assert printing.runs(html, str) == [
            [
                {"t": "Soita "},
                {"t": "heti", "b": True},
                {"t": " ja "},
                {"t": "lue", "u": "https://example.org/x"},
                {"t": "."},
            ],
            [{"t": "Sitten."}],
        ]

    def test_the_project_of_the_later_programme_names_neither_fund_nor_slogan(self):
        facts = SiteSettings.objects.get()
        facts.programme = "2021-2027"
        facts.save()
        text = set_pdf(demo_page("osallistava-kokous")).text
        assert squeezed(said("Co-funded by the European Union", "fi")) in text
        assert "Vipuvoimaa" not in text


class TestBadInput:
    @pytest.mark.parametrize("variant", printing.VARIANTS)
    @pytest.mark.parametrize(
        "items",
        [
            tips(30, text=f"<p>{'Pitkä neuvo. ' * 12}</p>"),
            [],
            tips(3, text=f"<p>{'sana ' * 400}</p>"),
            tips(3, title="k" * 60, text=f"<p>{'a' * 64} {'b' * 2000}</p>"),
            tips(
                3, title="#import $x$ @y \\ *a* _b_ <c>", text="<p>#panic() &amp; &lt;b&gt; // ei `koodi` ~ [x](y)</p>"
            ),
        ],
        ids=["thirty tips", "no tips", "one long tip", "endless words", "markup"],
    )
    def test_what_an_editor_may_write_is_set_and_nothing_is_lost(self, items, variant):
        page = unsaved(tips=items)
        pdf = set_pdf(page, variant)
        assert "Koe" in pdf.text
        for block in page.tips:
            assert squeezed(block.value["title"]) in pdf.text
        if items and "#panic" in str(items):
            assert squeezed("#panic() & <b> // ei `koodi` ~ [x](y)") in pdf.text
        for sheet in pdf.pages:
            assert overlaps(pdf.boxes(sheet)) == []
            assert max(box[2] for box in pdf.boxes(sheet)) <= sheet.get_size()[0] - 5 / 25.4 * 72

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
        "query", ["", "list=", "list=x", "list=-1", "list=99999999999999999999", "list=1%00", "list=٣"]
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
        assert self.preview(unsaved(summary="", tips=[]), mode).img

    def test_what_cannot_be_printed_is_told_in_its_place(self):
        soup = self.preview(unsaved(title="😀", tips=tips(3)), "a4")
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


def test_the_project_has_a_poster_in_each_language(client):
    for language in LANGUAGES:
        response = client.get(f"/{language}/poster.pdf")
        assert response.status_code == 200
        pdf = Pdf(response.getvalue())
        assert pdf.page_sizes == [(297, 420)]
        assert pdf.catalogue()[0] == language
        assert pdf.codes() == [f"http://testserver/{language}/"]
        assert squeezed(SiteTexts.objects.get(locale__language_code=language).name) in pdf.text
