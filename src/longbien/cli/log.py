# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien log`: audit the node's log, export it as files, check such files, show checkpoint and doubts."""

from dataclasses import dataclass
from pathlib import Path

import click
from django.utils.translation import gettext as _

from longbien.actions.access import require
from longbien.actions.exchange.hourly import exchange_now
from longbien.actions.log.audit import LogAudit, audit_logs
from longbien.actions.log.export import export_log
from longbien.actions.log.overview import Doubt, doubts, trust_policy
from longbien.actions.log.prove import checkpoint
from longbien.actions.node import current_node
from longbien.actions.parties.directory import own_entries
from longbien.actions.people.sign_in import Officer
from longbien.bridge.http import open_door
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.inputs import examples, read_file
from longbien.cli.outputs import new_file
from longbien.cli.tables import facts, table
from longbien.cli.words import NOTHING, moment, sentence_of, short
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.ids import parse_party_id
from longbien.core.log.checkpoint import LogKeys
from longbien.core.log.files import CheckedFiles, check_files
from longbien.core.log.policy import MAX_POLICY, parse_policy
from longbien.core.parties.chain import read_entry

_VERB = "log.read"
_LARGEST_FILE = 2 * 1024 * 1024
"""A bundle of 256 entries of 4 KiB, with room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckpointView:
    """The newest checkpoint: what it commits to, and who signed it."""

    origin: str
    size: int
    root: str
    signed_by: tuple[str, ...]
    note: str


@click.group("log")
def command() -> None:
    """Audit the node's log, export it, show what it commits to."""


@command.command("audit", epilog=examples("longbien log audit", "longbien log audit --json"))
@json_option
@acting
def audit(actor: Officer, *, as_json: bool) -> None:
    """Compute every leaf, tile and checkpoint again, and look for every row's leaf and every leaf's row.

    Ends with a status other than 0 if anything is wrong.
    """
    require(actor, _VERB)
    found = audit_logs(_every_log_key())
    answer(found, lambda: "\n\n".join(_audit_words(one) for one in found), as_json=as_json)
    wrong = sum(one.tree.found + len(one.findings) for one in found)
    if wrong:
        raise RefusedError("cli.audit_unsound", count=wrong)


@command.command(
    "export", epilog=examples("longbien log export tiles/", "longbien log export tiles/ --since 1024")
)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--since", type=click.IntRange(min=0), default=0, help="Leave out what a log of this size had.")
@acting
def export(actor: Officer, *, folder: Path, since: int) -> None:
    """Write the log into FOLDER as tiles, bundles and checkpoint, which any tool for tiled logs reads.

    A log is private: who has the files sees every commitment and its time.
    """
    require(actor, _VERB)

    def write(path: str, data: bytes) -> None:
        file = folder / path
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        except OSError as error:
            raise UsageError("cli.file_unwritable", file=path) from error

    size = export_log(write, since=since)
    answer(size, _("%(size)s leaves are in %(folder)s.") % {"size": size, "folder": folder})


@command.command("checkpoint", epilog=examples("longbien log checkpoint", "longbien log checkpoint --json"))
@json_option
@acting
def show_checkpoint(actor: Officer, *, as_json: bool) -> None:
    """Show the newest checkpoint with its signatures and the cosignatures that are held for it."""
    require(actor, _VERB)
    signed = checkpoint()
    found = CheckpointView(
        origin=signed.checkpoint.origin,
        size=signed.checkpoint.size,
        root=signed.checkpoint.root.hex(),
        signed_by=tuple(dict.fromkeys(line.name for line in signed.note.signatures)),
        note=signed.data.decode("utf-8"),
    )
    answer(found, lambda: _checkpoint_words(found), as_json=as_json)


@command.command("exchange", epilog=examples("longbien log exchange AT"))
@click.argument("party")
@acting
def exchange(actor: Officer, *, party: str) -> None:
    """Let PARTY witness this log as it is now: the hourly exchange of checkpoints, brought forward. At most once an hour."""
    partner = parse_party_id(party.upper())
    told = exchange_now(node=current_node(), actor=actor, partner=partner, open_door=open_door)
    words = _("%(party)s has witnessed the log.") if told else _("%(party)s has seen every act already.")
    answer(told, words % {"party": partner})


@command.command("policy", epilog=examples("longbien log policy witnesses.txt"))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@acting
def write_policy(actor: Officer, *, file: Path) -> None:
    """Write the trust policy for our log to FILE: its keys and those of every partner that witnesses it.

    Hand it to whoever shall check exported files; that person must compare the keys with what the States themselves say.
    """
    data = trust_policy(actor=actor)
    with new_file(file) as sink:
        sink.write(data)
    answer(None, _("%(file)s names the keys of our log and of its witnesses.") % {"file": file})


