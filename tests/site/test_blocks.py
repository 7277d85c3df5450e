"""Every block, on every page type that takes it, in every language: it shows its text, and its text is translatable."""

import itertools
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.db import models
from django.utils import timezone
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page
from wagtail.snippets.blocks import SnippetChooserBlock
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from home.blocks import BodyBlock, HomeBlock
from home.models import FeedbackPage, HomePage, SiteImage, StandardPage
from tests.factories import (
    LANGUAGES,
    MAKERS,
    fresh,
    home_of,
    make_standard_page,
    make_training,
    stream,
)
from tests.reading import soup_of
from tiplists.models import TipListPage

pytestmark = pytest.mark.django_db

BODY, HOME = BodyBlock().child_blocks, HomeBlock().child_blocks
WITH_BLOCKS = [model for model in MAKERS if model is not TipListPage] + [HomePage]
# A picture is resized and encoded anew in each test, which is slow: those blocks are shown once in each language.
WITH_PICTURES = {"image", "gallery", "organisations", "contacts"}


@pytest.fixture
def document(db):
    item = get_document_model()(title="Esite")
    item.file.save("esite.pdf", ContentFile(b"%PDF-1.7 esite"))
    yield item
    item.file.delete(save=False)


def preview_of(name, block, language):
    """The block's preview value; where it shows a page of the site, one of the language."""
    value = block.get_preview_value()
    if name == "tip_list":
        value["tip_list"] = TipListPage.objects.filter(locale__language_code=language).first()
    return value


def words_of(block, value):
    """The texts of a block's value, without markup; choices and addresses apart."""
    if isinstance(block, ImageBlock):
        return [value.contextual_alt_text] if value else []
    if isinstance(block, blocks.StructBlock):
        return [text for name, child in block.child_blocks.items() for text in words_of(child, value.get(name))]
    if isinstance(block, blocks.ListBlock):
        return [text for item in value or [] for text in words_of(block.child_block, item)]
    if isinstance(block, blocks.CharBlock | blocks.TextBlock | blocks.RichTextBlock) and value:
        return [text.strip() for text in block.get_searchable_content(value) if text.strip()]
    return []


def text_of(soup):
    """What a reader sees or hears: the text and the alternative texts."""
    alternatives = [image.get("alt", "") for image in soup.find_all("img")]
    return " ".join(" ".join([soup.get_text(" "), *alternatives]).split())


def page_with(model, language, items):
    if model is HomePage:
        page = home_of(language)
        page.body = items
        page.save_revision().publish()
        return fresh(page)
    return MAKERS[model](language, body=items)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("model", WITH_BLOCKS, ids=lambda model: model.__name__)
def test_every_block_shows_its_text_on_every_page_that_takes_it(client, document, model, language):
    known = HOME if model is HomePage else BODY
    names = [name for name in known if name not in WITH_PICTURES or model is StandardPage]
    items = [(name, preview_of(name, known[name], language)) for name in names]
    page = page_with(model, language, items)
    response = client.get(page.url)
    assert response.status_code == 200
    text = text_of(soup_of(response).find("main"))
    missing = [
        (name, words)
        for name, value in items
        for words in words_of(known[name], value)
        if " ".join(words.split()) not in text
    ]
    assert missing == []
    assert sum(len(words_of(known[name], value)) for name, value in items) > 15


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", BODY)
def test_a_block_alone_on_a_page_leaves_something_to_see(client, document, name, language):
    if name in WITH_PICTURES and language != "fi":
        return
    bare = soup_of(client.get(make_standard_page(language).url)).select_one("main .body")
    page = make_standard_page(language, body=[(name, preview_of(name, BODY[name], language))])
    body = soup_of(client.get(page.url)).select_one("main .body")
    assert len(body.get_text(strip=True)) > len(bare.get_text(strip=True))
    if name in {"image", "gallery"}:
        assert all(image["alt"] for image in body.find_all("img"))
        assert body.find("img")


@pytest.mark.parametrize("name", [*(f"body-{name}" for name in BODY), *(f"home-{name}" for name in HOME)])
def test_the_picker_shows_a_preview_of_the_block(client, admin_user, name):
    from django.urls import reverse

    kind, key = name.split("-")
    client.force_login(admin_user)
    field = (StandardPage if kind == "body" else HomePage)._meta.get_field("body")
    definition = field.stream_block.child_blocks[key]
    response = client.get(reverse("wagtailadmin_block_preview"), {"id": definition.definition_prefix})
    assert response.status_code == 200
    words = words_of(definition, definition.get_preview_value())
    text = text_of(soup_of(response))
    assert all(" ".join(item.split()) in text for item in words)


# Translation

numbers = itertools.count(1)


