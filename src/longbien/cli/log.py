# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien log`: audit the node's log, export it as files, show its newest checkpoint."""

from dataclasses import dataclass
from pathlib import Path

import click
from django.utils.translation import gettext as _

from longbien.actions.access import require
from longbien.actions.exchange.hourly import exchange_now
from longbien.actions.log.audit import LogAudit, audit_logs
from longbien.actions.log.export import export_log
from longbien.actions.log.prove import checkpoint
from longbien.actions.node import current_node
from longbien.actions.parties.directory import own_entries
from longbien.actions.people.sign_in import Officer
from longbien.bridge.http import open_door
from longbien.cli.acting import acting
from longbien.cli.answers import answer, json_option
from longbien.cli.inputs import examples
from longbien.cli.tables import facts, table
from longbien.cli.words import sentence_of
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.ids import parse_party_id
from longbien.core.log.checkpoint import LogKeys
from longbien.core.parties.chain import read_entry

_VERB = "log.read"


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


def _checkpoint_words(found: CheckpointView) -> str:
    pairs = (
        (_("Log"), found.origin),
        (_("Leaves"), str(found.size)),
        (_("Root"), found.root),
        (_("Signed by"), "\n".join(found.signed_by)),
    )
    return f"{facts(pairs)}\n\n{found.note}".rstrip()
