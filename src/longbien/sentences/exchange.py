# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `exchange.*`."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "exchange.act_id_reused": _("The act %(act)s came before with other bytes: refused."),
    "exchange.act_not_found": _("This node holds no act with the digest %(act)s."),
    "exchange.act_several": _("Several acts begin with %(act)s: give more of the digest."),
    "exchange.act_unknown": _("No act here has a digest or id that begins with %(act)s."),
    "exchange.answer_malformed": _("The partner's answer cannot be read."),
    "exchange.answered": _("The partner answered."),
    "exchange.busy": _("The node is busy; try again later."),
    "exchange.checkpoint_hour": _(
        "Checkpoints go by themselves at most once an hour: to %(party)s again from %(at)s."
    ),
    "exchange.clock_future": _("The time of the act %(act)s lies too far in the future."),
    "exchange.clock_past": _("The act %(act)s is too old to be taken."),
    "exchange.courier_damaged": _("The courier file was changed or damaged since it was written."),
    "exchange.courier_malformed": _("This is not a courier file, or its form is broken."),
    "exchange.courier_written": _("A courier file was written."),
    "exchange.delivery_malformed": _("The form of the delivery is broken."),
    "exchange.exercise_act": _(
        "The act %(act)s belongs to an exercise; this node is not part of an exercise."
    ),
    "exchange.interrupted": _("The delivery was interrupted."),
    "exchange.lane_taken": _(
        "Another worker is delivering to this partner, or it is too early to try again."
    ),
    "exchange.not_answered": _("The partner's answer does not mention the act."),
    "exchange.not_cosigned": _("The partner did not cosign our checkpoint."),
    "exchange.not_ours": _("The act %(act)s was not sent by this node."),
    "exchange.nothing_held": _("Nothing of %(party)s is held here that could be given back."),
    "exchange.nothing_waits": _("Nothing waits for %(party)s."),
    "exchange.proof_chained": _(
        "Directory entry no. %(number)s follows from the one before it, which two officers confirmed out of band."
    ),
    "exchange.proof_confirmed": _(
        "Two officers compared the fingerprint of the directory entry out of band: %(officers)s."
    ),
    "exchange.proof_keys": _(
        "Both keys stand in directory entry no. %(number)s and were valid when the act was signed."
    ),
    "exchange.proof_keys_unknown": _("The keys that signed are not in the directory."),
    "exchange.proof_own": _("This is our own act, signed with our own keys."),
    "exchange.proof_recorded": _("Recorded here as leaf %(leaf)s of our log."),
    "exchange.proof_signatures": _("Both signatures hold (Ed25519 and ML-DSA-65): checked again just now."),
    "exchange.proof_unconfirmed": _(
        "Nobody has confirmed the fingerprint of the directory entry out of band (%(needed)s officers are needed)."
    ),
    "exchange.proposal_closed": _("The proposal is closed (%(state)s)."),
    "exchange.proposal_unknown": _("There is no proposal with the number %(proposal)s."),
    "exchange.quota": _("%(sender)s has sent as much as may be taken for now; try again later."),
    "exchange.real_act_on_exercise_node": _("The act %(act)s is a real one; this node is an exercise."),
    "exchange.recall_malformed": _("The recall cannot be read."),
    "exchange.recall_unknown": _("This answers no recall that is known here (%(act)s)."),
    "exchange.recalled_unknown": _("The act %(act)s, which is recalled, is not known here."),
    "exchange.receipt_invalid": _("The partner's receipt does not prove that it has the act."),
    "exchange.received": _("The act was received."),
    "exchange.received_before": _("The act had been received before."),
    "exchange.recovery_damaged": _("The recovery file is damaged or cut short; nothing of it was used."),
    "exchange.recovery_malformed": _("This is not a recovery file that this node can read (%(reason)s)."),
    "exchange.segment_malformed": _("The segment's body is broken."),
    "exchange.too_large": _("What arrived is larger than the limit of %(limit)s bytes."),
    "exchange.too_slow": _("The transfer took too long."),
    "exchange.truncated": _("What arrived is cut short."),
    "exchange.unknown_sender": _("%(sender)s has not been introduced to this node."),
    "exchange.wrong_recipient": _("This is addressed to %(recipient)s, not to this node."),
}
