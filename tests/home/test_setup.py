"""Set-up and demo: run again they change nothing, and they leave other people's content alone."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Locale, Page, Revision, Site
from wagtail_localize.models import StringTranslation, Translation

from home.models import Contact, HomePage, Organisation, SiteSettings, SiteTexts, StandardPage, Topic
from tests.factories import fresh, home_of, make_standard_page
from trainings.models import Training

pytestmark = pytest.mark.django_db

COUNTED = [
    Contact, Group, GroupCollectionPermission, GroupPagePermission, Locale, Organisation, Page, Revision, Site,
    SiteSettings, SiteTexts, StringTranslation, Topic, Training, Translation,
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
    assert incomplete == []
    assert set(outdated) == {"silta-kohti-ihmislahtoista-kuntaa"}


def test_the_demo_knows_its_languages_and_coming_trainings():
    assert Training.objects.upcoming().count() >= 2
    assert Training.objects.past().count() == 4
    assert Training.objects.filter(is_published=False).count() == 0
