# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The directory's verbs: introduction by two, rotation by the chain, revocation confirmed again (docs/protocol/directory.md)."""

import base64
from dataclasses import replace
from datetime import timedelta

import pytest

from longbien.actions.node import Node
from longbien.actions.parties.directory import directory, own_entries
from longbien.actions.parties.initialise import OwnFacts, initialise
from longbien.actions.parties.introduce import confirm, introduce
from longbien.actions.parties.renew import revoke, rotate
from longbien.actions.parties.take_in import take_entry
from longbien.actions.parties.trust import REVOKED
from longbien.bridge.null import MemoryKeyStore
from longbien.core.base.errors import RefusedError
from longbien.core.log.leaf import Outcome
from longbien.core.parties.chain import read_entry, read_next, sign_entry
from longbien.core.parties.successor import revoke as revoked_entry
from longbien.core.parties.successor import rotate as rotated_entry
from longbien.core.sealing.act import Act, parse_act, sign_act
from longbien.core.sealing.dsse import ACT_TYPE, parse_envelope
from longbien.core.sealing.keyring import Keyring
from longbien.store import models
from longbien.store.queries.parties import trusted_entry
from tests.authority import NOW, Authority, authority, chance
from tests.entries import first_entry, new_signer
from tests.nodes import make_node, make_officer

pytestmark = pytest.mark.django_db
MEANS = "telephone, number from the treaty register"


def test_a_node_begins_with_keys_entry_and_log() -> None:
    owner = authority("VN")
    entry = first_entry(owner)
    own = OwnFacts(
        party=entry.party,
        exercise=True,
        names=entry.names,
        languages=entry.languages,
        endpoint=entry.endpoint,
        log_origin=entry.log_origin,
        witness_name=entry.witness_name,
    )
    store = MemoryKeyStore(Keyring())
    row = initialise(own=own, key_store=store, now=NOW, randomness=chance("initialise"))
    assert read_entry(own_entries()[0]).fingerprint == row.digest
    assert store.load().signer().key_ids == tuple(
        key.key_id for key in read_entry(own_entries()[0]).entry.act_keys(NOW)
    )
    with pytest.raises(RefusedError) as caught:
        initialise(own=own, key_store=store, now=NOW, randomness=chance("again"))
    assert caught.value.code == "parties.initialised_already"


def test_two_different_officers_introduce_a_party() -> None:
    node, other = make_node(authority("VN")), authority("AT")
    envelope = sign_entry(first_entry(other), other.signer)
    fingerprint = read_entry(envelope).fingerprint
    one, two = (make_officer(name, "directory-officer") for name in ("one", "two"))
    first = introduce(node=node, actor=one, envelope=envelope, fingerprint=fingerprint, means=MEANS)
    assert (first.trusted, first.confirmed_by) == (False, ("zz-one",))
    assert trusted_entry(other.party) is None
    with pytest.raises(RefusedError) as caught:
        introduce(node=node, actor=one, envelope=envelope, fingerprint=fingerprint, means=MEANS)
    assert caught.value.code == "parties.confirmed_already"
    second = confirm(node=node, actor=two, party=other.party, fingerprint=fingerprint.upper(), means=MEANS)
    assert (second.trusted, second.confirmed_by) == (True, ("zz-one", "zz-two"))
    assert trusted_entry(other.party) == first_entry(other)
    assert [view.party for view in directory(actor=one)] == ["VN", "AT"]


@pytest.mark.parametrize(
    ("fingerprint", "means", "code"),
    [
        ("00" * 32, MEANS, "parties.fingerprint_differs"),
        ("not a fingerprint", MEANS, "parties.fingerprint_differs"),
        ("", " ", "parties.means_missing"),
    ],
)
def test_a_wrong_fingerprint_leaves_nothing(fingerprint: str, means: str, code: str) -> None:
    node, other = make_node(authority("VN")), authority("AT")
    envelope = sign_entry(first_entry(other), other.signer)
    officer = make_officer("one", "directory-officer")
    typed = fingerprint or read_entry(envelope).fingerprint
    with pytest.raises(RefusedError) as caught:
        introduce(node=node, actor=officer, envelope=envelope, fingerprint=typed, means=means)
    assert caught.value.code == code
    assert models.Entry.objects.filter(party_id="AT").count() == 0


def test_an_entry_of_the_other_world_is_refused() -> None:
    node, other = make_node(authority("VN")), authority("AT")
    envelope = sign_entry(first_entry(other, exercise=False), other.signer)
    officer = make_officer("one", "directory-officer")
    with pytest.raises(RefusedError) as caught:
        introduce(
            node=node,
            actor=officer,
            envelope=envelope,
            fingerprint=read_entry(envelope).fingerprint,
            means=MEANS,
        )
    assert caught.value.code == "parties.real_entry"


