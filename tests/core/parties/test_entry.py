# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Directory entries as values and as canonical JSON."""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from longbien.core.base.canonical import encode
from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.base.ids import KeyId
from longbien.core.parties.entry import (
    EntryKey,
    fingerprint_of,
    parse_entry,
    parse_fingerprint,
    print_entry,
    print_fingerprint,
)
from longbien.core.sealing.suites import Algorithm, KeyUse
from tests.authority import NOW, SINCE, authority
from tests.entries import first_entry, new_pair
from tests.fuzz import mutate

VN = authority("VN")
ENTRY = first_entry(VN)
PAYLOAD = print_entry(ENTRY)


def test_what_is_written_is_read() -> None:
    assert parse_entry(PAYLOAD) == ENTRY
    assert print_entry(parse_entry(PAYLOAD)) == PAYLOAD


def test_an_entry_gives_its_current_keys() -> None:
    assert tuple(key.key_id for key in ENTRY.act_keys(NOW)) == VN.signer.key_ids
    assert ENTRY.seal_key(NOW) == VN.seal.public
    assert ENTRY.log_keys().origin == "vn.example/log"
    assert ENTRY.witness_keys().name == "vn.example/witness"
    assert ENTRY.key(KeyId("00" * 16)) is None


def test_before_their_time_there_are_no_keys() -> None:
    with pytest.raises(RefusedError, match=r"parties\.no_current_key"):
        ENTRY.seal_key(SINCE - timedelta(milliseconds=1))


def test_of_several_keys_the_newest_is_used_until_its_time_ends() -> None:
    fresh = new_pair(VN, KeyUse.SEAL, Algorithm.MLKEM768_X25519, "fresh").public
    later = replace(ENTRY, keys=(*ENTRY.keys, EntryKey(public=fresh, valid_from=NOW)))
    assert later.seal_key(NOW) == fresh
    assert later.seal_key(NOW - timedelta(seconds=1)) == VN.seal.public
    ended = replace(ENTRY, keys=tuple(replace(one, valid_until=NOW) for one in ENTRY.keys))
    assert ended.seal_key(NOW - timedelta(milliseconds=1)) == VN.seal.public
    with pytest.raises(RefusedError, match=r"parties\.no_current_key"):
        ended.seal_key(NOW)
    revoked = replace(ENTRY, keys=tuple(replace(one, revoked_since=NOW) for one in ENTRY.keys))
    with pytest.raises(RefusedError, match=r"parties\.no_current_key"):
        revoked.seal_key(SINCE)


def test_a_fingerprint_is_read_as_people_write_it() -> None:
    fingerprint = fingerprint_of(PAYLOAD)
    shown = print_fingerprint(fingerprint)
    assert (len(shown), shown.count(" ")) == (79, 15)
    for written in (shown, shown.upper(), shown.replace(" ", "-"), f"{shown[:40]}\n{shown[40:]}"):
        assert parse_fingerprint(written) == fingerprint
    with pytest.raises(MalformedError):
        parse_fingerprint(shown[:-1])


def without(*path: str) -> Callable[[dict[str, Any]], None]:
    def change(value: dict[str, Any]) -> None:
        for name in path[:-1]:
            value = value[name]
        del value[path[-1]]

    return change


def with_value(new: object, *path: str | int) -> Callable[[dict[str, Any]], None]:
    def change(value: Any) -> None:
        for name in path[:-1]:
            value = value[name]
        value[path[-1]] = new

    return change


@pytest.mark.parametrize(
    "change",
    [
        without("names", "en"),
        without("log"),
        with_value("x", "surprise"),
        with_value("longbien/act/v1", "type"),
        with_value(0, "number"),
        with_value(2, "number"),
        with_value("ab" * 32, "previous"),
        with_value("2026-01-01T00:00:00Z", "issued"),
        with_value("x", "names", "English"),
        with_value("ftp://127.0.0.1", "endpoint", "url"),
        with_value("http://user@127.0.0.1", "endpoint", "url"),
        with_value("http://[127.0.0.1", "endpoint", "url"),
        with_value("https://vn.example", "endpoint", "url"),
        with_value("ab" * 32, "endpoint", "tls_sha256"),
        with_value("00" * 16, "keys", 0, "key_id"),
        with_value("AAAA", "keys", 0, "public"),
        with_value("sign", "keys", 0, "use"),
        with_value([], "keys"),
        with_value([], "log", "vkeys"),
        with_value("other.example/log", "log", "origin"),
        with_value("a b", "witness", "name"),
        with_value("sometimes", "authorities", 0, "role"),
        with_value("2026-13-01", "authorities", 0, "confirmed_on"),
        with_value("no", "profile", "sha512"),
    ],
)
def test_a_flawed_entry_is_refused(change: Callable[[dict[str, Any]], None]) -> None:
    value = json.loads(PAYLOAD)
    change(value)
    with pytest.raises(MalformedError, match=r"parties\.entry_malformed"):
        parse_entry(encode(value))


def test_a_key_stands_once() -> None:
    value = json.loads(PAYLOAD)
    value["keys"].append(value["keys"][0])
    with pytest.raises(MalformedError, match=r"parties\.entry_malformed"):
        parse_entry(encode(value))


@pytest.mark.fuzz
def test_fuzzed_entries_end_in_the_family(rounds: Iterator[random.Random]) -> None:
    for chance in rounds:
        try:
            parse_entry(mutate(PAYLOAD, chance))
        except LongBienError:
            continue
