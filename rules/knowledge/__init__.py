"""Knowledge that rules share: ARIA tables, colour arithmetic, language tags, autocomplete tokens. One module each."""
