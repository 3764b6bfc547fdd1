"""The place Cases: examinations, step by step."""
