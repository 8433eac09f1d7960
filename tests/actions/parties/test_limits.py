# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A partner's limits: set by a directory officer or operator, within bounds, logged."""

from datetime import timedelta

import pytest

from longbien.actions.parties.directory import directory
from longbien.actions.parties.limits import set_limits
from longbien.core.base.errors import LongBienError
from longbien.core.base.ids import PartyId
from longbien.store import models
from tests.authority import authority
from tests.nodes import make_node, make_officer

pytestmark = pytest.mark.django_db
AT = PartyId("AT")


def test_limits_are_set_one_by_one() -> None:
    node = make_node(authority("VN"), [authority("AT")])
    officer = make_officer("dir", "directory-officer")
    set_limits(node=node, actor=officer, party=AT, silence=timedelta(hours=12))
    set_limits(node=node, actor=officer, party=AT, acts_per_hour=50)
    (view,) = [one for one in directory(actor=officer) if one.party == AT]
    assert (view.silence_hours, view.acts_per_hour) == (12.0, 50)
    assert models.DecisionRecord.objects.filter(verb="parties.limits").count() == 2


@pytest.mark.parametrize(
    ("party", "silence", "acts", "role", "code"),
    [
        ("AT", timedelta(seconds=59), None, "operator", "parties.limit"),
        ("AT", timedelta(days=400), None, "operator", "parties.limit"),
        ("AT", None, 0, "operator", "parties.limit"),
        ("VN", None, 5, "operator", "parties.not_introduced"),
        ("FR", None, 5, "operator", "parties.not_introduced"),
        ("AT", None, 5, "duty-officer", "people.not_permitted"),
    ],
)
def test_what_makes_no_sense_is_refused(
    party: str, silence: timedelta | None, acts: int | None, role: str, code: str
) -> None:
    node = make_node(authority("VN"), [authority("AT")])
    with pytest.raises(LongBienError) as caught:
        set_limits(
            node=node,
            actor=make_officer("who", role),
            party=PartyId(party),
            silence=silence,
            acts_per_hour=acts,
        )
    assert caught.value.code == code
