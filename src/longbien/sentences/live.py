# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `live.*`."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "live.address": _("There is no such stream of a meeting."),
    "live.ended": _("This screen may not be read any more: sign in again."),
    "live.full": _("Too many screens are open: this one must be reloaded by hand."),
    "live.host": _("This node is not asked by that name."),
    "live.method": _("A stream is only read."),
    "live.not_permitted": _("This screen of the meeting is not for you."),
    "live.origin": _("A page of %(origin)s may not read the streams of this node."),
    "live.sign_in": _("Sign in to read this screen of the meeting."),
}
