"""Machine translation: off unless an engine is named in settings.TRANSLATION_ENGINE."""

from .router import Router

__all__ = ["Router"]
