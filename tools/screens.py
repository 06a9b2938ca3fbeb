"""``python -m tools.screens FOLDER``: take pictures of the pages, on the sample and on a fixed day."""

import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from playwright.sync_api import Browser, sync_playwright

from recommender.settings import Settings
from recommender.workspace import Workspace, init_workspace
from tools.browser import LAUNCH_ARGUMENTS, chromium_path
from tools.happenings import let_happen, let_much_happen
from tools.serving import DATED_APP, dated_clock, served

__all__ = ["EVENTFUL", "HEIGHTS", "SCREENS", "main", "take"]

_COOPERATIVE = "/koperasi/kkmp-3673011007"

SCREENS: Mapping[str, str] = MappingProxyType(
    {
        "home": "/",
        "cooperative": _COOPERATIVE,
        "explanation": f"{_COOPERATIVE}/toko-dikelola-mitra",
        "profile": f"{_COOPERATIVE}/profil",
        "fact": f"{_COOPERATIVE}/profil/member_count",
        "what-if": f"{_COOPERATIVE}/andai?own_capital_idr=250.000.000&shop_area_m2=80#hasil",
        "comparison": f"{_COOPERATIVE}/banding?a=token-pln&b=lpg-sub-pangkalan",
        "bundle": "/koperasi/kkmp-3673011002/paket",
        "steps": "/koperasi/kkmp-3673011001/langkah",
        "decisions": f"{_COOPERATIVE}/keputusan",
        "prices": f"{_COOPERATIVE}/harga",
        "worklist": "/daftar-kerja",
        "premises": "/tempat",
        "allocation-form": "/alokasi",
        "allocation": "/alokasi?hitung=1",
        "financing": "/pembiayaan?pokok=100000000",
        "reviews": "/tinjauan",
        "model": "/model",
        "sheet": "/cetak/kkmp-3673011007",
        "sheets": "/cetak?district=Curug",
        "import": "/impor",
        "offers": "/model-bisnis",
        "offer": "/model-bisnis/lpg-sub-pangkalan",
    }
)
"""The address of each picture by its name."""

EVENTFUL = frozenset({"reviews", "model"})
"""Pages with little to show before anything has happened: their pictures are taken after made-up events."""

HEIGHTS: Mapping[int, int] = MappingProxyType({1280: 900, 360: 760})
"""A laptop's window and a phone's, in CSS pixels: height by width."""


def take(browser: Browser, server_url: str, folder: Path, names: Iterable[str] = SCREENS) -> list[Path]:
    """Take each picture at each width and return the files, ``<name>-<width>.png``.

    Parameters
    ----------
    browser : Browser
    server_url : str
        Where the pages are served, without a slash at the end.
    folder : Path
        Made if it is not there; files of the same name are replaced.
    names : iterable of str
        Keys of ``SCREENS``.

    Raises
    ------
    ValueError
        When a page does not answer with 200.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for width, height in HEIGHTS.items():
        context = browser.new_context(
            viewport={"width": width, "height": height},
            locale="id-ID",
            timezone_id="Asia/Jakarta",
            reduced_motion="reduce",
        )
        page = context.new_page()
        for name in names:
            answer = page.goto(server_url + SCREENS[name], wait_until="networkidle")
            if answer is None or not answer.ok:
                raise ValueError(f"{SCREENS[name]} has no picture: it does not answer with 200.")
            file = folder / f"{name}-{width}.png"
            page.screenshot(path=file)
            files.append(file)
        context.close()
    return files


def main() -> None:
    """Take all pictures into the folder named on the command line."""
    path = chromium_path()
    if path is None:
        sys.exit("No Chromium was found. Install one, or name it: make screens CHROMIUM=/path/to/chrome")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(LAUNCH_ARGUMENTS))
        for names, prepare in ((SCREENS.keys() - EVENTFUL, None), (EVENTFUL, _prepare)):
            for file in _taken(browser, Path(sys.argv[1]), sorted(names), prepare):
                print(f"{file} ({file.stat().st_size // 1000} kB)")
        browser.close()


def _taken(
    browser: Browser, folder: Path, names: Iterable[str], prepare: Callable[[Workspace], None] | None
) -> list[Path]:
    """Take pictures on a store of their own."""
    with tempfile.TemporaryDirectory() as home:
        with init_workspace(Settings(home=Path(home)), sample="serang", clock=dated_clock) as workspace:
            if prepare is not None:
                prepare(workspace)
        with served(DATED_APP, SANDING_HOME=home) as port:
            return take(browser, f"http://127.0.0.1:{port}", folder, names)


def _prepare(workspace: Workspace) -> None:
    """Let things happen, and a model learn from them."""
    let_much_happen(workspace)
    let_happen(workspace)
    workspace.train(author="dinas")


if __name__ == "__main__":
    main()
