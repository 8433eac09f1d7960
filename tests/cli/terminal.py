# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A terminal in front of a node in the test's process: the words typed, what was answered, the exit status."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from longbien.actions.exchange.deliver import deliver
from longbien.actions.node import Node
from longbien.cli.main import main
from longbien.store import models
from tests.authority import authority
from tests.nodes import Clock
from tests.partner import Peer

PASSWORD = "a long pass phrase of no use"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def value(self) -> Any:
        """Read an answer in JSON."""
        return json.loads(self.out)


@dataclass(slots=True, kw_only=True)
class Terminal:
    """The node's terminal: `run` types a command as one of the officers."""

    node: Node
    clock: Clock
    folder: Path
    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch

    def enrol(self, username: str, *roles: str) -> models.Officer:
        """Make an officer who can sign in."""
        officer = models.Officer(username=username, role_id=f"vn-{username}", is_active=True)
        officer.set_password(PASSWORD)
        officer.save()
        for role in roles:
            officer.grants.create(role=role, granted_by="installation", granted_at=self.clock.now)
        return officer

    def run(self, *words: str, by: str = "") -> Said:
        """Type a command; `by` signs in through the environment, as a script would."""
        secret = self.folder / "password"
        secret.write_text(PASSWORD + "\n")
        secret.chmod(0o600)
        with self.monkeypatch.context() as patch:
            patch.setattr("sys.argv", ["longbien", *words])
            if by:
                patch.setenv("LONGBIEN_AS", by)
                patch.setenv("LONGBIEN_PASSWORD_FILE", str(secret))
            status = 0
            try:
                main()
            except SystemExit as ended:
                status = ended.code if isinstance(ended.code, int) else int(bool(ended.code))
        found = self.capsys.readouterr()
        return Said(status=status, out=found.out, err=found.err)

    def deliver(self) -> None:
        """Hand what waits to the partner, which takes everything in."""
        peer = Peer(authority("AT"), authority("VN"), self.clock)
        deliver(node=self.node, partner=authority("AT").party, door=peer)
