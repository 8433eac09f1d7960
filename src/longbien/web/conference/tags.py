# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the boards of the hall may say: names of participants, buttons, rules as quoted, clocks, matters. They need no request, only a language."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Final

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from longbien.actions.conference.hall.view import (
    ClockView,
    HallView,
    Happened,
    Quoted,
    RefusedView,
    StepView,
    VoteView,
    Waiting,
    Who,
)
from longbien.core.base.canonical import Json
from longbien.texts import LANGUAGES
from longbien.web.base.words import word_now
from longbien.web.conference.asked import open_members
from longbien.web.conference.matters import matter_words
from longbien.web.conference.posted import do_value
from longbien.web.conference.refused import refusal_sentence, values_of

register = template.Library()

READ_OUT: Final = ("ar", "zh", "en", "fr", "ru", "es")
"""The official languages of the Conference, in the order in which the United Nations list them."""
_TAGS: Final = {"zh": "zh-hans"}


@register.filter
def who_name(who: Who | None) -> SafeString:
    """Name a participant in the reader's language, set apart from what stands beside it; a dash for nobody."""
    if who is None:
        return SafeString("—")
    if who.id in ("chair", "secretariat"):
        return format_html(
            "<bdi>{}</bdi>", word_now("conference_view", "grid" if who.id == "secretariat" else who.id)
        )
    return format_html("<bdi>{}</bdi>", who.name(get_language() or "en"))


@register.filter
def told(hall: HallView) -> list[tuple[Happened, int, str]]:
    """Give what happened, the latest first: an event, how many of its kind came one after another, and what it was about."""
    found: list[tuple[Happened, int, str]] = []
    for one in hall.happened:
        if found and one.kind in _MANY and found[-1][0].kind == one.kind:
            found[-1] = (found[-1][0], found[-1][1] + 1, "")
        else:
            found.append((one, 1, _about(one.body, hall)))
    return found


_MANY: Final = frozenset({"presence.marked", "ballot.cast"})
"""Kinds that come in great numbers: one line stands for all that follow each other."""


@register.filter
def meeting_name(hall: HallView) -> str:
    """Name a meeting: by its title, else by its number."""
    return hall.meeting_title or gettext("Meeting %(number)s") % {"number": hall.number}


@register.filter
def named(code: str, hall: HallView) -> str:
    """Name the participant of an id."""
    language = get_language() or "en"
    return next((one.name(language) for one in hall.participants if one.id == code), code)


@register.filter
def first_count(hall: HallView) -> Waiting | None:
    """Give the count of the running vote that waits for a second officer."""
    about = hall.vote.id if hall.vote is not None else ""
    return next((one for one in hall.counts if one.about == about and one.kind == "ballot.counted"), None)


@register.simple_tag
def refusal_words(attempt: RefusedView, hall: HallView) -> str:
    """Say why an attempt was refused: its own words if it has any, else the sentence of its code, as far as its facts are known."""
    facts = {"participant": attempt.who.id, "by": attempt.who.id, "kind": attempt.kind, "phase": hall.phase}
    if attempt.words or not values_of(attempt.code) <= facts.keys():
        return attempt.words or attempt.code
    return refusal_sentence(attempt.code, facts, hall)


@register.simple_tag
def do(kind: str, **body: str) -> str:
    """Give the value of a button that says `kind`."""
    return do_value(kind, **body)


@register.filter
def step_do(step: StepView) -> str:
    """Give the value of the button of a step in which nothing is left to be filled in."""
    return do_value(step.kind, **dict(step.body))


@register.filter
def is_whole(step: StepView) -> bool:
    """Tell whether a step can be taken with one press: nothing is left to be filled in."""
    return not open_members(step.kind, step.lacks)


@register.filter
def read_out(step: StepView) -> list[tuple[str, str, str]]:
    """Give the sentence to read out in each official language that has it, the reader's own first: tag, name, sentence."""
    own = (get_language() or "en").partition("-")[0]
    found = [code for code in READ_OUT if step.read_out.get(code)]
    found.sort(key=lambda code: code != own)
    return [(_TAGS.get(code, code), LANGUAGES[_TAGS.get(code, code)], step.read_out[code]) for code in found]


@register.simple_tag
def step_words(step: StepView, hall: HallView) -> str:
    """Say a step in words: what is done, and to whom or on what."""
    return _phrase(step.kind, step.body, hall)


def _phrase(kind: str, body: Mapping[str, Json], hall: HallView) -> str:
    said = _about(body, hall)
    return f"{word_now('conference_do', kind)}: {said}" if said else word_now("conference_do", kind)


def _about(body: Mapping[str, Json], hall: HallView) -> str:
    """Say what an event is about: whom, which motion, on what, with which outcome."""
    motions = {one.id: one.motion for one in hall.motions}
    participant = str(body.get("participant") or "")
    about = [
        named(participant, hall) if participant else "",
        word_now("conference_motion", motions.get(str(body.get("id")), str(body.get("motion", "")))),
        matter_words(str(body.get("on") or ""), hall),
        *(_worded(tables, str(body[name])) for name, tables in _DETAILS.items() if body.get(name)),
    ]
    return ", ".join(one for one in about if one)


