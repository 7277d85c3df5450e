"""What is printed of the people in a training: who is on it, what never is, that nothing stops it, who may."""

import re
from datetime import time, timedelta
from itertools import pairwise

import pytest
from django.utils import timezone
from django.utils.translation import gettext, override

from home import typesetting
from home.typesetting import drawable, typeset
from tests.factories import fresh, make_training, person, sign_up, stream, training_of, translate
from tests.pdf import Pdf, squeezed
from tests.trainings.crowds import mark_present, people_in
from trainings import documents, registration
from trainings.models import Registration

pytestmark = pytest.mark.django_db

HOSTILE = [
    '=HYPERLINK("http://x","y")',
    '<b>Lihava</b> & #let x = $1$ "ja" \\ @nimi',
    "Олена Шевченко",
    "محمد علي",
    "Matti 🎉 Meikäläinen 👩‍👩‍👧",
    "X" * 120,
    "Niillas Ŋŋ Ŧŧ",
    "Nguyễn Thị Ánh",
    "rivi\nja\tsarkain",
    "李小龍",
    "\u202enurin\u202c \ue0ff",
]


@pytest.fixture
def page():
    return make_training(
        title="Kohtaamisen taito",
        registration="here",
        venue="Kuvitelman kirjasto",
        starts_at=time(9),
        ends_at=time(15, 30),
    )


def sheet(page):
    return Pdf(typeset(documents.sign_in_sheet(training_of(page))).files[0])


def in_finnish(message):
    with override("fi"):
        return squeezed(gettext(message))


class TestNames:
    def test_names_stand_in_the_order_of_finnish_and_swedish(self):
        names = [
            "Öhman",
            "Ärlä",
            "Åberg",
            "Zoë",
            "Élise",
            "Ella",
            "anna",
            "Anna B",
            "Annamari",
            "Šarūnas",
            "Ülle",
            "Ynge",
        ]
        assert sorted(names, key=documents.alphabetical) == [
            "anna", "Anna B", "Annamari", "Élise", "Ella", "Šarūnas", "Ülle", "Ynge", "Zoë", "Åberg", "Ärlä", "Öhman",
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("written", "drawn"),
        [
            ("Олена Шевченко", "Олена Шевченко"),
            ("Niillas Ŋ Ŧ", "Niillas Ŋ Ŧ"),
            ("Nguyễn Thị", "Nguyên Thi"),
            ("Ａｄａ 𝓜", "Ada M"),
            ("e\u0301va", "éva"),
            ("علي", "◊◊◊"),
            ("Ada 🎉", "Ada ◊"),
            ("Ada\u202e\ue000\x07", "Ada"),
            (" kaksi\n riviä\t", "kaksi riviä"),
            ("", ""),
        ],
    )
    def test_what_the_typefaces_lack_is_drawn_as_its_nearest_or_a_mark(self, written, drawn):
        assert drawable(written) == drawn

    def test_an_endless_word_may_break_and_a_long_one_may_not(self):
        assert "\u00ad" in drawable("x1" * 60)
        assert drawable("Meikäläinen-Konstantinopolitanska") == "Meikäläinen-Konstantinopolitanska"


