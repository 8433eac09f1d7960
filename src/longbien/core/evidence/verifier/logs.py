# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whose checkpoint it is and who else saw it: the signatures under log proofs (docs/protocol/log.md)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from longbien.core.evidence.verifier.flaws import FlawError
from longbien.core.evidence.verifier.note import note_signature_time

if TYPE_CHECKING:
    from longbien.core.evidence.verifier.directory import Directory
    from longbien.core.evidence.verifier.note import Checkpoint, NoteKey
    from longbien.core.evidence.verifier.proof import LogProof


class Witnessed(NamedTuple):
    """That another party saw a checkpoint, at the time that it stated."""

    party: str
    moment: str


class Logged(NamedTuple):
    """A proof whose checkpoint the log signed with both keys, and the parties that cosigned it with both of theirs."""

    party: str
    proof: LogProof
    moment: str
    witnesses: tuple[Witnessed, ...]

    def sentence(self) -> str:
        """Say where it stands in the log and who else saw that."""
        seen = ", ".join(f"{item.party} at {item.moment}" for item in self.witnesses)
        text = f"entry {self.proof.position} in the log of {self.party}, {self.moment}"
        return f"{text} (checkpoint also signed by {seen})" if seen else f"{text} (seen by no other party)"


class Logs:
    """Verifies checkpoints, each once, and compares those of one log with each other."""

    def __init__(self, directory: Directory) -> None:
        """Take the parties' keys."""
        self._directory = directory
        self._verified: dict[tuple[str, Checkpoint], tuple[str, tuple[Witnessed, ...]]] = {}
        self.cosigned: dict[tuple[str, int], set[NoteKey]] = {}
        """Whose cosignatures hold, by origin and size of the checkpoint."""
        self._roots: dict[tuple[str, int], bytes] = {}

    def check(self, party: str, proof: LogProof) -> Logged:
        """Check that a proof stands under a checkpoint of this party's log; FlawError `log.…` or `note.…`."""
        moment = proof.leaf.moment("time")
        checkpoint = proof.checkpoint
        known = self._verified.get((party, checkpoint))
        if known is None:
            known = (self._revocation(party, checkpoint), self._witnesses(party, checkpoint))
            self._verified[party, checkpoint] = known
        revoked, witnesses = known
        if revoked and not any(item.moment < revoked for item in witnesses):
            text = f"a key of the log of {party} was revoked as of {revoked}, and no other party saw this checkpoint before"
            raise FlawError("log.revoked", text)
        key = (checkpoint.origin, checkpoint.size)
        if self._roots.setdefault(key, checkpoint.root) != checkpoint.root:
            text = f"the log of {party} signed two different trees of the same size: it has been forked"
            raise FlawError("log.fork", text)
        return Logged(party, proof, moment, witnesses)

    def _revocation(self, party: str, checkpoint: Checkpoint) -> str:
        """Check that the log signed with both keys, and give the moment since which one of them is revoked, or ""."""
        primitives = self._directory.primitives
        for keys in self._directory.log_keys(party, checkpoint.origin):
            times = [note_signature_time(checkpoint, key, primitives) for key in keys]
            if None not in times and {key.kind for key in keys} == {1, 6}:
                return self._directory.revoked_since(party, keys)
        raise FlawError("log.signature", f"its checkpoint is not signed with both keys of the log of {party}")

    def _witnesses(self, party: str, checkpoint: Checkpoint) -> tuple[Witnessed, ...]:
        found: dict[str, str] = {}
        for witness, keys in self._directory.witnesses():
            times = [note_signature_time(checkpoint, key, self._directory.primitives) for key in keys]
            stated = [stamp for stamp in times if stamp]
            valid = {key for key, stamp in zip(keys, times) if stamp is not None}
            self.cosigned.setdefault((checkpoint.origin, checkpoint.size), set()).update(valid)
            # A cosignature counts with both keys, so that neither algorithm alone has to be believed.
            if witness != party and len(stated) == len(keys) and {key.kind for key in keys} == {4, 6}:
                found[witness] = posix_moment(max(stated))
        return tuple(Witnessed(*item) for item in sorted(found.items()))


def posix_moment(seconds: int) -> str:
    """Write a POSIX time as signed documents write moments; FlawError beyond the year 9999."""
    if seconds > 253402300799:
        raise FlawError("note.time", "a signature on the checkpoint states a time that cannot be")
    return time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(seconds))
