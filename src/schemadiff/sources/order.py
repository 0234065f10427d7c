"""Put statements into an order in which they load: what a statement needs comes first, else as written.

A statement is only ever moved up, together with what it needs. Where tables point at each other, their
foreign keys are cut out and follow the tables, as PostgreSQL itself does within one CREATE TABLE.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from schemadiff.sources.statement import ALL_IN_SCHEMA, FOREIGN_KEY, PARTS, Name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from schemadiff.sources.statement import Defined, ForeignKey, SqlStatement

    type Cut = Callable[[SqlStatement, Sequence[ForeignKey]], tuple[SqlStatement, list[SqlStatement]]]

DATA_TAGS = frozenset(
    {
        "InsertStmt",
        "UpdateStmt",
        "DeleteStmt",
        "MergeStmt",
        "SelectStmt",
        "TruncateStmt",
        "RefreshMatViewStmt",
    }
)
# Names of one space are looked for in these: a table is also a type, and ALTER TABLE speaks of any relation.
_ALIKE = {"relation": ("relation", "type"), "type": ("type", "relation")}
_SCHEMA_KINDS = frozenset({"relation", "routine", "type", "schema"})


@dataclass(slots=True)
class Graph:
    """For each statement the statements before it: those it needs, and those it is better after.

    `by_foreign_key` are needed for one inline foreign key alone.
    """

    hard: list[set[int]]
    soft: list[set[int]]
    by_foreign_key: list[list[tuple[ForeignKey, set[int]]]]

    def all_edges(self, at: int) -> set[int]:
        """Every statement that should be before this one."""
        edges = self.hard[at] | self.soft[at]
        for _, needed in self.by_foreign_key[at]:
            edges |= needed
        return edges


def arrange(statements: Sequence[SqlStatement], cut: Cut) -> list[SqlStatement]:
    """Order statements; `cut` takes foreign keys out of a CREATE TABLE, giving it and ALTER TABLEs."""
    graph = graph_of(statements)
    groups = _cycles(graph)
    looped = {at: group for group in groups for at in group}
    result: list[SqlStatement] = []
    for at, statement in enumerate(statements):
        group = looped.get(at, frozenset())
        keys = [key for key, needed in graph.by_foreign_key[at] if needed & group]
        if keys:
            shorter, added = cut(statement, keys)
            result += [shorter, *added]
        else:
            result.append(statement)
    if len(result) != len(statements):
        graph = graph_of(result)
        groups = _cycles(graph)
    for group in groups:
        for at in group:
            graph.soft[at] -= group
    first = [i for i, s in enumerate(result) if s.tag == "CreateExtensionStmt"]
    return [result[i] for i in _sorted(graph, [*first, *range(len(result))])]


def graph_of(statements: Sequence[SqlStatement]) -> Graph:
    """Find who needs whom."""
    return _Builder(statements).build()


@dataclass(slots=True)
class _Builder:
    statements: Sequence[SqlStatement]
    makers: dict[Name, list[int]] = field(default_factory=lambda: defaultdict(list))
    changers: dict[Name, list[int]] = field(default_factory=lambda: defaultdict(list))
    shapers: dict[Name, list[int]] = field(default_factory=lambda: defaultdict(list))
    writers: dict[Name, list[int]] = field(default_factory=lambda: defaultdict(list))
    in_schema: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    completions: set[int] = field(default_factory=set)  # what makes a thing again that a stand-in made before

    def build(self) -> Graph:
        """Index all statements, then look for the edges of each."""
        self.index()
        graph = Graph([], [], [])
        parents = self.row_parents()
        defaults: int | None = None
        for at, statement in enumerate(self.statements):
            hard, soft = self.edges(at, statement.needs)
            if statement.tag == "DropStmt":
                hard = {i for i in hard if i < at}
            soft |= self.order_of_changes(at, statement) | self.whole_schemas(statement)
            if statement.tag in DATA_TAGS:
                soft |= self.row_edges(statement, parents)
            # Default privileges act on what is made after them.
            if defaults is not None and statement.defines:
                soft.add(defaults)
            if statement.tag == "AlterDefaultPrivilegesStmt":
                defaults = at
            graph.hard.append(hard - {at})
            graph.soft.append(soft - {at})
            graph.by_foreign_key.append([(k, self.by_key(at, k)) for k in statement.foreign_keys])
        return graph

    def index(self) -> None:
        """Note who makes, changes and fills each object."""
        seen: set[tuple[Name, tuple[str, ...] | None]] = set()
        for at, statement in enumerate(self.statements):
            for defined in _whole(statement):
                key = defined.key
                if (key, defined.args) in seen:
                    self.completions.add(at)
                seen.add((key, defined.args))
                self.makers[key].append(at)
                if defined.schema and key.space in _SCHEMA_KINDS:
                    self.in_schema[defined.schema].append(at)
        for at, statement in enumerate(self.statements):
            for key in self.keys(statement, statement.changes):
                self.changers[key].append(at)
                if statement.tag in DATA_TAGS:
                    self.writers[key].append(at)
                elif not _adds_foreign_key(statement):
                    self.shapers[key].append(at)

    def keys(self, statement: SqlStatement, names: Iterable[Name]) -> list[Name]:
        return [key for name in names for key in self.resolve(statement, name)]

    def resolve(self, statement: SqlStatement, name: Name) -> list[Name]:
        """The slots a name may mean: the first schema of the search_path in which the source makes it."""
        for schema in [name.schema] if name.schema else [*statement.search_path, None]:
            found = [
                key
                for space in _ALIKE.get(name.space, (name.space,))
                if (key := Name(space, schema, name.name, name.table)) in self.makers
            ]
            if found:
                return found
        return []

    def edges(self, at: int, names: Iterable[Name]) -> tuple[set[int], set[int]]:
        """Makers of the names, and the last change to each where the maker comes later, so is pulled up."""
        statement = self.statements[at]
        hard: set[int] = set()
        soft: set[int] = set()
        changed = set(self.keys(statement, statement.changes))
        for key in self.keys(statement, names):
            makers = self.makers[key]
            hard.update(maker for maker in makers if maker < at or maker not in self.completions)
            if key in changed:
                continue
            for changes in (self.shapers, self.writers) if statement.tag in DATA_TAGS else (self.shapers,):
                if key in changes:
                    later = min(makers) > at
                    soft |= _last(changes[key], len(self.statements) if later else at)
        return hard, soft

    def order_of_changes(self, at: int, statement: SqlStatement) -> set[int]:
        """Changes to one object keep their order, and what is dropped before it is made stays so."""
        soft: set[int] = set()
        for key in self.keys(statement, statement.changes):
            soft |= _last(self.changers[key], at)
        for defined in _whole(statement):
            key = defined.key
            soft |= _last(self.makers[key], at)
            if key in self.changers:
                soft |= _last(self.changers[key], at)
        return soft

    def by_key(self, at: int, key: ForeignKey) -> set[int]:
        hard, soft = self.edges(at, [key.target])
        return (hard | soft) - {at}

    def row_parents(self) -> dict[Name, set[Name]]:
        """For each table the tables that its rows point at."""
        parents: dict[Name, set[Name]] = defaultdict(set)
        for statement in self.statements:
            for key in statement.foreign_keys:
                for child in statement.defines[:1]:
                    parents[child.key].update(self.resolve(statement, key.target))
            if _adds_foreign_key(statement):
                changed = self.keys(statement, statement.changes)
                for child_key in changed:
                    parents[child_key].update(set(self.keys(statement, statement.needs)) - {child_key})
        return parents

    def row_edges(self, statement: SqlStatement, parents: dict[Name, set[Name]]) -> set[int]:
        """Rows come after the rows that they point at."""
        soft: set[int] = set()
        for child in self.keys(statement, statement.changes):
            for parent in parents.get(child, set()) - {child}:
                soft.update(self.writers.get(parent, ()))
        return soft

    def whole_schemas(self, statement: SqlStatement) -> set[int]:
        """GRANT ... ON ALL ... IN SCHEMA speaks of everything that the source puts there."""
        if statement.tag != "GrantStmt":
            return set()
        schemas = [n.name for n in statement.changes if n.space == ALL_IN_SCHEMA]
        return {i for schema in schemas for i in self.in_schema.get(schema, ())}


def _whole(statement: SqlStatement) -> list[Defined]:
    return [defined for defined in statement.defines if defined.kind not in PARTS]


def _adds_foreign_key(statement: SqlStatement) -> bool:
    return statement.tag == "AlterTableStmt" and any(n.space == FOREIGN_KEY for n in statement.changes)


def _last(ordered: list[int], before: int) -> set[int]:
    """The last statement of a sorted list that is written before one."""
    at = bisect_left(ordered, before)
    return {ordered[at - 1]} if at else set()


def _sorted(graph: Graph, roots: Iterable[int]) -> list[int]:
    """Depth first over what each statement needs; an edge that closes a cycle is let go."""
    done: list[int] = []
    seen: set[int] = set()
    for root in roots:
        stack = [(root, iter([root]))]
        while stack:
            at, pending = stack[-1]
            following = next((i for i in pending if i not in seen), None)
            if following is None:
                stack.pop()
                if stack:
                    done.append(at)
                continue
            seen.add(following)
            stack.append((following, iter(sorted(graph.all_edges(following)))))
    return done


def _cycles(graph: Graph) -> list[frozenset[int]]:
    """Strongly connected sets of more than one statement (Tarjan, without recursion)."""
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    waiting: list[int] = []
    on_stack: set[int] = set()
    found: list[frozenset[int]] = []
    for root in range(len(graph.hard)):
        if root in index:
            continue
        work = [(root, iter(sorted(graph.all_edges(root))))]
        _enter(root, index, low, waiting, on_stack)
        while work:
            at, pending = work[-1]
            for following in pending:
                if following not in index:
                    _enter(following, index, low, waiting, on_stack)
                    work.append((following, iter(sorted(graph.all_edges(following)))))
                    break
                if following in on_stack:
                    low[at] = min(low[at], index[following])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[at])
                if low[at] == index[at]:
                    group = _leave(at, waiting, on_stack)
                    if len(group) > 1:
                        found.append(group)
    return found


def _enter(
    at: int, index: dict[int, int], low: dict[int, int], waiting: list[int], on_stack: set[int]
) -> None:
    index[at] = low[at] = len(index)
    waiting.append(at)
    on_stack.add(at)


def _leave(at: int, waiting: list[int], on_stack: set[int]) -> frozenset[int]:
    group = {at}
    while (member := waiting.pop()) != at:
        group.add(member)
    on_stack -= group
    return frozenset(group)
