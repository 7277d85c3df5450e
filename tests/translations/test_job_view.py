"""The screen of a translation job: who may open it, what it shows, and what happens to what somebody types."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.users.models import UserProfile

from home.models import Organisation
from tests.factories import make_post, make_user
from tests.reading import said, soup_of
from tests.translations.translating import followed, make_job, translator, write_all
from translations import jobs, publishing, rights
from translations.models import Job

pytestmark = pytest.mark.django_db
CMS_LANGUAGE = "fi"


@pytest.fixture
def editor():
    return make_user("Editors", first_name="Eeva", last_name="Eronen")


@pytest.fixture
def maija():
    return translator(first_name="Maija", last_name="Malm")


@pytest.fixture
def translation():
    return followed(make_post(title="Kylän kahvila"))


def address(translation):
    return f"/cms/translations/{translation.pk}/job/"


def fields(soup):
    """What the form of the job would send if nothing were changed."""
    form = soup.select_one("button[name=order]").find_parent("form")
    values = {}
    for field in form.select("input[name], textarea[name], select[name]"):
        if field.name == "select":
            chosen = field.find("option", selected=True)
            values[field["name"]] = chosen["value"] if chosen else ""
        else:
            values[field["name"]] = field.get("value", "") if field.name == "input" else field.get_text().strip()
    return values | {"order": ""}


def said_on(response):
    return " ".join(soup_of(response).get_text(" ").split())


@pytest.mark.parametrize(
    ("group", "language", "is_allowed"),
    [
        ("Editors", None, True),
        ("Translators: %(language)s", "sv", True),
        ("Translators: %(language)s", "en", False),
        ("Training organisers", None, False),
    ],
)
def test_those_who_order_or_translate_open_the_job(client, translation, group, language, is_allowed):
    client.force_login(make_user(group, language))
    assert (client.get(address(translation)).status_code == 200) is is_allowed
    client.post(address(translation), {"comment": "", "text": "Hei"})
    assert Job.objects.filter(translation=translation).exists() is is_allowed


def test_without_a_translation_there_is_no_job(client, editor):
    client.force_login(editor)
    assert client.get("/cms/translations/987654321/job/", follow=True).status_code == 404
    client.logout()
    assert client.get("/cms/translations/987654321/job/").status_code == 302


def test_looking_makes_no_job(client, editor, translation):
    client.force_login(editor)
    response = client.get(address(translation))
    assert response.status_code == 200
    assert said("Nothing has happened yet.", "fi") in said_on(response)
    assert not Job.objects.filter(translation=translation).exists()


def test_an_editor_gives_the_work_to_a_translator(client, editor, maija, translation):
    client.force_login(editor)
    values = fields(soup_of(client.get(address(translation))))
    day = timezone.localdate() + timedelta(days=5)
    values |= {"assignee": maija.pk, "due_on": day.strftime("%d.%m.%Y"), "priority": "1", "note": "Kuntiin"}
    assert client.post(address(translation), values).status_code == 302
    job = Job.objects.get(translation=translation)
    assert (job.assignee, job.due_on, job.priority, job.note, job.created_by) == (maija, day, 1, "Kuntiin", editor)
    page = said_on(client.get(address(translation)))
    assert said("Given to %(name)s", "fi") % {"name": "Maija Malm"} in page
    assert "Eeva Eronen" in page


def test_only_people_who_may_translate_it_are_offered(client, editor, maija, translation):
    english, organiser, former = translator("en"), make_user("Training organisers"), translator(is_active=False)
    client.force_login(editor)
    for name in ("assignee", "reviewer"):
        offered = {
            option["value"]
            for option in soup_of(client.get(address(translation))).select(f"select[name={name}] option")
        }
        assert {str(maija.pk), str(editor.pk)} <= offered
        assert not offered & {str(english.pk), str(organiser.pk), str(former.pk)}
    values = fields(soup_of(client.get(address(translation)))) | {"assignee": english.pk}
    assert client.post(address(translation), values).status_code == 200
    assert not Job.objects.filter(translation=translation).exists()


def test_a_translator_who_has_left_stays_until_somebody_else_is_chosen(client, editor, maija, translation):
    make_job(translation, assignee=maija)
    maija.is_active = False
    maija.save()
    client.force_login(editor)
    soup = soup_of(client.get(address(translation)))
    assert said("%(name)s (not in use any more)", "fi") % {"name": "Maija Malm"} in soup.get_text()
    assert client.post(address(translation), fields(soup) | {"note": "Odottaa"}).status_code == 302
    job = Job.objects.get(translation=translation)
    assert (job.assignee, job.note) == (maija, "Odottaa")


@pytest.mark.parametrize("due", ["past", "31.2.2027", "x"])
def test_a_wrong_due_date_is_said_and_what_was_typed_stays(client, editor, translation, due):
    client.force_login(editor)
    day = (timezone.localdate() - timedelta(days=1)).strftime("%d.%m.%Y") if due == "past" else due
    values = fields(soup_of(client.get(address(translation)))) | {"due_on": day, "note": "Tärkeä <b>huomio</b>"}
    response = client.post(address(translation), values)
    assert response.status_code == 200
    soup = soup_of(response)
    assert soup.select_one("[name=due_on]")["value"] == day
    assert soup.select_one("[name=note]").get_text().strip() == "Tärkeä <b>huomio</b>"
    assert soup.select(".error-message")
    assert not Job.objects.filter(translation=translation).exists()


def test_a_due_date_that_is_past_by_now_hinders_no_other_change(client, editor, translation):
    make_job(translation, due_on=timezone.localdate() - timedelta(days=3))
    client.force_login(editor)
    values = fields(soup_of(client.get(address(translation)))) | {"note": "Myöhässä"}
    assert client.post(address(translation), values).status_code == 302
    assert Job.objects.get(translation=translation).note == "Myöhässä"


def test_translator_and_reviewer_are_two_people(client, editor, maija, translation):
    client.force_login(editor)
    values = fields(soup_of(client.get(address(translation)))) | {"assignee": maija.pk, "reviewer": maija.pk}
    response = client.post(address(translation), values)
    assert response.status_code == 200
    assert said("Nobody reviews their own translation: choose somebody else.", "fi") in said_on(response)


def test_two_editors_with_the_same_form_undo_nothing_of_one_another(client, editor, maija, translation):
    day = timezone.localdate() + timedelta(days=4)
    make_job(translation, editor, assignee=translator(), due_on=day, note="Vanha")
    client.force_login(editor)
    form = fields(soup_of(client.get(address(translation))))
    client.post(address(translation), form | {"assignee": maija.pk, "due_on": "", "priority": "1"})
    client.post(address(translation), form | {"note": "Kuntiin"})
    job = Job.objects.get(translation=translation)
    assert (job.assignee, job.due_on, job.priority, job.note) == (maija, None, 1, "Kuntiin")


def test_a_translator_of_another_language_sees_an_own_job_and_changes_nothing_of_it(client, editor, translation):
    maija = translator("en")
    make_job(translation, editor, assignee=maija, note="Kuntiin", due_on=timezone.localdate() + timedelta(days=9))
    client.force_login(maija)
    response = client.get(address(translation))
    assert "Kuntiin" in said_on(response)
    assert not soup_of(response).select("[name=assignee]")
    client.post(address(translation), {"order": "", "assignee": "", "priority": "1", "note": "Oma"})
    job = Job.objects.get(translation=translation)
    assert (job.assignee, job.note) == (maija, "Kuntiin")


def test_people_write_to_one_another_and_see_what_was_written(client, editor, maija, translation):
    make_job(translation, editor, assignee=maija)
    client.force_login(maija)
    text = "Mikä on hyte?\n<script>alert(1)</script>"
    assert client.post(address(translation), {"comment": "", "text": text}).status_code == 302
    response = client.get(address(translation))
    assert "<script>alert(1)" not in response.content.decode()
    assert "Mikä on hyte?" in said_on(response)


@pytest.mark.parametrize("text", ["", "   ", "x" * 2001, "a\x00b"])
def test_a_comment_that_is_none_is_refused_with_a_message(client, editor, maija, translation, text):
    make_job(translation, editor, assignee=maija)
    client.force_login(maija)
    response = client.post(address(translation), {"comment": "", "text": text})
    assert response.status_code in (200, 400)
    assert not Job.objects.get(translation=translation).events.filter(kind="commented").exists()
    if len(text) > 2000:
        assert text in response.content.decode()


def test_the_history_speaks_the_language_of_whoever_reads_it(client, editor, maija, translation):
    reviewer = translator(first_name="Rolf", last_name="Rask")
    job = make_job(translation, editor, assignee=maija, reviewer=reviewer)
    jobs.note_source_changed(job, 3)
    jobs.hand_in(job, maija, "Klar")
    jobs.send_back(job, reviewer, "Rubriken")
    jobs.order(translation, editor, {"priority": 1, "due_on": timezone.localdate()})
    write_all(translation, number=2)
    publishing.publish(translation, editor, anyway=True)
    for language in ("fi", "sv"):
        profile = UserProfile.get_for_user(editor)
        profile.preferred_language = language
        profile.save()
        client.force_login(editor)
        page = said_on(client.get(address(translation)))
        for words in ("Sent for translation", "Handed in for review", "Sent back to the translator"):
            assert said(words, language) in page
        assert said("Given to %(name)s", language) % {"name": "Maija Malm"} in page
        names = ", ".join((said("due date", language), said("priority", language)))
        assert said("Changed: %(names)s", language) % {"names": names} in page
        assert said("The reviewer has not approved it.", language) in page
        for word in ("Klar", "Rubriken"):
            assert word in page


def test_the_history_costs_no_query_for_each_event(client, editor, maija, translation):
    job = make_job(translation, editor, assignee=maija)
    client.force_login(editor)

    def cost():
        client.get(address(translation))
        with CaptureQueriesContext(connection) as queries:
            client.get(address(translation))
        return len(queries)

    before = cost()
    for number in range(20):
        jobs.comment(job, maija, f"Nro {number}")
    assert cost() == before


def test_of_a_deleted_page_the_job_tells_that_it_is_gone(client, editor, maija, translation):
    make_job(translation, editor, assignee=maija)
    client.force_login(editor)
    source = rights.source_of(translation)
    source.delete()
    assert said("The source has been deleted. The translation is a page of its own now.", "fi") in said_on(
        client.get(address(translation))
    )
    rights.target_of(translation).delete()
    response = client.get(address(translation))
    assert response.status_code == 200
    text = "The translation does not exist any more. What was translated is kept in the memory."
    assert said(text, "fi") in said_on(response)
    assert client.post(address(translation), {"comment": "", "text": "Hei"}).status_code in (302, 403)


def test_shared_content_has_jobs_too(client, editor, maija):
    translation = followed(Organisation.objects.filter(locale__language_code="fi").first())
    client.force_login(editor)
    values = fields(soup_of(client.get(address(translation)))) | {"assignee": maija.pk}
    assert client.post(address(translation), values).status_code == 302
    client.force_login(maija)
    assert client.get(address(translation)).status_code == 200
    client.force_login(translator("en"))
    assert client.get(address(translation)).status_code == 302


def test_the_job_leads_to_the_work(client, maija, translation):
    client.force_login(maija)
    links = {link["href"] for link in soup_of(client.get(address(translation))).select("main a[href], a.button")}
    assert {f"/cms/translations/{translation.pk}/", f"/cms/translations/{translation.pk}/side-by-side/"} <= links
