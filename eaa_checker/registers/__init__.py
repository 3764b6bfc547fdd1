"""Reading lists of organisations from files that an inspector saved: CSV, XLSX, ODS and the government's XML.

``read_organisations`` is the only door; ``plan`` says what importing a file would do. Files are hostile input:
nothing is executed, fetched or expanded, and sizes are bounded before anything is unpacked.
"""

from eaa_checker.registers.planning import plan
from eaa_checker.registers.reading import read_organisations
from eaa_checker.registers.rows import RegisterFile, RegisterRow, RowError
from eaa_checker.registers.sheet_rows import Reading

__all__ = ["Reading", "RegisterFile", "RegisterRow", "RowError", "plan", "read_organisations"]
