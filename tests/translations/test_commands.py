"""The operator's commands: they may be run again, go page by page, and tell how it went."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from tests.factories import fresh, home_of, make_alias, make_standard_page, republish, translate
from tests.translations.translating import (
    locale,
    page_in,
    progress,
    publish_translated,
    translate_rest,
    translation_into,
)
from translations import checking
from translations.submit import submit

pytestmark = pytest.mark.django_db


def run(capsys, name, *args):
    call_command(name, *args)
    return capsys.readouterr().out


def found(kind):
    return [text for one, text in checking.findings() if one == kind]


def test_submit_sends_a_page_and_what_is_below_it_once(capsys):
    above = make_standard_page()
    below = make_standard_page(parent=above)
    path = f"/fi/{above.slug}/"
    assert "4 sent, 0 failed." in run(capsys, "translations_submit", "--root", path, "--locales", "sv,en")
    for page in (above, below):
        for code in ("sv", "en"):
            assert not page_in(page, code).live
    assert "0 sent, 0 failed." in run(capsys, "translations_submit", "--root", str(above.pk), "--locales", "sv,en")


def test_submit_can_leave_alone_what_is_there_by_hand(capsys):
    page = make_standard_page()
    translate(page, "sv")
    args = ("--root", str(page.pk), "--locales", "sv")
    assert "0 sent" in run(capsys, "translations_submit", *args, "--only-missing")
    assert "1 sent" in run(capsys, "translations_submit", *args)


def test_submit_says_what_it_does_not_know():
    with pytest.raises(CommandError, match="No such language: xx"):
        call_command("translations_submit", root="/fi/", locales="sv,xx")
    with pytest.raises(CommandError, match="No such page"):
        call_command("translations_submit", root="/fi/ei-ole/", locales="sv")


def test_submit_goes_on_after_a_page_that_fails_and_ends_with_an_error(capsys, monkeypatch):
    above = make_standard_page()
    below = make_standard_page(parent=above)
    original = type(above).clean

    def refuse(self):
        if self.locale.language_code == "sv" and self.translation_key == above.translation_key:
            raise ValidationError({"title": "Ei kelpaa."})
        original(self)

    monkeypatch.setattr(type(above), "clean", refuse)
    with pytest.raises(CommandError):
        call_command("translations_submit", root=str(above.pk), locales="sv,en")
    assert page_in(above, "sv") is None
    assert page_in(above, "en")
    assert page_in(below, "en")


def test_sync_takes_up_what_was_missed_and_only_that(capsys):
    Translation.objects.update(enabled=False)  # those of the demo
    changed, same = make_standard_page(), make_standard_page()
    for page in (changed, same):
        submit(page, locale("sv"), None)
        publish_translated(page)
    republish(changed, summary="Aivan uusi.")
    assert progress(changed) == (2, 2)
    out = run(capsys, "translations_sync")
    assert "1 texts to translate" in out
    assert "1 brought up to date, 0 failed." in out
    assert progress(changed) == (2, 1)
    assert "0 brought up to date" in run(capsys, "translations_sync")
    assert "2 brought up to date" in run(capsys, "translations_sync", "--all")


def test_check_finds_nothing_wrong_in_the_demo_but_what_is_made_wrong(capsys):
    assert "Nothing is wrong." in run(capsys, "translations_check")
    make_alias(make_standard_page(), "sv")
    with pytest.raises(CommandError) as error:
        call_command("translations_check")
    assert error.value.returncode == 1
    assert "alias: page" in capsys.readouterr().out


def test_check_finds_two_sources_and_mends_them_when_asked(capsys):
    page = make_standard_page()
    for code in ("sv", "en"):
        submit(page, locale(code), None)
    source, _is_new = TranslationSource.update_or_create_from_instance(page_in(page, "sv"))
    Translation.objects.create(source=source, target_locale=locale("en"))
    assert len(found("two sources")) == 1
    run(capsys, "translations_check", "--fix")
    assert found("two sources") == []
    assert translation_into(page, "en").enabled


def test_check_finds_what_is_live_but_incomplete_and_what_has_moved():
    page, parent = make_standard_page(), make_standard_page()
    submit(page, locale("sv"), None)
    publish_translated(page)
    StringTranslation.objects.filter(context__object_id=page.translation_key, context__path="summary").delete()
    assert len(found("live but incomplete")) == 1
    assert found("moved") == []
    fresh(page).move(fresh(parent), "last-child")
    assert len(found("moved")) == 1


def test_check_finds_lost_sources_and_targets():
    page, other = make_standard_page(), make_standard_page()
    for one in (page, other):
        submit(one, locale("sv"), None)
    fresh(page).delete()
    page_in(other, "sv").delete()
    Translation.objects.update(enabled=True)
    assert len(found("no source")) == 1
    assert len(found("no target")) == 1


def test_check_finds_texts_that_nobody_can_edit(monkeypatch):
    page = make_standard_page(summary="Piilossa.")
    submit(page, locale("sv"), None)
    assert found("hidden text") == []
    monkeypatch.setattr(checking.TabHelper, "get_field_tab", hides("summary", checking.TabHelper.get_field_tab))
    source = TranslationSource.objects.get_for_instance(page)
    assert [text for text in found("hidden text") if f"source {source.pk} " in text] == [
        f"source {source.pk} ({page.title}): summary"
    ]


def hides(name, whole):
    def get_field_tab(self, field_name):
        if field_name == name:
            raise KeyError(name)
        return whole(self, field_name)

    return get_field_tab


def test_the_home_page_with_everything_below_it_can_be_sent_again_and_again(capsys):
    page = home_of("fi")
    first = run(capsys, "translations_submit", "--root", "/fi/", "--locales", "sv")
    assert "0 failed." in first
    assert "0 sent, 0 failed." in run(capsys, "translations_submit", "--root", "/fi/", "--locales", "sv")
    assert not Page.objects.filter(locale=locale("sv"), alias_of__isnull=False, path__startswith=page.path).exists()
    translate_rest(translation_into(page, "sv"))
