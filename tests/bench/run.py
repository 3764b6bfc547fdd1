"""``make bench``: prints every benchmark, each figure beside a reference measured in the same run."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import export_memory
import import_speed
import judging_speed
import scan_speed
import store_speed
import window_speed

if __name__ == "__main__":
    store_speed.main()
    export_memory.main()
    scan_speed.main()
    judging_speed.main()
    import_speed.main()
    window_speed.main()
