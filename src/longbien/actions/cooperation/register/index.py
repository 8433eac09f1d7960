# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping the words of each request, so that the register finds it: rewritten with its row's summary, whenever an act of its thread is recorded.

Two sets: by its outline (references, ids, parties, kind) everybody at the desk finds a request; by its contents (names, identifiers,
free text) only those who work on cases. What must stay masked is in neither.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from longbien.actions.cooperation.current import current_values
from longbien.actions.cooperation.thread import Said, Thread
from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.base.ids import PartyId
from longbien.core.cooperation.forms.kinds import forms
from longbien.core.cooperation.forms.masking import masked_values
from longbien.core.cooperation.forms.values import FieldValue
from longbien.core.cooperation.register.words import FACETS, facet, kept_words, request_words
from longbien.core.treaty.status.participants import participant
from longbien.store.models.cooperation import Request
from longbien.store.queries.register import OUTLINE, WHOLE, keep_words
from longbien.texts import phrase

_LANGUAGES: Final = ("ar", "en", "es", "fr", "ru", "vi", "zh-hans")
_REFERENCES: Final = ("reference", "provider_reference")
"""Members of answers by which a person looks for a request."""


def index_thread(thread: Thread) -> None:
    """Keep the words of a request that was sent or received."""
    _keep(
        thread.request,
        references=[text for one in thread.said for text in _references(one)],
        values=current_values(thread).values,
    )


def index_draft(request: Request, values: Mapping[str, FieldValue]) -> None:
    """Keep the words of a draft."""
    _keep(request, references=[], values=values)


def _keep(request: Request, *, references: list[str], values: Mapping[str, FieldValue]) -> None:
    common = _common(request.partner, request.kind)
    outline = kept_words([request.request_id, request.reference, *references])
    whole = kept_words(request_words(forms().get(request.kind), masked_values(values)))
    facets = tuple(facet(name, getattr(request, name)) for name in FACETS)
    shown = dict.fromkeys((*common, *outline, *facets))
    keep_words(request.request_id, {OUTLINE: tuple(shown), WHOLE: tuple(shown | dict.fromkeys(whole))})


@lru_cache(maxsize=4096)
def _common(partner: str, kind: str) -> tuple[str, ...]:
    """Give the words of a party and a kind of request, in every language."""
    form = forms().get(kind)
    labels = [phrase(language, form.label) for language in _LANGUAGES] if form is not None else []
    return kept_words([partner, kind, *_names(partner), *labels])


def _names(partner: str) -> tuple[str, ...]:
    try:
        return tuple(participant(PartyId(partner)).names.values())
    except MalformedError:
        return ()


def _references(said: Said) -> Iterator[str]:
    for name in _REFERENCES:
        value: Json = said.act.body.get(name)
        if isinstance(value, str) and value:
            yield value
