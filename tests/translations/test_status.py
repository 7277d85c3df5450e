"""The states of translations, after whatever has happened to a page, a snippet and their translations."""

import pytest
from django.conf import settings
from django.db import transaction
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationLog, TranslationSource

from home.models import Topic
from tests.factories import fresh, home_of, make_standard_page, make_topic, stream
from tests.translations.translating import followed, write, write_all
from translations import jobs
from translations import status as module
from translations.models import Job
from translations.publishing import publish
from translations.status import State, Status, number_of_words, source_rows, status_of, statuses

LANGUAGES = ("sv", "en")
pytestmark = pytest.mark.django_db


# A slow reference, written from the rules


def slowly_found_sources(model):
    families = {}
    for item in model.objects.all():
        if model is Page and (item.alias_of_id or item.depth < 2):
            continue
        families.setdefault(item.translation_key, []).append(item)
    found = set()
    for family in families.values():
        languages = {item.locale_id for item in family}
        candidates = []
        for item in family:
            from_ = Translation.objects.filter(source__object_id=item.translation_key, target_locale=item.locale)
            if not any(translation.source.locale_id in languages for translation in from_):
                candidates.append(item)
        main = [item for item in candidates if item.locale.language_code == settings.LANGUAGE_CODE]
        if candidates:
            found.add(main[0] if main else min(candidates, key=lambda item: item.pk))
    return found


def slowly_found_status(model, source, locale):
    targets = model.objects.filter(translation_key=source.translation_key, locale=locale)
    target = next((item for item in targets if not getattr(item, "alias_of_id", None)), None)
    translation = Translation.objects.filter(
        source__object_id=source.translation_key, source__locale=source.locale, target_locale=locale
    ).first()
    kept = TranslationSource.objects.filter(object_id=source.translation_key, locale=source.locale).first()
    job = Job.objects.filter(translation=translation).first() if translation else None
    total = done = machine = words = words_left = 0
    newest = None
    for segment in StringSegment.objects.filter(source=kept) if kept else []:
        number = number_of_words(segment.string.data)
        row = StringTranslation.objects.filter(
            translation_of=segment.string, context=segment.context, locale=locale
        ).first()
        is_done = row is not None and not row.has_error
        total += 1
        done += is_done
        machine += row is not None and row.translation_type == "machine"
        words += number
        words_left += 0 if is_done else number
        if row and (newest is None or row.updated_at > newest):
            newest = row.updated_at
    if translation:
        assert (total, done) == translation.get_progress()
    if model is Page:
        is_live, published = (target.live, target.last_published_at) if target else (False, None)
    else:
        is_live = True
        log = TranslationLog.objects.filter(source=kept, locale=locale).order_by("created_at").last() if kept else None
        published = log.created_at if log else None
    changes = [kept.last_updated_at] if kept else []
    if model is Page and source.last_published_at:
        changes.append(source.last_published_at)

    if target is None:
        state = State.MISSING
    elif translation is None or not translation.enabled:
        state = State.SEPARATE
    elif job and job.state == Job.State.REVIEW:
        state = State.REVIEW
    elif is_live and (published is None or any(moment > published for moment in changes)):
        state = State.OUTDATED
    elif done < total:
        state = State.TRANSLATING
    elif machine:
        state = State.MACHINE
    elif not is_live or (newest and newest > published):
        state = State.DRAFT
    else:
        state = State.UP_TO_DATE
    has_work = target is not None and translation is not None and translation.enabled
    return Status(
        state=state,
        translation_id=translation.pk if has_work else None,
        target_id=target.pk if target else None,
        total=total,
        done=done,
        machine=machine,
        words=words,
        words_left=words_left,
        job_id=job.pk if job else None,
        source_id=kept.pk if kept else None,
    )


class History:
    """A page and a snippet, to which things happen."""

    def __init__(self):
        body = stream(("rich_text", "<p>Sama kappale.</p><p>Sama kappale.</p><p>Eri <b>kappale</b>.</p>"))
        self.page = make_standard_page(summary="Kaksi sanaa.", body=body)
        self.topic = make_topic("Osallisuus")
        self.number = 0

    def exists(self, source):
        return type(source).objects.filter(pk=source.pk).exists()

    def run(self, source, language, name, number):
        self.number += 1
        translation = Translation.objects.filter(
            source__object_id=source.translation_key, target_locale__language_code=language
        ).first()
        target = (
            type(source).objects.filter(translation_key=source.translation_key, locale__language_code=language).first()
        )
        if name in ("edit", "publish", "submit", "sync", "unpublish", "move", "delete_source"):
            if self.exists(source):
                getattr(self, name)(source, language, translation)
        elif name == "delete_target":
            if target:
                target.delete()
        elif name == "hand_back" and translation:
            Job.objects.filter(translation=translation).update(state=Job.State.IN_PROGRESS)
        elif name == "hand_in" and translation:
            job = jobs.job_of(translation)
            Job.objects.filter(pk=job.pk).update(state=Job.State.REVIEW)
        elif name == "stop" and translation:
            Translation.objects.filter(pk=translation.pk).update(enabled=False)
        elif name in ("write", "machine") and translation:
            write(translation, number, "machine" if name == "machine" else "manual")
        elif name == "write_all" and translation:
            write_all(translation)
        elif name == "break" and translation:
            write(translation, number, data="<p>Rikki</i>")
        elif name in ("publish_target", "unpublish_target") and translation and target and self.exists(source):
            if name == "publish_target":
                publish(translation, None, anyway=True)
            elif isinstance(target, Page):
                target.specific.unpublish()

    def edit(self, source, *_):
        if isinstance(source, Page):
            page = fresh(source)
            page.summary = f"Uusi tiivistelmä {self.number}."
            page.save_revision()
        else:
            Topic.objects.filter(pk=source.pk).update(name=f"Aihe {self.number}")

    def publish(self, source, *_):
        if isinstance(source, Page):
            fresh(source).get_latest_revision().publish()

    def submit(self, source, language, _translation):
        followed(source, language)

    def sync(self, source, _language, translation):
        if translation:
            translation.source.update_from_db()

    def unpublish(self, source, *_):
        if isinstance(source, Page):
            fresh(source).unpublish()

    def move(self, source, *_):
        if isinstance(source, Page):
            fresh(source).move(home_of(), "last-child" if self.number % 2 else "first-child")

    def delete_source(self, source, *_):
        type(source).objects.get(pk=source.pk).delete()


