"""Finds of all tables and of the text → one report: joined, in order, in groups, its reasons with categories."""
