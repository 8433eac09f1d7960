# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Leaves: what stands in the log (docs/protocol/log.md, section 1).

Only commitments: digests of documents that carry a nonce. Never a hash of a plaintext, a name or free text: a log outlives
every reason for which something was once thought harmless.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from longbien.core.base.errors import MalformedError
from longbien.core.base.moments import parse_moment, print_moment

MAX_LEAF: Final = 4096
"""The largest leaf in bytes."""


class LeafClass(StrEnum):
    """What a leaf records."""

    ACT_MADE = "act-made"
    ACT_RECEIVED = "act-received"
    RECEIPT_HELD = "receipt-held"
    CHECKPOINT_HELD = "checkpoint-held"
    MISBEHAVIOUR = "misbehaviour"
    EVIDENCE_SEALED = "evidence-sealed"
    EVIDENCE_HELD = "evidence-held"
    CUSTODY = "custody"
    ENTRY_TRUSTED = "entry-trusted"
    KEY_REVOKED = "key-revoked"
    STATEMENT = "statement"
    DECISION = "decision"


class Outcome(StrEnum):
    """What became of an act on arrival."""

    STORED = "stored"
    REFUSED = "refused"


_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_PARTY: Final = re.compile(r"[A-Z]{2}|X-[A-Z0-9]{2,16}")
_OUTCOME: Final = re.compile("|".join(Outcome))
_CODE: Final = re.compile(r"(?:[a-z]{1,40}\.[a-z0-9_]{1,60})?")
_TIME: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z"

LEAF_FIELDS: Final[Mapping[LeafClass, Mapping[str, re.Pattern[str]]]] = MappingProxyType(
    {
        LeafClass.ACT_MADE: {"act": _DIGEST},
        LeafClass.ACT_RECEIVED: {"act": _DIGEST, "sender": _PARTY, "outcome": _OUTCOME, "code": _CODE},
        LeafClass.RECEIPT_HELD: {"act": _DIGEST, "party": _PARTY, "proof": _DIGEST},
        LeafClass.CHECKPOINT_HELD: {"party": _PARTY, "note": _DIGEST},
        LeafClass.MISBEHAVIOUR: {"party": _PARTY, "note": _DIGEST},
        LeafClass.EVIDENCE_SEALED: {"manifest": _DIGEST},
        LeafClass.EVIDENCE_HELD: {"manifest": _DIGEST},
        LeafClass.CUSTODY: {"record": _DIGEST},
        LeafClass.ENTRY_TRUSTED: {"entry": _DIGEST},
        LeafClass.KEY_REVOKED: {"entry": _DIGEST},
        LeafClass.STATEMENT: {"act": _DIGEST},
        LeafClass.DECISION: {"record": _DIGEST},
    },
)
"""The fields of each class, beside `v`, `class` and `time`. Their patterns admit no letter that JSON would escape."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One leaf. `time` is cut to milliseconds; `fields` are the ones of its class, digests as hexadecimal digits."""

    leaf_class: LeafClass
    time: datetime
    fields: Mapping[str, str]

    def __post_init__(self) -> None:
        """Check the fields against their table; MalformedError `log.leaf_malformed`."""
        patterns = LEAF_FIELDS[self.leaf_class]
        if self.fields.keys() != patterns.keys() or self.time.tzinfo is None:
            raise MalformedError("log.leaf_malformed", leaf_class=self.leaf_class)
        for name, pattern in patterns.items():
            if pattern.fullmatch(self.fields[name]) is None:
                raise MalformedError("log.leaf_malformed", leaf_class=self.leaf_class)
        if "outcome" in patterns and (self.fields["outcome"] == Outcome.REFUSED) is not bool(
            self.fields["code"]
        ):
            raise MalformedError("log.leaf_malformed", leaf_class=self.leaf_class)
        moment = self.time.astimezone(UTC)
        object.__setattr__(self, "time", moment.replace(microsecond=moment.microsecond // 1000 * 1000))


def make_leaf(leaf_class: LeafClass, time: datetime, /, **fields: str) -> Leaf:
    """Make a leaf: `make_leaf(LeafClass.ACT_MADE, now, act=digest)`."""
    return Leaf(leaf_class=leaf_class, time=time, fields=MappingProxyType(fields))


def print_leaf(leaf: Leaf) -> bytes:
    """Write a leaf in canonical JSON: the bytes whose hash stands in the log.

    `json` writes RFC 8785's form here, because every name and value is plain ASCII by its pattern; it is ten times faster.
    """
    value = {"v": 1, "class": leaf.leaf_class.value, "time": print_moment(leaf.time), **leaf.fields}
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")


def parse_leaf(data: bytes) -> Leaf:
    """Read a leaf; MalformedError `log.leaf_malformed` for anything but the bytes that `print_leaf` writes.

    The form is fixed, so a pattern per class reads it: nothing is built from what does not match.
    """
    if len(data) > MAX_LEAF:
        raise MalformedError("base.too_large", limit=MAX_LEAF)
    text = data.decode("latin-1")
    for leaf_class, form in _FORMS.items():
        if match := form.fullmatch(text):
            values = match.groupdict()
            return make_leaf(leaf_class, parse_moment(values.pop("time")), **values)
    raise MalformedError("log.leaf_malformed", leaf_class="")


def _form(leaf_class: LeafClass) -> re.Pattern[str]:
    """Make the pattern of a class: the names in canonical order, each value in its pattern."""
    values = {name: f'"(?P<{name}>{at.pattern})"' for name, at in LEAF_FIELDS[leaf_class].items()}
    values |= {"v": "1", "class": f'"{leaf_class}"', "time": f'"(?P<time>{_TIME})"'}
    return re.compile("{" + ",".join(f'"{name}":{values[name]}' for name in sorted(values)) + "}")


_FORMS: Final = MappingProxyType({leaf_class: _form(leaf_class) for leaf_class in LeafClass})
