"""Which version of the product this is."""

from functools import cache
from importlib.metadata import PackageNotFoundError, version

__all__ = ["code_version"]


@cache
def code_version() -> str:
    """Return the installed version of the product."""
    try:
        return version("sanding")
    except PackageNotFoundError:  # pragma: no cover - only when run from an uninstalled copy
        return "0"
