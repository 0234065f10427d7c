"""What each command does: configuration and options become sources, sources a plan, a plan words or files."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from schemadiff.config import NAME, System, find, load
from schemadiff.emit.files import MigrationFile, existing_files, migration_files, write_all
from schemadiff.errors import ConfigError
from schemadiff.pipeline import Compared, Workspace, has_migrations
from schemadiff.plan.hazards import check_names, refuse
from schemadiff.present import Presenter
from schemadiff.report import Report, make_report
from schemadiff.sources.grammar import Empty, Migrations, Source, parse_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType

    from schemadiff.errors import Diagnostic
    from schemadiff.plan.steps import Plan

_NO_FROM: Final = f"Give it, or name a database or a generated folder in {NAME}."


class Program:
    """One run of a command. A context manager: what it starts ends with it."""

    def __init__(self, system: str | None, config: Path | None, shadow: str | None, *, quiet: bool) -> None:
        self._presenter = Presenter.standard(quiet=quiet)
        self._config = load(config or find(Path()))
        self._system = self._config.system(system)
        self._stack = ExitStack()
        self._shadow = replace(self._config.shadow, mode=shadow) if shadow else self._config.shadow

    def __enter__(self) -> Self:
        progress = self._stack.enter_context(self._presenter.progress())
        self._workspace = self._stack.enter_context(
            Workspace(self._shadow, postgres=self._config.postgres, progress=progress)
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    # -- commands ------------------------------------------------------------------------------------

    def plan(
        self, from_: str | None, to: str | None, allow: Sequence[str], form: str, *, sql: bool, verbose: bool
    ) -> Report:
        """Show the plan."""
        allowed = self._allowed(allow)
        old, new = self._from(from_), self._to(to)
        compared = self._workspace.compare(old, new)
        found = compared.plan(split_areas=self._system.split == "area")
        files = migration_files(found, existing_files(self._folder(old))) if found.segments else []
        report = self._report(found, compared, files, allowed)
        self._stack.close()
        self._presenter.notes(compared.notes)
        self._presenter.plan(report, form, sql=sql, verbose=verbose)
        return report

    def emit(
        self,
        from_: str | None,
        to: str | None,
        allow: Sequence[str],
        *,
        out: Path | None,
        name: str | None,
        version: str | None,
        split: str | None,
        verify: bool,
    ) -> None:
        """Write the plan's files.

        Raises:
            HazardRefused: a step needs a hazard that is not allowed.
            EmitError: the files cannot be written.
        """
        allowed = self._allowed(allow)
        folder = out or self._generated()
        old, new = self._from(from_), self._to(to)
        compared = self._workspace.compare(old, new)
        found = compared.plan(split_areas=(split or self._system.split) == "area")
        refuse(found.hazards, allowed)
        if not found.segments:
            self._stack.close()
            self._presenter.notes(compared.notes)
            self._presenter.say(f"nothing to do: {compared.old.label} holds what {compared.new.label} wants")
            return
        files = migration_files(found, existing_files(folder), name=name, version=version)
        notes = list(compared.notes)
        if verify:
            notes += self._workspace.verify(found, loaded=compared.loaded)
            notes += self._disagreement(old, compared, folder)
        self._stack.close()
        written = write_all(folder, files)
        self._presenter.notes(notes)
        self._presenter.wrote(written)

    def check(self, from_: str | None, to: str | None, form: str) -> bool:
        """Compare each pair that should agree; True where all do."""
        reports: list[Report] = []
        notes: list[Diagnostic] = []
        for old, new, place in self._pairs(from_, to):
            compared = self._workspace.compare(old, new)
            reports.append(self._report(compared.plan(), compared, [], frozenset(), place=place))
            notes.extend(compared.notes)
        self._stack.close()
        self._presenter.notes(notes)
        self._presenter.check(reports, form)
        return all(report.empty for report in reports)

    # -- sources -------------------------------------------------------------------------------------

    def _pairs(self, from_: str | None, to: str | None) -> Iterator[tuple[Source, Source, str | None]]:
        """What has to agree: two sources that are given, else all of a system, else of every system."""
        if from_ is not None or to is not None or self._system.name:
            yield from self._pairs_of(self._system, from_, to)
            return
        if not self._config.systems:
            raise ConfigError("there is nothing to compare", hint=f"Give --from and --to, or write a {NAME}.")
        for system in self._config.systems:
            yield from self._pairs_of(system, None, None)

    def _pairs_of(
        self, system: System, from_: str | None, to: str | None
    ) -> Iterator[tuple[Source, Source, str | None]]:
        wanted = self._wanted(system, to)
        if from_ is not None:
            yield parse_source(from_), wanted, None
            return
        # The migrations must build what the files want, and so must the database that they were run on.
        if system.generated is not None:
            yield self._migrations(system), wanted, str(self._config.folder / system.generated)
        if system.database is not None:
            yield parse_source(system.database, base=self._config.folder), wanted, None
        if system.generated is None and system.database is None:
            raise ConfigError("--from is missing", hint=_NO_FROM)

    def _from(self, given: str | None) -> Source:
        if given is not None:
            return parse_source(given)
        self._ask_for_system("--from")
        if self._system.database is not None:
            return parse_source(self._system.database, base=self._config.folder)
        if self._system.generated is not None:
            return self._migrations(self._system)
        raise ConfigError("--from is missing", hint=_NO_FROM)

    def _migrations(self, system: System) -> Source:
        """The system's migrations; before the first of them, nothing."""
        folder = self._config.folder / str(system.generated)
        return Migrations(folder, f"migrations:{system.generated}") if folder.exists() else Empty()

    def _to(self, given: str | None) -> Source:
        if given is None:
            self._ask_for_system("--to")
        return self._wanted(self._system, given)

    def _wanted(self, system: System, given: str | None) -> Source:
        if given is not None:
            return parse_source(given)
        if system.schema is None:
            raise ConfigError("--to is missing", hint=f"Give it, or name a schema in {NAME}.")
        return parse_source(system.schema, base=self._config.folder)

    def _ask_for_system(self, missing: str) -> None:
        if not self._system.name and self._config.systems:
            known = ", ".join(s.name for s in self._config.systems)
            raise ConfigError(
                f"{missing} is missing, and no system is named", hint=f"--system is one of: {known}."
            )

    def _generated(self) -> Path:
        if self._system.generated is None:
            self._ask_for_system("--out")
            raise ConfigError("--out is missing", hint=f"Give it, or name a generated folder in {NAME}.")
        return self._config.folder / self._system.generated

    def _folder(self, old: Source) -> Path | None:
        """The folder whose versions the files of a plan would continue."""
        if self._system.generated is not None:
            return self._generated()
        return old.folder if isinstance(old, Migrations) else None

    def _disagreement(self, old: Source, compared: Compared, folder: Path) -> tuple[Diagnostic, ...]:
        """A warning where the folder that gets the files builds something else than they start from."""
        if isinstance(old, Migrations) and old.folder.resolve() == folder.resolve():
            return ()
        owned = self._system.generated is not None and folder.resolve() == self._generated().resolve()
        if not owned and not has_migrations(folder):
            return ()  # a folder for this occasion
        return self._workspace.disagreement(Migrations(folder, f"migrations:{folder}"), compared.old)

    def _allowed(self, given: Sequence[str]) -> frozenset[str]:
        """The hazards that the system or the command allows."""
        try:
            configured = check_names(self._system.allow)
        except ConfigError as error:
            place = f"{NAME}: systems.{self._system.name}.allow"
            raise ConfigError(f"{place}: {error.message}", hint=error.hint) from error
        return configured | check_names(given)

    # -- words ---------------------------------------------------------------------------------------

    def _report(
        self,
        plan: Plan,
        compared: Compared,
        files: Sequence[MigrationFile],
        allowed: frozenset[str],
        *,
        place: str | None = None,
    ) -> Report:
        written = [(f.name, f.text) for f in files if f.segment is not None]
        return make_report(plan, files=written, notes=compared.notes, allowed=allowed, place=place)
