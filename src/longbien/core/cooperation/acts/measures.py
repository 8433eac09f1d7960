# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be said of each measure (coded list MEASURE): which of them keep something until a day, and how each may end."""

from typing import Final

KEEPING: Final = ("preservation", "arrest")
"""Measures that hold until a day: data that are kept (Art. 42), a person who is held (Art. 37(10))."""
GIVING: Final = ("disclosure", "assistance", "surrender")
"""Measures of which something is done once: data given, an act carried out, a person surrendered."""
LEAVES_BY: Final = ("disclosure", "assistance")
"""Measures that, once granted, let evidence leave."""
OFFER: Final = "offer"
"""Information given unasked (Art. 40(4)): the first act's sender gives, so evidence runs the other way round."""

EXECUTED: Final = "executed"
IN_PART: Final = "in-part"
NOTHING_FOUND: Final = "nothing-found"
RELEASED: Final = "released"
"""The person is free again before the day."""
OWN_PROSECUTION: Final = "own-prosecution"
"""Not surrendered for nationality alone, and the case submitted to the own authorities (Art. 37(11))."""
_ALWAYS: Final = (EXECUTED, IN_PART, NOTHING_FOUND)


def outcomes_of(measure: str) -> tuple[str, ...]:
    """List the codes of OUTCOME by which `answer.executed` may speak of a measure."""
    if measure == "arrest":
        return (EXECUTED, NOTHING_FOUND, RELEASED)
    return (*_ALWAYS, OWN_PROSECUTION) if measure == "surrender" else _ALWAYS


def holds(measure: str, outcome: str) -> bool:
    """Tell whether a statement says that something is kept, so that it names a period."""
    return measure in KEEPING and outcome in (EXECUTED, IN_PART)
