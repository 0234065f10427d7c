"""The user that a private server runs as: never root, and one that initdb finds in the password file.

An ordinary user runs it as is. Root drops to `nobody`. Where that fails, or the user has no name (arbitrary
uids in containers), a user namespace shows the same files under the uid of a named user.
"""

from __future__ import annotations

import os
import pwd
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal

from schemadiff.errors import ShadowError
from schemadiff.sources.private_folder import may_enter, reachable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# CAP_CHOWN, CAP_DAC_OVERRIDE, CAP_KILL, CAP_SETGID, CAP_SETUID
_RIGHTS = sum(1 << number for number in (0, 1, 5, 6, 7))

# PostgreSQL refuses uid 0 and initdb a uid without a name: inside, ours shows as the named one
_NAMESPACE = """
import os, sys
inside, uid, gid = int(sys.argv[1]), os.geteuid(), os.getegid()
os.unshare(os.CLONE_NEWUSER)
for name, text in (("setgroups", "deny"), ("uid_map", f"{inside} {uid} 1"), ("gid_map", f"{inside} {gid} 1")):
    with open(f"/proc/self/{name}", "w") as file:
        file.write(text)
os.execv(sys.argv[2], sys.argv[2:])
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunAs:
    """How to start a process as the server's user; `uid` and `gid` own its files on disk."""

    uid: int
    gid: int
    way: Literal["as-is", "setuid", "namespace"]

    def popen(
        self, command: Sequence[str], *, env: Mapping[str, str], stdout: int, stderr: IO[bytes] | int
    ) -> subprocess.Popen[bytes]:
        """Start the command in a session of its own, its stdin a pipe that we hold, its folder `/`."""
        dropped = self.way == "setuid"
        return subprocess.Popen(
            self._command(command, env),
            stdin=subprocess.PIPE,
            stdout=stdout,
            stderr=stderr,
            # Python itself may need more of our environment than its child shall see
            env=None if self.way == "namespace" else dict(env),
            cwd="/",
            user=self.uid if dropped else None,
            group=self.gid if dropped else None,
            extra_groups=[] if dropped else None,
            start_new_session=True,  # Ctrl-C in the terminal is for us alone
        )

    def may_write(self, folder: Path) -> bool:
        """Tell whether it may make a folder in this one."""
        if self.way == "setuid":
            inside = may_enter(folder, uid=self.uid, gid=self.gid, bits=0o3)
            return inside and reachable(folder, uid=self.uid, gid=self.gid)
        return os.access(folder, os.W_OK | os.X_OK)

    def works(self) -> bool:
        """Try it."""
        try:
            process = self.popen(
                ["/bin/sh", "-c", ":"], env={}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        except OSError:
            return False
        process.communicate()
        return process.returncode == 0

    def _command(self, command: Sequence[str], env: Mapping[str, str]) -> list[str]:
        if self.way != "namespace":
            return list(command)
        inside = [sys.executable, "-I", "-S", "-c", _NAMESPACE, str(_named_uid())]
        return [*inside, "/usr/bin/env", "-i", *(f"{name}={value}" for name, value in env.items()), *command]


def choose(needed: Path) -> RunAs:
    """Choose the user for a server whose programs are in the folder `needed`.

    Raises:
        ShadowError: there is no way to run one here.
    """
    uid, gid = os.geteuid(), os.getegid()
    if uid != 0 and _has_name(uid):
        return RunAs(uid=uid, gid=gid, way="as-is")
    if uid == 0:
        nobody = _nobody()
        if nobody and _is_able() and reachable(needed, uid=nobody.uid, gid=nobody.gid) and nobody.works():
            return nobody
    same = RunAs(uid=uid, gid=gid, way="namespace")
    if sys.platform == "linux" and same.works():
        return same
    who = "root cannot become another user" if uid == 0 else f"uid {uid} has no name in /etc/passwd"
    raise ShadowError(
        f"the embedded PostgreSQL cannot run here: {who}, and user namespaces are not allowed",
        hint="Run as an ordinary user with a name, or give the shadow a server's URL, or use docker.",
    )


def _nobody() -> RunAs | None:
    try:
        entry = pwd.getpwnam("nobody")
    except KeyError:
        return None
    return RunAs(uid=entry.pw_uid, gid=entry.pw_gid, way="setuid")


def _is_able() -> bool:
    """Tell whether this root may change users and handle another user's files and processes."""
    try:
        status = Path("/proc/self/status").read_text("ascii")
    except OSError:
        return True  # no such file where root has no lesser forms
    effective = next(line.split()[1] for line in status.splitlines() if line.startswith("CapEff:"))
    return int(effective, 16) & _RIGHTS == _RIGHTS


def _has_name(uid: int) -> bool:
    try:
        pwd.getpwuid(uid)
    except KeyError:
        return False
    return True


def _named_uid() -> int:
    nobody = _nobody()
    return nobody.uid if nobody else next((entry.pw_uid for entry in pwd.getpwall() if entry.pw_uid), 65534)
