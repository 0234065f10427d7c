"""Schema files in SQL: what they declare, statement by statement, with the place of each."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from schemadiff.errors import Diagnostic, Origin, SourceError
from schemadiff.sources.names import analyse, relation_name, strings
from schemadiff.sources.order import arrange
from schemadiff.sources.psql_script import inserts, read_script
from schemadiff.sources.statement import (
    FOREIGN_KEY,
    PARTS,
    DeclaredRows,
    Defined,
    ForeignKey,
    Name,
    SourceText,
    SqlFile,
    SqlSource,
    SqlStatement,
    caret,
)
from schemadiff.sqltext import dotted, ident, idents, literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from schemadiff.sources.names import Node

_YAML = frozenset({".yaml", ".yml"})
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
_UNIQUE_SPACES = frozenset(
    {
        "relation",
        "type",
        "routine",
        "trigger",
        "policy",
        "rule",
        "schema",
        "extension",
        "event trigger",
        "collation",
        "publication",
        "subscription",
        "statistics object",
        "text search configuration",
        "text search dictionary",
        "server",
        "foreign-data wrapper",
        "language",
    }
)


def read_sql(paths: Sequence[Path | tuple[str, str] | SqlFile]) -> SqlSource:
    """Read files, folders (recursively, in the order of their paths) or texts under a name.

    Raises:
        SourceError: something cannot be read, does not parse, is no part of a schema, or is defined twice.
    """
    diagnostics: list[Diagnostic] = []
    files = find_files(paths, diagnostics)
    readers = [_FileReader(file, diagnostics) for file in files]
    statements = tuple(s for reader in readers for s in reader.read())
    _refuse_duplicates(statements)
    return SqlSource(
        statements,
        _resolve_rows(statements, [pair for reader in readers for pair in reader.rows]),
        frozenset().union(*(s.roles for s in statements), *(reader.roles for reader in readers)),
        tuple(file.path for file in files),
        tuple(diagnostics),
    )


def find_files(
    paths: Sequence[Path | tuple[str, str] | SqlFile], diagnostics: list[Diagnostic]
) -> list[SqlFile]:
    """The files that `read_sql` reads for these paths, in that order; it takes them as well.

    Raises:
        SourceError: something cannot be read, or is YAML.
    """
    return [file for path in paths for file in _files(path, diagnostics)]


def read_migration(file: SqlFile, diagnostics: list[Diagnostic]) -> tuple[list[SqlStatement], frozenset[str]]:
    """The statements of a migration as its author wrote them, to be run in that order, and the roles in them.

    Raises:
        SourceError: a syntax error, or a statement that a shadow must not run.
    """
    reader = _FileReader(file, diagnostics)
    return reader.read_as_written(), frozenset(reader.roles)


def ordered(source: SqlSource) -> list[SqlStatement]:
    """Order a source's statements so that each finds what it needs; otherwise the written order stays."""
    return arrange(source.statements, cut_foreign_keys)


def decode(content: str | bytes, path: str) -> str:
    """The text of a file, which must be UTF-8; a byte order mark is dropped.

    Raises:
        SourceError: it is not UTF-8, or holds a NUL.
    """
    try:
        text = content if isinstance(content, str) else content.decode("utf-8")
    except UnicodeDecodeError as error:
        assert isinstance(content, bytes)  # noqa: S101 - only bytes are decoded
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - (content.rfind(b"\n", 0, error.start) + 1) + 1
        raise SourceError(
            f"the file is not UTF-8: byte 0x{content[error.start]:02x} at position {error.start}",
            origin=Origin(path, line, column),
            hint="Convert it, for example: iconv -f ISO-8859-1 -t UTF-8",
        ) from error
    if (nul := text.find("\0")) >= 0:
        raise SourceError("the file holds a NUL character", origin=SourceText(path, text).origin(nul))
    return text.removeprefix("\ufeff")


def _files(path: Path | tuple[str, str] | SqlFile, diagnostics: list[Diagnostic]) -> Iterator[SqlFile]:
    if isinstance(path, SqlFile):
        _refuse_yaml(path.path)
        yield path
    elif isinstance(path, tuple):
        name, text = path
        _refuse_yaml(name)
        yield SqlFile(name, text, _area(name))
    elif path.is_dir():
        yield from _folder(path, diagnostics)
    else:
        _refuse_yaml(str(path))
        yield SqlFile(str(path), read_bytes(path), _area(path.name))


