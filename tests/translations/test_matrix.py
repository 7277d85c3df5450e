"""The matrix: what it lists, for whom, and the file for ordering translations."""

import csv
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import Page
from wagtail.users.models import UserProfile

from tests.factories import make_post, make_standard_page, make_topic, make_training, make_user, republish
from tests.translations.translating import followed, write, write_all
from translations import jobs
from translations.matrix import matching_sources
from translations.models import Job
from translations.publishing import publish

pytestmark = pytest.mark.django_db
ADDRESS = "/cms/translations/"


def sign_in(client, user):
    UserProfile.objects.create(user=user, preferred_language="en")
    client.force_login(user)
    return user


@pytest.fixture
def editor(client):
    return sign_in(client, make_user("Editors"))


def permissions(*codenames):
    return Permission.objects.filter(codename__in=codenames)


def look(client, **query):
    response = client.get(ADDRESS, query)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def row_of(soup, source):
    """{column heading: text} of a source's row; None if it is not listed."""
    table = soup.select_one("table.matrix")
    box = table and table.find("input", {"name": "sources", "value": str(source.pk)})
    if not box:
        return None
    heads = [" ".join(th.get_text().split()) for th in table.select("thead tr > *")]
    cells = box.find_parent("tr").find_all(["td", "th"], recursive=False)
    return {head: " ".join(cell.get_text(" ").split()) for head, cell in zip(heads, cells, strict=True)}


def titles(soup):
    return [" ".join(th.get_text().split()) for th in soup.select("table.matrix tbody th[scope=row]")]


def test_a_row_tells_the_states_of_a_page_in_each_language(client, editor):
    page = make_standard_page(summary="Kaksi sanaa.")
    translation = followed(page, "sv")
    write(translation, 0)
    row = row_of(look(client, q=page.title), page)
    assert row["Svenska"].startswith("In translation 50 %")
    assert "2 words left" in row["Svenska"]
    assert row["English"].startswith("Missing Send for translation")


def test_the_work_is_one_link_away(client, editor):
    page = make_standard_page()
    translation = followed(page, "sv")
    soup = look(client, q=page.title)
    links = [a["href"] for a in soup.select("table.matrix tbody td a")]
    assert reverse("translations:segments", args=[translation.pk]) in links
    assert f"{reverse('wagtail_localize:submit_page_translation', args=[page.pk])}?select_locale=en" in links


def test_who_does_it_by_when_is_told_and_what_is_late_is_called_so(client, editor):
    page = make_standard_page()
    today = timezone.localdate()
    late, soon = followed(page, "sv"), followed(page, "en")
    somebody = make_user(first_name="Aino", last_name="Översättare")
    jobs.order(late, None, {"assignee": somebody, "due_on": today - timedelta(days=1)})
    jobs.order(soon, None, {"due_on": today + timedelta(days=1)})
    row = row_of(look(client, q=page.title), page)
    assert "Aino Översättare" in row["Svenska"]
    assert "Overdue:" in row["Svenska"]
    assert "Overdue" not in row["English"]
    assert "Due " in row["English"]
    assert row["Next due date"].endswith("Overdue")


def test_what_is_finished_is_never_overdue(client, editor):
    page = make_standard_page()
    translation = followed(page, "sv")
    job = jobs.order(translation, None, {"due_on": timezone.localdate() - timedelta(days=9)})
    Job.objects.filter(pk=job.pk).update(state=Job.State.PUBLISHED)
    assert "Overdue" not in row_of(look(client, q=page.title), page)["Svenska"]
    assert row_of(look(client, due="overdue"), page) is None


def test_texts_by_a_machine_are_counted(client, editor):
    page = make_standard_page()
    write_all(followed(page, "sv"), "machine")
    assert "2 texts by a machine, unread" in row_of(look(client, q=page.title), page)["Svenska"]


# Filters


class Found:
    """What is listed; a page is in it whichever of its models is asked for."""

    def __init__(self, rows):
        self.keys = set(rows.values_list("translation_key", flat=True))

    def __contains__(self, source):
        return source.translation_key in self.keys


def listed(user, **query):
    data = QueryDict(mutable=True)
    for name, value in query.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return Found(matching_sources(user, data))


def test_by_state_a_row_is_listed_if_it_is_in_the_state_in_any_language():
    user = make_user("Editors")
    missing, begun, live = make_standard_page(), make_standard_page(), make_standard_page()
    followed(begun, "sv")
    for language in ("sv", "en"):
        translation = followed(live, language)
        write_all(translation)
        publish(translation, None)
    assert missing in listed(user, state="missing")
    assert begun in listed(user, state="missing")
    assert live not in listed(user, state="missing")
    assert begun in listed(user, state=["translating", "review"])
    assert live not in listed(user, state=["translating", "review"])
    assert begun not in listed(user, state="missing", language="sv")
    assert live in listed(user, state=["up_to_date", "draft"])
    republish(live, summary="Uusi.")
    assert live in listed(user, state="outdated")


