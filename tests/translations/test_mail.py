"""What translators and reviewers are told, when, in which language, and what is not worth telling any more."""

import time
from datetime import datetime, timedelta
from email import message_from_bytes
from email.policy import default

import pytest
from aiosmtpd.controller import Controller
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.users.models import UserProfile

from home import outbox
from home.models import OutboxMessage
from tests.delivering import start_worker
from tests.factories import make_post, make_user
from tests.reading import said
from tests.served import database_copy, free_port, working_on
from tests.translations.translating import followed, make_job, translator
from translations import jobs, mail, reminders
from translations.models import Job, JobEvent, MailPreference

pytestmark = pytest.mark.django_db

State, Kind, When = Job.State, JobEvent.Kind, MailPreference.When


@pytest.fixture(autouse=True)
def _jobs_of_the_demo():
    """Nobody is reminded of them."""
    Job.objects.all().delete()


@pytest.fixture
def post():
    return make_post(title="Kylän kahvila")


@pytest.fixture
def people():
    found = {
        "translator": translator(first_name="Maija", last_name="Malm"),
        "reviewer": make_user("Translators: %(language)s", "sv", email="reviewer@example.org"),
        "editor": make_user("Editors", email="editor@example.org", first_name="Eeva", last_name="Eronen"),
    }
    speak(found["translator"], "sv")
    return found


@pytest.fixture
def job(post, people):
    """A job that was given to its translator long ago, so that nothing waits to be sent."""
    found = make_job(
        followed(post), people["editor"], assignee=people["translator"], reviewer=people["reviewer"], note="Kuntiin."
    )
    JobEvent.objects.update(created_at=timezone.now() - timedelta(days=20))
    OutboxMessage.objects.all().delete()
    return found


def speak(user, language):
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()


def prefer(user, when):
    MailPreference.objects.update_or_create(user=user, defaults={"when": when})


def waiting():
    return list(OutboxMessage.objects.order_by("pk"))


def composed():
    """What the outbox would send now, mail by mail; None where there is nothing to tell any more."""
    return [outbox._composers[row.kind](row) for row in waiting()]


def the_letter():
    [letter] = composed()
    return letter


def links(letter):
    return [link["href"] for link in BeautifulSoup(letter.html, "html.parser").find_all("a")]


def hand_in(job, people):
    jobs.hand_in(job, people["translator"], "Katso rubriikki.")


def send_back(job, people):
    Job.objects.filter(pk=job.pk).update(state=State.REVIEW)
    jobs.send_back(job, people["reviewer"], "Korjaa otsikko.")


def approve(job, people):
    Job.objects.filter(pk=job.pk).update(state=State.REVIEW)
    jobs.approve(job, people["reviewer"])


# What happens: (what, to whom, the words of the subject, what else the mail says)
EVENTS = {
    "changed": (
        lambda job, people: jobs.note_source_changed(job, 3),
        "translator",
        "The source changed: %(title)s",
        "3",
    ),
    "handed in": (hand_in, "reviewer", "For your review: %(title)s", "Katso rubriikki."),
    "sent back": (send_back, "translator", "Sent back to you: %(title)s", "Korjaa otsikko."),
    "approved": (approve, "translator", "Approved: %(title)s", ""),
    "commented": (
        lambda job, people: jobs.comment(job, people["translator"], "Mikä on hyte?"),
        "reviewer",
        "Comment: %(title)s",
        "Mikä on hyte?",
    ),
    "answered": (
        lambda job, people: jobs.comment(job, people["reviewer"], "Katso sanastoa."),
        "translator",
        "Comment: %(title)s",
        "Katso sanastoa.",
    ),
}


@pytest.mark.parametrize("name", EVENTS)
def test_an_event_is_told_to_whom_it_concerns_in_their_language(job, people, name):
    happen, to, subject, words = EVENTS[name]
    happen(job, people)
    letter = the_letter()
    language = "sv" if to == "translator" else "fi"
    assert letter.recipient == people[to].email
    assert letter.subject == said(subject, language) % {"title": "Kylän kahvila"}
    assert f'<html lang="{language}">' in letter.html
    for body in (letter.text, letter.html):
        assert words in body
        assert "Kylän kahvila" in body
        assert "Suomi → Svenska" in body
    view = "review/" if job.state == State.REVIEW else ""
    address = f"http://testserver/cms/translations/{job.translation_id}/{view}"
    assert address in links(letter)
    assert address in letter.text
    assert "http://testserver/cms/account/" in letter.text


