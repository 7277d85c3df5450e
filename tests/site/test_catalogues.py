"""Every string of ours is in the Finnish and the Swedish catalogue."""

import shutil

import polib
import pytest
from django.conf import settings
from django.core.management import call_command

LANGUAGES = ["fi", "sv"]


@pytest.fixture(scope="module")
def gathered(tmp_path_factory):
    """The catalogues as `make messages` would leave them, in a folder of their own."""
    if not shutil.which("xgettext"):
        pytest.skip("gettext is not installed (Debian: apt install gettext)")
    from django.test import override_settings

    folder = tmp_path_factory.mktemp("locale")
    shutil.copytree(settings.LOCALE_PATHS[0], folder, dirs_exist_ok=True)
    with pytest.MonkeyPatch.context() as patch, override_settings(LOCALE_PATHS=[str(folder)]):
        patch.chdir(settings.BASE_DIR)
        call_command(
            "makemessages", locale=LANGUAGES, no_location=True, ignore_patterns=[".venv/*", "var/*"], verbosity=0
        )
    return {language: polib.pofile(str(folder / language / "LC_MESSAGES" / "django.po")) for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated_and_none_is_fuzzy(gathered, language):
    catalogue = gathered[language]
    assert len(catalogue) > 500
    assert [entry.msgid for entry in catalogue.untranslated_entries()] == []
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_holds_no_message_that_nothing_uses(gathered, language):
    assert [entry.msgid for entry in gathered[language].obsolete_entries()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_those_of_the_source(gathered, language):
    import re

    pattern = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
    for entry in gathered[language]:
        for text in entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]:
            # A singular may say its number in words.
            wanted = set(pattern.findall(entry.msgid)) | set(pattern.findall(entry.msgid_plural))
            assert set(pattern.findall(text)) <= wanted, entry.msgid
            if not entry.msgid_plural and "%(day)s" not in entry.msgid:
                assert set(pattern.findall(text)) == wanted, entry.msgid
