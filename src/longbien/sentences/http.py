# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `http.*`."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "http.bad_request": _("This address cannot be understood."),
    "http.body": _(
        "The body cannot be read: JSON is expected, without hidden characters, at most %(depth)s levels deep."
    ),
    "http.failed": _("This failed on our side. Nothing was changed."),
    "http.forbidden": _("Your roles do not open this page."),
    "http.form_expired": _("The form was too old or came from another site. Open the page again."),
    "http.not_found": _("There is no such page, or it is not yours to see."),
    "http.parameter": _("These parameters are missing or wrong: %(names)s."),
    "http.too_large": _("The body is larger than this address takes."),
    "http.too_many": _("Too many questions in a short time. Wait a minute."),
    "http.unauthorized": _("Sign in, or send a token that holds."),
}
