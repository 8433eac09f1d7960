# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien init`: a new node in an empty folder: settings, database, keys, first directory entry, log."""

import json
import os
import secrets
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import click

from longbien.bridge.certificate import make_identity
from longbien.bridge.keyfile import write_secret
from longbien.cli.describe import Description, read_description
from longbien.cli.main import wake
from longbien.core.base.errors import UsageError
from longbien.core.base.ids import Digest, parse_party_id
from longbien.core.parties.entry import Endpoint, print_fingerprint

SETTINGS: Final = "longbien.toml"
_GENERATED_WORK: Final = 12
"""scrypt's work factor for a generated passphrase: 256 random bits need no slow guessing."""
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("init")
@click.option("--party", required=True, help="Whose node this is: VN, AT, X-UNODC …")
@click.option("--name", required=True, help="The party's name in English, as the United Nations writes it.")
@click.option("--exercise", is_flag=True, help="A node for training: real nodes refuse all that it says.")
@click.option("--public-url", help="Where officers reach the pages; otherwise loopback.")
@click.option("--peer-url", help="Where partners reach the peer door; otherwise loopback.")
@click.option("--web-port", type=int, default=8000, show_default=True, help="The port of the pages.")
@click.option("--peer-port", type=int, default=8001, show_default=True, help="The port of the peer door.")
@click.option("--live-port", type=int, default=8002, show_default=True, help="The port of the live door.")
@click.option("--origin", help="The log's name, for ever: a host name you control, and a path.")
@click.option("--database-url", help="PostgreSQL's URL; otherwise SQLite in the node's folder.")
@click.option("--describe", type=_FILE, help="A YAML file with names, languages, authorities and profile.")
def command(
    *,
    party: str,
    name: str,
    exercise: bool,
    public_url: str | None,
    peer_url: str | None,
    web_port: int,
    peer_port: int,
    live_port: int,
    origin: str | None,
    database_url: str | None,
    describe: Path | None,
) -> None:
    """Make a new node in the folder that --home or LONGBIEN_HOME names."""
    party = parse_party_id(party)
    description = read_description(describe, name)
    home = empty_home()
    chosen = {
        "party": party,
        "exercise": exercise,
        "origin": origin or f"{party.lower()}.longbien.invalid/log",
        "public_url": public_url or f"http://127.0.0.1:{web_port}",
        "peer_url": peer_url or f"http://127.0.0.1:{peer_port}",
        "web_port": web_port,
        "peer_port": peer_port,
        "live_port": live_port,
        "keyring_work_factor": _GENERATED_WORK,
    }
    if database_url:
        chosen["database_url"] = database_url
    lines = [f"{key} = {json.dumps(value)}\n" for key, value in chosen.items()]
    (home / SETTINGS).write_text("".join(lines), encoding="utf-8")
    write_secret(home / "passphrase", secrets.token_urlsafe(32).encode() + b"\n")
    now = datetime.now(UTC)
    endpoint = _endpoint(home, str(chosen["peer_url"]), now)
    fingerprint = _make(description, endpoint, now)
    click.echo(f"Node of {party} in {home}{' (EXERCISE)' if exercise else ''}. Its entry's fingerprint:")
    click.echo(print_fingerprint(fingerprint))
    click.echo(
        "Keep copies of passphrase and keyring.age in two different places: without both, nothing can be opened."
    )
    click.echo("Next: longbien people add … for the first officers, then longbien serve.")


def empty_home() -> Path:
    """Give the node's folder, made if need be; UsageError `cli.home_not_empty` or `config.home_missing`."""
    place = os.environ.get("LONGBIEN_HOME", "")
    if not place:
        raise UsageError("config.home_missing")
    home = Path(place)
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    if any(home.iterdir()):
        raise UsageError("cli.home_not_empty", folder=str(home))
    return home


def _endpoint(home: Path, url: str, now: datetime) -> Endpoint:
    """Make the peer door's TLS key where it needs one; partners pin it."""
    if not url.startswith("https://"):
        return Endpoint(url=url, tls_sha256="")
    identity = make_identity(urlsplit(url).hostname or "", now)
    write_secret(home / "peer.key", identity.key)
    (home / "peer.crt").write_bytes(identity.certificate)
    return Endpoint(url=url, tls_sha256=identity.pin)


def _make(description: Description, endpoint: Endpoint, now: datetime) -> Digest:
    """Wake the new node, make its tables, keys, entry and log; give the entry's fingerprint."""
    wake()
    from django.conf import settings  # app ready
    from django.core.management import call_command  # app ready

    from longbien.actions.parties.initialise import OwnFacts, initialise  # app ready

    call_command("migrate", verbosity=0, interactive=False)
    config = settings.CONFIG
    own = OwnFacts(
        party=config.party,
        exercise=config.exercise,
        names=description.names,
        languages=description.languages,
        endpoint=endpoint,
        log_origin=config.origin,
        witness_name=f"{config.origin}/witness",
        authorities=description.authorities,
        profile=description.profile,
    )
    row = initialise(own=own, key_store=settings.KEY_STORE, now=now, randomness=secrets.token_bytes)
    return Digest(row.digest)
