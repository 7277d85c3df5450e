"""Settings of a server. Environment variables are read here (and DATABASE_URL in base.py), nowhere else.

Required: SECRET_KEY, ALLOWED_HOSTS, BASE_URL, DATABASE_URL. With a default: CACHE_URL, EMAIL_URL,
DEFAULT_FROM_EMAIL, LANGUAGE_CODE, MEDIA_ROOT, RENDERED_ROOT. For machine translation: LIBRETRANSLATE_URL and
LIBRETRANSLATE_KEY, or DEEPL_KEY. Raises ImproperlyConfigured naming the variable that is
missing.
"""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import BASE_DIR, STORAGES, env

for name in ("SECRET_KEY", "ALLOWED_HOSTS", "BASE_URL", "DATABASE_URL"):
    if not env.str(name, default="").strip():
        raise ImproperlyConfigured(f"Set the environment variable {name}.")

SECRET_KEY = env.str("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
WAGTAILADMIN_BASE_URL = env.str("BASE_URL").rstrip("/")
if urlsplit(WAGTAILADMIN_BASE_URL).scheme not in ("http", "https"):
    raise ImproperlyConfigured("BASE_URL must begin with https:// (or http://).")
CSRF_TRUSTED_ORIGINS = [WAGTAILADMIN_BASE_URL]

LANGUAGE_CODE = env.str("LANGUAGE_CODE", default="fi")
CACHES = dict.fromkeys(("default", "renditions"), env.cache_url("CACHE_URL", default="locmemcache://"))
STORAGES["rendered"]["OPTIONS"]["location"] = env.path("RENDERED_ROOT", default=str(BASE_DIR / "var" / "rendered"))()
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(BASE_DIR / "var" / "media"))()

vars().update(env.email_url("EMAIL_URL", default="smtp://localhost:25"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str(
    "DEFAULT_FROM_EMAIL", default=f"no-reply@{urlsplit(WAGTAILADMIN_BASE_URL).hostname}"
)

if libretranslate := env.str("LIBRETRANSLATE_URL", default="").rstrip("/"):
    TRANSLATION_ENGINE = {
        "CLASS": "wagtail_localize.machine_translators.libretranslate.LibreTranslator",
        "OPTIONS": {
            "LIBRETRANSLATE_URL": libretranslate,
            "API_KEY": env.str("LIBRETRANSLATE_KEY", default=""),
            "TIMEOUT": 30,
        },
    }
elif deepl_key := env.str("DEEPL_KEY", default=""):
    TRANSLATION_ENGINE = {
        "CLASS": "wagtail_localize.machine_translators.deepl.DeepLTranslator",
        "OPTIONS": {"AUTH_KEY": deepl_key, "TIMEOUT": 30},
    }

# TLS ends at the reverse proxy, which must set these two headers itself.
IS_BEHIND_PROXY = True  # X-Forwarded-For
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^-/live$", r"^-/ready$", r"^-/mail$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"own_page_secret_hidden": {"()": "home.logs.OwnPageSecretHidden"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["own_page_secret_hidden"]}
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    # In the place of gunicorn's own handlers, which hide nothing.
    "loggers": {
        "gunicorn.access": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "gunicorn.error": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}
