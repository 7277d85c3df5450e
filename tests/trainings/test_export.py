"""The participants as xlsx: read back with openpyxl, safe to open, for those who may alone."""

import io
from datetime import UTC, datetime

import pytest
from django.utils.text import capfirst
from django.utils.translation import gettext, override
from openpyxl import load_workbook
from wagtail.users.models import UserProfile

from tests.factories import make_municipality, make_training, make_user, person, sign_up, stream, training_of
from tests.trainings.crowds import address, people_in, staff
from trainings import export, registration
from trainings.models import AccessLogEntry, Answer, Registration

pytestmark = pytest.mark.django_db


def question(label, kind="text", options=()):
    return ("question", {"label": label, "kind": kind, "options": list(options), "is_required": False})


@pytest.fixture
def page():
    return make_training(
        title="Kohtaamisen taito",
        registration="here",
        capacity=2,
        mode="hybrid",
        questions=stream(
            question("Mistä kuulit?"),
            question("Työpaja", "choice", ["Piirtäminen", "Laulu"]),
            question("Tuletko junalla?", "yes_no"),
        ),
    )


def opened(content):
    return load_workbook(io.BytesIO(content))


def finnish(message):
    with override("fi"):
        return gettext(message)


def titled(name):
    """The heading of a field of a registration."""
    with override("fi"):
        return capfirst(Registration._meta.get_field(name).verbose_name)


def table_of(page, **options):
    """({heading: cell} of each row, the lines above) of the sheet of participants."""
    sheet = opened(export.participants(training_of(page), **options)).worksheets[0]
    rows = list(sheet.iter_rows())
    start = next(number for number, row in enumerate(rows) if row[0].value == titled("number"))
    headings = [cell.value for cell in rows[start]]
    return [dict(zip(headings, row, strict=True)) for row in rows[start + 1 :]], rows[:start]


def test_each_person_is_a_row_in_words_in_the_order_of_numbers(page):
    place = make_municipality(title="Kuvitelma")
    told = person(
        name="Aalto Aino",
        email="aalto@example.org",
        telephone="+358 40 1234567",
        organisation="Kuvitelma ry",
        organisation_type="association",
        municipality=place,
        mode="online",
        language="sv",
    )
    first = registration.register(training_of(page).pk, told).registration
    second, third = sign_up(page), sign_up(page)
    registration.cancel(second)
    Registration.objects.filter(pk=first.pk).update(attendance="present")
    rows, intro = table_of(page)
    assert intro[0][0].value.startswith("Suojattavaa aineistoa")
    assert [intro[1][0].value, intro[2][0].value.lower()] == [page.title, page.when_text]
    assert [row[titled("number")].value for row in rows] == [1, 2, 3]
    told = {name: cell.value for name, cell in rows[0].items()}
    with override("fi"):
        assert told[titled("status")] == str(Registration.Status.CONFIRMED.label)
        assert told[titled("organisation_type")] == str(Registration.OrganisationType.ASSOCIATION.label)
        assert told[titled("attendance")] == str(Registration.Attendance.PRESENT.label)
    assert told[titled("name")] == "Aalto Aino"
    assert told[titled("email")] == "aalto@example.org"
    assert told[titled("telephone")] == "+358 40 1234567"
    assert told[titled("municipality")] == "Kuvitelma"
    assert told[titled("language")] == "Svenska"
    with override("fi"):
        assert [row[titled("status")].value for row in rows[1:]] == [
            str(Registration.Status.CANCELLED.label),
            str(Registration.Status.CONFIRMED.label),
        ]
    assert rows[2][titled("promoted_at")].value is not None
    assert third.number == 3


def test_answers_are_told_in_words_each_question_in_a_column(page):
    item = sign_up(page)
    text, choice, yes_no = training_of(page).questions.all()
    chosen = next(key for key, label in choice.options.items() if label == "Laulu")
    for asked, value in ((text, "Ystävältä\nja lehdestä"), (choice, chosen), (yes_no, "yes")):
        Answer.objects.create(registration=item, question=asked, value=value)
    row = table_of(page)[0][0]
    assert row["Mistä kuulit?"].value == "Ystävältä\nja lehdestä"
    assert row["Työpaja"].value == "Laulu"
    assert row["Tuletko junalla?"].value == finnish("Yes")


@pytest.mark.parametrize(
    ("moment", "local"),
    [
        (datetime(2026, 7, 1, 21, 30, tzinfo=UTC), datetime(2026, 7, 2, 0, 30)),
        (datetime(2026, 12, 1, 22, 30, tzinfo=UTC), datetime(2026, 12, 2, 0, 30)),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 3, 30)),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), datetime(2026, 10, 25, 3, 30)),
    ],
    ids=["summer", "winter", "before the clocks change", "after the clocks change"],
)
def test_times_are_real_and_local(page, moment, local):
    item = sign_up(page)
    Registration.objects.filter(pk=item.pk).update(created_at=moment)
    cell = table_of(page)[0][0][titled("created_at")]
    assert cell.value == local
    assert cell.is_date
    assert cell.number_format == "d.m.yyyy hh:mm"


