"""What was done to a source, offered for its translations: moving, unpublishing, deleting."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.actions.move_page import MovePageAction
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import TranslatableObject, Translation

from translations import rights

MOVE, UNPUBLISH, DELETE = ACTIONS = ("move", "unpublish", "delete")


@dataclass
class Candidate:
    """A translation with which something can be done. `problem`: why it cannot, in the active language."""

    target: object
    locale: Locale
    destination: Page | None = None
    problem: str = ""

    @property
    def title(self):
        return self.target.get_admin_display_title() if isinstance(self.target, Page) else str(self.target)

    @property
    def subpages(self):
        return self.target.get_descendants().count() if isinstance(self.target, Page) else 0

    def outcome(self, action):
        """What will happen, in words."""
        if action == MOVE:
            return _("It is moved below “%(page)s”.") % {"page": self.destination.get_admin_display_title()}
        if action == UNPUBLISH:
            return _("Readers do not see it any more. It stays as a draft.")
        if not self.subpages:
            return _("It is deleted. The translation memory keeps its texts.")
        text = ngettext(
            "It is deleted with %(count)s page below it. The translation memory keeps the texts.",
            "It is deleted with %(count)s pages below it. The translation memory keeps the texts.",
            self.subpages,
        )
        return text % {"count": self.subpages}


def candidates(key, action, user):
    """The translations of the family `key` for which the action is to be offered to somebody."""
    model = model_of(key)
    found = left_behind(model, key) if action == DELETE else followed_pages(key)
    if action == UNPUBLISH:
        found = [target for target in found if target.live]
    if action == MOVE:
        return list(filter(None, (candidate_to_move(target, user) for target in found)))
    may = may_unpublish if action == UNPUBLISH else may_delete
    problem = _("You may not do this in this language.")
    return [Candidate(target, target.locale, problem="" if may(user, target) else problem) for target in found]


def model_of(key):
    found = TranslatableObject.objects.filter(translation_key=key).first()
    return found.content_type.model_class() if found else Page


def translations_of(key, **conditions):
    return Translation.objects.filter(source__object=key, **conditions)


def targets(model, key, locales):
    found = model._default_manager.filter(translation_key=key, locale__in=locales).select_related("locale")
    if not issubclass(model, Page):
        return list(found)
    return list(found.filter(alias_of__isnull=True).specific())


def followed_pages(key):
    """The translated pages that follow a source that is there."""
    sources = Page.objects.filter(translation_key=key, alias_of__isnull=True).values("locale")
    locales = translations_of(key, enabled=True, source__locale__in=sources).values("target_locale")
    return targets(Page, key, locales)


def left_behind(model, key):
    """The translated objects of a source that is deleted, and of no other."""
    there = model._default_manager.filter(translation_key=key).values("locale")
    orphans = translations_of(key).exclude(source__locale__in=there).values("target_locale")
    still_translated = translations_of(key, source__locale__in=there).values_list("target_locale", flat=True)
    return [target for target in targets(model, key, orphans) if target.locale_id not in still_translated]


def candidate_to_move(target, user):
    """None if the translation stands where its source does."""
    source = source_of(target)
    parent = source and source.get_parent()
    if parent is None or parent.translation_key == target.get_parent().translation_key:
        return None
    destination = Page.objects.filter(
        translation_key=parent.translation_key, locale=target.locale, alias_of__isnull=True
    ).first()
    found = Candidate(target, target.locale, destination)
    if destination is None:
        found.problem = _("“%(page)s” has no translation into this language. Send it for translation first.") % {
            "page": parent.get_admin_display_title()
        }
    elif not target.permissions_for_user(user).can_move_to(destination):
        found.problem = _("You may not do this in this language.")
    elif not Page._slug_is_available(target.slug, destination, page=target):
        found.problem = _("Another page there has the same address. Change the slug first.")
    return found


def source_of(target):
    sources = translations_of(target.translation_key, enabled=True, target_locale=target.locale_id)
    return Page.objects.filter(
        translation_key=target.translation_key, locale__in=sources.values("source__locale"), alias_of__isnull=True
    ).first()


def may_unpublish(user, target):
    return target.permissions_for_user(user).can_unpublish()


def may_delete(user, target):
    if isinstance(target, Page):
        return target.permissions_for_user(user).can_delete()
    policy = policy_registry.get_by_type(type(target))
    return policy.user_has_permission_for_instance(user, "delete", target) and rights.can_edit(user, target)


def carry_out(request, candidate, action):
    """Do it to one translation, as the CMS's own screen would. Returns whether it was done: a hook may refuse."""
    target, user = candidate.target, request.user
    if action == MOVE:
        if is_refused("before_move_page", request, target, candidate.destination):
            return False
        MovePageAction(target, candidate.destination, pos="last-child", user=user).execute()
        return True
    if action == UNPUBLISH:
        if is_refused("before_unpublish_page", request, target):
            return False
        target.unpublish(user=user)
        return True
    if isinstance(target, Page):
        if is_refused("before_delete_page", request, target):
            return False
        target.delete(user=user)
        return True
    if is_refused("before_delete_snippet", request, [target]):
        return False
    target.delete()
    return True


def is_refused(hook, request, *about):
    """Whether a hook answers instead of letting it happen; it has told why."""
    return any(hasattr(function(request, *about), "status_code") for function in hooks.get_hooks(hook))
