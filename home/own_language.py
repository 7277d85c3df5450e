"""Who may not edit the pages of a language may not change what they share: Wagtail's own right knows no language."""

from django.core.exceptions import PermissionDenied
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail_localize.models import Translation

from home.models import HomePage


def require_language(user, locale_id):
    """Raise PermissionDenied unless the user may edit pages of the language, or it has no tree."""
    has_tree = HomePage.objects.filter(locale_id=locale_id, alias_of=None).exists()
    own = page_permission_policy.instances_user_has_permission_for(user, "change")
    if has_tree and not own.filter(locale_id=locale_id).exists():
        raise PermissionDenied


def translate_in_own_language(view):
    """Guard the addresses by which the translators' screen saves, which ask no hook. Pages have rights of their own."""

    def guarded(request, *args, translation_id=None, **kwargs):
        if translation_id is None:
            return view(request, *args, **kwargs)
        translation = (
            Translation.objects.select_related("source__specific_content_type").filter(pk=translation_id).first()
        )
        is_shared = translation and not issubclass(translation.source.specific_content_type.model_class(), Page)
        if is_shared and request.user.is_authenticated:
            require_language(request.user, translation.target_locale_id)
        return view(request, *args, translation_id=translation_id, **kwargs)

    return guarded
