# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What came or went outside the nodes, by e-mail or on paper, as a statement of this node about itself (docs/protocol/outside.md).

The statement holds what an officer says was said: nobody but this node signs it, and it proves nothing about the other State.
`unwrap` shows it as the act that it stands for, so that one register and one table of transitions hold everything.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from longbien.core.base.canonical import MAX_INTEGER, Json
from longbien.core.base.errors import LongBienError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import ActId, Digest, PartyId, parse_digest, parse_party_id
from longbien.core.base.moments import print_moment
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.forms.kinds import form_of_act
from longbien.core.sealing.act import Act

OUTSIDE: Final = "statement.outside"
CARRIED: Final = "statement.carried"
CHANNELS: Final = "CHANNEL"
MAX_NOTE: Final = 4000
_KIND: Final = r"(?:request|answer|dispute)\.[a-z0-9]+(?:-[a-z0-9]+)*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The file as it came: a sealed object of this node, by its id, name, type, size and SHA-256."""

    object_id: str
    name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """One thing said outside the nodes: an act's kind and body, who is said to have said it to whom, and how it came.

    `seen`: sender address, subject, date and message id as the file shows them, which prove nothing. `at`: when it came or left.
    """

    kind: str
    sender: PartyId
    recipient: PartyId
    channel: str
    at: datetime
    seen: Mapping[str, str]
    note: str
    original: Original | None
    body: Mapping[str, Json]


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """That a paper of ours was handed over: which act, on which channel, when, to whom, as an officer says."""

    act: Digest
    channel: str
    at: datetime
    to: str
    note: str = ""


def write_outside(one: Outside) -> dict[str, Json]:
    """Write the body of `statement.outside`."""
    original = one.original
    return {
        "kind": one.kind,
        "sender": one.sender,
        "recipient": one.recipient,
        "channel": one.channel,
        "at": print_moment(one.at),
        "seen": dict(one.seen),
        "note": one.note,
        "original": None
        if original is None
        else {
            "object": original.object_id,
            "name": original.name,
            "media_type": original.media_type,
            "size": original.size,
            "sha256": original.sha256,
        },
        "body": dict(one.body),
    }


def read_outside(body: Json) -> Outside:
    """Read it; MalformedError for another shape. The inner body is read by its kind's reader."""
    fields = Fields(body)
    seen, inner = fields.object("seen"), fields.object("body")
    found = Outside(
        kind=fields.text("kind", pattern=_KIND, max_length=64),
        sender=fields.parsed("sender", parse_party_id),
        recipient=fields.parsed("recipient", parse_party_id),
        channel=fields.choice("channel", ("", *vocabulary(CHANNELS).codes)),
        at=fields.moment("at"),
        seen={name: seen.text(name, min_length=0, max_length=2000) for name in seen.names()},
        note=fields.text("note", min_length=0, max_length=MAX_NOTE),
        original=_original(fields) if fields.value("original") is not None else None,
        body={name: inner.value(name) for name in inner.names()},
    )
    fields.done()
    return found


def write_carried(one: Carried) -> dict[str, Json]:
    """Write the body of `statement.carried`."""
    return {
        "act": one.act,
        "channel": one.channel,
        "at": print_moment(one.at),
        "to": one.to,
        "note": one.note,
    }


def read_carried(body: Json) -> Carried:
    """Read it; MalformedError for another shape."""
    fields = Fields(body)
    found = Carried(
        act=fields.parsed("act", parse_digest),
        channel=fields.choice("channel", vocabulary(CHANNELS).codes),
        at=fields.moment("at"),
        to=fields.text("to", min_length=0, max_length=300),
        note=fields.text("note", min_length=0, max_length=MAX_NOTE),
    )
    fields.done()
    return found


def unwrap(act: Act) -> tuple[Act, Outside | None]:
    """Show a statement of what was said outside as the act that it stands for; any other act as it is.

    A request begins its thread also here: it takes the thread's id.
    """
    if act.kind != OUTSIDE:
        return act, None
    try:
        found = read_outside(act.body)
    except LongBienError:
        return act, None
    shown = replace(
        act,
        id=ActId(act.thread) if form_of_act(found.kind) is not None else act.id,
        kind=found.kind,
        sender=found.sender,
        recipient=found.recipient,
        body=dict(found.body),
    )
    return shown, found


def _original(fields: Fields) -> Original:
    item = fields.object("original")
    found = Original(
        object_id=item.text("object", pattern="[0-9a-f]{32}", max_length=32),
        name=item.text("name", max_length=255),
        media_type=item.text("media_type", max_length=123),
        size=item.integer("size", maximum=MAX_INTEGER),
        sha256=item.parsed("sha256", parse_digest),
    )
    item.done()
    return found
