"""The frame round the places: rail, breadcrumb, global search."""