class TestSignInSheet:
    def test_it_tells_the_training_the_project_and_who_pays(self, page):
        sign_up(page)
        pdf = sheet(page)
        assert squeezed(page.title) in pdf.text
        assert squeezed(page.when_text)[1:] in pdf.text
        assert squeezed("Kuvitelman kirjasto") in pdf.text
        assert squeezed("Yhdessä osallisuutta") in pdf.text
        assert squeezed("Euroopan unioni") in pdf.text
        assert pdf.page_sizes == [(210, 297)]

    def test_it_is_a_tagged_table_with_header_cells(self, page):
        sign_up(page)
        pdf = sheet(page)
        language, is_tagged, title = pdf.catalogue()
        assert (language, is_tagged) == ("fi", True)
        assert page.title in title
        tags = pdf.tags()
        assert (tags["/Table"], tags["/TH"], tags["/H1"]) == (1, 4, 1)
        assert tags["/Figure"] >= 1
        assert b"pdfuaid:part" in pdf.data
        assert b"pdfaid:part" in pdf.data

    def test_confirmed_people_stand_in_the_order_of_their_names(self, page):
        for name in ("Öhman Oiva", "Aalto Aino", "Åberg Åsa", "Zacke Zoë"):
            sign_up(page, name=name)
        text = sheet(page).text
        places = [text.index(squeezed(name)) for name in ("Aalto Aino", "Zacke Zoë", "Åberg Åsa", "Öhman Oiva")]
        assert places == sorted(places)

    def test_nobody_s_telephone_address_or_need_lies_on_the_table(self, page):
        told = person(email="salainen@example.org", telephone="+358 40 7654321", organisation="Kuvitelma ry")
        registration.register(training_of(page).pk, told, needs="Tarvitsen tulkin")
        pdf = sheet(page)
        assert squeezed(told["name"]) in pdf.text
        assert squeezed("Kuvitelma ry") in pdf.text
        for secret in ("salainen", "7654321", "tulkin"):
            assert secret not in pdf.text
            assert secret.encode() not in pdf.data

    def test_those_who_wait_or_cancelled_are_not_on_it(self):
        page = make_training(registration="here", capacity=1)
        first, second = sign_up(page, name="Perunut Pekka"), sign_up(page, name="Saanut Sari")
        sign_up(page, name="Odottava Outi")
        registration.cancel(first)
        assert Registration.objects.get(pk=second.pk).status == "confirmed"
        text = sheet(page).text
        assert "SaanutSari" in text
        assert "PerunutPekka" not in text
        assert "OdottavaOuti" not in text

    def test_in_a_hybrid_training_only_those_on_the_spot_sign(self):
        page = make_training(registration="here", mode="hybrid")
        sign_up(page, name="Paikalla Paula", mode="on_site")
        sign_up(page, name="Etänä Eetu", mode="online")
        sign_up(page, name="Epävarma Elli")
        pdf = sheet(page)
        first, last = (squeezed(page.get_textpage().get_text_range()) for page in (pdf.pages[0], pdf.pages[-1]))
        assert "PaikallaPaula" in first
        assert "EpävarmaElli" in first
        assert "EtänäEetu" not in first
        assert "EtänäEetu" in last
        assert in_finnish("Online") in last
        assert in_finnish("Signature") not in last

    def test_in_an_online_training_nobody_signs(self):
        page = make_training(registration="here", mode="online")
        sign_up(page, name="Etänä Eetu")
        pdf = sheet(page)
        assert "EtänäEetu" in pdf.text
        assert in_finnish("Signature") not in pdf.text
        assert len(pdf.pages) == 1

    def test_there_are_rows_for_eight_more_and_they_fill_the_page(self, page):
        sign_up(page)
        pdf = sheet(page)
        rows = pdf.tags()["/TR"] - 2
        assert rows >= 8
        # With the lowest rule of the table the page is full: one more row would not fit above the funders.
        assert len(pdf.pages) == 1

    @pytest.mark.parametrize("number", [13, 14, 15, 16, 17, 40])
    def test_eight_rows_are_blank_however_many_have_signed_up(self, page, number):
        people_in(page, number)
        assert sheet(page).tags()["/TR"] - 1 - number >= 8

    def test_it_is_there_for_whoever_comes_when_nobody_has_signed_up(self, page):
        assert sheet(page).tags()["/TR"] > 8

    def test_three_hundred_people_stand_on_numbered_pages_with_headings_on_each(self, page):
        people_in(page, 300, organisation="Kuvitteellisen kaupungin hyvinvoinnin toimiala")
        pdf = sheet(page)
        number = len(pdf.pages)
        assert 10 <= number <= 16
        for page_number, printed in enumerate(pdf.pages, start=1):
            text = squeezed(printed.get_textpage().get_text_range())
            assert in_finnish("Signature") in text
            assert f"{page_number}/{number}" in text
        assert all(f"Osallistuja{n:03}" in pdf.text for n in range(1, 301))

    def test_no_row_is_too_low_to_sign(self, page):
        people_in(page, 12)
        printed = sheet(page).pages[0]
        textpage = printed.get_textpage()
        tops = [
            textpage.get_rect(number)[3]
            for number in range(textpage.count_rects())
            if re.fullmatch(r"Osallistuja \d{3}", textpage.get_text_bounded(*textpage.get_rect(number)).strip())
        ]
        assert len(tops) == 12
        gaps = [(upper - lower) / 72 * 25.4 for upper, lower in pairwise(tops)]
        assert min(gaps) >= 9

    def test_hostile_names_are_words_and_stop_nothing(self, page):
        for name in HOSTILE:
            sign_up(page, name=name[:120], organisation=name)
        pdf = sheet(page)
        assert squeezed('=HYPERLINK("http://x","y")') in pdf.text
        assert squeezed('<b>Lihava</b> & #let x = $1$ "ja" \\ @nimi') in pdf.text
        assert squeezed("Олена Шевченко") in pdf.text
        assert squeezed("◊◊◊◊ ◊◊◊") in pdf.text
        assert pdf.text.count("X") >= 240

    def test_no_word_stands_over_the_edge_of_the_paper(self, page):
        for name in HOSTILE:
            sign_up(page, name=name[:120], organisation=f"{name[:100]}{'W' * 60}")
        pdf = sheet(page)
        width = 210 / 25.4 * 72
        for printed in pdf.pages:
            assert all(box[0] > 0 and box[2] < width - 20 for box in pdf.boxes(printed))

    def test_a_training_without_a_public_page_has_it_too(self, page):
        sign_up(page, name="Aalto Aino")
        fresh(page).unpublish()
        pdf = sheet(page)
        assert squeezed(page.title) in pdf.text
        assert "AaltoAino" in pdf.text

    def test_anonymised_people_leave_no_empty_rows_with_numbers(self, page):
        item = sign_up(page)
        Registration.objects.filter(pk=item.pk).update(
            name="", name_folded="", email="", nonce=None, anonymised_at=timezone.now()
        )
        assert documents.sign_in_sheet(training_of(page)).data["on_site"] == []