def test_a_new_job_is_told_with_its_note_and_due_date(post, people):
    day = timezone.localdate() + timedelta(days=9)
    jobs.order(followed(post), people["editor"], {"assignee": people["translator"], "note": "Kuntiin.", "due_on": day})
    letter = the_letter()
    assert (letter.recipient, letter.reply_to) == (people["translator"].email, "editor@example.org")
    assert letter.subject == said("To be translated: %(title)s", "sv") % {"title": "Kylän kahvila"}
    assert "Kuntiin." in letter.text
    assert f"{day.day}.{day.month}.{day.year}" in letter.text
    assert "Eeva Eronen" in letter.text


def test_a_hundred_pages_given_at_once_are_one_mail(people):
    translations = [followed(make_post()) for _ in range(3)]
    for translation in translations:
        jobs.order(translation, people["editor"], {"assignee": people["translator"]})
    letter = the_letter()
    assert "3" in letter.subject
    for translation in translations:
        assert f"http://testserver/cms/translations/{translation.pk}/" in links(letter)


def test_new_work_waits_for_what_comes_with_it_but_not_for_long(job, people):
    jobs.note_source_changed(job, 1)
    assert outbox.send_due() == 0
    OutboxMessage.objects.update(next_attempt=timezone.now())
    assert outbox.send_due() == 1
    # What comes after the mail has another.
    jobs.note_source_changed(job, 2)
    assert [row.state for row in waiting()] == ["sent", "queued"]
    assert "2" in composed()[1].text


def test_of_several_changes_of_a_source_the_last_is_told(job):
    jobs.note_source_changed(job, 3)
    jobs.note_source_changed(job, 5)
    letter = the_letter()
    assert "5" in letter.text
    assert letter.subject.endswith("Kylän kahvila")


def test_nobody_is_told_of_what_they_did_themselves(post, people):
    job = jobs.order(followed(post), people["translator"], {"assignee": people["translator"]})
    jobs.comment(job, people["translator"], "Itselleni")
    assert waiting() == []


def test_a_comment_reaches_who_ordered_where_there_is_nobody_else(post, people):
    job = make_job(followed(post), people["editor"], assignee=people["translator"])
    OutboxMessage.objects.all().delete()
    jobs.comment(job, people["translator"], "Mikä on hyte?")
    assert the_letter().recipient == "editor@example.org"


def test_an_outsiders_comment_reaches_translator_and_reviewer(job, people):
    jobs.comment(job, people["editor"], "Kiitos!")
    assert {letter.recipient for letter in composed()} == {people["translator"].email, people["reviewer"].email}


def test_a_new_reviewer_of_what_waits_is_told(job, people):
    jobs.hand_in(job, people["translator"])
    OutboxMessage.objects.all().delete()
    other = translator()
    jobs.order(job.translation, people["editor"], {"reviewer": other})
    letter = the_letter()
    assert letter.recipient == other.email
    assert letter.subject == said("For your review: %(title)s", "fi") % {"title": "Kylän kahvila"}


# What is not true any more


def give_away(job, people):
    jobs.order(job.translation, people["editor"], {"assignee": make_user("Editors"), "reviewer": make_user("Editors")})
    OutboxMessage.objects.filter(pk__gt=waiting()[0].pk).delete()


def publish(job, people):
    jobs.note_published(job, people["editor"])


def leave(job, people):
    for user in people.values():
        user.is_active = False
        user.save()


def lose_address(job, people):
    for user in people.values():
        user.email = ""
        user.save()


def wish_no_mail(job, people):
    for user in people.values():
        prefer(user, When.NEVER)


def wish_one_a_day(job, people):
    for user in people.values():
        prefer(user, When.DAILY)


