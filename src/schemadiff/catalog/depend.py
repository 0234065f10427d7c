"""PostgreSQL's dependencies (pg_depend), folded from everything it knows to the objects that are modelled."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from schemadiff.model.ident import Ident


class Address(NamedTuple):
    """An object as pg_depend names it: catalog, row, and column number or 0."""

    classid: int
    objid: int
    objsubid: int


type Row = tuple[int, int, int, int, int, int, str]

# Schemas are left out: an object's own `schema` field says the same at a tenth of the rows. So are rows of
# the triggers that keep foreign keys, which hang on nothing but their constraint.
DEPENDENCIES: Final = """
SELECT d.classid::int8, d.objid::int8, d.objsubid,
       d.refclassid::int8, d.refobjid::int8, d.refobjsubid, d.deptype::text
FROM pg_depend d
WHERE d.refobjid >= 16384 AND d.refclassid <> 'pg_namespace'::regclass
  AND NOT (d.classid = 'pg_trigger'::regclass
           AND EXISTS (SELECT FROM pg_trigger t WHERE t.oid = d.objid AND t.tgisinternal))
"""

# An unmodelled object is folded into the first of these that it has.
_FOLD_ORDER: Final = {"e": 0, "i": 1, "P": 2, "S": 3, "a": 4}
_MEMBER: Final = frozenset("ei")


class Folding:
    """What each address stands for: a modelled object, an extension, or nothing."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = list(rows)
        owners: dict[tuple[int, int], tuple[int, bool, Address, str]] = {}
        for row in self.rows:
            if row[6] not in _FOLD_ORDER or row[2]:
                continue
            classid, objid, _, refclassid, refobjid, refobjsubid, deptype = row
            order = _FOLD_ORDER[deptype]
            # A whole relation comes before one of its columns.
            candidate = (order, refobjsubid != 0, Address(refclassid, refobjid, refobjsubid), deptype)
            if (classid, objid) not in owners or candidate < owners[classid, objid]:
                owners[classid, objid] = candidate
        self._owners = owners
        self._members: dict[tuple[int, int], Address | None] = {}

    def extension_of(self, classid: int, objid: int) -> Address | None:
        """The extension that an object is a member of, also through what it is an inner part of."""
        key = (classid, objid)
        if key not in self._members:
            self._members[key] = None  # a loop of inner parts belongs to nothing
            owner = self._owners.get(key)
            if owner is not None and owner[3] in _MEMBER:
                address = owner[2]
                found = address if owner[3] == "e" else self.extension_of(address.classid, address.objid)
                self._members[key] = found
        return self._members[key]

    def owner(self, address: Address) -> Address | None:
        """What an unmodelled address is part of: its relation, else by deptype."""
        if address.objsubid:
            return Address(address.classid, address.objid, 0)
        found = self._owners.get((address.classid, address.objid))
        return found[2] if found else None

    def inner(self, address: Address) -> bool:
        """True for an inner part of something: a row type, a toast table, the index of a constraint."""
        found = self._owners.get((address.classid, address.objid))
        return found is not None and found[3] in "iPS"

    def fold(self, address: Address, modelled: Mapping[Address, Ident]) -> Ident | None:
        """The modelled object that an address is, or is part of; None when it is part of none."""
        seen: set[Address] = set()
        current: Address | None = address
        while current is not None and current not in seen:
            if current in modelled:
                return modelled[current]
            seen.add(current)
            current = self.owner(current)
        return None

    def edges(self, modelled: Mapping[Address, Ident]) -> dict[Ident, set[Ident]]:
        """Who needs whom, without loops on oneself."""
        # Plain tuples find an Address, and there are forty rows for each table.
        folded: dict[tuple[int, ...], Ident | None] = {tuple(at): i for at, i in modelled.items()}
        uses: dict[Ident, set[Ident]] = defaultdict(set)
        for row in self.rows:
            user_at, need_at = row[:3], row[3:6]
            if user_at not in folded:
                folded[user_at] = self.fold(Address(*user_at), modelled)
            user = folded[user_at]
            if user is None:
                continue
            if need_at not in folded:
                folded[need_at] = self.fold(Address(*need_at), modelled)
            need = folded[need_at]
            if need is not None and user is not need and user != need:
                uses[user].add(need)
        return uses
