"""The window of EAA Checker (PySide6); it knows the engine by its front door only."""
