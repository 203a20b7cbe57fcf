"""The workshop of models: made sentences → linear weights in models/, with cards that say how good they are."""
