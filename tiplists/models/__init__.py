"""Tip lists: the pages that editors write, the files made of them, and how often these are fetched."""

from .pages import (
    TipListIndexPage,
    TipListPage,
    TipListPageMunicipality,
    TipListPageTopic,
)
from .printed import FetchCount, PrintedFile

__all__ = [
    "FetchCount",
    "PrintedFile",
    "TipListIndexPage",
    "TipListPage",
    "TipListPageMunicipality",
    "TipListPageTopic",
]
