"""What the logs must not say."""

import logging
import re


class OwnPageSecretHidden(logging.Filter):
    """Hides the secret of addresses such as /fi/r/<secret>/cancel/: who reads a log could open that page."""

    def filter(self, record):
        record.msg = re.sub(r"/r/[^/\s]+", "/r/…", record.getMessage())
        record.args = ()
        return True
