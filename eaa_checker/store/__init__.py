"""The store: organisations, scans and what was seen, in one database file with the evidence beside it.

`Store.open` is the only door. What comes out are the frozen values of `eaa_checker.domain`; rows and driver
errors stay inside. Each module holds the part of `Store` it is named for; `schema` has the tables, `passages`
keeps recurring texts once, `translation` words what drivers and disks complain about.
"""

from eaa_checker.store.evidence import Evidence
from eaa_checker.store.opening import Store

__all__ = ["Evidence", "Store"]
