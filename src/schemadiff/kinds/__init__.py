"""Everything that is known of PostgreSQL's kinds of objects, a module each."""

from typing import Final

from schemadiff.kinds import (
    column,
    composite,
    constraint,
    default,
    domain,
    domain_constraint,
    enum,
    schema,
    sequence,
    table,
)
from schemadiff.model.kind import Kinds

# In the order in which objects are made where nothing else decides; a parent stands before its children.
KINDS: Final = Kinds(
    (
        schema.KIND,
        enum.KIND,
        composite.KIND,
        domain.KIND,
        domain_constraint.KIND,
        sequence.KIND,
        table.KIND,
        column.KIND,
        default.KIND,
        constraint.KIND,
    )
)
