"""Our own rules for the success criteria of WCAG: one file per rule, found by this folder."""
