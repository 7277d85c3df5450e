"""Orders for many translations: quick to give, done in the background, one at a time, whatever happens in between."""

import time
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation

from home.models import StandardPage
from tests.factories import fresh, make_standard_page, make_user
from tests.translations.translating import locale, page_in, publish_translated, translate_rest, translation_into
from translations import bulk
from translations.models import BulkAction, BulkItem, Job
from translations.submit import submit

pytestmark = pytest.mark.django_db

Kind, State = BulkAction.Kind, BulkItem.State


@pytest.fixture
def editor():
    return make_user("Editors")


def section(number):
    """A page with so many pages below it, made quickly: the page and those below."""
    above = make_standard_page()
    pages = [
        above.add_child(instance=StandardPage(title=f"Alasivu {n}", summary="Lyhyt.", locale=above.locale))
        for n in range(number)
    ]
    return fresh(above), pages


def states(action):
    return list(action.items.values_list("state", flat=True))


def begin(kind, pages, user, codes=("sv",), **options):
    return bulk.begin(kind, pages, [locale(code) for code in codes], options, user)


def test_an_order_for_two_hundred_pages_and_two_languages_is_given_in_a_few_queries(client, editor):
    above, _pages = section(200)
    client.force_login(editor)
    address = reverse("wagtail_localize:submit_page_translation", args=[above.pk])
    values = {"locales": [locale("sv").pk, locale("en").pk], "priority": 2, "includes_subpages": "on"}
    client.get(address)
    started = time.perf_counter()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = client.post(address, values)
    seconds = time.perf_counter() - started
    action = BulkAction.objects.get()
    assert response.url == reverse("translations:bulk_action", args=[action.pk])
    assert action.items.count() == 402
    assert len(queries) <= 60
    assert seconds < 1
    assert not Translation.objects.filter(source__object_id=above.translation_key).exists()


def test_work_does_what_is_waiting_parents_first(editor):
    above, pages = section(3)
    action = begin(Kind.SUBMIT, [above, *pages], editor, codes=("sv", "en"), priority=1, note="Kiire.")
    assert bulk.work() == 8
    assert states(action) == [State.DONE] * 8
    for page in (above, *pages):
        for code in ("sv", "en"):
            assert not page_in(page, code).live
            assert Job.objects.get(translation=translation_into(page, code)).note == "Kiire."
    assert bulk.work() == 0


def test_nonsense_is_left_out(editor):
    page, sent = make_standard_page(), make_standard_page()
    submit(sent, locale("sv"), None)
    action = begin(Kind.SUBMIT, [page, sent], editor, codes=("fi", "sv"))
    assert list(action.items.values_list("object_id", "locale__language_code")) == [(page.pk, "sv")]
    assert begin(Kind.PUBLISH, [page], editor).items.count() == 0


def test_a_page_that_fails_undoes_no_other_and_says_why_in_the_language_of_whoever_ordered(editor):
    pages = [make_standard_page() for _ in range(3)]
    action = begin(Kind.SUBMIT, pages, editor)
    profile = UserProfile.get_for_user(editor)
    profile.preferred_language = "fi"
    profile.save()
    fresh(pages[1]).delete()
    assert bulk.work() == 3
    assert states(action) == [State.DONE, State.FAILED, State.DONE]
    assert action.items.get(state=State.FAILED).problem
    assert page_in(pages[0], "sv")
    assert page_in(pages[2], "sv")


def test_an_error_that_nobody_foresaw_stays_with_its_page_and_quotes_nothing(editor, monkeypatch, caplog):
    pages = [make_standard_page() for _ in range(3)]
    whole = bulk.submit

    def stumble(source, *args, **kwargs):
        if source.pk == pages[1].pk:
            raise RuntimeError("Matti Meikäläinen")
        return whole(source, *args, **kwargs)

    monkeypatch.setattr(bulk, "submit", stumble)
    action = begin(Kind.SUBMIT, pages, editor)
    bulk.work()
    assert states(action) == [State.DONE, State.FAILED, State.DONE]
    assert "Meikäläinen" not in caplog.text
    assert "Meikäläinen" not in action.items.get(state=State.FAILED).problem


def test_what_a_killed_worker_had_taken_is_taken_again_after_some_minutes(editor):
    action = begin(Kind.SUBMIT, [make_standard_page()], editor)
    assert bulk.claim_next()
    assert bulk.claim_next() is None
    BulkItem.objects.update(claimed_at=timezone.now() - bulk.STALE_AFTER - timedelta(seconds=1))
    assert bulk.work() == 1
    assert states(action) == [State.DONE]


def test_a_worker_that_was_slow_does_not_overwrite_what_another_has_noted(editor):
    action = begin(Kind.SUBMIT, [make_standard_page()], editor)
    slow = bulk.claim_next()
    BulkItem.objects.update(claimed_at=timezone.now(), state=State.DONE, problem="")
    bulk.run(slow)
    assert states(action) == [State.DONE]


