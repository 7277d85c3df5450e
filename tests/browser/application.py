"""The site as the browser tests serve it: with the media that a web server would serve, and errors in the log."""

import logging

from django.conf import settings
from whitenoise import WhiteNoise

from site_config.wsgi import application as site

logging.basicConfig(level=logging.WARNING)

application = WhiteNoise(site, root=settings.MEDIA_ROOT, prefix=settings.MEDIA_URL, autorefresh=True)
