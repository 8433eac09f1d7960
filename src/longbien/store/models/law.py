# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The library of laws: laws, their dated versions, the provisions of each. A version is never changed once it is kept; a correction is another one."""

from typing import Any, Final

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement
from django.db.models import Index, UniqueConstraint

from longbien.store.models.register import WordsField, WordsIndex

_TABLE: Final = "CREATE VIRTUAL TABLE IF NOT EXISTS %(name)s USING fts5(heading, body, exact, facets, content='', tokenize='ascii')"


class LawWordsIndex(WordsIndex):
    """The words of provisions: GIN on PostgreSQL; on SQLite a full-text table without contents, by the row's number."""

    def create_sql(
        self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor, using: str = "", **more: Any
    ) -> Statement:
        """Write the statement that makes it."""
        if schema_editor.connection.vendor == "postgresql":
            return super().create_sql(model, schema_editor, using, **more)
        return Statement(_TABLE, name=schema_editor.quote_name(self.name))


class Law(models.Model):
    """A law of a State: an act, a code, a bill and so on. What it says is in its versions."""

    state = models.CharField(max_length=18)
    code = models.CharField(max_length=60)
    """Short and unique within the State; it stands in addresses."""
    title = models.CharField(max_length=500)
    language = models.CharField(max_length=35)
    """Of the authentic text (BCP 47)."""
    kind = models.CharField(max_length=16)
    kept_by = models.CharField(max_length=64)
    """The role id of who kept its first version."""
    kept_at = models.DateTimeField()

    class Meta:
        """A State has a law once."""

        constraints = [UniqueConstraint(fields=["state", "code"], name="law_once")]


class LawVersion(models.Model):
    """The text of a law from one day on, in one language. `digest`: SHA-256 of its provisions (longbien.core.law.versions.digest)."""

    law = models.ForeignKey(Law, on_delete=models.PROTECT, related_name="versions")
    label = models.CharField(max_length=60)
    """Unique within the law; it stands in addresses and in reports."""
    language = models.CharField(max_length=35)
    translation = models.CharField(max_length=16)
    """What kind of text this is: original, official, unofficial or machine."""
    promulgated_on = models.DateField(null=True, blank=True)
    in_force_from = models.DateField(null=True, blank=True)
    """None: promulgated or proposed, and no day is fixed yet."""
    in_force_until = models.DateField(null=True, blank=True)
    """The first day on which it no longer holds; None where the next version ends it, or nothing does."""
    text_as_of = models.DateField(null=True, blank=True)
    """Up to when amendments are worked into a consolidated text."""
    source = models.TextField()
    source_url = models.CharField(max_length=500, blank=True, default="")
    file_name = models.CharField(max_length=200, blank=True, default="")
    file_digest = models.CharField(max_length=64, blank=True, default="")
    """SHA-256 of the file that was read."""
    digest = models.CharField(max_length=64, db_index=True)
    count = models.PositiveIntegerField()
    """How many provisions."""
    notes = models.JSONField(default=list)
    """What reading noticed: a list of {code, place, values}."""
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    reason = models.TextField(blank=True, default="")
    """Why it corrects the other."""
    kept_by = models.CharField(max_length=64)
    kept_at = models.DateTimeField()
    leaf_index = models.BigIntegerField()
    """Of the decision in the node's log."""

    class Meta:
        """A label names one version of a law; versions are looked for by day."""

        constraints = [UniqueConstraint(fields=["law", "label"], name="law_version_once")]
        indexes = [Index(fields=["law", "in_force_from"], name="law_version_days")]


class LawProvision(models.Model):
    """One provision of a version, in its order. `search`: the words it is found by."""

    version = models.ForeignKey(LawVersion, on_delete=models.PROTECT, related_name="provisions")
    position = models.PositiveIntegerField()
    """From 1."""
    provision = models.CharField(max_length=220)
    """Its id in the text (CODE:12.1)."""
    law_part = models.CharField(max_length=200, blank=True, default="")
    """The law that it belongs to, where a text holds more than one."""
    number = models.CharField(max_length=100, blank=True, default="")
    heading = models.TextField(blank=True, default="")
    text = models.TextField(blank=True, default="")
    path = models.JSONField(default=list)
    """The headings above it, outermost first."""
    search = WordsField(default="")

    class Meta:
        """A provision stands in a version once, at one place; its words have an index."""

        constraints = [
            UniqueConstraint(fields=["version", "position"], name="law_provision_place"),
            UniqueConstraint(fields=["version", "provision"], name="law_provision_once"),
        ]
        indexes = [
            LawWordsIndex(fields=["search"], name="law_provision_words"),
            Index(fields=["provision"], name="law_provision_id"),
        ]
