"""The conductor: the order in which sources are read, extracted, recomputed, audited and compared."""
