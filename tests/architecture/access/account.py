"""Logging in and what belongs to an account. Each actor has a password and no second factor, and has just proved it."""

from tests.architecture.access import EVERYBODY, LOGIN, ONWARD, WHO_IS_SIGNED_IN, by

# Who is in already has no business there and is led home.
STRANGERS = by(ONWARD, anonymous=200)
# In the middle of a way that nobody here has begun.
NOWHERE_YET = by(ONWARD)
NOT_YET = by(ONWARD, anonymous=LOGIN)
# Nobody here has a second factor; that of another is not there.
NOBODYS = by(404, anonymous=LOGIN)

ROWS = {
    "accounts/": WHO_IS_SIGNED_IN,
    "accounts/login/": STRANGERS,
    "accounts/login/code/": STRANGERS,
    "accounts/login/code/confirm/": NOWHERE_YET,
    "accounts/signup/": STRANGERS,
    "accounts/logout/": by(200, anonymous=ONWARD),
    "accounts/inactive/": EVERYBODY,
    "accounts/consent/": WHO_IS_SIGNED_IN,
    "accounts/reauthenticate/": WHO_IS_SIGNED_IN,
    "accounts/email/": WHO_IS_SIGNED_IN,
    "accounts/confirm-email/": NOT_YET,
    "accounts/phone/change/": WHO_IS_SIGNED_IN,
    "accounts/phone/verify/": NOT_YET,
    "accounts/password/change/": WHO_IS_SIGNED_IN,
    "accounts/password/set/": NOT_YET,
    "accounts/password/reset/": EVERYBODY,
    "accounts/password/reset/done/": EVERYBODY,
    # A link that is wrong says so.
    "accounts/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": EVERYBODY,
    "accounts/password/reset/key/done/": EVERYBODY,
    "accounts/sessions/": WHO_IS_SIGNED_IN,
    "accounts/sessions/<int:pk>/end/": NOBODYS,
    "accounts/2fa/": WHO_IS_SIGNED_IN,
    "accounts/2fa/authenticate/": NOT_YET,
    "accounts/2fa/reauthenticate/": NOT_YET,
    "accounts/2fa/totp/activate/": WHO_IS_SIGNED_IN,
    "accounts/2fa/totp/deactivate/": NOBODYS,
    "accounts/2fa/recovery-codes/": NOBODYS,
    "accounts/2fa/recovery-codes/generate/": WHO_IS_SIGNED_IN,
    "accounts/2fa/recovery-codes/download/": NOBODYS,
    "accounts/2fa/webauthn/": WHO_IS_SIGNED_IN,
    "accounts/2fa/webauthn/add/": WHO_IS_SIGNED_IN,
    "accounts/2fa/webauthn/keys/<int:pk>/remove/": NOBODYS,
    "accounts/2fa/webauthn/keys/<int:pk>/edit/": NOBODYS,
    "accounts/2fa/webauthn/login/": NOT_YET,
    "accounts/2fa/webauthn/reauthenticate/": NOT_YET,
    "accounts/3rdparty/": WHO_IS_SIGNED_IN,
    "accounts/3rdparty/signup/": by(LOGIN),
    "accounts/3rdparty/login/cancelled/": EVERYBODY,
    "accounts/3rdparty/login/error/": by(401),
    **{f"accounts/social/{page}/": by(ONWARD) for page in ("login/cancelled", "login/error", "signup", "connections")},
}
SENT = {"accounts/sessions/<int:pk>/end/"}
