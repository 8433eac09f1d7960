# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of agenda, programme and documents. They clean text; what a number, a symbol or a file may be is the core's."""

from datetime import datetime, tzinfo
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from longbien.core.conference.agenda.items import Item, ItemState, bodies, parse_number
from longbien.core.conference.agenda.programme import Slot, SlotKind
from longbien.core.conference.documents.files import KINDS
from longbien.core.conference.documents.symbols import parse_symbol
from longbien.core.conference.documents.versions import LANGUAGES, Access, Document
from longbien.texts import LANGUAGES as LANGUAGE_NAMES
from longbien.texts import phrase
from longbien.web.base.fields import TextField, through_core
from longbien.web.base.words import word_now


def _words(table: str, codes: Any) -> Any:
    """Make choices that are read in the language of the request."""
    return lambda: [(one.value, word_now(table, one.value)) for one in codes]


def _bodies() -> list[tuple[str, str]]:
    language = get_language() or "en"
    return [(one.code, phrase(language, one.label)) for one in bodies()]


def language_choices() -> list[tuple[str, str]]:
    """Give the languages of documents by their own names."""
    names = {"zh": LANGUAGE_NAMES["zh-hans"]}
    return [(code, names.get(code) or LANGUAGE_NAMES[code]) for code in LANGUAGES]


class ItemForm(forms.Form):
    """One item of the agenda."""

    number = forms.CharField(
        label=_("Number"), max_length=12, required=False, widget=forms.TextInput({"dir": "ltr"})
    )
    title = TextField(label=_("Title"), max_length=300)
    memorandum = TextField(
        label=_("Explanatory memorandum"),
        help_text=_("Its text, or the symbol of the document."),
        max_length=8000,
        lines=True,
        required=False,
    )
    proposed_by = TextField(label=_("Proposed by"), max_length=64, required=False)
    allocated_to = forms.ChoiceField(label=_("Allocated to"), choices=_bodies)

    def clean_number(self) -> str:
        """Give the number as the core reads it; empty means the next free one."""
        text = str(self.cleaned_data["number"]).strip()
        return through_core(lambda: parse_number(text)) if text else ""

    def item(self, before: Item | None) -> Item:
        """Give the item; what the form does not ask stays as it was."""
        given = self.cleaned_data
        kept = {} if before is None else {"topic": before.topic, "kind": before.kind, "state": before.state}
        return Item(
            number=given["number"],
            title=given["title"],
            memorandum=given["memorandum"],
            proposed_by=given["proposed_by"],
            allocated_to=given["allocated_to"],
            **kept,  # type: ignore[arg-type] # three members of one item
        )


class FatesForm(forms.Form):
    """What the Conference made of each item when it adopted its agenda, and in which meeting."""

    meeting = forms.ChoiceField(label=_("Meeting"))

    def __init__(
        self, *args: Any, meetings: list[tuple[str, str]], items: tuple[Item, ...], **kwargs: Any
    ) -> None:
        """Ask for the meeting and for each item."""
        super().__init__(*args, **kwargs)
        self.fields["meeting"] = forms.ChoiceField(label=_("Meeting"), choices=meetings)
        states = (ItemState.ADOPTED, ItemState.DELETED, ItemState.DEFERRED)
        for item in items:
            self.fields[f"item-{item.number}"] = forms.ChoiceField(
                label=f"{item.number}. {item.title}", choices=_words("conference_item", states)
            )

    def fates(self) -> dict[str, str]:
        """Give what was chosen, by the items' numbers."""
        found = {
            name.removeprefix("item-"): value
            for name, value in self.cleaned_data.items()
            if name != "meeting"
        }
        return {number: fate for number, fate in found.items() if fate != ItemState.ADOPTED}


