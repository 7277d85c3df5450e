"""System checks: typefaces for print; and, before a deployment, what the law asks for and nobody has entered."""

from django.core.checks import Error, Tags, Warning, register
from django.db import DatabaseError


@register(Tags.security, deploy=True)
def duties_are_filled(app_configs, **kwargs):
    """`check --deploy` names each missing duty of the default site (home.W001)."""
    from wagtail.models import Site

    from home.models import SiteSettings

    try:
        site = Site.objects.filter(is_default_site=True).first()
        missing = SiteSettings.for_site(site).missing_duties() if site else []
    except DatabaseError:  # not migrated yet: there is no site to speak of
        return []
    return [Warning(str(message), hint="CMS: Settings > Site settings", id="home.W001") for message in missing]


@register(Tags.files)
def typefaces_are_there(app_configs, **kwargs):
    """Without its typeface a printed sheet would be empty: home.E001 names the families that are missing."""
    from home.typesetting import FAMILIES, FONTS, families

    absent = sorted(FAMILIES - families())
    if not absent:
        return []
    return [Error(f"Typefaces for print are missing: {', '.join(absent)}", hint=f"Look in {FONTS}", id="home.E001")]
