"""What the organiser's views show, and how people come into them."""

from django.urls import reverse
from wagtail.users.models import UserProfile

from home.models import OutboxMessage
from tests.factories import person, training_of
from tests.reading import soup_of
from trainings import registration
from trainings.models import Call, Training


def url(name, *numbers):
    return reverse(f"trainings_office:{name}", args=numbers)


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


def row_of(response, name):
    rows = soup_of(response).select("#listing-results tbody tr")
    return " ".join(next(row for row in rows if name in row.get_text()).get_text(" ").split())


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


def new_person(desk, training, **values):
    nonce = soup_of(desk.get(url("add", training.pk))).find("input", {"name": "nonce"})["value"]
    return {"name": "Väinö Puhelin", "telephone": "040 123", "language": "fi", "nonce": nonce, **values}


def message(desk, training, **values):
    after = soup_of(desk.get(url("new_message", training.pk))).find("input", {"name": "after"})["value"]
    return {"audience": "confirmed", "subject": "Kengät", "text": "Ota kengät.", "after": after, **values}


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
