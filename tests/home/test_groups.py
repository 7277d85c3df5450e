"""Who may do what in the CMS."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation, TranslationSource

from blog.models import BlogIndexPage
from home.models import Organisation, SiteSettings, SiteTexts, Topic
from tests.factories import add, home_of, index_of, make_post, make_training, make_user
from trainings.models import TrainingIndexPage

pytestmark = pytest.mark.django_db


def rights(group, page):
    tester = page.permissions_for_user(make_user(group))
    return {
        name
        for name in ("add_subpage", "edit", "publish", "unpublish", "delete", "lock", "publish_subpage")
        if getattr(tester, f"can_{name}")()
    }


def put(client, address, text):
    """Save as the translators' screen does."""
    return client.put(address, urlencode({"value": text}), content_type="application/x-www-form-urlencoded")


@pytest.mark.parametrize(("own", "other"), [("sv", "en"), ("en", "sv"), ("sv", "fi"), ("en", "fi")])
def test_a_translator_edits_only_the_tree_of_the_own_language(client, own, other):
    user = make_user("Translators: %(language)s", own)
    mine, theirs = make_post(own), make_post(other)
    assert mine.permissions_for_user(user).can_edit()
    assert mine.permissions_for_user(user).can_publish()
    assert not theirs.permissions_for_user(user).can_edit()
    assert not theirs.permissions_for_user(user).can_publish()
    client.force_login(user)
    assert client.get(f"/cms/pages/{mine.pk}/edit/").status_code == 200
    assert client.get(f"/cms/pages/{theirs.pk}/edit/").status_code == 302
    assert client.post(f"/cms/pages/{theirs.pk}/unpublish/").status_code == 302
    theirs.refresh_from_db()
    assert theirs.live


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_an_editor_writes_and_publishes_in_every_language_alone(language):
    assert rights("Editors", make_post(language)) >= {"edit", "publish", "unpublish"}
    assert "add_subpage" in rights("Editors", index_of(BlogIndexPage, language))


def test_an_editor_cannot_reach_users_settings_or_the_root(client):
    client.force_login(make_user("Editors"))
    for address in ("/cms/users/", "/cms/groups/", "/cms/sites/", "/cms/redirects/", "/cms/feedback/", "/cms/locales/"):
        assert client.get(address).status_code in (302, 403), address
    assert client.get("/cms/pages/add/home/homepage/1/").status_code in (302, 403)


def test_an_administrator_manages_users_and_redirects_and_reads_feedback(client):
    client.force_login(make_user("Administrators"))
    settings = SiteSettings.objects.get()
    for address in (
        "/cms/users/",
        "/cms/users/new/",
        "/cms/redirects/",
        "/cms/redirects/add/",
        "/cms/feedback/",
        f"/cms/settings/home/sitesettings/{settings.site_id}/",
    ):
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize(
    ("group", "language", "orders", "deletes_terms"),
    [
        ("Editors", None, True, True),
        ("Moderators", None, True, True),
        ("Administrators", None, True, True),
        ("Translators: %(language)s", "sv", True, True),
        ("Training organisers", None, False, False),
    ],
)
def test_who_edits_or_translates_may_order_translations_and_keep_the_glossary(group, language, orders, deletes_terms):
    user = make_user(group, language)
    assert user.has_perm("wagtail_localize.submit_translation") is orders
    assert user.has_perm("translations.delete_glossaryterm") is deletes_terms
    assert user.has_perm("translations.add_glossaryterm") is (group != "Training organisers")
    assert user.has_perm("translations.change_glossaryterm") is (group != "Training organisers")


def test_a_training_organiser_edits_trainings_and_nothing_else():
    user = make_user("Training organisers")
    training, post = make_training(), make_post()
    assert training.permissions_for_user(user).can_publish()
    assert index_of(TrainingIndexPage).permissions_for_user(user).can_add_subpage()
    assert not post.permissions_for_user(user).can_edit()
    assert not home_of().permissions_for_user(user).can_edit()


