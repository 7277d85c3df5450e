"""Words of the site's languages: where a long word of a heading may break, and which words are forms of one another."""

import logging
import re
import unicodedata
from functools import lru_cache
from itertools import pairwise, takewhile
from threading import Lock

from home.remembered import remember

logger = logging.getLogger(__name__)

SOFT_HYPHEN = "\u00ad"
BORDER = "·"
DICTIONARY = "fi"
LONGEST_UNBROKEN = 14
SHORTEST_PART = 3
SHORTEST_SYLLABLES = 4
# The longest end of a word that changes when it is inflected: vapaaehtoi|nen, vapaaehtoi|sten.
CHANGING_END = 3

# Voikko's classes of names.
NAMES = {"etunimi", "sukunimi", "paikannimi", "nimi"}

LONG_WORD = re.compile(rf"[^\W\d_]{{{LONGEST_UNBROKEN + 1},}}")
BETWEEN_SPACES = re.compile(r"\S+")
RUN = re.compile(rf"[\w{SOFT_HYPHEN}]+")
# E-mail and web addresses, paths, file names, tags: a hyphen in them would be copied with them.
ADDRESS = re.compile(r"[@#_\\]|://|^\W*/|\w\.\w")

# Ends that Swedish and English words get when they are inflected. Derived words (delaktig, delaktighet) are others.
INFLECTIONS = {
    "sv": {
        *("", "a", "e", "n", "t", "s", "r", "d", "en", "et", "an", "ar", "er", "or", "na", "as", "at", "de", "ad"),
        *("ens", "ets", "ars", "ers", "ors", "nas", "arna", "erna", "orna", "arnas", "ernas", "ornas", "ade", "ande"),
    },
    "en": {"", "s", "es", "e", "d", "ed", "ing", "y", "ies", "ied"},
}
# The longest end that Voikko's lack leaves to guess: osallisuu|dellammekin.
LONGEST_END = 9

handle_lock = Lock()


def soft_hyphens(text, language):
    """The text with U+00AD where its words of over 14 letters may break.

    Finnish words break at the borders of their compounds, and a part that is still too long between syllables; words
    of other languages, and words that Voikko does not know, only as an exception of the editors says. Words that hold
    soft hyphens already, addresses and words with digits stay as they are.
    """
    composed = unicodedata.normalize("NFC", text)
    if not LONG_WORD.search(composed):
        return text
    return broken_text(composed, language, one_copy(remember("hyphen-exceptions", read_exceptions)))


def read_exceptions():
    from home.models import HyphenException

    return tuple(HyphenException.objects.values_list("word", flat=True))


# The cache hands out a new tuple each time; every text that is remembered would keep one of its own.
@lru_cache(maxsize=1)
def one_copy(exceptions):
    """The first of equal tuples."""
    return exceptions


@lru_cache(maxsize=2048)
def broken_text(text, language, exceptions):
    """The same for known exceptions, words written as `kunta·työn·tekijä` in small letters."""

    def broken(run):
        word = run.group()
        if len(word) <= LONGEST_UNBROKEN or not word.isalpha():
            return word
        return SOFT_HYPHEN.join(cut(word, borders(word, language, exceptions)))

    def broken_unless_address(match):
        token = match.group()
        return token if ADDRESS.search(token) else RUN.sub(broken, token)

    return BETWEEN_SPACES.sub(broken_unless_address, text)


def cut(word, places):
    edges = [0, *places, len(word)]
    return [word[start:end] for start, end in pairwise(edges)]


def borders(word, language, exceptions):
    """Where a long word may break, as numbers of letters before each place."""
    found = finnish_borders(word) if language.split("-")[0] == "fi" else ()
    excepted = nearest_exception(word, exceptions)
    if excepted is None:
        return found
    length, places = excepted
    # An exception says nothing of what follows it: kuntatyöntekijä|verkosto.
    return [*places, *(place for place in found if place >= length)]


