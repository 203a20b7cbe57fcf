"""Cases → findings: the frame of rules, their vocabulary, and one file a rule below `rules/`."""
