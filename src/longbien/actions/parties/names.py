# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What parties are called, in the reader's language: their own words, from their newest trusted directory entries."""

from collections.abc import Mapping

from longbien.store import models
from longbien.store.queries.parties import entry_by_digest


def party_names(language: str) -> Mapping[str, str]:
    """Give each trusted party's name in `language`, or in English where its entry has none in it. Public knowledge; one query."""
    rows = models.Entry.objects.filter(state=models.Entry.TRUSTED).order_by("number")
    newest = dict(rows.values_list("party_id", "digest"))
    found = {}
    for party, digest in newest.items():
        names = entry_by_digest(digest).names
        found[party] = names.get(language) or names.get(language.split("-", 1)[0]) or names["en"]
    return found
