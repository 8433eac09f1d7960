# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The custody record of an evidence object: signed steps, each linked to the one before (docs/protocol/evidence.md, 6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from longbien.core.evidence.verifier.dsse import CUSTODY_TYPE, Envelope, read_envelope
from longbien.core.evidence.verifier.flaws import HEX_32, FlawError

if TYPE_CHECKING:
    from collections.abc import Sequence


class Step(NamedTuple):
    """What is kept of one custody step."""

    digest: str
    object: str
    number: int
    previous: str
    action: str
    party: str
    role: str
    time: str
    verified: str

    def sentence(self) -> str:
        """Say who did what."""
        found = "" if self.verified == "not-checked" else f" (digests: {self.verified})"
        return f"{self.action} by {self.role} of {self.party}, {self.time}{found}"


def read_step(data: bytes) -> tuple[Envelope, Step]:
    """Read a step; its signatures are checked by `check_signed`."""
    envelope = read_envelope(data, CUSTODY_TYPE)
    fields = envelope.fields
    fields.constant("type", "longbien/custody/v1")
    fields.text("nonce", HEX_32)
    step = Step(
        envelope.digest,
        fields.id("object"),
        fields.integer("number"),
        fields.digest_or_none("previous"),
        fields.text("action", "[a-z][a-z-]{0,39}"),
        fields.party("party"),
        fields.text("role_id"),
        fields.moment("time"),
        fields.constant("verified", "not-checked", "match", "mismatch"),
    )
    return envelope, step


def check_custody(steps: Sequence[Step]) -> None:
    """Check that one party's steps, in the order of their files, are one unbroken chain; FlawError `custody.…`.

    The chain may begin later than with step 1: a partner gives its last steps only.
    """
    if steps and (steps[0].number == 1) != (not steps[0].previous):
        raise FlawError("custody.chain", "its first step is linked to one before it, or a later one is not")
    for before, step in zip(steps, steps[1:]):
        if (step.number, step.previous) != (before.number + 1, before.digest):
            text = f"step {before.number + 1} of {step.party} is missing, or not linked to the one before"
            raise FlawError("custody.chain", text)
        if step.time < before.time:
            raise FlawError(
                "custody.time", f"step {step.number} of {step.party} is dated before the one before it"
            )
