"""The doors: words typed at a prompt → one call, its result printed, an exit status."""
