# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading acts, the outbox and its lanes."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Final

from django.db import connection
from django.db.models import Exists, OuterRef, Q

from longbien.core.base.ids import ActId, Digest, PartyId, RequestId
from longbien.store import models

_LINK_LEAF: Final = f"UPDATE {models.Act._meta.db_table} SET leaf_index = %s WHERE id = %s"  # noqa: S608 - a model's name


def received_acts(names: Collection[tuple[PartyId, ActId]]) -> dict[tuple[PartyId, ActId], models.Act]:
    """Find the acts received under these senders and ids; rows without their envelopes."""
    found = {}
    for sender in {sender for sender, _ in names}:
        ids = [act_id for party, act_id in names if party == sender]
        rows = models.Act.objects.filter(direction=models.Act.RECEIVED, partner=sender, act_id__in=ids).defer(
            "envelope"
        )
        found.update({(sender, ActId(row.act_id)): row for row in rows})
    return found


def insert_acts(rows: Sequence[models.Act]) -> None:
    """Insert acts together, in order; they get their keys."""
    if rows:
        models.Act.objects.bulk_create(rows)


def link_leaves(rows: Sequence[models.Act]) -> None:
    """Write the leaf indexes of acts that were inserted before their leaves were appended."""
    with connection.cursor() as cursor:
        cursor.executemany(_LINK_LEAF, [(row.leaf_index, row.pk) for row in rows])


def act_by_digest(digest: Digest) -> models.Act | None:
    """Find an act, made or received."""
    return models.Act.objects.filter(digest=digest).first()


def find_acts(beginning: str, limit: int) -> list[models.Act]:
    """Find acts whose digest or id begins so; whole digests and ids find one."""
    named = Q(digest__startswith=beginning) | Q(act_id__startswith=beginning)
    return list(models.Act.objects.filter(named).order_by("id")[:limit])


def thread_acts(thread: RequestId) -> list[models.Act]:
    """Give the acts of a thread, made and received, in the order in which they were recorded here."""
    return list(models.Act.objects.filter(thread=thread).order_by("id"))


def due_partners(now: datetime) -> list[PartyId]:
    """Give the partners for whom acts wait, and whose lane is free and not told to wait longer."""
    waiting = models.Outbox.objects.filter(state=models.Outbox.WAITING)
    held = models.Lane.objects.filter(partner=OuterRef("partner")).filter(
        Q(next_at__gt=now) | Q(taken_until__gt=now)
    )
    found = waiting.filter(~Exists(held)).order_by("partner").values_list("partner", flat=True).distinct()
    return [PartyId(partner) for partner in found]


def take_lane(partner: PartyId, *, token: str, now: datetime, lease: timedelta) -> bool:
    """Take a partner's lane by compare-and-set: one worker at a time, until `lease` is over or it is given back."""
    models.Lane.objects.get_or_create(partner=partner)
    free = models.Lane.objects.filter(partner=partner).filter(
        (Q(taken_until=None) | Q(taken_until__lte=now)) & (Q(next_at=None) | Q(next_at__lte=now))
    )
    return free.update(taken_by=token, taken_until=now + lease) == 1


def give_lane_back(partner: PartyId, *, token: str, failures: int, next_at: datetime | None) -> None:
    """Give a lane back, unless another worker has taken it meanwhile."""
    models.Lane.objects.filter(partner=partner, taken_by=token).update(
        taken_by="", taken_until=None, failures=failures, next_at=next_at
    )


def held_lanes() -> list[str]:
    """Give the tokens under which lanes are held, whether or not the lease is over."""
    return list(models.Lane.objects.exclude(taken_by="").values_list("taken_by", flat=True))


def free_lane(token: str) -> int:
    """Free the lane that is held under a token; what is known of its failures stays."""
    return models.Lane.objects.filter(taken_by=token).update(taken_by="", taken_until=None)


def hurry_lanes(partners: Collection[PartyId] | None = None) -> None:
    """Let lanes, all or those to some partners, try again at once; what is known of their failures stays."""
    found = models.Lane.objects.exclude(next_at=None)
    if partners is not None:
        found = found.filter(partner__in=partners)
    found.update(next_at=None)


