"""The roles of the people who use the CMS. A translator may change only the tree of one language."""

from django.contrib.auth.models import Group, Permission
from django.utils.translation import gettext
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Locale

from home.models import HomePage

SNIPPETS = ["topic", "contact", "organisation", "sitetexts"]
MATERIAL = ["add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document"]


def permissions(*codenames):
    return list(Permission.objects.filter(codename__in=codenames))


def snippet_permissions(*actions):
    return permissions(*(f"{action}_{model}" for action in actions for model in SNIPPETS))


def make_groups(locales):
    """Make the groups that are missing and give them their rights; extra rights that somebody gave stay.

    `locales` maps language codes to Locale rows. Groups are named in the source language.
    """
    trees = {
        page.locale.language_code: page
        for page in HomePage.objects.filter(alias_of__isnull=True).select_related("locale")
    }
    everywhere = list(trees.values())
    cms = permissions("access_admin")
    # To send pages for translation and to keep the glossary; translators do both in their own language alone.
    translate = permissions(
        "submit_translation", "view_glossaryterm", "add_glossaryterm", "change_glossaryterm", "delete_glossaryterm"
    )
    # Whoever adds an exception must be able to take it back: there is no other way to undo it.
    hyphens = permissions("add_hyphenexception", "change_hyphenexception", "delete_hyphenexception")
    # There is one text of each mail in each language: nobody adds or deletes any.
    mails = permissions("change_mailtext")

    editors = group(gettext("Editors"), cms + snippet_permissions("add", "change") + translate + hyphens + mails)
    let(editors, everywhere, ["add_page", "change_page", "publish_page"], MATERIAL)
    moderators = group(
        gettext("Moderators"), cms + snippet_permissions("add", "change", "delete") + translate + hyphens + mails
    )
    let(
        moderators,
        everywhere,
        ["add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"],
        MATERIAL,
    )
    see_people = permissions("view_registration")
    organisers = group(
        gettext("Training organisers"),
        cms + mails + see_people + permissions("change_registration", "export_registration", "view_registrationneeds"),
    )
    let(organisers, training_trees(), ["add_page", "change_page", "publish_page"], MATERIAL)
    for code, tree in trees.items():
        name = gettext("Translators: %(language)s") % {"language": Locale.objects.get(language_code=code)}
        translators = group(name, cms + translate + snippet_permissions("change") + mails)
        let(translators, [tree], ["add_page", "change_page", "publish_page"], ["choose_image", "choose_document"])
    administrators = group(
        gettext("Administrators"),
        cms
        + translate
        + hyphens
        + mails
        + snippet_permissions("add", "change", "delete")
        + see_people
        + permissions(
            "delete_registration",
            "view_accesslogentry",
            "change_sitesettings",
            "change_trainingsettings",
            "view_feedback",
            "delete_feedback",
            *(f"{action}_{model}" for action in ("add", "change", "delete") for model in ("user", "redirect")),
        ),
    )
    let(
        administrators,
        everywhere,
        ["add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"],
        [*MATERIAL, "delete_image", "delete_document"],
    )
    # Wagtail's own two groups, unless somebody is in them.
    Group.objects.filter(name__in=["Editors", "Moderators"], user__isnull=True).exclude(
        pk__in=[editors.pk, moderators.pk]
    ).delete()


def group(name, rights):
    found, _is_new = Group.objects.get_or_create(name=name)
    found.permissions.add(*rights)
    return found


def let(whom, pages, page_rights, material_rights):
    """Let a group do these things in the trees of these pages and in the root collection."""
    for page in pages:
        for permission in permissions(*page_rights):
            GroupPagePermission.objects.get_or_create(group=whom, page=page.page_ptr, permission=permission)
    collection = Collection.get_first_root_node()
    for permission in permissions(*material_rights):
        GroupCollectionPermission.objects.get_or_create(group=whom, collection=collection, permission=permission)


def training_trees():
    from django.apps import apps

    return list(apps.get_model("trainings.TrainingIndexPage").objects.filter(alias_of__isnull=True))
