"""The program's parts put together: two sources become two catalogs, a comparison, a plan, a proof."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Final, Self

from schemadiff.cache import Cache, key_of
from schemadiff.catalog.reader import read
from schemadiff.catalog.rows import read_rows, same_rows
from schemadiff.catalog.settle import Comparison, compare, reprint
from schemadiff.errors import Diagnostic, SchemadiffError
from schemadiff.kinds import KINDS
from schemadiff.plan.steps import Plan, make_plan
from schemadiff.sources.grammar import Empty, Files, Git, Live, Migrations, Snapshot, Source
from schemadiff.sources.live import connected, reading, working

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from schemadiff.model.catalog import Catalog
    from schemadiff.sources.live import Connection
    from schemadiff.sources.shadow import Shadow
    from schemadiff.sources.shadow_host import ShadowSpec
    from schemadiff.sources.statement import SqlFile

    type Progress = Callable[[str], None]

HISTORY: Final = "flyway_schema_history"
# What a policy is for that is no role of its own.
_NO_ROLES: Final = frozenset({"", "PUBLIC", "CURRENT_USER"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Both states, what differs, and what a person should know beside it.

    Args:
        old: the state there is.
        new: the state wanted.
        comparison: what differs.
        major: of the server that will run the files; where two majors printed, `old` bears another one.
        loaded: `new` was built in the shadow, so whatever it holds can be built there.
        notes: in the order in which they came up.
    """

    old: Catalog
    new: Catalog
    comparison: Comparison
    major: int
    loaded: bool
    notes: tuple[Diagnostic, ...]

    def plan(self, *, split_areas: bool = False) -> Plan:
        """Order the way from the old state to the new one.

        Raises:
            PlanError: there is none that keeps the laws.
        """
        return make_plan(
            self.comparison.deltas,
            self.old,
            self.new,
            KINDS,
            major=self.major,
            settled=self.comparison.settled,
            split_areas=split_areas,
        )


