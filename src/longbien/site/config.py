# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A node's settings: `longbien.toml` in the folder named by LONGBIEN_HOME, then the environment.

Every setting is documented in docs/reference/settings.md; a test keeps the two together. A setting `name` can be
overridden by the environment variable LONGBIEN_NAME.
"""

import os
import re
import secrets
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit

from longbien.core.base.errors import MalformedError, UsageError
from longbien.core.base.ids import PartyId, parse_party_id

FILE_NAME: Final = "longbien.toml"
LANGUAGES: Final = ("ar", "en", "es", "fr", "ru", "vi", "zh-hans")
"""The six official languages of the United Nations and Vietnamese."""

_ORIGIN: Final = re.compile(r"[a-z0-9.-]+(?:/[A-Za-z0-9._-]+)*")
_ADDRESS: Final = re.compile(r"[^@\s<>]{1,64}@[A-Za-z0-9.-]{1,255}")
_YES: Final = frozenset({"1", "true", "yes"})
_NO: Final = frozenset({"0", "false", "no"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings of one node. Order and meaning as in docs/reference/settings.md."""

    home: Path
    party: PartyId
    origin: str
    database_url: str
    language: str
    exercise: bool
    secret_key_file: Path
    keyring_file: Path
    passphrase_file: Path
    keyring_work_factor: int
    public_url: str
    peer_url: str
    web_host: str
    web_port: int
    peer_host: str
    peer_port: int
    live: bool
    live_host: str
    live_port: int
    live_url: str
    live_streams: int
    live_streams_per_address: int
    tls_certificate: Path
    tls_key: Path
    preview_languages: tuple[str, ...]
    upload_limit_mib: int
    clock_file: Path | None
    call_back_minutes: int
    smtp_host: str
    smtp_port: int
    smtp_security: str
    smtp_user: str
    smtp_password_file: Path
    mail_from: str


def load_config(environment: Mapping[str, str]) -> Config:
    """Read the settings; UsageError names the setting that is missing, unknown or wrong."""
    place = environment.get("LONGBIEN_HOME", "")
    if not place:
        raise UsageError("config.home_missing")
    home = Path(place).expanduser().resolve()
    found = _from_file(home / FILE_NAME)
    names = {field.name for field in fields(Config)} - {"home"}
    for name in found:
        if name not in names:
            raise UsageError("config.unknown", name=name, file=FILE_NAME)
    for name in names:
        override = environment.get(f"LONGBIEN_{name.upper()}")
        if override is not None:
            found[name] = override
    return _checked(home, found)


def read_secret_key(config: Config) -> str:
    """Give the secret that signs sessions; made once, readable by the node's account only."""
    path = config.secret_key_file
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise UsageError("config.secret_unwritable", file=str(path)) from error
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        secret = secrets.token_urlsafe(48)
        file.write(secret + "\n")
    return secret


def read_mail_password(config: Config) -> str:
    """Give the password for the mail server; UsageError `config.unreadable` without its file."""
    try:
        return config.smtp_password_file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("config.unreadable", file=str(config.smtp_password_file)) from error


def _from_file(path: Path) -> dict[str, object]:
    try:
        with path.open("rb") as file:
            return dict(tomllib.load(file))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError("config.unreadable", file=str(path)) from error


