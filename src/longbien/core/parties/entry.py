# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A directory entry: what a party says of itself, as a value and as the JSON that is signed (docs/protocol/directory.md).

Keys never leave the list. An old key stays with the end of its time, a stolen one with the moment since when it is not
to be trusted: what was signed before stays checkable.
"""

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Final

from longbien.core.base.canonical import JsonInput, decode, encode
from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import Digest, KeyId, PartyId, parse_digest, parse_party_id
from longbien.core.base.moments import parse_moment, print_moment
from longbien.core.log.checkpoint import LogKeys, log_keys
from longbien.core.log.cosign import WitnessKeys, witness_keys
from longbien.core.log.note import check_name, parse_vkey, print_vkey
from longbien.core.parties.contacts import (
    Authority,
    Profile,
    authority_json,
    profile_json,
    read_authority,
    read_names,
    read_profile,
)
from longbien.core.sealing.keys import PublicKey
from longbien.core.sealing.suites import ACT_SUITE, Algorithm, KeyUse
from longbien.core.sealing.trust import TrustedKey

MAX_ENTRY: Final = 512 * 1024
"""The largest entry in bytes."""
MAX_KEYS: Final = 100
"""How many keys an entry lists at most, old ones included."""

_TYPE: Final = "longbien/directory-entry/v1"
_URL: Final = re.compile(
    r"https?://(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::[1-9][0-9]{0,4})?(?:/[A-Za-z0-9._~-]+)*"
)
_SIGNING: Final = (Algorithm.ED25519, Algorithm.ML_DSA_44)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryKey:
    """A public key with its time: from, until before (None: open), and since when it is revoked."""

    public: PublicKey
    valid_from: datetime
    valid_until: datetime | None = None
    revoked_since: datetime | None = None

    def is_current(self, at: datetime) -> bool:
        """Tell whether the key is to be used at this moment."""
        in_time = self.valid_from <= at and (self.valid_until is None or at < self.valid_until)
        return in_time and self.revoked_since is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where the peer door is, and the SHA-256 of its TLS key (SubjectPublicKeyInfo; empty only for loopback HTTP)."""

    url: str
    tls_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry. `log_origin` and `witness_name` are the names under which its log and witness keys sign."""

    party: PartyId
    number: int
    previous: Digest | None
    exercise: bool
    issued: datetime
    names: Mapping[str, str]
    languages: tuple[str, ...]
    endpoint: Endpoint
    keys: tuple[EntryKey, ...] = field(repr=False)
    log_origin: str
    witness_name: str
    authorities: tuple[Authority, ...] = ()
    profile: Profile = field(default_factory=Profile)

    def key(self, key_id: KeyId) -> TrustedKey | None:
        """Find a key by its id, with its times."""
        for one in self.keys:
            if one.public.key_id == key_id:
                return self._trusted(one)
        return None

    def current(self, use: KeyUse, algorithm: Algorithm, at: datetime) -> PublicKey:
        """Give the key to use at a moment: of several the newest; RefusedError `parties.no_current_key`."""
        found = [
            one
            for one in self.keys
            if (one.public.use, one.public.algorithm) == (use, algorithm) and one.is_current(at)
        ]
        if not found:
            raise RefusedError("parties.no_current_key", party=self.party, use=use)
        return max(found, key=lambda one: one.valid_from).public

    def act_keys(self, at: datetime) -> tuple[PublicKey, PublicKey]:
        """Give the two keys that sign acts at a moment, in signing order."""
        first, second = (self.current(KeyUse.ACT, algorithm, at) for algorithm in ACT_SUITE.signing)
        return first, second

    def seal_key(self, at: datetime) -> PublicKey:
        """Give the key to which acts are sealed."""
        return self.current(KeyUse.SEAL, ACT_SUITE.sealing, at)

    def evidence_key(self, at: datetime) -> PublicKey:
        """Give the key to which evidence is sealed."""
        return self.current(KeyUse.EVIDENCE, Algorithm.MLKEM768_X25519, at)

    def log_keys(self) -> LogKeys:
        """Give the keys of the party's log as they were when the entry was issued."""
        return log_keys(self.log_origin, [self.current(KeyUse.LOG, one, self.issued) for one in _SIGNING])

    def witness_keys(self) -> WitnessKeys:
        """Give the keys with which the party cosigns."""
        keys = [self.current(KeyUse.WITNESS, one, self.issued) for one in _SIGNING]
        return witness_keys(self.witness_name, keys)

    def _trusted(self, one: EntryKey) -> TrustedKey:
        return TrustedKey(
            party=self.party,
            public=one.public,
            valid_from=one.valid_from,
            valid_until=one.valid_until,
            revoked_since=one.revoked_since,
        )


def fingerprint_of(payload: bytes) -> Digest:
    """Compute an entry's fingerprint: SHA-256 of its payload."""
    return Digest(hashlib.sha256(payload).hexdigest())


def print_fingerprint(fingerprint: Digest) -> str:
    """Write a fingerprint for people: groups of four, to be read out on the telephone."""
    return " ".join(re.findall(".{4}", fingerprint))


def parse_fingerprint(text: str) -> Digest:
    """Read a fingerprint as people write it: any grouping, any case; MalformedError `base.id`."""
    return parse_digest(re.sub(r"[\s:-]", "", text[:200]).lower())


