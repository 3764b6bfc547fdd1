"""The inspector's work: what people do with observations until a case is closed. One module per part of it."""
