"""Translations as PO files, for people who work in a program of their own. What is not changed there stays as it is."""

import tempfile
from collections import Counter
from pathlib import Path

import polib
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import String, StringTranslation, Translation, TranslationContext

from translations import jobs
from translations.segments import KEPT, Origin, origin_of

MOST_BYTES = 2 * 1024 * 1024
MARK = "X-WagtailLocalize-TranslationID"
FUZZY = "fuzzy"
TOOL = "PO"
MACHINE = StringTranslation.TRANSLATION_TYPE_MACHINE
MANUAL = StringTranslation.TRANSLATION_TYPE_MANUAL


class WrongFileError(Exception):
    """The file cannot be taken; the text says why, in the active language."""


def written(translation):
    """A translation as a polib.POFile: each text once, what nobody has read marked fuzzy."""
    file = translation.export_po()
    file.metadata |= {"Language": translation.target_locale.language_code, "Content-Transfer-Encoding": "8bit"}
    rows = rows_of(translation)
    seen = set()
    for entry in list(file):
        key = (entry.msgctxt, entry.msgid)
        if key in seen:
            file.remove(entry)
            continue
        seen.add(key)
        origin = origin_of(rows.get(key))
        if origin == Origin.MACHINE:
            entry.flags.append(FUZZY)
        elif origin == Origin.KEPT:
            entry.flags.append(KEPT)
    return file


def rows_of(translation):
    """{(path of the context, source text): StringTranslation} of everything ever translated for the object."""
    rows = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale=translation.target_locale_id
    ).select_related("translation_of", "context")
    return {(row.context.path, row.translation_of.data): row for row in rows}


def read(content, translation):
    """A polib.POFile from the bytes of a file. Raises WrongFileError in words."""
    if len(content) > MOST_BYTES:
        text = _("The file is too large: at most %(size)s megabytes.")
        raise WrongFileError(text % {"size": MOST_BYTES // 1024**2})
    if b"\x00" in content:
        raise WrongFileError(_("This is not a PO file, or it is damaged."))
    with tempfile.TemporaryDirectory() as folder:
        # polib takes a text for the name of a file if there is one of that name.
        path = Path(folder, "uploaded.po")
        path.write_bytes(content)
        try:
            file = polib.pofile(str(path), encoding="utf-8")
        except UnicodeDecodeError as error:
            raise WrongFileError(_("The file is not in the encoding UTF-8. Save it as UTF-8.")) from error
        except (OSError, ValueError, IndexError, KeyError, AttributeError, TypeError) as error:
            raise WrongFileError(_("This is not a PO file, or it is damaged.")) from error
    require_own(file, translation)
    return file


def require_own(file, translation):
    """Raise WrongFileError unless the file was downloaded from this translation and is in its language."""
    mark = file.metadata.get(MARK, "")
    if not mark:
        text = _("The file does not say to which translation it belongs. Download it anew and work on that.")
        raise WrongFileError(text)
    if mark != str(translation.uuid):
        try:
            other = Translation.objects.select_related("source", "target_locale").filter(uuid=mark).first()
        except ValidationError:  # not even a UUID
            other = None
        if other is None:
            raise WrongFileError(_("The file belongs to another translation."))
        text = _("The file belongs to another translation: “%(title)s”, %(language)s.")
        raise WrongFileError(text % {"title": other.source.object_repr, "language": other.target_locale})
    language = file.metadata.get("Language", "").replace("_", "-").lower()
    own = translation.target_locale.language_code.lower()
    if language and language != own and language.split("-")[0] != own.split("-")[0]:
        text = _("The file says that it is in the language “%(language)s”, but this translation is into %(own)s.")
        raise WrongFileError(text % {"language": language, "own": translation.target_locale})


@transaction.atomic
def take(file, translation, user):
    """Take over what was changed in a file. Returns a Counter: changed, same, unread, broken, old, unknown, refused.

    "unread": marked fuzzy, not taken as done. "broken": kept with an error. "old": of an earlier source, kept in the
    memory. "unknown": of no text that was ever here. "refused": a title that is too long.
    """
    type(translation).objects.select_for_update().get(pk=translation.pk)
    source = translation.source
    rows = rows_of(translation)
    current = set(source.stringsegment_set.values_list("context__path", "string__data"))
    strings = strings_of(source.locale_id, {entry.msgid for entry in file})
    contexts = {row.path: row for row in TranslationContext.objects.filter(object_id=source.object_id)}
    longest = Page._meta.get_field("draft_title").max_length
    told, is_written = Counter(), False
    for entry in file:
        key = (entry.msgctxt, entry.msgid)
        if not entry.msgstr:
            continue
        string, context = strings.get(entry.msgid), contexts.get(entry.msgctxt)
        if string is None or context is None:
            told["unknown"] += 1
            continue
        if entry.msgctxt == "title" and len(entry.msgstr) > longest:
            told["refused"] += 1
            continue
        is_fuzzy = FUZZY in entry.flags
        row = rows.get(key)
        if row and row.data == entry.msgstr and (is_fuzzy or row.translation_type == MANUAL):
            told["unread" if row.translation_type == MACHINE else "same"] += 1
            continue
        is_kept = KEPT in entry.flags and entry.msgstr == entry.msgid and not is_fuzzy
        row = row or StringTranslation(translation_of=string, context=context, locale_id=translation.target_locale_id)
        row.data = entry.msgstr
        row.translation_type = MACHINE if is_fuzzy else MANUAL
        row.tool_name = KEPT if is_kept else TOOL
        row.last_translated_by = user
        row.has_error, row.field_error = False, ""
        row.save()
        is_written |= key in current
        rows[key] = row
        if row.has_error:
            told["broken"] += 1
        elif key not in current:
            told["old"] += 1
        else:
            told["unread" if is_fuzzy else "changed"] += 1
    if is_written:
        job = jobs.job_of(translation)
        jobs.note_edit(job, user, job.last_context_id)
    return told


def strings_of(locale_id, texts):
    """{text: String} of the source texts that the site knows."""
    hashes = [String._get_data_hash(text) for text in texts]
    found = {}
    for start in range(0, len(hashes), 500):
        for string in String.objects.filter(locale_id=locale_id, data_hash__in=hashes[start : start + 500]):
            found[string.data] = string
    return found
