"""The form below a training as a reader fills it in, and what the answer says."""

import uuid
from datetime import timedelta

from django.utils import timezone

from tests.reading import soup_of
from trainings.models import Training

SEGMENTS = {"fi": "ilmoittaudu", "sv": "anmalan", "en": "register"}


PERSON = {"name": "Aino Ahonen", "email": "aino@example.org"}


def question(kind="text", label="Mistä kuulit?", *, options=(), is_required=False, **values):
    """A question as the stream of a page stores it."""
    items = [{"type": "item", "id": str(uuid.uuid4()), "value": text} for text in options]
    value = {"label": label, "help_text": "", "kind": kind, "options": items, "is_required": is_required, **values}
    return {"type": "question", "id": str(uuid.uuid4()), "value": value}


def options_of(block):
    return {item["value"]: item["id"] for item in block["value"]["options"]}


def address_of(page):
    return f"{page.url}{SEGMENTS[page.language]}/"


def stamp_of(client, page):
    return soup_of(client.get(address_of(page))).find("input", attrs={"name": "stamp"})["value"]


def send(client, page, stamp=None, **values):
    """Send the form as a browser does, with a fresh stamp unless one is given."""
    stamp = stamp_of(client, page) if stamp is None else stamp
    return client.post(address_of(page), {**PERSON, "subject": "", "stamp": stamp, **values})


def change_row(page, **values):
    Training.objects.filter(key=page.translation_key).update(**values)


def close(page):
    change_row(page, registration_closes=timezone.now() - timedelta(minutes=1))


def status_of(response):
    return soup_of(response).select_one("[data-registration-status]")["data-registration-status"]


def errors_of(response):
    """{address of the field: message} of the error summary; messages of no field under ""."""
    found = {}
    for item in soup_of(response).select("[data-error-summary] li"):
        link = item.find("a")
        found[link["href"] if link else ""] = item.get_text()
    return found


def typed_in(response):
    """{name: value} of what the form of a response holds."""
    form = soup_of(response).select_one("main form")
    found = {field["name"]: field.get("value", "") for field in form.select("input:not([type=radio], [type=checkbox])")}
    found |= {field["name"]: field.get("value", "on") for field in form.select("input[checked]")}
    found |= {area["name"]: area.get_text().removeprefix("\n") for area in form.select("textarea")}
    found |= {option.parent["name"]: option["value"] for option in form.select("option[selected]")}
    return found