def print_entry(entry: Entry) -> bytes:
    """Write an entry as the canonical JSON that is signed; what a reader would refuse is refused here."""
    payload = encode(
        {
            "type": _TYPE,
            "party": entry.party,
            "number": entry.number,
            "previous": entry.previous or "",
            "exercise": entry.exercise,
            "issued": print_moment(entry.issued),
            "names": dict(entry.names),
            "languages": entry.languages,
            "endpoint": {"url": entry.endpoint.url, "tls_sha256": entry.endpoint.tls_sha256},
            "keys": [_key_json(one) for one in entry.keys],
            "log": {"origin": entry.log_origin, "vkeys": [print_vkey(key) for key in entry.log_keys().keys]},
            "witness": {
                "name": entry.witness_name,
                "vkeys": [print_vkey(key) for key in entry.witness_keys().keys],
            },
            "authorities": [authority_json(one) for one in entry.authorities],
            "profile": profile_json(entry.profile),
        }
    )
    parse_entry(payload)
    return payload


def parse_entry(payload: bytes) -> Entry:
    """Read an entry's payload; MalformedError `parties.entry_malformed`. Who signed it is the chain's question."""
    try:
        fields = Fields(decode(payload, max_bytes=MAX_ENTRY, max_depth=8))
        fields.choice("type", (_TYPE,))
        log, witness = fields.object("log"), fields.object("witness")
        entry = Entry(
            party=fields.parsed("party", parse_party_id),
            number=fields.integer("number", minimum=1),
            previous=fields.parsed("previous", lambda text: parse_digest(text) if text else None),
            exercise=fields.boolean("exercise"),
            issued=fields.parsed("issued", _moment),
            names=MappingProxyType(read_names(fields.object("names"))),
            languages=fields.texts("languages", max_items=20, max_length=20),
            endpoint=_read_endpoint(fields.object("endpoint")),
            keys=fields.objects("keys", _read_key, min_items=1, max_items=MAX_KEYS),
            log_origin=_read_name(log, "origin"),
            witness_name=_read_name(witness, "name"),
            authorities=fields.objects("authorities", read_authority, max_items=50),
            profile=read_profile(fields.object("profile")),
        )
        _check(entry, log, witness)
        fields.done()
    except (MalformedError, RefusedError) as error:
        raise MalformedError("parties.entry_malformed", reason=str(error)) from error
    return entry


def _check(entry: Entry, log: Fields, witness: Fields) -> None:
    """Check what spans fields: distinct keys, every use current, the names' keys, the first entry's lack of a previous."""
    if len({one.public.key_id for one in entry.keys}) != len(entry.keys):
        raise MalformedError("base.field_value", field="keys", where="$")
    if (entry.previous is None) != (entry.number == 1):
        raise MalformedError("base.field_value", field="previous", where="$")
    entry.act_keys(entry.issued)
    entry.seal_key(entry.issued)
    entry.evidence_key(entry.issued)
    for named, expected, use in (
        (log, entry.log_keys().keys, KeyUse.LOG),
        (witness, entry.witness_keys().keys, KeyUse.WITNESS),
    ):
        found = named.texts("vkeys", max_items=2, max_length=4000)
        if tuple(parse_vkey(text, use) for text in found) != expected:
            raise MalformedError("base.field_value", field="vkeys", where=named.where)
        named.done()


def _key_json(one: EntryKey) -> dict[str, JsonInput]:
    return {
        "use": one.public.use.value,
        "algorithm": one.public.algorithm.value,
        "key_id": one.public.key_id,
        "public": base64.b64encode(one.public.raw).decode("ascii"),
        "from": print_moment(one.valid_from),
        "until": print_moment(one.valid_until) if one.valid_until else "",
        "revoked_since": print_moment(one.revoked_since) if one.revoked_since else "",
    }


def _read_key(fields: Fields) -> EntryKey:
    public = PublicKey(
        use=KeyUse(fields.choice("use", tuple(KeyUse))),
        algorithm=Algorithm(fields.choice("algorithm", tuple(Algorithm))),
        raw=fields.base64("public", max_length=4096),
    )
    fields.choice("key_id", (public.key_id,))
    return EntryKey(
        public=public,
        valid_from=fields.parsed("from", _moment),
        valid_until=fields.parsed("until", lambda text: _moment(text) if text else None),
        revoked_since=fields.parsed("revoked_since", lambda text: _moment(text) if text else None),
    )


def _read_endpoint(fields: Fields) -> Endpoint:
    def pin(text: str) -> str:
        return parse_digest(text) if text else ""

    endpoint = Endpoint(
        url=fields.text("url", pattern=_URL, max_length=300), tls_sha256=fields.parsed("tls_sha256", pin)
    )
    if endpoint.url.startswith("https:") is not bool(endpoint.tls_sha256):
        raise MalformedError("base.field_value", field="tls_sha256", where=fields.where)
    fields.done()
    return endpoint


def _read_name(fields: Fields, name: str) -> str:
    text = fields.text(name, max_length=255)
    check_name(text)
    return text


def _moment(text: str) -> datetime:
    """Read a moment in its one spelling, with milliseconds."""
    moment = parse_moment(text)
    if print_moment(moment) != text:
        raise MalformedError("base.moment", value=text[:40])
    return moment
