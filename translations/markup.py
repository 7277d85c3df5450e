"""The inline tags of texts that are translated: plain text, and tags that hold in another segment than their own."""

import re
from html import unescape

from bs4 import BeautifulSoup
from django.utils.html import escape
from wagtail_localize.strings import INLINE_TAGS, StringValue, validate_translation_links

TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)\b[^<>]*?(/?)>")
BREAK = re.compile(r"<br\s*/?>")
SPACES = re.compile(r"\s+")


def plain(data):
    """The text without tags; `<br/>` is a new line."""
    return unescape(TAG.sub("", BREAK.sub("\n", data)))


def normal(data):
    """What two texts are compared by: plain, with single spaces."""
    return SPACES.sub(" ", plain(data)).strip()


def is_balanced(data):
    """Whether every tag is closed in order."""
    return unclosed(data) is None


def unclosed(data):
    """The name of the first tag that is not closed, or closed without having been opened; None if there is none."""
    opened = []
    for is_end, name, is_empty in TAG.findall(data):
        if is_empty or name == "br":
            continue
        if not is_end:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return name
    return opened[-1] if opened else None


def fault(source, target):
    """Why wagtail-localize would not take `target` as a translation of `source`, in words, or None."""
    if "<" not in target:
        return None
    try:
        StringValue.from_translated_html(target)
        validate_translation_links(source, target)
    except ValueError as error:
        return str(error)
    return None


def links(data):
    """(id, text) of each link, in their order."""
    if "<" not in data:
        return []
    soup = BeautifulSoup(data, "html.parser")
    return [(link["id"], link.get_text().strip()) for link in soup.find_all("a", id=True)]


def fitted(target, source, segment):
    """A translation of `source` with tags that hold in `segment`, another text or the same with other tags.

    Links get the ids of the segment's links, by their text or, if there are as many, by their order; a link or tag that
    the segment does not have is taken off and its text kept.
    """
    if "<" not in target or source == segment:
        return target
    soup = BeautifulSoup(target, "html.parser")
    names = {name for _is_end, name, _is_empty in TAG.findall(segment)} | {"a", "br"}
    new_ids = paired_links(links(source), links(segment))
    for tag in soup.find_all(True):
        if tag.name == "a" and tag.get("id") in new_ids:
            tag["id"] = new_ids[tag["id"]]
        elif tag.name == "a" or tag.name not in names:
            tag.unwrap()
    data = str(soup)
    return data if fault(segment, data) is None else escape(plain(target))


def paired_links(old, new):
    """{id of an old link: id of the new link that stands for it}."""
    by_text = {text: number for number, text in new}
    found = {number: by_text[text] for number, text in old if text in by_text}
    if len(old) == len(new) and len(set(found.values())) < len(old):
        return {one[0]: other[0] for one, other in zip(old, new, strict=True)}
    return found


def tag_names(data):
    """Names of the inline tags in a text, once for each time."""
    return [name for is_end, name, _is_empty in TAG.findall(data) if not is_end and name in INLINE_TAGS]
