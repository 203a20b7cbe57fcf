"""The report's own figures: budget parts, rate, roll-ups and counts show as checked; the real report has no contradiction."""
