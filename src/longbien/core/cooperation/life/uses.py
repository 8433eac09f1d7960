# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether evidence may be used in a certain way: for what was stated always, otherwise with the giver's consent (Art. 36(3), 40(19))."""

from datetime import datetime
from typing import Final

from longbien.core.cooperation.acts.asides import ONWARD_TRANSFER
from longbien.core.cooperation.life.lifecycle import RequestState, at_moment

STATED: Final = "stated"
"""Use for the purpose that the request states."""
_HELD: Final = ("released", "received")


def use_allowed(
    state: RequestState, item: str, use: str, *, now: datetime | None = None, recipient: str = ""
) -> bool:
    """Tell whether the object `item` may be put to `use`: `stated`, or a code of USE that the giver's consent covers at `now`.

    Consent to an onward transfer names who shall have it: `recipient` must be the one. `now` is left out for a state that was brought to
    the moment already. An item that was recalled, returned or destroyed, or never came, may not be used at all.
    """
    if now is not None:
        state = at_moment(state, now)
    if state.place("evidence", item) not in _HELD:
        return False
    return use == STATED or any(
        state.consents[consent] == "granted"
        and one.use == use
        and one.item in ("", item)
        and (use != ONWARD_TRANSFER or one.recipient.casefold() == recipient.strip().casefold())
        for consent, one in state.uses.items()
    )
