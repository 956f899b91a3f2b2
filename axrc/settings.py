"""Settings. Every difference between machines is an environment variable, or a line in the file .env."""

from pathlib import Path

import environ
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")

VAR_DIR = Path(env("VAR_DIR", default=str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)

# Safety -----------------------------------------------------------------------------------------------------------

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="only-for-development" if DEBUG else "")
if not SECRET_KEY:
    raise ImproperlyConfigured("Set SECRET_KEY to a long random text that nobody else knows.")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# Behind a proxy that ends TLS: HTTPS=1 makes cookies secure and tells browsers to stay with https.
HTTPS = env.bool("HTTPS", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
# How many proxies stand in front of gunicorn: only their X-Forwarded-For is believed.
TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "worker-src": [SELF, "blob:"],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# Apps -------------------------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "pages",
    "jobs",
    "news",
    "accounts",
    "axrc.taxonomy",
    "axrc.vocabulary",
    "axrc.search",
    "axrc.text",
    "axrc.audit",
    "axrc.mail",
    "axrc.background",
    "axrc.web",
    "axrc.web.apps.AdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "axrc.web.apps.StaticFilesConfig",
    "django.contrib.sitemaps",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "ckeditor",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "django_altcha",
    "lucide",
]

# Logging in with WeChat is offered where its keys are set.
WEIXIN_CLIENT_ID = env("WEIXIN_CLIENT_ID", default="")
if WEIXIN_CLIENT_ID:
    INSTALLED_APPS.append("allauth.socialaccount.providers.weixin")
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["form-action"].append("https://open.weixin.qq.com")

MIDDLEWARE = [
    "axrc.web.page_cache.PageCacheMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.ConsentMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
]

ROOT_URLCONF = "axrc.urls"
WSGI_APPLICATION = "axrc.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "pages.context_processors.chrome",
            ],
            "builtins": ["axrc.web.templatetags.icons", "django.templatetags.static"],
        },
    }
]

# Data -------------------------------------------------------------------------------------------------------------

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR}/db.sqlite3")}
DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Writers queue instead of failing with "database is locked"; readers are never blocked.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env("REDIS_URL", default="")
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 20_000}}
}
# Whole pages for visitors are kept only where a deed can empty the cache of every process.
PAGE_CACHE = env.bool("PAGE_CACHE", default=bool(REDIS_URL))
# Without a shared cache each process would go on reading what a session held before another one changed it.
SESSION_ENGINE = f"django.contrib.sessions.backends.{'cached_db' if REDIS_URL else 'db'}"

# Files ------------------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "axrc.web.bundles.BundleFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
# While developing and testing, files are served as they lie; in production from what collectstatic gathered.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
# What only a view may give away, after it has looked who asks.
PRIVATE_ROOT = VAR_DIR / "private"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "axrc.web.static_storage.StaticStorage"
    },
}
FILE_UPLOAD_PERMISSIONS = 0o644
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# Language and time ------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

# People -----------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

# Staff set up a passkey or an authenticator app before the admin opens. Only where DEBUG is on may that be switched off.
STAFF_SECOND_FACTOR = env.bool("STAFF_SECOND_FACTOR", default=True) or not DEBUG

ACCOUNT_ADAPTER = "accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email", "phone"}
# allauth insists on the star; accounts.forms asks for one of the two.
ACCOUNT_SIGNUP_FIELDS = ["email*", "phone", "password1*"]
ACCOUNT_FORMS = {
    "signup": "accounts.forms.entering.SignupForm",
    "login": "accounts.forms.entering.LoginForm",
    "request_login_code": "accounts.forms.entering.RequestLoginCodeForm",
    "confirm_login_code": "accounts.forms.confirming.ConfirmLoginCodeForm",
    "confirm_email_verification_code": "accounts.forms.confirming.ConfirmEmailForm",
    "verify_phone": "accounts.forms.confirming.VerifyPhoneForm",
    "change_phone": "accounts.forms.confirming.ChangePhoneForm",
    "change_password": "accounts.forms.confirming.ChangePasswordForm",
    "reset_password": "accounts.forms.entering.ResetPasswordForm",
    "reset_password_from_key": "accounts.forms.confirming.ResetPasswordKeyForm",
    "set_password": "accounts.forms.confirming.SetPasswordForm",
    "add_email": "accounts.forms.confirming.AddEmailForm",
    "reauthenticate": "accounts.forms.confirming.ReauthenticateForm",
}
ACCOUNT_SIGNUP_FORM_CLASS = "accounts.forms.joining.JoiningForm"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_PHONE_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_RATE_LIMITS = {
    "request_login_code": "20/10m/ip,3/10m/key",
    "change_phone": "5/10m/user",
    # axrc.mail counts text messages, for known and unknown numbers, and says what to do; allauth would fail.
    "verify_phone": None,
}
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "dashed": False, "length": 6}
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXY_COUNT

