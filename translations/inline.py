"""Texts as translators write them: no HTML, but short marks for links and emphasis, such as ⟨a1⟩…⟨/a1⟩ and ⟨b⟩…⟨/b⟩.

wagtail-localize keeps texts as HTML of inline tags. Between both forms nothing is lost.
"""

import difflib
import html
import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail_localize.strings import INLINE_TAGS, StringValue

NAMES = "|".join(sorted((name for name in INLINE_TAGS if name != "br"), key=len, reverse=True))
TAG = re.compile(rf'<(?P<end>/?)(?P<name>{NAMES}|br)(?:\s+id="(?P<id>\w+)")?\s*/?>')
# A mark of a link has its number: ⟨a1⟩. ⟨lt⟩ stands for the sign ⟨ itself, where it would else begin a mark.
MARK = re.compile(rf"⟨(?P<end>/?)(?:(?P<link>a\d+)|(?P<name>{NAMES})|(?P<sign>lt))⟩")
WORD = re.compile(r"⟨/?\w+⟩|\w+|\s+|[^\w\s]")


def to_text(data):
    """The text that translators see of stored HTML. What is not a known tag is shown as it stands."""
    pieces, links, at = [], [], 0
    for tag in TAG.finditer(data):
        pieces.append(plain(data[at : tag.start()]))
        at = tag.end()
        if tag["name"] == "br":
            pieces.append("\n")
        elif tag["name"] != "a":
            pieces.append(f"⟨{tag['end']}{tag['name']}⟩")
        elif tag["end"]:
            pieces.append(f"⟨/{links.pop() if links else 'a'}⟩")
        else:
            links.append(tag["id"] if re.fullmatch(r"a\d+", tag["id"] or "") else "a")
            pieces.append(f"⟨{links[-1]}⟩")
    return "".join([*pieces, plain(data[at:])])


def plain(data):
    # A line break in HTML is a space; a text's own is a tag.
    return MARK.sub(lambda mark: f"⟨lt⟩{mark[0][1:]}", html.unescape(data).replace("\n", " "))


def to_data(text):
    """The HTML to store of what a translator wrote. Raises ValidationError for marks without their other half."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    pieces, is_open, at = [], [], 0
    for mark in MARK.finditer(text):
        pieces.append(escaped(text[at : mark.start()]))
        at = mark.end()
        name = mark["link"] or mark["name"]
        if mark["sign"]:
            pieces.append("⟨")
        elif not mark["end"]:
            is_open.append(name)
            pieces.append(f'<a id="{name}">' if mark["link"] else f"<{name}>")
        elif is_open and is_open[-1] == name:
            is_open.pop()
            pieces.append("</a>" if mark["link"] else f"</{name}>")
        else:
            raise ValidationError(_("The mark %(mark)s has no beginning there.") % {"mark": mark[0]}, code="marks")
    if is_open:
        raise ValidationError(_("The mark %(mark)s has no end.") % {"mark": f"⟨{is_open[-1]}⟩"}, code="marks")
    return StringValue.from_translated_html("".join([*pieces, escaped(text[at:])])).data


def escaped(text):
    return html.escape(text, quote=False).replace("\n", "<br>")


def marks(text):
    """The pairs of marks of a text as (beginning, end), each once, in order."""
    found = (mark["link"] or mark["name"] for mark in MARK.finditer(text) if not mark["sign"])
    return [(f"⟨{name}⟩", f"⟨/{name}⟩") for name in dict.fromkeys(found)]


@dataclass(frozen=True)
class Piece:
    """A part of a text to show: `kind` is "", "mark", "term", "del" or "ins"; `about` the term's translations."""

    text: str
    kind: str = ""
    about: str = ""


def pieces(text, terms=()):
    """A text cut at its marks and at terms of the glossary, which are given as (term, start, end)."""
    cuts = [(mark.start(), mark.end(), "mark", "") for mark in MARK.finditer(text) if not mark["sign"]]
    taken = [range(start, end) for start, end, _kind, _about in cuts]
    for term, start, end in terms:
        if not any(start < span.stop and span.start < end for span in taken):
            taken.append(range(start, end))
            cuts.append((start, end, "term", ", ".join(term.targets)))
    found, at = [], 0
    for start, end, kind, about in sorted(cuts):
        if start > at:
            found.append(Piece(text[at:start]))
        found.append(Piece(text[start:end], kind, about))
        at = end
    return [*found, Piece(text[at:])] if at < len(text) else found


def changes(old, new):
    """The new text with what was taken out and put in, word by word."""
    before, after = WORD.findall(old), WORD.findall(new)
    found = []
    for step, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if step == "equal":
            found.append(Piece("".join(after[c:d])))
            continue
        if b > a:
            found.append(Piece("".join(before[a:b]), "del"))
        if d > c:
            found.append(Piece("".join(after[c:d]), "ins"))
    return found
