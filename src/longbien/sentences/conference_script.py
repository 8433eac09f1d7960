# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `conference_script.*`: about the Chair's sentences, which themselves are data (`data/procedure/script`)."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "conference_script.codes": _(
        "The Chair's sentences in %(language)s and in English differ by the step %(step)s."
    ),
    "conference_script.not_reviewed": _(
        "Wording of this project, not the text of any body; not reviewed by a native reader."
    ),
    "conference_script.own_wording": _("Wording of this project, not the text of any body."),
    "conference_script.values": _(
        "The Chair's sentence %(step)s takes other values in %(language)s than in English."
    ),
}
"""Each code with its sentence."""
