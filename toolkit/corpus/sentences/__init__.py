"""A truth by a seed (role, categories of the reason) → a sentence that says it, to train and measure classifiers.

All phrasings are our own (grammar/*.txt). Each phrasing and each word belongs to one part of the corpus: those of the
part `test` occur in no sentence of another part.
"""