EVENTS = st.tuples(
    st.sampled_from(["sv", "sv", "en"]),
    st.sampled_from(
        [
            *("edit", "publish", "submit", "sync", "unpublish", "move", "delete_source", "delete_target"),
            *("hand_in", "hand_back", "stop", "write", "machine", "write_all", "break"),
            *("publish_target", "unpublish_target"),
        ]
    ),
    st.integers(0, 9),
)
# How a page or a snippet comes into each state in Swedish; histories begin with one of these, or little could happen.
WHOLE = ("submit", "write_all", "publish_target")
BEGINNINGS = [
    (State.MISSING, ()),
    (State.MISSING, ("submit", "delete_target")),
    (State.SEPARATE, (*WHOLE, "stop")),
    (State.REVIEW, (*WHOLE, "publish", "hand_in")),
    (State.OUTDATED, (*WHOLE, "sync")),
    (State.OUTDATED, (*WHOLE, "machine", "sync")),
    (State.TRANSLATING, ("submit",)),
    (State.TRANSLATING, (*WHOLE, "break")),
    (State.MACHINE, ("submit", "write_all", "machine")),
    (State.MACHINE, (*WHOLE, "machine")),
    (State.DRAFT, (*WHOLE, "write")),
    (State.UP_TO_DATE, WHOLE),
    (State.UP_TO_DATE, (*WHOLE, "sync", "publish_target")),
]
OF_PAGES = [
    (State.TRANSLATING, ("submit", "write")),
    (State.DRAFT, ("submit", "write_all")),
    (State.OUTDATED, (*WHOLE, "edit", "publish")),
    (State.UP_TO_DATE, (*WHOLE, "edit")),
    (State.UP_TO_DATE, (*WHOLE, "unpublish", "move")),
    (State.DRAFT, (*WHOLE, "sync", "unpublish_target")),
]
HISTORIES = st.tuples(
    st.sampled_from(["page", "page", "topic"]),
    st.sampled_from([events for _state, events in BEGINNINGS]),
    st.lists(EVENTS, max_size=6),
)


def run(it, what, events):
    for language, name, number in events:
        it.run(it.page if what == "page" else it.topic, language, name, number)


@pytest.mark.parametrize(
    ("what", "expected", "names"),
    [
        *(("page", *case) for case in [*BEGINNINGS, *OF_PAGES]),
        *(("topic", *case) for case in BEGINNINGS),
    ],
    ids=str,
)
def test_what_brings_a_translation_into_each_state(what, expected, names):
    it = History()
    run(it, what, [("sv", name, 0) for name in names])
    source = it.page if what == "page" else it.topic
    model, swedish = (Page if what == "page" else Topic), Locale.objects.get(language_code="sv")
    found = statuses(model, source_rows(model).filter(pk=source.pk), [swedish], words=True)
    status = found[source.translation_key, swedish.pk]
    assert status.state == expected
    assert status == slowly_found_status(model, model.objects.get(pk=source.pk), swedish)
    if translation := Translation.objects.filter(source__object_id=source.translation_key).first():
        assert status_of(translation) == status


@hypothesis_settings(
    max_examples=40,
    deadline=None,
    # A history takes a second: to make a failing one shorter would take an hour.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(HISTORIES)
def test_after_any_history_the_states_are_those_of_the_rules(history):
    locales = list(Locale.objects.filter(language_code__in=LANGUAGES))
    with transaction.atomic():
        it = History()
        what, beginning, events = history
        run(it, what, [*(("sv", name, 0) for name in beginning), *events])
        for model, one in ((Page, it.page), (Topic, it.topic)):
            expected_sources = {
                item for item in slowly_found_sources(model) if item.translation_key == one.translation_key
            }
            sources = source_rows(model).filter(translation_key=one.translation_key)
            assert set(sources) == expected_sources
            expected = {
                (source.translation_key, locale.pk): slowly_found_status(model, source, locale)
                for source in expected_sources
                for locale in locales
                if locale.pk != source.locale_id
            }
            assert statuses(model, sources, locales, words=True) == expected
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(module, "MANY", 0)  # as if there were thousands
                assert statuses(model, sources, locales, words=True) == expected
        transaction.set_rollback(True)