class Workspace:
    """What one run shares: the shadows, started when they are first needed, and the cache.

    A context manager: what it starts ends with it.
    """

    def __init__(
        self, spec: ShadowSpec, *, postgres: int | None = None, progress: Progress | None = None
    ) -> None:
        self._spec = spec
        self._postgres = postgres
        self._progress: Progress = progress or (lambda _: None)
        self._stack = ExitStack()
        self._shadows: dict[int | None, Shadow] = {}
        self._cache = Cache(KINDS)
        self._major = postgres

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
        major, notes = before.major, []
        if before.major != after.major:
            notes.append(self._two_majors(before, after))
            before, after = (self._reprinted(c) for c in (before, after))

        @contextmanager
        def database() -> Iterator[Connection]:
            self._progress("comparing texts after a reload")
            with self._database(before, after) as connection:
                yield connection

        comparison = compare(before, after, KINDS, database, cache=self._cache)
        notes += [*before.notes, *after.notes, *comparison.notes]
        # That the shadow is of another major is a part of what was said of two majors.
        started = [note for shadow in self._shadows.values() for note in shadow.notes]
        notes += [note for note in started if note.code != "shadow-major" or before.major == major]
        return Compared(
            old=before,
            new=after,
            comparison=comparison,
            major=major,
            loaded=not isinstance(new, Live | Snapshot),
            notes=tuple(dict.fromkeys(notes)),
        )

    def _read_both(self, old: Source, new: Source) -> tuple[Catalog, Catalog]:
        """Connect to what is live first, since it says of which major the shadow has to be."""
        with ExitStack() as stack:
            here, there = (
                stack.enter_context(connected(s)) if isinstance(s, Live) else None for s in (old, new)
            )
            majors = [c.info.server_version // 10000 for c in (here, there) if c is not None]
            self._major = max(majors, default=self._postgres)
            match old, new:
                case Live(), Live() if here is not None and there is not None:
                    with ThreadPoolExecutor() as pool:
                        before = pool.submit(self._live, old, here, None)
                        after = self._live(new, there, None)
                        return before.result(), after
                case Live(), _ if here is not None:
                    after = self.catalog(new)
                    return self._live(old, here, after), after
                case _, Live() if there is not None:
                    found = self.catalog(old)
                    return found, self._live(new, there, found)
                case ((Migrations() | Snapshot()), _):
                    after = self.catalog(new)
                    return self.catalog(old, like=after), after
                case _:
                    found = self.catalog(old)
                    return found, self.catalog(new, like=found)

    def _two_majors(self, before: Catalog, after: Catalog) -> Diagnostic:
        return Diagnostic(
            "two-majors",
            f"PostgreSQL {before.major} and {after.major}",
            f"print the two sides; so that one version prints both, {self.shadow.origin} does",
        )

    def _reprinted(self, catalog: Catalog) -> Catalog:
        if catalog.major == self.shadow.major:
            return catalog
        self._progress(f"printing {catalog.label} by {self.shadow.origin}")
        return reprint(catalog, KINDS, lambda: self._database(catalog), lambda _, __: None)

    # -- one state ---------------------------------------------------------------------------------

    def catalog(self, source: Source, *, like: Catalog | None = None) -> Catalog:
        """Read one state.

        Args:
            source: the state.
            like: the other side, whose declared rows are looked for where the source declares none.

        Raises:
            SchemadiffError: it cannot be read.
        """
        match source:
            case Live():
                with connected(source) as connection:
                    return self._live(source, connection, like)
            case Files(path, label):
                return self._files([path], label)
            case Git(revision, path, label, cwd):
                from schemadiff.sources.git import read_git

                return self._files(read_git(revision, path, cwd=cwd), label)
            case Migrations():
                return self._migrations(source, like)
            case Snapshot(path, label):
                from schemadiff.sources.snapshot import read_snapshot

                return replace(read_snapshot(path, KINDS), label=label)
            case Empty():
                return self._kept("empty", (), self._empty)

    def _live(self, source: Live, connection: Connection, like: Catalog | None) -> Catalog:
        self._progress(f"reading {source.label}")
        major, minor = divmod(connection.info.server_version, 10000)
        label = f"{source.label} (PostgreSQL {major}.{minor}, live)"
        with reading(source):
            found = without_history(read(connection, KINDS.all, label=label))
            return same_rows(connection, found, like) if like is not None else found

    def _empty(self) -> Catalog:
        with self._database() as connection:
            return self._read_shadow(connection, "empty")

    def _files(self, paths: Sequence[Path | SqlFile], label: str) -> Catalog:
        """The catalog of schema files. A second run over the same bytes parses nothing and loads nothing."""
        from schemadiff.sources.sql_files import find_files, read_sql

        ignored: list[Diagnostic] = []
        files = find_files(paths, ignored)

        def build() -> Catalog:
            from schemadiff.sources.load import load
            from schemadiff.sources.places import with_places

            source = read_sql(files)
            self._progress(f"loading {label} into {self.shadow.origin}")
            with self._database() as connection:
                self.shadow.ensure_roles(connection, sorted(source.roles))
                load(connection, source, major=self.shadow.major)
                catalog = without_history(self._read_shadow(connection, label))
                found = read_rows(connection, catalog, source.rows)
            return replace(with_places(found, source), notes=(*found.notes, *source.diagnostics))

        found = self._kept("files", [(f.path, f.area, f.content) for f in files], build)
        return replace(found, label=label, notes=(*found.notes, *ignored))

    def _migrations(self, source: Migrations, like: Catalog | None) -> Catalog:
        """The catalog that migrations build, with the rows that the other side declares."""
        from schemadiff.sources.migrations import read_migrations, replay

        def build() -> Catalog:
            found = read_migrations(source.folder)
            number = len(found.replayed)
            self._progress(f"replaying {number} migrations of {source.folder} in {self.shadow.origin}")
            with self._database() as connection:
                self.shadow.ensure_roles(connection, sorted(found.roles))
                replay(connection, found.replayed)
                catalog = self._read_shadow(connection, source.label)
                if like is not None:
                    catalog = same_rows(connection, catalog, like)
            return replace(catalog, notes=(*catalog.notes, *found.diagnostics))

        rows = [v for i, v in like.objects.items() if i.object_type == "reference row"] if like else []
        return replace(self._kept("migrations", (contents(source.folder), rows), build), label=source.label)

    def _read_shadow(self, connection: Connection, label: str) -> Catalog:
        return read(connection, KINDS.all, owner=self.shadow.owner, label=label)

    def _kept(self, what: str, content: object, build: Callable[[], Catalog]) -> Catalog:
        """From the cache, else built anew."""
        server = self._server()
        if server is None:
            return build()
        key = key_of(what, server, content)
        found = self._cache.get(key)
        if found is None:
            found = build()
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

    # -- proof -------------------------------------------------------------------------------------

    def verify(self, plan: Plan, *, loaded: bool) -> tuple[Diagnostic, ...]:
        """Run a plan twice in the shadow, and say where that proves nothing.

        Args:
            plan: the way between two states.
            loaded: the new state was built in the shadow, so whatever it holds can be built there.

        Raises:
            EmitError: it fails there, or does not lead to the new state.
        """
        from schemadiff.emit.verify import verify

        self._progress(f"trying the files in {self.shadow.origin}")

        def look(connection: Connection) -> Catalog:
            return same_rows(connection, self._read_shadow(connection, "the shadow"), plan.new)

        return verify(plan, lambda: self._database(plan.old, plan.new), look, loaded=loaded)

    def disagreement(self, migrations: Migrations, old: Catalog) -> tuple[Diagnostic, ...]:
        """Warn where a folder's migrations build another state than the one that new files start from.

        Files that are added to them do on a fresh database something else than on the one they are made for.
        """
        try:
            built = self.catalog(migrations if has_migrations(migrations.folder) else Empty(), like=old)
            if built.major != old.major:
                return ()
            deltas = compare(built, old, KINDS, lambda: self._database(built, old), cache=self._cache).deltas
        except SchemadiffError as error:
            message = (
                f"could not be replayed, so nobody knows whether they build {old.label}: {error.message}"
            )
            return (Diagnostic("not-replayed", migrations.label, message, "warning"),)
        if not deltas:
            return ()
        number = f"{len(deltas)} difference{'s' if len(deltas) > 1 else ''}"
        message = (
            f"build another schema than {old.label}, from which the new files start ({number}): "
            "on a fresh database they may lead elsewhere. `schemadiff plan` between the two shows how"
        )
        return (Diagnostic("folder-disagrees", migrations.label, message, "warning"),)

    # -- the shadow --------------------------------------------------------------------------------

    @property
    def shadow(self) -> Shadow:
        """The shadow server for what is compared now, started on first use."""
        if self._major not in self._shadows:
            from schemadiff.sources.shadow import open_shadow

            opened = open_shadow(self._spec, major=self._major, progress=self._progress)
            with working("while it started"):
                self._shadows[self._major] = self._stack.enter_context(opened)
        return self._shadows[self._major]

    @contextmanager
    def _database(self, *catalogs: Catalog) -> Iterator[Connection]:
        """An empty database in the shadow, with every role that the catalogs name."""
        with working(self.shadow.origin), self.shadow.database() as connection:
            self.shadow.ensure_roles(connection, sorted(roles_of(*catalogs)))
            yield connection


def save_snapshot(source: Source, path: Path, *, spec: ShadowSpec | None = None) -> None:
    """Save a state as a file that `snapshot:FILE.json` reads.

    For example::

        save_snapshot(parse_source("postgresql://localhost/shop"), Path("shop.json"))

    Raises:
        SchemadiffError: the source cannot be read, or the file cannot be written.
    """
    from schemadiff.sources.shadow_host import ShadowSpec
    from schemadiff.sources.snapshot import write_snapshot

    with Workspace(spec or ShadowSpec()) as workspace:
        write_snapshot(path, workspace.catalog(source), KINDS)


def without_history(catalog: Catalog) -> Catalog:
    """The catalog without Flyway's own table, which it keeps beside the schema."""
    tables = [i for i in catalog.objects if i.object_type == "table" and i.names[-1] == HISTORY]
    if not tables:
        return catalog
    mine = {i for table in tables for i in (table, *catalog.under(table))}
    note = Diagnostic("flyway-history", HISTORY, "is Flyway's own and is left to it")
    objects = {i: v for i, v in catalog.objects.items() if i not in mine}
    uses = {i: n - mine for i, n in catalog.uses.items() if i not in mine}
    return replace(catalog, objects=objects, uses=uses, notes=(*catalog.notes, note))


def roles_of(*catalogs: Catalog) -> set[str]:
    """The roles that the objects name: owners, grantees, and whom policies are for."""
    found: set[str] = set()
    said = {"role", "grantee", "roles"}
    naming = {k.cls for k in KINDS.all if said & {f.name for f in fields(k.cls)}}
    for value in (v for catalog in catalogs for v in catalog.objects.values() if type(v) in naming):
        found.update(str(getattr(value, name, None) or "") for name in ("role", "grantee"))
        found.update(_unquoted(role) for role in getattr(value, "roles", ()))
    return found - _NO_ROLES


def _unquoted(name: str) -> str:
    return name[1:-1].replace('""', '"') if name.startswith('"') else name


def contents(folder: Path) -> list[tuple[str, bytes]]:
    """Name and bytes of every file below a folder, hidden ones aside, for the cache; order is settled.

    Raises:
        SourceError: one cannot be read.
    """
    from schemadiff.sources.sql_files import read_bytes

    paths = (p for p in folder.rglob("*") if p.is_file())
    shown = (p for p in paths if not any(part.startswith(".") for part in p.relative_to(folder).parts))
    return [(str(p), read_bytes(p)) for p in sorted(shown)]


def has_migrations(folder: Path) -> bool:
    """True where a folder holds a file that Flyway would run."""
    from schemadiff.emit.flyway import parse_name

    return folder.is_dir() and any(parse_name(p.name) for p in folder.rglob("*.sql"))
