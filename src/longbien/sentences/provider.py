# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `provider.*`: what providers answer to orders."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "provider.answer_file": _("This file is no provider's answer by the published schema."),
    "provider.answer_lacks": _("The answer lacks “%(member)s”, which its outcome or a reason needs."),
    "provider.answer_reason": _("“%(reason)s” is no reason for which a provider cannot execute."),
    "provider.answer_unknown": _("There is no answer %(answer)s of a provider here."),
    "provider.means": _("This answer cannot be passed on as “%(means)s”."),
    "provider.no_lawyer": _("%(role_id)s is no lawyer of this node."),
    "provider.not_here": _("Providers answer the State that orders: this node made the request."),
    "provider.not_in_review": _("This answer does not wait for a lawyer (%(state)s)."),
    "provider.not_ready": _(
        "A lawyer has to read this answer first, or it was passed on already (%(state)s)."
    ),
    "provider.opinion_missing": _("A review needs a written opinion."),
    "provider.other_lawyer": _("Only the lawyer to whom this answer was given can review it."),
}
