"""The program: two sources become two catalogs, a comparison, a plan, and files."""

from __future__ import annotations

import importlib.metadata
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Self

from schemadiff.cache import Cache, key_of
from schemadiff.catalog.reader import read
from schemadiff.catalog.rows import read_rows, same_rows
from schemadiff.catalog.settle import Comparison, compare, reprint
from schemadiff.errors import CatalogError, Diagnostic, SchemadiffError
from schemadiff.kinds import KINDS
from schemadiff.model.catalog import Catalog
from schemadiff.plan.steps import Plan, make_plan
from schemadiff.sources.grammar import Empty, Files, Git, Live, Migrations, Snapshot, Source
from schemadiff.sources.shadow_host import ShadowSpec

from collections.abc import Callable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    import psycopg

    from schemadiff.sources.shadow import Shadow
    from schemadiff.sources.statement import SqlSource

HISTORY: Final = "flyway_schema_history"

type Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Compared:
    """Both states, what differs, and what a person should know beside it."""

    old: Catalog
    new: Catalog
    comparison: Comparison
    notes: tuple[Diagnostic, ...]

    def plan(self, *, split_areas: bool = False) -> Plan:
        """Order the way from the old state to the new one.

        Raises:
            PlanError: there is none that keeps the laws.
        """
        found = self.comparison
        return make_plan(found.deltas, self.old, self.new, KINDS, settled=found.settled, split_areas=split_areas)