@command.command("check", epilog=examples("longbien log check tiles/ --policy witnesses.txt"))
@click.argument("folder", type=click.Path(file_okay=False, exists=True, path_type=Path))
@click.option(
    "--policy",
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    required=True,
    help="Whom to trust.",
)
@json_option
def check(*, folder: Path, policy: Path, as_json: bool) -> None:
    """Check a log that was exported into FOLDER, whoever's it is: leaves, tiles, checkpoint, and who witnessed it."""
    paths = [file.relative_to(folder).as_posix() for file in sorted(folder.rglob("*")) if file.is_file()]
    trusted = parse_policy(read_file(policy, MAX_POLICY))
    found = check_files(paths, lambda path: read_file(folder / path, _LARGEST_FILE), trusted)
    answer(found.audit, lambda: _check_words(found), as_json=as_json)
    if not found.audit.is_sound:
        raise RefusedError("cli.audit_unsound", count=found.audit.found)


@command.command("doubts", epilog=examples("longbien log doubts", "longbien log doubts --party AT --open"))
@click.option("--party", default="", help="Only those about this party.")
@click.option("--open", "open_only", is_flag=True, help="Only those that are not settled.")
@json_option
@acting
def show_doubts(actor: Officer, *, party: str, open_only: bool, as_json: bool) -> None:
    """List partners' checkpoints that were refused and kept: proven forks, and what was not proven consistent."""
    found = doubts(actor=actor, party=party.upper(), open_only=open_only)
    answer(found, lambda: _doubts_words(found), as_json=as_json)


def _every_log_key() -> list[LogKeys]:
    """Give the keys of every log that this node has kept, as its own entries name them, each once."""
    found = {keys.origin: keys for keys in (read_entry(one).entry.log_keys() for one in own_entries())}
    return list(found.values())


def _audit_words(one: LogAudit) -> str:
    pairs = (
        (_("Log"), one.origin),
        (_("State"), _("open") if one.is_open else _("closed")),
        (_("Leaves"), str(one.tree.size)),
        (_("Root"), one.tree.root.hex()),
        (_("Checkpoints checked"), str(one.tree.checkpoints)),
        (_("Tiles checked"), str(one.tree.tiles)),
        (_("Rows and leaves compared"), str(one.rows)),
        *(((_("Rows lost before a restore"), str(one.lost)),) if one.lost else ()),
        (_("Result"), _("sound") if one.is_sound else _("NOT SOUND")),
    )
    lines = [facts(pairs)]
    findings = (*one.tree.findings, *one.findings)
    if findings:
        rows = [(item.code, sentence_of(item.code, at=item.at)) for item in findings]
        lines.append(table((_("Code"), _("What is wrong")), rows))
    return "\n".join(lines)


def _check_words(found: CheckedFiles) -> str:
    checkpoint = found.witnessed.signed.checkpoint
    witnesses = [f"{name}, {moment(at)}" for name, at in found.witnessed.cosigned.items()]
    pairs = (
        (_("Log"), checkpoint.origin),
        (_("Leaves"), str(found.audit.size)),
        (_("Root"), checkpoint.root.hex()),
        (_("Witnessed by"), "\n".join(witnesses) or _("nobody")),
        (_("Result"), _("sound") if found.audit.is_sound else _("NOT SOUND")),
    )
    rows = [(item.code, sentence_of(item.code, at=item.at)) for item in found.audit.findings]
    return facts(pairs) + ("\n" + table((_("Code"), _("What is wrong")), rows) if rows else "")


def _doubts_words(found: tuple[Doubt, ...]) -> str:
    if not found:
        return _("No doubt about a partner's log.")
    rows = [
        (
            one.party,
            one.origin,
            str(one.size),
            _("two histories: proven") if one.suspicion == "fork" else _("not proven consistent"),
            moment(one.found_at),
            moment(one.settled_at) if one.settled_at else NOTHING,
            short(one.digest),
        )
        for one in found
    ]
    head = (_("Party"), _("Log"), _("Size"), _("What"), _("Found"), _("Settled"), _("Checkpoint"))
    return table(head, rows)


def _checkpoint_words(found: CheckpointView) -> str:
    pairs = (
        (_("Log"), found.origin),
        (_("Leaves"), str(found.size)),
        (_("Root"), found.root),
        (_("Signed by"), "\n".join(found.signed_by)),
    )
    return f"{facts(pairs)}\n\n{found.note}".rstrip()
