# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Our entry takes its authorities and languages from the State's notices: two officers, the same keys, partners told."""

from collections.abc import Callable

import pytest

from longbien.actions.node import Node
from longbien.actions.parties.amend import amend_from_notices, amend_profile
from longbien.core.base.errors import LongBienError
from longbien.core.parties.contacts import Profile
from longbien.core.parties.requirements import Requirement
from longbien.core.treaty.joining.checklist import Position
from longbien.core.treaty.joining.notices import print_notices
from longbien.store import models
from longbien.store.queries.parties import trusted_entry
from tests.authority import NOW, authority
from tests.joining import answers, position
from tests.nodes import make_node, make_officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def node() -> Node:
    return make_node(authority("VN"), [authority("AT")])


@pytest.fixture
def pair() -> list[models.Officer]:
    return [make_officer(name, "directory-officer") for name in ("one", "two")]


def notices(where: Position | None = None, *, exercise: bool = True) -> bytes:
    """Give the notices of complete answers, with an authority of a territory."""
    said = answers({"territory.1.name.en": "Harbour office", "territory.1.region.en": "Harbour"})
    return print_notices(said, where or position(), exercise=exercise)


def test_authorities_and_languages_follow_the_notices_and_the_keys_stay(
    node: Node, pair: list[models.Officer]
) -> None:
    before = trusted_entry(node.party)
    row = amend_from_notices(node=node, actors=pair, data=notices())
    after = trusted_entry(node.party)
    assert before is not None
    assert after is not None
    assert (row.number, row.state, after.keys, after.languages) == (
        2,
        models.Entry.TRUSTED,
        before.keys,
        ("vi", "en"),
    )
    assert [(one.role, one.article, one.name, one.confirmed_on) for one in after.authorities] == [
        ("extradition", "37(19)", "Extradition (en)", "2026-11-22"),
        ("central", "40(12)(c)", "Central (en)", "2026-11-22"),
        ("24/7", "41(2)", "Contact (en)", "2026-11-22"),
        ("prevention", "53(7)", "Prevention (en)", "2026-11-22"),
        ("central", "40(12)(a)", "Harbour office (Harbour)", "2026-11-22"),
    ]
    assert after.authorities[2].phone == "+84 24 3934 1234"
    assert models.Act.objects.filter(kind="directory.entry").count() == 1
    assert after.act_keys(NOW) == before.act_keys(NOW)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (lambda: b"{}", "joining.notices_malformed"),
        (lambda: notices(exercise=False), "parties.notices_exercise"),
        (lambda: notices(position(party="AT")), "parties.notices_other"),
    ],
)
def test_other_notices_change_nothing(
    node: Node, pair: list[models.Officer], data: Callable[[], bytes], code: str
) -> None:
    with pytest.raises(LongBienError) as caught:
        amend_from_notices(node=node, actors=pair, data=data())
    assert caught.value.code == code
    assert models.Entry.objects.filter(party_id="VN").count() == 1


def test_notices_that_say_nothing_new_make_no_entry(node: Node, pair: list[models.Officer]) -> None:
    amend_from_notices(node=node, actors=pair, data=notices())
    with pytest.raises(LongBienError, match=r"parties\.notices_nothing"):
        amend_from_notices(node=node, actors=pair, data=notices())


def test_it_takes_two_directory_officers(node: Node, pair: list[models.Officer]) -> None:
    with pytest.raises(LongBienError, match=r"people\.two_needed"):
        amend_from_notices(node=node, actors=pair[:1] * 2, data=notices())
    with pytest.raises(LongBienError, match=r"people\.not_permitted"):
        amend_from_notices(node=node, actors=[pair[0], make_officer("x", "treaty-officer")], data=notices())


def test_what_we_ask_of_requests_becomes_part_of_our_entry(node: Node, pair: list[models.Officer]) -> None:
    row = Requirement(kinds=("stored-data",), categories=("content",), required_fields=("nexus",))
    profile = Profile(required_fields=("custodian",), requirements=(row,))
    amend_profile(node=node, actors=pair, profile=profile)
    after = trusted_entry(node.party)
    assert after is not None
    assert after.profile == profile
    assert after.profile.asks("stored-data", ("content",)).required_fields == ("nexus", "custodian")
    with pytest.raises(LongBienError, match=r"parties\.profile_nothing"):
        amend_profile(node=node, actors=pair, profile=profile)
    with pytest.raises(LongBienError, match=r"people\.two_needed"):
        amend_profile(node=node, actors=pair[:1], profile=Profile())


@pytest.mark.parametrize(
    "row",
    [
        Requirement(kinds=("surrender",)),
        Requirement(categories=("gossip",)),
        Requirement(required_fields=("nexxus",)),
        Requirement(authorisers=("mayor",)),
        Requirement(channel="pigeon"),
    ],
)
def test_a_slip_of_the_pen_is_noticed(node: Node, pair: list[models.Officer], row: Requirement) -> None:
    with pytest.raises(LongBienError, match=r"parties\.profile_unknown"):
        amend_profile(node=node, actors=pair, profile=Profile(requirements=(row,)))
