"""One plan in a process of its own, its stages timed: `python -m bench.stages FROM TO` prints JSON."""

from __future__ import annotations

import json
import resource
import sys
import time
from concurrent.futures import ThreadPoolExecutor

STARTED = time.perf_counter()


def main(old: str, new: str) -> None:
    """Plan from one source to another, as the command does."""
    from schemadiff import pipeline, render  # importing is a stage
    from schemadiff.catalog.settle import compare
    from schemadiff.kinds import KINDS
    from schemadiff.plan.steps import make_plan
    from schemadiff.sources.grammar import Live, parse_source
    from schemadiff.sources.shadow_host import ShadowSpec

    marks = {"import": time.perf_counter()}
    sources = parse_source(old), parse_source(new)
    with pipeline.Workspace(ShadowSpec()) as workspace:
        if all(isinstance(s, Live) for s in sources):
            with ThreadPoolExecutor() as pool:
                before, after = pool.map(workspace.catalog, sources)
            marks["read"] = time.perf_counter()
        else:
            before = workspace.catalog(sources[0])
            marks["read"] = time.perf_counter()
            after = workspace.catalog(sources[1])
            marks["shadow"] = time.perf_counter()
        comparison = compare(before, after, KINDS, workspace.shadow.database)
        marks["diff"] = time.perf_counter()
        plan = make_plan(comparison.deltas, before, after, KINDS, settled=comparison.settled)
        marks["plan"] = time.perf_counter()
        for segment in plan.segments:
            render.body(segment)
        marks["render"] = time.perf_counter()
    seconds, last = {}, STARTED
    for name, moment in marks.items():
        seconds[name] = round(moment - last, 3)
        last = moment
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    found = {"seconds": seconds, "objects": len(after.objects), "deltas": len(plan.deltas), "peak_mib": peak}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
