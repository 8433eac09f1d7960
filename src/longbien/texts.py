# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""One sentence per error and message code: the only place where the software speaks.

The core gives codes; a door asks here for the sentence in its reader's language. Sentences are marked for
extraction with `_`; values are named (`%(field)s`).
"""

import gettext
from functools import cache
from importlib import resources
from typing import Final


def _(sentence: str) -> str:
    """Mark a sentence for the catalogues."""
    return sentence


SENTENCES: Final[dict[str, str]] = {
    "base.data_mistake": _("%(place)s: mistake in the data at “%(field)s” (%(mistake)s)."),
    "base.data_path": _("The data have no file named %(path)s."),
    "base.field_missing": _("The field %(field)s is missing (in %(where)s)."),
    "base.field_type": _("The field %(field)s must be of the type %(expected)s (in %(where)s)."),
    "base.field_unknown": _("The field %(field)s is not known (in %(where)s)."),
    "base.field_value": _("The field %(field)s has a value that is not allowed (in %(where)s)."),
    "base.id": _("“%(value)s” cannot be the identifier of a %(kind)s."),
    "base.key_twice": _("The name %(field)s occurs twice in one object."),
    "base.list_unknown": _("There is no coded list named %(list)s."),
    "base.moment": _("“%(value)s” is not a moment in UTC such as 2026-01-31T23:59:00Z."),
    "base.not_canonical": _("The data are not in the canonical form that signatures need."),
    "base.not_json": _("The data are not readable JSON."),
    "base.not_utf8": _("The data are not text in UTF-8 (from byte %(position)s)."),
    "base.number_range": _("A number is too large or is not a number."),
    "base.too_deep": _("The data are nested too deeply."),
    "base.too_large": _("The data are larger than the limit of %(limit)s bytes."),
    "base.yaml_ambiguous": _(
        "%(source)s, line %(line)s: put “%(value)s” in quotes; readers disagree on its meaning."
    ),
    "base.yaml_anchor": _("%(source)s, line %(line)s: anchors and aliases are not used here."),
    "base.yaml_broken": _("%(source)s, line %(line)s: this is not readable YAML."),
    "base.yaml_key": _("%(source)s, line %(line)s: a name must be a text."),
    "base.yaml_tag": _("%(source)s, line %(line)s: tags are not used here."),
    "bridge.certificate_malformed": _("The server's certificate cannot be read."),
    "bridge.object_missing": _("The part %(part)s of the object %(object)s is not held here."),
    "bridge.object_name": _("“%(name)s” cannot be the name of a stored part."),
    "bridge.plain_http": _("Unencrypted HTTP goes to this machine only, not to %(host)s."),
    "bridge.reply_malformed": _("The reply of %(host)s cannot be used."),
    "bridge.secret_missing": _("The secret file %(file)s is missing or cannot be read."),
    "bridge.secret_open": _(
        "The secret file %(file)s can be read by others: make it readable by the node's account only."
    ),
    "bridge.timed_out": _("%(host)s did not reply in time."),
    "bridge.tls_key_wrong": _(
        "The server at %(host)s does not hold the key that the directory names: nothing was sent."
    ),
    "bridge.unreachable": _("%(host)s cannot be reached."),
    "cli.not_started": _("A process of the node could not be started: %(reason)s."),
    "config.home_missing": _("Set LONGBIEN_HOME to the folder of the node."),
    "config.missing": _("The setting %(name)s is missing: put it into longbien.toml."),
    "config.secret_unwritable": _("The secret key cannot be written to %(file)s."),
    "config.unknown": _("There is no setting %(name)s (in %(file)s)."),
    "config.unreadable": _("The settings in %(file)s cannot be read."),
    "config.value": _("The setting %(name)s has a value that is not allowed."),
    "cooperation.field_attachment": _(
        "An attachment needs a file name, a media type and the SHA-256 of its bytes."
    ),
    "cooperation.field_character": _("The text holds a hidden character (%(character)s): remove it."),
    "cooperation.field_code": _("“%(value)s” is not in the list."),
    "cooperation.field_contact": _(
        "A contact needs an organisation and a telephone number, fax number or e-mail address."
    ),
    "cooperation.field_date": _("“%(value)s” is not a date such as 2026-01-31."),
    "cooperation.field_language": _("“%(value)s” is not a language tag such as en, vi or zh-Hans."),
    "cooperation.field_moment": _("“%(value)s” is not a time such as 2026-01-31 23:59:00+07:00."),
    "cooperation.field_offset": _(
        "“%(value)s” is not a UTC offset such as +07:00, or differs from the one given with the time."
    ),
    "cooperation.field_offset_missing": _(
        "The time %(value)s has no UTC offset: add it, such as +07:00 or Z."
    ),
    "cooperation.field_part": _("There is no part named “%(part)s” here."),
    "cooperation.field_period": _("A period needs a beginning and an end, in this order."),
    "cooperation.field_range": _("The number must lie between %(minimum)s and %(maximum)s."),
    "cooperation.field_refused": _(
        "The field %(field)s of the request cannot be read (%(reason)s, item %(item)s)."
    ),
    "cooperation.field_spelling": _(
        "The field %(field)s of the request is not written in the one form that acts use."
    ),
    "cooperation.field_time_zone": _("“%(value)s” is not the name of a time zone such as Asia/Ho_Chi_Minh."),
    "cooperation.field_too_long": _("The text is longer than %(limit)s characters."),
    "cooperation.field_too_many": _("More than %(limit)s items."),
    "cooperation.field_type": _("Something of the type %(expected)s is expected here."),
    "cooperation.field_unknown": _("This form has no such field."),
    "cooperation.form_act": _("The form %(form)s does not belong to an act of the kind %(kind)s."),
    "cooperation.form_unknown": _("This node does not know requests of the kind %(form)s."),
    "cooperation.form_version": _("The form %(form)s is known here in version %(known)s, not %(version)s."),
    "cooperation.four_eyes": _("This act needs %(needed)s different officers; %(given)s approved it."),
    "cooperation.identifier_domain": _("“%(value)s” is not a domain name."),
    "cooperation.identifier_email": _("“%(value)s” is not an e-mail address."),
    "cooperation.identifier_hash": _(
        "“%(value)s” is not a SHA-256, SHA-1 or MD5 value in hexadecimal digits."
    ),
    "cooperation.identifier_imei": _(
        "“%(value)s” is not the number of a mobile device (IMEI): its check digit or length is wrong."
    ),
    "cooperation.identifier_imsi": _("“%(value)s” is not the number of a SIM card (IMSI)."),
    "cooperation.identifier_ipv4": _("“%(value)s” is not an IP address of version 4."),
    "cooperation.identifier_ipv6": _("“%(value)s” is not an IP address of version 6."),
    "cooperation.identifier_length": _("An identifier has between 1 and %(limit)s characters."),
    "cooperation.identifier_mac": _("“%(value)s” is not a hardware address."),
    "cooperation.identifier_msisdn": _(
        "“%(value)s” is not a telephone number in international form (+ and country code)."
    ),
    "cooperation.identifier_url": _(
        "“%(value)s” is not the address of a page: it starts with a scheme such as https://."
    ),
    "cooperation.identifier_wallet": _("“%(value)s” is not an address of that virtual asset."),
    "cooperation.kind_unknown": _("Acts of the kind %(kind)s are not understood by this version."),
    "cooperation.preservation_lapsed": _(
        "The preservation has lapsed: %(kind)s comes too late and nothing can be dated back."
    ),
    "cooperation.transition": _("%(kind)s does not fit: %(track)s is “%(state)s”."),
    "cooperation.transition_party": _(
        "%(kind)s is not for the %(party)s State to say, or not with this content."
    ),
    "evidence.chunk_damaged": _(
        "A piece of the part %(part)s cannot be opened; segment %(first)s or %(last)s was changed, or the key is another file's."
    ),
    "evidence.custody_gap": _("Step %(number)s of the custody record is missing or doubled."),
    "evidence.custody_link": _("Step %(number)s of the custody record is not linked to the step before it."),
    "evidence.custody_time": _("Step %(number)s of the custody record is earlier than the step before it."),
    "evidence.header_kind": _("The header names recipients of a kind that may not open evidence."),
    "evidence.inner_differs": _("The encrypted part of the manifest is not the one that was signed."),
    "evidence.inner_lists": _("The lists in the encrypted part of the manifest do not fit the evidence."),
    "evidence.leaf_hashes": _("The stored segment hashes are not a list of hashes."),
    "evidence.leaf_hashes_differ": _(
        "The stored segment hashes of the part %(part)s do not lead to the root in the signed manifest."
    ),
    "evidence.list_differs": _("The list in the part %(part)s is not the one that the manifest names."),
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
    "evidence.ranges": _("The list of segments is not in order or goes beyond the part."),
    "evidence.resume_needs_leaves": _("To go on with an interrupted opening, the segment hashes are needed."),
    "evidence.root_differs": _("The payload of the part %(part)s is not the one in the signed manifest."),
    "evidence.segment_damaged": _(
        "Segment %(segment)s of the part %(part)s is not the one in the signed manifest."
    ),
    "evidence.segment_length": _("Segment %(segment)s of the part %(part)s has the wrong length."),
    "evidence.segment_unknown": _("The part has no segment %(segment)s."),
    "evidence.sign_keys": _("The manifest was signed with other keys than it names."),
    "evidence.sink_failed": _("The result could not be written: %(reason)s."),
    "evidence.source_changed": _("The source changed while it was being sealed; nothing was kept."),
    "evidence.source_size": _(
        "The source has %(found)s bytes instead of the %(expected)s that it had before; nothing was kept."
    ),
    "evidence.source_unreadable": _("The source could not be read beyond byte %(offset)s."),
    "exchange.act_id_reused": _("The act %(act)s came before with other bytes: refused."),
    "exchange.answer_malformed": _("The partner's answer cannot be read."),
    "exchange.answered": _("The partner answered."),
    "exchange.busy": _("The node is busy; try again later."),
    "exchange.clock_future": _("The time of the act %(act)s lies too far in the future."),
    "exchange.clock_past": _("The act %(act)s is too old to be taken."),
    "exchange.courier_damaged": _("The courier file was changed or damaged since it was written."),
    "exchange.courier_malformed": _("This is not a courier file, or its form is broken."),
    "exchange.delivery_malformed": _("The form of the delivery is broken."),
    "exchange.exercise_act": _(
        "The act %(act)s belongs to an exercise; this node is not part of an exercise."
    ),
    "exchange.interrupted": _("The delivery was interrupted."),
    "exchange.lane_taken": _(
        "Another worker is delivering to this partner, or it is too early to try again."
    ),
    "exchange.not_answered": _("The partner's answer does not mention the act."),
    "exchange.proposal_closed": _("The proposal is closed (%(state)s)."),
    "exchange.quota": _("%(sender)s has sent as much as may be taken for now; try again later."),
    "exchange.real_act_on_exercise_node": _("The act %(act)s is a real one; this node is an exercise."),
    "exchange.receipt_invalid": _("The partner's receipt does not prove that it has the act."),
    "exchange.received": _("The act was received."),
    "exchange.received_before": _("The act had been received before."),
    "exchange.too_large": _("What arrived is larger than the limit of %(limit)s bytes."),
    "exchange.too_slow": _("The transfer took too long."),
    "exchange.truncated": _("What arrived is cut short."),
    "exchange.unknown_sender": _("%(sender)s has not been introduced to this node."),
    "exchange.wrong_recipient": _("This is addressed to %(recipient)s, not to this node."),
    "http.bad_request": _("This address cannot be understood."),
    "http.forbidden": _("Your roles do not open this page."),
    "http.form_expired": _("The form was too old or came from another site. Open the page again."),
    "http.not_found": _("There is no such page, or it is not yours to see."),
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
    "log.audit_proof_wrong": _("No valid proof can be made for the entry %(at)s."),
    "log.audit_row_without_leaf": _("The row %(at)s has no leaf that says the same."),
    "log.audit_tile_missing": _("The tile %(at)s is missing."),
    "log.audit_tile_unexpected": _("There are tiles that no entry accounts for (%(at)s)."),
    "log.audit_tile_wrong": _("The tile %(at)s does not fit the entries."),
    "log.bundle_impossible": _("These entries do not fit into one bundle."),
    "log.bundle_malformed": _("The bundle of log entries cannot be read."),
    "log.checkpoint_malformed": _("The log's checkpoint cannot be read."),
    "log.consistency_invalid": _("The proof does not show that the newer log contains the older one."),
    "log.empty_root_wrong": _("The checkpoint of an empty log carries the root of another."),
    "log.frontier_invalid": _("The kept edge of the log does not fit its size."),
    "log.held": _("The log is held after a restore: first every witness must be asked for its last size."),
    "log.inclusion_invalid": _("The proof does not show that the entry is in the log."),
    "log.index_out_of_range": _("The log of %(size)s entries has no entry %(index)s."),
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
    "log.origin_wrong": _("The checkpoint is of another log: “%(origin)s”."),
    "log.policy_malformed": _(
        "The policy cannot be read (line %(line)s; 0 means that the quorum is missing)."
    ),
    "log.proof_impossible": _(
        "The stored log does not yield a valid proof for its entry %(index)s: audit it."
    ),
    "log.proof_malformed": _("The log proof cannot be read."),
    "log.quorum_missing": _("Not enough witnesses have cosigned the checkpoint (%(quorum)s)."),
    "log.request_malformed": _("The request for a cosignature cannot be read."),
    "log.shorter_than_witnessed": _(
        "The restored log is shorter than the %(size)s entries that %(party)s has witnessed."
    ),
    "log.signature_invalid": _("The signature of “%(name)s” is not valid."),
    "log.signature_malformed": _("A signature line of the note cannot be read."),
    "log.signature_missing": _("A required signature of “%(name)s” is missing."),
    "log.size_out_of_range": _("The log has no state of size %(size)s."),
    "log.size_stale": _("The witness has cosigned another size of this log since."),
    "log.tile_malformed": _("A tile of the log's tree is not whole."),
    "log.tile_missing": _("A tile of the stored log is missing or damaged: audit it."),
    "log.tile_path_malformed": _("“%(path)s” is not the name of a tile or a bundle."),
    "log.vkey_malformed": _("The verifier key cannot be read."),
    "parties.entry_changed": _("The new directory entry unsays what an earlier one said (%(key)s)."),
    "parties.entry_gap": _(
        "This is not the next directory entry of %(party)s: number %(expected)s is expected, linked to the one before."
    ),
    "parties.entry_malformed": _("The directory entry cannot be read."),
    "parties.exercise_entry": _(
        "The entry of %(party)s belongs to an exercise; this node is not part of an exercise."
    ),
    "parties.fingerprint_differs": _(
        "The fingerprint that was typed is not that of the entry of %(party)s: do not trust it, and ask again by another line."
    ),
    "parties.key_expired": _("The key %(key)s was no longer valid at that time."),
    "parties.key_not_yet_valid": _("The key %(key)s was not yet valid at that time."),
    "parties.key_revoked": _("The key %(key)s has been revoked."),
    "parties.key_unknown": _("The key %(key)s stands in no trusted directory entry of its party."),
    "parties.means_missing": _("Say by which line the fingerprint was read to you."),
    "parties.no_current_key": _("%(party)s has no current key for the use %(use)s."),
    "parties.not_confirmed": _(
        "The entry of %(party)s must still be confirmed out of band by %(missing)s different officers."
    ),
    "parties.not_initialised": _("This node has no keys yet: run “longbien parties init”."),
    "parties.not_introduced": _("%(party)s has not been introduced to this node."),
    "parties.real_entry": _("The entry of %(party)s is a real one; this node is an exercise."),
    "people.not_permitted": _("%(role)s may not do this (%(verb)s)."),
    "people.own_proposal": _(
        "Nobody approves what they have proposed or approved already: another officer must."
    ),
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


def sentence(code: str, /, **params: object) -> str:
    """Give the English sentence of `code`, filled with `params`; an unknown code is shown as itself."""
    return translated("en", code, **params)


def translated(language: str, code: str, /, **params: object) -> str:
    """Give the sentence of `code` in `language` (in English as long as that catalogue lacks it)."""
    text = SENTENCES.get(code)
    if text is None:
        return code
    return _catalogue(language).gettext(text) % _Values(params)


def phrase(language: str, english: str, /) -> str:
    """Give the words of the data (a label or help of a form or coded list) in `language`, or as they are."""
    return _catalogue(language).gettext(english) if english else ""


class _Values(dict[str, object]):
    """Values by name; a missing one shows its name, so that an error is never hidden by another."""

    def __missing__(self, name: str) -> str:
        return f"({name})"


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    folder = resources.files("longbien").joinpath("locale")
    name, _hyphen, script = language.partition("-")
    locale = f"{name}_{script.title()}" if script else name
    return gettext.translation("django", localedir=str(folder), languages=[locale], fallback=True)
