"""Set-up and demo: run again they change nothing, and they leave other people's content alone."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Locale, Page, Revision, Site
from wagtail_localize.models import StringTranslation, Translation

from home import outbox
from home.content.demo.registrations import REGISTRATIONS
from home.models import (
    Contact,
    HomePage,
    Organisation,
    OutboxMessage,
    SiteSettings,
    SiteTexts,
    StandardPage,
    Topic,
)
from tests.factories import demo_page, fresh, home_of, make_standard_page
from trainings.models import Answer, Call, Registration, RegistrationNeeds, Training, TrainingPage
from translations.models import GlossaryTerm, Job, JobEvent

pytestmark = pytest.mark.django_db

COUNTED = [
    Answer, Call, Contact, GlossaryTerm, Group, GroupCollectionPermission, GroupPagePermission, Job, JobEvent, Locale,
    Organisation, OutboxMessage, Page, Registration, RegistrationNeeds, Revision, Site, SiteSettings, SiteTexts,
    StringTranslation, Topic, Training, Translation,
]  # fmt: skip


def counts():
    return {model.__name__: model.objects.count() for model in COUNTED}


def set_up():
    call_command("setup_site", base_url="http://testserver", verbosity=0)


def demo():
    call_command("load_demo", base_url="http://testserver", verbosity=0)


def test_set_up_run_again_makes_nothing_new():
    before = counts()
    set_up()
    assert counts() == before


def test_the_demo_loaded_again_makes_nothing_new():
    before = counts()
    demo()
    assert counts() == before


def test_set_up_leaves_an_edited_page_and_edited_settings_as_they_are():
    page = StandardPage.objects.get(role="results", locale__language_code="fi")
    page.title, page.body = "Omat tulokset", []
    page.save_revision().publish()
    facts = SiteSettings.objects.get()
    facts.project_code = "S99999"
    facts.save()
    texts = SiteTexts.objects.get(locale__language_code="fi")
    texts.tagline = "Oma lause"
    texts.save()
    set_up()
    page = fresh(page)
    assert (page.title, len(page.body)) == ("Omat tulokset", 0)
    assert SiteSettings.objects.get().project_code == "S99999"
    assert SiteTexts.objects.get(pk=texts.pk).tagline == "Oma lause"


def test_set_up_makes_a_page_that_is_missing_in_all_languages():
    for code in ("fi", "sv", "en"):
        StandardPage.objects.get(role="cookies", locale__language_code=code).delete()
    set_up()
    pages = StandardPage.objects.filter(role="cookies")
    assert {page.locale.language_code: page.live for page in pages} == {"fi": True, "sv": True, "en": True}


def test_set_up_makes_a_language_that_is_missing(client):
    home_of("sv").delete()
    set_up()
    assert HomePage.objects.filter(locale__language_code="sv").exists()


def test_set_up_takes_the_address_of_the_site():
    call_command("setup_site", base_url="https://esimerkki.example", verbosity=0)
    site = Site.objects.get()
    assert (site.hostname, site.port, site.root_page.specific) == ("esimerkki.example", 443, home_of("fi"))


def test_set_up_refuses_an_address_that_is_none():
    with pytest.raises(CommandError, match="is not an address"):
        call_command("setup_site", base_url="esimerkki.example", verbosity=0)


def test_the_demo_refuses_a_site_with_other_content_and_names_it():
    page = make_standard_page(title="Kunnan oma sivu")
    before = counts()
    with pytest.raises(CommandError, match="Kunnan oma sivu"):
        demo()
    assert counts() == before
    assert fresh(page).title == "Kunnan oma sivu"


def test_the_demo_refuses_other_languages(settings):
    settings.LANGUAGES = [("fi", "Suomi"), ("sv", "Svenska")]
    with pytest.raises(CommandError, match="Finnish, Swedish and English"):
        demo()


@pytest.fixture
def four_languages(settings):
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [*settings.LANGUAGES, ("de", "Deutsch")]


def test_set_up_makes_a_missing_page_in_the_languages_whose_words_it_knows(four_languages):
    for page in StandardPage.objects.filter(role="cookies"):
        page.delete()
    set_up()
    pages = StandardPage.objects.filter(role="cookies")
    assert {page.locale.language_code for page in pages} == {"fi", "sv", "en"}


def test_set_up_of_an_empty_site_leaves_a_language_whose_words_it_does_not_know_a_draft(four_languages):
    empty_the_site()
    set_up()
    homes = {page.locale.language_code: page.live for page in HomePage.objects.all()}
    assert homes == {"fi": True, "sv": True, "en": True, "de": False}
    assert set(SiteTexts.objects.values_list("locale__language_code", flat=True)) == {"fi", "sv", "en"}
    before = counts()
    set_up()
    assert counts() == before


def empty_the_site():
    Site.objects.all().delete()
    for page in Page.objects.filter(depth=2):
        page.delete()
    for model in (Topic, Contact, Organisation, SiteTexts, SiteSettings):
        model.objects.all().delete()


def test_set_up_of_an_empty_site_makes_three_trees_with_their_duties(client):
    empty_the_site()
    set_up()
    for code, slugs in {
        "fi": "hanke tulokset kumppanikunnat valmennukset vinkkilistat blogi saavutettavuusseloste tietosuojaseloste "
        "evasteet yhteystiedot palaute",
        "sv": "projektet resultat partnerkommuner utbildningar tipslistor blogg tillganglighetsutlatande "
        "dataskyddsbeskrivning kakor kontakt respons",
        "en": "project results municipalities trainings tip-lists blog accessibility-statement privacy-notice cookies "
        "contact feedback",
    }.items():
        for address in (f"/{code}/", *(f"/{code}/{slug}/" for slug in slugs.split())):
            assert client.get(address).status_code == 200, address
    assert not any(client.get("/fi/blogi/").context["listing"].items)


def test_set_up_claims_nothing_that_nobody_assessed(client):
    facts = SiteSettings.objects.get()
    assert facts.accessibility_state == ""
    assert facts.assessed_on is None
    assert facts.controller == ""
    assert facts.feedback_recipient == ""


def test_translations_of_the_demo_are_complete_but_for_the_ones_left_so_on_purpose():
    incomplete, outdated = [], []
    for translation in Translation.objects.select_related("source", "target_locale"):
        total, done = translation.get_progress()
        instance = translation.source.get_source_instance()
        if total != done:
            incomplete.append(str(instance))
        if isinstance(instance, Page) and translation.source.last_updated_at < instance.specific.last_published_at:
            outdated.append(instance.slug)
    # One is half translated; of the other the source has changed.
    assert set(incomplete) == {"8 vinkkiä työhön kokemusasiantuntijan kanssa", "Silta kohti ihmislähtöistä kuntaa"}
    assert outdated == []


def test_the_translators_of_the_demo_have_something_to_do():
    jobs = Job.objects.exclude(assignee=None).order_by("due_on").select_related("translation")
    assert [(job.state, str(job.assignee)) for job in jobs] == [
        ("todo", "translator-sv"),
        ("review", "translator-sv"),
        ("todo", "translator-sv"),
    ]
    assert all(job.due_on > timezone.localdate() for job in jobs)
    half = jobs.last().translation
    assert half.get_progress() == (20, 9)
    draft = half.get_target_instance()
    assert (draft.live, draft.slug) == (False, "erfarenhetsexpertis-i-arbetet")
    assert (
        GlossaryTerm.objects.filter(target_locale__language_code="sv", source="vertaistuki").get().target
        == "kamratstöd"
    )


def test_the_demo_knows_its_languages_and_coming_trainings():
    assert Training.objects.upcoming().count() >= 2
    assert Training.objects.past().count() == 4
    assert Training.objects.filter(is_published=False).count() == 0
    states = {training.state for training in Training.objects.upcoming()}
    assert states == {"few", "queue", "open"}


def test_the_people_of_the_demo_are_invented():
    people = Registration.objects.all()
    assert people.count() == sum(map(len, REGISTRATIONS.values()))
    assert {item.email.partition("@")[2] for item in people} == {"example.org", ""}
    assert all(item.telephone.startswith("050 000 ") for item in people if item.telephone)
    assert {item.language for item in people} == {"fi", "sv", "en"}
    assert len({item.organisation_type for item in people}) == 6
    assert Call.objects.get().registration.email == ""


def test_the_questions_of_the_demo_are_asked_in_every_language():
    page = demo_page("kunta-ja-yhdistykset-yhteiseen-tyohon")
    pages = TrainingPage.objects.filter(translation_key=page.translation_key)
    texts, ids = set(), set()
    for page in pages:
        texts.add(tuple(block.value["label"] for block in page.questions))
        texts.add(tuple(page.questions[0].value["options"]))
        ids.add(tuple(tuple(facts["options"]) for facts in page.question_facts().values()))
    assert (len(pages), len(texts), len(ids)) == (3, 6, 1)
    assert {answer.text for answer in Answer.objects.filter(question__kind="choice")} == set(
        Training.objects.get(key=page.translation_key).questions.get(kind="choice").options.values()
    )


def test_a_first_run_of_the_demo_that_broke_is_completed_and_nobody_is_sent_mail(mailoutbox):
    row = Training.objects.get(key=demo_page("selkea-viesti-kuntalaiselle").translation_key)
    before = {**counts(), "OutboxMessage": row.registrations.count(), "Revision": None}
    row.registrations.all().delete()
    Training.objects.filter(pk=row.pk).update(last_number=0)
    fresh(demo_page("silta-kohti-ihmislahtoista-kuntaa")).get_latest_revision().delete()
    demo()
    assert {**counts(), "Revision": None} == before
    row.refresh_from_db()
    assert row.state == "queue"
    assert set(OutboxMessage.objects.values_list("state", flat=True)) == {"sent"}
    outbox.send_due()
    assert mailoutbox == []