def test_doing_an_item_twice_changes_nothing_the_second_time(editor):
    page = make_standard_page()
    action = begin(Kind.SUBMIT, [page], editor)
    bulk.work()
    BulkItem.objects.update(state=State.WAITING, claimed_at=None)
    bulk.work()
    assert states(action) == [State.SKIPPED]
    assert Page.objects.filter(translation_key=page.translation_key, locale=locale("sv")).count() == 1


def test_the_rights_are_asked_when_the_work_is_done(editor):
    action = begin(Kind.SUBMIT, [make_standard_page()], editor)
    editor.groups.clear()
    bulk.work()
    assert states(action) == [State.FAILED]
    gone = begin(Kind.SUBMIT, [make_standard_page()], make_user("Editors"))
    gone.created_by.delete()
    bulk.work()
    assert states(gone) == [State.FAILED]


def test_only_what_is_ready_is_published_and_the_rest_says_why(editor):
    ready, unready, draft = make_standard_page(), make_standard_page(), make_standard_page()
    for page in (ready, unready):
        submit(page, locale("sv"), None)
    translate_rest(translation_into(ready, "sv"))
    action = begin(Kind.PUBLISH, [ready, unready, draft], editor)
    bulk.work()
    assert states(action) == [State.DONE, State.SKIPPED]
    assert "not translated" in action.items.get(state=State.SKIPPED).problem
    assert page_in(ready, "sv").live
    assert page_in(ready, "sv").title.endswith("på svenska")
    assert not page_in(unready, "sv").live


def test_what_readers_see_already_is_not_published_again(editor):
    page = make_standard_page()
    submit(page, locale("sv"), None)
    publish_translated(page)
    before = page_in(page, "sv").last_published_at
    action = begin(Kind.PUBLISH, [page], editor)
    bulk.work()
    assert states(action) == [State.SKIPPED]
    assert page_in(page, "sv").last_published_at == before


def test_a_translator_publishes_only_in_the_own_language():
    page = make_standard_page()
    for code in ("sv", "en"):
        submit(page, locale(code), None)
        translate_rest(translation_into(page, code))
    action = begin(Kind.PUBLISH, [page], make_user("Translators: %(language)s", "sv"), codes=("sv", "en"))
    bulk.work()
    outcome = dict(action.items.values_list("locale__language_code", "state"))
    assert outcome == {"sv": State.DONE, "en": State.FAILED}
    assert not page_in(page, "en").live


def test_assigning_changes_only_what_is_filled_in(editor):
    page, translator = make_standard_page(), make_user("Translators: %(language)s", "sv")
    submit(page, locale("sv"), None, {"note": "Vanha huomautus"})
    other = make_user("Translators: %(language)s", "en")
    begin(Kind.ASSIGN, [page], editor, assignee=translator.pk)
    bulk.work()
    job = Job.objects.get(translation=translation_into(page, "sv"))
    assert (job.assignee, job.note) == (translator, "Vanha huomautus")
    action = begin(Kind.ASSIGN, [page], editor, assignee=other.pk)
    bulk.work()
    assert states(action) == [State.FAILED]
    assert Job.objects.get(pk=job.pk).assignee == translator


def test_filling_takes_over_what_the_memory_knows(editor):
    page, other = make_standard_page(summary="Tuttu."), make_standard_page(summary="Tuttu.")
    for one in (page, other):
        submit(one, locale("sv"), None)
    translate_rest(translation_into(other, "sv"))
    action = begin(Kind.PRETRANSLATE, [page, other], editor)
    bulk.work()
    assert states(action) == [State.DONE, State.SKIPPED]
    assert translation_into(page, "sv").get_progress() == (2, 1)


# The screens


def choice(pages, kind=Kind.SUBMIT, codes=("sv",), **values):
    return {
        "kind": kind,
        "model": "wagtailcore.page",
        "languages": list(codes),
        "sources": [page.pk for page in pages],
        **values,
    }


def test_the_matrix_asks_for_the_options_and_then_begins(client, editor):
    pages = [make_standard_page() for _ in range(2)]
    client.force_login(editor)
    address = reverse("translations:bulk")
    response = client.post(address, choice(pages))
    assert "2 translations" in response.content.decode()
    assert not BulkAction.objects.exists()
    response = client.post(address, choice(pages, begin=1, priority=1, note="Kiire."))
    action = BulkAction.objects.get()
    assert response.url == reverse("translations:bulk_action", args=[action.pk])
    assert action.options["note"] == "Kiire."
    assert action.created_by == editor


def test_a_row_that_is_ticked_in_the_matrix_is_what_is_ordered(client, editor):
    page = make_standard_page(title="Rastitettava sivu")
    client.force_login(editor)
    matrix = BeautifulSoup(client.get(reverse("translations:matrix"), {"q": page.title}).content, "html.parser")
    form = matrix.find("form", action=reverse("translations:bulk"))
    ticked = [box for box in form.select("tbody input[type=checkbox]") if box["value"] == str(page.pk)]
    sent = [*form.select("input[type=hidden], input[checked]"), *ticked, form.find("button", value=Kind.SUBMIT)]
    values = {name: [field["value"] for field in sent if field["name"] == name] for name in {f["name"] for f in sent}}
    response = client.post(form["action"], values)
    assert "2 translations" in response.content.decode()


