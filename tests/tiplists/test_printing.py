"""Printed lists: what fits, what stands on the sheet, what an editor may write."""

import json
import random

import pytest
import typst

from home import typesetting
from home.models import SiteSettings
from home.typesetting import typeset
from tests.factories import demo_page, make_tip_list, stream, tips, unsaved_tip_list
from tests.marks import needs_voikko
from tests.pdf import Pdf, squeezed
from tests.reading import said, soup_of
from tiplists import printing
from tiplists.models import TipListPage

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
    return unsaved_tip_list(title=f"{count} vinkkiä", summary=text(120), tips=stream(*items))


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

    @needs_voikko
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
        page = unsaved_tip_list(tips=items)
        pdf = set_pdf(page, variant)
        assert "Koe" in pdf.text
        for block in page.tips:
            assert squeezed(block.value["title"]) in pdf.text
        if items and "#panic" in str(items):
            assert squeezed("#panic() & <b> // ei `koodi` ~ [x](y)") in pdf.text
        for sheet in pdf.pages:
            assert overlaps(pdf.boxes(sheet)) == []
            assert max(box[2] for box in pdf.boxes(sheet)) <= sheet.get_size()[0] - 5 / 25.4 * 72
