"""What becomes of the people when the pages of their training change, are copied, hidden or deleted."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.utils import timezone
from wagtail.models import Page
from wagtail.users.models import UserProfile

from home.models import OutboxMessage
from tests.factories import (
    fresh,
    index_of,
    make_alias,
    make_training,
    make_user,
    republish,
    sign_up,
    training_of,
    translate,
)
from tests.forms import stream_data
from tests.reading import soup_of
from trainings import registration
from trainings.models import Call, Registration, Training, TrainingIndexPage, TrainingPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return make_training(registration="here", capacity=2, waitlist_capacity=5)


@pytest.fixture
def cms(client):
    user = make_user(is_superuser=True)
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = "en"
    profile.save()
    client.force_login(user)
    return client


def statuses(training):
    return list(training.registrations.order_by("number").values_list("status", flat=True))


def make_past(page):
    ends = timezone.now() - timedelta(days=1)
    Training.objects.filter(key=page.translation_key).update(starts=ends, ends=ends)


# What pages share


def test_a_copy_has_no_people_and_takes_its_own(page):
    sign_up(page)
    copy = page.copy(update_attrs={"title": "Kopio", "slug": "kopio"})
    assert not training_of(copy).registrations.exists()
    sign_up(copy)
    assert (statuses(training_of(page)), statuses(training_of(copy))) == (["confirmed"], ["confirmed"])


def test_a_copy_made_in_the_cms_tells_nothing_of_what_the_old_training_left(page, cms):
    republish(
        page,
        meeting_url="https://kokous.example/vanha",
        recording_url="https://tallenne.example/vanha",
        after_text="<p>Kiitos!</p>",
        is_cancelled=True,
        registration_closes=timezone.now() - timedelta(days=1),
    )
    data = {
        "new_title": "Uusi kerta",
        "new_slug": "uusi-kerta",
        "new_parent_page": page.get_parent().pk,
        "publish_copies": "on",
    }
    assert cms.post(f"/cms/pages/{page.pk}/copy/", data).status_code == 302
    copy = TrainingPage.objects.get(slug="uusi-kerta")
    assert (copy.meeting_url, copy.recording_url, copy.after_text, copy.is_cancelled) == ("", "", "", False)
    row = training_of(copy)
    assert (row.meeting_url, row.is_cancelled, row.registration_closes) == ("", False, None)
    assert row.takes_registrations
    assert fresh(page).meeting_url == "https://kokous.example/vanha"


def test_an_alias_and_a_translation_share_seats_and_people(page):
    sign_up(page)
    assert make_alias(page, "en").training.seats.confirmed == 1
    translation = translate(page, "sv", title="Utbildning")
    sign_up(translation)
    assert sign_up(page).status == "waitlisted"
    assert statuses(training_of(page)) == ["confirmed", "confirmed", "waitlisted"]


def test_a_forced_edit_of_a_translation_moves_nobody(page):
    translation = translate(page, "sv", title="Utbildning")
    people = [sign_up(page) for _ in range(3)]
    OutboxMessage.objects.all().delete()
    republish(translation, capacity=50, is_cancelled=True, starts_on=timezone.localdate() + timedelta(days=99))
    assert statuses(training_of(page)) == ["confirmed", "confirmed", "waitlisted"]
    assert not OutboxMessage.objects.filter(about__in=[item.pk for item in people]).exists()


def test_unpublishing_closes_registration_and_keeps_the_people(page):
    sign_up(page)
    fresh(page).unpublish()
    training = Training.objects.get(key=page.translation_key)
    assert (training.state, statuses(training)) == ("closed", ["confirmed"])
    fresh(page).latest_revision.publish()
    assert sign_up(page).status == "confirmed"
    assert statuses(training) == ["confirmed", "confirmed"]


def test_the_people_outlive_every_page(page):
    sign_up(page)
    training = training_of(page)
    make_past(page)
    fresh(page).delete()
    assert Training.objects.filter(pk=training.pk).exists()
    assert statuses(training) == ["confirmed"]


# Deleting


def delete(cms, page):
    """Answer Wagtail's question in full, also where it wants the name of the site."""
    return cms.post(f"/cms/pages/{page.pk}/delete/", {"confirm_site_name": "Yhdessä osallisuutta"}, follow=True)


def delete_many(cms, *pages):
    query = urlencode([("id", page.pk) for page in pages])
    address = f"/cms/bulk/wagtailcore/page/delete/?next=/cms/&{query}"
    return cms.post(address, {"confirm_site_name": "Yhdessä osallisuutta"}, follow=True)


@pytest.mark.parametrize("remove", [delete, delete_many])
@pytest.mark.parametrize("depth", ["page", "index"])
def test_a_page_with_coming_people_is_not_deleted(cms, page, remove, depth):
    sign_up(page)
    sign_up(page)
    registration.cancel(sign_up(page))
    kept = page if depth == "page" else page.get_parent()
    text = soup_of(remove(cms, kept)).get_text()
    assert "2 people have registered" in text
    assert Page.objects.filter(pk=page.pk).exists()


