"""How the texts of mails are listed and edited in the CMS."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import LocaleColumn
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.snippets import SnippetViewSet

from trainings.models import MailText


class ChangeOnly(ModelPermissionPolicy):
    """What set-up makes, one of each, and nobody adds or deletes, superusers included."""

    def user_has_permission(self, user, action):
        return action not in ("add", "delete") and super().user_has_permission(user, action)


register_permission_policy(MailText, ChangeOnly(MailText))


class MailTextIndexView(SnippetViewSet.index_view_class):
    """The texts in the editor's own language, until the editor chooses another."""

    def get_base_queryset(self):
        texts = super().get_base_queryset()
        own = texts.filter(locale__language_code=get_language())
        return own if "locale" not in self.request.GET and own.exists() else texts


class MailTextViewSet(SnippetViewSet):
    model = MailText
    index_view_class = MailTextIndexView
    icon = "mail"
    menu_label = _("Texts of mails")
    menu_order = 260
    add_to_settings_menu = True
    copy_view_enabled = False
    list_display = ["kind", "subject", LocaleColumn(label=_("Language"))]
    list_per_page = 50
