# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `evidence.*`."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "evidence.acquired_later": _(
        "Evidence cannot be sealed before it was acquired: check the time of acquisition."
    ),
    "evidence.announced_before": _("The object %(object)s was announced before."),
    "evidence.bundle_full": _("A bundle holds at most %(limit)s numbered files of one kind."),
    "evidence.bundle_twice": _("The bundle would hold the file %(path)s twice."),
    "evidence.chunk_damaged": _(
        "A piece of the part %(part)s cannot be opened; segment %(first)s or %(last)s was changed, or the key is another file's."
    ),
    "evidence.conditions_differ": _(
        "The acceptance of the object %(object)s does not name the conditions that were announced."
    ),
    "evidence.custody_foreign": _(
        "A custody record that came with the object %(object)s speaks of another object or party."
    ),
    "evidence.custody_gap": _("Step %(number)s of the custody record is missing or doubled."),
    "evidence.custody_link": _("Step %(number)s of the custody record is not linked to the step before it."),
    "evidence.custody_time": _("Step %(number)s of the custody record is earlier than the step before it."),
    "evidence.folder_changed": _(
        "The file “%(path)s” changed while the folder was being sealed; nothing was kept."
    ),
    "evidence.folder_link": _(
        "“%(path)s” is a link. Links are not sealed: copy what it leads to, or seal the folder as an archive."
    ),
    "evidence.folder_name": _(
        "The name “%(path)s” is not plain text or leads out of the folder. Seal the folder as an archive instead."
    ),
    "evidence.folder_sparse": _(
        "The file “%(path)s” has holes. Copy it without holes, or seal the folder as an archive."
    ),
    "evidence.folder_special": _("“%(path)s” is neither a file nor a folder and cannot be sealed."),
    "evidence.folder_too_many": _(
        "The folder has more than %(limit)s entries. Seal it as an archive or an image."
    ),
    "evidence.folder_unreadable": _("“%(path)s” cannot be read; nothing was kept."),
    "evidence.folder_vanished": _("“%(path)s” vanished while the folder was being sealed; nothing was kept."),
    "evidence.header_kind": _("The header names recipients of a kind that may not open evidence."),
    "evidence.header_released": _("The key was released by the act %(act)s."),
    "evidence.inner_differs": _("The encrypted part of the manifest is not the one that was signed."),
    "evidence.inner_lists": _("The lists in the encrypted part of the manifest do not fit the evidence."),
    "evidence.leaf_hashes": _("The stored segment hashes are not a list of hashes."),
    "evidence.leaf_hashes_differ": _(
        "The stored segment hashes of the part %(part)s do not lead to the root in the signed manifest."
    ),
    "evidence.list_differs": _("The list in the part %(part)s is not the one that the manifest names."),
    "evidence.manifest_foreign": _(
        "The manifest does not belong to the object %(object)s, to its sender or to this exercise."
    ),
    "evidence.not_accepted": _(
        "The key of the object %(object)s is released only in answer to an acceptance of its conditions."
    ),
    "evidence.not_announced": _("No object %(object)s was announced here."),
    "evidence.not_asked": _("The partner does not say which segments it lacks (status %(status)s)."),
    "evidence.not_released": _(
        "The key of the object %(object)s has not been released: nobody here can open it."
    ),
    "evidence.not_requested": _(
        "Evidence is announced in the thread of a request that this node received (%(request)s)."
    ),
    "evidence.object_unknown": _("This node holds no object %(object)s."),
    "evidence.part_geometry": _(
        "The length, count of segments and root of the part %(part)s do not fit together."
    ),
    "evidence.part_unknown": _("The evidence has no part named %(part)s."),
    "evidence.parts": _("The parts of the manifest are doubled, out of order or lack the content."),
    "evidence.payload_length": _(
        "The payload of the part %(part)s is shorter or longer than the manifest says."
    ),
    "evidence.plaintext_differs": _(
        "The evidence is not what was sealed, from MiB %(mebibyte)s on (counted from 0)."
    ),
    "evidence.proof_foreign": _("A proof that came with the object %(object)s speaks of something else."),
    "evidence.ranges": _("The list of segments is not in order or goes beyond the part."),
    "evidence.resume_needs_leaves": _("To go on with an interrupted opening, the segment hashes are needed."),
    "evidence.root_differs": _("The payload of the part %(part)s is not the one in the signed manifest."),
    "evidence.segment_damaged": _(
        "Segment %(segment)s of the part %(part)s is not the one in the signed manifest."
    ),
    "evidence.segment_length": _("Segment %(segment)s of the part %(part)s has the wrong length."),
    "evidence.segment_not_taken": _("The partner did not take segment %(segment)s (status %(status)s)."),
    "evidence.segment_unknown": _("The part has no segment %(segment)s."),
    "evidence.segments_missing": _("Segments of the object %(object)s are still missing."),
    "evidence.several": _("Several objects begin with %(object)s: give more of the id."),
    "evidence.sign_keys": _("The manifest was signed with other keys than it names."),
    "evidence.sink_failed": _("The result could not be written: %(reason)s."),
    "evidence.source_changed": _("The source changed while it was being sealed; nothing was kept."),
    "evidence.source_kind": _("“%(path)s” is neither a file nor a disk and cannot be sealed."),
    "evidence.source_missing": _("“%(path)s” is not there or cannot be opened."),
    "evidence.source_size": _(
        "The source has %(found)s bytes instead of the %(expected)s that it had before; nothing was kept."
    ),
    "evidence.source_unreadable": _("The source could not be read beyond byte %(offset)s."),
    "evidence.sweep_young": _(
        "Only what nobody has written to for at least %(hours)s hour can be swept: sealing may still go on."
    ),
    "evidence.unknown": _("No evidence here has an id that begins with %(object)s."),
}
