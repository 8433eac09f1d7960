# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien act`: what waits for a second officer, what waits to leave, and what proves that an act arrived."""

import json
from pathlib import Path

import click
from django.utils.translation import gettext as _

from longbien.actions.exchange.carriage import ActView, Carried, find_act, outbox, show_act
from longbien.actions.exchange.propose import approve, reject
from longbien.actions.exchange.recall import DECLARATIONS, answer_recall, recall
from longbien.actions.exchange.waiting import ProposalView, find_proposal, proposals
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.inputs import examples
from longbien.cli.tables import facts, plain, table
from longbien.cli.words import NOTHING, coded, kind_words, moment, second, sentence_of, short
from longbien.core.base.described import described


@click.group("act")
def command() -> None:
    """Approve what another officer proposed; follow acts on their way; show what proves them."""


@command.command("proposals", epilog=examples("longbien act proposals", "longbien act proposals 7"))
@click.argument("number", type=int, required=False)
@click.option("--request", "thread", default="", help="Only those of one request (its whole id).")
@click.option("--all", "everything", is_flag=True, help="Made and rejected ones too.")
@json_option
@acting
def show_proposals(
    actor: Officer, *, number: int | None, thread: str, everything: bool, as_json: bool
) -> None:
    """List what waits for a second officer; with NUMBER, show exactly what would be signed."""
    if number is not None:
        find_proposal(number)
    found = proposals(actor=actor, thread=thread, open_only=not everything and number is None)
    chosen = tuple(one for one in found if number in {None, one.proposal})
    words = _proposal_words if number is not None else _proposals_words
    answer(chosen, lambda: words(chosen), as_json=as_json, exercise=current_node().exercise)


@command.command("approve", epilog=examples("longbien act approve 7", "longbien act approve 7 8 9"))
@click.argument("numbers", type=int, nargs=-1, required=True)
@json_option
@acting
def give_approval(actor: Officer, *, numbers: tuple[int, ...], as_json: bool) -> None:
    """Approve proposals of another officer. Look at each first: `longbien act proposals NUMBER`."""
    node = current_node()
    chosen = [find_proposal(number) for number in numbers]
    made = [approve(node=node, actor=actor, proposal=one) for one in chosen]
    value = [
        {"proposal": number, "act": act.digest if act is not None else ""}
        for number, act in zip(numbers, made, strict=True)
    ]
    lines = [
        _("Proposal %(number)s: approved, signed as act %(act)s and on its way.")
        % {"number": number, "act": short(act.digest)}
        if act is not None
        else _("Proposal %(number)s: approved; another officer must approve it too.") % {"number": number}
        for number, act in zip(numbers, made, strict=True)
    ]
    answer(value, "\n".join(lines), as_json=as_json, exercise=node.exercise)


@command.command("reject", epilog=examples('longbien act reject 7 --reason "The period is wrong."'))
@click.argument("number", type=int)
@click.option("--reason", required=True, help="Why; the proposer reads it.")
@acting
def close_proposal(actor: Officer, *, number: int, reason: str) -> None:
    """Close a proposal: nothing is signed."""
    reject(node=current_node(), actor=actor, proposal=find_proposal(number), reason=reason)
    answer(number, _("Proposal %(number)s: rejected.") % {"number": number})


@command.command("outbox", epilog=examples("longbien act outbox", "longbien act outbox --all --partner AT"))
@click.option("--partner", default="", help="Only acts for this party.")
@click.option("--all", "everything", is_flag=True, help="Delivered and refused ones too.")
@json_option
@acting
def show_outbox(actor: Officer, *, partner: str, everything: bool, as_json: bool) -> None:
    """List what waits to leave, and what was tried."""
    found = outbox(actor=actor, partner=partner.upper(), all_states=everything)
    answer(found, lambda: _outbox_words(found), as_json=as_json, exercise=current_node().exercise)


@command.command(
    "show",
    epilog=examples("longbien act show 9f86d081884c", "longbien act show 9f86d081884c --receipt r.json"),
)
@click.argument("act")
@click.option(
    "--receipt",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the partner's receipt, leaf and proof, to this file: it proves the arrival to anybody.",
)
@json_option
@acting
def show(actor: Officer, *, act: str, receipt: Path | None, as_json: bool) -> None:
    """Show an ACT by the beginning of its digest or id: content, carriage, receipt."""
    found = show_act(actor=actor, digest=act)
    answer(found, lambda: _act_words(found), as_json=as_json, exercise=found.exercise)
    if receipt is not None and found.receipt is not None:
        # The form in which receipts stand in answers and bundles (docs/protocol/log.md, section 3).
        value = {"leaf": described(found.receipt.leaf), "proof": found.receipt.proof}
        receipt.write_text(json.dumps(value, sort_keys=True), encoding="utf-8")


@command.command(
    "recall", epilog=examples('longbien act recall 9f86d081884c --reason "Sent to a wrong State."')
)
@click.argument("act")
@click.option("--reason", required=True, help="Why it is called back.")
@json_option
@acting
def call_back(actor: Officer, *, act: str, reason: str, as_json: bool) -> None:
    """Ask the partner to disregard an ACT of ours. The answer is its signed declaration, never a proof."""
    node = current_node()
    found = recall(node=node, actor=actor, act=find_act(act), reason=reason)
    _tell(found.pk, found.act.digest if found.act is not None else "", as_json=as_json)


