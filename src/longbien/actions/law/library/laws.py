# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The laws that are kept, as every officer of the State's desks may read them: the list, one law with its versions, one version, its provisions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from longbien.actions.access import require
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.versions.dating import BILL, Dated, Standing, Warned, holding, standing, warnings
from longbien.core.law.versions.digest import version_digest
from longbien.core.law.versions.facts import Note
from longbien.store import models
from longbien.store.queries.law import read_provisions

READ = "law.read"


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionShown:
    """One version. `ref` names it everywhere (`VN/CODE/2026-01-01`); `standing` is that of the day that was asked for."""

    ref: str
    law: str
    label: str
    language: str
    translation: str
    standing: Standing
    promulgated_on: date | None
    in_force_from: date | None
    in_force_until: date | None
    text_as_of: date | None
    source: str
    source_url: str
    file_name: str
    file_digest: str
    digest: str
    count: int
    notes: tuple[Note, ...]
    corrects: str
    corrected_by: str
    reason: str
    kept_by: str
    kept_at: datetime
    leaf_index: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LawShown:
    """One law with its versions, the newest day first. `ref` names it (`VN/CODE`); `holding` are the labels in force on `day`, the most authentic first."""

    ref: str
    state: str
    code: str
    title: str
    language: str
    kind: str
    day: date
    versions: tuple[VersionShown, ...]
    holding: tuple[str, ...]
    warnings: tuple[Warned, ...]

    def version(self, label: str) -> VersionShown:
        """Give a version by its label; RefusedError `law_library.version_not_found`."""
        for one in self.versions:
            if one.label == label:
                return one
        raise RefusedError("law_library.version_not_found", law=self.ref, label=label[:60])


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A version with its law and its provisions, checked against the digest."""

    law: LawShown
    version: VersionShown
    provisions: tuple[Provision, ...]


def laws(
    *,
    node: Node,
    actor: models.Officer,
    day: date | None = None,
    state: str = "",
    kind: str = "",
    text: str = "",
) -> tuple[LawShown, ...]:
    """List the laws by State and code, as they stand on a day (today); `text` stands in code or title. RefusedError `people.not_permitted`."""
    require(actor, READ)
    rows = models.Law.objects.order_by("state", "code")
    rows = rows.filter(state=state) if state else rows
    rows = rows.filter(kind=kind) if kind else rows
    sought = text.strip().casefold()
    found = [row for row in rows if sought in row.code.casefold() or sought in row.title.casefold()]
    return tuple(_shown(found, day or node.clock().date()))


def find_law(ref: str, *, node: Node, actor: models.Officer, day: date | None = None) -> LawShown:
    """Give a law by its name, `VN/CODE`, or `CODE` where one State alone has that code.

    RefusedError `people.not_permitted`, `law_library.law_not_found`; UsageError `law_library.law_ambiguous`.
    """
    require(actor, READ)
    return next(iter(_shown([law_row(ref)], day or node.clock().date())))


def version_on(
    ref: str, day: date | None = None, *, node: Node, actor: models.Officer, language: str = ""
) -> VersionShown:
    """Give the version of a law that is in force on a day (today), in a language or the most authentic one.

    RefusedError `law_library.none_in_force`, and those of `find_law`.
    """
    law = find_law(ref, node=node, actor=actor, day=day)
    for label in law.holding:
        found = law.version(label)
        if language in ("", found.language):
            return found
    raise RefusedError("law_library.none_in_force", day=law.day.isoformat())


def text_of(ref: str, *, node: Node, actor: models.Officer, day: date | None = None) -> Text:
    """Give a version by its name (`VN/CODE/LABEL`) with its provisions, or the one in force where no label stands.

    RefusedError `law_library.version_not_found`, `law_library.damaged`, and those of `find_law`.
    """
    name, label = split_ref(ref)
    law = find_law(name, node=node, actor=actor, day=day)
    version = law.version(label) if label else version_on(name, day, node=node, actor=actor)
    return Text(law=law, version=version, provisions=_checked(law, version))


def provisions_of(ref: str, *, node: Node, actor: models.Officer) -> tuple[Provision, ...]:
    """Give the provisions of a version by its name, as they were kept: their digest is checked. Errors as `text_of`."""
    return text_of(ref, node=node, actor=actor).provisions


def provisions_numbered(text: Text, number: str) -> tuple[Provision, ...]:
    """Give the provisions with this number or id; RefusedError `law_library.provision_not_found`."""
    sought = "".join(number.split()).casefold()
    found = tuple(
        one
        for one in text.provisions
        if sought in ("".join(one.number.split()).casefold(), one.id.casefold())
    )
    if not found:
        raise RefusedError("law_library.provision_not_found", version=text.version.ref, provision=number[:80])
    return found


def split_ref(ref: str) -> tuple[str, str]:
    """Split the name of a version into that of its law and its label, `""` where none stands."""
    parts = ref.strip().split("/")
    if len(parts) > 3 or not all(parts):
        raise RefusedError("law_library.law_not_found", law=ref[:80] or "—")
    return "/".join(parts[:2]), parts[2] if len(parts) == 3 else ""


def law_row(ref: str) -> models.Law:
    """Find the row of a law by `VN/CODE` or `CODE`; errors as `find_law`."""
    state, _, code = ref.strip().rpartition("/")
    rows = models.Law.objects.filter(code=code)
    found = list(rows.filter(state=state.upper()) if state else rows.order_by("state"))
    if not found:
        raise RefusedError("law_library.law_not_found", law=ref[:80] or "—")
    if len(found) > 1:
        names = ", ".join(f"{one.state}/{one.code}" for one in found)
        raise UsageError("law_library.law_ambiguous", law=code[:60], laws=names)
    return found[0]


def dated(row: models.LawVersion, *, bill: bool, corrected: bool) -> Dated:
    """Give what is needed of a version to date it."""
    return Dated(
        label=row.label,
        language=row.language,
        translation=row.translation,
        since=row.in_force_from,
        until=row.in_force_until,
        as_of=row.text_as_of,
        corrected=corrected,
        bill=bill,
    )


def _checked(law: LawShown, version: VersionShown) -> tuple[Provision, ...]:
    row = models.LawVersion.objects.get(law__state=law.state, law__code=law.code, label=version.label)
    found = read_provisions(row)
    if version_digest(found) != version.digest:
        raise RefusedError("law_library.damaged", label=version.label)
    return found


def _shown(rows: Sequence[models.Law], day: date) -> Iterable[LawShown]:
    """Show laws with their versions: two queries for all of them."""
    versions: dict[int, list[models.LawVersion]] = {row.pk: [] for row in rows}
    for one in models.LawVersion.objects.filter(law__in=rows).order_by("pk"):
        versions[one.law_id].append(one)
    for row in rows:
        held = versions[row.pk]
        labels = {one.pk: one.label for one in held}
        corrected = {labels[one.corrects_id]: one.label for one in held if one.corrects_id is not None}
        days = [dated(one, bill=row.kind == BILL, corrected=one.label in corrected) for one in held]
        shown = [
            _version(row, one, standing(when, days, day), corrected.get(one.label, ""))
            for one, when in zip(held, days, strict=True)
        ]
        yield LawShown(
            ref=f"{row.state}/{row.code}",
            state=row.state,
            code=row.code,
            title=row.title,
            language=row.language,
            kind=row.kind,
            day=day,
            versions=tuple(sorted(shown, key=_newest_first)),
            holding=tuple(one.label for one in holding(days, day)),
            warnings=warnings(days, day),
        )


def _newest_first(one: VersionShown) -> tuple[int, bool, float]:
    day = one.in_force_from or date.max
    return (-day.toordinal(), bool(one.corrected_by), -one.kept_at.timestamp())


def _version(law: models.Law, row: models.LawVersion, now: Standing, corrected_by: str) -> VersionShown:
    name = f"{law.state}/{law.code}"
    corrected = row.corrects
    return VersionShown(
        ref=f"{name}/{row.label}",
        law=name,
        label=row.label,
        language=row.language,
        translation=row.translation,
        standing=now,
        promulgated_on=row.promulgated_on,
        in_force_from=row.in_force_from,
        in_force_until=row.in_force_until,
        text_as_of=row.text_as_of,
        source=row.source,
        source_url=row.source_url,
        file_name=row.file_name,
        file_digest=row.file_digest,
        digest=row.digest,
        count=row.count,
        notes=tuple(_note(one) for one in row.notes),
        corrects=corrected.label if corrected is not None else "",
        corrected_by=corrected_by,
        reason=row.reason,
        kept_by=row.kept_by,
        kept_at=row.kept_at,
        leaf_index=row.leaf_index,
    )


def _note(value: dict[str, object]) -> Note:
    values = value.get("values")
    pairs = values.items() if isinstance(values, dict) else ()
    return Note(code=str(value.get("code", "")), place=str(value.get("place", "")), values=tuple(pairs))
