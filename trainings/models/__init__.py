"""Trainings: the pages that editors write, and the ledger of facts that all languages share."""

from .index import TrainingIndexPage
from .pages import TrainingPage, TrainingPageMunicipality, TrainingPageTopic
from .training import Session, Training

__all__ = [
    "Session",
    "Training",
    "TrainingIndexPage",
    "TrainingPage",
    "TrainingPageMunicipality",
    "TrainingPageTopic",
]
