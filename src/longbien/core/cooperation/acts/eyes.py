# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which acts need two officers. One table; the sender's node asks it before it signs, the recipient's before it takes in.

A single duty officer must be able to acknowledge and to freeze data at 03:00; nobody alone asks, refuses, gives or accepts terms.
"""

from dataclasses import dataclass
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.acts.bodies import Decided
from longbien.core.cooperation.acts.bodies_json import read_body
from longbien.core.cooperation.forms.kinds import form_of_act


@dataclass(frozen=True, slots=True, kw_only=True)
class Eyes:
    """How many different officers an act of `kind` needs; `measure` and `decision` narrow it to some decisions."""

    kind: str
    officers: int
    reason: str
    measure: str = ""
    decision: str = ""


FOUR_EYES: Final = (
    Eyes(kind="answer.acknowledged", officers=1, reason="a receipt by a person; decides nothing"),
    Eyes(kind="answer.returned", officers=1, reason="not a refusal: the request can be completed"),
    Eyes(kind="answer.information-wanted", officers=1, reason="a question"),
    Eyes(kind="request.information", officers=1, reason="completes a request that two have approved"),
    Eyes(
        kind="answer.decided",
        measure="preservation",
        decision="granted",
        officers=1,
        reason="data are frozen, nothing is given (Art. 42(4): expeditiously)",
    ),
    Eyes(kind="answer.decided", officers=2, reason="a refusal, or data will leave (Art. 40(25), 44)"),
    Eyes(kind="answer.executed", officers=1, reason="a statement of fact"),
    Eyes(kind="request.extension", officers=1, reason="one act before expiry (Art. 42(9))"),
    Eyes(kind="request.withdrawn", officers=2, reason="preserved data may be lost by it"),
    Eyes(kind="answer.closed", officers=1, reason="a statement of fact"),
    Eyes(
        kind="answer.consulting",
        officers=1,
        reason="asks for views before a refusal; decides nothing (Art. 40(28))",
    ),
    Eyes(kind="request.views", officers=1, reason="views; conditions are accepted with the evidence"),
    Eyes(kind="request.status-wanted", officers=1, reason="a question (Art. 40(26))"),
    Eyes(kind="answer.progress", officers=1, reason="a statement of fact"),
    Eyes(kind="request.use-consent", officers=2, reason="a new purpose for the data of people (Art. 40(19))"),
    Eyes(kind="answer.use-consent", officers=2, reason="consents to it, or refuses (Art. 36(3), 40(19))"),
    Eyes(kind="dispute.raised", officers=2, reason="a position of the State (Art. 63)"),
    Eyes(kind="dispute.answered", officers=2, reason="a position of the State"),
    Eyes(kind="dispute.settled", officers=2, reason="a position of the State"),
    Eyes(kind="consultation.draft", officers=2, reason="facts of a case leave, though nothing is asked yet"),
    Eyes(kind="consultation.comment", officers=1, reason="a remark without legal effect"),
    Eyes(kind="consultation.closed", officers=1, reason="without legal effect"),
    Eyes(kind="evidence.announced", officers=1, reason="nothing can be opened yet"),
    Eyes(kind="evidence.accepted", officers=2, reason="conditions of use bind the State (Art. 40(19))"),
    Eyes(kind="evidence.declined", officers=1, reason="nothing is opened"),
    Eyes(kind="evidence.released", officers=2, reason="the key leaves, for good"),
    Eyes(kind="evidence.received", officers=1, reason="a statement of fact"),
    Eyes(kind="evidence.recalled", officers=1, reason="must be quick"),
    Eyes(kind="evidence.disposed", officers=2, reason="cannot be undone"),
    Eyes(
        kind="agreement.offered",
        officers=2,
        reason="changes the rules for requests between two States (Art. 40(7))",
    ),
    Eyes(
        kind="agreement.accepted",
        officers=2,
        reason="changes the rules for requests between two States (Art. 40(7))",
    ),
    Eyes(
        kind="agreement.ended",
        officers=2,
        reason="changes the rules for requests between two States (Art. 40(7))",
    ),
    Eyes(
        kind="concordance.published",
        officers=2,
        reason="partners will weigh dual criminality by what the State says of its own law",
    ),
    Eyes(kind="act.recalled", officers=1, reason="must be quick"),
    Eyes(kind="act.recall-answer", officers=1, reason="a declaration of fact"),
    Eyes(kind="directory.entry", officers=2, reason="partners will trust these keys"),
    Eyes(kind="statement.carried", officers=0, reason="an officer's note of what was handed over"),
    Eyes(kind="statement.outside", officers=0, reason="as many as the act that it stands for"),
    Eyes(kind="statement.silence", officers=0, reason="made by the node"),
    Eyes(kind="statement.log-closed", officers=2, reason="partners will trust another log"),
)
"""The first row that fits decides."""

ASKS: Final = Eyes(kind="request.*", officers=2, reason="a State asks another for the data of people")
UNKNOWN: Final = Eyes(kind="*", officers=2, reason="a kind without a row")


def eyes(kind: str, body: Json) -> Eyes:
    """Give the row for an act; two officers for any request kind and for any kind without a row.

    What `read_body` raises if the body cannot be read and the row depends on it.
    """
    if form_of_act(kind) is not None:
        return ASKS
    rows = [row for row in FOUR_EYES if row.kind == kind]
    if any(row.measure or row.decision for row in rows):
        read = read_body(kind, body)
        if isinstance(read, Decided):
            rows = [
                row
                for row in rows
                if row.measure in ("", read.measure) and row.decision in ("", read.decision)
            ]
    return rows[0] if rows else UNKNOWN


def require_eyes(kind: str, body: Json, role_ids: tuple[str, ...]) -> None:
    """RefusedError `cooperation.four_eyes` unless enough different officers approved the act."""
    needed = eyes(kind, body).officers
    if len(set(role_ids)) < needed:
        raise RefusedError("cooperation.four_eyes", needed=needed, given=len(set(role_ids)))