def _folder(root: Path, diagnostics: list[Diagnostic]) -> Iterator[SqlFile]:
    found: list[tuple[str, Path]] = []
    for folder, folders, names in os.walk(root, onerror=_unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        places = (Path(folder, name) for name in names if not name.startswith("."))
        found += [(place.relative_to(root).as_posix(), place) for place in places]
    wanted = [(name, place) for name, place in sorted(found) if _is_sql(name)]
    for name, place in sorted(found):
        _refuse_yaml(str(place))
        if not _is_sql(name):
            diagnostics.append(Diagnostic("file-ignored", str(place), "not read: only .sql files are"))
    if not wanted:
        raise SourceError(
            f"there is no .sql file in {root}", hint="For a schema without any object, the source is: empty"
        )
    for name, place in wanted:
        yield SqlFile(str(place), read_bytes(place), _area(name))


def _unreadable(error: OSError) -> None:
    raise SourceError(f"{error.filename} cannot be read: {error.strerror}") from error


def read_bytes(path: Path) -> bytes:
    """A file's bytes.

    Raises:
        SourceError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {error.strerror}") from error


def _is_sql(name: str) -> bool:
    return name.lower().endswith(".sql")


def _refuse_yaml(name: str) -> None:
    if PurePosixPath(name).suffix.lower() in _YAML:
        raise SourceError(f"{name}: YAML is not read yet", hint="Write this part of the schema as SQL.")


def _area(name: str) -> str:
    return re.sub(r"\.sql$", "", name, flags=re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A statement as the parser cut it; `offset` turns its tree's locations into characters."""

    tag: str
    node: Node
    sql: str
    start: int
    offset: Callable[[int], int]


def parse(text: str, source: SourceText) -> Iterator[Parsed]:
    """Cut a script into statements.

    Raises:
        SourceError: a syntax error, at its place in the file.
    """
    from pglast.parser import ParseError, parse_sql_json

    try:
        tree = json.loads(parse_sql_json(text))
    except ParseError as error:
        raise _syntax_error(text, source, error) from error
    except RecursionError as error:
        raise SourceError(
            f"{source.path}: an expression in this file is nested too deeply to be read"
        ) from error
    data = text.encode()
    plain = len(data) == len(text)
    byte_before, char_before = 0, 0
    for entry in tree.get("stmts", ()):
        first = entry.get("stmt_location", 0)
        last = first + entry["stmt_len"] if "stmt_len" in entry else len(data)
        start = char_before + (first - byte_before if plain else len(data[byte_before:first].decode()))
        byte_before, char_before = first, start
        raw = data[first:last]
        ((tag, node),) = entry["stmt"].items()
        yield Parsed(tag, node, raw.decode().rstrip(), start, _offsets(raw, first))


def _offsets(raw: bytes, first: int) -> Callable[[int], int]:
    if raw.isascii():
        return lambda location: location - first
    return lambda location: len(raw[: location - first].decode())


def _syntax_error(text: str, source: SourceText, error: Exception) -> SourceError:
    from pglast.parser import ParseError, parse_sql_json

    message = str(error.args[0])
    offset = error.args[1] if len(error.args) > 1 and isinstance(error.args[1], int) else 0
    if not text.isascii():
        # Offsets of errors are right for ASCII only; for the lexer any other character is a letter.
        try:
            parse_sql_json(re.sub(r"[^\x00-\x7f]", "z", text))
        except ParseError as again:
            offset = again.args[1]
    if message.endswith("end of input"):
        offset = max(len(text.rstrip()) - 1, 0)
    hint = None
    if text[offset : offset + 1] == ":":
        hint = "Variables of psql (:name) are not read: write the value."
    return SourceError(
        message + caret(source, offset), origin=source.origin(offset), sqlstate="42601", hint=hint
    )


@dataclass(slots=True)
class _FileReader:
    """Reads one file; `rows` and `roles` are there after `read`."""

    file: SqlFile
    diagnostics: list[Diagnostic]
    rows: list[tuple[SqlStatement, DeclaredRows]] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    settings: dict[str, str] = field(default_factory=dict)
    search_path: tuple[str, ...] = ("public",)

    def read(self) -> list[SqlStatement]:
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

    def copied(self, item: Parsed, source: SourceText, data: Any) -> Iterator[SqlStatement]:
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
        name, value = config
        values = [part.strip().strip('"') for part in value.split(",") if part.strip()]
        sql = f"SELECT pg_catalog.set_config({literal(name)}, {literal(value)}, false)"
        self.put(name.lower(), values, sql, source.origin(item.start))

    def put(self, name: str, values: list[str], sql: str, origin: Origin) -> None:
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


def _resolve_rows(
    statements: tuple[SqlStatement, ...], pairs: list[tuple[SqlStatement, DeclaredRows]]
) -> tuple[DeclaredRows, ...]:
    """Give rows of an unqualified table the schema in which the search_path finds it."""
    made = {
        (d.schema, d.name)
        for s in statements
        for d in s.defines
        if d.kind not in PARTS and d.key.space == "relation"
    }
    resolved = []
    for statement, rows in pairs:
        path = statement.search_path
        found = [s for s in path if (s, rows.table) in made] or list(path[:1])
        resolved.append(replace(rows, schema=rows.schema or (found[0] if found else None)))
    return tuple(resolved)


def _tokens(sql: str) -> list[Any]:
    from pglast.parser import scan

    return list(scan(sql))


def _without_concurrently(item: Parsed) -> str:
    """A shadow is alone, and CONCURRENTLY cannot run in its transaction; blanks keep every offset."""
    sql = item.sql
    if item.tag == "RefreshMatViewStmt" or "concurrently" not in sql.lower():
        return sql
    if item.tag not in {"IndexStmt", "DropStmt", "AlterTableStmt"}:
        return sql
    for token in _tokens(sql):
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
        for token in _tokens(item.sql):
            name = item.sql[token.start : token.end + 1]
            if token.name == "IDENT" and len(name.strip('"').replace('""', '"').encode()) > _NAME_BYTES:
                raise SourceError(
                    f"the name {name} is longer than {_NAME_BYTES} bytes: PostgreSQL cuts it off, and two "
                    "such names can become one",
                    origin=source.origin(item.start + token.start),
                    hint="Shorten it.",
                )


def _refuse_duplicates(statements: Sequence[SqlStatement]) -> None:
    made: dict[tuple[Name, tuple[str, ...] | None], tuple[Defined, SqlStatement]] = {}
    for statement in statements:
        if statement.tag in {"DropStmt", "RenameStmt", "AlterObjectSchemaStmt"}:
            gone = {
                n._replace(schema=s) for n in statement.changes for s in (n.schema, *statement.search_path)
            }
            made = {key: value for key, value in made.items() if key[0] not in gone}
        for defined in statement.defines:
            if defined.kind in PARTS or defined.key.space not in _UNIQUE_SPACES:
                continue
            key = (defined.key, defined.args)
            if key in made and not _may_repeat(made[key][1], statement):
                raise _duplicate(made[key], defined, statement)
            made[key] = (defined, statement)


def _may_repeat(first: SqlStatement, second: SqlStatement) -> bool:
    """A schema or extension made the same way, and a stand-in that is completed once more is there.

    pg_dump writes such views, and parsed bodies that call each other need such routines.
    """
    if first.tag in {"CreateSchemaStmt", "CreateExtensionStmt"}:
        return _words(first.sql) == _words(second.sql) and "IF NOT EXISTS" in _words(first.sql)
    if first.tag == second.tag == "CreateFunctionStmt":
        return second.body is None and first.origin.path == second.origin.path
    return first.tag == second.tag == "ViewStmt" and _is_stand_in(first.sql)


def _words(sql: str) -> str:
    return " ".join(sql.split()).upper()


def _is_stand_in(sql: str) -> bool:
    return bool(re.search(r"\bAS\s+SELECT\s+NULL::", sql, re.IGNORECASE)) and not re.search(
        r"\bFROM\b", sql, re.IGNORECASE
    )


def _duplicate(first: tuple[Defined, SqlStatement], defined: Defined, statement: SqlStatement) -> SourceError:
    earlier, where = first
    other = where.locate(earlier.offset + 1)
    return SourceError(
        f"{defined} is defined twice: first at {other}",
        origin=statement.locate(defined.offset + 1),
        hint="Keep one of the two definitions.",
    )


def cut_foreign_keys(
    statement: SqlStatement, keys: Sequence[ForeignKey]
) -> tuple[SqlStatement, list[SqlStatement]]:
    """Take foreign keys out of a CREATE TABLE; PostgreSQL gives the same names to those added after it."""
    sql = statement.sql
    table = next(d for d in statement.defines if d.kind in {"table", "foreign table"})
    name = dotted(*([table.schema] if table.schema else []), table.name)
    made = Name("relation", table.schema, table.name)
    added: list[SqlStatement] = []
    kept = statement.defines
    for key in sorted(keys, key=lambda k: k.offset, reverse=True):
        end = _clause_end(sql, key.offset)
        prefix, clause = f"ALTER TABLE {name} ADD ", sql[key.offset : end]
        if key.column is not None:
            prefix, clause = _as_table_constraint(prefix, clause, key.column)
        moved = tuple(d for d in kept if d.kind == "table constraint" and d.offset == key.offset)
        kept = tuple(d for d in kept if d not in moved)
        added.append(
            replace(
                statement,
                sql=prefix + clause,
                tag="AlterTableStmt",
                origin=statement.locate(key.offset + 1),
                start=statement.start + end - len(clause),
                prefix=len(prefix),
                defines=tuple(replace(d, offset=0) for d in moved),
                needs=frozenset({made, key.target}),
                changes=frozenset({made, Name(FOREIGN_KEY, None, table.name)}),
                foreign_keys=(),
            )
        )
        sql = _blank_clause(sql, key.offset, end, inline=key.column is not None)
    left = tuple(k for k in statement.foreign_keys if k not in keys)
    return replace(statement, sql=sql, foreign_keys=left, defines=kept), added[::-1]


def _as_table_constraint(prefix: str, clause: str, column: str) -> tuple[str, str]:
    """Put the name and FOREIGN KEY (column) in front of REFERENCES."""
    at = next(t.start for t in _tokens(clause) if t.name == "REFERENCES")
    return f"{prefix}{clause[:at]}FOREIGN KEY ({ident(column)}) ", clause[at:]


def _blank_clause(sql: str, start: int, end: int, *, inline: bool) -> str:
    """Blank a clause, and for one of its own the comma that parts it from its neighbours."""
    blanked = sql[:start] + re.sub(r"[^\n]", " ", sql[start:end]) + sql[end:]
    if inline:
        return blanked
    tokens = [t for t in _tokens(blanked) if "COMMENT" not in t.name]
    after = next((t for t in tokens if t.start >= end), None)
    before = next((t for t in reversed(tokens) if t.start < start), None)
    for comma in (after, before):
        if comma is not None and blanked[comma.start] == ",":
            return blanked[: comma.start] + " " + blanked[comma.start + 1 :]
    return blanked


_AFTER_NOT = frozenset({"DEFERRABLE", "VALID", "ENFORCED"})
_CLAUSE_WORDS = _AFTER_NOT | {
    *("MATCH", "FULL", "PARTIAL", "SIMPLE", "ON", "DELETE", "UPDATE", "NO", "ACTION", "RESTRICT", "CASCADE"),
    *("SET", "NULL", "DEFAULT", "INITIALLY", "DEFERRED", "IMMEDIATE"),
}


def _clause_end(sql: str, start: int) -> int:
    """Where a foreign key's clause ends (gram.y: ConstraintElem, ConstraintAttr)."""
    tokens = [t for t in _tokens(sql) if t.start >= start and "COMMENT" not in t.name]
    at = next(i for i, t in enumerate(tokens) if t.name == "REFERENCES") + 2
    while at < len(tokens) and sql[tokens[at].start] == ".":
        at += 2
    words = [sql[t.start : t.end + 1].upper() for t in tokens] + [""]
    while at < len(tokens):
        if words[at] == "(":
            at = words.index(")", at)
        elif not (words[at] in _CLAUSE_WORDS or (words[at] == "NOT" and words[at + 1] in _AFTER_NOT)):
            break
        at += 1
    return int(tokens[at - 1].end) + 1
