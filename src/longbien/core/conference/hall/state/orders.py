# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Points of order and rulings of the Chair: raised, ruled at once, perhaps appealed against (rule 44 of UNTOC)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

RAISED: Final = "raised"
RULED: Final = "ruled"
APPEALED: Final = "appealed"
STANDS: Final = "stands"
OVERTURNED: Final = "overturned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A point of order, or a ruling on the kind of a question (`on` and `question` are then set).

    `about` is `vote` if it concerns the conduct of the running vote, `kind` for the kind of a question, else `other`. `before` is
    the kind of question that stood before such a ruling.
    """

    id: str
    by: str
    about: str
    at: datetime
    state: str = RAISED
    words: str = ""
    ruling: str = ""
    ruled_words: str = ""
    appealed_by: str = ""
    on: str = ""
    question: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A doubt whether a matter is of procedure or of substance, until the Chair rules or the Conference decides."""

    on: str
    by: str
    at: datetime
