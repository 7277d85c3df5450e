"""PO files down and up: what comes back is kept, what is wrong is told."""

import random

import polib
import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from tests.factories import make_post, make_user, republish, stream
from translations import po

from .translating import followed, locale, say, segments, translate_all

LINKED = '<p>Lue <a href="https://example.org/">ohje</a> ja <b>toimi</b>.</p>'

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return make_post(title="Hyvä uutinen", summary="Kunta kuulee.", body=stream(("rich_text", LINKED)))


@pytest.fixture
def translation(page):
    return followed(page)


@pytest.fixture
def user(client):
    user = make_user("Translators: %(language)s", "sv")
    client.force_login(user)
    return user


def download(client, translation):
    response = client.get(reverse("translations:po_download", args=[translation.pk]))
    assert response.status_code == 200
    return response.content.decode()


def upload(client, translation, content, name="translations:po"):
    """Give a file back; returns the messages."""
    content = content.encode() if isinstance(content, str) else content
    file = SimpleUploadedFile("file.po", content)
    response = client.post(reverse(name, args=[translation.pk]), {"file": file})
    assert response.status_code == 302
    return [str(message) for message in get_messages(response.wsgi_request)]


def rows(translation):
    found = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale=translation.target_locale
    )
    return {
        (row.translation_of.data, row.context.path): (row.data, row.translation_type, row.tool_name, row.has_error)
        for row in found
    }


def edited(content, **texts):
    """A PO file with other texts: {the beginning of a source text: translation}."""
    file = polib.pofile(content)
    for entry in file:
        for beginning, text in texts.items():
            if entry.msgid.startswith(beginning):
                entry.msgstr = text
    return str(file)


def test_a_file_that_comes_back_as_it_was_changes_nothing(client, user, translation, page):
    translate_all(translation)
    first, second, _third = segments(translation)
    say(translation, first, "Hyvä uutinen", tool_name="kept")
    say(translation, second, "Av en maskin.", translation_type="machine", tool_name="Dummy")
    republish(page, summary="Aivan toinen lause.")
    translation.source.update_from_db()
    say(translation, next(s for s in segments(translation) if "Aivan" in s.string.data), "En annan mening.")
    before = rows(translation)
    assert len(before) == 4
    content = download(client, translation)
    assert [entry.msgid for entry in polib.pofile(content) if entry.obsolete] == ["Kunta kuulee."]
    upload(client, translation, content)
    assert rows(translation) == before


def test_what_was_lost_meanwhile_comes_back_with_its_marks(client, user, translation):
    translate_all(translation)
    first, second, _third = segments(translation)
    say(translation, first, "Hyvä uutinen", tool_name="kept")
    say(translation, second, "Av en maskin.", translation_type="machine", tool_name="Dummy")
    content = download(client, translation)
    StringTranslation.objects.filter(context__object_id=translation.source.object_id).delete()
    upload(client, translation, content)
    found = {source: values for (source, _path), values in rows(translation).items()}
    assert found["Hyvä uutinen"][1:] == ("manual", "kept", False)
    assert found["Kunta kuulee."][1] == "machine"
    assert translation.get_progress() == (3, 3)


def test_a_changed_text_is_taken_and_a_fuzzy_one_is_not_done(client, user, translation):
    content = edited(download(client, translation), Hyvä="God nyhet", Kunta="Kommunen kanske lyssnar.")
    file = polib.pofile(content)
    file.find("Kunta kuulee.").flags.append("fuzzy")
    said = upload(client, translation, str(file))
    assert len(said) == 2
    found = {source: values for (source, _path), values in rows(translation).items()}
    assert found["Hyvä uutinen"] == ("God nyhet", "manual", "PO", False)
    assert found["Kunta kuulee."][:2] == ("Kommunen kanske lyssnar.", "machine")
    # Read and no longer fuzzy: done.
    file.find("Kunta kuulee.").flags.clear()
    upload(client, translation, str(file))
    assert {s: v for (s, _p), v in rows(translation).items()}["Kunta kuulee."][1] == "manual"


