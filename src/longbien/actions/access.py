# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may do what: one table of verbs, and one of act kinds that points into it.

A verb names the roles that may begin it, and, where four eyes are needed, the roles that may approve what another
person began. Nobody passes without a role: neither a superuser nor the account that installed the node.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Protocol

from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.acts.eyes import ASKS, FOUR_EYES, UNKNOWN


class Role(StrEnum):
    """The roles of a node's officers; one officer may hold several."""

    DUTY_OFFICER = "duty-officer"
    """Reads, drafts and acknowledges: the 24/7 point of Art. 41(2)."""
    LAWYER = "lawyer"
    """Drafts, consults, decides and refuses at the central authority of Art. 40(12), or that of Art. 37(19)."""
    APPROVER = "approver"
    """Approves what somebody else began, never anything of their own."""
    CUSTODIAN = "custodian"
    """Seals, announces, receives and exports evidence."""
    DIRECTORY_OFFICER = "directory-officer"
    """Introduces parties, rotates and revokes keys."""
    TREATY_OFFICER = "treaty-officer"
    """Prepares what the State deposits and keeps its notices true (Art. 64), keeps the status of the Convention."""
    OPERATOR = "operator"
    """The administrator: keeps the node running (backup, settings, accounts, duty turns), and decides nothing about a request."""
    CONFERENCE_OFFICER = "conference-officer"
    """The secretariat of the Conference (Art. 57, 58): opens sessions and meetings, writes down what happens in the hall."""
    LAW_OFFICER = "law-officer"
    """Keeps national laws, assesses how they give effect to the Convention, drafts clauses (Art. 5, 7-34); reviews what another assessed."""
    AUDITOR = "auditor"
    """Reads everything and changes nothing."""


SAME_ROLE: Final[Mapping[str, str]] = MappingProxyType({"administrator": "operator"})
"""Other words for roles, taken where a role is typed. Rows and leaves of the log keep the code on the right."""


class Actor(Protocol):
    """Who acts: an officer (`longbien.store.models.people.Officer`)."""

    role_id: str

    def roles(self) -> frozenset[str]:
        """Give the roles held now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Who may begin a verb, and who may approve it where it takes two.

    How many people an act takes is said by `longbien.core.cooperation.acts.eyes` alone: a verb of acts has approvers if, and only if, one
    of its kinds takes two there. Other verbs with `approve` take two.
    """

    begin: frozenset[Role]
    approve: frozenset[Role] = frozenset()


