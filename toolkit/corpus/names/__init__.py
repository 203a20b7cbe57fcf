"""Names of indicators of one part, with their level-2 group and their nature, to train and measure models.

Wordings of the part `test` (test.toml, and the kinds of department that the lexicon keeps for tests) stand in no
training.
"""
