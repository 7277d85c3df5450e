"""Every page that set-up and the demo make: a reader sees it, an editor can open it and save it unchanged."""

import json
import re

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from wagtail.fields import StreamField
from wagtail.test.utils.form_data import querydict_from_html

from tests.factories import fresh, make_user
from tests.forms import stream_data
from tests.reading import hrefs, public_pages, soup_of, without_soft_hyphens

pytestmark = pytest.mark.django_db

# Facts of an edit that change at each save.
NOT_CONTENT = {
    "latest_revision_created_at",
    "latest_revision",
    "live_revision",
    "last_published_at",
    "draft_title",
    "has_unpublished_changes",
    "owner",
}


@pytest.fixture(scope="module")
def read(django_db_setup, django_db_blocker):
    """(page, response, soup) of every page of the demo, read once."""
    with django_db_blocker.unblock(), transaction.atomic():
        cache.clear()
        answers = []
        for page in public_pages():
            response = Client().get(page.url)
            answers.append((page, response, soup_of(response)))
        transaction.set_rollback(True)
    cache.clear()
    return answers


def test_every_page_answers_in_its_own_language_with_its_title_and_one_main_heading(read):
    faults = []
    for page, response, soup in read:
        code = page.locale.language_code
        if response.status_code != 200:
            faults.append(f"{page.url}: {response.status_code}")
        if soup.html["lang"] != code or response["Content-Language"] != code:
            faults.append(f"{page.url}: lang {soup.html['lang']}, Content-Language {response['Content-Language']}")
        headings = [without_soft_hyphens(heading.get_text(strip=True)) for heading in soup.find_all("h1")]
        if headings != [getattr(page, "claim", page.title)]:
            faults.append(f"{page.url}: h1 {headings}")
        if (page.seo_title or page.title) not in soup.title.string:
            faults.append(f"{page.url}: title {soup.title.string}")
    assert len(read) > 80
    assert faults == []


def test_no_two_pages_of_a_language_have_the_same_title(read):
    titles = [(page.locale.language_code, soup.title.string) for page, _response, soup in read]
    assert [title for title in set(titles) if titles.count(title) > 1] == []


def test_every_page_names_itself_as_canonical(read):
    named = [
        (page.full_url, [link["href"] for link in soup.find_all("link", rel="canonical")]) for page, _r, soup in read
    ]
    assert [(address, links) for address, links in named if links != [address]] == []


def test_no_page_sets_a_cookie_but_the_form_needs_one(read):
    with_cookies = {(type(page).__name__, *response.cookies) for page, response, _soup in read if response.cookies}
    assert with_cookies == {("FeedbackPage", "csrftoken")}


def test_every_page_has_a_strict_content_security_policy_that_its_markup_keeps(read):
    faults = []
    for page, response, soup in read:
        policy = response["Content-Security-Policy"]
        if "unsafe-inline" in policy or "default-src 'none'" not in policy:
            faults.append(f"{page.url}: {policy}")
        faults += [f"{page.url}: style attribute on {tag.name}" for tag in soup.find_all(style=True)]
        faults += [f"{page.url}: style element" for _ in soup.find_all("style")]
        faults += [
            f"{page.url}: script with code"
            for script in soup.find_all("script")
            if script.get("type") != "application/ld+json" and (not script.get("src") or script.get_text(strip=True))
        ]
        faults += [
            f"{page.url}: {name} on {tag.name}"
            for tag in soup.find_all(True)
            for name in tag.attrs
            if re.fullmatch(r"on[a-z]+", name)
        ]
    assert faults == []


def test_no_page_loads_anything_from_another_host(read):
    faults = []
    for page, _response, soup in read:
        loaded = [tag["src"] for tag in soup.find_all(src=True)]
        loaded += [part.split()[0] for tag in soup.find_all(srcset=True) for part in tag["srcset"].split(",")]
        loaded += [tag["href"] for tag in soup.find_all("link", rel=["stylesheet", "preload", "icon"])]
        faults += [f"{page.url}: {address}" for address in loaded if not re.match(r"/(?!/)", address)]
    assert faults == []


def test_every_internal_link_of_every_page_leads_somewhere(client, read):
    seen = {page.url: response.status_code for page, response, _soup in read}
    broken = []
    for page, _response, soup in read:
        ids = {tag["id"] for tag in soup.find_all(id=True)}
        for href in hrefs(soup):
            if href.startswith("#") and href[1:] not in ids:
                broken.append((page.url, href))
            if href.startswith("/"):
                address = href.split("#")[0]
                if address not in seen:
                    seen[address] = client.get(address).status_code
                if seen[address] != 200:
                    broken.append((page.url, href, seen[address]))
    assert len(seen) > len(read)
    assert broken == []


def test_ids_are_unique_on_every_page(read):
    doubled = []
    for page, _response, soup in read:
        ids = [tag["id"] for tag in soup.find_all(id=True)]
        doubled += [(page.url, name) for name in set(ids) if ids.count(name) > 1]
    assert doubled == []


