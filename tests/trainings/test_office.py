"""What the organiser sees and does in the CMS: trainings, participants, messages, calls, needs, the log."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from home.models import OutboxMessage
from tests.factories import fresh, make_municipality, make_training, make_user, person, sign_up, stream, training_of
from tests.reading import hrefs, soup_of
from trainings import registration
from trainings.models import AccessLogEntry, Call, Kind, Message, Registration, RegistrationNeeds, Training
from trainings.office import messages as office_messages

pytestmark = pytest.mark.django_db


def url(name, *numbers):
    return reverse(f"trainings_office:{name}", args=numbers)


@pytest.fixture
def page():
    return make_training(registration="here", capacity=2, waitlist_capacity=2, title="Peruspäivä")


@pytest.fixture
def training(page):
    return training_of(page)


@pytest.fixture
def desk(client):
    client.force_login(in_english(make_user("Training organisers")))
    return client


def in_english(user):
    """A user who reads the CMS in the language of the messages' ids."""
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = "en"
    profile.save()
    return user


def text_of(response):
    assert response.status_code == 200
    return " ".join(soup_of(response).find("main").get_text(" ").split())


def kill_mails(*people):
    OutboxMessage.objects.filter(about__in=[item.pk for item in people]).update(state="dead", problem="SMTP 550")


def by_telephone(page, **values):
    return registration.add(training_of(page).pk, person(email="", telephone="+358 40 000 1111", **values)).registration


# The list of trainings


def row_of(response, name):
    rows = soup_of(response).select("#listing-results tbody tr")
    return " ".join(next(row for row in rows if name in row.get_text()).get_text(" ").split())


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


# Participants


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


# One participant


def test_everything_told_is_shown_in_the_source_language(desk):
    page = make_training(
        registration="here",
        questions=stream(
            (
                "question",
                {"kind": "choice", "label": "Mihin ryhmään?", "options": ["Aamu", "Ilta"], "is_required": False},
            )
        ),
    )
    training = training_of(page)
    question = training.questions.get()
    chosen = next(number for number, words in question.options.items() if words == "Ilta")
    someone = registration.register(
        training.pk, person(name="Sirkka Ek", language="sv"), answers={question: chosen}, needs="Viittomakielen tulkki"
    ).registration
    text = text_of(desk.get(url("person", someone.pk)))
    for words in ("Sirkka Ek", "Mihin ryhmään? Ilta", "Viittomakielen tulkki", someone.email):
        assert words in text
    actions = AccessLogEntry.objects.filter(registration_number=someone.pk).values_list("action", flat=True)
    assert sorted(actions) == ["needs", "person"]


def form_data(someone, **values):
    return {
        "name": someone.name,
        "email": someone.email,
        "telephone": someone.telephone,
        "organisation": someone.organisation,
        "organisation_type": someone.organisation_type,
        "municipality": "",
        "language": someone.language,
        **values,
    }


def test_a_person_is_changed(desk, page):
    someone = sign_up(page, name="Vanha Nimi")
    response = desk.post(
        url("edit", someone.pk), form_data(someone, name="Uusi  Nimi", needs="Tulkki", needs_allowed="on")
    )
    assert response["Location"] == url("person", someone.pk)
    someone.refresh_from_db()
    assert (someone.name, someone.needs.text) == ("Uusi Nimi", "Tulkki")
    desk.post(url("edit", someone.pk), form_data(someone, needs=""))
    assert not RegistrationNeeds.objects.filter(registration=someone).exists()


def test_a_name_that_is_too_long_when_written_out_is_told(desk, page):
    someone = sign_up(page, name="Vanha Nimi")
    response = desk.post(url("edit", someone.pk), form_data(someone, name="ﷺ" * 120))
    assert "Write the name in ordinary letters." in text_of(response)
    someone.refresh_from_db()
    assert someone.name == "Vanha Nimi"


