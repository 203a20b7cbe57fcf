"""Nouns: what exists. Frozen values without verbs, input or output; everything else passes them on."""