def delete_translation(job, people):
    job.translation.get_target_instance().delete()


def delete_people(job, people):
    for user in people.values():
        user.delete()


MEANWHILE = [
    give_away, publish, leave, lose_address, wish_no_mail, wish_one_a_day, delete_translation, delete_people,
]  # fmt: skip


@pytest.mark.parametrize("meanwhile", MEANWHILE, ids=lambda happen: happen.__name__)
@pytest.mark.parametrize("name", ["changed", "handed in", "sent back", "approved"])
def test_what_does_not_hold_any_more_is_not_told(job, people, name, meanwhile):
    EVENTS[name][0](job, people)
    assert the_letter() is not None
    meanwhile(job, people)
    assert composed()[0] is None


def test_a_job_given_on_before_the_mail_left_is_told_to_the_new_translator_alone(post, people):
    translation, other = followed(post), translator()
    jobs.order(translation, people["editor"], {"assignee": people["translator"]})
    jobs.order(translation, people["editor"], {"assignee": other})
    assert [letter and letter.recipient for letter in composed()] == [None, other.email]


def test_what_was_mended_or_handed_in_already_is_not_asked_for(job, people):
    jobs.note_source_changed(job, 2)
    jobs.hand_in(job, people["translator"])
    changed, handed_in = composed()
    assert changed is None
    assert handed_in.recipient == people["reviewer"].email


def test_who_wants_no_mail_has_none_queued(job, people):
    for when in (When.NEVER, When.DAILY):
        prefer(people["translator"], when)
        jobs.note_source_changed(job, 2)
    assert waiting() == []


def test_a_user_without_a_language_of_the_site_is_told_in_the_source_language(job, people):
    speak(people["translator"], "de")
    jobs.note_source_changed(job, 2)
    assert the_letter().subject == said("The source changed: %(title)s", "fi") % {"title": "Kylän kahvila"}


def test_markup_in_comments_and_titles_stays_text(people):
    job = make_job(followed(make_post(title="<b>Kahvila</b> & co")), people["editor"], assignee=people["translator"])
    OutboxMessage.objects.all().delete()
    jobs.comment(job, people["editor"], "<script>alert(1)</script> & muuta")
    letter = the_letter()
    assert "<script>alert(1)</script> & muuta" in letter.text
    assert "<b>Kahvila</b> & co" in letter.text
    assert "<script" not in letter.html
    assert "&lt;b&gt;Kahvila" in letter.html


# Because time has come


@pytest.fixture
def at(monkeypatch):
    """Let it be a time of a day some days from now."""

    def set_clock(days=0, hour=8):
        day = timezone.localdate() if not hasattr(set_clock, "day") else set_clock.day
        set_clock.day = day
        now = timezone.make_aware(datetime(day.year, day.month, day.day, hour, 3)) + timedelta(days=days)
        monkeypatch.setattr(timezone, "now", lambda: now)
        return now.date()

    return set_clock


def due_in(job, days):
    Job.objects.filter(pk=job.pk).update(due_on=timezone.localdate() + timedelta(days=days))
    job.refresh_from_db()


def test_the_due_date_is_told_some_days_before_and_on_the_day_once_each(job, people, at):
    at()
    due_in(job, 5)
    told = {}
    for day in range(8):
        at(day)
        for _ in range(3):
            reminders.tell_due()
        letters = [mail.due_mail(row) for row in OutboxMessage.objects.filter(state="queued")]
        OutboxMessage.objects.update(state="sent")
        told[day] = [letter.subject for letter in letters if letter]
    assert {day for day, subjects in told.items() if subjects} == {2, 5}
    assert all(len(subjects) <= 1 for subjects in told.values())
    due = f"{job.due_on.day}.{job.due_on.month}.{job.due_on.year}"
    assert told[5][0] == said("Due on %(day)s: %(title)s", "sv") % {"day": due, "title": "Kylän kahvila"}


def test_before_seven_nobody_is_reminded(job, at):
    at(hour=6)
    due_in(job, 0)
    reminders.tell_due()
    assert waiting() == []


