"""Values of which the content modules are made: texts in every language, and references by key.

A content module is plain data. `T` holds one text in each language, `Ref` points at something that the
writer has made before (a topic, a contact, an organisation, an image, a page). `home.content.writer` turns
them into pages and into wagtail-localize translations.
"""

from dataclasses import dataclass


class T(dict):
    """One text in several languages: `T(fi="Hanke", sv="Projektet", en="The project")`."""


@dataclass(frozen=True)
class Ref:
    """A reference to an object made earlier, for example `Ref("topic", "encounter")`."""

    kind: str
    key: str


def in_language(value, language):
    """Return `value` with each `T` replaced by its text in `language`; containers are walked through.

    Raises KeyError when a text lacks the language.
    """
    if isinstance(value, T):
        return value[language]
    if isinstance(value, dict):
        return {key: in_language(item, language) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(in_language(item, language) for item in value)
    return value


def languages_of(value):
    """The languages in which a content has words; none if it has the same in all."""
    if isinstance(value, T):
        return set(value)
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return set().union(*map(languages_of, items))
