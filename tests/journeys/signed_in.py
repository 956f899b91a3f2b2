"""The pages of people who are signed in, and of those on their way in: who looks at which, in the demo."""

import json

# Who looks at what; `{name}` is an id or a token that PREPARE found.
PAGES = {
    "seeker": [
        *("/my/", "/my/resume/", "/my/views/", "/my/blocked/?q=茶", "/my/resume/visibility/"),
        *("/my/resume/basics/", "/my/resume/intentions/", "/my/resume/skills/", "/my/resume/photo/"),
        *("/my/resume/intentions/{intention}/", "/my/resume/intentions/{intention}/remove/"),
        *("/talent/{own_resume}/", "/talent/{own_resume}/print/", "/my/privacy/", "/my/privacy/close/"),
    ],
    "employer": [
        *("/my/", "/my/company/", "/my/company/photos/", "/my/company/photos/{photo}/", "/my/company/addresses/"),
        *("/my/company/verification/?change=1", "/my/team/", "/talent/", "/talent/?q=飞行员&education=doctor"),
        *("/my/jobs/new/", "/my/jobs/{job}/edit/", "/my/jobs/drafts/{job_draft}/"),
        *("/my/jobs/", "/my/jobs/?group=all&by=me", "/my/jobs/{own_job}/?open=close", "/my/jobs/{own_job}/renew/"),
        *("/my/jobs/{ended_job}/?open=relist", "/my/jobs/{ended_job}/renew/", "/my/jobs/{ended_job}/hired/"),
        *("/talent/{resume}/", "/talent/{resume}/print/", "/my/jobs/import/", "/my/jobs/import/{sheet}/"),
    ],
    "newcomer": ["/my/company/", "/my/team/join/{invitation}/"],
    "member": [
        *("/accounts/", "/accounts/consent/", "/accounts/email/", "/accounts/phone/change/", "/accounts/password/change/"),
        *("/accounts/sessions/", "/accounts/3rdparty/", "/accounts/logout/", "/accounts/reauthenticate/"),
        *("/accounts/2fa/", "/accounts/2fa/totp/activate/", "/accounts/2fa/webauthn/add/"),
    ],
    # With an authenticator app, a passkey and recovery codes.
    "guarded": [
        *("/accounts/2fa/", "/accounts/2fa/webauthn/", "/accounts/2fa/reauthenticate/"),
        *("/accounts/2fa/totp/deactivate/", "/accounts/2fa/recovery-codes/", "/accounts/2fa/recovery-codes/generate/"),
        *("/accounts/2fa/webauthn/keys/{key}/edit/", "/accounts/2fa/webauthn/keys/{key}/remove/"),
        "/accounts/2fa/webauthn/reauthenticate/",
    ],
    "without a password": ["/accounts/password/set/"],
    "stranger": [
        *("/accounts/login/code/", "/accounts/inactive/", "/my/privacy/take-back/old/"),
        *("/accounts/password/reset/done/", "/accounts/password/reset/key/1-wrong/"),
        *("/accounts/password/reset/key/done/", "/accounts/3rdparty/login/cancelled/", "/accounts/3rdparty/login/error/"),
    ],
}
# These look like another page of the list: the same template with other fields.
ALIKE = {
    **{f"my/resume/{step}/": "my/resume/intentions/" for step in ("education", "work", "projects", "certificates")},
    **{
        f"my/resume/{step}/<int:pk>/{deed}": f"my/resume/intentions/<int:pk>/{deed}"
        for step in ("education", "work", "projects", "certificates")
        for deed in ("", "remove/")
    },
    "my/resume/about/": "my/resume/skills/",
    "my/resume/attachment/": "my/resume/photo/",
}
# Where a code is typed in: only who has asked for one gets there (tests/journeys/test_signed_in_pages.py goes there).
ON_THE_WAY = {
    "accounts/login/code/confirm/",
    "accounts/confirm-email/",
    "accounts/phone/verify/",
    "accounts/2fa/authenticate/",
}
# Among the pages of everybody (tests/public.py).
PUBLIC = {"accounts/login/", "accounts/signup/", "accounts/password/reset/"}
# No pages: files, what scripts ask for, and what only leads on.
NO_PAGES = {
    "my/privacy/export/<int:pk>/",
    "my/resume/export/",
    "my/company/verification/letter/",
    "my/jobs/template.xlsx",
    "my/jobs/export.xlsx",
    "my/jobs/import/<int:pk>/bad.xlsx",
    "talent/<int:pk>/pdf/",
    "talent/<int:pk>/attachment/",
    "talent/<int:pk>/photo/",
    "accounts/2fa/recovery-codes/download/",
    "accounts/2fa/webauthn/login/",
    "accounts/3rdparty/signup/",
    *(f"accounts/social/{page}/" for page in ("login/cancelled", "login/error", "signup", "connections")),
}

