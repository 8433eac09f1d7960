# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keys that were rotated or stolen: which entry vouches for which, and what a later revocation spoils."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from longbien.core.evidence.bundle import bundle_policy, trust_file
from longbien.core.parties.chain import sign_entry
from longbien.core.parties.entry import Entry, fingerprint_of, print_entry
from longbien.core.parties.successor import amend, revoke, rotate
from longbien.core.sealing.keys import PublicKey
from longbien.core.sealing.suites import Algorithm, KeyUse
from tests.authority import NOW, SINCE
from tests.core.evidence.bundles import AT, CONTENT, VN, Case, build_case, check, put, small_case
from tests.entries import first_entry, first_envelope, new_pair, new_signer

FIRST = first_entry(AT)
WEEK = timedelta(days=7)
LATER = NOW + WEEK
FRESH = new_signer(AT, "second")
ACT_KEYS = tuple(pair.key_id for pair in (AT.signer.ed25519, AT.signer.ml_dsa_65))
LOG_KEYS = tuple(AT.pairs[KeyUse.LOG, kind].key_id for kind in (Algorithm.ED25519, Algorithm.ML_DSA_44))


def fresh_publics() -> tuple[PublicKey, PublicKey]:
    return FRESH.ed25519.public, FRESH.ml_dsa_65.public


def fresh_log() -> tuple[PublicKey, PublicKey]:
    first, second = (
        new_pair(AT, KeyUse.LOG, kind, "second").public for kind in (Algorithm.ED25519, Algorithm.ML_DSA_44)
    )
    return first, second


def rotated() -> tuple[Entry, bytes]:
    """Give AT's second entry: new act keys, signed by these and by the old ones."""
    entry = rotate(FIRST, issued=LATER, fresh=fresh_publics(), until=LATER)
    return entry, sign_entry(entry, FRESH, AT.signer)


def revoked(since: datetime) -> tuple[Entry, bytes]:
    """Give AT's second entry: the act keys were stolen, signed by the new ones alone."""
    entry = revoke(FIRST, issued=LATER, fresh=fresh_publics(), stolen=dict.fromkeys(ACT_KEYS, since))
    return entry, sign_entry(entry, FRESH)


def with_entries(found: Case, *at: bytes) -> Case:
    entries = [first_envelope(VN), *at]
    return replace(found, entries=entries, policy=bundle_policy([first_envelope(VN), first_envelope(AT)]))


def of(entry: Entry) -> str:
    return f"AT={fingerprint_of(print_entry(entry))}"


def verdict(folder: Path, found: Case, *anchors: str, trust: Sequence[bytes] = ()) -> tuple[int, str]:
    place = folder / str(len(list(folder.iterdir())))
    put(found.files(), place)
    (folder / "trust.json").write_bytes(trust_file(trust))
    files = (str(folder / "trust.json"),) if trust else ()
    return check(place, f"VN={small_case().fingerprints['VN']}", *anchors, trust=files)


def test_an_anchor_anywhere_in_a_chain_vouches_for_all_of_it(tmp_path: Path) -> None:
    entry, envelope = rotated()
    found = with_entries(small_case(), first_envelope(AT), envelope)
    assert verdict(tmp_path, found, of(FIRST))[0] == 0
    assert verdict(tmp_path, found, of(entry))[0] == 0
    assert verdict(tmp_path, found)[0] == 3
    assert verdict(tmp_path, found, trust=[envelope])[0] == 0


def test_a_later_entry_that_only_the_reader_has_counts(tmp_path: Path) -> None:
    """The bundle knows the first entry, the reader obtained the second: it is linked, and tells of a revocation."""
    _, envelope = rotated()
    assert verdict(tmp_path, small_case(), trust=[envelope])[0] == 0
    _, envelope = revoked(NOW - WEEK)
    status, text = verdict(tmp_path, small_case(), trust=[envelope])
    assert (status, "was revoked as of" in text) == (1, True)


def test_a_chain_that_is_not_linked_or_has_a_gap_is_wrong(tmp_path: Path) -> None:
    entry, envelope = rotated()
    third = sign_entry(amend(entry, issued=LATER + WEEK), FRESH)
    status, text = verdict(tmp_path, with_entries(small_case(), first_envelope(AT), third), of(FIRST))
    assert (status, "the entry before it is missing" in text) == (1, True)
    strange = sign_entry(replace(entry, previous=fingerprint_of(b"other")), FRESH, AT.signer)
    status, text = verdict(tmp_path, with_entries(small_case(), first_envelope(AT), strange), of(FIRST))
    assert (status, "it is not linked to entry 1 of AT" in text) == (1, True)
    assert (
        verdict(tmp_path, with_entries(small_case(), first_envelope(AT), envelope, third), of(FIRST))[0] == 0
    )


