# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form of one thing to be said, made from the table of the kinds: a field for each member, with what the meeting offers to choose from."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeAlias

from django import forms
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from longbien.actions.conference.hall.view import HallView, Who
from longbien.core.conference.counting.thresholds import Outcome
from longbien.core.conference.hall.kinds import KINDS
from longbien.core.conference.hall.shapes import Shape
from longbien.sentences.conference_words import SENTENCES
from longbien.web.base.words import word_now
from longbien.web.conference.asked import BY_THE_DESK, NEW
from longbien.web.conference.matters import matters

Choices: TypeAlias = "list[tuple[str, str | Promise]]"

LABELS: Final[Mapping[str, str | Promise]] = {
    "about": _("What it concerns"),
    "by": _("Order of the list"),
    "candidates": _("Candidates"),
    "capacity": _("In which capacity"),
    "choice": _("Choice"),
    "circulated": _("Circulated in all languages"),
    "competes_with": _("Competes with"),
    "costs": _("Has financial implications"),
    "depends_on": _("Depends on"),
    "first": _("Name drawn by lot, with which the roll-call begins"),
    "hours": _("Hours"),
    "id": _("Number"),
    "implies_rejection_of": _("Its adoption implies the rejection of"),
    "joined": _("Joins as a sponsor"),
    "lot": _("Number to which the secretariat is bound for the draw"),
    "method": _("Method of voting"),
    "motion": _("Motion"),
    "number": _("How many"),
    "office": _("Office"),
    "on": _("On what"),
    "operative_parts": _("Parts"),
    "order": _("Order, the furthest removed first"),
    "outcome": _("Outcome"),
    "participant": _("Delegation"),
    "parts": _("Parts"),
    "places": _("Places"),
    "proposal": _("Proposal"),
    "question": _("Kind of question"),
    "reason": _("Reason"),
    "seat": _("Seat"),
    "seconds": _("Seconds"),
    "seed": _("Number shown for the draw"),
    "side": _("Side"),
    "sponsors": _("Sponsors"),
    "symbol": _("Symbol"),
    "target": _("About"),
    "threshold": _("Majority"),
    "title": _("Title"),
    "vote": _("Vote"),
    "votes": _("Votes of each candidate"),
    "whole": _("Replaces the whole text"),
    "words": _("Words"),
    "written": _("In writing"),
}
"""The labels of the members, for every kind."""
HELPS: Final[Mapping[str, str | Promise]] = {
    "candidates": _("One on each line."),
    "circulated": _("If a document is filed under this symbol, what is known of its circulation counts."),
    "operative_parts": _(
        "Numbers with commas; a part that is not operative stands in brackets: (P1), 1, 2, 3."
    ),
    "order": _("Numbers with commas."),
    "parts": _("Numbers with commas: 1, 3."),
    "votes": _("One candidate on each line: the name and the number of votes."),
}
TABLES: Final[Mapping[str, str]] = {
    "about": "conference_about",
    "by": "conference_list_order",
    "capacity": "conference_capacity",
    "choice": "conference_choice",
    "method": "conference_method",
    "motion": "conference_motion",
    "outcome": "conference_ruling",
    "question": "conference_question",
    "reason": "conference_reason",
    "seat": "conference_seat",
    "side": "conference_side",
    "threshold": "conference_threshold",
}
"""Where the words of a member's codes are."""
_LONG: Final = frozenset({"words", "votes", "candidates"})
_NUMBERS: Final = frozenset({"count", "seconds", "hours"})
_NEVER: Final = frozenset({"electorate", "counted_by", "confirmed_by"})


class AskForm(forms.Form):
    """The form of one kind of event. What `given` holds already is sent along unseen."""

    def __init__(
        self, data: Any = None, *, kind: str, hall: HallView, given: Mapping[str, str], by_name: bool
    ) -> None:
        super().__init__(data)
        self.kind = kind
        found = KINDS.get(kind)
        for name, shape in found.members.items() if found else ():
            plain, needed = name.removesuffix("?"), not name.endswith("?")
            if plain in _NEVER or (plain == "id" and kind in NEW) or (plain in BY_THE_DESK and not by_name):
                continue
            if plain in given:
                self.fields[plain] = forms.CharField(widget=forms.HiddenInput, initial=given[plain])
                continue
            self.fields[plain] = _field(plain, shape, hall, required=needed or plain == "participant")


def _field(name: str, shape: Shape, hall: HallView, *, required: bool) -> forms.Field:
    """Give the field of one member: a list to choose from where there is one, else a number or a text."""
    words: dict[str, Any] = {
        "label": LABELS.get(name, name),
        "help_text": HELPS.get(name, ""),
        "required": required,
    }
    if name in _MANY:
        return forms.MultipleChoiceField(
            choices=_MANY[name](hall), widget=forms.SelectMultiple(attrs={"size": 8}), **words
        )
    offered = _ONE[name](hall) if name in _ONE else _coded(name, shape)
    if offered:
        return forms.ChoiceField(choices=[*([] if required else [("", _("— none —"))]), *offered], **words)
    if shape.name == "true or false":
        words["required"] = False
        return forms.BooleanField(**words)
    if shape.name in _NUMBERS:
        return forms.IntegerField(min_value=0, max_value=100_000, **words)
    widget = forms.Textarea(attrs={"rows": 4, "dir": "auto"}) if name in _LONG else forms.TextInput()
    return forms.CharField(max_length=4000, widget=widget, **words)


def _coded(name: str, shape: Shape) -> Choices:
    """Give the codes of a member with their words: those of its shape, else those of its table."""
    table = TABLES.get(name)
    if table is None:
        return []
    if name == "outcome" and " or " not in shape.name:
        return [(one.value, word_now("conference_outcome", one.value)) for one in Outcome]
    codes = shape.name.split(" or ") if " or " in shape.name else codes_of(table)
    return [(code, word_now(table, code)) for code in codes]


def codes_of(table: str) -> list[str]:
    """Give the codes that have words in a table of the conference's words."""
    start = f"word.{table}."
    return [code.removeprefix(start) for code in SENTENCES if code.startswith(start)]


def _people(hall: HallView) -> Choices:
    return _named(hall.participants)


def _voters(hall: HallView) -> Choices:
    return _named(one for one in hall.participants if one.vote)


def _named(people: Iterable[Who]) -> Choices:
    language = get_language() or "en"
    return [(one.id, one.name(language)) for one in people]


def _proposals(hall: HallView) -> Choices:
    return [(one.id, one.symbol or one.id) for one in hall.texts if not one.of]


def _matters(hall: HallView) -> Choices:
    return [*matters(hall)]


_ONE: Final[Mapping[str, Callable[[HallView], Choices]]] = {
    "depends_on": _proposals,
    "first": _voters,
    "on": _matters,
    "participant": _people,
    "proposal": _proposals,
    "target": _matters,
}
_MANY: Final[Mapping[str, Callable[[HallView], Choices]]] = {
    "competes_with": _proposals,
    "sponsors": _people,
}