def test_the_reviewer_is_reminded_of_what_is_in_review(job, people, at):
    at()
    due_in(job, 1)
    Job.objects.filter(pk=job.pk).update(state=State.REVIEW)
    reminders.tell_due()
    assert the_letter().recipient == people["reviewer"].email


def test_who_was_given_a_job_a_moment_ago_is_not_reminded_of_its_due_date(job, people, at):
    at()
    due_in(job, 1)
    jobs.order(job.translation, people["editor"], {"assignee": translator()})
    OutboxMessage.objects.all().delete()
    reminders.tell_due()
    assert waiting() == []


@pytest.mark.parametrize("meanwhile", MEANWHILE, ids=lambda happen: happen.__name__)
def test_a_reminder_that_does_not_hold_any_more_is_not_sent(job, people, at, meanwhile):
    at()
    due_in(job, 1)
    reminders.tell_due()
    assert the_letter() is not None
    meanwhile(job, people)
    assert composed()[0] is None


def test_a_due_date_put_off_is_told_anew(job, at):
    at()
    due_in(job, 1)
    reminders.tell_due()
    due_in(job, 2)
    reminders.tell_due()
    assert [letter is not None for letter in composed()] == [False, True]


# In the morning


def test_the_digest_tells_what_is_new_due_and_waiting(job, people, at):
    at()
    for user in people.values():
        prefer(user, When.DAILY)
    at(-1, 15)
    new = make_job(followed(make_post(title="Uusi")), people["editor"], assignee=people["translator"])
    jobs.note_source_changed(job, 4)
    review = make_job(
        followed(make_post(title="Tarkistettava")), None, reviewer=people["translator"], state=State.REVIEW
    )
    at()
    due_in(job, 2)
    reminders.tell_due()
    reminders.tell_due()
    letters = {letter.recipient: letter for letter in composed() if letter}
    assert set(letters) == {people["translator"].email}
    soup = BeautifulSoup(letters[people["translator"].email].html, "html.parser")
    sections = {head.get_text(): head.find_next("ul").get_text() for head in soup.find_all("h2")}
    assert list(sections) == [said(text, "sv") for text in ("What is new", "Due dates", "Waiting for your review")]
    assert "Uusi" in sections[said("What is new", "sv")]
    assert "Kylän kahvila" in sections[said("What is new", "sv")]
    assert "Kylän kahvila" in sections[said("Due dates", "sv")]
    assert "Tarkistettava" in sections[said("Waiting for your review", "sv")]
    for pk, view in ((new.translation_id, ""), (job.translation_id, ""), (review.translation_id, "review/")):
        assert f"http://testserver/cms/translations/{pk}/{view}" in str(soup)


def test_there_is_one_digest_a_day_and_none_without_anything_to_tell(job, people, at):
    at()
    prefer(people["translator"], When.DAILY)
    due_in(job, 30)
    told = []
    for day in range(4):
        for hour in (6, 8, 9, 13, 16):
            at(day, hour)
            reminders.tell_due()
            for row in OutboxMessage.objects.filter(state="queued"):
                told += [(day, hour)] if mail.digest_mail(row) else []
            OutboxMessage.objects.filter(state="queued").update(state="sent", created_at=timezone.now())
        if day == 1:
            jobs.note_source_changed(job, 4)
            job.events.filter(kind=Kind.SOURCE_CHANGED).update(created_at=timezone.now())
    assert told == [(2, 8)]
    assert [row.kind for row in waiting()] == 4 * [mail.DIGEST]


def test_after_days_without_a_worker_the_digest_tells_of_all_of_them(job, people, at):
    at(-4)
    prefer(people["translator"], When.DAILY)
    reminders.tell_due()
    OutboxMessage.objects.update(created_at=timezone.now())
    at(-3, 15)
    jobs.note_source_changed(job, 4)
    job.events.filter(kind=Kind.SOURCE_CHANGED).update(created_at=timezone.now())
    at()
    reminders.tell_due()
    assert composed()[-1] is not None


