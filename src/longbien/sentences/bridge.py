# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `bridge.*`."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "bridge.bag_there": _("There is something named %(folder)s already."),
    "bridge.certificate_malformed": _("The server's certificate cannot be read."),
    "bridge.mail_refused": _("The mail server %(host)s refused an e-mail (%(status)s)."),
    "bridge.mail_unreachable": _("The mail server %(host)s did not answer."),
    "bridge.object_missing": _("The part %(part)s of the object %(object)s is not held here."),
    "bridge.object_name": _("“%(name)s” cannot be the name of a stored part."),
    "bridge.papers_missing": _("This process cannot make printed pages."),
    "bridge.plain_http": _("Unencrypted HTTP goes to this machine only, not to %(host)s."),
    "bridge.reply_malformed": _("The reply of %(host)s cannot be used."),
    "bridge.secret_missing": _("The secret file %(file)s is missing or cannot be read."),
    "bridge.secret_open": _(
        "The secret file %(file)s can be read by others: make it readable by the node's account only."
    ),
    "bridge.timed_out": _("%(host)s did not reply in time."),
    "bridge.tls_key_wrong": _(
        "The server at %(host)s does not hold the key that the directory names: nothing was sent."
    ),
    "bridge.unreachable": _("%(host)s cannot be reached."),
}
