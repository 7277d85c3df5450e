"""Taking papers out of the CMS: who may, what is noted, what is told when there is nothing to take out."""

from pathlib import Path

import pytest
from django.core.files.storage import storages

from home.typesetting import TypesettingError
from tests.factories import make_training, make_user, sign_up, training_of
from tests.pdf import Pdf
from tests.trainings.crowds import address, mark_present, people_in, staff
from trainings.models import AccessLogEntry

pytestmark = pytest.mark.django_db

NAMES = ("sign_in_sheet", "queue_sheet", "certificates", "certificate")


@pytest.fixture
def page():
    return make_training(registration="here")


@pytest.fixture
def crowd():
    """A training with one who was there and one in the queue."""
    page = make_training(title="Kohtaamisen taito", registration="here", capacity=1)
    there = sign_up(page, name="Aalto Aino")
    sign_up(page, name="Odottava Outi")
    mark_present(there)
    return page, there


def kept():
    """All files that the site has made and keeps."""
    return set(Path(storages["rendered"].location).rglob("*"))


def addresses(crowd):
    page, there = crowd
    return [address(name, page, *([there.pk] if name == "certificate" else [])) for name in NAMES]


def test_they_send_pdfs_that_nothing_keeps_under_names_that_name_nobody(client, crowd):
    client.force_login(staff("view_registration"))
    before = kept()
    for url in addresses(crowd):
        response = client.get(url)
        assert response.status_code == 200
        assert response["Content-Type"] == "application/pdf"
        assert response.content.startswith(b"%PDF")
        assert "no-store" in response["Cache-Control"]
        assert "Kohtaamisen" in response["Content-Disposition"]
        assert "Aalto" not in response["Content-Disposition"]
        assert "Aalto" not in Pdf(response.content).catalogue()[2]
    assert kept() == before


def test_taking_one_out_is_noted(client, crowd):
    user = staff("view_registration")
    client.force_login(user)
    for url in addresses(crowd):
        client.get(url)
    entries = AccessLogEntry.objects.order_by("pk")
    assert [entry.action for entry in entries] == ["sheet", "queue_sheet", "certificates", "certificates"]
    assert {(entry.user, entry.training) for entry in entries} == {(user, training_of(crowd[0]))}
    assert [entry.registration_number for entry in entries] == [None, None, None, crowd[1].pk]


def test_whoever_may_not_see_people_gets_none_of_them(client, crowd):
    for user in (make_user("Editors"), staff("change_registration", "export_registration")):
        client.force_login(user)
        for url in addresses(crowd):
            response = client.get(url)
            assert response.status_code in (302, 403)
            assert not response.content.startswith(b"%PDF")
    client.logout()
    for url in addresses(crowd):
        assert client.get(url).status_code == 302
    assert not AccessLogEntry.objects.exists()


def test_they_are_only_got(client, crowd):
    client.force_login(staff("view_registration"))
    assert {client.post(url).status_code for url in addresses(crowd)} == {405}


def test_unknown_trainings_and_people_are_not_found(client, crowd):
    client.force_login(staff("view_registration"))
    for number in (0, 10**30):
        assert client.get(f"/cms/trainings/{number}/sign-in-sheet.pdf", follow=True).status_code == 404
        assert client.get(address("certificate", crowd[0], number), follow=True).status_code == 404
    stranger = sign_up(make_training(registration="here"))
    assert client.get(address("certificate", crowd[0], stranger.pk), follow=True).status_code == 404


def test_where_there_is_nobody_the_organiser_is_told_and_gets_no_empty_file(client, page):
    absent = sign_up(page)
    client.force_login(staff("view_registration"))
    for url in (
        address("queue_sheet", page),
        address("certificates", page),
        address("certificate", page, absent.pk),
    ):
        response = client.get(url)
        assert response.status_code == 302
        told = [str(message) for message in client.get("/cms/").context["messages"]]
        assert len(told) == 1
        assert absent.name not in told[0]
    assert not AccessLogEntry.objects.exists()


def test_what_cannot_be_set_is_told_and_its_words_are_not_logged(client, page, monkeypatch, caplog):
    def fail(job):
        raise TypesettingError("Aalto Aino could not be displayed")

    monkeypatch.setattr("trainings.office.papers.typeset", fail)
    client.force_login(staff("view_registration"))
    assert client.get(address("sign_in_sheet", page)).status_code == 302
    assert str(training_of(page).pk) in caplog.text
    assert "Aalto" not in caplog.text
    assert not AccessLogEntry.objects.exists()


def test_a_sheet_costs_as_many_queries_for_many_as_for_few(client, page, django_assert_max_num_queries):
    people_in(page, 60)
    client.force_login(staff("view_registration"))
    client.get(address("sign_in_sheet", page))
    with django_assert_max_num_queries(25):
        client.get(address("sign_in_sheet", page))