class TestQueueSheet:
    def test_it_holds_the_queue_in_its_order_with_what_is_needed_to_call(self):
        page = make_training(registration="here", capacity=1)
        sign_up(page, name="Paikan Saanut")
        sign_up(page, name="Zacke Zoë", telephone="+358 40 1234567")
        sign_up(page, name="Aalto Aino", email="aalto@example.org")
        pdf = Pdf(typeset(documents.queue_sheet(training_of(page))).files[0])
        assert pdf.text.index("ZackeZoë") < pdf.text.index("AaltoAino")
        assert "+358401234567" in pdf.text
        assert "aalto@example.org" in pdf.pages[0].get_textpage().get_text_range()
        assert "PaikanSaanut" not in pdf.text
        assert in_finnish("Only for the organiser. Destroy this sheet after the training.") in pdf.text
        assert pdf.page_sizes == [(297, 210)]
        assert pdf.tags()["/TH"] == 5

    def test_a_long_queue_of_hostile_people_stays_on_the_paper(self):
        page = make_training(registration="here", capacity=0)
        for number, name in enumerate(HOSTILE * 4):
            item = sign_up(page, name=name[:120], telephone="0" * 40)
            Registration.objects.filter(pk=item.pk).update(
                email=f"{number}{'a' * 60}@{'b' * 60}.{'c' * 60}.example.org"
            )
        pdf = Pdf(typeset(documents.queue_sheet(training_of(page))).files[0])
        width = 297 / 25.4 * 72
        for printed in pdf.pages:
            assert all(box[0] > 0 and box[2] < width - 20 for box in pdf.boxes(printed))


