"""A document of several subjects → a document for each of them."""
