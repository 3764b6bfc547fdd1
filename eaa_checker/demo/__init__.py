"""The bundled demo site: a fictional Dutch safety region with documented barriers and correct counterparts."""

from eaa_checker.demo.deliberate import Barrier, Kind, Place, barriers, frames, pages
from eaa_checker.demo.server import SITE, DemoServer

__all__ = ["SITE", "Barrier", "DemoServer", "Kind", "Place", "barriers", "frames", "pages"]