def test_headings_of_every_page_skip_no_level(read):
    faults = []
    for page, _response, soup in read:
        level = 0
        for heading in soup.find("main").find_all(re.compile(r"^h[1-6]$")):
            if int(heading.name[1]) > level + 1:
                faults.append((page.url, heading.get_text(strip=True)))
            level = int(heading.name[1])
    assert faults == []


def test_every_image_has_an_alternative_text_or_says_that_it_needs_none(read):
    assert [
        (page.url, str(image)) for page, _r, soup in read for image in soup.find_all("img") if "alt" not in image.attrs
    ] == []


def test_structured_data_of_every_page_is_json_of_the_page_itself(read):
    kinds = set()
    for page, _response, soup in read:
        for script in soup.find_all("script", type="application/ld+json"):
            data = json.loads(script.string)
            assert data["@context"] == "https://schema.org"
            assert data["inLanguage"] == page.locale.language_code
            assert page.full_url in (data.get("url"), data.get("mainEntityOfPage"))
            kinds.add(data["@type"])
    assert kinds == {"Event", "BlogPosting"}


# Editing


def content_of(page):
    """Everything that the page's row and its child rows hold, but for the marks of the edit itself."""
    streams = {field.name for field in page._meta.get_fields() if isinstance(field, StreamField)}
    return {
        name: told(json.loads(value) if name in streams else value)
        for name, value in json.loads(page.to_json()).items()
        if name not in NOT_CONTENT
    }


def told(value):
    """A value without what the editor adds and a reader never sees: keys of paragraphs, names of what is empty."""
    if isinstance(value, dict):
        return {name: told(item) for name, item in value.items() if item not in (None, "")}
    if isinstance(value, list):
        return [told(item) for item in value]
    text = re.sub(r' data-block-key="\w+"', "", value) if isinstance(value, str) else value
    return "" if text == "<p></p>" else text


def edited_by_hand(pages):
    """The pages that the ordinary editor edits: those that are not translations of a source."""
    from wagtail_localize.models import Translation

    translated = {
        (str(key), locale)
        for key, locale in Translation.objects.filter(enabled=True).values_list("source__object_id", "target_locale")
    }
    return [page for page in pages if (str(page.translation_key), page.locale_id) not in translated]


def test_every_page_opened_in_the_editor_and_saved_unchanged_stays_the_same(client):
    client.force_login(make_user(is_superuser=True))
    pages = edited_by_hand(public_pages())
    assert {type(page).__name__ for page in pages} >= {
        "HomePage", "StandardPage", "FeedbackPage", "MunicipalityIndexPage", "MunicipalityPage",
        "TrainingIndexPage", "TrainingPage", "TipListIndexPage", "TipListPage", "BlogIndexPage", "BlogPage",
    }  # fmt: skip
    faults = []
    for page in pages:
        address = f"/cms/pages/{page.pk}/edit/"
        before = content_of(page)
        response = client.get(address)
        if response.status_code != 200:
            faults.append(f"{page.url}: opening gives {response.status_code}")
            continue
        data = querydict_from_html(response.content.decode(), form_id="page-edit-form").copy()
        form = soup_of(response).find("form", id="page-edit-form")
        data.update({box["name"]: "on" for box in form.find_all("input", type="checkbox", checked=True)})
        data.update(stream_data(page))
        data["action-publish"] = "action-publish"
        response = client.post(address, data)
        if response.status_code != 302:
            form = response.context["form"]
            faults += [
                f"{page.url}: {name}: {reasons(error)}"
                for name, errors in form.errors.as_data().items()
                for error in errors
            ]
            faults += [f"{page.url}: {item.errors}" for item in form.formsets.values() if any(item.errors)]
            continue
        after = content_of(fresh(page))
        changed = [name for name in before if before[name] != after[name]]
        faults += [f"{page.url}: {name}: {before[name]!r} → {after[name]!r}" for name in changed]
    assert not faults, "\n".join(faults)


def reasons(error):
    """What is wrong in a field, down to the blocks of a stream."""
    inner = getattr(error, "block_errors", None)
    if not inner:
        return str(error)
    items = inner.items() if isinstance(inner, dict) else enumerate(inner)
    return {name: reasons(item) for name, item in items if item}


def test_every_translation_opens_in_the_screen_of_the_translators(client):
    client.force_login(make_user(is_superuser=True))
    pages = public_pages()
    by_hand = {page.pk for page in edited_by_hand(pages)}
    translations = [page for page in pages if page.pk not in by_hand]
    assert {page.locale.language_code for page in translations} == {"sv", "en"}
    faults = []
    for page in translations:
        response = client.get(f"/cms/pages/{page.pk}/edit/", follow=True)
        if response.status_code != 200 or "translations/segments.html" not in [
            template.name for template in response.templates
        ]:
            faults.append((page.url, response.status_code))
    assert faults == []
