"""Reading one SQL file: its settings, its statements, what is refused and what is left alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from schemadiff.errors import Diagnostic, Origin, SourceError
from schemadiff.sources.names import analyse, relation_name, strings
from schemadiff.sources.parser import Parsed, decode, parse, tokens
from schemadiff.sources.psql_script import inserts, read_script
from schemadiff.sources.statement import (
    DeclaredRows,
    Defined,
    ForeignKey,
    SourceText,
    SqlFile,
    SqlStatement,
    caret,
)
from schemadiff.sqltext import dotted, idents, literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemadiff.sources.names import Node
    from schemadiff.sources.psql_script import CopyData

_MAINTENANCE = "It is no part of a schema: remove it from the file."
_DATABASES = (
    "A schema file describes the inside of one database: dump without --create, or remove the statement."
)
_TRANSACTIONS = "Schema files are loaded in a transaction of their own: remove it."
_REFUSED = {
    "CreatedbStmt": ("CREATE DATABASE", _DATABASES),
    "DropdbStmt": ("DROP DATABASE", _DATABASES),
    "AlterSystemStmt": ("ALTER SYSTEM", _MAINTENANCE),
    "CreateTableSpaceStmt": ("CREATE TABLESPACE", "A tablespace belongs to the server: create it there."),
    "DropTableSpaceStmt": ("DROP TABLESPACE", "A tablespace belongs to the server: drop it there."),
    "AlterTableSpaceOptionsStmt": ("ALTER TABLESPACE", "A tablespace belongs to the server: alter it there."),
    "ReindexStmt": ("REINDEX", _MAINTENANCE),
    "DiscardStmt": ("DISCARD", _MAINTENANCE),
    "CheckPointStmt": ("CHECKPOINT", _MAINTENANCE),
    "LoadStmt": ("LOAD", _MAINTENANCE),
    "ListenStmt": ("LISTEN", _MAINTENANCE),
    "NotifyStmt": ("NOTIFY", _MAINTENANCE),
    "UnlistenStmt": ("UNLISTEN", _MAINTENANCE),
    "PrepareStmt": ("PREPARE", _MAINTENANCE),
    "ExecuteStmt": ("EXECUTE", _MAINTENANCE),
    "DropOwnedStmt": ("DROP OWNED", "Drop the objects by name."),
}
_REFUSED_IN_MIGRATIONS = frozenset(
    {
        "CreatedbStmt",
        "DropdbStmt",
        "AlterSystemStmt",
        "CreateTableSpaceStmt",
        "DropTableSpaceStmt",
        "AlterTableSpaceOptionsStmt",
        "CreateSubscriptionStmt",
        "CopyStmt",
    }
)
_LEFT_ALONE = {
    "AlterDatabaseStmt": "settings of a database are left alone",
    "AlterDatabaseSetStmt": "settings of a database are left alone",
    "AlterDatabaseRefreshCollStmt": "settings of a database are left alone",
    "AlterRoleStmt": "roles are referred to, never managed",
    "AlterRoleSetStmt": "roles are referred to, never managed",
    "CreateRoleStmt": "roles are referred to, never managed; the shadow gets one of this name",
    "DropRoleStmt": "roles are referred to, never managed",
    "GrantRoleStmt": "roles are referred to, never managed",
}
_DATABASE_OR_ROLE = {
    "OBJECT_DATABASE": "the database itself is left alone",
    "OBJECT_ROLE": "roles are referred to, never managed",
    "OBJECT_TABLESPACE": "tablespaces are left alone",
}
_NAME_BYTES = 63
_LONG_WORD = re.compile(rb'[\w$\x80-\xff]{64,}|"[^"]{64,}"')
# Settings that say nothing about the schema, or that some supported server does not know.
_IGNORED_SETTINGS = frozenset(
    {
        "client_min_messages",
        "row_security",
        "statement_timeout",
        "lock_timeout",
        "idle_in_transaction_session_timeout",
        "idle_session_timeout",
        "transaction_timeout",
        "escape_string_warning",
    }
)


@dataclass(slots=True)
class FileReader:
    """Reads one file; `rows` and `roles` are there after `read`."""

    file: SqlFile
    diagnostics: list[Diagnostic]
    rows: list[tuple[SqlStatement, DeclaredRows]] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    settings: dict[str, str] = field(default_factory=dict)
    search_path: tuple[str, ...] = ("public",)

    def read(self) -> list[SqlStatement]:
        """Read a schema file."""
        source = SourceText(self.file.path, decode(self.file.content, self.file.path))
        text, copies = read_script(source)
        parsed = list(parse(text, source))
        _refuse_long_names(text, source, parsed)
        data = iter(copies)
        result: list[SqlStatement] = []
        for number, item in enumerate(parsed):
            wraps = number == 0 or (number == len(parsed) - 1 and _begins(parsed[0]))
            if item.tag == "TransactionStmt" and wraps and _is_pair(parsed):
                continue
            if item.tag == "VariableSetStmt":
                self.set(item, source)
            elif config := _set_config(item):
                self.set_config(item, config, source)
            elif self.leave_alone(item, source):
                continue
            elif item.tag == "CopyStmt":
                self.check(item, source)
                result += self.copied(item, source, next(data))
            else:
                self.check(item, source)
                result.append(self.statement(item, source))
        return result

    def read_as_written(self) -> list[SqlStatement]:
        """Read a script of which the order counts, and where any statement may stand."""
        source = SourceText(self.file.path, decode(self.file.content, self.file.path))
        text, copies = read_script(source)
        data = iter(copies)
        result: list[SqlStatement] = []
        for item in parse(text, source):
            self.roles |= analyse(item.tag, item.node, ()).roles
            if self.leave_alone(item, source):
                continue
            if item.tag in _REFUSED_IN_MIGRATIONS:
                self.check(item, source)
            if item.tag == "CopyStmt":
                result += self.copied(item, source, next(data))
                continue
            result.append(
                SqlStatement(
                    sql=item.sql,
                    origin=source.origin(item.start),
                    area=self.file.area,
                    tag=item.tag,
                    source=source,
                    start=item.start,
                    transactional=_transactional(item),
                )
            )
        return result

    def statement(self, item: Parsed, source: SourceText) -> SqlStatement:
        """Make a statement of what was parsed, under the settings so far."""
        names = analyse(item.tag, item.node, self.search_path)
        statement = SqlStatement(
            sql=_without_concurrently(item),
            origin=source.origin(item.start),
            area=self.file.area,
            tag=item.tag,
            settings=tuple(self.settings.items()),
            search_path=self.search_path,
            defines=tuple(_placed(d, item) for d in names.defines),
            needs=frozenset(names.needs),
            changes=frozenset(names.changes),
            foreign_keys=tuple(
                ForeignKey(k.target, item.offset(k.offset), k.column) for k in names.foreign_keys
            ),
            body=names.body and replace(names.body, offset=item.offset(names.body.offset)),
            roles=frozenset(names.roles),
            source=source,
            start=item.start,
        )
        if item.tag == "InsertStmt":
            self.rows.append((statement, _declared(item.node, statement.origin)))
        return statement

    def copied(self, item: Parsed, source: SourceText, data: CopyData) -> Iterator[SqlStatement]:
        """Make INSERTs of the data lines of a COPY."""
        names = relation_name(item.node["relation"])
        columns = strings(item.node.get("attlist", ()))
        target = dotted(*names) + (f" ({idents(columns)})" if columns else "")
        known = analyse("InsertStmt", item.node, self.search_path)
        origin = source.origin(item.start)
        for number, (sql, line) in enumerate(inserts(target, data, source)):
            statement = SqlStatement(
                sql=sql,
                origin=origin,
                area=self.file.area,
                tag="InsertStmt",
                settings=tuple(self.settings.items()),
                search_path=self.search_path,
                needs=frozenset(known.needs),
                changes=frozenset(known.changes),
                source=source,
                start=item.start,
                rows_from=line,
            )
            if number == 0:
                self.rows.append((statement, _copied_rows(names, columns, origin)))
            yield statement

    def check(self, item: Parsed, source: SourceText) -> None:
        """Refuse what cannot be part of a schema."""
        what, hint = _REFUSED.get(item.tag, ("", ""))
        match item.tag, item.node:
            case "TransactionStmt", _:
                what, hint = item.sql.split()[0].upper(), _TRANSACTIONS
            case "VacuumStmt", {"is_vacuumcmd": True}:
                what, hint = "VACUUM", _MAINTENANCE
            case "ClusterStmt", node if "relation" not in node:
                what, hint = "CLUSTER of everything", _MAINTENANCE
            case "CreateSubscriptionStmt", node if not _unconnected(node):
                what = "CREATE SUBSCRIPTION that connects"
                hint = "Write it WITH (connect = false): reading a schema must not reach out to a publisher."
            case "CopyStmt", node if not _reads_lines(node):
                what = "COPY other than plain text FROM stdin"
                hint = "Write the rows as INSERT."
            case _:
                pass
        if what:
            where = source.origin(item.start)
            raise SourceError(
                f"{what} cannot be loaded into a shadow{caret(source, item.start)}", origin=where, hint=hint
            )

    def leave_alone(self, item: Parsed, source: SourceText) -> bool:
        """Note what is about databases and roles instead of loading it."""
        reason = _LEFT_ALONE.get(item.tag)
        object_type = item.node.get("objtype") or item.node.get("objectType") or item.node.get("renameType")
        if item.tag in {"CommentStmt", "GrantStmt", "AlterOwnerStmt", "RenameStmt", "SecLabelStmt"}:
            reason = _DATABASE_OR_ROLE.get(str(object_type))
        if reason is None:
            return False
        if item.tag == "CreateRoleStmt":
            self.roles.add(item.node["role"])
        words = " ".join(item.sql.split())[:60]
        self.diagnostics.append(Diagnostic("left-alone", words, reason, origin=source.origin(item.start)))
        return True

    def set(self, item: Parsed, source: SourceText) -> None:
        """Take SET and RESET into the settings."""
        name = item.node.get("name", "").lower()
        values = [_constant(a) for a in item.node.get("args", ())]
        match item.node["kind"]:
            case "VAR_SET_VALUE" | "VAR_SET_CURRENT":
                # There is no telling where a LOCAL would end: files are loaded in pieces.
                sql = re.sub(r"^SET\s+LOCAL\b", "SET", item.sql, flags=re.IGNORECASE)
                self.put(name, values, sql, source.origin(item.start))
            case "VAR_SET_DEFAULT" | "VAR_RESET":
                self.settings.pop(name, None)
                if name == "search_path":
                    self.search_path = ("public",)
            case "VAR_RESET_ALL":
                kept = {k: v for k, v in self.settings.items() if k in {"role", "session_authorization"}}
                self.settings = kept
                self.search_path = ("public",)
            case _:
                where = source.origin(item.start)
                raise SourceError(
                    "SET TRANSACTION cannot be in a schema file", origin=where, hint=_TRANSACTIONS
                )

    def set_config(self, item: Parsed, config: tuple[str, str], source: SourceText) -> None:
        """Take what SELECT set_config says into the settings."""
        name, value = config
        values = [part.strip().strip('"') for part in value.split(",") if part.strip()]
        sql = f"SELECT pg_catalog.set_config({literal(name)}, {literal(value)}, false)"
        self.put(name.lower(), values, sql, source.origin(item.start))

    def put(self, name: str, values: list[str], sql: str, origin: Origin) -> None:
        """Put one setting in force, unless it says nothing about the schema."""
        if (
            name == "client_encoding"
            and values
            and values[0].lower().replace("-", "") not in {"utf8", "unicode"}
        ):
            raise SourceError(
                f"the file says that its encoding is {values[0]}",
                origin=origin,
                hint="Dump with --encoding=UTF8.",
            )
        if (
            name == "standard_conforming_strings"
            and values
            and values[0].lower() in {"off", "false", "0", "no"}
        ):
            raise SourceError(
                "standard_conforming_strings = off gives backslashes another meaning",
                origin=origin,
                hint="Write such strings as E'...', and remove the SET.",
            )
        if name in _IGNORED_SETTINGS or name == "client_encoding":
            return
        if name in {"role", "session_authorization"} and values and values[0] not in {"none", "default"}:
            self.roles.add(values[0])
        if name == "search_path":
            self.search_path = tuple(v for v in values if v not in {"", "$user", "pg_catalog", "pg_temp"})
        # The latest comes last: what counts is the order in which they were set.
        self.settings.pop(name, None)
        self.settings[name] = sql


def _transactional(item: Parsed) -> bool:
    """Whether Flyway lets a statement run in a transaction (PostgreSQLParser)."""
    if item.tag in {"IndexStmt", "DropStmt"}:
        return not item.node.get("concurrent")
    if item.tag == "ReindexStmt":
        return item.node["kind"] not in {
            "REINDEX_OBJECT_SCHEMA",
            "REINDEX_OBJECT_DATABASE",
            "REINDEX_OBJECT_SYSTEM",
        }
    if item.tag == "VacuumStmt":
        return not item.node.get("is_vacuumcmd")
    return item.tag not in {"DiscardStmt", "CreateSubscriptionStmt", "DropSubscriptionStmt"}


def _begins(item: Parsed) -> bool:
    return item.tag == "TransactionStmt" and item.node["kind"] in {"TRANS_STMT_BEGIN", "TRANS_STMT_START"}


def _is_pair(parsed: list[Parsed]) -> bool:
    """BEGIN ... COMMIT around the whole file says what is done anyway."""
    last = parsed[-1]
    return _begins(parsed[0]) and last.tag == "TransactionStmt" and last.node["kind"] == "TRANS_STMT_COMMIT"


def _placed(defined: Defined, item: Parsed) -> Defined:
    return replace(defined, offset=item.offset(defined.offset)) if defined.offset else defined


def _constant(node: Node) -> str:
    match node:
        case {"A_Const": {"sval": {"sval": text}}}:
            return str(text)
        case {"A_Const": {"ival": number}}:
            return str(number.get("ival", 0))
        case {"A_Const": {"boolval": value}}:
            return "on" if value.get("boolval") else "off"
        case {"A_Const": {"fval": {"fval": number}}}:
            return str(number)
        case _:
            return ""


def _set_config(item: Parsed) -> tuple[str, str] | None:
    """The setting and value of SELECT set_config(...), as pg_dump writes it."""
    match item.tag, item.node:
        case "SelectStmt", {
            "targetList": [{"ResTarget": {"val": {"FuncCall": {"funcname": f, "args": args}}}}]
        }:
            if strings(f)[-1] == "set_config" and len(args) > 1:
                return _constant(args[0]), _constant(args[1])
    return None


def _option(node: Node, name: str) -> str | None:
    for option in node.get("options", ()):
        if option["DefElem"]["defname"] == name:
            arg = option["DefElem"].get("arg", {})
            return str(
                arg.get("String", {}).get("sval", arg.get("Boolean", {}).get("boolval", "true"))
            ).lower()
    return None


def _unconnected(node: Node) -> bool:
    return _option(node, "connect") in {"false", "off", "0"}


def _reads_lines(node: Node) -> bool:
    plain = node.get("is_from") and "filename" not in node and "query" not in node
    return bool(plain and not node.get("options") and "whereClause" not in node)


def _declared(node: Node, origin: Origin) -> DeclaredRows:
    columns = tuple(c["ResTarget"]["name"] for c in node.get("cols", ()))
    names = relation_name(node["relation"])
    schema = names[0] if len(names) > 1 else None
    conflict = node.get("onConflictClause", {})
    target = conflict.get("infer", {})
    targets = tuple(e["IndexElem"]["name"] for e in target.get("indexElems", ()) if "name" in e["IndexElem"])
    action = {"ONCONFLICT_NOTHING": "nothing", "ONCONFLICT_UPDATE": "update"}.get(
        conflict.get("action"), "error"
    )
    return DeclaredRows(schema, names[-1], columns, targets, target.get("conname"), action, origin)


def _copied_rows(names: list[str], columns: list[str], origin: Origin) -> DeclaredRows:
    schema = names[0] if len(names) > 1 else None
    return DeclaredRows(schema, names[-1], tuple(columns), (), None, "error", origin)


def _without_concurrently(item: Parsed) -> str:
    """A shadow is alone, and CONCURRENTLY cannot run in its transaction; blanks keep every offset."""
    sql = item.sql
    if item.tag == "RefreshMatViewStmt" or "concurrently" not in sql.lower():
        return sql
    if item.tag not in {"IndexStmt", "DropStmt", "AlterTableStmt"}:
        return sql
    for token in tokens(sql):
        if token.name == "CONCURRENTLY":
            start, end = int(token.start), int(token.end) + 1
            return sql[:start] + " " * (end - start) + sql[end:]
    return sql


def _refuse_long_names(text: str, source: SourceText, parsed: list[Parsed]) -> None:
    """The parser cuts long names off in silence, so they are looked for in the text."""
    if not _LONG_WORD.search(text.encode()):
        return
    for item in parsed:
        if not _LONG_WORD.search(item.sql.encode()):
            continue
        for token in tokens(item.sql):
            name = item.sql[token.start : token.end + 1]
            if token.name == "IDENT" and len(name.strip('"').replace('""', '"').encode()) > _NAME_BYTES:
                raise SourceError(
                    f"the name {name} is longer than {_NAME_BYTES} bytes: PostgreSQL cuts it off, and two "
                    "such names can become one",
                    origin=source.origin(item.start + token.start),
                    hint="Shorten it.",
                )
