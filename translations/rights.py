"""Who may do what with the translation of an object. Pages have rights of their own; snippets have their model's."""

from django.contrib.auth import get_user_model
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db.models import Q
from wagtail.models import GroupPagePermission, Page
from wagtail.permissions import page_permission_policy, policy_registry

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


def name_of(user):
    """What somebody is called on screen and in mail."""
    return user.get_full_name() or user.get_username()


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


def who_can_edit(target):
    """The active people who may translate the object `target`, as a queryset of users."""
    if isinstance(target, Page):
        found = page_permission_policy.users_with_permission_for_instance("change", target)
        return found.filter(is_active=True)
    found = policy_registry.get_by_type(type(target)).users_with_permission("change").filter(is_active=True)
    return found.filter(pk__in=[user.pk for user in found if can_edit(user, target)])


def can_publish(user, target):
    """Whether somebody may publish the object `target`. What has no drafts is published by whoever edits it."""
    if isinstance(target, Page):
        return target.permissions_for_user(user).can_publish()
    return can_edit(user, target)


def can_translate(user):
    """Whether there is anything that somebody may translate or order."""
    return page_permission_policy.user_has_permission(user, "change") or can_submit(user)


def can_submit(user):
    """Whether somebody may order translations and give them to people."""
    return user.has_perm(SUBMIT)


def can_order(user, locale):
    """Whether somebody may order translations into a language: who may translate only into one, only into that."""
    if not can_submit(user):
        return False
    try:
        require_language(user, locale.pk)
    except PermissionDenied:
        return False
    return True


def translators_of(locale, model):
    """The people who may change pages of a language and, of another kind of object, that kind."""
    there = Page.objects.filter(Q(locale=locale) | Q(depth=1))
    may_change = GroupPagePermission.objects.filter(permission__codename="change_page", page__in=there)
    people = get_user_model().objects.filter(is_active=True)
    people = people.filter(Q(groups__in=may_change.values("group")) | Q(is_superuser=True))
    if not issubclass(model, Page):
        people = people.filter(pk__in=policy_registry.get_by_type(model).users_with_permission("change"))
    return people.distinct().order_by("last_name", "first_name", "username")
