# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What runs beside a request, on its page: consents to another use, and disputes, each with what was said and where it stands."""

from dataclasses import dataclass
from datetime import datetime

from longbien.actions.cooperation.thread import Thread
from longbien.core.base.errors import LongBienError
from longbien.core.cooperation.acts.asides import DisputeRaised, UseAnswered, UseConsent
from longbien.core.cooperation.acts.bodies_json import Said, read_body
from longbien.core.cooperation.forms.masking import blackened
from longbien.core.cooperation.life.state import RequestState


@dataclass(frozen=True, slots=True, kw_only=True)
class PageUse:
    """One question of consent: what, for which purpose, to whom, and the answer. `until` is when consent ends, if it was given for a time."""

    consent: str
    object_id: str
    use: str
    purpose: str
    recipient: str
    state: str
    until: datetime | None
    reasons: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDispute:
    """One dispute and what it is about. `ours` if this side raised it."""

    dispute: str
    state: str
    text: str
    act: str
    ours: bool


def page_uses(thread: Thread, state: RequestState, names: tuple[str, ...]) -> tuple[PageUse, ...]:
    """Give the questions of consent, in the order in which they were asked; `names` are those of masked persons."""
    found: dict[str, PageUse] = {}
    for _, body in _bodies(thread):
        if isinstance(body, UseConsent) and body.consent in state.consents:
            found[body.consent] = PageUse(
                consent=body.consent,
                object_id=body.object_id,
                use=body.use,
                purpose=blackened(body.purpose, names),
                recipient=body.recipient,
                state=state.consents[body.consent],
                until=state.uses[body.consent].until,
                reasons=blackened(_answer(thread, body.consent), names),
            )
    return tuple(found.values())


def page_disputes(thread: Thread, state: RequestState, names: tuple[str, ...]) -> tuple[PageDispute, ...]:
    """Give the disputes, in the order in which they were raised."""
    return tuple(
        PageDispute(
            dispute=body.dispute,
            state=state.disputes[body.dispute],
            text=blackened(body.text, names),
            act=body.act,
            ours=made,
        )
        for made, body in _bodies(thread)
        if isinstance(body, DisputeRaised) and body.dispute in state.disputes
    )


def _answer(thread: Thread, consent: str) -> str:
    answers = [
        body.reasons
        for _, body in _bodies(thread)
        if isinstance(body, UseAnswered) and body.consent == consent
    ]
    return answers[-1] if answers else ""


def _bodies(thread: Thread) -> list[tuple[bool, Said]]:
    """Read what was said and counts, each with whether this side said it; what cannot be read is left out."""
    found = []
    for one in thread.said:
        try:
            body = read_body(one.act.kind, one.act.body) if one.counts else None
        except LongBienError:
            continue
        if body is not None:
            found.append((one.row.direction == one.row.MADE, body))
    return found
