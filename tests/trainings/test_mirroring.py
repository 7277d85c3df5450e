"""The row of a training follows its source page, and outlives it."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone

from tests.factories import fresh, let_time_come, make_alias, make_training, stream, translate
from tests.reading import hrefs, soup_of
from trainings.models import Training, TrainingPage

pytestmark = pytest.mark.django_db


def row_of(page):
    return Training.objects.get(key=page.translation_key)


@pytest.fixture
def page():
    return make_training(capacity=20, starts_at=time(9, 0), ends_at=time(15, 0))


def change(page, *, publish=True, **values):
    page = fresh(page)
    for name, value in values.items():
        setattr(page, name, value)
    revision = page.save_revision()
    if publish:
        revision.publish()
    return page


def test_publishing_makes_the_row_with_the_facts_of_the_page(page):
    row = row_of(page)
    assert (row.name, row.capacity, row.is_published, row.sequence) == (page.title, 20, True, 0)
    assert (row.starts, row.ends) == (page.starts, page.ends)


def test_a_draft_makes_no_row():
    page = make_training(live=False)
    assert not Training.objects.filter(key=page.translation_key).exists()


def test_a_saved_draft_changes_nothing_until_it_is_published(page, client):
    change(page, capacity=30, starts_on=timezone.localdate() + timedelta(days=99), publish=False)
    assert row_of(page).capacity == 20
    assert row_of(page).first_day == page.starts_on
    fresh(page).latest_revision.publish()
    assert row_of(page).capacity == 30
    assert row_of(page).first_day == timezone.localdate() + timedelta(days=99)


def test_translations_share_the_row(page):
    translation = translate(page, "sv", title="Utbildning")
    assert translation.translation_key == page.translation_key
    assert Training.objects.filter(key=page.translation_key).count() == 1
    assert row_of(page).name == page.title


def test_a_translation_never_overrides_the_source(page):
    translate(page, "sv", title="Utbildning", capacity=5, starts_on=date(2001, 1, 1), is_cancelled=True)
    row = row_of(page)
    assert (row.capacity, row.is_cancelled) == (20, False)
    assert row.starts == page.starts


def test_a_change_of_the_source_is_seen_on_translations_at_once(page, client):
    translation = translate(page, "sv", title="Utbildning")
    change(page, capacity=40, starts_on=date(2030, 1, 2))
    assert fresh(translation).capacity == 20  # the page's own copy lags until it is synchronised
    text = soup_of(client.get(translation.url)).find("main").get_text(" ")
    assert "40" in text
    assert "onsdag 2.1.2030" in text.lower()
    index = soup_of(client.get("/sv/utbildningar/"))
    assert "onsdag 2.1.2030" in index.get_text().lower()


def test_a_copy_has_a_row_of_its_own(page):
    copy = page.copy(update_attrs={"title": "Kopio", "slug": "kopio"})
    assert row_of(copy).pk != row_of(page).pk
    change(copy, capacity=7)
    assert (row_of(copy).capacity, row_of(page).capacity) == (7, 20)


def test_a_draft_copy_has_no_row_until_it_is_published(page):
    copy = page.copy(update_attrs={"title": "Kopio", "slug": "kopio"}, keep_live=False)
    assert not Training.objects.filter(key=copy.translation_key).exists()


def test_an_alias_has_no_row_and_follows_its_original(page, client):
    before = Training.objects.count()
    alias = make_alias(page, "sv")
    assert Training.objects.count() == before
    assert alias.training == row_of(page)
    change(page, capacity=50)
    assert Training.objects.count() == before
    assert row_of(page).capacity == 50


def test_unpublishing_the_source_keeps_the_row_open_while_a_translation_is_live(page):
    translation = translate(page, "sv", title="Utbildning")
    fresh(page).unpublish()
    row = row_of(page)
    assert (row.is_published, row.capacity) == (True, 20)
    fresh(translation).unpublish()
    row = row_of(page)
    assert (row.is_published, row.capacity, row.starts) == (False, 20, page.starts)


def test_a_training_that_is_published_again_opens_again(page):
    fresh(page).unpublish()
    assert not row_of(page).is_published
    fresh(page).latest_revision.publish()
    assert row_of(page).is_published


def test_without_a_source_page_the_oldest_translation_gives_the_facts(page):
    first = translate(page, "sv", title="Utbildning")
    translate(page, "en", title="Training", capacity=99)
    fresh(page).unpublish()
    change(first, capacity=33)
    assert row_of(page).capacity == 33


def test_taking_the_source_page_down_keeps_its_facts_and_not_those_of_a_translation_that_lags(page):
    translate(page, "sv", title="Utbildning")
    change(page, capacity=40, venue="Uusi paikka")
    fresh(page).unpublish()
    row = row_of(page)
    assert (row.is_published, row.capacity, row.place) == (True, 40, "Uusi paikka")
    fresh(page).delete()
    assert (row_of(page).is_published, row_of(page).capacity) == (True, 40)


@pytest.mark.parametrize(("starts", "ends"), [(time(3, 30), time(4, 0)), (time(4, 0), time(4, 0))])
def test_a_training_of_no_time_on_the_night_of_the_clocks_is_told_in_the_form(page, starts, ends):
    draft = fresh(page)
    draft.starts_on, draft.starts_at, draft.ends_at = date(2027, 3, 28), starts, ends
    with pytest.raises(ValidationError) as error:
        draft.full_clean()
    assert list(error.value.message_dict) == ["ends_at"]


def test_a_draft_is_previewed_with_its_own_day(page):
    draft = fresh(page)
    draft.starts_on = date(2031, 5, 6)
    draft.is_draft_shown = True
    assert draft.training.first_day == date(2031, 5, 6)
    assert row_of(page).first_day == page.starts_on


def test_deleting_every_page_keeps_the_row_closed(page):
    key = page.translation_key
    translate(page, "sv", title="Utbildning")
    for item in TrainingPage.objects.filter(translation_key=key):
        fresh(item).delete()
    row = Training.objects.get(key=key)
    assert (row.is_published, row.capacity) == (False, 20)


def test_deleting_the_index_keeps_the_rows(page):
    count = Training.objects.count()
    page.get_parent().delete()
    assert Training.objects.count() == count
    assert not row_of(page).is_published


@pytest.mark.parametrize(
    ("values", "grows"),
    [
        ({"starts_at": time(10, 0)}, True),
        ({"ends_at": time(16, 0)}, True),
        ({"starts_on": date(2031, 1, 1)}, True),
        ({"mode": "online"}, True),
        ({"is_cancelled": True}, True),
        ({"venue": "Uusi paikka"}, True),
        ({"address": "Uusi katu 1"}, True),
        ({"capacity": 99}, False),
        ({"summary": "Toisin sanoin."}, False),
        ({}, False),
    ],
)
def test_the_sequence_grows_when_a_calendar_must_know(page, values, grows):
    change(page, **values)
    assert row_of(page).sequence == (1 if grows else 0)


def test_the_sequence_never_falls(page):
    numbers = []
    for hour in (10, 11, 9, 9, 10):
        change(page, starts_at=time(hour, 0))
        numbers.append(row_of(page).sequence)
    assert numbers == sorted(numbers)
    assert numbers[-1] == 4


def session(**values):
    return {"date": None, "starts": None, "ends": None, "title": "Osa", "trainer": "", **values}


class TestSessions:
    def test_sessions_with_a_time_are_mirrored_and_follow_the_programme(self, page):
        first = {**session(starts="09:00", ends="10:00")}
        page = change(page, programme=stream(("session", first), ("session", session(title="Ei aikaa"))))
        [row] = row_of(page).sessions.all()
        assert (timezone.localtime(row.starts).hour, timezone.localtime(row.ends).hour) == (9, 10)
        block_id = row.block_id
        page = fresh(page)
        raw = list(page.programme.raw_data)
        raw[0]["value"]["starts"] = "08:30"
        change(page, programme=[dict(item) for item in raw])
        [row] = row_of(page).sessions.all()
        assert (row.block_id, timezone.localtime(row.starts).minute) == (block_id, 30)
        change(page, programme=[])
        assert row_of(page).sessions.count() == 0

    def test_a_session_without_a_day_is_on_the_first_day(self, page):
        page = change(page, programme=stream(("session", session(starts="09:00"))))
        assert timezone.localdate(row_of(page).sessions.get().starts) == page.starts_on

    def test_the_sequence_grows_when_calendars_show_another_time(self, page):
        """A calendar shows one day's training as a whole, and each day of a longer one by its sessions."""
        page = change(
            page, programme=stream(("session", session(starts="09:00")), ("session", session(starts="10:00")))
        )
        before = row_of(page).sequence

        def change_first(**values):
            raw = [dict(item) for item in fresh(page).programme.raw_data]
            raw[0]["value"] = {**raw[0]["value"], **values}
            change(page, programme=raw)
            return row_of(page).sequence - before

        assert change_first(title="Toinen nimi") == 0
        assert change_first(starts="08:30") == 0
        assert change_first(date="2030-01-02") == 1
        assert change_first(starts="08:45") == 2
        assert change_first(trainer="Anna Aho") == 2


