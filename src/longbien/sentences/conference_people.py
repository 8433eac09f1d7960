# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of who comes to the Conference: delegations, badges, credentials, observers."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "conference.credentials_contest": _(
        "%(participant)s does not contest these credentials: there is nothing to withdraw."
    ),
    "conference.credentials_step": _(
        "Credentials that are “%(state)s” do not come to “%(step)s”: the table of steps has no such way."
    ),
}
