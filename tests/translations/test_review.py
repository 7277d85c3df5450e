"""From the translator's “done” to the readers: the guard, the hand-in, the review."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from tests.factories import fresh, make_post, make_tip_list, make_user
from translations import jobs, publishing
from translations.models import Job, JobEvent

from .translating import followed, say, segments, translate_all

Kind, State = JobEvent.Kind, Job.State

pytestmark = pytest.mark.django_db


@pytest.fixture
def translation():
    return followed(make_post(title="Hyvä uutinen", summary="Kunta kuulee."))


@pytest.fixture
def translator():
    return make_user("Translators: %(language)s", "sv")


@pytest.fixture
def reviewer():
    return make_user("Translators: %(language)s", "sv")


@pytest.fixture
def reviewed(translation, translator, reviewer):
    """The translation, with a translator and a reviewer."""
    jobs.order(translation, None, {"assignee": translator, "reviewer": reviewer})
    return translation


def address(name, translation):
    return reverse(f"translations:{name}", args=[translation.pk])


def soup_of(response):
    return BeautifulSoup(response.content, "html.parser")


def kinds(translation):
    return [event.kind for event in JobEvent.objects.filter(job__translation=translation)]


def is_live(translation):
    return Page.objects.get(pk=translation.get_target_instance().pk).live


def test_a_finished_translation_is_published_in_one_step(client, translation, translator):
    client.force_login(translator)
    translate_all(translation)
    client.post(address("publish", translation), {"action": "publish"})
    assert is_live(translation)
    assert fresh(translation.get_target_instance()).title == "[Hyvä uutinen]"
    assert Kind.PUBLISHED in kinds(translation)


def test_an_unfinished_one_needs_a_conscious_tick_that_is_logged(client, translation, translator):
    client.force_login(translator)
    say(translation, segments(translation)[0], "God nyhet")
    answer = client.post(address("publish", translation), {"action": "publish"})
    assert answer.url == address("publish", translation)
    assert not is_live(translation)
    page = soup_of(client.get(answer.url))
    assert page.select_one("[name=anyway]").has_attr("required")
    assert page.select(".desk__reasons li")
    client.post(address("publish", translation), {"action": "publish", "anyway": "on"})
    assert is_live(translation)
    event = JobEvent.objects.get(job__translation=translation, kind=Kind.PUBLISHED_ANYWAY)
    assert event.user == translator
    assert event.text == "missing=2"


def test_a_serious_problem_of_the_checks_holds_it_back_too(client, translation, translator):
    client.force_login(translator)
    translate_all(translation)
    say(translation, segments(translation)[1], "Kunta kuulee.")
    client.post(address("publish", translation), {"action": "publish"})
    assert not is_live(translation)
    reasons = soup_of(client.get(address("publish", translation))).select_one(".desk__reasons").text
    assert "1" in reasons
    client.post(address("publish", translation), {"action": "publish", "anyway": "on"})
    assert JobEvent.objects.get(job__translation=translation, kind=Kind.PUBLISHED_ANYWAY).text == "problems=1"


def test_what_the_page_refuses_is_told_and_marked_at_its_text(client, translator):
    client.force_login(translator)
    translation = followed(make_tip_list(title="Kolme vinkkiä", summary="Lyhyesti."))
    translate_all(translation)
    title = next(segment for segment in segments(translation) if segment.string.data == "Kolme vinkkiä")
    say(translation, title, "Tre tips 🧶")  # cannot be printed
    client.post(address("publish", translation), {"action": "publish", "anyway": "on"})
    assert not is_live(translation)
    row = StringTranslation.objects.get(translation_of=title.string, context=title.context)
    assert row.has_error
    page = soup_of(client.get(address("segments", translation)))
    assert page.select_one(f"#text-{title.pk} .text__check--serious").text


def test_who_may_not_publish_hears_it(client, translation):
    client.force_login(make_user("Training organisers"))
    translate_all(translation)
    client.post(address("publish", translation), {"action": "publish"})
    assert not is_live(translation)


def test_with_a_reviewer_it_is_handed_in_after_the_checks(client, reviewed, translator):
    client.force_login(translator)
    assert soup_of(client.get(address("segments", reviewed))).select_one("button[value=hand_in]")
    say(reviewed, segments(reviewed)[0], "God nyhet")
    answer = client.post(address("publish", reviewed), {"action": "hand_in"})
    assert answer.url == address("publish", reviewed)
    assert soup_of(client.get(answer.url)).select_one("[name=anyway]")
    translate_all(reviewed, {"Kunta kuulee.": "Kommunen lyssnar.", "Hyvä uutinen": "God nyhet"})
    client.post(address("publish", reviewed), {"action": "hand_in", "anyway": "on"})
    assert jobs.job_of(reviewed).state == State.REVIEW
    client.post(address("publish", reviewed), {"action": "hand_in", "anyway": "on"})
    assert kinds(reviewed).count(Kind.HANDED_IN) == 1
    client.post(address("publish", reviewed), {"action": "publish"})
    assert not is_live(reviewed)


def test_the_reviewer_approves_or_sends_back_with_a_word(client, reviewed, translator, reviewer):
    translate_all(reviewed)
    jobs.hand_in(jobs.job_of(reviewed), translator)
    client.force_login(reviewer)
    page = soup_of(client.get(address("review", reviewed)))
    assert len(page.select(".review__table tr[id^=text-]")) == 3
    assert not page.select(".review__table textarea")
    client.post(address("review", reviewed), {"action": "send_back", "text": ""})
    assert jobs.job_of(reviewed).state == State.REVIEW
    client.post(address("review", reviewed), {"action": "send_back", "text": "Rubriken är för lång."})
    assert jobs.job_of(reviewed).state == State.IN_PROGRESS
    assert "Rubriken är för lång." in client.get(address("review", reviewed)).content.decode()
    answer = client.post(address("review", reviewed), {"action": "approve"})
    assert answer.status_code == 200
    assert jobs.job_of(reviewed).state == State.IN_PROGRESS
    jobs.hand_in(jobs.job_of(reviewed), translator)
    client.post(address("review", reviewed), {"action": "approve"})
    assert jobs.job_of(reviewed).state == State.APPROVED
    client.force_login(translator)
    client.post(address("publish", reviewed), {"action": "publish", "anyway": "on"})
    assert is_live(reviewed)


def test_the_translator_does_not_approve_the_own_work(client, reviewed, translator):
    translate_all(reviewed)
    jobs.hand_in(jobs.job_of(reviewed), translator)
    client.force_login(translator)
    assert not soup_of(client.get(address("review", reviewed))).select("button[value=approve]")
    client.post(address("review", reviewed), {"action": "approve"})
    assert jobs.job_of(reviewed).state == State.REVIEW


def test_a_reviewer_who_may_not_edit_the_page_sees_the_review_alone(client, translation, translator):
    outsider = make_user("Training organisers")
    jobs.order(translation, None, {"assignee": translator, "reviewer": outsider})
    client.force_login(outsider)
    assert client.get(address("review", translation)).status_code == 200
    assert client.get(address("segments", translation), HTTP_X_REQUESTED_WITH="XMLHttpRequest").status_code == 403
    client.force_login(make_user("Training organisers"))
    assert client.get(address("review", translation), HTTP_X_REQUESTED_WITH="XMLHttpRequest").status_code == 403


def test_what_changed_since_the_last_hand_in_is_marked(client, reviewed, translator, reviewer):
    translate_all(reviewed)
    jobs.hand_in(jobs.job_of(reviewed), translator)
    jobs.send_back(jobs.job_of(reviewed), reviewer, "Bättre rubrik.")
    changed = segments(reviewed)[0]
    say(reviewed, changed, "Goda nyheter")
    jobs.hand_in(jobs.job_of(reviewed), translator)
    client.force_login(reviewer)
    page = soup_of(client.get(address("review", reviewed)))
    assert [row["id"] for row in page.select(".review__new")] == [f"text-{changed.pk}"]


def test_a_comment_that_is_too_long_is_refused_and_kept(client, reviewed, reviewer):
    client.force_login(reviewer)
    answer = client.post(address("review", reviewed), {"action": "comment", "text": "x" * 2001})
    assert soup_of(answer).textarea.text.strip() == "x" * 2001
    client.post(address("review", reviewed), {"action": "comment", "text": "Fint."})
    assert Kind.COMMENTED in kinds(reviewed)
    assert client.post(address("review", reviewed), {"action": "nonsense"}).status_code == 302


def test_a_published_translation_is_not_handed_in_but_may_be_published_again(client, reviewed, reviewer):
    publishing.publish(reviewed, reviewer, anyway=True)
    client.force_login(reviewer)
    screen = soup_of(client.get(address("segments", reviewed)))
    assert not screen.select("button[value=hand_in]")
    assert screen.select_one("button[value=publish]")
