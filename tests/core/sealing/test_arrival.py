# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The order of checks on arrival: each failure has its code, and nothing later is done."""

from longbien.core.sealing.arrival import Arrived, Door, arrive, frame_digest
from longbien.core.sealing.frame import seal_act
from tests.authority import NOW, authority

VN, AT = authority("VN"), authority("AT")


def door() -> Door:
    return Door(
        party=AT.party,
        exercise=True,
        now=NOW,
        is_known=lambda party: party == VN.party,
        seen=lambda _party, _act_id: None,
        within_quota=lambda _party, _length: True,
        private_key=lambda key_id: AT.seal if key_id == AT.seal.key_id else None,
        keys=VN,
    )


def test_an_act_crosses() -> None:
    signed = VN.act(AT)
    frame = seal_act(signed, AT.seal.public)
    assert arrive(frame, door()) == Arrived(
        act=signed.act, envelope=signed.envelope, digest=signed.digest, frame_digest=frame_digest(frame)
    )
