"""What the system counted for this process, for the benchmark's runner."""

import json
import os
import re
import resource
import sys


def report():
    target = os.environ.get("BENCH_USAGE_FILE")
    if not target:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    peak_kb = used.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            peak_kb = int(re.search(r"VmHWM:\s+(\d+)", status.read()).group(1))
    except OSError:
        pass
    with open(target, "w", encoding="ascii") as out:
        json.dump({"cpuUs": (used.ru_utime + used.ru_stime) * 1e6, "peakKb": peak_kb}, out)
