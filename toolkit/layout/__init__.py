"""Tools that know how a page is laid out (lines, outline, places, grids) and nothing about what is reported on it."""
