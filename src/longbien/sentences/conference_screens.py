# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the hall's pages refuse by themselves, before any rule of procedure is asked."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "conference.said_malformed": _(
        "What was sent cannot be read: the field %(field)s does not hold what such a field holds. Nothing was recorded."
    ),
}
