"""One door to machine translation: the memory first, then the glossary, and only then an engine, which may fail."""

import logging
import re
import threading
from dataclasses import dataclass, field

import requests
from django.conf import settings
from django.utils.html import escape
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.models import String
from wagtail_localize.strings import StringValue

from translations import glossary, memory
from translations.checks import has_nothing_to_translate
from translations.markup import fault, normal, plain, unclosed

logger = logging.getLogger(__name__)

# What an engine is asked at once, in texts and in letters, and how many seconds it has. Its own time limit (TIMEOUT)
# holds between two pieces of an answer, so that one that answers letter by letter would never end.
TEXTS_AT_ONCE, LETTERS_AT_ONCE, DEADLINE = 40, 5000, 60
# What a database does not take: NUL, and half a sign.
UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
# So many failures in a row, and the engine is left in peace.
MOST_FAILURES = 2


class StalledError(Exception):
    """The engine took too long."""


@dataclass
class Answer:
    """{text: translation} as StringValues, which of them are terms, and what went wrong, in the active language."""

    texts: dict = field(default_factory=dict)
    terms: set = field(default_factory=set)
    problems: list[str] = field(default_factory=list)


class Router(BaseMachineTranslator):
    """What wagtail-localize takes for its machine translator."""

    def __init__(self, options=None):
        super().__init__(options or {})
        self.engine = make_engine()

    @property
    def display_name(self):
        return str(self.engine.display_name) if self.engine else ""

    def can_translate(self, source_locale, target_locale):
        return self.engine is not None and self.engine.can_translate(source_locale, target_locale)

    def translate(self, source_locale, target_locale, strings):
        """{StringValue: StringValue}; what nobody could translate is left out. Raises nothing."""
        strings = list(strings)
        known = remembered(source_locale, target_locale, strings)
        answer = self.ask(source_locale, target_locale, [string for string in strings if string not in known])
        return {**answer.texts, **known}

    def ask(self, source_locale, target_locale, strings):
        """Translate texts (StringValues) by the glossary and the engine. Returns an Answer; raises nothing."""
        answer = Answer()
        if not self.can_translate(source_locale, target_locale):
            return answer
        terms = glossary.terms_for(source_locale, target_locale)
        language = source_locale.language_code
        asked = []
        for string in dict.fromkeys(strings):
            if translation := glossary_translation(string.data, terms):
                answer.texts[string] = StringValue(translation)
                answer.terms.add(string)
            elif has_nothing_to_translate(plain(string.data), language):
                answer.texts[string] = string
            else:
                asked.append(string)
        self.ask_engine(source_locale, target_locale, asked, answer)
        code = target_locale.language_code
        off = sum(
            is_off_glossary(plain(string.data), plain(answer.texts[string].data), terms, code)
            for string in asked
            if string in answer.texts
        )
        if off:
            text = ngettext(
                "%(engine)s did not follow the glossary in %(count)s text.",
                "%(engine)s did not follow the glossary in %(count)s texts.",
                off,
            )
            answer.problems.append(text % {"engine": self.display_name, "count": off})
        return answer

    def ask_engine(self, source_locale, target_locale, strings, answer):
        failures = unusable = 0
        for some in batches(strings):
            try:
                given = within(DEADLINE, lambda some=some: self.engine.translate(source_locale, target_locale, some))
                usable = {string: text for string in some if (text := usable_text(string, given))}
            except Exception as error:
                # An engine may raise anything. Neither its message nor its trace: they may quote the texts and the key.
                logger.warning("%s did not translate: %s", self.display_name, type(error).__name__)
                problem, is_hopeless = self.explain(error)
                if problem not in answer.problems:
                    answer.problems.append(problem)
                failures += 1
                if is_hopeless or failures == MOST_FAILURES:
                    break
                continue
            failures = 0
            answer.texts |= usable
            unusable += len(some) - len(usable)
        if unusable:
            text = ngettext(
                "%(engine)s gave nothing that can be used for %(count)s text: nothing, the same text, or broken tags.",
                "%(engine)s gave nothing that can be used for %(count)s texts: nothing, the same text, or broken tags.",
                unusable,
            )
            answer.problems.append(text % {"engine": self.display_name, "count": unusable})

    def explain(self, error):
        """(what went wrong in words, whether there is no use in asking on)."""
        values = {"engine": self.display_name}
        if isinstance(error, StalledError | requests.Timeout):
            return _("%(engine)s did not answer in time.") % values, True
        if isinstance(error, requests.HTTPError) and error.response is not None:
            status = error.response.status_code
            if status in (401, 403):
                return _("%(engine)s refuses the key of this site.") % values, True
            if status in (429, 456):
                return _("%(engine)s takes no more texts now. Try again later.") % values, True
            return _("%(engine)s answered with the error %(status)s.") % {**values, "status": status}, False
        # What is no JSON is among requests' own errors.
        if isinstance(error, requests.RequestException) and not isinstance(error, ValueError):
            return _("%(engine)s cannot be reached.") % values, True
        return _("%(engine)s answered with something that is no translation.") % values, False


def make_engine():
    """The engine of the settings, or None."""
    config = settings.TRANSLATION_ENGINE
    if not config:
        return None
    return import_string(config["CLASS"])(config.get("OPTIONS", {}))


def remembered(source_locale, target_locale, strings):
    """{text: translation} of what people have translated before."""
    rows = String.objects.filter(
        locale=source_locale, data_hash__in=[String._get_data_hash(string.data) for string in strings]
    )
    texts = dict(rows.values_list("pk", "data"))
    known = memory.exact(texts, source_locale, target_locale)
    return {StringValue(texts[pk]): StringValue(row.data) for pk, row in known.items()}


def glossary_translation(data, terms):
    """The preferred translation of a text that is a term and nothing else."""
    text = normal(data)
    for term in terms:
        is_same = text == term.source if term.is_case_sensitive else text.lower() == term.source.lower()
        if is_same and term.targets and "<" not in data:
            target = term.targets[0]
            if text[0].isupper() and term.source[0].islower():
                target = target[0].upper() + target[1:]
            return escape(target)
    return None


def is_off_glossary(source, target, terms, language):
    """Whether a translation lacks the term for something in its source, or has a forbidden one."""
    return any(
        is_missing or forbidden
        for term, _start, _end in glossary.found(terms, source)
        for is_missing, forbidden in [glossary.misused(term, target, language)]
    )


def batches(strings):
    """The texts in lists that are not too much for one question."""
    some, letters = [], 0
    for string in strings:
        if some and (len(some) == TEXTS_AT_ONCE or letters + len(string.data) > LETTERS_AT_ONCE):
            yield some
            some, letters = [], 0
        some.append(string)
        letters += len(string.data)
    if some:
        yield some


def usable_text(string, given):
    """What an engine gave for a text, if it is a translation that holds; else None."""
    data = getattr(given.get(string), "data", None)
    if not isinstance(data, str) or not plain(data).strip() or UNSTORABLE.search(data):
        return None
    if unclosed(data) or fault(string.data, data) or normal(data) == normal(string.data):
        return None
    return StringValue.from_translated_html(data)


def within(seconds, call):
    """What a call returns or raises, or StalledError if it takes longer. Its thread is left to itself then."""
    outcome = []

    def run():
        try:
            outcome.append((call(), None))
        except Exception as error:
            outcome.append((None, error))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if not outcome:
        raise StalledError
    result, error = outcome[0]
    if error:
        raise error
    return result
