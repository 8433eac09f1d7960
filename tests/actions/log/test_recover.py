# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.actions.log.recover`: a restored log grows back to what was seen of it, or not at all."""

import pytest

from longbien.actions.log.audit import audit_logs
from longbien.actions.log.hold import hold_log, let_log_go_on
from longbien.actions.log.recover import recover_leaves
from longbien.core.base.errors import RefusedError
from longbien.store.models.log import Log, LogEntry
from tests.actions.log.test_append import SIGNER, add, fill, some
from tests.authority import NOW
from tests.logs import leaves, log_signer, signed

pytestmark = pytest.mark.django_db
WHOLE = leaves(300)
SEEN = signed(WHOLE, SIGNER).data


@pytest.fixture
def restored() -> int:
    fill([100, 100])
    hold_log(NOW)
    return 200


def test_the_missing_leaves_bring_the_log_to_the_checkpoint_that_was_seen(restored: int) -> None:
    with pytest.raises(RefusedError, match=r"log\.shorter_than_witnessed"):
        let_log_go_on({"AT": 300})
    assert recover_leaves(WHOLE[restored:], SEEN, SIGNER.keys) == 300
    let_log_go_on({"AT": 300})
    assert add(some(1, 300)).indexes == range(300, 301)
    assert audit_logs([SIGNER.keys])[0].tree.is_sound


@pytest.mark.parametrize(
    "missing",
    [[], WHOLE[200:299], WHOLE[199:], [*WHOLE[200:], b"x"], [*WHOLE[201:], WHOLE[200]], leaves(100, 900)],
)
def test_other_leaves_change_nothing(restored: int, missing: list[bytes]) -> None:
    with pytest.raises(RefusedError, match=r"log\.recovery_wrong"):
        recover_leaves(missing, SEEN, SIGNER.keys)
    assert (Log.objects.get().size, LogEntry.objects.count()) == (restored, restored)
    assert audit_logs([SIGNER.keys])[0].tree.is_sound


def test_a_checkpoint_that_we_did_not_sign_recovers_nothing(restored: int) -> None:
    forged = signed(WHOLE, log_signer("VN", origin=SIGNER.origin)).data
    with pytest.raises(RefusedError, match=r"log\.signature_(missing|invalid)"):
        recover_leaves(WHOLE[restored:], forged, SIGNER.keys)


def test_a_log_that_is_not_held_takes_no_leaves_but_its_own() -> None:
    with pytest.raises(RefusedError, match=r"log\.not_open"):
        recover_leaves(WHOLE, SEEN, SIGNER.keys)
    fill([200])
    with pytest.raises(RefusedError, match=r"log\.recovery_not_held"):
        recover_leaves(WHOLE[200:], SEEN, SIGNER.keys)
