"""The front door of the program: window and command line use nothing else."""

from typing import TYPE_CHECKING

from eaa_checker.engine.front_door import Engine, ImportOutcome

if TYPE_CHECKING:  # what is given back by some use cases, loaded with them
    from eaa_checker.casework.manual import Line
    from eaa_checker.diagnosis import Diagnosis, DiagnosisLine
    from eaa_checker.registers import RowError

__all__ = ["Diagnosis", "DiagnosisLine", "Engine", "ImportOutcome", "Line", "RowError"]
