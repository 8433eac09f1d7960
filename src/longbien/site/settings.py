# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Django's settings for the pages, made from the node's own (`longbien.site.config`)."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from longbien.bridge.keyfile import FileKeyStore
from longbien.site.config import load_config, read_secret_key
from longbien.site.database import database_settings
from longbien.site.languages import offered_languages
from longbien.site.origins import live_origins
from longbien.site.processes import processes

CONFIG = load_config(os.environ)
PROCESSES = processes(CONFIG)
KEY_STORE = FileKeyStore(
    keyring=CONFIG.keyring_file, passphrase=CONFIG.passphrase_file, work_factor=CONFIG.keyring_work_factor
)
_PACKAGE = Path(__file__).resolve().parent.parent
_HTTPS = CONFIG.public_url.startswith("https://")

SECRET_KEY = read_secret_key(CONFIG)
DEBUG = False
ALLOWED_HOSTS = sorted(
    {"127.0.0.1", "localhost", "[::1]"}
    | {urlsplit(url).hostname or "" for url in (CONFIG.public_url, CONFIG.peer_url)},
)
ROOT_URLCONF = "longbien.site.urls"
WSGI_APPLICATION = "longbien.site.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "csp",
    "django_htmx",
    "longbien.store",
    "longbien.site.apps.Wiring",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "longbien.web.base.presence.PresenceMiddleware",
    "longbien.web.base.refusals.RefusalMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_PACKAGE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "longbien.web.base.frame.frame",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "longbien.web.base.tags",
                "longbien.web.conference.tags",
                "longbien.web.treaty.tags",
                "longbien.web.conference.paper_tags",
                "longbien.web.law.library.words",
                "longbien.web.law.concordance.tags",
            ],
        },
    },
]

DATABASES: dict[str, dict[str, Any]] = {"default": database_settings(CONFIG.database_url)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "longbien.Officer"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
    "longbien.actions.conference.people.codes.BadgeCodeBackend",
]
# The first one hashes; hashes of the others are still accepted, and made anew at the next sign-in (ADR 0044).
PASSWORD_HASHERS = [
    "longbien.site.hashers.HallArgon2",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2SHA1PasswordHasher",
    "django.contrib.auth.hashers.ScryptPasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# Uploads rest beside the node's other data while they are sealed, never in the machine's shared temporary folder.
FILE_UPLOAD_TEMP_DIR = CONFIG.home
FILE_UPLOAD_HANDLERS = [
    "longbien.web.base.uploads.BoundedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
UPLOAD_LIMIT = CONFIG.upload_limit_mib * 1024 * 1024
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
CSRF_FAILURE_VIEW = "longbien.web.base.errors.form_expired"

# Accounts are made by the node's operator (`longbien people add`): nobody signs up, and no mail leaves the node.
ACCOUNT_ADAPTER = "longbien.web.people.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/sign-in/"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
# A hall of delegates signs in from one address: nothing is limited by address alone. Names are locked by axes, below.
# What is left limits the codes of a second factor, by account.
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": "5/15m/key"}
ACCOUNT_FORMS = {"login": "longbien.web.people.forms.SignInForm"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RATE_LIMITS = {"webauthn_login": None}  # a passkey holds no secret that could be guessed
MFA_TOTP_ISSUER = f"Long Biên {CONFIG.party}"
# Five wrong passwords lock this name from this address for a quarter of an hour, whatever the sign-in path.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "longbien.web.people.views.locked_out"
AXES_VERBOSE = False

LOCALE_PATHS = [_PACKAGE / "locale"]
LANGUAGES = offered_languages(LOCALE_PATHS[0], CONFIG.preview_languages)
LANGUAGE_CODE = CONFIG.language if CONFIG.language in dict(LANGUAGES) else "en"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
STATICFILES_DIRS = [_PACKAGE / "web" / "static"]
WHITENOISE_USE_FINDERS = True

# Two nodes on one machine (an exercise) must not take each other's cookies: cookies ignore ports.
_COOKIE = f"longbien_{CONFIG.party.lower()}"
SESSION_ENGINE = "longbien.store.sessions"
SESSION_COOKIE_NAME = f"{_COOKIE}_session"
SESSION_COOKIE_SECURE = _HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600  # one shift; the page warns before its end and offers to go on
CSRF_COOKIE_NAME = f"{_COOKIE}_csrf"
CSRF_COOKIE_SECURE = _HTTPS
CSRF_TRUSTED_ORIGINS = [CONFIG.public_url]
LANGUAGE_COOKIE_NAME = f"{_COOKIE}_language"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if _HTTPS else 0
X_FRAME_OPTIONS = "DENY"

LIVE_ORIGINS = live_origins(CONFIG, ALLOWED_HOSTS)

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # the icons of the style sheet, the square code of the second factor
        "font-src": [SELF],
        "connect-src": [SELF, *LIVE_ORIGINS],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}

# What the lock-out notes is in its own rows; at the terminal it would only hide the answer.
LOGGING = {"version": 1, "disable_existing_loggers": False, "loggers": {"axes": {"level": "ERROR"}}}