@pytest.mark.parametrize("when", [When.AT_ONCE, When.NEVER])
def test_who_has_changed_their_mind_gets_no_digest(job, people, at, when):
    at()
    prefer(people["translator"], When.DAILY)
    due_in(job, 1)
    reminders.tell_due()
    assert the_letter() is not None
    prefer(people["translator"], when)
    assert composed() == [None]


# The choice


def test_translators_choose_in_their_account_when_they_are_told(client):
    user = translator(first_name="Maija", last_name="Malm")
    client.force_login(user)
    page = BeautifulSoup(client.get("/cms/account/").content, "html.parser")
    form = page.select_one("form[action$='account/'], form[method=POST], form[method=post]")
    values = {}
    for field in form.find_all(["input", "select"]):
        is_chosen = field.get("type") not in ("radio", "checkbox") or field.has_attr("checked")
        if field.get("name") and is_chosen and field.get("type") != "file":
            option = field.find("option", selected=True) if field.name == "select" else field
            values[field["name"]] = (option or {}).get("value", "") if option else ""
    assert values["translation_mail-when"] == When.AT_ONCE
    response = client.post("/cms/account/", {**values, "translation_mail-when": When.DAILY})
    assert response.status_code == 302
    assert mail.preference_of(user) == When.DAILY
    assert 'value="daily"' in client.get("/cms/account/").content.decode()


def test_who_translates_nothing_has_no_such_choice(client):
    user = make_user()
    user.user_permissions.add(*permissions("access_admin"))
    client.force_login(user)
    response = client.get("/cms/account/")
    assert response.status_code == 200
    assert b"translation_mail" not in response.content


def permissions(*codenames):
    from django.contrib.auth.models import Permission

    return Permission.objects.filter(codename__in=codenames)


# Over the wire


@pytest.fixture(scope="module")
def database(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), database_copy() as made:
        yield made


class Mailbox:
    def __init__(self):
        self.received = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.received.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"


def test_a_worker_sends_one_of_each_kind_to_a_real_mail_server(database, db):
    values, address = database
    port, mailbox = free_port(), Mailbox()
    with working_on(values):
        OutboxMessage.objects.all().delete()
        people = {name: translator() for name in ("at once", "daily")}
        editor = make_user("Editors", email="editor@example.org")
        prefer(people["daily"], When.DAILY)
        # Told at once, new work, reminded, and in the morning.
        job = make_job(followed(make_post(title="Kahvila")), editor, assignee=people["at once"])
        JobEvent.objects.filter(job=job).update(created_at=timezone.now() - timedelta(days=5))
        jobs.comment(job, editor, "Hei!")
        today = timezone.localdate()
        Job.objects.filter(pk=job.pk).update(due_on=today)
        outbox.write(mail.DUE, job.pk, turn=f"{today.isoformat()} today {people['at once'].pk}")
        make_job(followed(make_post(title="Kirjasto")), editor, assignee=people["daily"])
        outbox.write(mail.DIGEST, people["daily"].pk, turn=today.isoformat())
        OutboxMessage.objects.update(next_attempt=timezone.now())
        kinds = set(OutboxMessage.objects.values_list("kind", flat=True))
        assert kinds == {mail.WORK, mail.EVENT, mail.DUE, mail.DIGEST}
        server = Controller(mailbox, hostname="127.0.0.1", port=port)
        server.start()
        worker = start_worker(address, port)
        try:
            until = time.monotonic() + 40
            while len(mailbox.received) < 4:
                assert time.monotonic() < until, [(row.kind, row.state, row.problem) for row in waiting()]
                time.sleep(0.1)
        finally:
            worker.kill()
            worker.wait()
            server.stop()
    assert {message["To"] for message in mailbox.received} == {"translator@example.org"}
    subjects = [message["Subject"] for message in mailbox.received]
    assert len(set(subjects)) == 4
    for message in mailbox.received:
        text, html = (message.get_body((kind,)).get_content() for kind in ("plain", "html"))
        assert "http://testserver/cms/translations/" in text
        assert "http://testserver/cms/translations/" in html
        assert message["Auto-Submitted"] == "auto-generated"
