# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fields of a request on its page: as they now are, with what was mended by information given later."""

from longbien.actions.cooperation.current import Current
from longbien.actions.cooperation.pages.values import PageField, PageOverride, PageSection
from longbien.actions.cooperation.thread import Thread
from longbien.core.base.errors import LongBienError
from longbien.core.cooperation.acts.bodies import Request
from longbien.core.cooperation.acts.bodies_json import read_body
from longbien.core.cooperation.forms.kinds import Form


def page_sections(form: Form | None, current: Current) -> tuple[PageSection, ...]:
    """Put the filled fields into the sections of their form, in its order; nothing for a form that is not known here."""
    if form is None:
        return ()
    filled = [field for field in form.fields.values() if field.id in current.values]
    sections = (
        PageSection(
            id=section.id,
            label=section.label,
            fields=tuple(
                PageField(
                    id=field.id,
                    section=field.section,
                    label=field.label,
                    type=field.type,
                    list=field.list,
                    value=current.values[field.id],
                    mended=field.id in current.mended,
                )
                for field in filled
                if field.section == section.id
            ),
        )
        for section in form.sections
    )
    return tuple(section for section in sections if section.fields)


def page_overrides(thread: Thread) -> tuple[PageOverride, ...]:
    """Give the checks that were passed over with a reason: from the request, or from the draft's rows."""
    for one in thread.said:
        try:
            body = read_body(one.act.kind, one.act.body)
        except LongBienError:
            continue
        if isinstance(body, Request):
            return tuple(
                PageOverride(check=item.check, field=item.field, reason=item.reason)
                for item in body.overrides
            )
    return tuple(
        PageOverride(check=row.code, field=row.field, reason=row.reason)
        for row in thread.request.overrides.order_by("id")
    )
