"""The front door of the program: window and command line use nothing else."""

from eaa_checker.engine.front_door import Diagnosis, DiagnosisLine, Engine, ImportOutcome, RowError

__all__ = ["Diagnosis", "DiagnosisLine", "Engine", "ImportOutcome", "RowError"]