def test_a_municipality_that_is_offered_no_more_is_kept(desk, page):
    home, other = make_municipality(title="Kotikunta"), make_municipality(title="Muu kunta")
    someone = sign_up(page, municipality=home)
    fresh(home).unpublish()
    fresh(other).unpublish()
    options = soup_of(desk.get(url("edit", someone.pk))).select("#id_municipality option")
    assert [option["value"] for option in options if option.has_attr("selected")] == [str(home.pk)]
    assert str(other.pk) not in [option["value"] for option in options]
    desk.post(url("edit", someone.pk), form_data(someone, name="Uusi Nimi", municipality=home.pk))
    someone.refresh_from_db()
    assert (someone.name, someone.municipality_id) == ("Uusi Nimi", home.pk)


def test_a_change_into_somebody_else_keeps_what_was_typed(desk, page):
    first, second = sign_up(page, name="Aino"), sign_up(page, name="Eino")
    response = desk.post(url("edit", second.pk), form_data(first, organisation="Kirjoitettu"))
    soup = soup_of(response)
    assert "already" in soup.find("main").get_text()
    assert soup.find(id="id_organisation")["value"] == "Kirjoitettu"
    second.refresh_from_db()
    assert second.name == "Eino"


@pytest.mark.parametrize("state", ["queued", "dead"])
def test_who_loses_a_wrong_address_is_called_instead(desk, page, training, state):
    someone, other = sign_up(page, name="Väärä Osoite", telephone="040 123"), sign_up(page)
    OutboxMessage.objects.filter(about__in=[someone.pk, other.pk]).update(state=state, problem="SMTP 550")
    desk.post(url("edit", someone.pk), form_data(someone, email=""))
    call = Call.objects.get()
    assert (call.registration, call.kind, call.turn) == (someone, Kind.CONFIRMED, "")
    assert "Väärä Osoite" in text_of(desk.get(url("calls", training.pk)))
    assert OutboxMessage.objects.get(about=someone.pk).state == "dropped"
    assert OutboxMessage.objects.get(about=other.pk).state == state


def test_what_a_mail_told_is_not_told_again_when_the_address_is_taken_away(desk, page):
    someone = sign_up(page, telephone="040 123")
    OutboxMessage.objects.filter(about=someone.pk).update(state="sent")
    desk.post(url("edit", someone.pk), form_data(someone, email=""))
    assert not Call.objects.exists()
    assert OutboxMessage.objects.get(about=someone.pk).state == "sent"


def test_cancelling_asks_first_and_tells(desk, page):
    first, _second, third = sign_up(page), sign_up(page), sign_up(page)
    assert desk.get(url("cancel", first.pk)).status_code == 200
    first.refresh_from_db()
    assert first.is_active
    desk.post(url("cancel", first.pk))
    desk.post(url("cancel", first.pk))
    for item in (first, third):
        item.refresh_from_db()
    assert (first.status, third.status) == ("cancelled", "confirmed")
    assert OutboxMessage.objects.filter(about=first.pk, kind="trainings.cancelled_by_staff").count() == 1


def test_a_seat_is_promised_to_the_queue_only_when_it_goes_there(desk, page, training):
    def is_promised(item):
        return "goes to the first in the queue" in text_of(desk.get(url("cancel", item.pk)))

    first, _second = sign_up(page), sign_up(page)
    assert not is_promised(first)  # nobody waits
    waiting = sign_up(page)
    assert is_promised(first)
    assert not is_promised(waiting)
    row = Training.objects.filter(pk=training.pk)
    row.update(capacity=1)
    assert not is_promised(first)  # there are more people than seats
    row.update(capacity=2, is_cancelled=True)
    assert not is_promised(first)
    soon = timezone.now() + timedelta(hours=3)
    row.update(is_cancelled=False, starts=soon, ends=soon)
    assert not is_promised(first)  # the queue moves by itself no more


def test_a_seat_is_given_by_hand_only_when_one_is_free(desk, page):
    sign_up(page)
    sign_up(page)
    third = sign_up(page)
    response = desk.post(url("promote", third.pk), follow=True)
    assert "No seat is free" in soup_of(response).get_text()
    third.refresh_from_db()
    assert third.status == "waitlisted"
    Training.objects.filter(pk=third.training_id).update(capacity=3)
    desk.post(url("promote", third.pk))
    third.refresh_from_db()
    assert third.status == "confirmed"


