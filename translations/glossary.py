"""The project's terms in texts: where they stand, in whatever form, and how they are to be translated."""

import re
from collections import defaultdict
from functools import lru_cache
from itertools import pairwise

from home.words import base_forms, is_form_of, shared_beginning
from translations.markup import TAG
from translations.models import GlossaryTerm

# A word, with what is hung on it: THL:n, EU-hanke, women's.
WORD = re.compile(r"[^\W_]+(?:[-:’'][^\W_]+)*")
HUNG_ON = re.compile(r"(?::\w+|[’']s?)$")


def terms_for(source_locale, target_locale):
    """The terms of a pair of languages, one query."""
    return list(
        GlossaryTerm.objects.filter(source_locale=source_locale, target_locale=target_locale).select_related(
            "source_locale", "target_locale"
        )
    )


def found(terms, text):
    """[(term, start, end)] where terms of terms_for() stand in a text, in their order; the longest where several fit.

    The text is plain or has inline tags, over which no term is found.
    """
    if not terms:
        return []
    wanted = tuple((term.source, term.is_case_sensitive) for term in terms)
    phrases = phrases_of(terms[0].source_locale.language_code, wanted)
    return [(terms[number], start, end) for number, start, end in phrases.found(text)]


def misused(term, text, language):
    """(whether none of a term's translations stands in a text, the forbidden words that do, as they are written)."""
    wanted = [*((word, True) for word in term.targets), *((word, False) for word in term.forbidden_words)]
    phrases = phrases_of(language, tuple((word, term.is_case_sensitive) for word, _is_fit in wanted))
    matches = phrases.found(text)
    is_missing = not any(wanted[number][1] for number, _start, _end in matches)
    return is_missing, [text[start:end] for number, start, end in matches if not wanted[number][1]]


# A page is checked text by text with the same terms.
@lru_cache(maxsize=512)
def phrases_of(language, texts):
    return Phrases([(number, *text) for number, text in enumerate(texts)], language)


class Phrases:
    """Words and phrases of one language that are looked for in texts.

    `phrases`: (key, text, whether capital letters matter).
    """

    def __init__(self, phrases, language):
        self.language = language.split("-")[0]
        self.by_start = defaultdict(list)
        for key, text, is_case_sensitive in phrases:
            words = [bare(match[0]) for match in WORD.finditer(text)]
            if words:
                for start in self.starts(words[0]):
                    self.by_start[start].append((key, words, is_case_sensitive))

    def starts(self, word):
        """By what a word and its forms can be looked up."""
        word = word.lower()
        return {word[:3], *base_forms(word)} if self.language == "fi" else {word[:3]}

    def found(self, text):
        """[(key, start, end)] in a text, the longest phrases first chosen, none over another."""
        words = words_of(text)
        matches = []
        for number, (word, start, _end) in enumerate(words):
            tried = []
            for beginning in self.starts(word):
                for phrase in self.by_start.get(beginning, ()):
                    if phrase not in tried:
                        tried.append(phrase)
                        key, parts, is_case_sensitive = phrase
                        here = words[number : number + len(parts)]
                        if self.fits(parts, here, text, is_case_sensitive):
                            matches.append((len(parts), here[-1][2] - start, key, start, here[-1][2]))
        matches.sort(key=lambda match: match[:2], reverse=True)
        chosen = []
        for _words, _length, key, start, end in matches:
            if all(end <= other_start or start >= other_end for _key, other_start, other_end in chosen):
                chosen.append((key, start, end))
        return sorted(chosen, key=lambda match: match[1])

    def fits(self, parts, here, text, is_case_sensitive):
        if len(here) < len(parts):
            return False
        gaps = (text[one[2] : other[1]] for one, other in pairwise(here))
        return all(gap.isspace() for gap in gaps) and all(
            self.is_form(word, part, is_case_sensitive) for part, (word, _start, _end) in zip(parts, here, strict=True)
        )

    def is_form(self, word, part, is_case_sensitive):
        if is_case_sensitive:
            common = shared_beginning(word.lower(), part.lower())
            if word[:common] != part[:common]:
                return False
        return is_form_of(word, part, self.language)


def bare(word):
    return HUNG_ON.sub("", word) or word


def words_of(text):
    """[(word without what is hung on it, start, end)] of a text, those inside of tags apart."""
    edges = [0, *(edge for tag in TAG.finditer(text) for edge in tag.span()), len(text)]
    runs = zip(edges[::2], edges[1::2], strict=True)
    return [(bare(match[0]), *match.span()) for start, end in runs for match in WORD.finditer(text, start, end)]