def test_a_reader_with_no_group_does_not_enter_the_cms(client):
    client.force_login(make_user())
    assert client.get("/cms/").status_code == 302
    assert client.get("/cms/pages/").status_code == 302


def test_nobody_enters_without_signing_in(client):
    for address in ("/cms/", "/cms/pages/", f"/cms/pages/{make_post().pk}/edit/", "/cms/images/"):
        response = client.get(address)
        assert response.status_code == 302
        assert response["Location"].startswith("/cms/login/")


@pytest.mark.parametrize("group", ["Editors", "Moderators", "Administrators"])
def test_shared_content_can_be_opened_by_those_who_may_change_it(client, group):
    client.force_login(make_user(group))
    topic = Topic.objects.filter(locale__language_code="fi").first()
    assert client.get("/cms/snippets/home/topic/").status_code == 200
    assert client.get(f"/cms/snippets/home/topic/edit/{topic.pk}/").status_code == 200
    assert client.get("/cms/snippets/home/sitetexts/").status_code == 200
    assert SiteTexts.objects.count() == 3


def test_a_translator_changes_shared_content_of_the_own_language_alone(client):
    client.force_login(make_user("Translators: %(language)s", "sv"))
    for code in ("sv", "fi", "en"):
        topic = Topic.objects.filter(locale__language_code=code).first()
        address = f"/cms/snippets/home/topic/edit/{topic.pk}/"
        answer = client.get(address)
        # To the translators' desk, or away.
        assert answer.url.startswith("/cms/translations/") is (code == "sv"), code
        if code != "sv":
            client.post(address, {"name": "Muutettu", "slug": "muutettu"})
            assert Topic.objects.get(pk=topic.pk).name == topic.name


@pytest.mark.parametrize(
    ("name", "segments", "stored"),
    [
        ("edit_string_translation", "stringsegment_set", StringTranslation),
        ("edit_override", "overridablesegment_set", SegmentOverride),
    ],
)
def test_a_translator_translates_shared_content_into_the_own_language_alone(client, name, segments, stored):
    client.force_login(make_user("Translators: %(language)s", "sv"))
    organisation = Organisation.objects.filter(locale__language_code="fi").first()
    organisation.url = "https://example.org/"
    organisation.save()
    source, _created = TranslationSource.update_or_create_from_instance(organisation)
    segment = getattr(source, segments).order_by("pk").first()
    for code, statuses in {"sv": (200, 201), "en": (403,)}.items():
        translation = Translation.objects.get(source=source, target_locale__language_code=code)
        address = reverse(f"wagtail_localize:{name}", args=[translation.pk, segment.pk])
        assert put(client, address, "vaihdettu").status_code in statuses, code
        found = str(list(stored.objects.filter(context=segment.context, locale=translation.target_locale).values()))
        assert ("vaihdettu" in found) is (code == "sv")


def test_a_translator_translates_pages_of_the_own_language_by_their_own_rights(client):
    client.force_login(make_user("Translators: %(language)s", "sv"))
    source, _created = TranslationSource.update_or_create_from_instance(index_of(BlogIndexPage))
    segment = source.stringsegment_set.first()
    for code, status in {"sv": 200, "en": 403}.items():
        translation = Translation.objects.get(source=source, target_locale__language_code=code)
        address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
        assert put(client, address, "Rubrik").status_code == status, code


def test_nobody_translates_without_signing_in(client):
    translation = Translation.objects.filter(source__specific_content_type__model="topic").first()
    address = reverse("wagtail_localize:download_pofile", args=[translation.pk])
    assert client.get(address)["Location"].startswith("/cms/login/")
    assert client.get(reverse("wagtail_localize:download_pofile", args=[10**8])).status_code == 302


def test_only_one_index_of_a_kind_stands_in_a_language():
    assert not BlogIndexPage.can_create_at(home_of("fi"))
    assert not TrainingIndexPage.can_create_at(home_of("sv"))
    index = index_of(BlogIndexPage, "en")
    index.delete()
    assert BlogIndexPage.can_create_at(home_of("en"))
    assert add(home_of("en"), BlogIndexPage(title="Blog", slug="blog", summary="Posts.")).live
