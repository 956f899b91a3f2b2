"""The WSGI door that gunicorn opens."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "axrc.settings")

application = get_wsgi_application()

# What is loaded by now stays, so the collector of garbage need not go through it again; and a page makes many small things
# that are gone with it, so it need not look after every 700 of them.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)