class Workspace:
    """What one run shares: the shadow, started when it is first needed, and the cache. A context manager."""

    def __init__(self, spec: ShadowSpec, *, postgres: int | None = None, progress: Progress | None = None) -> None:
        self._spec = spec
        self._postgres = postgres
        self._progress: Progress = progress or (lambda _: None)
        self._stack = ExitStack()
        self._shadow: Shadow | None = None
        self._cache = Cache(KINDS)
        self._major: int | None = postgres
        self._notes: list[Diagnostic] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    # -- two states ------------------------------------------------------------------------------

    def compare(self, old: Source, new: Source) -> Compared:
        """Read both states and compare them.

        Raises:
            SchemadiffError: a source cannot be read.
        """
        before, after = self._read_both(old, new)
        comparison = self._compare(before, after)
        notes = (*before.notes, *after.notes, *comparison.notes, *self._notes)
        return Compared(before, after, comparison, tuple(dict.fromkeys(notes)))

    def _read_both(self, old: Source, new: Source) -> tuple[Catalog, Catalog]:
        live = {side: source for side, source in (("old", old), ("new", new)) if isinstance(source, Live)}
        with ExitStack() as stack:
            opened = {side: stack.enter_context(connected(source)) for side, source in live.items()}
            majors = sorted({c.info.server_version // 10000 for c in opened.values()})
            if majors:
                self._major = majors[-1]
            if len(opened) == 2:  # noqa: PLR2004 - both sides
                with ThreadPoolExecutor() as pool:
                    sides = {s: pool.submit(self._live, live[s], c, None) for s, c in opened.items()}
                    before, after = sides["old"].result(), sides["new"].result()
            elif "old" in opened:
                after = self.catalog(new)
                before = self._live(live["old"], opened["old"], after)
            elif "new" in opened:
                before = self.catalog(old)
                after = self._live(live["new"], opened["new"], before)
            elif isinstance(old, Migrations | Snapshot):
                after = self.catalog(new)
                before = self.catalog(old, like=after)
            else:
                before = self.catalog(old)
                after = self.catalog(new, like=before)
        return self._one_printer(before, after)

    def _one_printer(self, before: Catalog, after: Catalog) -> tuple[Catalog, Catalog]:
        """Where two majors printed, print both sides through the shadow."""
        if before.major == after.major:
            return before, after
        shadow = self.shadow
        self._notes.append(
            Diagnostic(
                "two-majors",
                f"PostgreSQL {before.major} and {after.major}",
                f"printed the two sides; both were read once more through {shadow.origin}",
            )
        )
        return tuple(  # type: ignore[return-value]
            c if c.major == shadow.major else reprint(c, KINDS, shadow.database, self._roles) for c in (before, after)
        )

    def _compare(self, before: Catalog, after: Catalog) -> Comparison:
        def database() -> Any:
            self._progress("comparing texts after a reload")
            return self.shadow.database()

        return compare(before, after, KINDS, database, cache=self._cache)

    # -- one state ---------------------------------------------------------------------------------

    def catalog(self, source: Source, *, like: Catalog | None = None) -> Catalog:
        """Read one state.

        Args:
            like: the other side, whose declared rows are looked for where the source declares none.

        Raises:
            SchemadiffError: it cannot be read.
        """
        match source:
            case Live():
                with connected(source) as connection:
                    return self._live(source, connection, like)
            case Files(path, label):
                from schemadiff.sources.sql_files import read_sql

                return self._files(read_sql([path]), label)
            case Git(revision, path, label):
                from schemadiff.sources.git import read_git
                from schemadiff.sources.sql_files import read_sql

                return self._files(read_sql(read_git(revision, path)), label)
            case Migrations():
                return self._migrations(source, like)
            case Snapshot(path, label):
                from schemadiff.sources.snapshot import read_snapshot

                return replace(read_snapshot(path, KINDS), label=label)
            case Empty():
                return self._kept("empty", (), lambda connection: self._read_shadow(connection, "empty"))

    def _live(self, source: Live, connection: psycopg.Connection[Any], like: Catalog | None) -> Catalog:
        self._progress(f"reading {source.label}")
        version = connection.info.server_version
        major, minor = version // 10000, version % 10000
        label = f"{source.label} (PostgreSQL {major}.{minor}, live)"
        found = without_history(read(connection, KINDS.all, label=label))
        return same_rows(connection, found, like) if like is not None else found

    def _files(self, source: SqlSource, label: str) -> Catalog:
        from schemadiff.sources.places import with_places

        def build(connection: psycopg.Connection[Any]) -> Catalog:
            from schemadiff.sources.load import load

            self._progress(f"loading {label} into {self.shadow.origin}")
            self.shadow.ensure_roles(connection, sorted(source.roles))
            load(connection, source, major=self.shadow.major)
            found = read_rows(connection, self._read_shadow(connection, label), source.rows)
            return replace(with_places(found, source), notes=(*found.notes, *source.diagnostics))

        content = tuple((s.origin, s.settings, s.sql) for s in source.statements)
        return replace(self._kept("files", content, build), label=label)

    def _migrations(self, source: Migrations, like: Catalog | None) -> Catalog:
        from schemadiff.sources.migrations import read_migrations, replay

        found = read_migrations(source.folder)

        def build(connection: psycopg.Connection[Any]) -> Catalog:
            self._progress(f"replaying {len(found.replayed)} migrations of {source.folder} in {self.shadow.origin}")
            self.shadow.ensure_roles(connection, sorted(found.roles))
            replay(connection, found.replayed)
            catalog = self._read_shadow(connection, source.label)
            if like is not None:
                catalog = same_rows(connection, catalog, like)
            return replace(catalog, notes=(*catalog.notes, *found.diagnostics))

        rows = [i for i in like.objects if i.object_type == "reference row"] if like is not None else []
        content = (tuple((m.path, m.sql, m.in_transaction) for m in found.replayed), rows)
        return replace(self._kept("migrations", content, build), label=source.label)

    def _read_shadow(self, connection: psycopg.Connection[Any], label: str) -> Catalog:
        return read(connection, KINDS.all, owner=self.shadow.owner, label=label)

    def _kept(self, what: str, content: object, build: Callable[[Any], Catalog]) -> Catalog:
        """From the cache, else from a fresh shadow database."""
        server = self._server()
        key = key_of(importlib.metadata.version("schemadiff"), what, server, content) if server else None
        if key and (found := self._cache.get(key)):
            return found
        with self.shadow.database() as connection:
            found = build(connection)
        if key:
            self._cache.put(key, found)
        return found

    def _server(self) -> str | None:
        """What the shadow's answers depend on; None where only the server itself could tell."""
        if self._spec.mode != "embedded":
            return None
        from schemadiff.sources.embedded import find

        try:
            found = find(self._major, places=self._spec.binaries, progress=self._progress)
        except SchemadiffError:
            return None  # the shadow itself looks further, and explains
        return f"{found.version} {found.build}"

    def verify(self, plan: Plan) -> tuple[Diagnostic, ...]:
        """Run a plan twice in the shadow.

        Raises:
            EmitError: it fails there, or does not lead to the new state.
        """
        from schemadiff.emit.verify import verify

        self._progress(f"trying the files in {self.shadow.origin}")
        names = {str(getattr(v, "role", "") or "") for c in (plan.old, plan.new) for v in c.objects.values()}

        def look(connection: psycopg.Connection[Any]) -> Catalog:
            return same_rows(connection, self._read_shadow(connection, "the shadow"), plan.new)

        return verify(
            plan, self.shadow.database, look, lambda c: self._roles(c, sorted(names - {""}))
        )

    # -- the shadow --------------------------------------------------------------------------------

    @property
    def shadow(self) -> Shadow:
        """The shadow server, started on first use."""
        if self._shadow is None:
            from schemadiff.sources.shadow import open_shadow

            self._shadow = self._stack.enter_context(
                open_shadow(self._spec, major=self._major, progress=self._progress)
            )
            self._notes.extend(self._shadow.notes)
        return self._shadow

    def _roles(self, connection: psycopg.Connection[Any], names: list[str]) -> None:
        self.shadow.ensure_roles(connection, names)


def without_history(catalog: Catalog) -> Catalog:
    """The catalog without Flyway's own table, which it keeps beside the schema."""
    mine = {i for i in catalog.objects if catalog.root(i).names[-1:] == (HISTORY,)}
    if not mine:
        return catalog
    note = Diagnostic("flyway-history", HISTORY, "is Flyway's own and is left to it")
    objects = {i: v for i, v in catalog.objects.items() if i not in mine}
    uses = {i: n - mine for i, n in catalog.uses.items() if i not in mine}
    return replace(catalog, objects=objects, uses=uses, notes=(*catalog.notes, note))


@contextmanager
def connected(source: Live) -> Iterator[psycopg.Connection[Any]]:
    """A connection to a live database.

    Raises:
        CatalogError: it cannot be reached; the message never holds a password.
    """
    import psycopg

    try:
        connection = psycopg.connect(source.conninfo, autocommit=True, application_name="schemadiff")
    except psycopg.Error as error:
        words = str(error).strip().splitlines()
        raise CatalogError(
            f"cannot connect to {source.label}: {words[-1] if words else 'no reason given'}",
            sqlstate=error.sqlstate,
            hint="Check host, port, user and password of the URL, and that the server is up.",
        ) from error
    with connection:
        yield connection
