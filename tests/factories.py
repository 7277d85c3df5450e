"""Small makers of content. They work on the trees of the demo, which the test database holds."""

from datetime import timedelta
from itertools import count

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone
from django.utils.translation import gettext, override
from wagtail.models import Locale, Page

from blog.models import BlogIndexPage, BlogPage
from home.models import HomePage, MunicipalityIndexPage, MunicipalityPage, StandardPage
from tiplists.models import TipListIndexPage, TipListPage
from trainings import registration
from trainings.models import Training, TrainingIndexPage, TrainingPage

LANGUAGES = ("fi", "sv", "en")
PASSWORD = "pitkä ja hyvä salasana"

_numbers = count(1)


def fresh(page):
    """The page as the database holds it now."""
    return Page.objects.get(pk=page.pk).specific


def home_of(language="fi"):
    return HomePage.objects.get(locale__language_code=language, depth=2)


def index_of(model, language="fi"):
    """The index page of a kind in a language."""
    return model.objects.get(locale__language_code=language)


def demo_page(slug, language="fi"):
    """A page of the demo by its slug; the first in the tree where a list and a training share one."""
    return Page.objects.filter(slug=slug, locale__language_code=language).order_by("path").first().specific


def add(parent, page, *, live=True):
    """Put a page below a parent and publish it, or leave it a draft."""
    page.live = False
    page.locale = parent.locale
    fresh(parent).add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    return fresh(page)


def stream(*items):
    """The stored form of a stream from (type, value) pairs."""
    return [{"type": kind, "value": value} for kind, value in items]


def titled(values, kind):
    number = next(_numbers)
    return {"title": f"{kind} {number}", "summary": f"{kind} {number} lyhyesti.", **values}


def make_standard_page(language="fi", *, parent=None, live=True, **values):
    return add(parent or home_of(language), StandardPage(**titled(values, "Sivu")), live=live)


def make_municipality(language="fi", *, live=True, **values):
    return add(index_of(MunicipalityIndexPage, language), MunicipalityPage(**titled(values, "Kunta")), live=live)


def make_post(language="fi", *, live=True, topics=(), municipalities=(), **values):
    page = BlogPage(**titled({"body": stream(("rich_text", "<p>Teksti.</p>")), **values}, "Kirjoitus"))
    classify(page, topics, municipalities)
    return add(index_of(BlogIndexPage, language), page, live=live)


def make_training(language="fi", *, live=True, topics=(), municipalities=(), **values):
    values = {"starts_on": timezone.localdate() + timedelta(days=30), "registration": "none", **values}
    page = TrainingPage(**titled(values, "Valmennus"))
    classify(page, topics, municipalities)
    return add(index_of(TrainingIndexPage, language), page, live=live)


def republish(page, **values):
    """Publish a page with other values. Returns it as it is then."""
    page = fresh(page)
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return fresh(page)


def training_of(page):
    """The ledger row of a training's page."""
    return Training.objects.get(key=page.translation_key)


def person(**values):
    """What somebody tells of themselves in a registration; a new person each time."""
    number = next(_numbers)
    return {"name": f"Osallistuja {number}", "email": f"osallistuja-{number}@example.org", "language": "fi", **values}


def sign_up(page, **values):
    """Sign a person up for the training of a page, as the form does. Returns the Registration or None."""
    return registration.register(training_of(page).pk, person(**values)).registration


def tips(number=3, **values):
    """A stream of so many tips."""
    return stream(
        *(("tip", {"title": f"Vinkki {n}", "text": f"<p>Neuvo {n}.</p>", "icon": "", **values}) for n in range(number))
    )


def make_tip_list(language="fi", *, live=True, topics=(), municipalities=(), **values):
    page = TipListPage(**titled({"tips": tips(), **values}, "Vinkkilista"))
    classify(page, topics, municipalities)
    return add(index_of(TipListIndexPage, language), page, live=live)


# Every type of page of which a section holds many.
MAKERS = {
    StandardPage: make_standard_page,
    MunicipalityPage: make_municipality,
    BlogPage: make_post,
    TrainingPage: make_training,
    TipListPage: make_tip_list,
}


def unsaved_tip_list(**values):
    return TipListPage(**{"title": "Koe", "summary": "Johdanto.", **values}, locale=index_of(TipListIndexPage).locale)


def classify(page, topics, municipalities):
    page.topic_rows = [
        page._meta.get_field("topic_rows").related_model(topic=topic, sort_order=n) for n, topic in enumerate(topics)
    ]
    page.municipality_rows = [
        page._meta.get_field("municipality_rows").related_model(municipality=place, sort_order=n)
        for n, place in enumerate(municipalities)
    ]


def make_topic(name, language="fi", **values):
    topic = apps.get_model("home.Topic")(name=name, locale=Locale.objects.get(language_code=language), **values)
    topic.full_clean()
    topic.save()
    return topic


def translate(page, language, *, live=True, **values):
    """A translation of a page made by Wagtail's own action, with other values, published or a draft."""
    page.copy_for_translation(Locale.objects.get(language_code=language))
    translation = page.get_translation(Locale.objects.get(language_code=language)).specific
    for name, value in values.items():
        setattr(translation, name, value)
    revision = translation.save_revision()
    if not live:
        return revision.as_object()
    revision.publish()
    return fresh(translation)


def let_time_come(page):
    """Make the publication for which a page is scheduled due."""
    past = timezone.now() - timedelta(minutes=1)
    for revision in page.revisions.filter(approved_go_live_at__isnull=False):
        revision.approved_go_live_at = past
        revision.content["go_live_at"] = past.isoformat()
        revision.save()


def make_alias(page, language):
    """An alias of a page in the tree of another language."""
    locale = Locale.objects.get(language_code=language)
    page.copy_for_translation(locale, alias=True)
    return page.get_translation(locale).specific


def group_name(kind, language=None):
    """The name that set-up gave a group; groups are named in the source language."""
    names = dict(settings.LANGUAGES)
    with override(settings.LANGUAGE_CODE):
        return gettext(kind) % {"language": names[language]} if language else gettext(kind)


def make_user(group=None, language=None, **values):
    """Somebody who may sign in, in the group of this (English) name."""
    user = get_user_model().objects.create_user(f"user-{next(_numbers)}", password=PASSWORD, **values)
    if group:
        user.groups.add(Group.objects.get(name=group_name(group, language)))
    return user
