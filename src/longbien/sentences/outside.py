# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `outside.*`: what came or leaves by e-mail or on paper."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "outside.carried_later": _(
        "A paper is handed over after it was made and not in the future: look at the moment again."
    ),
    "outside.kind": _(
        "Say what kind of request or answer it is: the file does not say it in a form that can be read (%(kind)s)."
    ),
    "outside.mail_broken": _("This e-mail cannot be read; keep it as a file and type its content in."),
    "outside.mail_head": _("The head of this e-mail is longer than %(limit)s bytes; it is not read."),
    "outside.mail_parts": _(
        "This e-mail has too many parts, or parts within parts (more than %(limit)s); it is not read."
    ),
    "outside.not_outside": _(
        "Request %(request)s does not travel outside the nodes: what is said in it comes as signed acts."
    ),
    "outside.nothing_to_carry": _("Nothing in request %(request)s waits to be handed over."),
    "outside.party": _("%(party)s is no State or organisation that can take part, or it is this node's own."),
    "outside.record": _(
        "The data inside the file are no whole request or answer that this node reads (%(reason)s)."
    ),
    "outside.too_large": _("The file is larger than %(limit)s bytes; it is not read."),
    "outside.unverified": _(
        "It came outside the nodes, by e-mail or on paper. Nothing proves who sent it: NOT VERIFIED. Call back before anything is given."
    ),
}