class TestCertificates:
    def job(self, page):
        return documents.certificates(training_of(page))

    def test_each_person_who_was_there_has_a_page(self, page):
        people = [sign_up(page, name=name) for name in ("Aalto Aino", "Berg Bo", "Poissa Pekka")]
        mark_present(*people[:2])
        pdf = Pdf(typeset(self.job(page)).files[0])
        texts = [squeezed(printed.get_textpage().get_text_range()) for printed in pdf.pages]
        assert ["AaltoAino" in texts[0], "BergBo" in texts[1]] == [True, True]
        assert len(texts) == 2
        assert "PoissaPekka" not in pdf.text
        for text in texts:
            assert squeezed(page.title) in text
            assert squeezed(page.when_text)[1:] in text
            assert squeezed("Euroopan unioni") in text
        assert pdf.tags()["/H1"] == 2

    def test_it_is_in_the_person_s_own_language(self, page):
        translate(page, "sv", title="Konsten att mötas")
        people = [sign_up(page, name="Berg Bo", language="sv"), sign_up(page, name="Smith Sue", language="en")]
        mark_present(people[0])
        pdf = Pdf(typeset(self.job(page)).files[0])
        assert pdf.catalogue()[0] == "sv"
        assert squeezed("Konsten att mötas") in pdf.text
        assert squeezed("kl. 9.00–15.30") in pdf.text
        assert squeezed("Europeiska unionen") in pdf.text
        mark_present(people[1])
        both = self.job(page)
        assert both.data["language"] == "fi"
        assert both.data["words"]["en"]["training"]["title"] == page.title
        text = Pdf(typeset(both).files[0]).text
        assert squeezed("Konsten att mötas") in text
        assert squeezed("took part in the training") in text

    @pytest.mark.parametrize(
        ("times", "told"),
        [
            ([("09:00", "11:30"), ("12:15", "15:30")], "5\u00a0h 45\u00a0min"),
            ([("09:00", "12:00"), ("10:00", "11:00"), ("11:00", "13:00")], "4\u00a0h"),
            ([("09:00", "09:45")], "45\u00a0min"),
            ([("09:00", "12:00"), ("13:00", None)], ""),
            ([], ""),
        ],
        ids=["a break", "side by side", "less than an hour", "an end unknown", "no programme"],
    )
    def test_its_length_is_that_of_the_programme(self, times, told):
        items = (("session", {"title": "Osa", "starts": start, "ends": end}) for start, end in times)
        page = make_training(registration="here", programme=stream(*items))
        assert documents.length_text(training_of(page)) == told

    def test_the_longest_names_and_titles_stay_on_one_page(self):
        page = make_training(
            title=("Kehittämiskokeilujen järjestöyhteistyötapaamisvalmennus vapaaehtoisille " * 4)[:255],
            registration="here",
            venue="Pitkä paikka " * 12,
            address="Pitkä osoite " * 15,
            ends_on=timezone.localdate() + timedelta(days=32),
        )
        people = [sign_up(page, name=name[:120], language="fi") for name in [*HOSTILE, "Pitkä nimi " * 11, "W" * 120]]
        mark_present(*people)
        pdf = Pdf(typeset(self.job(page)).files[0])
        assert len(pdf.pages) == len(people)
        for printed in pdf.pages:
            assert all(box[0] > 0 and box[2] < 545 and box[1] > 30 for box in pdf.boxes(printed))

    def test_three_hundred_are_one_file(self, page):
        mark_present(*people_in(page, 300))
        result = typeset(self.job(page))
        assert result.facts == {"pages": 300}


def test_the_typeface_of_the_fallback_draws_no_private_characters():
    assert all(not 0xE000 <= code <= 0xF8FF for code in typesetting.drawn_with_fallback())