PREPARE = '''
import json, time
from datetime import timedelta
from importlib import import_module
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from accounts import consents, photos, teams
from django.utils import timezone
from accounts.models import Company, Invitation, Resume, User
from axrc import audit
from jobs.models import Job, JobDraft, JobViews
from axrc.web.uploads import reencoded
from jobs.sheets import importing
from tests.jobs.sheets import making
from tests.web.files import photo, upload

def account(email, password="anxi-demo-2026", **fields):
    user = User.objects.create_user(email, password, **fields)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    consents.agree(user)
    return user

def credential():
    """A passkey as a browser would have made it."""
    public = ES256({1: 2, 3: -7, -1: 1, -2: bytes(32), -3: bytes(32)})
    data = AuthenticatorData.create(bytes(32), 0x41, 0, AttestedCredentialData.create(bytes(16), b"key", public))
    said = json.dumps({"type": "webauthn.create", "challenge": "", "origin": "http://localhost"}).encode()
    made = AttestationObject.create("none", data, {})
    answer = {"clientDataJSON": websafe_encode(said), "attestationObject": websafe_encode(bytes(made))}
    key = websafe_encode(b"key")
    return {"id": key, "rawId": key, "type": "public-key", "response": answer, "clientExtensionResults": {}}

def session(user):
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session["account_authentication_methods"] = [{"method": "password", "at": time.time(), "reauthenticated": True}]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()
    return session.session_key

people = {name: User.objects.get(email=f"{name}@example.com") for name in ("seeker", "employer")}
people["member"] = account("member@example.com", name="陈会员")
people["newcomer"] = account("newcomer@example.com", name="陈新人", role="employer")
people["guarded"] = account("guarded@example.com", name="陈小心")
people["without a password"] = account("nopassword@example.com", None, name="陈无密")
TOTP.activate(people["guarded"], "JBSWY3DPEHPK3PXP")
RecoveryCodes.activate(people["guarded"])
key = Authenticator.objects.create(user=people["guarded"], type="webauthn", data={"name": "我的手机", "credential": credential()})
company = Company.objects.get(recruiters__user=people["employer"])
own_job, ended_job = Job.objects.live().of(company).order_by("-ends_at")[:2]
ended_job.ends_at = timezone.now() - timedelta(days=1)
ended_job.save()
for days in range(0, 30, 4):
    JobViews.objects.create(job=own_job, day=timezone.localdate() - timedelta(days=days), count=days + 3)
audit.record(people["employer"], "job.renewed", own_job, until="2026-12-31")
picture = photos.add(company, reencoded(upload("a.jpg", photo())), alternative_text="制茶车间")
rows = [making.row(), making.row(), making.row(title="", category="宇航员")]
sheet = importing.take_in(company, making.sheet(*rows), by=people["employer"])
ids = {
    "own_resume": Resume.objects.get(user=people["seeker"]).pk,
    "intention": Resume.objects.get(user=people["seeker"]).intentions.first().pk,
    "resume": Resume.objects.visible_to(people["employer"]).filter(visibility="public").first().pk,
    "photo": picture.pk,
    "job": Job.objects.live().of(company).first().pk,
    "job_draft": JobDraft.objects.create(company=company, typed={"title": ["制茶师"], "salary_min": ["面议"]}).pk,
    "own_job": own_job.pk,
    "ended_job": ended_job.pk,
    "key": key.pk,
    "sheet": sheet.pk,
    "invitation": teams.token(Invitation.objects.create(company=company, contact="newcomer@example.com")),
}
print(json.dumps([{name: session(user) for name, user in people.items()}, ids]))
'''


def prepare(site):
    """({who: session key}, {who: addresses}) of people who have something of everything."""
    keys, ids = json.loads(site.shell(PREPARE).splitlines()[-1])
    return keys, {who: [page.format(**ids) for page in pages] for who, pages in PAGES.items()}
