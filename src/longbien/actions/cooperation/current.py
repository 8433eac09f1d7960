# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The values of a request as they now are: what was sent, and what information given later changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from longbien.actions.cooperation.thread import Thread
from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.cooperation.acts.bodies import Information, Request
from longbien.core.cooperation.acts.bodies_json import read_body
from longbien.core.cooperation.forms.fields import clean
from longbien.core.cooperation.forms.kinds import forms
from longbien.core.cooperation.forms.values import FieldValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Current:
    """The values of a request as they now are, and the names of those that were changed since it was sent."""

    values: Mapping[str, FieldValue]
    mended: frozenset[str]


def current_values(thread: Thread) -> Current:
    """Read a request's values from its acts, or from its draft."""
    values: dict[str, FieldValue] = {}
    mended: set[str] = set()
    for one in thread.said:
        try:
            body = read_body(one.act.kind, one.act.body) if one.counts else None
        except LongBienError:
            continue
        if isinstance(body, Request):
            values = dict(body.values)
        elif isinstance(body, Information):
            mended |= {name for name, value in body.values.items() if values.get(name) != value}
            values |= body.values
    form = forms().get(thread.request.kind)
    if not thread.said and form is not None:
        values = dict(clean(form, thread.request.draft).values)
    return Current(values=values, mended=frozenset(mended))


def request_body(thread: Thread) -> Request:
    """Give the body of the request itself; RefusedError `cooperation.not_sent` while it is a draft."""
    for one in thread.said:
        if one.counts and one.act.id == thread.request.request_id:
            body = read_body(one.act.kind, one.act.body)
            if isinstance(body, Request):
                return body
    raise RefusedError("cooperation.not_sent", request=thread.request.request_id)
