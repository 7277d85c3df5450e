"""The list of trainings, of participants, of looks at them, and what is to do now."""

from datetime import timedelta

import pytest
from django.utils import timezone

from home.models import OutboxMessage
from tests.factories import fresh, make_training, make_user, sign_up, training_of
from tests.reading import hrefs, soup_of
from tests.trainings.office.reading import (
    by_telephone,
    kill_mails,
    row_of,
    text_of,
    url,
)
from trainings.models import AccessLogEntry, Registration, RegistrationNeeds, Training

pytestmark = pytest.mark.django_db


def test_the_list_tells_what_each_training_needs(desk, page):
    people = [sign_up(page), by_telephone(page), sign_up(page)]
    kill_mails(people[0])
    row = row_of(desk.get(url("trainings")), "Peruspäivä")
    assert "2 / 2" in row
    assert "1 mail" in row
    assert "1 person to call" in row


def test_the_list_tells_how_many_people_are_over_the_seats(desk, page):
    sign_up(page)
    sign_up(page)
    Training.objects.filter(pk=training_of(page).pk).update(capacity=1)
    assert "1 over" in row_of(desk.get(url("trainings")), "Peruspäivä")


def test_the_list_marks_what_readers_do_not_find(desk, page, training):
    fresh(page).unpublish()
    assert "Not published" in row_of(desk.get(url("trainings")), "Peruspäivä")
    fresh(page).delete()
    assert "No page" in row_of(desk.get(url("trainings")), "Peruspäivä")


def test_coming_trainings_stand_first_and_the_past_can_be_left_out(desk, page, training):
    past = make_training(title="Mennyt päivä", starts_on=timezone.localdate() - timedelta(days=3))
    names = [cell.get_text(" ", strip=True) for cell in soup_of(desk.get(url("trainings"))).select("td.title a")]
    assert names.index("Peruspäivä") < names.index("Mennyt päivä")
    coming = text_of(desk.get(url("trainings") + "?when=coming"))
    assert "Peruspäivä" in coming
    assert "Mennyt päivä" not in coming
    assert "Mennyt päivä" in text_of(desk.get(url("trainings") + "?when=past"))
    assert "Peruspäivä" not in text_of(desk.get(url("trainings") + "?q=Mennyt"))
    assert past.pk


def test_the_list_costs_the_same_however_many_trainings_there_are(desk, page, django_assert_max_num_queries):
    for _ in range(12):
        sign_up(make_training(registration="here"))
    desk.get(url("trainings"))
    with django_assert_max_num_queries(20):
        desk.get(url("trainings"))


def test_the_page_of_a_training_leads_to_its_participants(desk, page, training):
    assert url("of_page", page.pk) in hrefs(soup_of(desk.get(f"/cms/pages/{page.pk}/edit/")))
    assert url("of_page", page.pk) in hrefs(soup_of(desk.get(f"/cms/pages/{page.get_parent().pk}/")))
    assert desk.get(url("of_page", page.pk))["Location"] == url("participants", training.pk)


def test_a_page_that_was_never_published_has_no_participants_yet(desk):
    draft = make_training(live=False)
    assert desk.get(url("of_page", draft.pk))["Location"] == f"/cms/pages/{draft.pk}/edit/"


def test_participants_are_listed_in_the_order_of_their_numbers(desk, page, training):
    people = [sign_up(page, name=name) for name in ("Öivind Ek", "Aino Ahti", "Maija Muu")]
    links = [
        link.get_text(strip=True) for link in soup_of(desk.get(url("participants", training.pk))).select(".title a")
    ]
    assert links == [item.name for item in people]


@pytest.mark.parametrize("words", ["äMMÄ", "Kyläyhdistys", "AMMA@example.org"])
def test_participants_are_found_by_name_organisation_and_address(desk, page, training, words):
    sign_up(page, name="Ämmä Virtanen", organisation="Kyläyhdistys", email="amma@example.org")
    sign_up(page, name="Joku Muu")
    text = text_of(desk.get(url("participants", training.pk), {"q": words}))
    assert "Ämmä Virtanen" in text
    assert "Joku Muu" not in text


