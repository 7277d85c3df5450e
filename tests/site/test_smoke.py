"""Every page that set-up and the demo make: a reader sees it, an editor can open it and save it unchanged."""

import json
import re

import pytest
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html

from tests.factories import fresh, make_user
from tests.reading import public_pages, soup_of

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


def test_every_page_answers_in_its_own_language_with_its_title_and_one_main_heading(client):
    faults, pages = [], public_pages()
    for page in pages:
        response = client.get(page.url)
        if response.status_code != 200:
            faults.append(f"{page.url}: {response.status_code}")
            continue
        soup = soup_of(response)
        code = page.locale.language_code
        if soup.html["lang"] != code or response["Content-Language"] != code:
            faults.append(f"{page.url}: lang {soup.html['lang']}, Content-Language {response['Content-Language']}")
        heading = [h1.get_text(strip=True) for h1 in soup.find_all("h1")]
        if len(heading) != 1 or heading[0] != getattr(page, "claim", page.title):
            faults.append(f"{page.url}: h1 {heading}")
        if page.title not in soup.title.string and not hasattr(page, "claim"):
            faults.append(f"{page.url}: title {soup.title.string}")
    assert len(pages) > 80
    assert faults == []


def test_every_page_names_itself_as_canonical(client):
    wrong = []
    for page in public_pages():
        link = soup_of(client.get(page.url)).find("link", rel="canonical")
        if link is None or link["href"] != page.full_url:
            wrong.append((page.url, link and link["href"]))
    assert wrong == []


def test_no_page_sets_a_cookie_but_the_form_needs_one(client):
    with_cookies = [page for page in public_pages() if client.get(page.url).cookies]
    assert {type(page).__name__ for page in with_cookies} == {"FeedbackPage"}
    assert all(set(client.get(page.url).cookies) == {"csrftoken"} for page in with_cookies)


def test_every_page_has_a_strict_content_security_policy_that_its_markup_keeps(client):
    faults = []
    for page in public_pages():
        response = client.get(page.url)
        policy = response["Content-Security-Policy"]
        if "unsafe-inline" in policy or "default-src 'none'" not in policy:
            faults.append(f"{page.url}: {policy}")
        soup = soup_of(response)
        faults += [f"{page.url}: style attribute on {tag.name}" for tag in soup.find_all(style=True)]
        faults += [f"{page.url}: style element" for _ in soup.find_all("style")]
        for script in soup.find_all("script"):
            if script.get("type") != "application/ld+json" and (not script.get("src") or script.get_text(strip=True)):
                faults.append(f"{page.url}: script with code")
        faults += [
            f"{page.url}: {name} on {tag.name}"
            for tag in soup.find_all(True)
            for name in tag.attrs
            if re.fullmatch(r"on[a-z]+", name)
        ]
    assert faults == []


def test_no_page_loads_anything_from_another_host(client):
    faults = []
    for page in public_pages():
        soup = soup_of(client.get(page.url))
        loaded = [tag["src"] for tag in soup.find_all(src=True)]
        loaded += [part.strip().split(" ")[0] for tag in soup.find_all(srcset=True) for part in tag["srcset"].split(",")]
        loaded += [tag["href"] for tag in soup.find_all("link", rel=["stylesheet", "preload", "icon"])]
        faults += [f"{page.url}: {address}" for address in loaded if not re.match(r"/(static|media)/", address)]
    assert faults == []


def test_every_internal_link_of_every_page_leads_somewhere(client):
    seen, broken = {}, []
    for page in public_pages():
        soup = soup_of(client.get(page.url))
        ids = {tag["id"] for tag in soup.find_all(id=True)}
        for link in soup.find_all("a", href=True):
            href = link["href"]
            if href.startswith("#"):
                if href[1:] not in ids:
                    broken.append((page.url, href))
            elif href.startswith("/"):
                address = href.split("#")[0]
                if address not in seen:
                    seen[address] = client.get(address).status_code
                if seen[address] not in (200, 302):
                    broken.append((page.url, href, seen[address]))
    assert len(seen) > 100
    assert broken == []


def test_ids_are_unique_on_every_page(client):
    doubled = []
    for page in public_pages():
        ids = [tag["id"] for tag in soup_of(client.get(page.url)).find_all(id=True)]
        doubled += [(page.url, name) for name in set(ids) if ids.count(name) > 1]
    assert doubled == []


def test_headings_of_every_page_skip_no_level(client):
    faults = []
    for page in public_pages():
        level = 0
        for heading in soup_of(client.get(page.url)).find("main").find_all(re.compile(r"^h[1-6]$")):
            following = int(heading.name[1])
            if following > level + 1:
                faults.append((page.url, heading.get_text(strip=True)))
            level = following
    assert faults == []


# Editing


def form_of(block, state):
    """What the browser posts for a block in this form state, as nested data."""
    if isinstance(block, blocks.StreamBlock):
        items = [
            {"type": item["type"], "id": item["id"], "value": form_of(block.child_blocks[item["type"]], item["value"])}
            for item in state
        ]
        return counted(items)
    if isinstance(block, blocks.ListBlock):
        return counted([{"id": item["id"], "value": form_of(block.child_block, item["value"])} for item in state])
    if isinstance(block, blocks.StructBlock):
        return {name: form_of(child, state[name]) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.BooleanBlock):
        return "on" if state else None
    if isinstance(state, dict):  # a chooser
        return str(state["id"])
    return "" if state is None else str(state)


def counted(items):
    data = {"count": str(len(items))}
    for number, item in enumerate(items):
        data[str(number)] = {"order": str(number), "deleted": "", **item}
    return data


def content_of(page):
    """Everything that the page's row and its child rows hold, but for the marks of the edit itself."""
    values = json.loads(page.to_json())
    return {name: value for name, value in values.items() if name not in NOT_CONTENT}


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
        data.update(stream_data(page))
        data["action-publish"] = "action-publish"
        response = client.post(address, data)
        if response.status_code != 302:
            form = response.context["form"]
            faults.append(f"{page.url}: {form.errors.as_text()} {[f.errors for f in form.formsets.values()]}")
            continue
        after = content_of(fresh(page))
        changed = [name for name in before if before[name] != after[name]]
        faults += [f"{page.url}: {name}: {before[name]!r} → {after[name]!r}" for name in changed]
    assert faults == []


def stream_data(page):
    """The fields of the page's streams, which JavaScript draws, as the unchanged form posts them."""
    data = {}
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            state = field.stream_block.get_form_state(getattr(page, field.name))
            data.update(nested_form_data({field.name: form_of(field.stream_block, state)}))
    return {name: value for name, value in data.items() if value is not None}


def test_every_translation_opens_in_the_screen_of_the_translators(client):
    client.force_login(make_user(is_superuser=True))
    pages = public_pages()
    by_hand = {page.pk for page in edited_by_hand(pages)}
    translations = [page for page in pages if page.pk not in by_hand]
    assert {page.locale.language_code for page in translations} == {"sv", "en"}
    faults = []
    for page in translations:
        response = client.get(f"/cms/pages/{page.pk}/edit/")
        if response.status_code != 200 or "wagtail_localize/admin/edit_translation.html" not in [
            template.name for template in response.templates
        ]:
            faults.append((page.url, response.status_code))
    assert faults == []
