"""Setting documents with Typst: PDF that is PDF/UA-1 and PDF/A-2a in one file, and pictures of pages.

Templates stand in `templates/typst`, typefaces in `site_config/fonts`. What a document tells comes as plain values and
is never markup; nothing is fetched from anywhere.
"""

import base64
import fcntl
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext
from fontTools.ttLib import TTFont

TEMPLATES = settings.BASE_DIR / "templates" / "typst"
FONTS = settings.BASE_DIR / "site_config" / "fonts"
FAMILIES = {"Atkinson Hyperlegible Next", "Bricolage Grotesque", "Ubuntu"}
SECONDS = 20
# A document takes a core and 100 MB: more than these at once in one process would only wait for one another.
_places = threading.BoundedSemaphore(2)

# What people paste and the typefaces lack, though they have its like: hyphens and spaces of fixed kinds.
LIKE = str.maketrans(
    {"\u2010": "-", "\u2011": "-", "\u202f": "\u00a0", "\u2009": "\u00a0", "\u200b": None, "\ufeff": None}
)
# A run of letters too wide for a narrow column may break anywhere, at a soft hyphen.
ENDLESS, PIECE = re.compile(r"[^\W\d_]{24,}"), re.compile(r".{1,12}")
# The same for what people write of themselves: any characters, but not past a hyphen, where a line breaks by itself.
ENDLESS_RUN = re.compile(r"[^\s\u00ad-]{24,}")
# Stands for a character that neither has a glyph nor is made of others that have.
UNKNOWN = "\u25ca"
# Characters that are not drawn, so that no typeface needs them.
UNDRAWN = frozenset("\u00ad\n\r\t")


class TypesettingError(Exception):
    """A document could not be set; the text is Typst's own, in English, for logs."""


@dataclass(frozen=True)
class Job:
    """One document: a template, its data and options, and its form ("pdf", or "png" with its pixels per inch).

    `timestamp`: the Unix second that a PDF gives as its date.
    """

    template: str
    data: dict
    option: dict
    format: str = "pdf"
    ppi: float = 96
    timestamp: int = 0


@dataclass(frozen=True)
class Result:
    """`files`: one PDF, or a picture of each page; `facts`: what the template tells of itself (its `<facts>`)."""

    files: list[bytes]
    facts: dict


def typeset(job):
    """Set a document in a process of its own.

    Raises TypesettingError for a fault of the template, a missing typeface or glyph, or after SECONDS.
    """
    request = {"root": str(TEMPLATES), "fonts": str(FONTS), "families": sorted(FAMILIES), **vars(job)}
    with _places:
        try:
            done = subprocess.run(
                [sys.executable, "-m", "home.typst_process"],
                cwd=settings.BASE_DIR,
                input=json.dumps(request),
                capture_output=True,
                text=True,
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise TypesettingError(f"not ready in {SECONDS} seconds") from error
    if done.returncode:
        raise TypesettingError(done.stderr[-2000:] or f"the process ended with {done.returncode}")
    answer = json.loads(done.stdout)
    if "error" in answer:
        raise TypesettingError(answer["error"])
    return Result([base64.b64decode(file) for file in answer["files"]], answer["facts"])


@cache
def fingerprint():
    """Sixteen hexadecimal digits that change with the engine, the templates and the typefaces."""
    digest = hashlib.sha256(version("typst").encode())
    for path in sorted([*TEMPLATES.glob("*.typ"), *FONTS.glob("*.ttf")]):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def key_of(job):
    """Sixty-four hexadecimal digits that change with anything that a document shows."""
    told = json.dumps([fingerprint(), vars(job)], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


def families():
    """The names of the typefaces that are there."""
    tables = [TTFont(path, lazy=True)["name"] for path in FONTS.glob("*.ttf")]
    return {table.getBestFamilyName() for table in tables}


@cache
def drawn_characters():
    """The code points that every typeface of text can draw; Ubuntu stands beside the emblem alone."""
    paths = [path for path in FONTS.glob("*.ttf") if not path.name.startswith("Ubuntu")]
    return frozenset.intersection(*(frozenset(TTFont(path, lazy=True).getBestCmap()) for path in paths))


@cache
def drawn_with_fallback():
    """The code points that can be drawn where Ubuntu helps the typefaces of text: Sámi, Greek and Cyrillic too."""
    fallback = frozenset(TTFont(FONTS / "Ubuntu-400.ttf", lazy=True).getBestCmap())
    # No code points of private use or for control: PDF/A forbids them.
    return frozenset(code for code in drawn_characters() | fallback if unicodedata.category(chr(code))[0] != "C")


def drawn_as(character):
    """A character itself, its nearest (with fewer marks, as plain letters), UNKNOWN, or "" for what is not seen."""
    drawn = drawn_with_fallback()
    if ord(character) in drawn or character in UNDRAWN:
        return character
    parts = unicodedata.normalize("NFKD", character)
    for end in range(len(parts), 0, -1):
        nearest = unicodedata.normalize("NFC", parts[:end])
        if all(ord(part) in drawn and not unicodedata.combining(part) for part in nearest):
            return nearest
    return "" if unicodedata.category(character)[0] in "CM" else UNKNOWN


def drawable(text):
    """What people write of themselves, on one line, as it can be drawn with Ubuntu as a fallback: never an error."""
    composed = unicodedata.normalize("NFC", " ".join(text.split())).translate(LIKE)
    drawn = "".join(map(drawn_as, composed))
    return ENDLESS_RUN.sub(lambda found: "\u00ad".join(PIECE.findall(found[0])), drawn)


def undrawable(text):
    """The characters of a text that the typefaces lack, each once, in order."""
    drawn = drawn_characters()
    found = (
        character for character in text.translate(LIKE) if character not in UNDRAWN and ord(character) not in drawn
    )
    return list(dict.fromkeys(found))


def undrawable_message(text):
    """What to tell an editor of the first character that cannot be printed; empty if all can."""
    found = undrawable(text)
    if not found:
        return ""
    name = unicodedata.name(found[0], "")
    return gettext("The typefaces cannot print the character “%(character)s” (%(name)s). Leave it out.") % {
        "character": found[0],
        "name": f"U+{ord(found[0]):04X} {name}".strip(),
    }


def printable(text):
    """A text with the like of what the typefaces lack, in which no word is wider than a column."""
    return ENDLESS.sub(lambda found: "\u00ad".join(PIECE.findall(found[0])), text.translate(LIKE))


@contextmanager
def one_at_a_time(name):
    """Let one thread of one process of this machine at a time do what has this name."""
    path = Path(tempfile.gettempdir()) / f"typesetting-{hashlib.sha256(name.encode()).hexdigest()[:32]}.lock"
    # In a folder that all may write to: never through a link, and for nobody else to open.
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
    finally:
        os.close(file)
