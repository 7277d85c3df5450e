"""Which sources and which languages somebody may see in the translators' workplace: those that they may translate."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q
from django.utils.functional import cached_property
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail.permissions import page_permission_policy, policy_registry
from wagtail.snippets.models import get_snippet_models

from home.own_language import require_language
from translations.status import MANY, originals, source_rows


def may_see(user):
    """Whether the workplace has anything for somebody. One query at most: it is asked for each screen of the CMS."""
    return user.is_active and (user.is_superuser or bool(granted_pages(user)) or bool(snippet_models_of(user)))


def granted_pages(user):
    """The pages below which somebody may change everything."""
    rights = page_permission_policy.get_cached_permissions_for_user(user)
    return [right.page for right in rights if right.permission.codename == "change_page"]


def translated_models():
    """What is translated: pages, and every snippet that has a language."""
    snippets = {model.get_translation_model() for model in get_snippet_models() if issubclass(model, TranslatableMixin)}
    return [Page, *sorted(snippets, key=lambda model: str(model._meta.verbose_name_plural))]


def snippet_models_of(user):
    """The snippets that somebody may change."""
    return [
        model
        for model in translated_models()
        if model is not Page and policy_registry.get_by_type(model).user_has_permission(user, "change")
    ]


def models_of(user):
    """Of what somebody may see sources."""
    has_pages = user.is_superuser or granted_pages(user)
    return [*([Page] if has_pages else []), *snippet_models_of(user)]


def scope_of(user, model):
    """The scope of somebody among the objects of a translatable model."""
    return PageScope(user) if model is Page else SnippetScope(user, model)


class Scope:
    """What somebody may translate of a model, and into which languages."""

    def __init__(self, user, model):
        self.user, self.model = user, model
        order = [code for code, _name in settings.LANGUAGES]
        locales = Locale.objects.filter(language_code__in=order)
        self.locales = sorted(locales, key=lambda locale: order.index(locale.language_code))

    def region(self, locale):
        """The sources that somebody may translate into a language, as a condition on them; None if there are none."""
        raise NotImplementedError

    @cached_property
    def regions(self):
        """{locale: region} of the languages into which somebody may translate, in the order of the setting."""
        found = {locale: self.region(locale) for locale in self.locales}
        return {locale: region for locale, region in found.items() if region is not None}

    @property
    def languages(self):
        return list(self.regions)

    def rows(self):
        """The sources that somebody may translate into at least one language."""
        some = Q(pk__in=[])
        for region in self.regions.values():
            some |= region
        return source_rows(self.model).filter(some)

    def cells(self, sources):
        """{(translation_key, locale_id)} of what somebody may translate of these sources (objects of `rows()`)."""
        found = set()
        for locale, region in self.regions.items():
            keys = {source.translation_key for source in sources if source.locale_id != locale.pk}
            if region != outside(locale):
                own = originals(self.model).filter(region)
                if len(keys) <= MANY:
                    own = own.filter(translation_key__in=keys)
                # Where a source is, not where its translations are, decides.
                pks = set(own.values_list("pk", flat=True))
                keys = {source.translation_key for source in sources if source.pk in pks}
            found.update((key, locale.pk) for key in keys)
        return found


def outside(locale):
    """Everything that is not in the language itself."""
    return ~Q(locale=locale.pk)


class PageScope(Scope):
    """Pages whose translation lies, or would lie, in a tree that somebody may change. Three queries."""

    def __init__(self, user):
        super().__init__(user, Page)

    @cached_property
    def granted(self):
        return granted_pages(self.user)

    @cached_property
    def trees(self):
        """{locale_id: the home pages of a language}."""
        found = {}
        for page in Page.objects.filter(depth=2, alias_of__isnull=True).only("pk", "locale_id", "path"):
            found.setdefault(page.locale_id, []).append(page)
        return found

    @cached_property
    def counterparts(self):
        """{translation_key: paths, with their locales, of the translations of the pages that somebody may change}."""
        keys = [page.translation_key for page in self.granted]
        found = {}
        for key, locale_id, path in (
            originals(Page).filter(translation_key__in=keys).values_list("translation_key", "locale_id", "path")
        ):
            found.setdefault(key, []).append((locale_id, path))
        return found

    def region(self, locale):
        if self.user.is_superuser or any(page.depth == 1 for page in self.granted):
            return outside(locale)
        granted = [page for page in self.granted if page.locale_id == locale.pk]
        if not granted:
            return None
        trees = self.trees.get(locale.pk, [])
        if all(any(tree.path.startswith(page.path) for page in granted) for tree in trees):
            return outside(locale)
        targets = originals(Page).filter(translation_key=OuterRef("translation_key"), locale=locale.pk)
        there, would_be = Q(pk__in=[]), Q(pk__in=[])
        for page in granted:
            there |= Q(path__startswith=page.path)
            for locale_id, path in self.counterparts.get(page.translation_key, []):
                if locale_id != locale.pk:
                    would_be |= Q(path__startswith=path)
        return outside(locale) & (Exists(targets.filter(there)) | (would_be & ~Exists(targets)))


class SnippetScope(Scope):
    """Objects of a model that somebody may change, into the languages whose pages they may change."""

    def region(self, locale):
        if not policy_registry.get_by_type(self.model).user_has_permission(self.user, "change"):
            return None
        try:
            require_language(self.user, locale.pk)
        except PermissionDenied:
            return None
        return outside(locale)