def failures_of(partner: PartyId) -> int:
    """Give how many attempts in a row did not get through."""
    found = models.Lane.objects.filter(partner=partner).values_list("failures", flat=True).first()
    return found or 0


def waiting_rows(partner: PartyId, limit: int) -> list[models.Outbox]:
    """Give the first acts that wait for a partner, in order, with their frames."""
    rows = models.Outbox.objects.filter(partner=partner, state=models.Outbox.WAITING)
    return list(rows.select_related("act").defer("act__envelope").order_by("id")[:limit])


def attempts_of(row: models.Outbox) -> list[models.Attempt]:
    """Give the attempts to hand an act over, the oldest first."""
    found = models.Attempt.objects.filter(partner=row.partner, first__lte=row.pk, last__gte=row.pk)
    if row.ended_at is not None:
        found = found.filter(at__lte=row.ended_at)
    return list(found.order_by("id"))


def silent_rows(partner: PartyId, before: datetime, limit: int) -> list[models.Outbox]:
    """Give acts that wait for a partner since before a moment and of which nothing was stated yet, the oldest first."""
    rows = models.Outbox.objects.filter(
        partner=partner, state=models.Outbox.WAITING, silence=None, queued_at__lt=before
    )
    return list(rows.select_related("act").defer("frame", "act__envelope").order_by("id")[: max(0, limit)])


def is_still_silent(outbox: int) -> bool:
    """Tell, inside a writing transaction, whether an act still waits and nothing was stated of it yet; hold its row until the end."""
    rows = models.Outbox.objects.select_for_update()
    return rows.filter(pk=outbox, state=models.Outbox.WAITING, silence=None).exists()


def checkpoint_due(partner: PartyId, now: datetime, interval: timedelta) -> bool:
    """Tell whether acts were logged since checkpoints were last exchanged with a partner, longer ago than `interval`.

    Not while its lane is held or told to wait.
    """
    lane = models.Lane.objects.filter(partner=partner).first()
    acts = models.Act.objects.all()
    if lane is None:
        return acts.exists()
    if (lane.next_at and lane.next_at > now) or (lane.taken_until and lane.taken_until > now):
        return False
    if lane.checkpoint_at is None:
        return acts.exists()
    return lane.checkpoint_at <= now - interval and acts.filter(recorded_at__gt=lane.checkpoint_at).exists()


def acts_untold(partner: PartyId) -> bool:
    """Tell whether acts were logged since checkpoints were last exchanged with a partner."""
    lane = models.Lane.objects.filter(partner=partner).first()
    acts = models.Act.objects.all()
    if lane is not None and lane.checkpoint_at is not None:
        acts = acts.filter(recorded_at__gt=lane.checkpoint_at)
    return acts.exists()


def went_alone_at(partner: PartyId) -> datetime | None:
    """Give when checkpoints were last exchanged with a partner by themselves."""
    return models.Lane.objects.filter(partner=partner).values_list("alone_at", flat=True).first()


def waiting_keys(partner: PartyId) -> list[int]:
    """Give the keys of all outbox rows that wait for a partner, in order."""
    rows = models.Outbox.objects.filter(partner=partner, state=models.Outbox.WAITING)
    return list(rows.order_by("id").values_list("pk", flat=True))


def waiting_frame(key: int) -> bytes:
    """Give the frame of an outbox row."""
    return bytes(models.Outbox.objects.values_list("frame", flat=True).get(pk=key))


def waiting_acts(partner: PartyId, acts: Collection[ActId]) -> list[models.Outbox]:
    """Give those of these acts that wait for a partner, in order."""
    rows = models.Outbox.objects.filter(
        partner=partner, state=models.Outbox.WAITING, act__act_id__in=list(acts)
    )
    return list(rows.select_related("act").defer("frame", "act__envelope").order_by("id"))


def unsent_answers(partner: PartyId) -> list[models.CourierAnswer]:
    """Give the answers to a partner's courier files that no file has carried back yet, the oldest first."""
    rows = models.CourierAnswer.objects.filter(file__partner=partner, sent_in=None)
    return list(rows.order_by("id"))