def test_a_person_is_moved_to_another_coming_training(desk, page):
    other = make_training(registration="here", title="Toinen päivä")
    someone = sign_up(page)
    assert "Toinen päivä" in text_of(desk.get(url("move", someone.pk)))
    response = desk.post(url("move", someone.pk), {"to": training_of(other).pk})
    moved = training_of(other).registrations.get()
    assert response["Location"] == url("person", moved.pk)
    someone.refresh_from_db()
    assert (someone.status, moved.name) == ("cancelled", someone.name)


def test_moving_to_a_full_training_changes_nothing(desk, page):
    full = make_training(registration="here", capacity=1, waitlist_capacity=0)
    sign_up(full)
    someone = sign_up(page)
    assert "No seat is free" in text_of(desk.post(url("move", someone.pk), {"to": training_of(full).pk}))
    someone.refresh_from_db()
    assert someone.status == "confirmed"


@pytest.mark.parametrize(
    ("value", "stored"), [("present", "present"), ("absent", "absent"), ("unknown", ""), ("x", "")]
)
def test_attendance_is_marked(desk, page, value, stored):
    someone = sign_up(page)
    Registration.objects.filter(pk=someone.pk).update(attendance="absent" if stored != "absent" else "present")
    desk.post(url("mark", someone.pk), {"attendance": value})
    someone.refresh_from_db()
    assert someone.attendance == stored


@pytest.mark.parametrize("name", ["promote", "mark", "send_again", "mark_at_door"])
def test_nothing_is_done_to_a_person_by_opening_an_address(desk, page, name):
    assert desk.get(url(name, sign_up(page).pk)).status_code == 405


@pytest.mark.parametrize("name", ["edit", "move", "cancel"])
def test_an_anonymised_person_is_neither_changed_nor_moved(desk, page, name):
    someone = sign_up(page)
    Registration.objects.filter(pk=someone.pk).update(
        name="", name_folded="", email="", telephone="", organisation="", nonce=None, anonymised_at=timezone.now()
    )
    assert desk.get(url("person", someone.pk)).status_code == 200
    assert desk.get(url(name, someone.pk), follow=True).status_code == 404


# Adding by telephone


def new_person(desk, training, **values):
    nonce = soup_of(desk.get(url("add", training.pk))).find("input", {"name": "nonce"})["value"]
    return {"name": "Väinö Puhelin", "telephone": "040 123", "language": "fi", "nonce": nonce, **values}


def test_somebody_without_an_address_is_added_and_put_on_the_call_list(desk, training):
    response = desk.post(url("add", training.pk), new_person(desk, training), follow=True)
    someone = training.registrations.get()
    assert (someone.status, someone.is_added_by_staff) == ("confirmed", True)
    assert Call.objects.get().registration == someone
    assert "Väinö" not in str([str(item) for item in response.context["messages"]])


def test_a_double_click_adds_one_person(desk, training):
    data = new_person(desk, training)
    first, second = (desk.post(url("add", training.pk), data) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert training.registrations.count() == 1


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"telephone": ""}, "Write a telephone number or an e-mail address."),
        ({"needs": "Tulkki"}, "Ask whether this may be used, or leave the needs out."),
        ({"name": " \n "}, ""),
        ({"email": "not an address"}, ""),
        ({"name": "ﷺ" * 120}, "Write the name in ordinary letters."),  # 18 letters each
    ],
)
def test_an_error_keeps_what_was_typed(desk, training, values, complaint):
    response = desk.post(url("add", training.pk), new_person(desk, training, organisation="Kylä ry", **values))
    assert complaint in text_of(response)
    assert soup_of(response).find(id="id_organisation")["value"] == "Kylä ry"
    assert not training.registrations.exists()


def test_a_twin_and_a_full_training_are_told_on_the_form(desk, page, training):
    data = new_person(desk, training)
    desk.post(url("add", training.pk), data)
    again = text_of(desk.post(url("add", training.pk), new_person(desk, training)))
    assert "already" in again
    for _ in range(3):
        sign_up(page)
    full = text_of(desk.post(url("add", training.pk), new_person(desk, training, name="Viides")))
    assert "No seat is free" in full


