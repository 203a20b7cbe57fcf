"""Made tables of indicators with headings of one part → columns with their roles, to train and measure a model.

Headings of the part `test` (test.toml) stand in no list that the reader knows and in no training (train.toml).
"""
