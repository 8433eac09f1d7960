# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is said beside a request and its decisions: consulting before a refusal, status, consent to other use, disputes, shared drafts."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeAlias

from longbien.core.cooperation.acts.bodies import Condition
from longbien.core.cooperation.forms.values import Values

FIRST_DRAFT: Final = "consultation.draft"
"""The kind that begins a thread of its own, as a request does, unless it answers another act."""
OTHER_USE: Final = "other-use"
ONWARD_TRANSFER: Final = "onward-transfer"
USES: Final = (OTHER_USE, ONWARD_TRANSFER)
"""What consent is asked for (coded list USE): another case or purpose (Art. 40(19)), a third State or organisation (Art. 36(3))."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consulting:
    """`answer.consulting`: before a refusal or postponement, what stands against it and on which conditions it could go (Art. 40(28), 37(17))."""

    measure: str
    text: str
    grounds: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    answer_by: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Views:
    """`request.views`: what the requesting State says to it. Conditions are accepted with the evidence, not here."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusWanted:
    """`request.status-wanted`: asks where the request is. A reasonable query, to be answered (Art. 40(26))."""

    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """`answer.progress`: how far it is, and by when the next step is expected. It decides nothing."""

    text: str
    expected: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UseConsent:
    """`request.use-consent`: asks whether what was received may be used otherwise (Art. 40(19)), or passed on (Art. 36(3)).

    `consent` names the question; `object_id` the item, `""` for all of this request; `recipient` who shall have it, for a transfer.
    """

    consent: str
    use: str
    purpose: str
    object_id: str = ""
    recipient: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UseAnswered:
    """`answer.use-consent`: consent given, on conditions and until a day if one is named, or refused with reasons. It may be taken back."""

    consent: str
    decision: str
    reasons: str = ""
    conditions: tuple[Condition, ...] = ()
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeRaised:
    """`dispute.raised`: one side holds that the other does not do what is owed. `act` names the act it is about, if one."""

    dispute: str
    text: str
    act: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeAnswered:
    """`dispute.answered`: the other side's answer."""

    dispute: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeSettled:
    """`dispute.settled`: whoever raised it says how it was settled."""

    dispute: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftShared:
    """`consultation.draft`: a draft shown to the other side before it is sent. It asks for nothing and has no legal effect.

    The first one begins a thread of its own; each later one is the next `version`. A draft may lack any field.
    """

    form: str
    form_version: int
    version: int
    values: Values
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commented:
    """`consultation.comment`: a remark on a version of the draft, on one field or (`""`) on the whole."""

    version: int
    text: str
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationClosed:
    """`consultation.closed`: nothing more is said on the draft."""

    note: str = ""


Aside: TypeAlias = (
    Consulting
    | Views
    | StatusWanted
    | Progress
    | UseConsent
    | UseAnswered
    | DisputeRaised
    | DisputeAnswered
    | DisputeSettled
    | DraftShared
    | Commented
    | ConsultationClosed
)
"""Any body of this module."""