def test_needs_are_asked_only_where_the_training_asks(desk, page, training):
    assert soup_of(desk.get(url("add", training.pk))).find(id="id_needs")
    Training.objects.filter(pk=training.pk).update(asks_needs=False)
    assert not soup_of(desk.get(url("add", training.pk))).find(id="id_needs")


# Messages


def message(desk, training, **values):
    after = soup_of(desk.get(url("new_message", training.pk))).find("input", {"name": "after"})["value"]
    return {"audience": "confirmed", "subject": "Kengät", "text": "Ota kengät.", "after": after, **values}


def test_a_message_is_looked_at_before_it_is_sent(desk, page, training):
    sign_up(page)
    data = message(desk, training)
    preview = text_of(desk.post(url("new_message", training.pk), data))
    assert "1 person" in preview
    assert "Ota kengät." in preview
    assert not Message.objects.exists()
    desk.post(url("new_message", training.pk), {**data, "send": 1})
    assert Message.objects.get().recipients == 1


@pytest.mark.parametrize(("audience", "count"), [("confirmed", 2), ("waitlisted", 1), ("all", 3)])
def test_a_message_reaches_its_audience_by_mail_or_telephone(desk, page, training, audience, count):
    people = [sign_up(page), by_telephone(page), sign_up(page), sign_up(page)]
    registration.cancel(people[3])
    desk.post(url("new_message", training.pk), {**message(desk, training, audience=audience), "send": 1})
    sent = Message.objects.get()
    mails = OutboxMessage.objects.filter(kind="trainings.message", turn=str(sent.pk)).count()
    calls = Call.objects.filter(kind=Kind.MESSAGE, turn=str(sent.pk)).count()
    assert sent.recipients == mails + calls == count


def test_a_double_click_sends_once_and_the_same_words_can_be_sent_again(desk, page, training):
    sign_up(page)
    data = {**message(desk, training), "send": 1}
    desk.post(url("new_message", training.pk), data)
    desk.post(url("new_message", training.pk), data)
    assert Message.objects.count() == 1
    desk.post(url("new_message", training.pk), {**message(desk, training), "send": 1})
    assert Message.objects.count() == 2


def test_a_message_to_nobody_is_not_sent(desk, training):
    text = text_of(desk.post(url("new_message", training.pk), {**message(desk, training), "send": 1}))
    assert "Nobody would get this message." in text
    assert not Message.objects.exists()


def test_what_was_written_is_kept_when_it_is_to_be_changed(desk, page, training):
    sign_up(page)
    soup = soup_of(desk.post(url("new_message", training.pk), {**message(desk, training), "edit": 1}))
    assert "Ota kengät." in soup.find("textarea").get_text()
    soup = soup_of(desk.post(url("new_message", training.pk), message(desk, training, subject="")))
    assert "Ota kengät." in soup.find("textarea").get_text()


def test_the_history_tells_how_messages_arrived(desk, page, training):
    people = [sign_up(page), sign_up(page)]
    user = make_user("Training organisers")
    sent = office_messages.send(
        training.pk, {"audience": "confirmed", "subject": "Kengät", "text": "Ota."}, user, after=0
    )
    mails = OutboxMessage.objects.filter(turn=str(sent.pk))
    mails.filter(about=people[0].pk).update(state="sent")
    mails.filter(about=people[1].pk).update(state="dead")
    text = text_of(desk.get(url("messages", training.pk)))
    assert "1 sent of 2" in text
    assert "1 could not be sent" in text


# Calls


def test_a_call_is_noted_and_can_be_taken_back(desk, page, training):
    by_telephone(page, name="Soitettava Ihminen")
    call = Call.objects.get()
    text = text_of(desk.get(url("calls", training.pk)))
    assert "Soitettava Ihminen" in text
    assert "+358 40 000 1111" in text
    desk.post(url("note_call", call.pk))
    call.refresh_from_db()
    assert call.done_at
    assert call.done_by == desk.get("/cms/").wsgi_request.user
    assert "call" not in row_of(desk.get(url("trainings")), "Peruspäivä")
    desk.post(url("note_call", call.pk), {"undo": 1})
    call.refresh_from_db()
    assert call.done_at is None