def test_times_are_the_project_s_whatever_the_user_has_chosen(client, page):
    item = sign_up(page)
    Registration.objects.filter(pk=item.pk).update(created_at=datetime(2026, 7, 1, 9, 0, tzinfo=UTC))
    user = staff("view_registration", "export_registration")
    profile = UserProfile.get_for_user(user)
    profile.current_time_zone = "Pacific/Auckland"
    profile.save()
    client.force_login(user)
    sheet = opened(client.get(address("export", page)).content).worksheets[0]
    assert datetime(2026, 7, 1, 12, 0) in {cell.value for row in sheet.iter_rows() for cell in row}


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x","y")', "+1+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "#N/A"])
def test_a_text_is_never_a_formula(page, text):
    item = sign_up(page)
    Registration.objects.filter(pk=item.pk).update(organisation=text)
    cell = table_of(page)[0][0][titled("organisation")]
    assert cell.data_type == "s"
    assert cell.value.strip() == text.strip()
    assert cell.quotePrefix or text == "#N/A"


def test_what_xlsx_cannot_hold_is_left_out(page):
    item = sign_up(page)
    Registration.objects.filter(pk=item.pk).update(organisation="A\x07B\x1bC\uffffD", name="<b>&]]>")
    row = table_of(page)[0][0]
    assert row[titled("organisation")].value == "ABCD"
    assert row[titled("name")].value == "<b>&]]>"


def test_the_headings_stay_in_sight_and_can_be_filtered(page):
    sign_up(page)
    sheet = opened(export.participants(training_of(page))).worksheets[0]
    row = int(sheet.freeze_panes.lstrip("ABCDEFGH")) - 1
    assert sheet.cell(row, 1).value == titled("number")
    assert all(cell.font.bold for cell in sheet[row] if cell.value)
    assert sheet.auto_filter.ref == f"A{row}:{sheet.cell(row, sheet.max_column).column_letter}{row + 1}"
    assert all(sheet.column_dimensions[letter].width >= 7 for letter in "ABCDEFGHIJKLMNOPQ")


def test_a_training_without_anybody_is_an_empty_table(page):
    assert table_of(page)[0] == []


class TestNeeds:
    @pytest.fixture(autouse=True)
    def need(self, page):
        registration.register(training_of(page).pk, person(name="Aalto Aino"), needs="Tarvitsen tulkin")
        gone = registration.register(training_of(page).pk, person(), needs="Peruttu tarve").registration
        registration.cancel(gone)

    def texts(self, content):
        return {cell.value for sheet in opened(content) for row in sheet.iter_rows() for cell in row}

    def test_they_are_not_in_it_unless_asked_for(self, client, page):
        client.force_login(staff("view_registration", "export_registration", "view_registrationneeds"))
        response = client.get(address("export", page))
        assert len(opened(response.content).worksheets) == 1
        assert "Tarvitsen tulkin" not in self.texts(response.content)
        assert [entry.action for entry in AccessLogEntry.objects.all()] == ["export"]

    def test_asked_for_they_are_a_sheet_of_their_own_and_noted(self, client, page):
        client.force_login(staff("view_registration", "export_registration", "view_registrationneeds"))
        response = client.get(address("export", page) + "?needs=1")
        book = opened(response.content)
        assert len(book.worksheets) == 2
        told = {cell.value for row in book.worksheets[1].iter_rows() for cell in row}
        assert {"Tarvitsen tulkin", "Aalto Aino"} <= told
        assert "Peruttu tarve" not in told
        assert {entry.action for entry in AccessLogEntry.objects.all()} == {"export", "needs"}

    def test_whoever_may_not_see_them_does_not_get_them(self, client, page):
        client.force_login(staff("view_registration", "export_registration"))
        response = client.get(address("export", page) + "?needs=1")
        assert response.status_code in (302, 403)
        assert not AccessLogEntry.objects.exists()


class TestAddress:
    def test_it_is_a_file_to_keep_that_no_cache_keeps_named_for_the_training(self, client, page):
        sign_up(page, name="Aalto Aino")
        user = staff("view_registration", "export_registration")
        client.force_login(user)
        response = client.get(address("export", page))
        assert response["Content-Type"] == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        assert response["Content-Disposition"].startswith("attachment")
        assert "Kohtaamisen" in response["Content-Disposition"]
        assert "Aalto" not in response["Content-Disposition"]
        assert "no-store" in response["Cache-Control"]
        entry = AccessLogEntry.objects.get()
        assert (entry.user, entry.action, entry.training) == (user, "export", training_of(page))

    @pytest.mark.parametrize("rights", [["view_registration"], ["export_registration"], ["change_registration"]])
    def test_seeing_people_and_exporting_are_rights_apart(self, client, page, rights):
        client.force_login(staff(*rights))
        assert client.get(address("export", page)).status_code in (302, 403)
        assert not AccessLogEntry.objects.exists()

    def test_editors_and_strangers_get_nothing(self, client, page):
        assert client.get(address("export", page)).status_code == 302
        client.force_login(make_user("Editors"))
        assert client.get(address("export", page)).status_code in (302, 403)

    def test_it_is_only_got(self, client, page):
        client.force_login(staff("view_registration", "export_registration"))
        assert client.post(address("export", page)).status_code == 405


def test_a_thousand_people_cost_few_queries(client, page, django_assert_max_num_queries):
    people = people_in(page, 1000, organisation="Kuvitelma ry", telephone="+358 40 1234567")
    asked = list(training_of(page).questions.all())
    Answer.objects.bulk_create(
        Answer(registration=item, question=item_asked, value="yes") for item in people for item_asked in asked
    )
    client.force_login(staff("view_registration", "export_registration"))
    client.get(address("export", page))
    with django_assert_max_num_queries(20):
        response = client.get(address("export", page))
    sheet = opened(response.content).worksheets[0]
    assert sum(1 for row in sheet.iter_rows(min_col=1, max_col=1) if isinstance(row[0].value, int)) == 1000
