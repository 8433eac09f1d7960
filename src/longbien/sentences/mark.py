# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Marking sentences for the catalogues, without translating them yet."""


def _(sentence: str) -> str:
    """Mark a sentence for extraction; the reader's language is known only when `longbien.texts` speaks."""
    return sentence
