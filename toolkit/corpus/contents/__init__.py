"""Seeded chance → tables with the content of budget reports, one module for each kind of table."""