class Filler:
    """Fills any block with recognisable words, and remembers them and what it links to."""

    def __init__(self, document):
        self.words, self.targets, self.document = [], [], document

    def word(self):
        self.words.append(f"Sana{next(numbers):05}x")
        return self.words[-1]

    def target(self, value):
        self.targets.append(value)
        return value

    def value(self, block):
        if isinstance(block, ImageBlock):
            image = SiteImage.objects.order_by("pk").first()
            return {"image": image.pk, "alt_text": self.word(), "decorative": False}
        if isinstance(block, blocks.StructBlock):
            return {name: self.value(child) for name, child in block.child_blocks.items()}
        if isinstance(block, blocks.ListBlock):
            return [{"type": "item", "id": str(uuid4()), "value": self.value(block.child_block)} for _ in range(2)]
        if isinstance(block, blocks.RichTextBlock):
            return f"<p>{self.word()}</p><ul><li>{self.word()}</li></ul>"
        if isinstance(block, blocks.URLBlock):
            return self.target(f"https://example.org/{next(numbers)}")
        if isinstance(block, blocks.CharBlock | blocks.TextBlock):
            return self.word()
        if isinstance(block, blocks.ChoiceBlock):
            return next(value for value, _label in block.field.choices if value)
        if isinstance(block, blocks.BooleanBlock):
            return True
        if isinstance(block, blocks.IntegerBlock):
            return 3
        if isinstance(block, blocks.DateBlock):
            return "2030-01-02"
        if isinstance(block, blocks.TimeBlock):
            return "09:00"
        if isinstance(block, DocumentChooserBlock):
            return self.target(self.document.pk)
        if isinstance(block, SnippetChooserBlock):
            return block.target_model.objects.filter(locale__language_code="fi").first().pk
        if isinstance(block, blocks.PageChooserBlock):
            return self.target(TipListPage.objects.filter(locale__language_code="fi").first().pk)
        raise AssertionError(f"The test knows no value for {block!r}")


def extracted_from(instance):
    """All words that wagtail-localize offers to a translator."""
    found = [
        segment.string.render_text()
        for segment in extract_segments(instance)
        if isinstance(segment, StringSegmentValue)
    ]
    return " ".join(found)


@pytest.mark.parametrize("name", [*(f"body-{name}" for name in BODY), *(f"home-{name}" for name in HOME)])
def test_every_text_of_a_block_reaches_the_translator(document, name):
    kind, key = name.split("-")
    page, known = (make_standard_page(), BODY) if kind == "body" else (home_of("fi"), HOME)
    filler = Filler(document)
    page.body = stream((key, filler.value(known[key])))
    page.save_revision().publish()
    found = extracted_from(fresh(page))
    assert [word for word in filler.words if word not in found] == []
    assert filler.words or key in {"tip_list"}


WITH_TARGETS = {"call_to_action", "download", "downloads", "link_cards", "tip_list", "video"}


@pytest.mark.parametrize("key", BODY)
def test_every_link_and_file_of_a_block_can_be_another_one_in_another_language(document, key):
    page, filler = make_standard_page(), Filler(document)
    page.body = stream((key, filler.value(BODY[key])))
    page.save_revision().publish()
    overridable = [s.data for s in extract_segments(fresh(page)) if isinstance(s, OverridableSegmentValue)]
    assert [target for target in filler.targets if target not in overridable] == []
    assert bool(filler.targets) is (key in WITH_TARGETS)


@pytest.mark.parametrize("model", [*MAKERS, HomePage, FeedbackPage], ids=lambda model: model.__name__)
def test_every_text_field_of_a_page_reaches_the_translator(document, model):
    if model in (HomePage, FeedbackPage):
        page = fresh(model.objects.get(locale__language_code="fi"))
    else:
        page = MAKERS[model]()
    filler = Filler(document)
    inherited = {"slug", "url_path", "draft_title"}
    names = []
    for field in model._meta.get_fields():
        if field.name in inherited or getattr(field, "choices", None):
            continue
        if isinstance(field, StreamField) and field.name != "body":
            items = [(key, filler.value(block)) for key, block in field.stream_block.child_blocks.items()]
            setattr(page, field.name, stream(*items))
        elif isinstance(field, RichTextField):
            setattr(page, field.name, f"<p>{filler.word()}</p>")
        elif isinstance(field, models.CharField | models.TextField) and not isinstance(field, models.URLField):
            if field.model is Page and field.name not in ("title", "seo_title", "search_description"):
                continue
            setattr(page, field.name, filler.word())
        else:
            continue
        names.append(field.name)
    page.save()
    found = extracted_from(fresh(page))
    assert [word for word in filler.words if word not in found] == []
    assert {"title", "summary", "image_alt", "seo_title", "search_description"} <= set(names)


# An editor's broken input


