"""The house rules that a machine can hold (docs/decisions and the README say why)."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from wagtail import blocks
from wagtail.models import Page, get_page_models

from home.blocks import BodyBlock, HomeBlock
from home.models import BasePage

APPS = ("home", "blog", "trainings", "tiplists", "translations")
BLOCKS = {
    **{f"body.{name}": block for name, block in BodyBlock().child_blocks.items()},
    **{f"home.{name}": block for name, block in HomeBlock().child_blocks.items()},
}
PAGE_TYPES = [model for model in get_page_models() if model is not Page]
TEMPLATES = sorted(Path(settings.BASE_DIR, "templates").rglob("*.html"))
# Mail programs load no stylesheet.
MAILS = set(Path(settings.BASE_DIR, "templates").glob("*/mail/mail.html"))


def modules(app):
    """(path, syntax tree) of each module of an app, migrations apart."""
    for path in sorted(Path(settings.BASE_DIR, app).rglob("*.py")):
        if "migrations" not in path.parts:
            yield path.relative_to(settings.BASE_DIR), ast.parse(path.read_text())


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module


@pytest.mark.parametrize("app", APPS)
def test_imports_point_down(app):
    forbidden = {*APPS, "site_config", "tests"} - {app, "home"}
    wrong = [
        f"{path}: {name}"
        for path, tree in modules(app)
        if "commands" not in path.parts
        for name in imported(tree)
        if name.split(".")[0] in forbidden
    ]
    assert wrong == []


@pytest.mark.parametrize("app", APPS)
def test_only_struct_and_stream_blocks_are_subclassed(app):
    wrong, found = [], 0
    for path, _tree in modules(app):
        if not re.search(r"block", str(path)) and path.name != "blocks.py":
            continue
        module = __import__(".".join(path.with_suffix("").parts), fromlist=["*"])
        for item in vars(module).values():
            if isinstance(item, type) and issubclass(item, blocks.Block) and item.__module__ == module.__name__:
                found += 1
                if not issubclass(item, blocks.StructBlock | blocks.StreamBlock):
                    wrong.append(f"{path}: {item.__name__}")
    assert wrong == []
    assert found or app in ("blog", "translations")


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_a_page_type_states_its_place_in_the_tree_and_has_a_guessable_template(model):
    assert issubclass(model, BasePage)
    assert "parent_page_types" in vars(model)
    assert "subpage_types" in vars(model)
    snake = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", model.__name__).lower()
    expected = f"{model._meta.app_label}/{snake}.html"
    assert model.template == expected
    assert get_template(expected)


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_a_page_type_can_only_hold_what_may_stand_there(model):
    for child in model.clean_subpage_models():
        assert model in child.clean_parent_page_models()
        assert child is not Page


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_describes_itself_to_the_editor(name):
    block = BLOCKS[name]
    assert block.meta.icon != "placeholder"
    assert str(block.label).strip()
    assert block.get_description().strip()
    assert str(block.meta.group).strip()
    get_template(block.meta.template)
    is_own = isinstance(block, blocks.StructBlock)
    assert not is_own or block.meta.template == f"home/blocks/{name.split('.')[1]}.html"


@pytest.mark.django_db
@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_has_a_preview_of_its_own(name):
    assert BLOCKS[name].is_previewable
    value = BLOCKS[name].get_preview_value()
    if name not in SHOW_WHAT_THE_SITE_HAS:
        assert value != BLOCKS[name].get_default()
        assert BLOCKS[name].clean(value)


# A file or a list is chosen by the preview itself; a site without any shows none.
SHOW_WHAT_THE_SITE_HAS = {"body.downloads", "body.tip_list"}


def test_an_app_has_no_template_without_its_block_or_page():
    known = {model.template for model in PAGE_TYPES}
    known |= {block.meta.template for block in BLOCKS.values() if block.meta.template}
    known |= {"home/blocks/body_block.html", "home/blocks/home_block.html", "home/blocks/download.html"}
    # What a view, or another template, names.
    for path in (*(Path(settings.BASE_DIR, path) for app in APPS for path, _tree in modules(app)), *TEMPLATES):
        known |= set(re.findall(r'"([\w/]+\.html)"', path.read_text()))
    orphans = [
        name
        for app in APPS
        for path in Path(settings.BASE_DIR, "templates", app).rglob("*.html")
        if (name := str(path.relative_to(Path(settings.BASE_DIR, "templates")))) not in known and "includes" not in name
    ]
    assert orphans == []


@pytest.mark.parametrize("app", APPS)
def test_no_model_has_numbered_fields(app):
    numbered = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.get_fields()
        if re.search(r"_?\d+$", field.name)
    ]
    assert numbered == []


@pytest.mark.parametrize("app", APPS)
def test_every_model_and_field_of_ours_has_a_name_to_translate(app):
    """A field without a name of its own gets one from Django, in English for ever."""
    nameless = []
    for model in apps.get_app_config(app).get_models():
        for field in model._meta.local_fields:
            if field.editable and field.name not in ("page_ptr", "id", "page") and type(field.verbose_name) is str:
                inherited = any(
                    field.name in {f.name for f in base._meta.local_fields} for base in model._meta.get_parent_list()
                )
                foreign = field.name in {
                    "locale",
                    "translation_key",
                    "site",
                    "sort_order",
                    "training",
                } or model.__module__.endswith("images")
                if not inherited and not foreign:
                    nameless.append(f"{model.__name__}.{field.name}")
    assert nameless == []


# Templates


def text_of(source):
    """The words that a template writes itself: what stands outside tags of the template language and of HTML."""
    source = re.sub(r"{% comment %}.*?{% endcomment %}", "", source, flags=re.DOTALL)
    source = re.sub(r"{% block (og_type|body_class) %}.*?{% endblock %}", "", source)
    source = re.sub(r"{% (blocktranslate|blocktrans)\b.*?{% end\1 %}", "", source, flags=re.DOTALL)
    source = re.sub(r"{%.*?%}|{{.*?}}|{#.*?#}", "", source, flags=re.DOTALL)
    words = re.findall(r'\b(?:alt|aria-label|title|placeholder)="([^"]*)"', source)
    source = re.sub(r"<!doctype[^>]*>|<!--.*?-->|<(script|style)\b.*?</\1>", "", source, flags=re.DOTALL)
    source = re.sub(r"<[^>]*>", " ", source)
    return [
        word for word in [*words, *source.split("\n")] if re.search(r"[A-Za-zÅÄÖåäö]{2,}", re.sub(r"&\w+;", "", word))
    ]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(settings.BASE_DIR / "templates")))
def test_a_template_has_no_bare_text_and_nothing_inline(path):
    source = path.read_text()
    assert text_of(source) == []
    if path not in MAILS:
        assert not re.search(r"<[^>]*\sstyle\s*=", source)
        assert "<style" not in source
    assert not re.search(r"<[^>]*\son[a-z]+\s*=", source)
    assert "|safe" not in source
    assert "autoescape off" not in source


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(settings.BASE_DIR / "templates")))
def test_a_template_compiles_and_all_that_it_includes_exists(path):
    name = str(path.relative_to(settings.BASE_DIR / "templates"))
    template = get_template(name)
    assert template.template.source
    for included in re.findall(r'{% (?:include|extends) "([^"]+)"', template.template.source):
        try:
            get_template(included)
        except TemplateDoesNotExist:
            pytest.fail(f"{name} includes {included}")


def test_the_search_for_bare_text_finds_some():
    assert text_of('<p>{% translate "Fine" %} <b>Bare</b></p><img alt="words">') == ["words", "   Bare   "]


def test_every_folder_of_tests_is_a_package():
    root = Path(settings.BASE_DIR, "tests")
    folders = {path.parent for path in root.rglob("*.py")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []
