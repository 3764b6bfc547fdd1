"""What a person established (*bevinding*), resting on what was observed."""

from __future__ import annotations
