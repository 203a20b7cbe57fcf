"""`python -m toolkit` → the same as `jixiao`."""

from toolkit.cli.app import main

raise SystemExit(main())
