# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the evidence desk asks of its rows: which segments are held, which objects wait for a step, the end of a chain.

Functions named `lock_…`, `hold_…` and `link_…` are called inside a write transaction.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Q, QuerySet

from longbien.store.models.evidence import (
    CustodyRecord,
    EvidenceObject,
    EvidencePart,
    HeldRange,
    SealerProof,
)
from longbien.store.models.exchange import Act
from longbien.store.queries.conference_papers import known_files

MAX_RANGES: Final = 10_000
"""How many missing ranges one answer names (docs/protocol/exchange.md)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainEnd:
    """Where one side's custody chain of an object stands: the next record's number and what it links to."""

    number: int
    previous: str


def lock_object(object_id: str) -> EvidenceObject | None:
    """Give an object's row, locked until the transaction ends, or None."""
    return EvidenceObject.objects.select_for_update().filter(object_id=object_id).first()


def find_object(object_id: str) -> EvidenceObject | None:
    """Give an object's row, or None."""
    return EvidenceObject.objects.select_related("request").filter(object_id=object_id).first()


def find_part(object_id: str, name: str) -> EvidencePart | None:
    """Give one part of an object, with the object, or None."""
    return EvidencePart.objects.select_related("object").filter(object_id=object_id, name=name).first()


def lock_part(part_id: int) -> EvidencePart:
    """Give a part's row, locked until the transaction ends."""
    return EvidencePart.objects.select_for_update(of=("self",)).select_related("object").get(pk=part_id)


def objects_of_request(request_id: str) -> list[EvidenceObject]:
    """Give the evidence that belongs to a request, oldest first, with its parts and custody records."""
    return list(
        EvidenceObject.objects.filter(request_id=request_id, attachment=False)
        .order_by("sealed_at", "object_id")
        .prefetch_related("parts", "custody")
    )


def attachments_of_request(request_id: str) -> list[EvidenceObject]:
    """Give the attachments of a request or draft, in the order in which they were sealed, with their parts."""
    rows = EvidenceObject.objects.filter(request_id=request_id, attachment=True)
    return list(rows.order_by("sealed_at", "object_id").prefetch_related("parts"))


def newest_objects(request_id: str, limit: int) -> list[EvidenceObject]:
    """Give the newest evidence held here (of one request, if it is named), with its parts."""
    rows = (
        EvidenceObject.objects.filter(attachment=False)
        .prefetch_related("parts")
        .order_by("-sealed_at", "object_id")
    )
    return list((rows.filter(request_id=request_id) if request_id else rows)[:limit])


def objects_beginning(beginning: str, limit: int) -> list[EvidenceObject]:
    """Find objects whose id begins so; a whole id finds one."""
    return list(EvidenceObject.objects.filter(object_id__startswith=beginning).order_by("object_id")[:limit])


def is_held(part: EvidencePart, index: int) -> bool:
    """Tell whether a segment is held."""
    return part.held.filter(first__lte=index, last__gte=index).exists()


def hold_segment(part: EvidencePart, index: int) -> bool:
    """Record one segment of a locked part as held and join it to its neighbours; False if it was held before."""
    if is_held(part, index):
        return False
    before = part.held.filter(last=index - 1).first()
    after = part.held.filter(first=index + 1).first()
    first = before.first if before else index
    last = after.last if after else index
    if after is not None:
        after.delete()
    if before is not None:
        before.last = last
        before.save(update_fields=["last"])
    else:
        HeldRange.objects.create(part=part, first=first, last=last)
    part.held_count += 1
    part.save(update_fields=["held_count"])
    return True


def missing_ranges(part: EvidencePart, *, limit: int = MAX_RANGES) -> list[tuple[int, int]]:
    """Give the first and last index of each gap, in order, at most `limit` of them."""
    gaps: list[tuple[int, int]] = []
    at = 0
    for first, last in part.held.order_by("first").values_list("first", "last").iterator():
        if len(gaps) == limit:
            return gaps
        if at < first:
            gaps.append((at, first - 1))
        at = last + 1
    if at < part.leaves and len(gaps) < limit:
        gaps.append((at, part.leaves - 1))
    return gaps


def all_complete(evidence: EvidenceObject) -> bool:
    """Tell whether every part of an object is complete."""
    return not evidence.parts.filter(complete_at=None).exists()


def complete_part(part: EvidencePart, at: datetime) -> None:
    """Record that a part is complete (theirs: here; ours: at the partner)."""
    part.complete_at = at
    part.held_count = part.leaves
    part.save(update_fields=["complete_at", "held_count"])


def chain_end(evidence: EvidenceObject, party: str) -> ChainEnd:
    """Find the end of the chain that `party` keeps for an object."""
    last = evidence.custody.filter(party=party).order_by("-number").first()
    return ChainEnd(number=last.number + 1, previous=last.digest) if last else ChainEnd(number=1, previous="")


