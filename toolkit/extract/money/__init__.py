"""Money in tables, lists and running text → budget rows: the whole, its parts and their rates."""