def test_rotation_tells_partners_with_the_old_keys() -> None:
    node = make_node(authority("VN"), [authority("AT")])
    before = trusted_entry(node.party)
    assert before is not None
    pair = [make_officer(name, "directory-officer") for name in ("one", "two")]
    with pytest.raises(RefusedError) as caught:
        rotate(node=node, actors=pair[:1] * 2)
    assert caught.value.code == "people.two_needed"
    row = rotate(node=node, actors=pair)
    after = trusted_entry(node.party)
    assert after is not None
    assert (after.number, row.state) == (2, models.Entry.TRUSTED)
    assert after.act_keys(NOW + timedelta(days=1)) != before.act_keys(NOW)
    assert node.key_store.load().signer().key_ids == tuple(key.key_id for key in after.act_keys(after.issued))
    told = models.Act.objects.get(kind="directory.entry")
    act = parse_act(parse_envelope(bytes(told.envelope), ACT_TYPE).payload)
    assert act.sign_keys == node.keys.act.key_ids
    assert isinstance(act.body, dict)
    assert read_next(base64.b64decode(str(act.body["entry"])), before).needs_people is False


def test_revocation_flags_what_our_log_recorded_since() -> None:
    node = make_node(authority("VN"), [authority("AT")])
    pair = [make_officer(name, "directory-officer") for name in ("one", "two")]
    rotate(node=node, actors=pair)  # makes one act with the first keys
    made = models.Act.objects.get(kind="directory.entry")
    later = replace(node, clock=lambda: NOW + timedelta(minutes=1))
    revoke(node=later, actors=pair, since=NOW + timedelta(seconds=30))
    made.refresh_from_db()
    assert made.flagged == ""
    with pytest.raises(RefusedError) as caught:
        revoke(node=node, actors=pair, since=NOW + timedelta(days=9))
    assert caught.value.code == "parties.since_future"


def received(node: Node, owner: Authority, kind: str = "request.preservation") -> models.Act:
    """Put an act of a partner into the rows, recorded now."""
    return models.Act.objects.create(
        act_id="00" * 16,
        direction=models.Act.RECEIVED,
        partner=owner.party,
        kind=kind,
        thread="00" * 16,
        digest="00" * 32,
        envelope=b"",
        sign_keys=" ".join(owner.signer.key_ids),
        act_time=NOW,
        recorded_at=node.clock(),
        outcome=Outcome.STORED.value,
        leaf_index=0,
    )


def entry_act(owner: Authority, envelope: bytes) -> Act:
    """Give the act that brings an entry."""
    body = {"entry": base64.b64encode(envelope).decode("ascii")}
    return sign_act(owner.draft(authority("VN"), kind="directory.entry", body=body), owner.signer).act


def test_a_partners_rotation_is_trusted_by_the_chain() -> None:
    node, other = make_node(authority("VN"), [authority("AT")]), authority("AT")
    signer = new_signer(other, "second")
    fresh = (signer.ed25519.public, signer.ml_dsa_65.public)
    entry = rotated_entry(first_entry(other), issued=NOW, fresh=fresh, until=NOW + timedelta(minutes=10))
    act = entry_act(other, sign_entry(entry, signer, other.signer))
    take_entry(node, received(node, other, "directory.entry"), act)
    assert trusted_entry(other.party) == entry
    take_entry(node, received_again(), act)  # the same entry again changes nothing
    assert models.Entry.objects.filter(party_id="AT").count() == 2


def test_a_partners_revocation_waits_for_two_people_and_then_flags() -> None:
    node, other = make_node(authority("VN"), [authority("AT")]), authority("AT")
    early = received(node, other)
    signer = new_signer(other, "second")
    fresh = (signer.ed25519.public, signer.ml_dsa_65.public)
    stolen = dict.fromkeys(other.signer.key_ids, NOW - timedelta(days=1))
    entry = revoked_entry(first_entry(other), issued=NOW, stolen=stolen, fresh=fresh)
    envelope = sign_entry(entry, signer)
    take_entry(node, received_again(), entry_act(other, envelope))
    assert trusted_entry(other.party) == first_entry(other)
    for name in ("one", "two"):
        confirm(
            node=node,
            actor=make_officer(name, "directory-officer"),
            party=other.party,
            fingerprint=read_entry(envelope).fingerprint,
            means=MEANS,
        )
    early.refresh_from_db()
    assert (trusted_entry(other.party), early.flagged) == (entry, REVOKED)


def received_again() -> models.Act:
    """Give the row of an act that is being taken in and not stored yet."""
    return models.Act(recorded_at=NOW, partner="AT", kind="directory.entry")