def nearest_exception(word, exceptions):
    """(length, borders) of the exception of which the word is a form or a compound, or None."""
    lowered = word.lower()
    best, nearest = (0, 0), None
    for marked in exceptions:
        parts = marked.split(BORDER)
        bare = "".join(parts)
        agreed = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(bare, lowered, strict=False)))
        # Short words change less at their ends, or "kunta" would hold for "kuntoilu".
        if agreed >= len(bare) - min(CHANGING_END, len(bare) // 5) and (agreed, -len(bare)) > best:
            places = [sum(map(len, parts[:count])) for count in range(1, len(parts))]
            best, nearest = (agreed, -len(bare)), (len(bare), [place for place in places if place <= agreed])
    return nearest


@lru_cache(maxsize=4096)
def finnish_borders(word):
    """Borders of the compound that Voikko finds, and of syllables in parts that are still too long; often none."""
    with handle_lock:
        handle = voikko()
        if handle is None:
            return ()
        structures = [analysis["STRUCTURE"] for analysis in handle.analyze(word) or handle.analyze(word.lower())]
        syllables = handle.getHyphenationPattern(word) if structures else ""
    if not structures:
        return ()
    # Of several readings the one with the fewest parts that are short enough: viikon·loppuisin, not viikon·loppu·isin.
    places = min((compound_borders(structure, len(word)) for structure in structures), key=partition_cost(word))
    found, start = [], 0
    for end in [*places, len(word)]:
        if end - start > LONGEST_UNBROKEN:
            found += [
                place
                for place in range(start + SHORTEST_SYLLABLES, end - SHORTEST_SYLLABLES + 1)
                if syllables[place] == "-"
            ]
        found.append(end)
        start = end
    return tuple(found[:-1])


def compound_borders(structure, length):
    """Places of the borders in Voikko's structure (`=ppppp=pppp`), those apart that would leave a stump."""
    places, letters, last = [], 0, 0
    for sign in structure:
        if sign != "=":
            letters += 1
        elif letters - last >= SHORTEST_PART and length - letters >= SHORTEST_PART:
            places.append(letters)
            last = letters
    return places


def partition_cost(word):
    def cost(places):
        longest = max(map(len, cut(word, places)))
        return (max(longest, LONGEST_UNBROKEN), len(places))

    return cost


def is_form_of(one, other, language):
    """Whether a word is a form of another: kunnan of kunta, kommunernas of kommun.

    Finnish words that Voikko knows are compared by their base forms, others by their beginnings.
    """
    one, other, language = one.lower(), other.lower(), language.split("-")[0]
    if one == other:
        return True
    if language == "fi":
        bases, other_bases = base_forms(one), base_forms(other)
        if bases and other_bases:
            return not bases.isdisjoint(other_bases)
        return is_probable_form(one, other)
    ends = INFLECTIONS.get(language, ())
    common = shared_beginning(one, other)
    if common < max(3, min(len(one), len(other)) - 2):
        return False
    # The last letter may double: rum, rummet.
    doubled = one[common - 1]
    return all(end in ends or (end[0] == doubled and end[1:] in ends) for end in (one[common:], other[common:]))


def is_probable_form(word, base):
    common = shared_beginning(word, base)
    return common >= 3 and common >= len(base) - min(CHANGING_END, len(base) // 5) and len(word) - common <= LONGEST_END


def shared_beginning(one, other):
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def base_forms(word):
    """The words of which a Finnish word may be a form, in small letters; none if Voikko does not know it."""
    return finnish_readings(word)[0]


def is_proper_name(word, language):
    """Whether a Finnish word can only be a name; of other languages nothing is known."""
    return language.split("-")[0] == "fi" and finnish_readings(word)[1]


@lru_cache(maxsize=8192)
def finnish_readings(word):
    """(base forms, whether it is a name in every reading)."""
    with handle_lock:
        handle = voikko()
        readings = [] if handle is None else handle.analyze(word) or handle.analyze(word.capitalize())
    bases = frozenset(reading["BASEFORM"].lower() for reading in readings if "BASEFORM" in reading)
    return bases, bool(readings) and all(reading.get("CLASS") in NAMES for reading in readings)


@lru_cache(maxsize=1)
def voikko():
    """The one handle of the process, or None; used under the lock only, since Voikko is not safe for threads."""
    try:
        import libvoikko

        # A Voikko that finds no library complains once more when it is thrown away; the library alone does not.
        libvoikko.VoikkoLibrary.open()
    except (ImportError, OSError) as error:
        logger.info("Words are not hyphenated: libvoikko is not installed (%s).", error)
        return None
    try:
        return libvoikko.Voikko(DICTIONARY)
    except libvoikko.VoikkoException as error:
        logger.info("Words are not hyphenated: Voikko has no dictionary (%s).", error)
        return None