def test_a_new_entry_without_the_old_keys_is_wrong(tmp_path: Path) -> None:
    entry, _ = rotated()
    found = with_entries(small_case(), first_envelope(AT), sign_entry(entry, FRESH))
    status, text = verdict(tmp_path, found, of(FIRST))
    assert (status, "is not signed with the keys of entry 1" in text) == (1, True)


def test_what_a_log_shows_before_a_theft_stays_good(tmp_path: Path) -> None:
    entry, envelope = revoked(LATER - timedelta(days=1))
    found = with_entries(small_case(), first_envelope(AT), envelope)
    status, text = verdict(tmp_path, found, of(entry))
    assert status == 0, text


def test_what_was_signed_after_a_theft_is_wrong(tmp_path: Path) -> None:
    entry, envelope = revoked(NOW + timedelta(minutes=35))
    found = with_entries(small_case(), first_envelope(AT), envelope)
    status, text = verdict(tmp_path, found, of(entry))
    assert status == 1
    assert "data/acts/0003-evidence.announced.json: a key that signed it was revoked" in text
    assert "data/acts/0002-answer.acknowledged.json" not in text


def test_what_no_log_shows_before_a_theft_is_wrong(tmp_path: Path) -> None:
    entry, envelope = revoked(LATER - timedelta(days=1))
    found = replace(with_entries(small_case(), first_envelope(AT), envelope), proofs=())
    status, text = verdict(tmp_path, found, of(entry))
    assert (status, "and no log shows it before" in text) == (1, True)


def test_a_revocation_that_a_thief_could_have_signed_needs_its_own_fingerprint(tmp_path: Path) -> None:
    _, envelope = revoked(NOW - WEEK)
    found = with_entries(small_case(), first_envelope(AT), envelope)
    status, text = verdict(tmp_path, found, of(FIRST))
    assert status == 3
    assert "a thief could have signed it" in text.split("\nNOT PROVEN")[1]


def test_acts_under_keys_of_an_unconfirmed_entry_are_not_anchored(tmp_path: Path) -> None:
    """The new keys are those of the thief, or of the State: the first fingerprint cannot tell."""
    entry, envelope = revoked(SINCE)
    again = replace(
        AT,
        pairs={
            **AT.pairs,
            (KeyUse.ACT, Algorithm.ED25519): FRESH.ed25519,
            (KeyUse.ACT, Algorithm.ML_DSA_65): FRESH.ml_dsa_65,
        },
    )
    early = replace(entry, keys=tuple(replace(key, valid_from=SINCE) for key in entry.keys))
    found = with_entries(
        build_case(at=again, content=CONTENT[:5000]), first_envelope(AT), sign_entry(early, FRESH)
    )
    status, text = verdict(tmp_path, found, of(FIRST))
    assert (status, "AT (State AT), directory entry 2: NOT anchored" in text) == (3, True)
    assert verdict(tmp_path, found, of(early))[0] == 0
    assert envelope


def test_a_stolen_log_key_spoils_what_no_other_party_saw_before(tmp_path: Path) -> None:
    def stolen(since: datetime) -> tuple[Entry, bytes]:
        entry = revoke(FIRST, issued=LATER, fresh=fresh_log(), stolen=dict.fromkeys(LOG_KEYS, since))
        return entry, sign_entry(entry, AT.signer)

    entry, envelope = stolen(LATER - timedelta(days=1))
    witnessed = with_entries(small_case(), first_envelope(AT), envelope)
    assert verdict(tmp_path, witnessed, of(entry))[0] == 0
    alone = with_entries(build_case(witnessed=False, content=CONTENT[:5000]), first_envelope(AT), envelope)
    status, text = verdict(tmp_path, alone, of(entry))
    assert (status, "no other party saw this checkpoint before" in text) == (1, True)
    entry, envelope = stolen(NOW)
    status, text = verdict(tmp_path, with_entries(small_case(), first_envelope(AT), envelope), of(entry))
    assert status == 1


def test_a_key_outside_its_time_is_wrong(tmp_path: Path) -> None:
    late = replace(
        FIRST, issued=NOW + WEEK, keys=tuple(replace(key, valid_from=NOW + WEEK) for key in FIRST.keys)
    )
    found = with_entries(small_case(), sign_entry(late, AT.signer))
    status, text = verdict(tmp_path, found, of(late))
    assert (status, "was not in force at" in text) == (1, True)


def test_an_entry_for_a_real_case_in_an_exercise_is_wrong(tmp_path: Path) -> None:
    real = replace(FIRST, exercise=False)
    found = with_entries(small_case(), sign_entry(real, AT.signer))
    status, text = verdict(tmp_path, found, of(real))
    assert (status, "an exercise entry in a real case, or the reverse" in text) == (1, True)
