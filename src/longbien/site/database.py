# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The database setting: one URL, SQLite by default, PostgreSQL when a node grows."""

from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

from longbien.core.base.errors import UsageError

# Full durability: a receipt that was sent must survive a power cut. IMMEDIATE: a writer waits at the start of its
# transaction, not in its middle, where SQLite could only refuse.
_SQLITE_START: Final = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"


def database_settings(url: str) -> dict[str, Any]:
    """Turn `sqlite:////path` or `postgresql://user:secret@host:port/name?option=value` into Django's DATABASES entry."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite" and not parts.netloc and parts.path.startswith("//"):
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path[1:]),
            "CONN_MAX_AGE": None,
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "init_command": _SQLITE_START, "timeout": 20},
        }
    if parts.scheme in {"postgresql", "postgres"} and len(parts.path) > 1:
        try:
            port = str(parts.port or "")
        except ValueError as error:
            raise UsageError("config.value", name="database_url") from error
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path[1:]),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": port,
            "CONN_MAX_AGE": None,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": dict(parse_qsl(parts.query)),
        }
    raise UsageError("config.value", name="database_url")