def _checked(home: Path, found: Mapping[str, object]) -> Config:
    party = _party(found)
    language = _text(found, "language", "en")
    if language not in LANGUAGES:
        raise UsageError("config.value", name="language")
    origin = _text(found, "origin", f"{party.lower()}.longbien.invalid/log")
    if _ORIGIN.fullmatch(origin) is None:
        raise UsageError("config.value", name="origin")
    web_port = _port(found, "web_port", 8000)
    peer_port = _port(found, "peer_port", 8001)
    live_port = _port(found, "live_port", 8002)
    public_url = _url(found, "public_url", f"http://127.0.0.1:{web_port}")
    return Config(
        home=home,
        party=party,
        origin=origin,
        database_url=_text(found, "database_url", f"sqlite:///{quote(str(home / 'node.sqlite3'))}"),
        language=language,
        exercise=_flag(found, "exercise", default=False),
        secret_key_file=home / _text(found, "secret_key_file", "secret.key"),
        keyring_file=home / _text(found, "keyring_file", "keyring.age"),
        passphrase_file=home / _text(found, "passphrase_file", "passphrase"),
        keyring_work_factor=_whole(found, "keyring_work_factor", 18, range(10, 21)),
        public_url=public_url,
        peer_url=_url(found, "peer_url", f"http://127.0.0.1:{peer_port}"),
        web_host=_text(found, "web_host", "127.0.0.1"),
        web_port=web_port,
        peer_host=_text(found, "peer_host", "127.0.0.1"),
        peer_port=peer_port,
        live=_flag(found, "live", default=True),
        live_host=_text(found, "live_host", _text(found, "web_host", "127.0.0.1")),
        live_port=live_port,
        live_url=_url(found, "live_url", _beside(public_url, live_port)),
        live_streams=_whole(found, "live_streams", 3000, range(1, 20001)),
        live_streams_per_address=_whole(found, "live_streams_per_address", 1000, range(1, 20001)),
        tls_certificate=home / _text(found, "tls_certificate", "peer.crt"),
        tls_key=home / _text(found, "tls_key", "peer.key"),
        preview_languages=_languages(found, "preview_languages"),
        upload_limit_mib=_whole(found, "upload_limit_mib", 4096, range(1, 65536)),
        clock_file=_clock_file(home, found),
        call_back_minutes=_whole(found, "call_back_minutes", 30, range(5, 1441)),
        smtp_host=_text(found, "smtp_host", ""),
        smtp_port=_whole(found, "smtp_port", 587, range(1, 65536)),
        smtp_security=_one_of(found, "smtp_security", ("starttls", "tls", "none")),
        smtp_user=_text(found, "smtp_user", ""),
        smtp_password_file=home / _text(found, "smtp_password_file", "smtp-password"),
        mail_from=_sender(found),
    )


def _party(found: Mapping[str, object]) -> PartyId:
    text = _text(found, "party", "")
    if not text:
        raise UsageError("config.missing", name="party")
    try:
        return parse_party_id(text)
    except MalformedError as error:
        raise UsageError("config.value", name="party") from error


def _text(found: Mapping[str, object], name: str, default: str) -> str:
    value = found.get(name, default)
    if not isinstance(value, str):
        raise UsageError("config.value", name=name)
    return value


def _one_of(found: Mapping[str, object], name: str, allowed: tuple[str, ...]) -> str:
    """Give one of the words allowed; the first one where none is set."""
    value = _text(found, name, allowed[0])
    if value not in allowed:
        raise UsageError("config.value", name=name)
    return value


def _sender(found: Mapping[str, object]) -> str:
    """Give the address from which e-mail comes; needed where a mail server is named."""
    value = _text(found, "mail_from", "")
    wanted = bool(_text(found, "smtp_host", ""))
    if (wanted and not value) or (value and _ADDRESS.fullmatch(value) is None):
        raise UsageError("config.value", name="mail_from")
    return value


def _languages(found: Mapping[str, object], name: str) -> tuple[str, ...]:
    chosen = tuple(_text(found, name, "").split())
    if not set(chosen) <= set(LANGUAGES):
        raise UsageError("config.value", name=name)
    return chosen


def _clock_file(home: Path, found: Mapping[str, object]) -> Path | None:
    """Give the file that moves the clock; no node that is real has one."""
    name = _text(found, "clock_file", "")
    if name and not _flag(found, "exercise", default=False):
        raise UsageError("config.value", name="clock_file")
    return home / name if name else None


def _url(found: Mapping[str, object], name: str, default: str) -> str:
    value = _text(found, name, default).rstrip("/")
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise UsageError("config.value", name=name)
    return value


def _beside(public_url: str, live_port: int) -> str:
    """Give where browsers reach the live door unless it is said: behind a proxy with TLS under the pages' own address, else at its port."""
    parts = urlsplit(public_url)
    if parts.scheme == "https":
        return f"https://{parts.netloc}"
    host = parts.netloc.rpartition("@")[2]
    host = host if host.endswith("]") or ":" not in host else host.rpartition(":")[0]
    return f"http://{host}:{live_port}"


def _port(found: Mapping[str, object], name: str, default: int) -> int:
    return _whole(found, name, default, range(1, 65536))


def _whole(found: Mapping[str, object], name: str, default: int, allowed: range) -> int:
    value = found.get(name, default)
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,5}", value):
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or value not in allowed:
        raise UsageError("config.value", name=name)
    return value


def _flag(found: Mapping[str, object], name: str, *, default: bool) -> bool:
    value = found.get(name, default)
    if isinstance(value, str) and value.lower() in _YES | _NO:
        return value.lower() in _YES
    if not isinstance(value, bool):
        raise UsageError("config.value", name=name)
    return value
