# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the law desk's mapping: what a language is, what a model answered."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "law.language": _("%(language)s is no language tag. Write a code such as vi, pt or zh-Hant."),
}
