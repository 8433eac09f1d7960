# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What became of a verb: said at once, or waiting for a second officer."""

from django.utils.translation import gettext as _

from longbien.actions.cooperation.say import Spoken
from longbien.cli.words import kind_words, sentence_of, short


def spoken_words(*found: Spoken) -> str:
    """Tell it, and what to type next."""
    lines = []
    for one in found:
        lines.append(_words(one))
        lines += [
            _("Mind: %(sentence)s") % {"sentence": sentence_of(w.code, **w.params)} for w in one.warnings
        ]
    return "\n".join(lines)


def _words(found: Spoken) -> str:
    about = {"kind": kind_words(found.kind), "act": short(found.act), "proposal": found.proposal}
    if found.made:
        return _("%(kind)s: signed as act %(act)s and on its way.") % about
    return (
        _(
            "%(kind)s: waits for a second officer as proposal %(proposal)s (longbien act approve %(proposal)s)."
        )
        % about
    )
