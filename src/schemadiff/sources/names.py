"""What one statement defines, needs and changes, read off libpg_query's JSON parse tree (pg_query.proto)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from schemadiff.sources.statement import ALL_IN_SCHEMA, FOREIGN_KEY, PARTS, Body, Defined, ForeignKey, Name
from schemadiff.sqltext import ident

if TYPE_CHECKING:
    from collections.abc import Callable

type Node = dict[str, Any]
type Reader = Callable[[Names, Node], None]

# Operators that nobody defines anew often enough to look for them.
_COMMON_OPERATORS = frozenset(
    (
        "=",
        "<>",
        "<",
        ">",
        "<=",
        ">=",
        "+",
        "-",
        "*",
        "/",
        "%",
        "||",
        "~",
        "~*",
        "!~",
        "~~",
        "~~*",
        "!~~",
        "!~~*",
    )
)
_BUILT_IN_SCHEMAS = frozenset({"pg_catalog", "information_schema", "pg_toast", "pg_temp"})
_SEQUENCE_FUNCTIONS = frozenset({"nextval", "currval", "setval"})
_REG_SPACES = {
    "regclass": "relation",
    "regtype": "type",
    "regproc": "routine",
    "regprocedure": "routine",
    "regnamespace": "schema",
}
_NAME_PART = re.compile(r'"((?:[^"]|"")*)"|([^\s".(]+)')

_OBJECT_KINDS = {
    "OBJECT_TABLE": "table",
    "OBJECT_FOREIGN_TABLE": "foreign table",
    "OBJECT_VIEW": "view",
    "OBJECT_MATVIEW": "materialized view",
    "OBJECT_INDEX": "index",
    "OBJECT_SEQUENCE": "sequence",
    "OBJECT_TYPE": "type",
    "OBJECT_DOMAIN": "domain",
    "OBJECT_FUNCTION": "function",
    "OBJECT_PROCEDURE": "procedure",
    "OBJECT_ROUTINE": "function",
    "OBJECT_AGGREGATE": "aggregate",
    "OBJECT_OPERATOR": "operator",
    "OBJECT_OPCLASS": "operator class",
    "OBJECT_OPFAMILY": "operator family",
    "OBJECT_COLLATION": "collation",
    "OBJECT_CONVERSION": "conversion",
    "OBJECT_STATISTIC_EXT": "statistics object",
    "OBJECT_TSCONFIGURATION": "text search configuration",
    "OBJECT_TSDICTIONARY": "text search dictionary",
    "OBJECT_TSPARSER": "text search parser",
    "OBJECT_TSTEMPLATE": "text search template",
    "OBJECT_SCHEMA": "schema",
    "OBJECT_EXTENSION": "extension",
    "OBJECT_LANGUAGE": "language",
    "OBJECT_EVENT_TRIGGER": "event trigger",
    "OBJECT_PUBLICATION": "publication",
    "OBJECT_SUBSCRIPTION": "subscription",
    "OBJECT_FDW": "foreign-data wrapper",
    "OBJECT_FOREIGN_SERVER": "server",
    "OBJECT_ACCESS_METHOD": "access method",
    "OBJECT_TRIGGER": "trigger",
    "OBJECT_RULE": "rule",
    "OBJECT_POLICY": "policy",
}
_ON_RELATION = frozenset({"OBJECT_TRIGGER", "OBJECT_RULE", "OBJECT_POLICY"})
_WITH_ACCESS_METHOD = frozenset({"OBJECT_OPCLASS", "OBJECT_OPFAMILY"})
_WITHOUT_SCHEMA = frozenset(
    {
        "schema",
        "extension",
        "language",
        "event trigger",
        "publication",
        "subscription",
        "foreign-data wrapper",
        "server",
        "access method",
        "role",
    }
)


@dataclass(slots=True)
class Names:
    """What a statement speaks of, gathered while its tree is walked."""

    search_path: tuple[str, ...]
    defines: list[Defined] = field(default_factory=list)
    needs: set[Name] = field(default_factory=set)
    changes: set[Name] = field(default_factory=set)
    foreign_keys: list[ForeignKey] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    ctes: set[str] = field(default_factory=set)
    body: Body | None = None

    def define(self, kind: str, names: list[str], **more: Any) -> None:
        """Note a definition under the schema that it lands in."""
        schema, name = _split(names)
        if kind not in _WITHOUT_SCHEMA and schema is None:
            schema = self.search_path[0] if self.search_path else ""
        self.defines.append(Defined(kind, schema, name, **more))

    def need(self, space: str, names: list[str]) -> None:
        """Note a reference, unless it is to something built in."""
        if names and names[0] not in _BUILT_IN_SCHEMAS:
            schema, name = _split(names)
            self.needs.add(Name(space, schema, name))


def analyse(tag: str, node: Node, search_path: tuple[str, ...]) -> Names:
    """Find all names in a statement; offsets are those of the tree."""
    names = Names(search_path)
    if special := _SPECIAL.get(tag):
        special(names, node)
    _walk(names, node)
    own = {d.key for d in names.defines if d.kind not in PARTS}
    names.needs -= own | {key._replace(schema=None) for key in own}
    schemas = {d.schema for d in names.defines} | {n.schema for n in names.needs}
    schemas |= {key.target.schema for key in names.foreign_keys}
    names.needs |= {Name("schema", None, s) for s in schemas if s and s not in _BUILT_IN_SCHEMAS}
    names.needs -= own
    return names


def strings(items: list[Node]) -> list[str]:
    """The texts of a list of String nodes."""
    return [i["String"].get("sval", "") for i in items if "String" in i]


def relation_name(node: Node) -> list[str]:
    """Schema, where written, and name of a RangeVar."""
    return [node["schemaname"], node["relname"]] if "schemaname" in node else [node["relname"]]


def _split(names: list[str]) -> tuple[str | None, str]:
    return (names[-2] if len(names) > 1 else None), names[-1]


def _name(space: str, names: list[str], table: str | None = None) -> Name:
    return Name(space, *_split(names), table)


def _walk(names: Names, root: Node) -> None:
    """Gather references from every node; CTE names are taken out again."""
    stack: list[Any] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, list):
            stack += node
            continue
        if "String" in node or "A_Const" in node:
            continue
        for key in node.keys() & _TELLING:
            _READERS[key](names, node)
        stack += [v for v in node.values() if isinstance(v, dict | list)]
    names.needs -= {Name("relation", None, cte) for cte in names.ctes}


def _read_relation(names: Names, node: Node) -> None:
    names.need("relation", relation_name(node))


def _read_type(names: Names, node: Node) -> None:
    if "typemod" not in node:
        return
    words = strings(node["names"])
    if node.get("pct_type"):
        names.need("relation", words[:-1])
    else:
        names.need("type", words)


def _read_function(names: Names, node: Node) -> None:
    words = strings(node["funcname"])
    names.need("routine", words)
    match node:
        case {"args": [{"A_Const": {"sval": {"sval": str(text)}}}, *_]} if words[-1] in _SEQUENCE_FUNCTIONS:
            names.need("relation", _parse_name(text))
        case _:
            pass


def _read_role(names: Names, node: Node) -> None:
    if not node["rolename"].startswith("pg_"):
        names.roles.add(node["rolename"])


def _read_signature(names: Names, node: Node) -> None:
    words = strings(node["objname"])
    plain = words[-1][:1].isalpha() or words[-1][:1] == "_"
    names.need("routine" if plain else "operator", words)


def _read_operator(names: Names, node: Node) -> None:
    if not isinstance(node["name"], list) or "kind" not in node:
        return
    words = strings(node["name"])
    if len(words) > 1 or (words and words[0] not in _COMMON_OPERATORS):
        names.need("operator", words)


def _read_constant(names: Names, node: Node) -> None:
    match node:
        case {"arg": {"A_Const": {"sval": {"sval": text}}}, "typeName": {"names": parts}}:
            if space := _REG_SPACES.get(strings(parts)[-1]):
                names.need(space, _parse_name(text))
        case _:
            pass


def _read_listed(key: str, space: str) -> Reader:
    def reader(names: Names, node: Node) -> None:
        if isinstance(node[key], list):
            names.need(space, strings(node[key]))

    return reader


# What a key in a node tells; the first words are those of pg_query.proto.
_READERS: dict[str, Reader] = {
    "relname": _read_relation,
    "names": _read_type,
    "funcname": _read_function,
    "rolename": _read_role,
    "objname": _read_signature,
    "name": _read_operator,
    "typeName": _read_constant,
    "collname": _read_listed("collname", "collation"),
    "collation": _read_listed("collation", "collation"),
    "opclass": _read_listed("opclass", "operator class"),
    "accessMethod": lambda names, node: names.needs.add(Name("access method", None, node["accessMethod"])),
    "ctename": lambda names, node: names.ctes.add(node["ctename"]),
}
_TELLING = frozenset(_READERS)


def _parse_name(text: str) -> list[str]:
    """The parts of a dotted name inside a string, folded to lower case where not quoted."""
    return [
        quoted.replace('""', '"') if quoted else plain.lower()
        for quoted, plain in _NAME_PART.findall(text.partition("(")[0])
    ]


def type_words(node: Node) -> str:
    """A type as written, without pg_catalog and modifiers, so that `int` and `integer` are one."""
    words = strings(node["names"])
    if words[0] == "pg_catalog":
        words = words[1:]
    suffix = "%type" if node.get("pct_type") else ""
    return ".".join(map(ident, words)) + suffix + "[]" * len(node.get("arrayBounds", ()))


def _table(names: Names, node: Node) -> None:
    base = node.get("base", node)
    relation = base["relation"]
    if relation.get("relpersistence") == "t":
        return
    kind = "foreign table" if base is not node else "table"
    names.define(kind, relation_name(relation), offset=0)
    made = names.defines[-1]
    for element in base.get("tableElts", ()):
        _table_element(names, made, element)


def _table_element(names: Names, made: Defined, element: Node) -> None:
    match element:
        case {"ColumnDef": column}:
            names.defines.append(
                Defined("table column", made.schema, column["colname"], None, made.name, column["location"])
            )
            for constraint in column.get("constraints", ()):
                _table_constraint(names, made, constraint["Constraint"], column["colname"])
        case {"Constraint": constraint}:
            _table_constraint(names, made, constraint, None)
        case _:
            pass


def _table_constraint(names: Names, made: Defined, constraint: Node, column: str | None) -> None:
    offset = constraint.get("location", 0)
    if name := constraint.get("conname"):
        names.defines.append(Defined("table constraint", made.schema, name, None, made.name, offset))
    if constraint["contype"] == "CONSTR_FOREIGN":
        target = _name("relation", relation_name(constraint.pop("pktable")))
        names.foreign_keys.append(ForeignKey(target, offset, column))


def _schema(names: Names, node: Node) -> None:
    name = node.get("schemaname") or node["authrole"].get("rolename", "")
    names.define("schema", [name])
    inside = Names((name, *names.search_path))
    for element in node.get("schemaElts", ()):
        for tag, child in element.items():
            if special := _SPECIAL.get(tag):
                special(inside, child)
    names.defines += inside.defines
    # What stands inside CREATE SCHEMA cannot be cut out of it.
    names.needs |= {key.target for key in inside.foreign_keys}


def _routine(names: Names, node: Node) -> None:
    procedure = node.get("is_procedure", False)
    inputs = ["FUNC_PARAM_IN", "FUNC_PARAM_INOUT", "FUNC_PARAM_VARIADIC", "FUNC_PARAM_DEFAULT"]
    if procedure:
        inputs.append("FUNC_PARAM_OUT")
    parameters = [p["FunctionParameter"] for p in node.get("parameters", ())]
    args = tuple(type_words(p["argType"]) for p in parameters if p["mode"] in inputs)
    names.define("procedure" if procedure else "function", strings(node["funcname"]), args=args)
    for option in node.get("options", ()):
        match option["DefElem"]:
            case {"defname": "as", "arg": {"List": {"items": [{"String": body}]}}, "arg_location": at}:
                names.body = Body(body.get("sval", ""), at)
            case {"defname": "language", "arg": {"String": {"sval": language}}}:
                names.needs.add(Name("language", None, language))
            case _:
                pass


def _define(names: Names, node: Node) -> None:
    kind = _OBJECT_KINDS[node["kind"]]
    words = strings(node["defnames"])
    if kind == "aggregate":
        listed = node.get("args", [{}])[0].get("List", {}).get("items", ())
        parameters = [p["FunctionParameter"]["argType"] for p in listed if "FunctionParameter" in p]
        names.define(kind, words, args=tuple(map(type_words, parameters)))
    elif kind != "type" or node.get("definition"):  # without one it is a shell type
        names.define(kind, words)
    # In a DefineStmt every name is parsed as a type, functions included.
    for option in node.get("definition", ()):
        match option["DefElem"]:
            case {"arg": {"TypeName": {"names": parts}}}:
                names.need("routine", strings(parts))
            case {"arg": {"List": {"items": [{"String": _}, *_] as parts}}}:
                names.need("routine", strings(parts))
            case _:
                pass


def _index(names: Names, node: Node) -> None:
    relation = relation_name(node["relation"])
    names.changes.add(_name("relation", relation))
    if name := node.get("idxname"):
        names.define("index", [*relation[:-1], name])


def _on_relation(kind: str, key: str, relation_key: str) -> Reader:
    def special(names: Names, node: Node) -> None:
        relation = relation_name(node[relation_key])
        names.define(kind, [*relation[:-1], node[key]], table=relation[-1])
        if kind == "rule":
            names.changes.add(_name("relation", relation))

    return special


def _named(kind: str, key: str) -> Reader:
    def special(names: Names, node: Node) -> None:
        value = node.get(key)  # statistics may go without a name
        if value:
            names.define(kind, strings(value) if isinstance(value, list) else [value])

    return special


def _relation(kind: str, key: str) -> Reader:
    def special(names: Names, node: Node) -> None:
        if node[key].get("relpersistence") != "t":
            names.define(kind, relation_name(node[key]))

    return special


def _create_as(names: Names, node: Node) -> None:
    kind = "materialized view" if node["objtype"] == "OBJECT_MATVIEW" else "table"
    names.define(kind, relation_name(node["into"]["rel"]))


def _select(names: Names, node: Node) -> None:
    if into := node.get("intoClause"):
        names.define("table", relation_name(into["rel"]))


def _extension(names: Names, node: Node) -> None:
    names.define("extension", [node["extname"]])
    for option in node.get("options", ()):
        match option["DefElem"]:
            case {"defname": "schema", "arg": {"String": {"sval": schema}}}:
                names.needs.add(Name("schema", None, schema))
            case _:
                pass


def _change_relation(key: str) -> Reader:
    def special(names: Names, node: Node) -> None:
        names.changes.add(_name("relation", relation_name(node[key])))
        if key == "sequence":
            _owned_by(names, node)

    return special


def _owned_by(names: Names, node: Node) -> None:
    for option in node.get("options", ()):
        match option["DefElem"]:
            case {"defname": "owned_by", "arg": {"List": {"items": parts}}} if len(parts) > 1:
                names.need("relation", strings(parts)[:-1])
            case _:
                pass


def _sequence(names: Names, node: Node) -> None:
    _relation("sequence", "sequence")(names, node)
    _owned_by(names, node)


def _change_type(key: str) -> Reader:
    def special(names: Names, node: Node) -> None:
        words = strings(node[key])
        names.need("type", words)
        names.changes.add(_name("type", words))

    return special


def _target(names: Names, object_type: str, target: Node) -> Name | None:
    """Note the target of COMMENT, OWNER TO, RENAME, SET SCHEMA or DROP."""
    kind = _OBJECT_KINDS.get(object_type)
    match target:
        case {"String": {"sval": text}} if kind:
            found = Name(kind, None, text)
        case {"TypeName": {"names": parts}}:
            found = _name("type", strings(parts))
        case {"ObjectWithArgs": {"objname": parts}}:
            found = _name("operator" if object_type == "OBJECT_OPERATOR" else "routine", strings(parts))
        case {"List": {"items": [{"TypeName": {"names": parts}}, {"String": _}]}}:
            found = _name("type", strings(parts))
        case {"List": {"items": items}} if words := strings(items):
            found = _listed(names, object_type, words)
        case _:
            return None
    names.needs.add(found)
    return found


def _listed(names: Names, object_type: str, words: list[str]) -> Name:
    if object_type in _ON_RELATION:
        names.need("relation", words[:-1])
        return _name(_OBJECT_KINDS[object_type], [*words[:-2], words[-1]], words[-2])
    if object_type == "OBJECT_TABCONSTRAINT":
        names.needs.add(_name("table constraint", [*words[:-2], words[-1]], words[-2]))
    if object_type in {"OBJECT_COLUMN", "OBJECT_TABCONSTRAINT"}:
        return _name("relation", words[:-1])
    if object_type in _WITH_ACCESS_METHOD:
        words = words[1:]
    kind = _OBJECT_KINDS.get(object_type, "relation")
    return _name(Defined(kind, None, "").key.space, words)


def _on_target(type_key: str) -> Reader:
    def special(names: Names, node: Node) -> None:
        if found := _target(names, node[type_key], node.get("object", {})):
            names.changes.add(found)

    return special


def _comment(names: Names, node: Node) -> None:
    _target(names, node["objtype"], node.get("object", {}))


def _grant(names: Names, node: Node) -> None:
    if node.get("targtype") == "ACL_TARGET_ALL_IN_SCHEMA":
        names.changes |= {Name(ALL_IN_SCHEMA, None, schema) for schema in strings(node["objects"])}
        names.needs |= {Name("schema", None, schema) for schema in strings(node["objects"])}
        return
    for target in node.get("objects", ()):
        _target(names, node["objtype"], target)


def _drop(names: Names, node: Node) -> None:
    for target in node["objects"]:
        if found := _target(names, node["removeType"], target):
            names.changes.add(found)


def _rename(names: Names, node: Node) -> None:
    kind = _OBJECT_KINDS.get(node["renameType"])
    relation = relation_name(node["relation"]) if "relation" in node else []
    if relation:
        names.changes.add(_name("relation", relation))
    elif found := _target(names, node["renameType"], node.get("object", {})):
        names.changes.add(found)
    if kind is None or "newname" not in node:
        return
    if node["renameType"] in _ON_RELATION:
        names.define(kind, [*relation[:-1], node["newname"]], table=relation[-1])
    elif relation:
        names.define(kind, [*relation[:-1], node["newname"]])
    elif kind == "schema":
        names.needs.add(Name("schema", None, node["subname"]))
        names.changes.add(Name("schema", None, node["subname"]))
        names.define(kind, [node["newname"]])


def _set_schema(names: Names, node: Node) -> None:
    names.needs.add(Name("schema", None, node["newschema"]))
    kind = _OBJECT_KINDS.get(node["objectType"])
    if "relation" in node and kind:
        relation = relation_name(node["relation"])
        names.changes.add(_name("relation", relation))
        names.define(kind, [node["newschema"], relation[-1]])
    elif found := _target(names, node["objectType"], node.get("object", {})):
        names.changes.add(found)


def _alter_table(names: Names, node: Node) -> None:
    relation = relation_name(node["relation"])
    names.changes.add(_name("relation", relation))
    if all(_is_foreign_key(command["AlterTableCmd"]) for command in node["cmds"]):
        names.changes.add(Name(FOREIGN_KEY, None, relation[-1]))
    schema = _split(relation)[0] or (names.search_path[0] if names.search_path else "")
    for command in node["cmds"]:
        match command["AlterTableCmd"]:
            case {"subtype": "AT_AddColumn", "def": {"ColumnDef": column}}:
                names.defines.append(
                    Defined("table column", schema, column["colname"], None, relation[-1], column["location"])
                )
            case {"subtype": "AT_AddConstraint", "def": {"Constraint": constraint}}:
                if name := constraint.get("conname"):
                    at = constraint.get("location", 0)
                    names.defines.append(Defined("table constraint", schema, name, None, relation[-1], at))
                if index := constraint.get("indexname"):
                    names.need("relation", [*relation[:-1], index])
            case {"subtype": "AT_ReplicaIdentity", "def": {"ReplicaIdentityStmt": {"name": index}}}:
                names.need("relation", [*relation[:-1], index])
            case {"subtype": subtype, "name": name} if subtype in _NAMED_PARTS:
                space = _NAMED_PARTS[subtype]
                table = None if space == "relation" else relation[-1]
                names.needs.add(_name(space, [*relation[:-1], name], table))
            case _:
                pass


# Subtypes of AlterTableCmd that name a part of the table, which another statement may make.
_NAMED_PARTS = {
    "AT_ClusterOn": "relation",
    "AT_ValidateConstraint": "table constraint",
    "AT_AlterConstraint": "table constraint",
    **dict.fromkeys(
        ("AT_EnableTrig", "AT_EnableAlwaysTrig", "AT_EnableReplicaTrig", "AT_DisableTrig"), "trigger"
    ),
    **dict.fromkeys(
        ("AT_EnableRule", "AT_EnableAlwaysRule", "AT_EnableReplicaRule", "AT_DisableRule"), "rule"
    ),
}


def _is_foreign_key(command: Node) -> bool:
    constraint = command.get("def", {}).get("Constraint", {})
    return bool(constraint.get("contype") == "CONSTR_FOREIGN")


_SPECIAL: dict[str, Reader] = {
    "CreateStmt": _table,
    "CreateForeignTableStmt": _table,
    "CreateSchemaStmt": _schema,
    "CreateFunctionStmt": _routine,
    "DefineStmt": _define,
    "IndexStmt": _index,
    "ViewStmt": _relation("view", "view"),
    "CreateSeqStmt": _sequence,
    "CreateTableAsStmt": _create_as,
    "SelectStmt": _select,
    "CompositeTypeStmt": lambda names, node: names.define("type", relation_name(node["typevar"])),
    "CreateEnumStmt": _named("type", "typeName"),
    "CreateRangeStmt": _named("type", "typeName"),
    "CreateDomainStmt": _named("domain", "domainname"),
    "CreateTrigStmt": _on_relation("trigger", "trigname", "relation"),
    "CreatePolicyStmt": _on_relation("policy", "policy_name", "table"),
    "RuleStmt": _on_relation("rule", "rulename", "relation"),
    "CreateExtensionStmt": _extension,
    "CreateEventTrigStmt": _named("event trigger", "trigname"),
    "CreateStatsStmt": _named("statistics object", "defnames"),
    "CreatePublicationStmt": _named("publication", "pubname"),
    "CreateSubscriptionStmt": _named("subscription", "subname"),
    "CreateConversionStmt": _named("conversion", "conversion_name"),
    "CreateFdwStmt": _named("foreign-data wrapper", "fdwname"),
    "CreateForeignServerStmt": _named("server", "servername"),
    "CreatePLangStmt": _named("language", "plname"),
    "CreateAmStmt": _named("access method", "amname"),
    "CreateOpClassStmt": _named("operator class", "opclassname"),
    "CreateOpFamilyStmt": _named("operator family", "opfamilyname"),
    "AlterTableStmt": _alter_table,
    "AlterSeqStmt": _change_relation("sequence"),
    "InsertStmt": _change_relation("relation"),
    "UpdateStmt": _change_relation("relation"),
    "DeleteStmt": _change_relation("relation"),
    "MergeStmt": _change_relation("relation"),
    "AlterEnumStmt": _change_type("typeName"),
    "AlterDomainStmt": _change_type("typeName"),
    "CommentStmt": _comment,
    "SecLabelStmt": _comment,
    "GrantStmt": _grant,
    "AlterOwnerStmt": lambda names, node: _comment(
        names, {"objtype": node["objectType"], "object": node.get("object", {})}
    ),
    "RenameStmt": _rename,
    "AlterObjectSchemaStmt": _set_schema,
    "DropStmt": _drop,
}
