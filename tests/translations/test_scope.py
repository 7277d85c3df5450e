"""Which sources and languages somebody sees in the translators' workplace."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import GroupPagePermission, Locale, Page

from home.models import Topic
from tests.factories import home_of, index_of, make_post, make_standard_page, make_training, make_user, translate
from trainings.models import TrainingIndexPage
from translations.scope import may_see, models_of, scope_of

pytestmark = pytest.mark.django_db


def codes(scope):
    return [locale.language_code for locale in scope.languages]


def cells_of(scope, page):
    return {
        Locale.objects.get(pk=locale_id).language_code
        for key, locale_id in scope.cells(list(scope.rows()))
        if key == page.translation_key
    }


def sees(scope, page):
    return scope.rows().filter(pk=page.pk).exists()


def translator_below(*pages):
    """Somebody who may change everything below these pages, and nothing else."""
    user, group = make_user(), Group.objects.create(name="Below")
    user.groups.add(group)
    for page in pages:
        GroupPagePermission.objects.create(
            group=group, page=Page.objects.get(pk=page.pk), permission=Permission.objects.get(codename="change_page")
        )
    return user


def test_a_translator_sees_sources_of_other_languages_and_one_column():
    page, own = make_standard_page(), make_standard_page("sv")
    scope = scope_of(make_user("Translators: %(language)s", "sv"), Page)
    assert codes(scope) == ["sv"]
    assert sees(scope, page)
    assert not sees(scope, own)
    assert cells_of(scope, page) == {"sv"}


def test_an_editor_sees_everything_in_every_language_but_its_own():
    page, own = make_standard_page(), make_standard_page("sv")
    scope = scope_of(make_user("Editors"), Page)
    assert codes(scope) == ["fi", "sv", "en"]
    assert cells_of(scope, page) == {"sv", "en"}
    assert cells_of(scope, own) == {"fi", "en"}


def test_an_organiser_sees_the_trainings_alone():
    training, page = make_training(), make_standard_page()
    scope = scope_of(make_user("Training organisers"), Page)
    assert sees(scope, training)
    assert not sees(scope, page)
    assert cells_of(scope, training) == {"sv", "en"}


def test_a_section_of_one_language_shows_what_would_lie_there_and_what_does():
    section = index_of(TrainingIndexPage, "sv")
    missing, present, elsewhere = make_training(), make_training(), make_training()
    translate(present, "sv")
    moved = translate(elsewhere, "sv")
    outsider = translate(make_post(), "sv")
    moved.move(home_of("sv"), "last-child")
    scope = scope_of(translator_below(section), Page)
    assert codes(scope) == ["sv"]
    assert sees(scope, missing)
    assert sees(scope, present)
    assert not sees(scope, elsewhere)
    assert not scope.rows().filter(translation_key=outsider.translation_key).exists()


def test_rights_in_two_languages_show_each_what_it_gives():
    training, page = make_training(), make_standard_page()
    scope = scope_of(translator_below(index_of(TrainingIndexPage, "sv"), home_of("en")), Page)
    assert codes(scope) == ["sv", "en"]
    assert cells_of(scope, training) == {"sv", "en"}
    assert cells_of(scope, page) == {"en"}


def test_a_superuser_sees_everything():
    scope = scope_of(make_user(is_superuser=True), Page)
    assert codes(scope) == ["fi", "sv", "en"]
    assert sees(scope, make_standard_page())


def test_somebody_without_rights_sees_nothing():
    user = make_user()
    assert not may_see(user)
    assert models_of(user) == []
    assert not scope_of(user, Page).rows().exists()


def test_somebody_who_has_left_sees_nothing():
    user = make_user("Editors", is_active=False)
    assert not may_see(user)


def test_a_translator_sees_snippets_in_the_language_that_they_may_change():
    user = make_user("Translators: %(language)s", "sv")
    scope = scope_of(user, Topic)
    assert codes(scope) == ["sv"]
    assert Topic in models_of(user)
    assert not scope.rows().filter(locale__language_code="sv").exists()


def test_an_organiser_may_not_see_snippets_that_they_may_not_change():
    user = make_user("Training organisers")
    assert Topic not in models_of(user)
    assert codes(scope_of(user, Topic)) == []


@pytest.mark.parametrize("group", ["Editors", "Training organisers"])
def test_what_somebody_may_see_costs_few_queries(group):
    user = make_user(group)
    with CaptureQueriesContext(connection) as queries:
        scope = scope_of(user, Page)
        scope.cells(list(scope.rows()))
    assert len(queries) <= 8, [query["sql"] for query in queries]
