# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 30: a delegation's secretary registers nine people with one note verbale; the head is changed an hour before the opening."""

from longbien.actions.conference.people.badges import badge_of
from longbien.actions.conference.people.change import change_function, find_badge, replace_member
from longbien.actions.conference.people.codes import issue_codes
from longbien.actions.conference.people.electorate import represented
from longbien.actions.conference.people.printing import badges_of, print_badges, sign_in_address
from longbien.core.conference.delegations.functions import Function
from tests.attendance import CONFERENCE, NINE, account_of, attend
from tests.authority import authority
from tests.nodes import Clock, make_node


def test_one_upload_nine_badges_and_another_head_an_hour_before(db: None) -> None:
    clock = Clock()
    here = attend(make_node(authority("AT"), clock=clock))
    delegation = here.open("VN")
    here.register(delegation, (("Ho", "Quang", "Secretary", "Third Secretary", ""),))
    secretary = account_of(1)
    done = here.register(delegation, NINE, actor=secretary)
    assert (len(done.issued), len(done.delegation)) == (8, 9)
    badges = badges_of(delegation)
    assert print_badges(node=here.node, actor=secretary, badges=badges).startswith(b"%PDF")
    address = sign_in_address(here.node, "cosp-1-0002")

    clock.go(seconds=(here.session.opening - clock.now).total_seconds() - 3600)
    head = find_badge(CONFERENCE, 3)
    change_function(node=here.node, actor=secretary, badge=head, function=Function.HEAD)
    replace_member(node=here.node, actor=secretary, badge=find_badge(CONFERENCE, 2), cells=("Vu", "Ha"))
    leading = [one for one in (badge_of(account_of(number), CONFERENCE) for number in range(1, 11)) if one]
    assert [one.name for one in leading if Function.HEAD in one.functions] == ["Van Minh Tran"]
    assert len(leading) == 9
    assert address == sign_in_address(here.node, "cosp-1-0002")
    (code,) = issue_codes(node=here.node, actor=secretary, badges=[find_badge(CONFERENCE, 10)], once=True)
    assert code.expires_at > here.session.opening
    (seat,) = represented(CONFERENCE)
    assert (seat.badges, seat.provisional, seat.vote) == (9, True, True)