def test_state_person_and_day_must_hold_for_one_language_together():
    user, other = make_user("Editors"), make_user()
    page = make_standard_page()
    swedish, english = followed(page, "sv"), followed(page, "en")
    write_all(english)
    today = timezone.localdate()
    jobs.order(swedish, None, {"assignee": user, "due_on": today - timedelta(days=1)})
    jobs.order(english, None, {"assignee": other, "due_on": today})
    assert page in listed(user, assignee="me")
    assert page in listed(user, assignee=str(other.pk))
    assert page not in listed(user, assignee="nobody")
    assert page in listed(user, assignee="me", due="overdue", state="translating")
    assert page not in listed(user, assignee="me", state="draft")
    assert page not in listed(user, assignee=str(other.pk), due="overdue")
    assert page in listed(user, assignee=str(other.pk), due="week")


def test_what_nobody_has_taken_is_found_with_and_without_a_job():
    user = make_user("Editors")
    with_job, without, never_sent = make_standard_page(), make_standard_page(), make_standard_page()
    jobs.job_of(followed(with_job, "sv"))
    followed(without, "sv")
    found = listed(user, assignee="nobody")
    assert with_job in found
    assert without in found
    assert never_sent not in found


def test_by_section_and_type():
    user = make_user("Editors")
    post, training = make_post(), make_training()
    section = Page.objects.get(pk=post.get_parent().pk)
    assert post in listed(user, section=str(section.pk))
    assert training not in listed(user, section=str(section.pk))
    assert post in listed(user, type="blog.blogpage")
    assert training not in listed(user, type="blog.blogpage")


def test_the_search_knows_no_capital_letters():
    user = make_user("Editors")
    page = make_standard_page(title="Äitien kerho")
    assert page in listed(user, q="äitien")
    assert page not in listed(user, q="isien")


def test_snippets_are_listed_too(client, editor):
    topic = make_topic("Yhteisöllisyys")
    write_all(followed(topic, "sv"))
    row = row_of(look(client, kind="home.topic", q="yhteisö"), topic)
    assert row["Title"] == "Yhteisöllisyys"
    assert row["Svenska"].startswith("Draft 100 %") or row["Svenska"].startswith("Up to date 100 %")
    assert topic in listed(editor, kind="home.topic", state=["missing"])


@pytest.mark.parametrize(
    "query",
    [
        {"kind": "auth.user"},
        {"kind": "x"},
        {"state": "x"},
        {"section": "9999999"},
        {"section": "x"},
        {"type": "x.y"},
        {"language": "de"},
        {"assignee": "0"},
        {"assignee": "x"},
        {"due": "x"},
        {"ordering": "password"},
        {"p": "x"},
        {"p": "99999"},
        {"q": "'\"%_\\"},
        {"export": "pdf"},
    ],
    ids=str,
)
def test_wrong_parameters_break_nothing(client, editor, query):
    assert client.get(ADDRESS, query).status_code == 200
    assert client.get(f"{ADDRESS}results/", query).status_code == 200


def test_a_wrong_filter_selects_nothing_for_an_order():
    make_standard_page()
    assert not listed(make_user("Editors"), state="x").keys


# Order


def test_rows_stand_in_the_order_of_the_tree_or_as_asked(client, editor):
    first, second = make_standard_page(title="Järjestys B"), make_standard_page(title="Järjestys A")
    jobs.order(followed(second, "sv"), None, {"due_on": timezone.localdate()})
    assert titles(look(client, q="järjestys")) == [first.title, second.title]
    assert titles(look(client, q="järjestys", ordering="title")) == [second.title, first.title]
    assert titles(look(client, q="järjestys", ordering="due")) == [second.title, first.title]
    assert titles(look(client, q="järjestys", ordering="-due")) == [second.title, first.title]
    assert titles(look(client, q="järjestys", ordering="-changed")) == [second.title, first.title]


# Rights


def test_a_translator_has_one_column_and_no_link_to_the_source(client):
    page, own = make_standard_page(), make_standard_page("sv")
    sign_in(client, make_user("Translators: %(language)s", "sv"))
    soup = look(client, q=page.title)
    row = row_of(soup, page)
    assert "Svenska" in row
    assert "English" not in row
    assert not soup.select("table.matrix tbody th a")
    assert row_of(look(client, q=own.title), own) is None


