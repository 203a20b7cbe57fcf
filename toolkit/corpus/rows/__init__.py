"""Made tables of indicators whose rows have names of one part → rows with their roles, to train and measure a model.

Names of the part `test` (test.toml) are known to no rule and stand in no training (train.toml).
"""
