"""``python -m tools.openapi FILE``: write the REST surface to a file."""

import json
import sys
import tempfile
from pathlib import Path

from api.app import create_app
from recommender.settings import Settings

__all__ = ["main", "surface"]


def surface() -> str:
    """Return the OpenAPI description as JSON with sorted keys: equal surfaces, equal text."""
    with tempfile.TemporaryDirectory() as folder:
        described = create_app(Settings(home=Path(folder))).openapi()
    return json.dumps(described, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def main() -> None:
    """Write the description to the file named on the command line."""
    Path(sys.argv[1]).write_text(surface(), encoding="utf-8")


if __name__ == "__main__":
    main()