def test_a_scheduled_change_is_mirrored_in_its_time(page):
    page = fresh(page)
    page.capacity = 60
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    assert row_of(page).capacity == 20
    let_time_come(page)
    call_command("publish_scheduled", verbosity=0)
    assert row_of(page).capacity == 60


def test_a_training_that_expires_is_closed_in_its_time(page):
    TrainingPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled", verbosity=0)
    assert not row_of(page).is_published


def test_a_preview_of_a_draft_that_was_never_published_shows_its_own_facts(client, admin_user):
    page = make_training(live=False, starts_on=date(2032, 3, 4), capacity=13)
    client.force_login(admin_user)
    response = client.get(f"/cms/pages/{page.pk}/revisions/{page.latest_revision.pk}/view/")
    assert "4.3.2032" in soup_of(response).find("main").get_text()
    assert not Training.objects.filter(key=page.translation_key).exists()


def test_mirroring_the_same_page_twice_changes_nothing(page):
    from trainings.mirroring import mirror

    before = Training.objects.filter(key=page.translation_key).values("sequence", "starts", "ends", "capacity").get()
    mirror(page.translation_key)
    mirror(page.translation_key)
    after = Training.objects.filter(key=page.translation_key).values("sequence", "starts", "ends", "capacity").get()
    assert after == before


def test_lists_read_the_row_and_not_the_copy_of_the_page(page, client):
    TrainingPage.objects.filter(pk=page.pk).update(starts_on=date(2001, 1, 1))
    assert page.url in hrefs(soup_of(client.get("/fi/valmennukset/")).find("main"))
    assert "2001" not in soup_of(client.get(page.url)).find("main").get_text()
