"""Who may do what with the translation of an object. Pages have rights of their own; snippets have their model's."""

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from wagtail.models import Page
from wagtail.permissions import policy_registry

from home.own_language import require_language

SUBMIT = "wagtail_localize.submit_translation"


def target_of(translation):
    """The translated object, or None if somebody has deleted it."""
    try:
        return translation.get_target_instance()
    except ObjectDoesNotExist:
        return None


def source_of(translation):
    """The object that is translated, as it is now, or None if somebody has deleted it."""
    try:
        return translation.source.get_source_instance()
    except ObjectDoesNotExist:
        return None


def can_edit(user, target):
    """Whether somebody may translate the object `target`, in its language."""
    if isinstance(target, Page):
        return target.permissions_for_user(user).can_edit()
    policy = policy_registry.get_by_type(type(target))
    if not policy.user_has_permission_for_instance(user, "change", target):
        return False
    try:
        require_language(user, target.locale_id)
    except PermissionDenied:
        return False
    return True


def can_publish(user, target):
    """Whether somebody may publish the object `target`. What has no drafts is published by whoever edits it."""
    if isinstance(target, Page):
        return target.permissions_for_user(user).can_publish()
    return can_edit(user, target)


def can_submit(user):
    """Whether somebody may order translations and give them to people."""
    return user.has_perm(SUBMIT)
