"""The site as the browser tests serve it: with the media that a web server would serve, and errors in the log."""

import logging
from datetime import timedelta

from django.conf import settings
from whitenoise import WhiteNoise

from site_config.wsgi import application as site
from translations import mail

logging.basicConfig(level=logging.WARNING)

application = WhiteNoise(site, root=settings.MEDIA_ROOT, prefix=settings.MEDIA_URL, autorefresh=True)

# A test does not wait until more work has gathered in one mail.
mail.GATHERING = timedelta()
