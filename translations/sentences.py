"""Where a sentence of a Finnish, Swedish or English text ends, so that parts of paragraphs can be found again."""

import re

from translations.markup import BREAK, TAG, is_balanced

# An end, closing quotes, a space, and what may begin a sentence.
END = re.compile(r"[.!?…]+[\"”’»)\]]*(\s+)(?=[\"“”„‘’»«(\[–—-]*\s*[A-ZÅÄÖÉÜ\d])")
BEFORE = re.compile(r"([\w.]*\w)\.+[\"”’»)\]]*$")
# After these a text goes on, also with a capital letter: esim. Helsinki.
GOES_ON = {
    *("esim", "mm", "ks", "vrt", "nk", "ns", "os", "puh", "klo", "n", "ent", "fil", "tri", "prof", "huom"),  # fi
    *("ex", "tex", "bla", "dvs", "sk", "kl", "ca", "nr", "tel", "fd", "jfr", "resp", "st"),  # sv
    *("eg", "ie", "mr", "mrs", "ms", "dr", "no", "vs", "approx", "cf"),  # en
}
# These may end a sentence.
MAY_END = {"jne", "ym", "yms", "tms", "jms", "mm", "osv", "etc"}


def sentences(data):
    """The sentences of a text with inline tags, as texts with inline tags. A `<br/>` ends a sentence too.

    None if a tag runs over the end of a sentence, so that its parts would not be whole.
    """
    parts = [data[start:end] for start, end in spans(data)]
    return parts if all(map(is_balanced, parts)) else None


def spans(data):
    """(start, end) of each sentence in a text with inline tags."""
    edges = [0, *(edge for match in BREAK.finditer(data) for edge in match.span()), len(data)]
    lines = zip(edges[::2], edges[1::2], strict=True)
    pieces = [piece for start, end in lines for piece in spans_of_line(data, start, end)]
    return [trimmed for start, end in pieces if (trimmed := trim(data, start, end))]


def spans_of_line(data, start, end):
    shown, places = without_tags(data, start, end)
    begun = 0
    for match in END.finditer(shown):
        if not is_within_sentence(shown[begun : match.start(1)], shown[match.end()]):
            # The space is between the tags that close one sentence and those that open the next.
            yield start, places[match.start(1)]
            start, begun = places[match.end() - 1] + 1, match.end()
    yield start, end


def without_tags(data, start, end):
    """A part of a text without its tags, and the place in `data` of each of its signs."""
    shown, places = [], []
    for tag in [*TAG.finditer(data, start, end), None]:
        until = tag.start() if tag else end
        shown.append(data[start:until])
        places.extend(range(start, until))
        start = tag.end() if tag else end
    return "".join(shown), places


def trim(data, start, end):
    """The same span without spaces at its ends; None if nothing is left."""
    piece = data[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    return (start, end) if start < end else None


def is_within_sentence(before, following):
    """Whether the full stop at the end of `before` belongs to an abbreviation or a number, seen what follows."""
    match = BEFORE.search(before)
    if match is None:
        return False
    token = match[1]
    bare = token.replace(".", "").lower()
    if bare.isdigit():
        # "3. 3. 2024", and "1. Sign up" at the beginning of a line.
        return following.isdigit() or before.strip() == match[0].strip()
    if bare in MAY_END and token.count(".") == 0 and bare != "mm":
        return False
    parts = token.split(".")
    is_dotted = len(parts) > 1 and all(1 <= len(part) <= 3 and part.isalpha() for part in parts)
    is_initial = len(token) == 1 and token.isupper()
    return bare in GOES_ON or is_initial or (is_dotted and bare not in MAY_END)