_EVERYBODY: Final = frozenset(Role)
"""For what is an officer's own (an address, a token) and for what is public anyway."""
_STATE_DESKS: Final = _EVERYBODY - {Role.CONFERENCE_OFFICER}
"""Who works for this State's authorities. The secretariat of a conference serves all States: requests, evidence, carriage, the directory
and the log's state are none of its business."""
_DUTY: Final = frozenset({Role.DUTY_OFFICER})
_CASE: Final = frozenset({Role.DUTY_OFFICER, Role.LAWYER})
_LAWYER: Final = frozenset({Role.LAWYER})
_APPROVER: Final = frozenset({Role.APPROVER})
_CUSTODIAN: Final = frozenset({Role.CUSTODIAN})
_DIRECTORY: Final = frozenset({Role.DIRECTORY_OFFICER})
_TREATY: Final = frozenset({Role.TREATY_OFFICER})
_OPERATOR: Final = frozenset({Role.OPERATOR})
_CONFERENCE: Final = frozenset({Role.CONFERENCE_OFFICER})
_LAW: Final = frozenset({Role.LAW_OFFICER})
_AUDITOR: Final = frozenset({Role.AUDITOR})

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "conference.count": Rule(begin=_CONFERENCE, approve=_CONFERENCE),
        "conference.papers": Rule(begin=_CONFERENCE),
        "conference.record": Rule(begin=_CONFERENCE),
        "conference.meeting": Rule(begin=_CONFERENCE),
        "conference.people": Rule(begin=_CONFERENCE),
        "conference.people.read": Rule(begin=_CONFERENCE | _AUDITOR),
        "conference.read": Rule(begin=_CONFERENCE | _AUDITOR),
        "conference.say": Rule(begin=_CONFERENCE),
        "conference.session": Rule(begin=_CONFERENCE),
        "cooperation.read": Rule(begin=_STATE_DESKS),
        "cooperation.contents.read": Rule(begin=_CASE | _APPROVER | _CUSTODIAN | _AUDITOR),
        "cooperation.carry": Rule(begin=_CASE),
        "cooperation.provider": Rule(begin=_CASE),
        "cooperation.provider_review": Rule(begin=_LAWYER),
        "cooperation.import": Rule(begin=_CASE),
        "cooperation.draft": Rule(begin=_CASE),
        "cooperation.request": Rule(begin=_CASE, approve=_APPROVER),
        "cooperation.acknowledge": Rule(begin=_CASE),
        "cooperation.return": Rule(begin=_CASE),
        "cooperation.decide": Rule(begin=_CASE, approve=_APPROVER),
        "cooperation.execute": Rule(begin=_CASE),
        "cooperation.extend": Rule(begin=_CASE),
        "cooperation.withdraw": Rule(begin=_CASE, approve=_APPROVER),
        "cooperation.close": Rule(begin=_CASE),
        "cooperation.ask": Rule(begin=_CASE),
        "cooperation.inform": Rule(begin=_CASE),
        "cooperation.alarm": Rule(begin=_CASE | _APPROVER),
        "cooperation.assign": Rule(begin=_CASE | _APPROVER),
        "cooperation.hand_over": Rule(begin=_CASE | _APPROVER),
        "cooperation.look": Rule(begin=_CASE | _APPROVER | _CUSTODIAN),
        "cooperation.note": Rule(begin=_CASE | _APPROVER | _CUSTODIAN),
        "cooperation.targets": Rule(begin=_APPROVER),
        "cooperation.consult": Rule(begin=_CASE),
        "cooperation.status": Rule(begin=_CASE),
        "cooperation.use": Rule(begin=_CASE | _CUSTODIAN, approve=_APPROVER),
        "cooperation.dispute": Rule(begin=_CASE, approve=_APPROVER),
        "cooperation.share": Rule(begin=_CASE, approve=_APPROVER),
        "cooperation.comment": Rule(begin=_CASE),
        "cooperation.override": Rule(begin=_CASE | _APPROVER),
        "cooperation.call_back": Rule(begin=_CASE | _APPROVER),
        "cooperation.confirm_call_back": Rule(begin=_CASE | _APPROVER),
        "cooperation.oversight.read": Rule(begin=_CASE | _APPROVER | _AUDITOR),
        "cooperation.review": Rule(begin=_CASE | _APPROVER),
        "cooperation.secrecy": Rule(begin=_CASE | _APPROVER),
        "cooperation.safeguard": Rule(begin=_CASE | _APPROVER),
        "evidence.read": Rule(begin=_STATE_DESKS),
        "evidence.seal": Rule(begin=_CUSTODIAN),
        "evidence.announce": Rule(begin=_CUSTODIAN),
        "evidence.accept": Rule(begin=_CUSTODIAN, approve=_APPROVER),
        "evidence.decline": Rule(begin=_CUSTODIAN),
        "evidence.release": Rule(begin=_CUSTODIAN, approve=_APPROVER),
        "evidence.receive": Rule(begin=_CUSTODIAN),
        "evidence.recall": Rule(begin=_CUSTODIAN),
        "evidence.dispose": Rule(begin=_CUSTODIAN, approve=_APPROVER),
        "evidence.open": Rule(begin=_CUSTODIAN),
        "evidence.custody": Rule(begin=_CUSTODIAN),
        "evidence.export": Rule(begin=_CUSTODIAN),
        "evidence.use": Rule(begin=_CUSTODIAN | _CASE),
        "evidence.sweep": Rule(begin=_CUSTODIAN | _OPERATOR),
        "exchange.read": Rule(begin=_STATE_DESKS),
        "exchange.courier": Rule(begin=_DUTY | _CUSTODIAN | _OPERATOR),
        "exchange.give_back": Rule(begin=_DUTY | _CUSTODIAN | _OPERATOR),
        "exchange.recall": Rule(begin=_CASE),
        "exchange.answer_recall": Rule(begin=_CASE),
        "exchange.unknown_kind": Rule(begin=_DUTY, approve=_APPROVER),
        "law.assess": Rule(begin=_LAW),
        "law.keep": Rule(begin=_LAW),
        "law.publish": Rule(begin=_LAW, approve=_LAW | _APPROVER),
        "law.read": Rule(begin=_STATE_DESKS),
        "law.review": Rule(begin=_LAW),
        "log.read": Rule(begin=_STATE_DESKS),
        "log.backup": Rule(begin=_OPERATOR),
        "log.restore": Rule(begin=_OPERATOR),
        "log.close": Rule(begin=_DIRECTORY, approve=_DIRECTORY),
        "parties.read": Rule(begin=_STATE_DESKS),
        "parties.introduce": Rule(begin=_DIRECTORY, approve=_DIRECTORY),
        "parties.rotate": Rule(begin=_DIRECTORY, approve=_DIRECTORY),
        "parties.revoke": Rule(begin=_DIRECTORY, approve=_DIRECTORY),
        "parties.limits": Rule(begin=_DIRECTORY | _OPERATOR),
        "parties.amend": Rule(begin=_DIRECTORY, approve=_DIRECTORY),
        "people.read": Rule(begin=_OPERATOR | _DIRECTORY | _AUDITOR),
        "people.manage": Rule(begin=_OPERATOR, approve=_OPERATOR | _DIRECTORY),
        "people.contact": Rule(begin=_EVERYBODY - _AUDITOR),
        "people.roster": Rule(begin=_OPERATOR | _APPROVER),
        "people.token": Rule(begin=_EVERYBODY - _AUDITOR),
        "people.suspend": Rule(begin=_OPERATOR),
        "treaty.agree": Rule(begin=_TREATY | _DUTY, approve=_TREATY | _APPROVER),
        "treaty.basis": Rule(begin=_TREATY | _DIRECTORY, approve=_TREATY | _DIRECTORY),
        "treaty.import": Rule(begin=_TREATY, approve=_TREATY),
        "treaty.join": Rule(begin=_TREATY),
        "treaty.read": Rule(begin=_EVERYBODY),
        "treaty.record": Rule(begin=_TREATY),
        "treaty.status": Rule(begin=_TREATY),
        "treaty.text": Rule(begin=_TREATY | _OPERATOR),
    }
)
"""Every verb of the node. A verb that is not here does not exist."""

KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "request.extension": "cooperation.extend",
        "request.withdrawn": "cooperation.withdraw",
        "request.information": "cooperation.inform",
        "answer.acknowledged": "cooperation.acknowledge",
        "answer.returned": "cooperation.return",
        "answer.decided": "cooperation.decide",
        "answer.executed": "cooperation.execute",
        "answer.information-wanted": "cooperation.ask",
        "answer.closed": "cooperation.close",
        "answer.consulting": "cooperation.consult",
        "request.views": "cooperation.consult",
        "request.status-wanted": "cooperation.status",
        "answer.progress": "cooperation.status",
        "request.use-consent": "cooperation.use",
        "answer.use-consent": "cooperation.use",
        "dispute.raised": "cooperation.dispute",
        "dispute.answered": "cooperation.dispute",
        "dispute.settled": "cooperation.dispute",
        "consultation.draft": "cooperation.share",
        "consultation.comment": "cooperation.comment",
        "consultation.closed": "cooperation.comment",
        "evidence.announced": "evidence.announce",
        "evidence.accepted": "evidence.accept",
        "evidence.declined": "evidence.decline",
        "evidence.released": "evidence.release",
        "evidence.received": "evidence.receive",
        "evidence.recalled": "evidence.recall",
        "agreement.offered": "treaty.agree",
        "agreement.accepted": "treaty.agree",
        "agreement.ended": "treaty.agree",
        "concordance.published": "law.publish",
        "evidence.disposed": "evidence.dispose",
        "act.recalled": "exchange.recall",
        "act.recall-answer": "exchange.answer_recall",
        "directory.entry": "parties.rotate",
        "statement.log-closed": "log.close",
    }
)
"""The verb behind each act kind (docs/protocol/acts.md, section 7). Other kinds `request.*` are requests."""


def _check_tables() -> None:
    """Hold this table to the one of officers by act kind: no process starts on two tables that disagree."""
    officers: dict[str, int] = {
        "cooperation.request": ASKS.officers,
        "exchange.unknown_kind": UNKNOWN.officers,
    }
    for row in FOUR_EYES:
        if row.officers:  # none: the node says it by itself
            verb = KINDS[row.kind]
            officers[verb] = max(row.officers, officers.get(verb, 0))
    wrong = [verb for verb, count in officers.items() if bool(RULES[verb].approve) is not (count > 1)]
    if wrong:
        raise ValueError(f"access and eyes disagree on {', '.join(wrong)}")


_check_tables()


def verb_of_kind(kind: str) -> str:
    """Give the verb that makes an act of this kind; a kind nobody knows needs four eyes."""
    found = KINDS.get(kind)
    if found is not None:
        return found
    return "cooperation.request" if kind.startswith("request.") else "exchange.unknown_kind"


def require(actor: Actor, verb: str) -> None:
    """Check that `actor` may begin `verb`; RefusedError `people.not_permitted` otherwise."""
    _require(actor, verb, RULES[verb].begin)


def require_approval(actor: Actor, verb: str) -> None:
    """Check that `actor` may approve `verb`. That it is another person than who began is the proposal's check."""
    _require(actor, verb, RULES[verb].approve)


def permits(actor: Actor, verb: str) -> bool:
    """Tell whether `actor` may begin `verb`: for pages that show only what can be done."""
    return bool(actor.role_id) and not RULES[verb].begin.isdisjoint(actor.roles())


def permits_approval(actor: Actor, verb: str) -> bool:
    """Tell whether `actor` may approve `verb` when somebody else began it."""
    return bool(actor.role_id) and not RULES[verb].approve.isdisjoint(actor.roles())


def _require(actor: Actor, verb: str, allowed: frozenset[Role]) -> None:
    if not actor.role_id or allowed.isdisjoint(actor.roles()):
        raise RefusedError("people.not_permitted", verb=verb, role=actor.role_id or "-")