@pytest.mark.parametrize("name", ["translations:po", "wagtail_localize:upload_pofile"])
def test_broken_marks_are_kept_as_errors_and_told(client, user, translation, name):
    content = edited(download(client, translation), Lue='Läs <a id="a9">detta</a> <script>alert(1)</script>')
    said = upload(client, translation, content, name)
    assert len(said) == 2
    assert [values[3] for values in rows(translation).values()] == [True]
    assert translation.get_progress() == (3, 0)
    page = client.get(reverse("translations:segments", args=[translation.pk])).content.decode()
    assert "text__check--serious" in page
    preview = client.get(reverse("translations:preview", args=[translation.pk])).content.decode()
    assert "alert(1)" not in preview


@pytest.mark.parametrize("name", ["translations:po", "wagtail_localize:upload_pofile"])
@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content.replace("X-WagtailLocalize-TranslationID", "X-Nothing"),
        lambda content: content.replace('msgid "Hyvä', 'msgidd "Hyvä'),
        lambda content: content.encode("latin-1"),
        lambda content: content.replace("Language: sv", "Language: en"),
        lambda content: content + "#" * po.MOST_BYTES,
        lambda content: content.encode() + b"\x00",
        lambda content: "",
        lambda content: "/etc/passwd",
        lambda content: b"\x89PNG\r\n\x1a\n" + bytes(range(1, 256)),
    ],
    ids=["no header", "damaged", "latin-1", "English", "too large", "null byte", "empty", "a path", "a picture"],
)
def test_a_file_that_cannot_be_taken_is_told_and_changes_nothing(client, user, translation, name, spoil):
    content = edited(download(client, translation), Hyvä="God nyhet")
    said = upload(client, translation, spoil(content), name)
    assert len(said) == 1
    assert rows(translation) == {}


def test_the_file_of_another_page_says_whose_it_is(client, user, translation):
    other = followed(make_post(title="Muu sivu"))
    (said,) = upload(client, translation, download(client, other))
    assert "Muu sivu" in said


def test_the_file_of_another_language_says_which(client, user, page, translation):
    english = followed(page, "en")
    (said,) = upload(client, translation, str(po.written(english)))
    assert str(locale("en")) in said


def test_no_file_is_told(client, user, translation):
    response = client.post(reverse("translations:po", args=[translation.pk]))
    assert len(list(get_messages(response.wsgi_request))) == 1


def test_a_title_that_does_not_fit_is_left_out_and_told(client, user, translation):
    said = upload(client, translation, edited(download(client, translation), Hyvä="N" * 300))
    assert len(said) == 2
    assert rows(translation) == {}


def test_texts_of_an_earlier_source_go_to_the_memory(client, user, page, translation):
    content = edited(download(client, translation), Kunta="Kommunen lyssnar.")
    republish(page, summary="Aivan toinen lause.")
    translation.source.update_from_db()
    upload(client, translation, content)
    assert [source for source, _path in rows(translation)] == ["Kunta kuulee."]
    assert translation.get_progress()[1] == 0


def test_whatever_a_damaged_file_says_something_is_told_and_no_translation_is_lost(client, user, translation):
    translate_all(translation)
    content, before = download(client, translation).encode(), set(rows(translation))
    chance = random.Random(5)  # noqa: S311
    for _round in range(60):
        spoiled = bytearray(content)
        for _spot in range(chance.randint(1, 6)):
            at = chance.randrange(len(spoiled))
            action = chance.randrange(3)
            if action == 0:
                spoiled[at] = chance.randrange(256)
            elif action == 1:
                del spoiled[at : at + chance.randint(1, 40)]
            else:
                spoiled[at:at] = chance.choice([b'"', b"\\", b"msgid ", b"\n", b"#~ ", b"[0]", b"#, fuzzy\n"])
        assert upload(client, translation, bytes(spoiled))
        assert set(rows(translation)) >= before


def test_a_file_goes_only_to_those_of_the_language(client, translation, page):
    english = followed(page, "en")
    client.force_login(make_user("Translators: %(language)s", "sv"))
    for name in ("translations:po_download", "wagtail_localize:download_pofile"):
        address = reverse(name, args=[english.pk])
        assert client.get(address, HTTP_X_REQUESTED_WITH="XMLHttpRequest").status_code == 403
