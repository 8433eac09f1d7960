# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Documents of a session: filed under a symbol, a file for each language, circulated, superseded by their revisions."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import BinaryIO, Final

from longbien.actions.access import require
from longbien.actions.conference.hall.find import find_conference
from longbien.actions.conference.papers.session import VERB, keep, readable, rules_of, zone_of
from longbien.actions.conference.people.files import file_bytes, store_file
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.ids import Digest, ObjectId
from longbien.core.base.moments import cut_moment
from longbien.core.conference.agenda.items import parse_number
from longbien.core.conference.documents.files import KINDS
from longbien.core.conference.documents.symbols import Symbol, latest, parse_symbol
from longbien.core.conference.documents.versions import (
    LANGUAGES,
    OFFICIAL,
    Access,
    Circulation,
    Document,
    Version,
    circulation,
    parse_language,
)
from longbien.core.conference.rules.values import RuleValue
from longbien.store import models
from longbien.store.queries.conference_papers import find_version, standing_versions
from longbien.store.writing import write_transaction

RULE: Final = "proposals.circulated_before"
_MAX_TITLE: Final = 300
_MAX_LIST: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One version to give away: what it is, and where its bytes rest."""

    document: Document
    version: Version
    object_id: ObjectId


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledCirculation:
    """Whether a document was circulated in time for a day, with the rule that says what in time is."""

    circulation: Circulation
    rule: RuleValue


def documents_of(
    conference_id: str, *, actor: models.Officer | None, words: str = "", item: str = "", whole: bool = True
) -> tuple[Document, ...]:
    """List the documents that a reader may read, by symbol; `words` in symbol or title, `item` an agenda item, `whole` with superseded ones.

    A reader who is not of the secretariat sees only versions that were circulated. RefusedError `conference.session_unknown`.
    """
    conference = find_conference(conference_id)
    may = readable(actor, conference)
    found = [one for one in _documents(conference, whole=Access.SECRETARIAT in may) if one.access in may]
    if Access.SECRETARIAT not in may:
        found = [one for one in found if one.versions]
    low = words.strip().casefold()
    return tuple(
        one
        for one in found
        if (whole or one.superseded_by is None)
        and (not item or item in one.items)
        and (not low or low in str(one.symbol).casefold() or low in one.title.casefold())
    )


def find_document(conference_id: str, symbol: str, *, actor: models.Officer | None) -> Document:
    """Give one document that the reader may read; RefusedError `conference_papers.document_not_found` for any other."""
    wanted = parse_symbol(symbol)
    for one in documents_of(conference_id, actor=actor):
        if one.symbol == wanted:
            return one
    raise RefusedError("conference_papers.document_not_found", symbol=symbol[:80])


def file_document(*, node: Node, actor: models.Officer, conference_id: str, document: Document) -> Document:
    """Give a document its symbol, or change what is said of it (title, items, who may read it); versions follow one by one.

    RefusedError `people.not_permitted`, `conference.session_unknown`, `conference_papers.revision_of_nothing`; UsageError
    `conference_papers.document_text`; MalformedError `conference_papers.document_language`, `conference_papers.item_number`.
    """
    require(actor, VERB)
    _check(document)
    with write_transaction():
        conference = find_conference(conference_id)
        known = {one.symbol for one in _documents(conference, whole=True)}
        first = document.symbol.unrevised if document.symbol.corrects is None else document.symbol.corrects
        if first not in known | {document.symbol}:
            raise RefusedError(
                "conference_papers.revision_of_nothing", symbol=str(document.symbol), first=str(first)
            )
        row, made = models.ConferenceDocument.objects.get_or_create(
            conference=conference,
            symbol=str(document.symbol),
            defaults={"filed_at": cut_moment(node.clock())},
        )
        row.title, row.original, row.access = document.title.strip(), document.original, document.access.value
        row.submitted_by, row.items = list(document.submitted_by), list(document.items)
        row.save()
        did = "filed" if made else "changed"
        facts = {"did": did, "symbol": row.symbol, "title": row.title, "access": row.access}
        keep(node, actor, conference_id, {**facts, "items": list(document.items)})
    return find_document(conference_id, str(document.symbol), actor=actor)


def file_version(
    *,
    node: Node,
    actor: models.Officer,
    conference_id: str,
    symbol: str,
    language: str,
    name: str,
    source: BinaryIO,
) -> Version:
    """File the bytes of one language version. Until it is circulated it may be replaced; the earlier file stays, unseen.

    RefusedError `conference_papers.document_not_found`, `conference_papers.version_circulated`, those of `file_kind`; MalformedError for
    a language or file that cannot be.
    """
    require(actor, VERB)
    parse_language(language)
    found = find_document(conference_id, symbol, actor=actor)
    stored = store_file(node, name, source.read(), kinds=KINDS)
    with write_transaction():
        row = _row(conference_id, found.symbol)
        now = cut_moment(node.clock())
        before = find_version(row, language)
        if before is not None and before.circulated_at is not None:
            raise RefusedError("conference_papers.version_circulated", symbol=row.symbol, language=language)
        if before is not None:
            before.replaced_at = now
            before.save(update_fields=["replaced_at"])
        made = models.DocumentVersion.objects.create(
            document=row,
            language=language,
            object_id=stored.object_id,
            sha256=stored.sha256,
            size=stored.size,
            media_type=stored.media_type,
            name=stored.name,
            filed_by=actor.role_id,
            filed_at=now,
        )
        facts: dict[str, JsonInput] = {"did": "version", "symbol": row.symbol, "language": language}
        keep(node, actor, conference_id, {**facts, "size": stored.size})
    return _version(made)


def circulate(
    *, node: Node, actor: models.Officer, conference_id: str, symbol: str, languages: tuple[str, ...]
) -> Document:
    """Circulate language versions now: from this moment everybody who may read the document can.

    RefusedError `conference_papers.version_missing` for a language without a file; nothing is circulated then.
    """
    require(actor, VERB)
    with write_transaction():
        row = _row(conference_id, parse_symbol(symbol))
        now = cut_moment(node.clock())
        for language in languages:
            version = find_version(row, parse_language(language))
            if version is None:
                raise RefusedError("conference_papers.version_missing", symbol=row.symbol, language=language)
            if version.circulated_at is None:
                version.circulated_at = now
                version.save(update_fields=["circulated_at"])
        keep(
            node,
            actor,
            conference_id,
            {"did": "circulated", "symbol": row.symbol, "languages": list(languages)},
        )
    return find_document(conference_id, symbol, actor=actor)


def circulated(conference_id: str, symbol: str, *, day: date) -> RuledCirculation | None:
    """Tell whether a document was circulated in time for a meeting on `day`, and by which rule; None for a symbol that is not filed.

    What the Chair is told when a proposal is tabled or put; the Chair may allow one that was not. MalformedError for no symbol.
    """
    conference = find_conference(conference_id)
    wanted = parse_symbol(symbol)
    found = next((one for one in _documents(conference, whole=True) if one.symbol == wanted), None)
    if found is None:
        return None
    rules = rules_of(conference)
    official = rules.value("languages.official").value
    named = tuple(str(one) for one in official) if isinstance(official, list) else OFFICIAL
    answer = circulation(found, day=day, zone=zone_of(conference), official=named)
    return RuledCirculation(circulation=answer, rule=rules.value(RULE))


def given_version(conference_id: str, symbol: str, language: str, *, actor: models.Officer | None) -> Given:
    """Find a version that the reader may have; RefusedError `conference_papers.document_not_found`."""
    document = find_document(conference_id, symbol, actor=actor)
    version = document.version(language)
    if version is None:
        raise RefusedError("conference_papers.document_not_found", symbol=f"{symbol[:80]} ({language[:5]})")
    row = find_version(_row(conference_id, document.symbol), language)
    if row is None:
        raise RefusedError("conference_papers.document_not_found", symbol=symbol[:80])
    return Given(document=document, version=version, object_id=ObjectId(row.object_id))


def read_version(node: Node, given: Given) -> Iterator[bytes]:
    """Read a version's bytes in pieces, compared with their digest before the first one is given.

    RefusedError `conference_papers.file_damaged`, `bridge.object_missing`.
    """
    symbol = str(given.document.symbol)
    return file_bytes(node, given.object_id, sha256=given.version.sha256, name=symbol)


def _check(document: Document) -> None:
    if not document.title.strip() or len(document.title) > _MAX_TITLE:
        raise UsageError("conference_papers.document_text", limit=_MAX_TITLE)
    if len(document.submitted_by) > _MAX_LIST or len(document.items) > _MAX_LIST:
        raise UsageError("conference_papers.document_text", limit=_MAX_TITLE)
    if document.original not in LANGUAGES:
        parse_language(document.original)
    for number in document.items:
        parse_number(number)


def _documents(conference: models.Conference, *, whole: bool) -> tuple[Document, ...]:
    """Give all documents of a session with their standing versions (`whole`: those not circulated, too)."""
    rows = list(models.ConferenceDocument.objects.filter(conference=conference))
    versions = standing_versions(rows)
    found = []
    for row in rows:
        given = (_version(one) for one in versions.get(row.pk, ()))
        order = sorted(given, key=lambda one: LANGUAGES.index(one.language))
        found.append(
            Document(
                symbol=parse_symbol(row.symbol),
                title=row.title,
                submitted_by=tuple(row.submitted_by),
                original=row.original,
                items=tuple(row.items),
                access=Access(row.access),
                versions=tuple(one for one in order if whole or one.circulated_at is not None),
            )
        )
    out = [one.symbol for one in found if any(version.circulated_at for version in one.versions)]
    marked = (replace(one, superseded_by=latest(one.symbol, out)) for one in found)
    return tuple(sorted(marked, key=_symbol_key))


def _symbol_key(one: Document) -> tuple[str, int, str, int, str]:
    symbol = one.symbol
    return (symbol.prefix, symbol.year or 0, symbol.series, symbol.number, str(symbol))


def _row(conference_id: str, symbol: Symbol) -> models.ConferenceDocument:
    rows = models.ConferenceDocument.objects.filter(conference__conference_id=conference_id)
    found = rows.filter(symbol=str(symbol)).first()
    if found is None:
        raise RefusedError("conference_papers.document_not_found", symbol=str(symbol))
    return found


def _version(row: models.DocumentVersion) -> Version:
    return Version(
        language=row.language,
        sha256=Digest(row.sha256),
        size=row.size,
        media_type=row.media_type,
        name=row.name,
        circulated_at=row.circulated_at,
    )
