from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TipListsConfig(AppConfig):
    name = "tiplists"
    verbose_name = _("Tip lists")

    def ready(self):
        from . import signals  # noqa: F401
