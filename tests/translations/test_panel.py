"""What the start page and the editor's screens tell of translations, to whom, and with which links."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from home.models import Organisation
from tests.factories import fresh, make_post, make_user, republish
from tests.reading import said, soup_of
from tests.translations.translating import followed, make_job, translator, write_all
from translations import jobs, publishing
from translations.models import Job

pytestmark = pytest.mark.django_db
CMS_LANGUAGE = "fi"

State = Job.State


@pytest.fixture(autouse=True)
def _jobs_of_the_demo():
    Job.objects.all().delete()


def panel(client):
    return soup_of(client.get("/cms/")).select_one("#my-translations, .my-translations")


def lists(client):
    """{heading: [titles]} of the panel."""
    found = panel(client)
    if found is None:
        return {}
    return {
        table.find_previous("h3").get_text().strip(): [
            row.select_one("td.title span").get_text() for row in table.select("tbody tr")
        ]
        for table in found.find_all("table")
    }


def job_for(user, title, *, by=None, days=None, state=State.TODO, reviewer=None, **values):
    due_on = None if days is None else timezone.localdate() + timedelta(days=days)
    translation = followed(make_post(title=title))
    return make_job(translation, by, state, assignee=user, reviewer=reviewer, due_on=due_on, **values)


def test_a_translator_without_work_sees_no_jobs(client):
    client.force_login(translator())
    assert lists(client) == {}


def test_the_most_urgent_work_stands_first(client):
    user = translator()
    job_for(user, "Joskus")
    job_for(user, "Kiireinen", priority=1)
    job_for(user, "Viikon päästä", days=7)
    job_for(user, "Myöhässä", days=-2, priority=3)
    job_for(user, "Valmis", state=State.PUBLISHED)
    job_for(translator(), "Toisen")
    client.force_login(user)
    heading = said("To translate", "fi")
    assert lists(client) == {heading: ["Myöhässä", "Viikon päästä", "Kiireinen", "Joskus"]}
    [late] = panel(client).select(".my-translations__late")
    assert "Myöhässä" in late.find_parent("tr").get_text()


def test_the_panel_goes_on_where_the_translator_was(client):
    user = translator()
    job, other = job_for(user, "Aloitettu"), job_for(user, "Aloittamaton")
    segment = job.translation.source.stringsegment_set.order_by("order")[1]
    jobs.note_edit(job, user, segment.context_id)
    client.force_login(user)
    links = {link.get_text(): link["href"] for link in panel(client).select("td.title a")}
    assert links["Aloitettu"] == f"/cms/translations/{job.translation_id}/#text-{segment.pk}"
    assert links["Aloittamaton"] == f"/cms/translations/{other.translation_id}/"


def test_the_panel_tells_how_much_is_left(client):
    user = translator()
    job = job_for(user, "Kahvila")
    write_all(job.translation, number=1)
    total, done = job.translation.get_progress()
    client.force_login(user)
    text = panel(client).get_text()
    assert f"{done * 100 // total} %" in text
    assert "Svenska" in text


def test_reviews_that_wait_and_what_one_has_ordered_are_there_too(client):
    editor, user = make_user("Editors"), translator()
    job_for(user, "Tarkistettava", reviewer=editor, state=State.REVIEW)
    job_for(user, "Kesken", by=editor)
    job_for(editor, "Oma", by=editor)
    client.force_login(editor)
    assert lists(client) == {
        said("To translate", "fi"): ["Oma"],
        said("Waiting for your review", "fi"): ["Tarkistettava"],
        said("Ordered by you, not ready", "fi"): ["Kesken"],
    }
    review = next(link for link in panel(client).select("td.title a") if "Tarkistettava" in link.get_text())
    assert review["href"].endswith("/review/")
    client.force_login(user)
    assert lists(client) == {said("To translate", "fi"): ["Kesken"]}


def test_what_is_in_review_is_not_with_the_translator(client):
    user = translator()
    job_for(user, "Tarkistettavana", reviewer=translator(), state=State.REVIEW)
    client.force_login(user)
    assert lists(client) == {}


def test_jobs_of_what_was_deleted_are_not_shown(client):
    user = translator()
    job = job_for(user, "Poistettu")
    job.translation.get_target_instance().delete()
    client.force_login(user)
    assert lists(client) == {}


def test_those_who_order_see_what_is_missing_and_outdated_in_each_language(client):
    editor = make_user("Editors")
    client.force_login(editor)

    def links():
        cache.clear()
        found = panel(client)
        return {link["href"]: int(link.get_text().split()[0]) for link in found.select("li a")}

    before = links()
    source = make_post()
    after = links()
    missing = "/cms/translations/?language=sv&state=missing"
    assert after[missing] == before.get(missing, 0) + 1
    translation = followed(source)
    write_all(translation)
    publishing.publish(translation, editor)
    republish(source, title="Uusi otsikko")
    outdated = "/cms/translations/?language=sv&state=outdated"
    assert links()[outdated] == before.get(outdated, 0) + 1
    client.force_login(translator())
    assert {link.partition("language=")[2][:2] for link in links()} == {"sv"}


@pytest.mark.parametrize("group", ["Training organisers", None])
def test_who_has_nothing_to_translate_sees_no_panel(client, group):
    user = make_user(group) if group else make_user()
    client.force_login(user)
    assert panel(client) is None


def test_the_panel_costs_no_query_for_each_job(client):
    user = translator()
    client.force_login(user)

    def cost():
        client.get("/cms/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/cms/")
        return len(queries)

    empty = cost()
    job_for(user, "Ensimmäinen", reviewer=make_user("Editors"))
    begun = job_for(user, "Aloitettu")
    jobs.note_edit(begun, user, begun.translation.source.stringsegment_set.first().context_id)
    few = cost()
    for number in range(8):
        job_for(user, f"Nro {number}", reviewer=make_user("Editors"))
    assert cost() == few
    assert few - empty <= 15


# While the source is edited


def banner(client, page):
    return soup_of(client.get(f"/cms/pages/{page.pk}/edit/")).select_one(".translations-banner")


def test_whoever_edits_a_source_is_told_how_its_translations_are(client):
    source = make_post()
    client.force_login(make_user("Editors"))
    assert banner(client, source) is None
    translation = followed(source)
    write_all(translation, number=1)
    found = banner(client, source)
    text = " ".join(found.get_text(" ").split())
    total, done = translation.get_progress()
    assert f"Svenska : {said('In translation', 'fi').lower()} , {total - done}" in text.replace("Svenska:", "Svenska :")
    assert f"English: {said('Missing', 'fi').lower()}" in text
    assert said("When you publish, the texts that have changed go to the translators.", "fi") in text
    links = [link["href"] for link in found.select("a")]
    assert f"/cms/translations/{translation.pk}/job/" in links
    assert f"/cms/localize/submit/page/{source.pk}/" in links


def test_the_banner_stands_once_also_when_the_form_has_errors(client):
    source = make_post()
    followed(source)
    client.force_login(make_user("Editors"))
    for _ in range(2):
        soup = soup_of(client.get(f"/cms/pages/{source.pk}/edit/"))
        assert len(soup.select(".translations-banner")) == 1
        assert not soup.select(".messages .info")


def test_shared_content_has_the_banner_too(client):
    organisation = Organisation.objects.filter(locale__language_code="fi").first()
    client.force_login(make_user("Editors"))
    soup = soup_of(client.get(f"/cms/snippets/home/organisation/edit/{organisation.pk}/"))
    text = soup.select_one(".translations-banner").get_text()
    assert said("When you save, the texts that have changed go to the translators.", "fi") in text
    assert "Svenska" in text


def test_a_page_that_is_new_or_not_translated_has_no_banner(client):
    client.force_login(make_user("Editors"))
    parent = fresh(make_post()).get_parent()
    assert b"translations-banner" not in client.get(f"/cms/pages/add/blog/blogpage/{parent.pk}/").content
    assert client.get("/cms/snippets/home/topic/add/").status_code == 200
