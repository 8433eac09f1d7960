# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""One provision through the versions of its law: where the same number stands, and whether it says the same."""

from dataclasses import dataclass
from enum import StrEnum

from longbien.actions.law.library.laws import VersionShown, find_law, law_row, split_ref
from longbien.actions.node import Node
from longbien.store import models


class Through(StrEnum):
    """What another version has under the same number."""

    HERE = "here"
    SAME = "same"
    OTHER = "other"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A version of the law with what it has under the number."""

    version: VersionShown
    through: Through


def history_of(ref: str, provision: str, *, node: Node, actor: models.Officer) -> tuple[Past, ...]:
    """Follow a provision by its id through all versions in the language of this one, the newest first. Errors as `find_law`.

    A provision that got another number stands as absent; comparing two versions finds it.
    """
    name, label = split_ref(ref)
    law = find_law(name, node=node, actor=actor)
    own = law.version(label)
    rows = models.LawProvision.objects.filter(version__law=law_row(name), provision=provision)
    says = {
        row.version.label: (row.heading, row.text) for row in rows.select_related("version").defer("search")
    }
    found = []
    for one in law.versions:
        if one.language != own.language:
            continue
        if one.label == label:
            through = Through.HERE
        elif one.label not in says:
            through = Through.ABSENT
        else:
            through = Through.SAME if says[one.label] == says.get(label) else Through.OTHER
        found.append(Past(version=one, through=through))
    return tuple(found)
