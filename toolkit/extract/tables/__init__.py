"""Tables of indicators → lines: cells, columns and rows; group names carried down, sums and bands told apart."""
