# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""National provisions of a row: found in the texts, proposed by a machine, linked and unlinked by persons. What was rejected is kept."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from longbien.actions.access import require
from longbien.actions.law.concordance.keeping import (
    ASSESS,
    READ,
    SUGGESTION,
    Put,
    end,
    find,
    part,
    put,
    value_of,
    whole,
)
from longbien.actions.node import Node
from longbien.core.base.canonical import decode
from longbien.core.base.errors import UsageError
from longbien.core.base.fields import Fields
from longbien.core.law.concordance.codes import Decision, Grade, Proposer
from longbien.core.law.concordance.shapes import QUOTE
from longbien.core.law.concordance.table import Link, Suggestion, TextUsed
from longbien.core.law.concordance.written import read_value, tidy
from longbien.core.law.provisions.lines import read_lines
from longbien.core.law.provisions.provision import Provision
from longbien.store import models
from longbien.store.writing import write_transaction

_MOST_FOUND: Final = 30
_LONGEST_QUERY: Final = 200
_MOST: Final = 1024 * 1024
_HEADING: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A provision in one of the texts."""

    text: TextUsed
    provision: Provision

    @property
    def key(self) -> str:
        """Give what links and suggestions name it by: law, version and provision."""
        return f"{self.text.law}|{self.text.version}|{self.provision.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A provision as a person names it: its id, and law and version where the id alone does not tell."""

    provision: str
    law: str = ""
    version: str = ""

    def fits(self, key: str) -> bool:
        """Tell whether a key (`law|version|provision`) may be meant."""
        law, _, rest = key.partition("|")
        version, _, provision = rest.partition("|")
        return (
            provision == self.provision and self.law in ("", law) and self.version in ("", version)
        ) or key == self.provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What a machine proposes for one article, best first; `method` names it."""

    article: int
    law: str
    version: str
    provision: str
    grade: Grade
    reasons: tuple[str, ...]
    method: str
    duties: tuple[str, ...] = ()


def link(
    *,
    node: Node,
    actor: models.Officer,
    ref: str,
    duty: str,
    key: str,
    grade: Grade = Grade.PRINCIPAL,
) -> Link:
    """Link a provision of the texts to a duty, with its quotation. `key`: `law|version|provision`.

    A suggestion of it becomes an accepted one. UsageError `law.provision_not_found`, `law.row_not_found`.
    """
    require(actor, ASSESS)
    now = node.clock()
    with write_transaction():
        table = find(ref)
        value = part(table, duty)
        place = _place(table, key)
        suggested = next((one for one in value.suggested(value.rows[0].article) if one.key == key), None)
        made = tidy(replace(_link(place, grade), by=actor.role_id, day=now.date()))
        if suggested is not None:
            made = replace(made, proposed_by=Proposer.MACHINE)
            accepted = replace(suggested, decision=Decision.ACCEPTED, by=actor.role_id, why="")
            _decide(table, suggested, accepted, now)
        put(table, Put(row=duty, kind="link", key=made.key, value=made, by=actor.role_id, at=now))
    return made


def unlink(*, node: Node, actor: models.Officer, ref: str, duty: str, key: str, why: str = "") -> None:
    """Take a link away; the history keeps it. UsageError `law.link_not_found`."""
    require(actor, ASSESS)
    with write_transaction():
        end(find(ref), duty=duty, kind="link", key=key, by=actor.role_id, at=node.clock(), why=why)


def reject(*, node: Node, actor: models.Officer, ref: str, article: int, key: str, why: str = "") -> None:
    """Reject a suggestion; it stays, with who and why. UsageError `law.suggestion_not_found`."""
    require(actor, ASSESS)
    now = node.clock()
    with write_transaction():
        table = find(ref)
        piece = table.pieces.filter(row=str(article), kind=SUGGESTION, key=key, current=True).first()
        if piece is None:
            raise UsageError("law.suggestion_not_found", article=article)
        held: Suggestion = value_of(piece)
        _decide(table, held, replace(held, decision=Decision.REJECTED, by=actor.role_id, why=why), now)


def suggest(*, node: Node, actor: models.Officer, ref: str, proposed: Sequence[Proposed]) -> int:
    """Keep what a machine proposes, at its rank; what a person has decided already stays decided. Count the new ones."""
    require(actor, ASSESS)
    now = node.clock()
    new = 0
    ranks: dict[int, int] = {}
    with write_transaction():
        table = find(ref)
        decided = {
            (one.article, one.key) for one in whole(table).suggestions if one.decision is not Decision.OPEN
        }
        for one in proposed:
            rank = ranks[one.article] = ranks.get(one.article, 0) + 1
            made = tidy(
                Suggestion(
                    article=one.article,
                    provision=one.provision,
                    law=one.law,
                    version=one.version,
                    grade=one.grade,
                    rank=rank,
                    reasons=tuple(reason[:300] for reason in one.reasons[:40]),
                    method=one.method,
                    duties=one.duties,
                )
            )
            if (one.article, made.key) not in decided:
                new += put(
                    table,
                    Put(row=str(one.article), kind=SUGGESTION, key=made.key, value=made, by="", at=now),
                )
    return new


def find_provisions(*, node: Node, actor: models.Officer, ref: str, words: str) -> tuple[Place, ...]:
    """Find provisions of the texts whose number, heading or text has all the words; thirty at most."""
    require(actor, READ)
    wanted = words.casefold()[:_LONGEST_QUERY].split()
    if not wanted:
        return ()
    found = []
    for place in places(find(ref)):
        one = place.provision
        held = f"{one.id} {one.number} {one.heading} {one.text}".casefold()
        if all(word in held for word in wanted):
            found.append(place)
            if len(found) == _MOST_FOUND:
                break
    return tuple(found)


def key_in_texts(*, node: Node, actor: models.Officer, ref: str, named: Named) -> str:
    """Give the key of a provision of the texts. UsageError `law.provision_not_found`, `law.provision_ambiguous`."""
    require(actor, READ)
    keys = [one.key for one in places(find(ref))]
    return _only(keys, named, "law.provision_not_found", provision=named.provision[:80])


def key_in_row(*, node: Node, actor: models.Officer, ref: str, duty: str, named: Named) -> str:
    """Give the key of a provision that is linked to a duty. UsageError `law.link_not_found`, `law.provision_ambiguous`."""
    require(actor, READ)
    keys = [one.key for one in part(find(ref), duty).rows[0].links]
    return _only(keys, named, "law.link_not_found", row=duty[:20])


def _only(keys: Sequence[str], named: Named, missing: str, **values: str) -> str:
    fitting = [key for key in keys if named.fits(key)]
    if not fitting:
        raise UsageError(missing, **values)
    if len(fitting) > 1:
        raise UsageError(
            "law.provision_ambiguous", provision=named.provision[:80], count=len(fitting), key=fitting[0]
        )
    return fitting[0]


def places(table: models.LawConcordance) -> Iterator[Place]:
    """Give every provision of every text."""
    for row in table.texts.order_by("law", "version"):
        used = read_value(TextUsed, Fields(decode(bytes(row.used), max_bytes=_MOST)))
        for provision in read_lines(bytes(row.lines)).provisions:
            yield Place(text=used, provision=provision)


def places_of(table: models.LawConcordance, keys: Collection[str]) -> dict[str, Place]:
    """Give the provisions with these keys; one that the texts do not have is left out."""
    return {one.key: one for one in (places(table) if keys else ()) if one.key in keys}


def _place(table: models.LawConcordance, key: str) -> Place:
    found = places_of(table, {key}).get(key)
    if found is None:
        raise UsageError("law.provision_not_found", provision=key[:80])
    return found


def _link(place: Place, grade: Grade) -> Link:
    text = place.provision.text
    return Link(
        provision=place.provision.id,
        law=place.text.law,
        version=place.text.version,
        number=place.provision.number[:80],
        heading=" ".join(place.provision.heading.split())[:_HEADING],
        text=text[:QUOTE],
        cut=len(text) > QUOTE,
        language=place.text.language,
        translation=place.text.translation,
        in_force_since=place.text.in_force_from,
        grade=grade,
    )


def _decide(table: models.LawConcordance, held: Suggestion, made: Suggestion, now: datetime) -> None:
    if held.decision is made.decision:
        return
    value = tidy(replace(made, day=now.date()))
    put(table, Put(row=str(held.article), kind=SUGGESTION, key=held.key, value=value, by=made.by, at=now))
