"""Everything that is known of PostgreSQL's kinds of objects, a module each."""

from typing import Final

from schemadiff.kinds import (
    column,
    comment,
    composite,
    constraint,
    default,
    domain,
    domain_constraint,
    enum,
    extension,
    function,
    index,
    materialized_view,
    owner,
    policy,
    privilege,
    procedure,
    reference_row,
    schema,
    sequence,
    table,
    trigger,
    view,
)
from schemadiff.model.kind import Kinds

# In the order in which objects are made where nothing else decides; a parent stands before its children.
KINDS: Final = Kinds(
    (
        schema.KIND,
        extension.KIND,
        enum.KIND,
        composite.KIND,
        domain.KIND,
        domain_constraint.KIND,
        sequence.KIND,
        function.KIND,
        procedure.KIND,
        table.KIND,
        column.KIND,
        default.KIND,
        constraint.KIND,
        view.KIND,
        materialized_view.KIND,
        index.KIND,
        trigger.KIND,
        policy.KIND,
        reference_row.KIND,
        owner.KIND,
        privilege.KIND,
        comment.KIND,
    )
)
