# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which acts a revocation puts in doubt (docs/protocol/directory.md, section 2).

Whether an act may be taken in now is `longbien.core.sealing.trust.check_valid`; this is about acts already held.
"""

from collections.abc import Iterable
from datetime import datetime

from longbien.core.base.ids import KeyId
from longbien.core.parties.entry import Entry


def in_doubt(entry: Entry, key_ids: Iterable[KeyId], *, recorded_at: datetime) -> bool:
    """Tell whether an act signed by these keys must be flagged: one of them was revoked by the time our log recorded it.

    Our log's time counts, never the act's own: a thief claims any time. An act recorded before stays good.
    """
    for key_id in key_ids:
        trusted = entry.key(key_id)
        if trusted is None:
            return True
        if trusted.revoked_since is not None and recorded_at >= trusted.revoked_since:
            return True
    return False
