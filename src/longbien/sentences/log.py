# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `log.*`."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "log.audit_checkpoint_beyond": _(
        "A checkpoint of size %(at)s speaks of entries that the log does not hold."
    ),
    "log.audit_checkpoint_invalid": _(
        "A checkpoint after size %(at)s does not carry the log's valid signatures."
    ),
    "log.audit_checkpoint_order": _("The checkpoint of size %(at)s stands after a larger one."),
    "log.audit_checkpoint_wrong": _("The checkpoint of size %(at)s does not fit the entries."),
    "log.audit_entry_missing": _("The entry %(at)s is missing."),
    "log.audit_head_wrong": _("The kept state of the log (size %(at)s) does not fit the entries."),
    "log.audit_leaf_malformed": _("The entry %(at)s is not a leaf of this protocol."),
    "log.audit_leaf_without_row": _("What the entry %(at)s speaks of is not in the database."),
    "log.audit_proof_wrong": _("No valid proof can be made for the entry %(at)s."),
    "log.audit_row_without_leaf": _("The row %(at)s has no leaf that says the same."),
    "log.audit_tile_missing": _("The tile %(at)s is missing."),
    "log.audit_tile_unexpected": _("There are tiles that no entry accounts for (%(at)s)."),
    "log.audit_tile_wrong": _("The tile %(at)s does not fit the entries."),
    "log.backup_malformed": _("This is not a backup that can be restored (at %(name)s)."),
    "log.bundle_impossible": _("These entries do not fit into one bundle."),
    "log.bundle_malformed": _("The bundle of log entries cannot be read."),
    "log.checkpoint_malformed": _("The log's checkpoint cannot be read."),
    "log.consistency_invalid": _("The proof does not show that the newer log contains the older one."),
    "log.empty_root_wrong": _("The checkpoint of an empty log carries the root of another."),
    "log.file_missing": _("The file %(path)s of the log is missing."),
    "log.frontier_invalid": _("The kept edge of the log does not fit its size."),
    "log.held": _("The log is held after a restore: first every witness must be asked for its last size."),
    "log.inclusion_invalid": _("The proof does not show that the entry is in the log."),
    "log.index_out_of_range": _("The log of %(size)s entries has no entry %(index)s."),
    "log.kept_malformed": _("What came behind the checkpoint are not leaves that a witness keeps."),
    "log.keys_wrong": _(
        "These are not the keys that “%(origin)s” needs: Ed25519 and ML-DSA-44, of the right use."
    ),
    "log.leaf_malformed": _("The log entry is not a leaf of this protocol."),
    "log.name_malformed": _("“%(name)s” cannot be the name of a key."),
    "log.not_open": _("No log is open at this node."),
    "log.note_malformed": _("The signed note cannot be read."),
    "log.nothing_to_append": _("There is nothing to append to the log."),
    "log.open_already": _("A log is open already: close it before another is opened."),
    "log.origin_unknown": _("The log is not known here."),
    "log.origin_used": _("A new log needs a name that was never used; %(origin)s was."),
    "log.origin_wrong": _("The checkpoint is of another log: “%(origin)s”."),
    "log.policy_malformed": _(
        "The policy cannot be read (line %(line)s; 0 means that the quorum is missing)."
    ),
    "log.proof_impossible": _(
        "The stored log does not yield a valid proof for its entry %(index)s: audit it."
    ),
    "log.proof_malformed": _("The log proof cannot be read."),
    "log.quorum_missing": _("Not enough witnesses have cosigned the checkpoint (%(quorum)s)."),
    "log.recovery_incomplete": _(
        "The leaves from %(first)s on are missing: %(size)s leaves of this log were seen. Ask every partner for a recovery file; if none has them, begin a new log."
    ),
    "log.recovery_not_held": _("Leaves are recovered only while the log is held after a restore."),
    "log.recovery_too_long": _("More than %(limit)s leaves are missing; begin a new log."),
    "log.recovery_wrong": _(
        "These leaves do not lead from the restored log to the checkpoint that was seen."
    ),
    "log.request_malformed": _("The request for a cosignature cannot be read."),
    "log.restore_not_empty": _("This node has rows already; a backup is restored into an empty one."),
    "log.shorter_than_witnessed": _(
        "The restored log is shorter than the %(size)s entries that %(party)s has witnessed."
    ),
    "log.signature_invalid": _("The signature of “%(name)s” is not valid."),
    "log.signature_malformed": _("A signature line of the note cannot be read."),
    "log.signature_missing": _("A required signature of “%(name)s” is missing."),
    "log.size_out_of_range": _("The log has no state of size %(size)s."),
    "log.size_stale": _("The witness has cosigned another size of this log since."),
    "log.still_held": _("The log stays held: nothing is signed before every witness has answered."),
    "log.tile_malformed": _("A tile of the log's tree is not whole."),
    "log.tile_missing": _("A tile of the stored log is missing or damaged: audit it."),
    "log.tile_path_malformed": _("“%(path)s” is not the name of a tile or a bundle."),
    "log.vkey_malformed": _("The verifier key cannot be read."),
    "log.witness_answer": _(
        "A witness answered with the status %(status)s, which says nothing about our log."
    ),
}
