# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `sealing.*`."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "sealing.act_malformed": _("What was signed is not a well-formed act: %(reason)s."),
    "sealing.age_base64": _("A part of the age header is not base64 in its one spelling."),
    "sealing.age_chunk": _("The encrypted file was cut or changed: its chunk %(chunk)s cannot be opened."),
    "sealing.age_header": _("The age header cannot be read (line %(line)s)."),
    "sealing.age_key_kind": _("This key is not of the kind %(expected)s."),
    "sealing.age_length": _("No encrypted file has a length of %(length)s bytes: it was cut or enlarged."),
    "sealing.age_mac": _("The age header was changed after it was made."),
    "sealing.age_mixed": _("Recipients of different kinds cannot share one age header."),
    "sealing.age_no_recipient": _("An age header needs at least one recipient."),
    "sealing.age_not_addressed": _("The age header was not made for this key, or the passphrase is wrong."),
    "sealing.age_share": _("The age header holds a key share that no honest sender makes."),
    "sealing.age_stanza": _("A recipient of the kind %(kind)s in the age header is broken."),
    "sealing.age_truncated": _("The encrypted file ends too early."),
    "sealing.age_version": _("This is not an age file of version 1."),
    "sealing.age_work_factor": _("The passphrase's work factor is %(found)s; at most %(limit)s is allowed."),
    "sealing.bech32": _("The text is not a key in the Bech32 form."),
    "sealing.envelope_malformed": _("The signed envelope is not well-formed."),
    "sealing.frame_length": _(
        "The frame says that it holds %(stated)s sealed bytes, but it holds %(found)s."
    ),
    "sealing.frame_malformed": _("The frame is not well-formed: %(reason)s."),
    "sealing.header_mismatch": _("The signed act and its frame differ in the field %(field)s."),
    "sealing.key_length": _("The key has %(found)s bytes instead of %(expected)s."),
    "sealing.key_malformed": _("The data are not a key of the algorithm %(algorithm)s."),
    "sealing.key_not_held": _("The keyring holds no %(algorithm)s key for the use “%(use)s”."),
    "sealing.key_use": _("A key of the algorithm %(algorithm)s for the use “%(use)s” cannot be used here."),
    "sealing.keyring_malformed": _("The keyring opens, but it is not well-formed: %(reason)s."),
    "sealing.not_opened": _(
        "What was sealed to the key %(key)s cannot be opened: it was changed, or sealed to another."
    ),
    "sealing.not_sealed": _("Nothing can be sealed to the key %(key)s: it is not a sound key."),
    "sealing.passphrase_empty": _("A keyring needs a passphrase."),
    "sealing.passphrase_wrong": _("The passphrase does not open the keyring."),
    "sealing.signature_invalid": _("The %(algorithm)s signature does not hold (key %(key)s)."),
    "sealing.signature_missing": _(
        "A signature is missing: %(expected)s are required, %(found)s were found in their place."
    ),
    "sealing.statement_not_sent": _("A statement (%(kind)s) is kept and shown, but never sent as an act."),
    "sealing.suite_unknown": _("The suite %(suite)s is not known to this version."),
    "sealing.too_large": _("The signed document is larger than the limit of %(limit)s bytes."),
    "sealing.wrong_seal_key": _("The act names another key to be sealed to than %(key)s."),
}
