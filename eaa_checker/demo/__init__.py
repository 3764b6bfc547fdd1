"""The bundled demo site: a fictional Dutch safety region with documented barriers and correct counterparts."""

from pathlib import Path

from eaa_checker.demo.deliberate import Barrier, Kind, Place, barriers, frames, pages
from eaa_checker.serving import FolderServer

__all__ = ["SITE", "Barrier", "DemoServer", "Kind", "Place", "barriers", "frames", "pages"]

SITE = Path(__file__).with_name("site")


class DemoServer(FolderServer):
    """Serves the demo site, or another *folder*, on the loopback address."""

    def __init__(self, folder: Path = SITE, port: int = 0) -> None:
        super().__init__(folder, port)
