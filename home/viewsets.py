"""How snippets, feedback and settings are listed and edited in the CMS."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from home.models import Contact, Feedback, HyphenException, Organisation, SiteTexts, Topic


class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    list_display = ["name", "slug"]
    menu_order = 100


class ContactViewSet(SnippetViewSet):
    model = Contact
    icon = "user"
    list_display = ["heading", "title", "organisation", "email"]
    list_filter = ["organisation"]
    menu_order = 200


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "site"
    list_display = ["name", "role", "sort_order"]
    list_filter = ["role"]
    menu_order = 300


class SiteTextsViewSet(SnippetViewSet):
    model = SiteTexts
    icon = "globe"
    list_display = ["name", "tagline"]
    menu_order = 400


class HyphenExceptionViewSet(SnippetViewSet):
    model = HyphenException
    icon = "cut"
    list_display = ["word"]
    search_fields = ["word"]
    menu_order = 500


class MaterialGroup(SnippetViewSetGroup):
    """What pages share."""

    items = (TopicViewSet, ContactViewSet, OrganisationViewSet, SiteTextsViewSet, HyphenExceptionViewSet)
    menu_label = _("Shared content")
    menu_icon = "snippet"
    menu_order = 250


class ReadAndDelete(ModelPermissionPolicy):
    """What nobody writes or changes in the CMS, superusers included."""

    def user_has_permission(self, user, action):
        return action in ("view", "delete") and super().user_has_permission(user, action)


register_permission_policy(Feedback, ReadAndDelete(Feedback))


class FeedbackViewSet(ModelViewSet):
    """Messages are read and deleted here; nobody writes or changes them."""

    model = Feedback
    name = "feedback"
    icon = "comment"
    menu_label = _("Feedback")
    menu_order = 900
    add_to_admin_menu = True
    add_to_reference_index = False
    inspect_view_enabled = True
    copy_view_enabled = False
    list_display = ["message", "page_address", "created_at", "answer_by"]
    list_filter = ["created_at", "language"]
    form_fields = ["message"]
    inspect_view_fields = ["message", "page_address", "name", "email", "language", "created_at", "answer_by"]
