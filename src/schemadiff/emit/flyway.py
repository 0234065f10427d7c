"""Flyway's conventions for SQL migrations: file names, versions, order, checksum, the .conf beside a file.

Source: flyway-core 10 to 13, ResourceNameParser, MigrationVersion, ChecksumCalculator, SqlScriptMetadata.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from dataclasses import dataclass
from functools import total_ordering
from typing import TYPE_CHECKING

from schemadiff.errors import EmitError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAX_VERSION = 50
MAX_DESCRIPTION = 200
# A name with version, suffix and .conf must stay below the 255 bytes of common file systems.
_SLUG_LENGTH = 120
_NAME = re.compile(r"(?P<prefix>[VUBR])(?P<rest>.*)\.sql", re.DOTALL)
_VERSION = re.compile(r"[0-9]+([._][0-9]+)*")
_MIGRATION_LIKE = re.compile(r"[VUB][0-9_.]|R_", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\$\{[^}]*\}")
_LINE_END = re.compile(r"\r\n|\r|\n")

RIGHT_NAME = "V<version>__<description>.sql, for example V7__add_users.sql"


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Version:
    """A version as written; two are equal when their parts are, trailing zero parts aside."""

    text: str

    @property
    def parts(self) -> tuple[int, ...]:
        """The numbers of the version without trailing zeros."""
        numbers = [int(part) for part in re.split("[._]", self.text)]
        while len(numbers) > 1 and numbers[-1] == 0:
            numbers.pop()
        return tuple(numbers)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Version) and self.parts == other.parts

    def __lt__(self, other: Version) -> bool:
        return self.parts < other.parts

    def __hash__(self) -> int:
        return hash(self.parts)

    def __str__(self) -> str:
        """Return the version as Flyway's history writes it."""
        return self.text.replace("_", ".")


@dataclass(frozen=True, slots=True)
class MigrationName:
    """The parts of a migration's file name; `kind` is V, U, B or R, and R has no version."""

    kind: str
    version: Version | None
    words: str

    @property
    def description(self) -> str:
        """The description as Flyway shows it."""
        return self.words.replace("_", " ")

    @property
    def filename(self) -> str:
        """The name of the file."""
        return f"{self.kind}{self.version.text if self.version else ''}__{self.words}.sql"


def parse_name(filename: str) -> MigrationName | None:
    """Take a file name apart at its first `__`; None when it is not a migration that Flyway would run."""
    match = _NAME.fullmatch(filename)
    if match is None:
        return None
    kind = match["prefix"]
    before, separator, words = match["rest"].partition("__")
    if not separator or not words:
        return None
    if kind == "R":
        return MigrationName(kind, None, words) if not before else None
    if not _VERSION.fullmatch(before):
        return None
    return MigrationName(kind, Version(before), words)


def misnamed(filename: str) -> str | None:
    """Why a .sql file that looks like a migration is none, or None when it is one or looks like none."""
    stem = re.sub(r"\.sql$", "", filename, flags=re.IGNORECASE)
    if stem == filename or parse_name(filename) or not _MIGRATION_LIKE.match(stem):
        return None
    before, separator, words = stem[1:].partition("__")
    faults = [
        (not filename.endswith(".sql"), "the suffix must be .sql in lower case"),
        (stem[0].islower(), f"the prefix must be {stem[0].upper()} in upper case"),
        (not separator, "two underscores must part the version from the description"),
        (not words, "the description is missing"),
        (stem[0] == "R", "a repeatable migration has no version"),
        (not before, "the version is missing"),
    ]
    unfit = f"{before} is not a version: numbers, parted by a dot or an underscore"
    return next((reason for wrong, reason in faults if wrong), unfit)


def migration_filename(version: str, words: str, *, kind: str = "V") -> str:
    """Name a versioned file.

    Raises:
        EmitError: Flyway would not accept the version or the description.
    """
    if not _VERSION.fullmatch(version):
        raise EmitError(
            f"{version!r} is not a version that Flyway accepts",
            hint="Use numbers, parted by dots: 7 or 1.2.3",
        )
    if len(version) > MAX_VERSION:
        raise EmitError(f"the version {version} has {len(version)} characters; Flyway keeps {MAX_VERSION}")
    description = slug(words)
    return MigrationName(kind, Version(version), description).filename


def slug(words: str) -> str:
    """Make words_with_underscores of any text: ASCII, one line, safe in any file name, never empty."""
    folded = unicodedata.normalize("NFKD", words.replace("ß", "ss"))
    plain = "".join(_ascii(c) for c in folded if not unicodedata.combining(c))
    joined = re.sub(r"[^A-Za-z0-9]+", "_", plain).strip("_")
    if len(joined) > _SLUG_LENGTH:
        cut = joined[: _SLUG_LENGTH + 1]
        joined = (cut[: cut.rfind("_")] if "_" in cut else cut[:_SLUG_LENGTH]).strip("_")
    return joined or "migration"


def _ascii(character: str) -> str:
    """A letter outside ASCII that has no plain form is written as its code point."""
    if character.isascii():
        return character
    return f"u{ord(character):04x}_" if character.isalnum() else " "


def next_version(existing: Iterable[str]) -> str:
    """The version after the highest one, written as that one is: depth, separator and zero padding kept.

    A timestamp counts up by one like any other number: the same folder always gives the same next version.
    """
    versions = [Version(text) for text in existing]
    if not versions:
        return "1"
    # Of equal versions (1 and 1.0) the longer text says more about the style.
    latest = max(versions, key=lambda v: (v.parts, len(v.text), v.text))
    head, last = re.fullmatch(r"(.*?)([0-9]+)", latest.text, re.DOTALL).groups()  # type: ignore[union-attr]
    return f"{head}{int(last) + 1:0{len(last)}d}"


def next_versions(existing: Sequence[str], count: int) -> list[str]:
    """Versions for several files that follow each other."""
    found: list[str] = []
    for _ in range(count):
        found.append(next_version([*existing, *found]))
    return found


def checksum(text: str) -> int:
    """Flyway's checksum of a script: CRC-32 over its lines without their ends, as a signed 32-bit integer."""
    crc = 0
    for line in _LINE_END.split(text.removeprefix("\ufeff")):
        crc = zlib.crc32(line.encode(), crc)
    return crc - (1 << 32) if crc >> 31 else crc


def placeholders(sql: str) -> list[tuple[int, str]]:
    """Each ${...} that Flyway would replace, comments and bodies included, with its offset."""
    return [(match.start(), match.group()) for match in _PLACEHOLDER.finditer(sql)]


def conf_text(*, in_transaction: bool, sql: str) -> str | None:
    """The text of the `.sql.conf` beside a file, or None where Flyway's defaults are right for it."""
    lines = []
    if not in_transaction:
        lines.append("executeInTransaction=false")
    if "${" in sql:
        lines.append("placeholderReplacement=false")
    return "\n".join([*lines, ""]) if lines else None


def parse_conf(text: str) -> dict[str, str]:
    """The settings of a `.sql.conf`: key=value lines, # for comments."""
    settings: dict[str, str] = {}
    for line in _LINE_END.split(text):
        key, separator, value = line.partition("=")
        if separator and not key.lstrip().startswith("#"):
            settings[key.strip()] = value.strip()
    return settings
