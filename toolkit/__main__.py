"""`python -m toolkit` → the same as `jixiao`."""

import sys

from toolkit.cli.app import main

sys.exit(main())
