# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Recovering leaves after a restore (docs/protocol/log.md, section 5): from partners who hold them, up to a checkpoint they hold.

Nothing new is signed: the checkpoint that the log grows to was signed by this node before the loss, and its root says whether the
leaves are the right ones, all of them, in their order.
"""

from collections.abc import Sequence

from longbien.actions.log.append import write_leaves
from longbien.core.base.errors import RefusedError
from longbien.core.log.checkpoint import LogKeys, only_signed_by, open_checkpoint
from longbien.core.log.leaf import parse_leaf
from longbien.store.queries import log as rows
from longbien.store.queries.log_sql import write_state
from longbien.store.writing import write_transaction


def recover_leaves(leaves: Sequence[bytes], seen: bytes, keys: LogKeys) -> int:
    """Add the missing leaves to the held log, up to a checkpoint that a partner has `seen`; give the log's new size.

    `leaves` are all entries from the restored size up to the checkpoint's. RefusedError `log.recovery_not_held`,
    `log.recovery_wrong` (too few, too many, or others), and what `open_checkpoint` raises for a checkpoint that is not this log's.
    """
    with write_transaction():
        head = rows.open_head(lock=True)
        if head is None:
            raise RefusedError("log.not_open")
        if head.held_since is None:
            raise RefusedError("log.recovery_not_held")
        signed = only_signed_by(open_checkpoint(seen, keys), keys)
        checkpoint = signed.checkpoint
        if len(leaves) != checkpoint.size - head.frontier.size or not leaves:
            raise RefusedError("log.recovery_wrong")
        after = write_leaves(head, leaves)
        if after.root() != checkpoint.root:  # rolls back what was written
            raise RefusedError("log.recovery_wrong")
        write_state(head.log_id, after, signed.data, signed.signed_at or parse_leaf(leaves[-1]).time)
        return checkpoint.size