def test_an_organiser_sees_the_trainings_and_may_send_nothing(client):
    training, page = make_training(), make_standard_page()
    sign_in(client, make_user("Training organisers"))
    soup = look(client, q=training.title)
    assert row_of(soup, training)["Svenska"] == "Missing"
    assert row_of(look(client, q=page.title), page) is None
    assert {button["value"] for button in soup.select("button[name=kind]")} == {"pretranslate", "publish"}


def test_an_editor_may_do_everything_with_the_selected_ones(client, editor):
    page = make_standard_page()
    soup = look(client, q=page.title)
    form = soup.select_one("form[method=post]")
    assert form["action"] == reverse("translations:bulk")
    assert form.find("input", {"name": "model"})["value"] == "wagtailcore.page"
    assert {box["value"] for box in form.select("input[name=languages]")} == {"sv", "en"}
    assert {button["value"] for button in form.select("button[name=kind]")} == {
        "submit",
        "assign",
        "pretranslate",
        "publish",
    }
    everything = form.find("input", {"name": "query"})["value"]
    assert page in Found(matching_sources(editor, QueryDict(everything)))


@pytest.mark.parametrize("address", ["", "results/", "?export=csv", "?export=xlsx"])
def test_somebody_without_rights_is_refused(client, address):
    user = make_user()
    user.user_permissions.add(*permissions("access_admin"))
    sign_in(client, user)
    response = client.get(f"{ADDRESS}{address}")
    assert response.status_code in (302, 403)
    assert b"matrix" not in response.content


def test_nobody_sees_it_without_signing_in(client):
    assert client.get(ADDRESS).status_code == 302


def test_the_menu_has_it_for_those_for_whom_there_is_something(client):
    sign_in(client, make_user("Translators: %(language)s", "sv"))
    assert reverse("translations:matrix") in client.get("/cms/").content.decode()


def test_the_report_of_wagtail_localize_leads_to_it(client, editor):
    assert client.get(reverse("wagtail_localize:translations_report")).url == ADDRESS
    assert reverse("wagtail_localize:translations_report") not in client.get("/cms/").content.decode()


# The file


def exported(client, **query):
    response = client.get(ADDRESS, {"export": "csv", **query})
    return list(csv.DictReader(StringIO(response.getvalue().decode())))


def test_the_file_has_a_line_for_each_source_and_language(client, editor):
    page = make_standard_page(title="Tilattava sivu", summary="Kaksi sanaa.")
    translation = followed(page, "sv")
    write(translation, 0)
    jobs.order(translation, None, {"due_on": timezone.localdate()})
    swedish, english = exported(client, q="tilattava")
    assert swedish["Language"] == "Svenska"
    assert (swedish["Texts"], swedish["Texts left"], swedish["Words"], swedish["Words left"]) == ("2", "1", "4", "2")
    assert swedish["Due date"] == str(timezone.localdate())
    assert english["State"] == "Missing"
    assert (english["Texts"], english["Words left"]) == ("2", "4")
    assert english["Address"].endswith(page.url)


def test_what_was_never_sent_is_counted_too(client, editor):
    make_standard_page(title="Tilattava sivu", summary="Kaksi sanaa.")
    swedish, _english = exported(client, q="tilattava")
    assert (swedish["Texts"], swedish["Words"], swedish["Words left"]) == ("2", "4", "4")


def test_the_file_has_what_the_filters_give(client, editor):
    page = make_standard_page(title="Tilattava sivu")
    followed(page, "sv")
    assert [line["Language"] for line in exported(client, q="tilattava", state="missing")] == ["English"]
    assert [line["Language"] for line in exported(client, q="tilattava", language="sv")] == ["Svenska"]


def test_a_translator_gets_a_file_of_one_language(client):
    make_standard_page(title="Tilattava sivu")
    sign_in(client, make_user("Translators: %(language)s", "sv"))
    assert {line["Language"] for line in exported(client)} == {"Svenska"}


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@x"])
def test_no_title_becomes_a_formula(client, editor, title):
    make_standard_page(title=f"{title} tilattava")
    assert exported(client, q="tilattava")[0]["Title"] == f"'{title} tilattava"
    response = client.get(ADDRESS, {"export": "xlsx", "q": "tilattava"})
    cell = load_workbook(BytesIO(response.getvalue())).active["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (f"{title} tilattava", "s", True)


def test_a_snippet_is_in_the_file_too(client, editor):
    make_topic("Tilattava aihe")
    line = exported(client, kind="home.topic", q="tilattava")[0]
    assert line["Title"] == "Tilattava aihe"
    assert line["Words"] == "2"