MFA_ADAPTER = "accounts.second_factor.MFAAdapter"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# http://localhost:8000 is as good as https to a browser, and to nobody else.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG
MFA_FORMS = {
    "add_webauthn": "accounts.second_factor.AddPasskeyForm",
    "activate_totp": "accounts.forms.confirming.ActivateAppForm",
    "authenticate": "accounts.forms.confirming.SecondFactorForm",
    "reauthenticate": "accounts.forms.confirming.SecondFactorAgainForm",
}
# A clock that is half a minute wrong is no reason to stay outside.
MFA_TOTP_TOLERANCE = 1

SOCIALACCOUNT_ADAPTER = "accounts.wechat.SocialAccountAdapter"
# Who comes by WeChat says who he is, agrees to the terms and confirms a number or an address, as everybody does.
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_FORMS = {"signup": "accounts.forms.entering.SocialSignupForm"}
SOCIALACCOUNT_PROVIDERS = (
    {"weixin": {"APPS": [{"client_id": WEIXIN_CLIENT_ID, "secret": env("WEIXIN_SECRET"), "key": ""}]}}
    if WEIXIN_CLIENT_ID
    else {}
)

# Mail -------------------------------------------------------------------------------------------------------------

# How the site calls itself in letters, and where it is reached: a letter is written without a request that could tell.
SITE_NAME = "安溪人才网"
SITE_URL = env(
    "SITE_URL", default="http://127.0.0.1:8000" if DEBUG else f"http{'s' if HTTPS else ''}://{ALLOWED_HOSTS[0]}"
).rstrip("/")
vars().update(env.email_url("EMAIL_URL", default="consolemail://" if DEBUG else "smtp://localhost:25"))
EMAIL_TIMEOUT = 15
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("DEFAULT_FROM_EMAIL", default="安溪人才网 <noreply@localhost>")
ADMINS = [("", address) for address in env.list("ADMINS", default=[])]

# Without a backend nobody is asked for a mobile number. The console is for development: it shows codes.
SMS_BACKEND = env("SMS_BACKEND", default="axrc.mail.sms.console.Backend" if DEBUG else "")
SMS_SIGN_NAME = env("SMS_SIGN_NAME", default=SITE_NAME)
SMS_DAILY_LIMIT = env.int("SMS_DAILY_LIMIT", default=1000)
ALIYUN_ACCESS_KEY_ID = env("ALIYUN_ACCESS_KEY_ID", default="")
ALIYUN_ACCESS_KEY_SECRET = env("ALIYUN_ACCESS_KEY_SECRET", default="")
ALIYUN_SMS_ENDPOINT = env("ALIYUN_SMS_ENDPOINT", default="dysmsapi.aliyuncs.com")
# Which of Aliyun's templates says what ours says: accounts/sms/code=SMS_154950909,...
ALIYUN_SMS_TEMPLATES = env.dict("ALIYUN_SMS_TEMPLATES", default={})

# Work after the answer. While developing and testing it is done at once, in production by `manage.py db_worker`.
TASKS_BACKENDS = {
    "immediate": "django_tasks.backends.immediate.ImmediateBackend",
    "database": "django_tasks_db.DatabaseBackend",
}
TASKS = {"default": {"BACKEND": TASKS_BACKENDS[env("TASKS", default="immediate" if DEBUG else "database")]}}

# The editor of articles and pages. It is an old one (CKEditor 4), so: in the admin only, never with allowedContent or
# fullPage, and whatever it sends is cleaned by axrc.text before it is saved. That is why its warning may be silent.
SILENCED_SYSTEM_CHECKS = ["ckeditor.W001"]
CKEDITOR_CONFIGS = {
    "default": {
        "language": "zh-cn",
        "width": "100%",
        "height": 460,
        "toolbar": [
            ["Format", "Bold", "Italic", "Underline", "Strike", "RemoveFormat"],
            ["NumberedList", "BulletedList", "Blockquote", "Indent", "Outdent"],
            ["JustifyLeft", "JustifyCenter", "JustifyRight"],
            ["Link", "Unlink", "Image", "Table", "HorizontalRule", "SpecialChar"],
            ["Undo", "Redo", "PasteText", "Maximize", "Source"],
        ],
        "format_tags": "p;h2;h3;h4",
        "removePlugins": "exportpdf,scayt,wsc,elementspath,flash,iframe,smiley,about,forms,save,newpage,preview,print",
        "extraPlugins": "uploadimage",
        "removeDialogTabs": "image:advanced;link:advanced;table:advanced",
        "disableNativeSpellChecker": False,
        "versionCheck": False,
    }
}

# Whoever is told of an error is not told what visitors typed.
DEFAULT_EXCEPTION_REPORTER_FILTER = "axrc.web.error_reports.WithoutForms"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="INFO")},
}
