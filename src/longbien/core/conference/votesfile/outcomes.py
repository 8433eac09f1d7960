# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Each item of a table of votes under a rule: the verdict, what was recorded, and what another rule would have given."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from longbien.core.conference.counting.quorum import Bases, Quorum, present_in_vote, quorum
from longbien.core.conference.counting.tally import Tally
from longbien.core.conference.counting.thresholds import Outcome
from longbien.core.conference.counting.verdict import Measure, Verdict, judge
from longbien.core.conference.rules.values import RuleSet
from longbien.core.conference.votesfile.gather import ABSTAIN, NO, YES, Gathering, Item, Key
from longbien.core.conference.votesfile.spelling import folded, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the table is held against: the rules, the threshold, others to compare with, and how many members or Parties there were.

    `members` is the electorate (None: those whom the table lists for an item); `parties` the base of the quorum (None: none is judged).
    """

    rules: RuleSet
    threshold: str
    compared: tuple[str, ...] = ()
    members: int | None = None
    parties: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What the table itself says of an item: `outcome` adopted, rejected or nothing; totals where they are numbers."""

    outcome: str = ""
    outcome_text: str = ""
    totals: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One item. `differences` are codes with sentences; `otherwise` gives the outcome under each compared threshold.

    `open` is the number of votes that could not be counted for sure; `sure` is false if they could have changed the outcome.
    `former`: a State that is no more voted.
    """

    meeting: str
    date: str
    item: str
    line: int
    verdict: Verdict
    otherwise: Mapping[str, str]
    recorded: Recorded
    differences: tuple[str, ...]
    open: int
    sure: bool
    former: bool


def results(gathered: Gathering, asked: Question) -> Iterator[Result]:
    """Give the result of each item, in the order of the table; RefusedError `conference.rule_unknown`."""
    main = _measure(asked, asked.threshold)
    others = {name: _measure(asked, name) for name in asked.compared if name != asked.threshold}
    for key, item in gathered.items.items():
        yield _result(key, item, asked, (main, others))


def _measure(asked: Question, name: str) -> Measure:
    threshold = asked.rules.threshold(name)
    return Measure(threshold=threshold, rule=threshold.rule)


def _result(key: Key, item: Item, asked: Question, measures: tuple[Measure, Mapping[str, Measure]]) -> Result:
    main, others = measures
    counted = Tally(
        in_favour=item.masks[YES].bit_count(),
        against=item.masks[NO].bit_count(),
        abstain=item.masks[ABSTAIN].bit_count(),
    )
    listed = item.seen.bit_count()
    electorate = max(listed, asked.members or 0)
    held = _quorum(asked, counted, electorate)
    verdict = judge(main, counted, electorate=electorate, quorum=held)
    otherwise = {
        name: judge(one, counted, electorate=electorate, quorum=held).outcome.value
        for name, one in others.items()
    }
    recorded, unread = _recorded(item.recorded)
    sure = _sure(main, counted, item.open, electorate)
    found = tuple(
        code
        for code, is_so in (
            ("conference_votes.differs_outcome", _contradicts(recorded, verdict)),
            ("conference_votes.differs_totals", _other_totals(recorded, counted)),
            ("conference_votes.differs_unread", unread),
            ("conference_votes.differs_open", not sure),
            ("conference_votes.differs_members", asked.members is not None and listed > asked.members),
            ("conference_votes.differs_rule", any(one != verdict.outcome for one in otherwise.values())),
        )
        if is_so
    )
    return Result(
        meeting=key[0],
        date=key[1],
        item=key[2],
        line=item.line,
        verdict=verdict,
        otherwise=otherwise,
        recorded=recorded,
        differences=found,
        open=item.open,
        sure=sure,
        former=item.former,
    )


def _quorum(asked: Question, counted: Tally, electorate: int) -> Quorum | None:
    if asked.parties is None:
        return None
    abstainers = asked.rules.value("quorum.abstainers_count_as_present").value is True
    return quorum(
        asked.rules.value("quorum.decide"),
        Bases(states_parties=asked.parties, participating=electorate),
        present=present_in_vote(counted, 0, abstainers_count=abstainers),
    )


def _sure(measure: Measure, counted: Tally, open_votes: int, electorate: int) -> bool:
    """Tell whether the open votes change nothing, however they were cast."""
    if not open_votes:
        return True
    voters = max(electorate, counted.recorded + open_votes)
    ends = {
        judge(
            measure,
            Tally(
                in_favour=counted.in_favour + more,
                against=counted.against + open_votes - more,
                abstain=counted.abstain,
            ),
            electorate=voters,
        ).outcome
        for more in (0, open_votes)
    }
    return len(ends) == 1


def _recorded(said: Sequence[str] | None) -> tuple[Recorded, bool]:
    """Read what the table says of an item; the second value tells whether something there could not be read."""
    if said is None:
        return Recorded(), False
    text = said[0].strip()
    outcome = words().outcomes.get(folded(text), "") if text else ""
    totals, unread = {}, bool(text) and not outcome
    for name, value in zip(("for", "against", "abstain"), said[1:], strict=True):
        plain = value.strip()
        if plain.isascii() and plain.isdigit() and len(plain) < 7:
            totals[name] = int(plain)
        elif plain:
            unread = True
    return Recorded(outcome=outcome, outcome_text=text, totals=totals), unread


def _contradicts(recorded: Recorded, verdict: Verdict) -> bool:
    carried = verdict.outcome in (Outcome.ADOPTED, Outcome.UPHELD)
    return bool(recorded.outcome) and (recorded.outcome == "adopted") is not carried


def _other_totals(recorded: Recorded, counted: Tally) -> bool:
    own = {"for": counted.in_favour, "against": counted.against, "abstain": counted.abstain}
    return any(own[name] != number for name, number in recorded.totals.items())
