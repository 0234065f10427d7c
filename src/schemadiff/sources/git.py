"""A folder of this repository as it was at a revision (git ls-tree, git cat-file)."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path, PurePosixPath

from schemadiff.errors import SourceError
from schemadiff.sources.statement import SqlFile

_SUFFIXES = frozenset({".sql", ".yaml", ".yml"})
_LINK = "120000"


def read_git(revision: str, path: str, *, cwd: Path | None = None) -> list[SqlFile]:
    """Take the schema files of a folder, or one file, out of a revision.

    Args:
        revision: anything that git understands as a commit or a tree.
        path: from the repository's root, or from `cwd` where it starts with `./` or `../`, as in git itself.
        cwd: a folder inside the repository.

    Raises:
        SourceError: not a repository, no such revision, no such path, or nothing to read in it.
    """
    here = cwd or Path.cwd()
    root = _git(here, "rev-parse", "--show-toplevel", failure=f"{here} is not inside a git repository")
    tree = _git(
        here,
        *("rev-parse", "--verify", "--end-of-options", f"{revision}^{{tree}}"),
        failure=f"git knows no revision {revision!r}",
        hint="See: git log, git branch --all. A shallow clone lacks what is older: git fetch --unshallow",
    )
    wanted = _from_root(path, here, Path(root.decode().rstrip("\n")))
    listed = _git(here, "ls-tree", "-r", "-z", "--full-tree", tree.decode().strip(), "--", wanted or ".")
    entries = [_entry(line) for line in listed.decode(errors="surrogateescape").split("\0") if line]
    if not entries:
        raise SourceError(
            f"there is no {wanted or '/'} at {revision}",
            hint=f"Paths count from the repository's root; from the current folder write ./{path}",
        )
    files = [entry for entry in entries if PurePosixPath(entry[2]).suffix.lower() in _SUFFIXES]
    if not files:
        raise SourceError(f"there is no .sql file in {wanted or '/'} at {revision}")
    for mode, _, name in files:
        if mode == _LINK:
            raise SourceError(f"{revision}:{name} is a symbolic link, which is not followed inside git")
    contents = _contents(here, [blob for _, blob, _ in files])
    return [
        SqlFile(f"{revision}:{name}", content, _area(name, wanted))
        for (_, _, name), content in zip(files, contents, strict=True)
    ]


def _from_root(path: str, here: Path, root: Path) -> str:
    plain = path.strip("/")
    if path.startswith(("./", "../")) or path in {".", ".."}:
        plain = Path(os.path.relpath(here.resolve() / path, root.resolve())).as_posix()
    if plain.startswith("../"):
        raise SourceError(f"{path} is outside the repository {root}")
    return "" if plain == "." else plain


def _entry(line: str) -> tuple[str, str, str]:
    """Mode, object and path of a line of ls-tree."""
    head, _, name = line.partition("\t")
    mode, _, blob = head.split(" ")
    return mode, blob, name


def _area(name: str, root: str) -> str:
    inside = PurePosixPath(name).name if name == root else name.removeprefix(f"{root}/" if root else "")
    return inside.removesuffix(".sql")


def _contents(here: Path, blobs: list[str]) -> list[bytes]:
    """The contents of objects: one header line, the bytes and a line end for each."""
    output = _git(here, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in blobs).encode())
    contents = []
    at = 0
    for _ in blobs:
        end = output.index(b"\n", at)
        size = int(output[at:end].split()[2])
        contents.append(output[end + 1 : end + 1 + size])
        at = end + 1 + size + 1
    return contents


def _git(
    here: Path,
    *arguments: str,
    given: bytes = b"",
    failure: str = "git failed",
    hint: str | None = None,
) -> bytes:
    program = shutil.which("git")
    if program is None:
        raise SourceError("git is not installed, or not on the PATH")
    environment = {**os.environ, "LC_ALL": "C", "GIT_LITERAL_PATHSPECS": "1"}
    done = subprocess.run(
        [program, *arguments], cwd=here, input=given, capture_output=True, env=environment, check=False
    )
    if done.returncode:
        words = done.stderr.decode(errors="replace").strip().splitlines()
        reason = f" ({words[0]})" if words else ""
        raise SourceError(f"{failure}{reason}", hint=hint)
    return done.stdout