@pytest.mark.parametrize(
    ("items", "at"),
    [
        ([("rich_text", "<h3>Hyppy</h3>")], 0),
        ([("rich_text", "<h2>Kaksi</h2><h4>Hyppy</h4>")], 0),
        ([("rich_text", "<h2>Kaksi</h2>"), ("rich_text", "<h4>Hyppy</h4>")], 1),
    ],
)
def test_a_heading_that_skips_a_level_is_refused_at_its_block(items, at):
    block = BodyBlock()
    value = block.to_python(stream(*items))
    with pytest.raises(blocks.StreamBlockValidationError) as caught:
        block.clean(value)
    assert set(caught.value.block_errors) == {at}
    assert "Hyppy" in str(caught.value.block_errors[at])


def test_headings_in_order_are_accepted():
    block = BodyBlock()
    value = block.to_python(
        stream(("rich_text", "<h2>a</h2><h3>b</h3><h4>c</h4><h2>d</h2>"), ("rich_text", "<h3>e</h3>"))
    )
    assert block.clean(value)


def refused(block, value):
    with pytest.raises(blocks.StructBlockValidationError) as caught:
        block.clean(block.to_python(value))
    return set(caught.value.block_errors)


def test_a_table_whose_rows_do_not_fit_its_columns_is_refused():
    value = {"caption": "T", "columns": ["a", "b"], "rows": [{"cells": ["1"]}], "first_column_is_header": False}
    assert refused(BODY["table"], value) == {"rows"}


def test_a_link_needs_a_page_or_an_address_and_not_both():
    link = BODY["call_to_action"].child_blocks["link"]
    assert refused(link, {"page": None, "url": "", "label": "Tänne"}) == {"page"}
    assert refused(link, {"page": home_of().pk, "url": "https://example.org/", "label": "Tänne"}) == {"page"}


def test_a_card_with_an_address_needs_a_title():
    card = BODY["link_cards"].child_blocks["items"].child_block
    assert refused(card, {"page": None, "url": "https://example.org/", "title": "", "text": ""}) == {"title"}


def test_a_picture_needs_an_alternative_text_or_is_decorative():
    image = SiteImage.objects.first()
    value = {"image": {"image": image.pk, "alt_text": "", "decorative": False}, "caption": "", "credit": ""}
    assert refused(BODY["image"], value) == {"image"}
    value["image"]["decorative"] = True
    assert BODY["image"].clean(BODY["image"].to_python(value))


@pytest.mark.parametrize("name", ["image", "gallery"])
def test_a_picture_without_the_consent_of_its_people_is_refused(name):
    image = SiteImage.objects.first()
    picture = {"image": {"image": image.pk, "alt_text": "Ihmisiä", "decorative": False}, "caption": "", "credit": ""}
    value = picture if name == "image" else {"heading": "Kuvia", "images": [picture, picture]}
    assert BODY[name].clean(BODY[name].to_python(value))
    SiteImage.objects.filter(pk=image.pk).update(consent=SiteImage.Consent.MISSING)
    assert refused(BODY[name], value) == {"image" if name == "image" else "images"}


def test_a_draft_may_still_lack_the_picture_of_a_block():
    value = {"image": {"image": None, "alt_text": "", "decorative": False}, "caption": "Tulossa", "credit": ""}
    assert BODY["image"].clean_deferred(BODY["image"].to_python(value))["caption"] == "Tulossa"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("accordion", {"heading": "", "items": []}),
        ("steps", {"heading": "Askelet", "items": [{"title": "yksi", "text": "<p>x</p>"}]}),
        ("figures", {"heading": "Luvut", "items": []}),
        ("timeline", {"heading": "Ajat", "items": []}),
        ("gallery", {"heading": "Kuvat", "images": []}),
        ("contacts", {"heading": "Ihmiset", "items": []}),
        ("video", {"url": "javascript:alert(1)", "title": "Video", "text": "", "has_captions": False}),
        ("quote", {"text": "", "person": "", "role": ""}),
        ("latest", {"heading": "Uusimmat", "kind": "posts", "count": 1000}),
    ],
)
def test_a_block_outside_its_limits_is_refused_with_the_place_named(name, value):
    assert refused(BODY[name], value)


def test_the_blocks_of_a_past_day_and_a_coming_one_are_told_apart(client):
    make_training(title="Eilinen 55", starts_on=timezone.localdate() - timedelta(days=1))
    make_training(title="Huominen 55", starts_on=timezone.localdate() + timedelta(days=1))
    page = make_standard_page(body=stream(("latest", {"heading": "Tulossa", "kind": "trainings", "count": 12})))
    text = client.get(page.url).content.decode()
    assert "Huominen 55" in text
    assert "Eilinen 55" not in text
