"""People who are signed in already, where a journey is about something else."""

from urllib.parse import urlsplit

SIGN_IN = """
from importlib import import_module
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from accounts.models import User
user = User.objects.filter(email="{email}").first() or User.objects.create_user("{email}", name="{name}", role="{role}")
session = import_module(settings.SESSION_ENGINE).SessionStore()
session[SESSION_KEY] = str(user.pk)
session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session.save()
print(session.session_key)
"""


def sign_in(page, site, email, name="", role="employer"):
    """As the account of that address, which is made where it is not there yet."""
    key = site.shell(SIGN_IN.format(email=email, name=name, role=role)).splitlines()[-1]
    page.context.add_cookies([{"name": "sessionid", "value": key, "domain": urlsplit(site.url).hostname, "path": "/"}])
    return page
