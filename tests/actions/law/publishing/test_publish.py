# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A State publishes its concordance to a partner: two people, the public part only; a later one replaces, none goes; facts for dual criminality."""

from dataclasses import replace

import pytest

from longbien.actions.law.dual.facts import dual_facts, states_beside
from longbien.actions.law.publishing.partners import published, published_value, states_known, table_of
from longbien.actions.law.publishing.publish import publish
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.ids import PartyId
from longbien.core.law.concordance.public import public_form
from longbien.core.law.dual.table import Silence
from longbien.store import models
from tests.law_tables import SECRET, hold, sample
from tests.pair import Pair

pytestmark = pytest.mark.django_db
AT = PartyId("AT")


def send(pair: Pair, ref: str) -> None:
    """Let VN publish a table to AT."""
    with pair.vn as vn:
        (sent,) = publish(node=vn.node, actor=vn.officers["law"], concordance=ref, partners=(AT, AT))
        assert sent.act == ""
        assert vn.approve(sent.proposal) is not None
    pair.carry(pair.vn)


def test_a_partner_has_the_public_version_and_later_ones_replace_it(pair: Pair) -> None:
    with pair.vn as vn:
        first = hold(vn.node, sample())
        second = hold(vn.node, replace(sample(), id="d" * 32, rows=sample().rows[:1]))
    send(pair, first)
    with pair.at as at:
        law = at.officers["law"]
        assert table_of(node=at.node, actor=law, state="VN") == public_form(sample())
        row = models.PublishedConcordance.objects.get()
        assert SECRET.encode() not in bytes(row.value)
        facts = dual_facts(node=at.node, actor=at.officers["lawyer"], article=7, other="VN")
        assert [(one.own.silence, one.other.silence) for one in facts.duties] == [(Silence.NO_TABLE, None)]
    send(pair, second)
    with pair.at as at:
        listed = published(node=at.node, actor=at.officers["auditor"], state="VN")
        assert [(one.rows, one.counts) for one in listed] == [(1, True), (6, False)]
        one, value = published_value(node=at.node, actor=law, act=listed[1].act[:12])
        assert (one, len(value.rows)) == (listed[1], 6)
        assert states_known(node=at.node, actor=law) == ("VN",)
        with pytest.raises(UsageError):
            states_beside(node=at.node, actor=law, own="AT", other="VN")
    with pair.vn as vn:
        listed = published(node=vn.node, actor=vn.officers["law"])
        assert [(one.ours, one.partner, one.counts) for one in listed] == [
            (True, "AT", True),
            (True, "AT", False),
        ]
        assert states_known(node=vn.node, actor=vn.officers["law"]) == ("VN",)


def test_one_person_publishes_nothing_and_no_state_publishes_for_another(pair: Pair) -> None:
    with pair.vn as vn:
        own, foreign = hold(vn.node, sample()), hold(vn.node, replace(sample("AT"), id="e" * 32))
        law = vn.officers["law"]
        publish(node=vn.node, actor=law, concordance=own, partners=(AT,))
        assert models.PublishedConcordance.objects.count() == 0
        with pytest.raises(RefusedError) as refused:
            publish(node=vn.node, actor=law, concordance=foreign, partners=(AT,))
        assert refused.value.code == "law_report.not_own"
        with pytest.raises(RefusedError) as refused:
            publish(node=vn.node, actor=vn.officers["lawyer"], concordance=own, partners=(AT,))
        assert refused.value.code == "people.not_permitted"
        with pytest.raises(UsageError) as nobody:
            publish(node=vn.node, actor=law, concordance=own, partners=())
        assert nobody.value.code == "law_report.nobody"
