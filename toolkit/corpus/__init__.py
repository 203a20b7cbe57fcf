"""The workshop's made documents: a truth by a seed → files of many engines, and how well they are read back."""