class SlotForm(forms.Form):
    """One entry of the programme. Times are those of the session's place."""

    kind = forms.ChoiceField(label=_("Kind"), choices=_words("conference_slot", SlotKind))
    title = TextField(label=_("Title"), max_length=300)
    day = forms.DateField(label=_("Day"), widget=forms.DateInput({"type": "date", "dir": "ltr"}))
    begins = forms.TimeField(
        label=_("From"), widget=forms.TimeInput({"type": "time", "dir": "ltr"}, format="%H:%M")
    )
    ends = forms.TimeField(
        label=_("Until"), widget=forms.TimeInput({"type": "time", "dir": "ltr"}, format="%H:%M")
    )
    room = TextField(label=_("Room"), max_length=80, required=False)
    body = TextField(
        label=_("Body or organizer"),
        help_text=_("Which body meets, or who holds the side event."),
        max_length=120,
        required=False,
    )
    items = forms.CharField(
        label=_("Agenda items"),
        help_text=_("Numbers with commas between them: 2, 5(a)"),
        max_length=200,
        required=False,
        widget=forms.TextInput({"dir": "ltr"}),
    )
    interpretation = forms.BooleanField(label=_("With interpretation"), required=False)
    public = forms.BooleanField(label=_("Shown to the public"), required=False, initial=True)

    def clean_items(self) -> tuple[str, ...]:
        """Give the numbers as the core reads them."""
        numbers = numbers_of(self.cleaned_data["items"])
        return through_core(lambda: tuple(parse_number(one) for one in numbers))

    def slot(self, slot_id: str, zone: tzinfo) -> Slot:
        """Give the slot; a LongBienError for one that ends before it begins."""
        given = self.cleaned_data
        return Slot(
            id=slot_id,
            kind=SlotKind(given["kind"]),
            title=given["title"],
            room=given["room"],
            begins=datetime.combine(given["day"], given["begins"], tzinfo=zone),
            ends=datetime.combine(given["day"], given["ends"], tzinfo=zone),
            body=given["body"],
            items=given["items"],
            interpretation=given["interpretation"],
            public=given["public"],
        )

    @classmethod
    def of(cls, slot: Slot, zone: tzinfo) -> "SlotForm":
        """Show a slot as it stands."""
        begins, ends = slot.begins.astimezone(zone), slot.ends.astimezone(zone)
        return cls(
            initial={
                "kind": slot.kind.value,
                "title": slot.title,
                "day": begins.date(),
                "begins": begins.time(),
                "ends": ends.time(),
                "room": slot.room,
                "body": slot.body,
                "items": ", ".join(slot.items),
                "interpretation": slot.interpretation,
                "public": slot.public,
            }
        )


class DocumentForm(forms.Form):
    """What is said of a document: its symbol, title, items, and who may read it."""

    symbol = forms.CharField(
        label=_("Symbol"),
        help_text=_("One for all languages, such as CAC/COSP/2015/L.3 or its /Rev.1"),
        max_length=80,
        widget=forms.TextInput({"dir": "ltr"}),
    )
    title = TextField(label=_("Title"), max_length=300)
    submitted_by = forms.CharField(
        label=_("Submitted by"),
        help_text=_("Codes of States with commas between them, or a name"),
        max_length=300,
        required=False,
    )
    items = forms.CharField(
        label=_("Agenda items"), max_length=200, required=False, widget=forms.TextInput({"dir": "ltr"})
    )
    original = forms.ChoiceField(label=_("Submitted in"), choices=language_choices, initial="en")
    access = forms.ChoiceField(label=_("Who may read it"), choices=_words("conference_access", Access))

    def clean_items(self) -> tuple[str, ...]:
        """Give the numbers as the core reads them."""
        numbers = numbers_of(self.cleaned_data["items"])
        return through_core(lambda: tuple(parse_number(one) for one in numbers))

    def document(self) -> Document:
        """Give the document; MalformedError for a symbol that is none."""
        given = self.cleaned_data
        return Document(
            symbol=parse_symbol(str(given["symbol"]).strip()),
            title=given["title"],
            submitted_by=numbers_of(given["submitted_by"]),
            items=given["items"],
            original=given["original"],
            access=Access(given["access"]),
        )

    @classmethod
    def of(cls, document: Document) -> "DocumentForm":
        """Show a document as it stands."""
        return cls(
            initial={
                "symbol": str(document.symbol),
                "title": document.title,
                "submitted_by": ", ".join(document.submitted_by),
                "items": ", ".join(document.items),
                "original": document.original,
                "access": document.access.value,
            }
        )


class VersionForm(forms.Form):
    """The file of one language version."""

    language = forms.ChoiceField(label=_("Language"), choices=language_choices)
    file = forms.FileField(label=_("File"), help_text=", ".join(KINDS))
    circulate = forms.BooleanField(label=_("Circulate it now"), required=False)


class SettingForm(forms.Form):
    """What the papers of a session have in common."""

    symbols = forms.CharField(
        label=_("Symbols begin with"),
        help_text=_(
            "Body and organ, such as CAC/COSP. Nobody has fixed it for this Convention's Conference: it is your own setting."
        ),
        max_length=48,
        required=False,
        widget=forms.TextInput({"dir": "ltr"}),
    )
    zone = forms.CharField(
        label=_("Time zone of the place"),
        max_length=64,
        initial="Europe/Vienna",
        widget=forms.TextInput({"dir": "ltr"}),
    )


def numbers_of(text: str) -> tuple[str, ...]:
    """Split what was typed with commas."""
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