@command.command("declare", epilog=examples("longbien act declare 60303ae22b99 unopened"))
@click.argument("recall_act")
@click.argument("declared", type=click.Choice(DECLARATIONS))
@json_option
@acting
def declare(actor: Officer, *, recall_act: str, declared: str, as_json: bool) -> None:
    """Answer a partner's recall, named by its act: what has become here of the act that it names."""
    node = current_node()
    found = answer_recall(node=node, actor=actor, recalled=find_act(recall_act), declared=declared)
    _tell(found.pk, found.act.digest if found.act is not None else "", as_json=as_json)


def _tell(proposal: int, act: str, *, as_json: bool) -> None:
    words = (
        _("Signed as act %(act)s and on its way.") % {"act": short(act)}
        if act
        else _("Waits for a second officer as proposal %(number)s.") % {"number": proposal}
    )
    answer({"proposal": proposal, "act": act}, words, as_json=as_json, exercise=current_node().exercise)


def _proposals_words(found: tuple[ProposalView, ...]) -> str:
    if not found:
        return _("Nothing waits for a second officer.")
    rows = [
        (
            str(one.proposal),
            kind_words(one.kind),
            one.recipient,
            short(one.thread),
            ", ".join(approval.role_id for approval in one.approvals),
            f"{len(one.approvals)} / {one.needed}",
            coded("proposal", one.state),
            _("you may approve") if one.may_approve else "",
        )
        for one in found
    ]
    head = (_("No."), _("What"), _("To"), _("Request"), _("Approved by"), _("Officers"), _("State"), "")
    return table(head, rows)


def _proposal_words(found: tuple[ProposalView, ...]) -> str:
    parts = []
    for one in found:
        pairs = (
            (_("Proposal"), str(one.proposal)),
            (_("What"), f"{kind_words(one.kind)} [{one.kind}]"),
            (_("To"), one.recipient),
            (_("Request"), one.thread),
            (_("State"), " ".join((coded("proposal", one.state), one.reason)).strip()),
            (_("Approved by"), _approvals(one)),
            (_("Will be signed"), _body(one.body)),
        )
        parts.append(facts(pairs))
    return "\n\n".join(parts)


def _approvals(one: ProposalView) -> str:
    given = [f"{approval.role_id}, {moment(approval.at)}" for approval in one.approvals]
    return "\n".join((*given, _("%(needed)s officers are needed.") % {"needed": one.needed}))


def _outbox_words(found: tuple[Carried, ...]) -> str:
    if not found:
        return _("Nothing waits to leave.")
    rows = [
        (
            short(one.act),
            one.partner,
            kind_words(one.kind),
            second(one.queued_at),
            coded("outbox", one.state) + (f" ({one.code})" if one.code else ""),
            str(one.attempts),
            _next(one),
        )
        for one in found
    ]
    head = (_("Act"), _("To"), _("What"), _("Queued (UTC)"), _("State"), _("Tries"), _("Next try (UTC)"))
    return table(head, rows)


def _next(one: Carried) -> str:
    if one.state != "waiting":
        return NOTHING
    words = second(one.not_before) if one.not_before is not None else _("now")
    return " ".join((words, _("(silence stated)") if one.silence else "")).strip()


def _act_words(one: ActView) -> str:
    attempts = [f"{second(item.at)} {item.means}: {sentence_of(item.outcome)}" for item in one.attempts]
    pairs = (
        (_("Act"), f"{kind_words(one.kind)} [{one.kind}]"),
        (_("Digest"), one.digest),
        (_("Id"), one.act_id),
        (_("From"), one.sender),
        (_("To"), one.recipient),
        (_("Request"), one.thread),
        (_("In answer to"), one.refers_to),
        (_("Said"), moment(one.time)),
        (_("Recorded here"), f"{moment(one.recorded_at)}, {_('leaf %(leaf)s') % {'leaf': one.leaf_index}}"),
        (_("Approved by"), ", ".join(one.approved_by)),
        (_("Signed with"), "\n".join(one.sign_keys)),
        (_("State"), coded("outbox", one.state) if one.state else coded("outcome", one.outcome)),
        (_("Code"), sentence_of(one.code) if one.code else ""),
        (_("Look twice"), sentence_of(one.flagged) if one.flagged else ""),
        (_("Attempts (UTC)"), "\n".join(attempts)),
        (_("Receipt"), _receipt_words(one)),
        (_("Declared in answer (not a proof)"), one.declared),
        (_("Content"), _body(one.body)),
    )
    return facts(pairs)


def _receipt_words(one: ActView) -> str:
    if one.receipt is None:
        return _("none is held") if one.direction == "made" and one.state else ""
    words = _("%(party)s: %(outcome)s on %(at)s, leaf %(leaf)s of its log; held here since %(held)s")
    return words % {
        "party": one.receipt.party,
        "outcome": coded("outcome", one.receipt.outcome),
        "at": moment(one.receipt.at),
        "leaf": one.receipt.leaf_index,
        "held": moment(one.receipt.held_at),
    }


def _body(body: object) -> str:
    return plain(json.dumps(described(body), ensure_ascii=False, indent=1), lines=True)
