# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What waits for an answer before anything else goes on: pending motions by precedence, a point of order, an appeal."""

from typing import Final

from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.hall.state.motions import Motion
from longbien.core.conference.hall.state.orders import APPEALED, Order

_UNRANKED: Final = 1000


def pending_motions(sitting: Sitting) -> tuple[Motion, ...]:
    """Give the motions that wait, the one to be put first before the others (`motion_rules.vote_order_of_pending`).

    Ranked motions come by rank, before those without one, which are taken as they were made.
    """
    waiting = [sitting.motions[name] for name in sitting.moved]
    return tuple(sorted(waiting, key=lambda one: (rank(sitting, one), one.seq)))


def pending_motion(sitting: Sitting) -> Motion | None:
    """Give the motion that is to be put first, if any waits."""
    return pending_motions(sitting)[0] if sitting.moved else None


def rank(sitting: Sitting, motion: Motion) -> int:
    """Give a motion's rank under the rules; those without one come after all that have one."""
    held = sitting.rules.motions.get(motion.motion)
    return held.rank if held is not None and held.rank is not None else _UNRANKED


def pending_order(sitting: Sitting) -> Order | None:
    """Give the point of order that awaits its ruling, or the ruling under appeal."""
    return sitting.orders.get(sitting.order)


def appeal(sitting: Sitting) -> Order | None:
    """Give the ruling under appeal, which is put before anything else."""
    found = pending_order(sitting)
    return found if found is not None and found.state == APPEALED else None
