# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A node's settings."""

import stat
from pathlib import Path

import pytest

from longbien.core.base.errors import UsageError
from longbien.site.config import load_config, read_secret_key
from longbien.site.database import database_settings


def home(path: Path, text: str = 'party = "VN"\n') -> dict[str, str]:
    (path / "longbien.toml").write_text(text, encoding="utf-8")
    return {"LONGBIEN_HOME": str(path)}


def test_a_party_is_enough(tmp_path: Path) -> None:
    config = load_config(home(tmp_path))
    assert (config.party, config.origin, config.language) == ("VN", "vn.longbien.invalid/log", "en")
    assert (config.public_url, config.peer_url) == ("http://127.0.0.1:8000", "http://127.0.0.1:8001")
    assert config.database_url == f"sqlite:///{tmp_path.resolve()}/node.sqlite3"
    assert config.exercise is False


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    environment = home(tmp_path, 'party = "VN"\nweb_port = 9000\n')
    config = load_config(environment | {"LONGBIEN_WEB_PORT": "9100", "LONGBIEN_EXERCISE": "true"})
    assert (config.web_port, config.public_url, config.exercise) == (9100, "http://127.0.0.1:9100", True)


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("", "config.missing", "party"),
        ('party = "vn"', "config.value", "party"),
        ('party = "VN"\ncolour = "red"', "config.unknown", "colour"),
        ('party = "VN"\nhome = "/"', "config.unknown", "home"),
        ('party = "VN"\nsmtp_host = "mail.example"', "config.value", "mail_from"),
        ('party = "VN"\nmail_from = "nobody"', "config.value", "mail_from"),
        ('party = "VN"\nsmtp_security = "hope"', "config.value", "smtp_security"),
        ('party = "VN"\nclock_file = "ahead"', "config.value", "clock_file"),
        ('party = "VN"\ncall_back_minutes = 4', "config.value", "call_back_minutes"),
        ('party = "VN"\nlanguage = "de"', "config.value", "language"),
        ('party = "VN"\norigin = "https://x"', "config.value", "origin"),
        ('party = "VN"\nweb_port = 0', "config.value", "web_port"),
        ('party = "VN"\nweb_port = true', "config.value", "web_port"),
        ('party = "VN"\nexercise = "perhaps"', "config.value", "exercise"),
        ('party = "VN"\npublic_url = "ftp://x"', "config.value", "public_url"),
        ('party = "VN"\npeer_url = 7', "config.value", "peer_url"),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str, code: str, name: str) -> None:
    with pytest.raises(UsageError) as caught:
        load_config(home(tmp_path, text))
    assert (caught.value.code, caught.value.params["name"]) == (code, name)


def test_a_broken_file_and_a_missing_home_are_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"config\.unreadable"):
        load_config(home(tmp_path, "party ="))
    with pytest.raises(UsageError, match=r"config\.home_missing"):
        load_config({})


def test_the_secret_key_is_made_once_for_the_owner_only(tmp_path: Path) -> None:
    config = load_config(home(tmp_path))
    secret = read_secret_key(config)
    assert len(secret) == 64
    assert read_secret_key(config) == secret
    assert stat.S_IMODE(config.secret_key_file.stat().st_mode) == 0o600


def test_a_home_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    config = load_config({"LONGBIEN_HOME": str(tmp_path / "absent"), "LONGBIEN_PARTY": "VN"})
    with pytest.raises(UsageError, match=r"config\.secret_unwritable"):
        read_secret_key(config)


def test_sqlite_is_durable() -> None:
    assert database_settings("sqlite:////srv/node.sqlite3") == {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": "/srv/node.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
            "timeout": 20,
        },
    }


def test_postgresql_by_url() -> None:
    found = database_settings("postgresql://longbien:p%40ss@db.example:5433/node?sslmode=verify-full")
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"]) == (
        "longbien",
        "p@ss",
        "db.example",
        "5433",
    )
    assert (found["NAME"], found["OPTIONS"]) == ("node", {"sslmode": "verify-full"})


@pytest.mark.parametrize(
    "url", ["", "node.sqlite3", "sqlite://", "mysql://x/y", "postgresql://x", "postgresql://x:y:z/n"]
)
def test_other_databases_are_refused(url: str) -> None:
    with pytest.raises(UsageError, match=r"config\.value"):
        database_settings(url)
