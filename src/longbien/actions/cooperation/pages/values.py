# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the page of a request shows, as frozen values: codes and moments, no words, no rows of the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from longbien.actions.cooperation.desk.look import Sight
from longbien.actions.cooperation.pages.asides import PageDispute, PageUse
from longbien.actions.cooperation.safeguards.page import PageStep
from longbien.actions.treaty.bases.rules import RequestBasis
from longbien.core.base.canonical import Json
from longbien.core.base.ids import RequestId
from longbien.core.cooperation.findings import Finding
from longbien.core.cooperation.forms.values import FieldValue
from longbien.core.cooperation.life.lifecycle import Kept, RequestState
from longbien.core.treaty.bases.basis import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class PageField:
    """One field of the request as it now is. `mended` if it was changed by information given later."""

    id: str
    section: str
    label: str
    type: str
    list: str
    value: FieldValue
    mended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSection:
    """A group of fields."""

    id: str
    label: str
    fields: tuple[PageField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageApproval:
    """An officer who approved an act, by role id."""

    role_id: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReceipt:
    """A signed receipt of an act. `party` holds it in its log at `leaf_index` since `at`; `witnessed` if others cosigned."""

    party: str
    at: datetime
    outcome: str
    code: str
    leaf_index: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageAct:
    """One act of the thread.

    `carriage`: `waiting` (not yet delivered), `silent` (no receipt within the limit, stated by our node), `receipted`, `refused`, or
    `received`. `flagged` is the code of a later doubt. `understood` is False for a kind that this version does not know, and for a
    body that it cannot read. `effect` names the tracks that the act moved.
    """

    digest: str
    act_id: str
    direction: str
    kind: str
    sender: str
    recipient: str
    time: datetime
    recorded_at: datetime
    refers_to: str
    approved_by: tuple[PageApproval, ...]
    sign_keys: tuple[str, ...]
    carriage: str
    code: str
    receipt: PageReceipt | None
    flagged: str
    understood: bool
    effect: tuple[str, ...]
    body: Mapping[str, Json]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageClock:
    """One clock: a rule's end in both States' zones.

    `nature`: `legal` or `target`. `ours`: this side must act. `loses`: `data`, `person` or `answer`. `pressure`: `over`, `now`, `soon`, `calm`, or
    the state of a clock that does not run (`stopped`, `run-out`); a clock that stands still has the state `paused`. `version` of the rule,
    `calendar` (library, version, State) and zone `counted_in` are those from which the end was computed and with which it is kept; `target`
    is the number of the State's own target, 0 for the rule's own time. `started_by` and `stopped_by`: digests of acts.
    """

    rule: str
    label: str
    nature: str
    ours: bool
    loses: str
    state: str
    started_at: datetime
    due_at: datetime
    here: datetime
    here_zone: str
    there: datetime
    there_zone: str
    stopped_at: datetime | None
    pressure: str
    seconds_left: int
    version: int
    calendar: str
    counted_in: str
    target: int
    paused_since: datetime | None
    started_by: str
    stopped_by: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDocument:
    """The bytes of an attachment: `held` of `leaves` segments are here (or at the partner, for `own`); `readable` here now."""

    object_id: str
    own: bool
    sent: bool
    held: int
    leaves: int
    complete: bool
    readable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTrack:
    """The decision on one measure, or another track of the lifecycle. `since` is when it came to stand so.

    `asked` is False for a measure that the request does not ask for; `periods` are those of a measure that holds until a day.
    """

    track: str
    state: str
    since: datetime | None
    act: str
    asked: bool
    periods: tuple[Kept, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageProposal:
    """What waits for a second person. `may_approve` is for the officer who looks: never true for one's own."""

    proposal: int
    kind: str
    by: str
    at: datetime
    may_approve: bool
    body: Mapping[str, Json]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOverride:
    """A check that was passed over, with the written reason."""

    check: str
    field: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFollowUp:
    """A request that follows this one, or that this one follows."""

    request_id: RequestId
    kind: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPage:
    """Everything that one page shows of one request."""

    request_id: RequestId
    direction: str
    partner: str
    form: str
    form_version: int
    label: str
    article: str
    reference: str
    legal_basis: str
    urgency: str
    exercise: bool
    created_at: datetime
    changed_at: datetime
    state: RequestState
    tracks: tuple[PageTrack, ...]
    measures: tuple[PageTrack, ...]
    """The decisions that the request asks for, each on its own."""
    sections: tuple[PageSection, ...]
    documents: Mapping[str, PageDocument]
    """The attachments among the fields, by SHA-256, as far as their bytes are known here."""
    overrides: tuple[PageOverride, ...]
    findings: tuple[Finding, ...]
    """What the checks find today, the legal basis among them; on the receiving side too."""
    basis: Basis | None
    """The legal basis between the two States today; None if there is none."""
    clocks: tuple[PageClock, ...]
    thread: tuple[PageAct, ...]
    proposals: tuple[PageProposal, ...]
    consultation: str
    """The consultation on its draft, if it was shown here before; `""` otherwise."""
    follows: tuple[PageFollowUp, ...]
    follow_ups: tuple[PageFollowUp, ...]
    evidence: tuple["PageEvidence", ...]
    standing: RequestBasis
    """The basis when the request was made and now, and whose rules of procedure apply."""
    uses: tuple[PageUse, ...]
    disputes: tuple[PageDispute, ...]
    grounds: Mapping[str, tuple[str, ...]]
    """For each measure asked for, the grounds on which it may be refused."""
    postponing: Mapping[str, tuple[str, ...]]
    """For each measure asked for, the grounds on which it may be put off."""
    safeguards: tuple[PageStep, ...]
    """The steps that stand before a grant of ours, or before our own request is sent."""
    may: frozenset[str]
    """The events (act kinds) that the lifecycle has a way for now and that this officer may begin."""
    sight: Sight
    """How many persons are masked to this officer (victims, children, whoever else is marked), whether he may look, and who has."""
    flags: tuple[str, ...]
    """Codes to show loudly, such as a key that was revoked later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePart:
    """One part of an object and how much of it is where it should be."""

    name: str
    length: int
    leaves: int
    held: int
    complete_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCustody:
    """One step of custody as it was signed here or by the partner."""

    number: int
    party: str
    action: str
    role_id: str
    at: datetime
    digest: str
    verified: str
    notes: str
    leaf_index: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCondition:
    """One condition of use."""

    code: str
    text: str
    until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEvidence:
    """One sealed object. `name` and `size` are known only to those who can open its inner manifest."""

    object_id: str
    request_id: str
    party: str
    partner: str
    state: str
    sealed_at: datetime
    manifest_digest: str
    name: str
    media_type: str
    size: int | None
    conditions: tuple[PageCondition, ...]
    parts: tuple[PagePart, ...]
    custody: tuple[PageCustody, ...]
    custody_fault: str
    openable: bool
    """Whether this node holds a header that its keys can open and every segment."""