def test_participants_are_filtered(desk, page, training):
    sign_up(page, name="Ensimmäinen", organisation_type="parish")
    there = sign_up(page, name="Toinen")
    sign_up(page, name="Kolmas")
    Registration.objects.filter(pk=there.pk).update(attendance="present")
    RegistrationNeeds.objects.create(registration=there, text="Tulkki")
    for query, name in {
        "status=waitlisted": "Kolmas",
        "organisation_type=parish": "Ensimmäinen",
        "attendance=present": "Toinen",
        "needs=yes": "Toinen",
    }.items():
        links = soup_of(desk.get(f"{url('participants', training.pk)}?{query}")).select(".title a")
        assert [link.get_text(strip=True) for link in links] == [name], query


def test_a_thousand_participants_cost_few_queries(desk, training, django_assert_max_num_queries):
    Registration.objects.bulk_create(
        Registration(
            training=training, number=n, status="confirmed", name=f"Nimi {n}", email=f"n{n}@example.org", language="fi"
        )
        for n in range(1, 1001)
    )
    OutboxMessage.objects.bulk_create(
        OutboxMessage(kind="trainings.confirmed", about=pk)
        for pk in training.registrations.values_list("pk", flat=True)
    )
    desk.get(url("participants", training.pk))
    with django_assert_max_num_queries(20):
        soup = soup_of(desk.get(url("participants", training.pk) + "?p=7"))
    assert len(soup.select(".title a")) == 50


def test_a_given_up_mail_is_red_with_its_reason_and_is_sent_again(desk, page, training):
    someone = sign_up(page)
    kill_mails(someone)
    soup = soup_of(desk.get(url("participants", training.pk)))
    assert "SMTP 550" in soup.select_one("td .office-problem").get_text()
    desk.post(url("send_again", someone.pk), {"list": 1})
    mail = OutboxMessage.objects.get(about=someone.pk)
    assert (mail.state, mail.problem) == ("queued", "")


def test_the_sheet_is_noted_as_filed_once_the_training_is_over(desk, training):
    assert url("note_filed", training.pk) not in str(desk.get(url("participants", training.pk)).content)
    Training.objects.filter(pk=training.pk).update(
        starts=timezone.now() - timedelta(days=2), ends=timezone.now() - timedelta(days=1)
    )
    assert url("note_filed", training.pk) in desk.get(url("participants", training.pk)).content.decode()
    desk.post(url("note_filed", training.pk))
    assert Training.objects.get(pk=training.pk).is_sheet_filed
    desk.post(url("note_filed", training.pk), {"undo": 1})
    assert not Training.objects.get(pk=training.pk).is_sheet_filed


@pytest.mark.parametrize(
    ("name", "action"),
    [("participants", "list"), ("participants_results", "list"), ("door", "door"), ("calls", "calls")],
)
def test_each_look_at_people_is_logged(desk, training, name, action):
    desk.get(url(name, training.pk))
    entry = AccessLogEntry.objects.get()
    assert (entry.action, entry.training, entry.user_id) == (action, training, int(desk.session["_auth_user_id"]))


def test_the_log_is_read_and_filtered_without_names(desk, page, training, client):
    someone = sign_up(page, name="Salainen Nimi")
    desk.get(url("person", someone.pk))
    desk.get(url("door", training.pk))
    client.force_login(make_user("Administrators"))
    rows = soup_of(client.get(url("access_report"))).select("tbody tr")
    assert len(rows) == 2
    assert "Salainen" not in str(rows)
    assert len(soup_of(client.get(url("access_report") + "?action=person")).select("tbody tr")) == 1
    assert soup_of(client.get(url("access_report") + "?created_at_to=2001-01-01")).select("tbody tr") == []


def test_the_start_page_tells_what_to_do_now(desk, page, training):
    kill_mails(sign_up(page))
    by_telephone(page)
    Training.objects.filter(pk=training.pk).update(retention_days=1)
    old = make_training(registration="here", retention_days=10)
    sign_up(old)
    Training.objects.filter(pk=training_of(old).pk).update(
        starts=timezone.now() - timedelta(days=2), ends=timezone.now() - timedelta(days=1)
    )
    panel = soup_of(desk.get("/cms/")).find(id="trainings-to-do-section")
    assert [link["href"] for link in panel.select("li a")] == [
        url("participants", training.pk),
        url("calls", training.pk),
        url("participants", training_of(old).pk),
    ]
    desk.post(url("note_filed", training_of(old).pk))
    panel = soup_of(desk.get("/cms/")).find(id="trainings-to-do-section")
    assert len(panel.select("li")) == 2