def custody_of(evidence: EvidenceObject, party: str) -> list[CustodyRecord]:
    """Give one side's chain of an object, in order."""
    return list(evidence.custody.filter(party=party).order_by("number"))


def awaiting_release(party: str) -> QuerySet[EvidenceObject]:
    """Find our objects whose conditions were accepted and whose header has not left."""
    return EvidenceObject.objects.filter(party=party, declined_by="", recalled_by="", released_by="").exclude(
        accepted_by=""
    )


def awaiting_push(party: str, partner: str) -> QuerySet[EvidencePart]:
    """Find the parts of our announced objects that the partner does not hold whole."""
    return (
        EvidencePart.objects.filter(
            object__party=party,
            object__partner=partner,
            object__declined_by="",
            object__recalled_by="",
            complete_at=None,
        )
        .exclude(object__announced_by="")
        .select_related("object")
        .order_by("id")
    )


def push_partners(party: str) -> list[str]:
    """Name the partners to whom segments of ours have still to travel."""
    found = (
        EvidencePart.objects.filter(
            object__party=party, object__declined_by="", object__recalled_by="", complete_at=None
        )
        .exclude(object__announced_by="")
        .values_list("object__partner", flat=True)
        .distinct()
    )
    return sorted(found)


def known_objects(object_ids: Collection[str]) -> set[str]:
    """Tell which of these objects a row names."""
    rows = EvidenceObject.objects.filter(object_id__in=list(object_ids))
    return set(rows.values_list("object_id", flat=True)) | known_files(object_ids)


def closed_objects(party: str) -> list[EvidenceObject]:
    """Give the objects of others that were declined or recalled before their key came: nobody here can open them."""
    rows = EvidenceObject.objects.exclude(party=party).filter(released_by="")
    return list(rows.exclude(declined_by="", recalled_by="").order_by("object_id"))


def forget_segments(evidence: EvidenceObject) -> None:
    """Note that no segment of an object is held any more."""
    evidence.parts.update(held_count=0, complete_at=None)  # waits for a segment that is being noted
    HeldRange.objects.filter(part__object=evidence).delete()


_NOT_GIVEN: Final = Q(released_by="") | Q(attachment=True)
"""What an offer that is declined takes along: objects without a key, and papers, whose key came with the act."""


def offered_objects(party: str, request_id: str, object_id: str) -> list[EvidenceObject]:
    """Give the objects of others in a thread (one, or all with the papers for `""`) that were not released to us, locked."""
    rows = EvidenceObject.objects.select_for_update().filter(request_id=request_id).exclude(party=party)
    if object_id:
        return list(rows.filter(object_id=object_id, released_by=""))
    return list(rows.filter(_NOT_GIVEN))


def refuse_offered(party: str, request_id: str, digest: str) -> None:
    """Note that a partner declined, by the act `digest`, what this State offered in a thread and has not released."""
    rows = EvidenceObject.objects.filter(_NOT_GIVEN, party=party, request_id=request_id, declined_by="")
    rows.exclude(announced_by="").update(declined_by=digest)


def to_discard() -> list[str]:
    """Give the objects whose payload is to be removed from this node."""
    return list(EvidenceObject.objects.filter(discard=True).values_list("object_id", flat=True))


def to_be_discarded(object_id: str) -> None:
    """Note that the payload of an object is to be removed."""
    EvidenceObject.objects.filter(object_id=object_id).update(discard=True)


def discarded(object_id: str) -> None:
    """Note that the payload of an object was removed."""
    EvidenceObject.objects.filter(object_id=object_id).update(discard=False)


def find_act(digest: str) -> Act:
    """Give the act with this digest."""
    return Act.objects.get(digest=digest)


def made_since(leaf_index: int) -> Iterator[Act]:
    """Give every act made here whose leaf is this one or a later one, in the order of the log."""
    rows = Act.objects.filter(direction=Act.MADE, leaf_index__gte=leaf_index)
    return rows.order_by("leaf_index").iterator(chunk_size=200)


def note_held(part: EvidencePart, count: int) -> None:
    """Note how many segments of a part of ours the partner holds."""
    part.held_count = count
    part.save(update_fields=["held_count"])


def custody_of_all(evidence: EvidenceObject) -> list[CustodyRecord]:
    """Give every custody record of an object that is held here, chain by chain."""
    return list(evidence.custody.order_by("party", "number"))


def sealer_proofs(evidence: EvidenceObject) -> list[SealerProof]:
    """Give the proofs that came from the sealer's log."""
    return list(evidence.proofs.order_by("id"))
