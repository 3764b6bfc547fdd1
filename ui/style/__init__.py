"""Everything of the look in one place: colours, type, spacing, icons and the style sheet made of them."""
