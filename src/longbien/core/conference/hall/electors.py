# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may vote in one vote: frozen when it is announced, and judged again when a ballot is cast (rules 20, 57 of UNTOC; 41 on presence)."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from longbien.core.conference.counting.reio import conflict, weight
from longbien.core.conference.hall.electorate import REIO_PARTY, STATE_PARTY, Participant
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.quorum import REMOTE
from longbien.core.conference.hall.refusing import NAMES, Refused
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.hall.state.votes import Elector, Vote

REJECTED: Final = "rejected"
NO_EFFECT: Final = "none_by_default"
PRESENT_AND_VOTE: Final = "present_and_vote"


def frozen(sitting: Sitting, event: Event) -> Mapping[str, Elector]:
    """Give the electorate that an announcement freezes: the one it names (the treaty desk's answer for the day), else all who may vote.

    Refused: `conference_votes.elector_role`, `…elector_weight`, `conference_hall.participant_unknown`, `…id_taken`.
    """
    named = event.objects("electorate")
    if not event.body.get("electorate"):
        return _entitled(sitting)
    found: dict[str, Elector] = {}
    for one in named:
        elector = Elector(id=str(one["id"]), weight=_number(one["weight"]), members=_members(one))
        _check_elector(sitting, elector)
        if elector.id in found:
            raise Refused("conference_hall.id_taken", NAMES, id=elector.id)
        found[elector.id] = elector
    return MappingProxyType(found)


def votes_of(electorate: Mapping[str, Elector]) -> int:
    """Give the number of votes that can be cast: an organisation's only as far as its members are not on the list themselves."""
    states = sum(one.weight for one in electorate.values() if not one.members)
    extra = sum(
        max(0, one.weight - sum(member in electorate for member in one.members))
        for one in electorate.values()
        if one.members
    )
    return states + extra


def votes_present(sitting: Sitting, electorate: Mapping[str, Elector]) -> int | None:
    """Give the number of votes that those present can cast: the heads counted, or those marked; None while nobody was."""
    presence = sitting.presence
    if presence.counted is not None or not presence.marked:
        return presence.counted
    return votes_of({name: one for name, one in electorate.items() if name in presence.marked})


def check_vote(sitting: Sitting, vote: Vote, one: Participant) -> Elector:
    """Give the elector that a participant is in a vote; Refused if it may not vote on this question now."""
    _check_standing(sitting, one)
    elector = vote.electorate.get(one.id)
    if elector is None:
        raise Refused(
            "conference_votes.not_elector",
            sitting.rules.value("definitions.electorate"),
            participant=one.id,
            vote=vote.id,
        )
    check_present(sitting, one)
    members = {held.id: held.members for held in vote.electorate.values() if held.members}
    found = conflict(one.id, members, vote.ballots.keys() - {one.id})
    if found is not None:
        raise Refused(
            "conference_votes.organisation_voted"
            if found.first == found.organisation
            else "conference_votes.member_voted",
            sitting.rules.value("reio.exclusive"),
            participant=one.id,
            organisation=found.organisation,
            member=found.member,
        )
    return elector


def check_present(sitting: Sitting, one: Participant) -> None:
    """Refuse the ballot of a delegation that is not marked present, as soon as anybody is, or that sits elsewhere without a vote."""
    marked = sitting.presence.marked
    if marked and one.id not in marked:
        raise Refused("conference_votes.absent", sitting.rules.value("voting.absent"), participant=one.id)
    remote = sitting.rules.value("meetings.remote_presence")
    if marked.get(one.id) == REMOTE and remote.value != PRESENT_AND_VOTE:
        raise Refused("conference_votes.remote", remote, participant=one.id)


def _check_standing(sitting: Sitting, one: Participant) -> None:
    """Refuse a delegation that has lost its vote: credentials rejected with an effect (rule 20; the Assembly, 1974), or by decision."""
    effect = sitting.rules.value("credentials.rejection_effect")
    if one.credentials == REJECTED and effect.value != NO_EFFECT:
        raise Refused("conference_votes.credentials", effect, participant=one.id, effect=str(effect.value))
    if not one.vote:
        raise Refused(
            "conference_votes.no_vote",
            sitting.rules.right(one.role, "vote"),
            participant=one.id,
            role=one.role,
        )


def _entitled(sitting: Sitting) -> Mapping[str, Elector]:
    effect = sitting.rules.value("credentials.rejection_effect").value
    found = {
        one.id: Elector(id=one.id, weight=_weight(sitting, one), members=one.members)
        for one in sitting.electorate
        if _may(sitting, one) and not (one.credentials == REJECTED and effect != NO_EFFECT)
    }
    return MappingProxyType({name: elector for name, elector in found.items() if elector.weight})


def _may(sitting: Sitting, one: Participant) -> bool:
    return one.vote and sitting.rules.right(one.role, "vote").value not in (False, None)


def _weight(sitting: Sitting, one: Participant) -> int:
    if one.role != REIO_PARTY:
        return one.weight
    registered = [held.id for held in sitting.electorate if held.role == STATE_PARTY and held.registered]
    return weight(
        one.members,
        parties=one.members,
        accredited=registered,
        present=sitting.presence.marked,
        option=str(sitting.rules.value("reio.votes").value),
    )


def _check_elector(sitting: Sitting, elector: Elector) -> None:
    """Refuse an elector who has no vote by its role (a State for which the Convention is not yet in force), or too many."""
    one = sitting.electorate.get(elector.id)
    if one is None:
        raise Refused("conference_hall.participant_unknown", NAMES, participant=elector.id)
    rule = sitting.rules.right(one.role, "vote")
    if rule.value in (False, None):
        raise Refused("conference_votes.elector_role", rule, participant=one.id, role=one.role)
    most = len(elector.members) if one.role == REIO_PARTY else 1
    if elector.weight > most or bool(elector.members) != (one.role == REIO_PARTY):
        path = "reio.votes" if one.role == REIO_PARTY else "voting.one_state_one_vote"
        raise Refused(
            "conference_votes.elector_weight",
            sitting.rules.value(path),
            participant=one.id,
            weight=elector.weight,
            most=most,
        )


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _members(one: Mapping[str, object]) -> tuple[str, ...]:
    held = one.get("members", ())
    return tuple(str(item) for item in held) if isinstance(held, Iterable) else ()
