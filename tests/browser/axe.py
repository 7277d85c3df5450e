"""axe-core in a page. The page's context needs `bypass_csp=True`."""

from functools import cache
from pathlib import Path

import axe_playwright_python

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def source():
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def violations(page, *, rules=None):
    """Lines that say what axe finds wrong; `rules` limits it to those rules."""
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(source())
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}
    found = page.evaluate(
        "async only => (await axe.run(document, {runOnly: only, resultTypes: ['violations']})).violations", only
    )
    return [
        f"{item['id']} ({item['impact']}): {node['target'][-1]} – {node['failureSummary'].splitlines()[-1].strip()}"
        for item in found
        for node in item["nodes"]
    ]


def open_details(page):
    page.evaluate("() => document.querySelectorAll('details').forEach(item => { item.open = true; })")