def _worded(tables: tuple[str, ...], code: str) -> str:
    """Give the words of a code from the first of some tables that has any."""
    return next((said for table in tables if (said := word_now(table, code)) != code), code)


_DETAILS: Final[Mapping[str, tuple[str, ...]]] = {
    "choice": ("conference_choice",),
    "method": ("conference_method",),
    "outcome": ("conference_outcome", "conference_ruling"),
    "side": ("conference_side",),
}
"""What else of a step's body belongs into its words, and where those are."""


@register.filter
def matter(on: str, hall: HallView) -> SafeString:
    """Say what is put to the Conference: `proposal:L.1` is the proposal L.1."""
    return format_html("{}", matter_words(on, hall))


@register.filter
def by_chair(steps: Iterable[StepView]) -> list[StepView]:
    """Give the steps that are the Chair's."""
    return [one for one in steps if one.who_may == "chair"]


@register.filter
def by_secretariat(steps: Iterable[StepView]) -> list[StepView]:
    """Give the steps that are the secretariat's."""
    return [one for one in steps if one.who_may == "secretariat"]


@register.filter
def shown_vote(hall: HallView) -> VoteView | None:
    """Give the vote that the wall shows: the one that runs, else the last one as long as nothing else was taken up since."""
    if hall.vote is not None:
        return hall.vote
    for one in hall.happened:
        if one.kind == "result.declared":
            return next((vote for vote in hall.votes if vote.id == one.body.get("vote")), None)
        if one.kind in _NEXT:
            return None
    return None


@register.filter
def asking(hall: HallView) -> str:
    """Give the matter on which the Chair has asked whether anybody objects, if that is what waits now."""
    for one in hall.happened:
        if one.kind == "consensus.asked":
            return str(one.body.get("on", ""))
        if one.kind in ("consensus.declared", "effort.exhausted", *_NEXT):
            return ""
    return ""


@register.filter
def just_agreed(hall: HallView) -> str:
    """Give the matter that was decided without a vote, as long as nothing else was taken up since."""
    agreed = False
    for one in hall.happened:
        if one.kind == "consensus.declared":
            agreed = True
        elif one.kind == "consensus.asked":
            return str(one.body.get("on", "")) if agreed else ""
        elif one.kind in _NEXT and not agreed:
            return ""
    return ""


_NEXT: Final = frozenset(
    {"floor.given", "item.opened", "item.closed", "meeting.suspended", "meeting.closed", "vote.announced"}
)
"""Kinds that take up something else: what was decided before leaves the wall."""


@register.inclusion_tag("longbien/conference/parts/quoted.html")
def quoted(rule: Quoted | None) -> dict[str, object]:
    """Quote a rule: its number, the value used, where it comes from and how sure it is."""
    return {"rule": rule, "value": value_words(rule.value) if rule is not None else ""}


def value_words(value: Json) -> str:
    """Say the value of a rule shortly: a list with semicolons, yes and no in words."""
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, Mapping):
        if "num" in value and "den" in value:
            return f"{value['num']}/{value['den']}"
        return "; ".join(f"{name}: {value_words(one)}" for name, one in value.items())
    if isinstance(value, list | tuple):
        return "; ".join(value_words(one) for one in value)
    return "—" if value is None else str(value).replace("_", " ")


@register.simple_tag
def clock(view: ClockView, now: datetime) -> SafeString:
    """Show a speaker's clock: what is left (or used, without a limit) at a moment of the server's time; a script lets it tick."""
    left = view.left(now)
    running = int((now - view.started_at).total_seconds()) if view.started_at is not None else 0
    return format_html(
        '<span class="lb-clock" dir="ltr" role="timer" data-used="{}"{}{} data-level="{}">{}</span>',
        view.used,
        format_html(' data-since="{}"', iso(view.started_at)) if view.started_at is not None else "",
        format_html(' data-limit="{}"', view.limit) if view.limit is not None else "",
        _level(left),
        minutes(left if left is not None else view.used + max(running, 0)),
    )


@register.filter
def minutes(seconds: int) -> str:
    """Write seconds as minutes and seconds; less than nothing has a minus before it."""
    whole = abs(seconds)
    return f"{'−' if seconds < 0 else ''}{whole // 60}:{whole % 60:02}"


@register.filter
def language_name(code: str) -> str:
    """Name an official language by its own name."""
    return LANGUAGES[_TAGS.get(code, code)]


@register.filter
def by_name(vote: VoteView) -> bool:
    """Tell whether a vote is recorded name by name; hands and papers are counted."""
    return vote.method in ("recorded", "roll_call")


@register.filter
def choices(codes: str) -> list[str]:
    """Give the codes of a text, one by one."""
    return codes.split()


@register.filter
def is_running(vote: VoteView | None) -> bool:
    """Tell whether a vote is open for ballots."""
    return vote is not None and vote.phase == "open"


def _level(left: int | None) -> str:
    if left is None:
        return "open"
    return "over" if left < 0 else "soon" if left <= 30 else "calm"


@register.filter
def iso(moment: datetime) -> str:
    """Write a moment in ISO form, to the millisecond: by it the page's clocks tick."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