def test_a_call_that_no_longer_holds_is_not_made(desk, page, training):
    someone = by_telephone(page, name="Perunut Ihminen")
    registration.cancel(someone)
    rows = soup_of(desk.get(url("calls", training.pk))).select("tbody tr")
    assert len(rows) == 1  # that the registration is cancelled, not that it is confirmed


def calls_to(desk, someone, *calls, **facts):
    """What the list tells to call of these (kind, turn) once the training is so."""
    Call.objects.all().delete()
    Call.objects.bulk_create([Call(registration=someone, kind=kind, turn=turn) for kind, turn in calls])
    Training.objects.filter(pk=someone.training_id).update(**facts)
    rows = soup_of(desk.get(url("calls", someone.training_id))).select("tbody tr")
    links = [row.find("form")["action"] for row in rows]
    found = [(call.kind, call.turn) for call in Call.objects.all() if url("note_call", call.pk) in links]
    assert len(found) == len(rows)
    return found


def test_nobody_is_called_of_a_cancelled_training_but_that_it_is_cancelled(desk, page):
    someone = by_telephone(page)
    day = someone.training.first_day.isoformat()
    news = [(Kind.CONFIRMED, ""), (Kind.PROMOTED, ""), (Kind.CHANGED, "1"), (Kind.REMINDER, day)]
    cancelled = (Kind.TRAINING_CANCELLED, "2")
    assert calls_to(desk, someone, *news, cancelled) == news
    assert calls_to(desk, someone, *news, cancelled, is_cancelled=True) == [cancelled]
    Registration.objects.filter(pk=someone.pk).update(status="waitlisted")
    assert calls_to(desk, someone, (Kind.WAITLISTED, ""), is_cancelled=True) == []
    assert calls_to(desk, someone, (Kind.WAITLISTED, ""), is_cancelled=False) == [(Kind.WAITLISTED, "")]


@pytest.mark.parametrize(("kind", "is_cancelled"), [(Kind.CHANGED, False), (Kind.TRAINING_CANCELLED, True)])
def test_of_several_changes_the_newest_alone_is_told_by_telephone(desk, page, kind, is_cancelled):
    someone, other = by_telephone(page), by_telephone(page, name="Toinen")
    assert calls_to(desk, someone, (kind, "2"), (kind, "3"), is_cancelled=is_cancelled) == [(kind, "3")]
    Call.objects.create(registration=other, kind=kind, turn="4")
    assert len(soup_of(desk.get(url("calls", someone.training_id))).select("tbody tr")) == 2


def test_a_reminder_of_another_day_is_not_told_by_telephone(desk, page):
    someone = by_telephone(page)
    # Half past midnight in Finland: the day before in UTC.
    starts = timezone.make_aware(datetime(2030, 6, 5, 0, 30))
    facts = {"starts": starts, "ends": starts + timedelta(hours=3)}
    reminders = [(Kind.REMINDER, day) for day in ("2030-06-04", "2030-06-05", "2030-06-06")]
    assert calls_to(desk, someone, *reminders, **facts) == [(Kind.REMINDER, "2030-06-05")]


def test_a_message_on_the_call_list_tells_its_words(desk, page, training):
    by_telephone(page)
    user = make_user("Training organisers")
    office_messages.send(training.pk, {"audience": "all", "subject": "Sali", "text": "Sali vaihtui."}, user, after=0)
    assert "Sali vaihtui." in text_of(desk.get(url("calls", training.pk)))


# Needs, the log, the start page


def test_needs_are_listed_and_the_look_is_logged(desk, page, training):
    someone = sign_up(page, name="Tarvitseva")
    RegistrationNeeds.objects.create(registration=someone, text="Induktiosilmukka")
    gone = sign_up(page, name="Perunut")
    RegistrationNeeds.objects.create(registration=gone, text="Tulkki")
    registration.cancel(gone)
    text = text_of(desk.get(url("needs", training.pk)))
    assert "Induktiosilmukka" in text
    assert "Perunut" not in text
    assert AccessLogEntry.objects.filter(action="needs", training=training).exists()


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
