# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `safeguards.*`."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "safeguards.computed": _(
        "Nobody records this step by saying so (%(step)s): it follows from other records."
    ),
    "safeguards.conditions": _(
        "The step “%(step)s” ended with “%(result)s”: grant in part, or under conditions of use."
    ),
    "safeguards.flagged": _(
        "A person with a flag is not simply clear: name the concern, or that it is to be refused."
    ),
    "safeguards.missing": _(
        "A step is missing: %(step)s. Nobody can pass it over; record it with a reason first."
    ),
    "safeguards.provisions": _("Dual criminality is met by two provisions: write ours and theirs in words."),
    "safeguards.reason": _("Write the reason in words (at least %(least)s characters)."),
    "safeguards.result": _("The step “%(step)s” ended with “%(result)s”: nothing can be granted on that."),
    "safeguards.same_official": _("Who made the rights check may not approve the decision that rests on it."),
    "safeguards.stale": _("The request was changed after the step “%(step)s”: look at it again."),
    "safeguards.unknown": _("“%(value)s” is no step, result or flag of the safeguards."),
}
