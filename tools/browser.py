"""Which Chromium the tests and pictures use, and how it is started."""

import os
import shutil
from collections.abc import Callable

__all__ = ["LAUNCH_ARGUMENTS", "chromium_path"]

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

LAUNCH_ARGUMENTS = (
    # Containers and root have no sandbox to offer; only this project's own pages are opened.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # The same pixels on any machine, as far as its fonts allow.
    "--font-render-hinting=none",
    "--hide-scrollbars",
    # Fields for dates follow the language of the browser, not that of the page.
    "--lang=id-ID",
)


def chromium_path(find: Callable[[str], str | None] = shutil.which) -> str | None:
    """Return the program that ``CHROMIUM`` names, else the first one found; ``None`` without any.

    Parameters
    ----------
    find : callable
        Returns where a command stands, ``None`` when there is none of that name.

    Examples
    --------
    >>> chromium_path({"google-chrome": "chrome"}.get) if "CHROMIUM" not in os.environ else "chrome"
    'chrome'
    """
    names = (os.environ.get("CHROMIUM", ""), *_NAMES)
    return next((path for name in names if name and (path := find(name))), None)
