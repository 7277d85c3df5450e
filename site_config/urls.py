"""The addresses of the site. Pages stand under the prefix of their language; the rest has none."""

from csp.decorators import csp_replace
from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns
from wagtail.views import serve

from home import views
from home.own_language import translate_in_own_language
from tiplists.views import printed_sheet
from trainings import views as training_views
from trainings.facts import ANY_SEGMENT

cms_urls = decorate_urlpatterns(list(wagtailadmin_urls.urlpatterns), csp_replace(settings.CMS_CONTENT_SECURITY_POLICY))
decorate_urlpatterns(cms_urls, translate_in_own_language)

urlpatterns = [
    path("", views.root),
    path("cms/", include(cms_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("favicon.ico", views.favicon),
    path("robots.txt", views.robots),
    path("sitemap.xml", views.sitemap_index),
    path("sitemap-<section>.xml", views.sitemap_section, name="sitemap"),
    path("v/<int:number>/<slug:version>/", printed_sheet, name="printed_sheet"),
    path("-/live", views.live),
    path("-/ready", views.ready),
    path("-/mail", views.mail),
    *(static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT) if settings.DEBUG else []),
    *i18n_patterns(
        re_path(rf"^(?P<path>(?:[\w\-]+/)+)(?P<segment>{ANY_SEGMENT})/$", training_views.register),
        path("r/<str:secret>/", training_views.own_registration, name="own_registration"),
        path("r/<str:secret>/cancel/", training_views.cancel_registration, name="cancel_registration"),
        path("r/<str:secret>/calendar.ics", training_views.own_calendar, name="own_calendar"),
        # A file that a page makes, such as /fi/valmennukset/calendar.ics: Wagtail's own pattern wants a slash. Only the
        # kinds that pages make: LocaleMiddleware would lead /sitemap-xx.xml here instead of saying that it is none.
        re_path(r"^((?:[\w\-]+/)*[\w\-]+\.(?:ics|pdf|png))$", serve),
        path("", include(wagtail_urls)),
        prefix_default_language=True,
    ),
]

handler400 = "home.views.bad_request"
handler500 = "home.views.server_error"