def test_the_question_whether_to_delete_is_not_even_asked(cms, page):
    sign_up(page)
    response = cms.get(f"/cms/pages/{page.pk}/delete/")
    assert response["Location"] == f"/cms/pages/{page.get_parent().pk}/"


@pytest.mark.parametrize("remove", [delete, delete_many])
def test_a_page_whose_people_have_gone_or_been_there_is_deleted(cms, page, remove):
    past = make_training(registration="here")
    sign_up(past)
    make_past(past)
    registration.cancel(sign_up(page))
    for gone in (page, past, make_training()):
        remove(cms, gone)
        assert not Page.objects.filter(pk=gone.pk).exists()


def test_a_language_is_deleted_while_another_is_public(cms, page):
    translation = translate(page, "sv", title="Utbildning")
    sign_up(page)
    delete(cms, translation)
    assert not Page.objects.filter(pk=translation.pk).exists()
    delete(cms, page)
    assert Page.objects.filter(pk=page.pk).exists()


def test_a_draft_in_another_language_does_not_let_the_public_page_go(cms, page):
    translate(page, "sv", title="Utbildning", live=False)
    sign_up(page)
    delete(cms, page)
    assert Page.objects.filter(pk=page.pk).exists()


def test_all_languages_at_once_are_not_deleted(cms, page):
    translation = translate(page, "sv", title="Utbildning")
    sign_up(page)
    delete_many(cms, page, translation)
    assert TrainingPage.objects.filter(translation_key=page.translation_key).count() == 2


# Unpublishing and publishing


def test_who_unpublishes_is_told_of_the_people(cms, page):
    address = f"/cms/pages/{page.pk}/unpublish/"
    assert "registered" not in soup_of(cms.get(address)).find("main").get_text()
    sign_up(page)
    assert "1 person has registered" in soup_of(cms.get(address)).find("main").get_text()
    index = index_of(TrainingIndexPage)
    assert cms.get(f"/cms/pages/{index.pk}/unpublish/").status_code == 200
    cms.post(address)
    assert not fresh(page).live


def test_who_unpublishes_many_pages_is_told_of_the_people_of_each(cms, page):
    query = urlencode([("id", page.pk), ("id", make_training().pk), ("id", index_of(TrainingIndexPage).pk)])
    address = f"/cms/bulk/wagtailcore/page/unpublish/?next=/cms/&{query}"
    assert "registered" not in soup_of(cms.get(address)).find("main").get_text()
    sign_up(page)
    text = " ".join(soup_of(cms.get(address)).find("main").get_text().split())
    assert f"{page.title}: 1 person has registered" in text
    cms.post(address)
    assert not fresh(page).live


def publish(cms, page, **values):
    """Publish the page from its form with other values. Returns what the CMS says."""
    page = fresh(page)
    data = {
        "title": page.title,
        "slug": page.slug,
        "summary": page.summary,
        "starts_on": page.starts_on.strftime("%d.%m.%Y"),
        "mode": page.mode,
        "registration": page.registration,
        "capacity": page.capacity,
        "waitlist_capacity": page.waitlist_capacity,
        "asks_telephone": "on",
        "asks_needs": "on",
        "after_text": "null",
        **{
            f"{name}-{key}": value
            for name in ("topic_rows", "municipality_rows", "comments")
            for key, value in {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}.items()
        },
        **stream_data(page),
        **values,
        "action-publish": "1",
    }
    response = cms.post(f"/cms/pages/{page.pk}/edit/", data, follow=True)
    assert response.redirect_chain, soup_of(response).select(".error-message, .errorlist")
    return " ".join(soup_of(response).select_one(".messages").get_text(" ").split())


def test_who_moves_the_date_is_told_how_many_people_are_told(cms, page):
    sign_up(page)
    sign_up(page)
    registration.add(training_of(page).pk, {"name": "Ilman", "telephone": "1", "language": "fi"})
    text = publish(cms, page, starts_on=(timezone.localdate() + timedelta(days=40)).strftime("%d.%m.%Y"))
    assert "2 people are told by e-mail" in text
    assert "1 person has no e-mail" in text
    assert Call.objects.filter(kind="changed").count() == 1


def test_who_cancels_the_training_is_told_how_many_people_are_told(cms, page):
    sign_up(page)
    assert "1 person is told by e-mail" in publish(cms, page, is_cancelled="on")


def test_who_lowers_the_seats_is_told_that_nobody_loses_one(cms, page):
    sign_up(page)
    sign_up(page)
    assert "1 more person than seats" in publish(cms, page, capacity=1)
    assert statuses(training_of(page)) == ["confirmed", "confirmed"]


def test_who_raises_the_seats_is_told_who_got_one(cms, page):
    for _ in range(4):
        sign_up(page)
    assert "2 people got a seat from the queue" in publish(cms, page, capacity=9)
    assert Registration.objects.filter(training=training_of(page), status="confirmed").count() == 4


def test_a_change_of_words_alone_tells_nobody(cms, page):
    sign_up(page)
    text = publish(cms, page, title="Uusi nimi")
    assert "told" not in text
    assert "seat" not in text
