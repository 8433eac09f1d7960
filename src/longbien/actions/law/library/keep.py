# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping a version of a law: once, whole, with its digest and a leaf of the log. It is never changed; a correction is another version with a reason."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any, Final

from longbien.actions.access import require
from longbien.actions.law.library.laws import VersionShown, find_law
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.moments import cut_moment
from longbien.core.law.provisions.lines import MAX_CHARACTERS, MAX_PROVISIONS
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.versions.digest import version_digest
from longbien.core.law.versions.facts import LawFacts, Note, VersionFacts, check_law, check_version
from longbien.store import models
from longbien.store.queries.law import keep_provisions
from longbien.store.writing import write_transaction

VERB: Final = "law.keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class LawText:
    """What was read: provisions in their order, what reading noticed, and the file it came from."""

    provisions: Sequence[Provision]
    notes: Sequence[Note] = ()
    file_name: str = ""
    file_digest: str = ""


def keep_version(
    *, node: Node, actor: models.Officer, law: LawFacts, version: VersionFacts, text: LawText
) -> VersionShown:
    """Keep a version, and its law if it is new.

    RefusedError `people.not_permitted`, `law.lines_…`, `law_library.label_taken`, `…same_text`, `…correction_done`; UsageError
    `law_library.…` for what is missing or cannot be. Nothing is kept then.
    """
    require(actor, VERB)
    _check_size(text.provisions)
    digest = version_digest(text.provisions)
    now = cut_moment(node.clock())
    with write_transaction():
        row = _law(law, actor, now)
        check_version(version, row.kind)
        corrected, given = _corrected(row, version)
        given = replace(given, language=given.language or row.language)
        _check_new(row, given, digest)
        given = replace(given, label=given.label or _free_label(row, given))
        facts = _facts(row, given, digest)
        kept = record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now)
        made = models.LawVersion.objects.create(
            law=row,
            corrects=corrected,
            **_said(given),
            file_name=text.file_name.replace("\\", "/").rpartition("/")[2][-200:],
            file_digest=text.file_digest,
            digest=digest,
            count=len(text.provisions),
            notes=[{"code": one.code, "place": one.place, "values": dict(one.values)} for one in text.notes],
            kept_by=actor.role_id,
            kept_at=now,
            leaf_index=kept.leaf_index,
        )
        keep_provisions(made, text.provisions)
    return find_law(f"{row.state}/{row.code}", node=node, actor=actor).version(given.label)


def _said(given: VersionFacts) -> Mapping[str, Any]:
    """Give the columns that hold what was said of a version, which have the same names."""
    said = asdict(given)
    del said["corrects"]
    return {name: value.strip() if isinstance(value, str) else value for name, value in said.items()}


def _facts(law: models.Law, given: VersionFacts, digest: str) -> dict[str, str]:
    """Give what the log's leaf is about."""
    return {
        "step": "keep",
        "law": f"{law.state}/{law.code}",
        "label": given.label,
        "digest": digest,
        "language": given.language,
        "translation": given.translation,
        "in_force_from": _day(given.in_force_from),
        "in_force_until": _day(given.in_force_until),
        "corrects": given.corrects,
    }


def _check_size(provisions: Sequence[Provision]) -> None:
    if not provisions:
        raise RefusedError("law.lines_empty")
    if len(provisions) > MAX_PROVISIONS:
        raise RefusedError("law.lines_many", most=MAX_PROVISIONS)
    if sum(len(one.text) + len(one.heading) for one in provisions) > MAX_CHARACTERS:
        raise RefusedError("law.lines_size", most=MAX_CHARACTERS)


def _law(given: LawFacts, actor: models.Officer, now: datetime) -> models.Law:
    """Find the law, or keep it as a new one; what is said of a law that is kept already must be what is kept."""
    row = models.Law.objects.filter(state=given.state, code=given.code).first()
    if row is None:
        check_law(given)
        return models.Law.objects.create(
            state=given.state,
            code=given.code,
            title=given.title.strip(),
            language=given.language,
            kind=given.kind,
            kept_by=actor.role_id,
            kept_at=now,
        )
    for name in ("title", "kind"):
        said, kept = getattr(given, name).strip(), getattr(row, name)
        if said and said != kept:
            raise UsageError("law_library.law_other", law=row.code, name=name, kept=kept)
    return row


def _corrected(law: models.Law, given: VersionFacts) -> tuple[models.LawVersion | None, VersionFacts]:
    """Find what is corrected; language and day follow from it."""
    if not given.corrects:
        return None, given
    row = law.versions.filter(label=given.corrects).first()
    if row is None:
        raise RefusedError(
            "law_library.version_not_found", law=f"{law.state}/{law.code}", label=given.corrects[:60]
        )
    done = law.versions.filter(corrects=row).first()
    if done is not None:
        raise RefusedError("law_library.correction_done", label=row.label, by=done.label)
    language, since = given.language or row.language, given.in_force_from or row.in_force_from
    if (language, since) != (row.language, row.in_force_from):
        raise UsageError(
            "law_library.correction_day",
            label=row.label,
            language=row.language,
            day=_day(row.in_force_from) or "—",
        )
    return row, replace(given, language=language, in_force_from=since)


def _check_new(law: models.Law, given: VersionFacts, digest: str) -> None:
    if given.label and law.versions.filter(label=given.label).exists():
        raise RefusedError("law_library.label_taken", label=given.label)
    same = law.versions.filter(
        digest=digest,
        language=given.language,
        translation=given.translation,
        in_force_from=given.in_force_from,
        in_force_until=given.in_force_until,
    ).first()
    if same is not None and not given.corrects:
        raise RefusedError("law_library.same_text", label=same.label)


def _free_label(law: models.Law, given: VersionFacts) -> str:
    """Name a version by its day, and by its language if that is not the law's; a number tells equal ones apart."""
    first = _day(given.in_force_from) or ("bill" if law.kind == "bill" else "undated")
    if given.language != law.language:
        first = f"{first}-{given.language}"
    taken = set(law.versions.values_list("label", flat=True))
    label, number = first, 1
    while label in taken:
        number += 1
        label = f"{first}.{number}"
    return label


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
