"""The table of observations and what is shown of one of them."""
