"""Running text → lines with points, scores, targets and reasons; totals, grades and adjustments."""