@pytest.mark.parametrize("kind", Kind.values)
def test_each_kind_of_order_has_its_screen(client, editor, kind):
    page = make_standard_page()
    if kind != Kind.SUBMIT:
        submit(page, locale("sv"), None)
    client.force_login(editor)
    response = client.post(reverse("translations:bulk"), choice([page], kind))
    assert response.status_code == 200
    assert "1 translation" in response.content.decode()


def test_an_order_of_nonsense_is_no_error(client, editor):
    client.force_login(editor)
    address = reverse("translations:bulk")
    assert client.post(address, choice([], kind="burn")).status_code == 400
    assert client.post(address, choice([], model="auth.user")).status_code == 400
    assert client.post(address, {"kind": "submit", "model": "nothing"}).status_code == 400
    strange = {**choice([]), "sources": ["x", "99999999999999999999999", "-1", "²"]}
    assert "nothing to do" in client.post(address, strange, follow=True).content.decode()
    response = client.post(address, choice([make_standard_page()], kind="assign", begin=1), follow=True)
    assert "nothing to do" in response.content.decode()


def test_only_who_may_order_orders(client):
    client.force_login(make_user("Training organisers"))
    assert client.post(reverse("translations:bulk"), choice([make_standard_page()])).status_code == 302
    client.force_login(make_user("Translators: %(language)s", "sv"))
    page = make_standard_page()
    client.post(reverse("translations:bulk"), choice([page], codes=("sv", "en"), begin=1, priority=2))
    assert list(BulkItem.objects.values_list("locale__language_code", flat=True)) == ["sv"]


def test_the_progress_is_seen_by_whoever_ordered_and_tells_what_went_wrong(client, editor):
    page, unready = make_standard_page(title="Ei valmis <b>"), make_standard_page()
    submit(page, locale("sv"), None)
    submit(unready, locale("sv"), None)
    action = begin(Kind.PUBLISH, [page, unready], editor)
    address = reverse("translations:bulk_action", args=[action.pk])
    client.force_login(editor)
    content = client.get(address).content.decode()
    assert "0 of 2 are done." in content
    assert 'data-bulk-state="working"' in content
    bulk.work()
    content = client.get(address).content.decode()
    assert "2 of 2 are done. The order is finished." in content
    assert 'data-bulk-state="finished"' in content
    assert "Ei valmis &lt;b&gt;" in content
    fresh(page).delete()
    assert client.get(address).status_code == 200
    client.force_login(make_user("Moderators"))
    assert client.get(address).status_code == 302
    client.force_login(make_user(is_superuser=True))
    assert client.get(address).status_code == 200


def test_finished_orders_are_forgotten_after_thirty_days(editor):
    old, waiting, new = (begin(Kind.SUBMIT, [make_standard_page()], editor) for _ in range(3))
    BulkAction.objects.filter(pk__in=[old.pk, waiting.pk]).update(created_at=timezone.now() - timedelta(days=31))
    BulkItem.objects.filter(action__in=[old, new]).update(state=State.DONE)
    assert bulk.prune() == 1
    assert set(BulkAction.objects.all()) == {waiting, new}


def test_a_machine_is_offered_only_where_one_is_set_up_and_works_in_the_background(client, editor, settings):
    page = make_standard_page(title="Ensimmäinen otsikko", summary="Lyhyt teksti siitä.")
    client.force_login(editor)
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    assert "is_machine_used" not in client.get(address).context["form"].fields
    settings.TRANSLATION_ENGINE = {"CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"}
    assert "is_machine_used" in client.get(address).context["form"].fields
    client.post(address, {"locales": [locale("sv").pk], "priority": 2, "is_machine_used": "on"})
    action = BulkAction.objects.get()
    bulk.work()
    assert list(action.items.values_list("state", "problem")) == [(State.DONE, "")]
    translation = translation_into(page, "sv")
    assert translation.get_progress() == (2, 2)
    # What a machine wrote is not published by an order either.
    published = begin(Kind.PUBLISH, [page], editor)
    bulk.work()
    assert states(published) == [State.SKIPPED]
    assert not page_in(page, "sv").live


def test_a_machine_that_fails_leaves_the_page_sent_and_is_told(editor, settings, monkeypatch):
    settings.TRANSLATION_ENGINE = {"CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"}

    def fail(*args):
        raise OSError("salainen osoite")

    monkeypatch.setattr("wagtail_localize.machine_translators.dummy.DummyTranslator.translate", fail)
    page = make_standard_page()
    action = begin(Kind.SUBMIT, [page], editor, is_machine_used=True)
    bulk.work()
    item = action.items.get()
    assert item.state == State.DONE
    assert item.problem
    assert "salainen" not in item.problem
    assert page_in(page, "sv")
