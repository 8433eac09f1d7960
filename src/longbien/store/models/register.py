# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the register: under which words each request is found. SQLite keeps them in full-text tables (FTS5), PostgreSQL in columns.

Both hold words that the core has cut and folded already (`longbien.core.cooperation.register.words`), so that both find the same.
"""

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement

from longbien.store.models.cooperation import Request

_TABLE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS %(name)s USING fts5(words, detail=none, prefix='3', tokenize='ascii')"
)


class WordsField(models.TextField):  # type: ignore[type-arg] # Django has no such brackets when it runs
    """Words: a `tsvector` on PostgreSQL; on SQLite an empty text, for there the index holds them."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """Name the column's type."""
        return "tsvector" if connection.vendor == "postgresql" else "text"


class WordsIndex(models.Index):
    """The index of a WordsField: GIN on PostgreSQL; on SQLite a full-text table of its own, with the row's number and its words."""

    def create_sql(
        self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor, using: str = "", **more: Any
    ) -> Statement:
        """Write the statement that makes it."""
        if schema_editor.connection.vendor == "postgresql":
            return super().create_sql(model, schema_editor, using=" USING gin", **more)
        return Statement(_TABLE, name=schema_editor.quote_name(self.name))

    def remove_sql(
        self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor, **more: Any
    ) -> str:
        """Write the statement that removes it."""
        if schema_editor.connection.vendor == "postgresql":
            return super().remove_sql(model, schema_editor, **more)
        return f"DROP TABLE {schema_editor.quote_name(self.name)}"


class RequestWords(models.Model):
    """The words of one request. `outline`: what everybody at the desk may find it by; `whole`: that and its contents, for those who work on cases."""

    request = models.OneToOneField(Request, on_delete=models.CASCADE, related_name="words")
    mark = models.CharField(max_length=32, blank=True, default="")
    """Of the words that are kept: what has not changed is not written again."""
    outline = WordsField(default="")
    whole = WordsField(default="")

    class Meta:
        """Each kind of words has its index."""

        indexes = [
            WordsIndex(fields=["outline"], name="request_words_outline"),
            WordsIndex(fields=["whole"], name="request_words_whole"),
        ]
