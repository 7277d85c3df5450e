"""Who may see and do what with people's data: each role on each view, reading and writing."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone

from home.content.groups import make_groups
from home.models import OutboxMessage
from tests.factories import make_training, make_user, sign_up, training_of
from tests.reading import soup_of
from trainings.models import AccessLogEntry, Call, Kind, Registration, RegistrationNeeds

pytestmark = pytest.mark.django_db

SEE, CHANGE, EXPORT, NEEDS, ERASE, LOG = "see", "change", "export", "needs", "erase", "log"
CODENAMES = {
    SEE: "view_registration",
    CHANGE: "change_registration",
    EXPORT: "export_registration",
    NEEDS: "view_registrationneeds",
    ERASE: "delete_registration",
    LOG: "view_accesslogentry",
}
# (name of the address, what it is about, the right or rights beyond seeing)
READ = [
    ("trainings", None, SEE),
    ("trainings_results", None, SEE),
    ("participants", "training", SEE),
    ("participants_results", "training", SEE),
    ("messages", "training", SEE),
    ("calls", "training", SEE),
    ("person", "person", SEE),
    ("add", "training", CHANGE),
    ("new_message", "training", CHANGE),
    ("door", "training", CHANGE),
    ("edit", "person", CHANGE),
    ("move", "person", CHANGE),
    ("cancel", "person", CHANGE),
    ("needs", "training", NEEDS),
    ("erase", "person", ERASE),
    ("export", "training", EXPORT),
    ("export?needs=1", "training", {EXPORT, NEEDS}),
    ("data_request", None, SEE),
    ("training_numbers", None, SEE),
    ("training_numbers?export=xlsx", None, SEE),
    ("training_numbers_results", None, SEE),
    ("access_report", None, LOG),
    ("access_report_results", None, LOG),
]
PRINTED = [
    ("sign_in_sheet", "training", SEE),
    ("queue_sheet", "training", SEE),
    ("certificates", "training", SEE),
    ("certificate", "person", SEE),
]
PRINTING_ROLES = {"only see", "superuser"}  # setting a document takes half a second: two of those who may do it
WRITE = [
    ("add", "training", CHANGE),
    ("new_message", "training", CHANGE),
    ("door", "training", CHANGE),
    ("note_filed", "training", CHANGE),
    ("note_call", "call", CHANGE),
    ("edit", "person", CHANGE),
    ("move", "person", CHANGE),
    ("cancel", "person", CHANGE),
    ("promote", "person", CHANGE),
    ("mark", "person", CHANGE),
    ("mark_at_door", "person", CHANGE),
    ("send_again", "person", CHANGE),
    ("erase", "person", ERASE),
    ("data_request", None, SEE),
    ("data_request_export", None, {EXPORT, NEEDS}),
    ("data_request_erase", None, ERASE),
]
# What is posted everywhere; a request for a person's data finds somebody by it.
DATA = {"attendance": "absent", "name": "Salainen Ihminen", "telephone": "1", "is_confirmed": "1"}
ROLES = {
    "anonymous": set(),
    "no group": set(),
    "Editors": set(),
    "Moderators": set(),
    "Translators: sv": set(),
    "Training organisers": {SEE, CHANGE, EXPORT, NEEDS},
    "Administrators": {SEE, ERASE, LOG},
    "only see": {SEE},
    "see and needs": {SEE, NEEDS},
    "see and export": {SEE, EXPORT},
    "export without see": {EXPORT, NEEDS},
    "change without see": {CHANGE},
    "superuser": {SEE, CHANGE, EXPORT, NEEDS, ERASE, LOG},
}


def user_of(role):
    if role == "superuser":
        return make_user(is_superuser=True)
    if role == "no group":
        return make_user()
    if role.startswith("Translators"):
        return make_user("Translators: %(language)s", "sv")
    if role[0].isupper():
        return make_user(role)
    group = Group.objects.create(name=role)
    codenames = [CODENAMES[right] for right in ROLES[role]]
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", *codenames]))
    user = make_user()
    user.groups.add(group)
    return user


@pytest.fixture
def people():
    page = make_training(registration="here", capacity=1)
    someone, waiting = sign_up(page, name="Salainen Ihminen"), sign_up(page)
    RegistrationNeeds.objects.create(registration=someone, text="Salainen tarve")
    OutboxMessage.objects.filter(about=someone.pk).update(state="dead")
    call = Call.objects.create(registration=someone, kind=Kind.REMINDER)
    Registration.objects.filter(pk=someone.pk).update(attendance="present")  # who was there has a certificate
    return {"training": training_of(page), "person": someone, "waiting": waiting, "call": call}


def address(name, about, people):
    name, mark, query = name.partition("?")
    args = [people[about].pk] if about else []
    if name == "certificate":
        args = [people["training"].pk, *args]
    return (
        reverse(name if name.startswith("training_numbers") else f"trainings_office:{name}", args=args) + mark + query
    )


def suffices(rights, needed):
    """Whether these rights let somebody do what needs a right, or several, beyond seeing."""
    return {SEE} | (needed if isinstance(needed, set) else {needed}) <= rights


def state(people):
    """Everything that a refused request might have changed."""
    return (
        list(Registration.objects.order_by("pk").values()),
        list(Call.objects.values()),
        list(OutboxMessage.objects.order_by("pk").values("pk", "state")),
        type(people["training"]).objects.filter(pk=people["training"].pk).values().get(),
        AccessLogEntry.objects.count(),
    )


@pytest.mark.parametrize("role", ROLES)
def test_who_may_read_what(client, people, role):
    if role != "anonymous":
        client.force_login(user_of(role))
    rights = ROLES[role]
    for name, about, right in [*READ, *PRINTED]:
        may = suffices(rights, right)
        if may and (name, about, right) in PRINTED and role not in PRINTING_ROLES:
            continue
        response = client.get(address(name, about, people))
        if may:
            assert response.status_code == 200, name
        else:
            assert response.status_code == 302, name
            assert response["Location"].startswith(("/cms/login/", "/cms/")), name
            assert b"Salainen" not in response.content


@pytest.mark.parametrize("role", [role for role, rights in ROLES.items() if not {SEE, CHANGE, ERASE} <= rights])
def test_who_may_not_write_changes_nothing(client, people, role):
    if role != "anonymous":
        client.force_login(user_of(role))
    rights = ROLES[role]
    for name, about, right in WRITE:
        if suffices(rights, right):
            continue
        before = state(people)
        response = client.post(address(name, about, people), {**DATA, "registration": people["person"].pk})
        assert b"Salainen" not in response.content
        assert response.status_code == 302, name
        assert response["Location"].startswith(("/cms/login/", "/cms/")), name
        assert state(people) == before, name


@pytest.mark.parametrize("role", ["Training organisers", "superuser"])
def test_who_may_write_does(client, people, role):
    client.force_login(user_of(role))
    client.post(address("mark", "person", people), {"attendance": "absent"})
    client.post(address("note_call", "call", people))
    client.post(address("cancel", "person", people))
    people["person"].refresh_from_db()
    people["call"].refresh_from_db()
    assert (people["person"].attendance, people["person"].status) == ("absent", "cancelled")
    assert people["call"].done_at


@pytest.mark.parametrize("role", ["only see", "Administrators"])
def test_needs_are_hidden_from_those_who_see_people_alone(client, people, role):
    client.force_login(user_of(role))
    assert "Salainen tarve" not in client.get(address("person", "person", people)).content.decode()
    # A filter by needs would tell who has some.
    for query in ("?needs=yes", ""):
        soup = soup_of(client.get(address("participants", "training", people) + query))
        assert len(soup.select("td.title a")) == 2
        assert not soup.select("[name=needs]")
    assert not AccessLogEntry.objects.filter(action="needs").exists()


def test_who_changes_people_without_seeing_needs_neither_sees_nor_loses_them(client, people):
    group = Group.objects.create(name="see and change")
    group.permissions.set(
        Permission.objects.filter(codename__in=["access_admin", "view_registration", "change_registration"])
    )
    user = make_user()
    user.groups.add(group)
    client.force_login(user)
    assert "Salainen tarve" not in client.get(address("edit", "person", people)).content.decode()
    data = {"name": "Uusi Nimi", "telephone": "1", "language": "fi", "municipality": "", "needs": ""}
    client.post(address("edit", "person", people), data)
    people["person"].refresh_from_db()
    assert (people["person"].name, people["person"].needs.text) == ("Uusi Nimi", "Salainen tarve")


@pytest.mark.parametrize("role", ["Editors", "Training organisers", "Administrators", "only see"])
def test_menu_buttons_and_panel_show_what_may_be_opened(client, people, role):
    client.force_login(user_of(role))
    home = client.get("/cms/").content.decode()
    assert (address("trainings", None, people) in home) is (SEE in ROLES[role])
    assert (address("access_report", None, people) in home) is (LOG in ROLES[role])
    assert ("trainings-to-do" in home) is (SEE in ROLES[role])
    if SEE in ROLES[role]:
        shown = client.get(address("participants", "training", people)).content.decode()
        person = client.get(address("person", "person", people)).content.decode()
        assert (address("add", "training", people) in shown) is (CHANGE in ROLES[role])
        assert (address("needs", "training", people) in shown) is (NEEDS in ROLES[role])
        assert (address("edit", "person", people) in person) is (CHANGE in ROLES[role])
        assert (address("erase", "person", people) in person) is (ERASE in ROLES[role])


def test_the_rights_are_given_in_the_form_of_a_group(client):
    client.force_login(make_user(is_superuser=True))
    soup = soup_of(client.get(reverse("wagtailusers_groups:add")))
    offered = {item.get("value") for item in soup.select("input[name=permissions]")}
    codenames = CODENAMES.values()
    wanted = Permission.objects.filter(content_type__app_label="trainings", codename__in=codenames)
    assert wanted.count() == 6
    assert {str(item.pk) for item in wanted} <= offered


def test_set_up_gives_the_rights_again_and_takes_none_away(people):
    organisers = make_user("Training organisers").groups.get()
    organisers.permissions.remove(Permission.objects.get(codename="view_registration"))
    organisers.permissions.add(Permission.objects.get(codename="view_feedback"))
    make_groups({})
    codenames = set(organisers.permissions.values_list("codename", flat=True))
    assert {"view_registration", "change_registration", "export_registration", "view_registrationneeds"} <= codenames
    assert "view_feedback" in codenames
    assert not codenames & {"delete_registration", "view_accesslogentry"}


def test_an_administrator_erases_a_person_after_a_question(client, people):
    client.force_login(user_of("Administrators"))
    assert client.get(address("erase", "person", people)).status_code == 200
    assert Registration.objects.filter(name="Salainen Ihminen").exists()
    client.post(address("erase", "person", people))
    people["person"].refresh_from_db()
    assert (people["person"].name, people["person"].is_active) == ("", False)
    assert people["person"].anonymised_at <= timezone.now()
    assert AccessLogEntry.objects.filter(action="person_erased", registration_number=people["person"].pk).exists()
