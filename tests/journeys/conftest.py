"""Servers on three stores, a real Chromium, and a watch over what each page does."""

import dataclasses
import shutil
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

from recommender.settings import Settings
from recommender.workspace import init_workspace
from tools.browser import LAUNCH_ARGUMENTS, chromium_path
from tools.serving import DATED_APP, dated_clock, served

SAMPLES = {"serang": "serang", "kosong": "serang-kosong", "empty": None}
LOCALES = {"id": "id-ID", "en": "en-US"}
# What Chromium writes to the console for an answer that is an error, expected or not.
FAILED_ANSWER = "Failed to load resource"


def pytest_collection_modifyitems(items):
    """Everything in this folder needs a browser."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(name="homes", scope="session")
def _homes(tmp_path_factory):
    """Makes the folder of a store once; servers that are written to get a copy."""
    made = {}

    def home(name):
        if name not in made:
            made[name] = tmp_path_factory.mktemp(name)
            settings = Settings(home=made[name])
            init_workspace(settings, sample=SAMPLES[name], clock=dated_clock).close()
        return made[name]

    return home


@pytest.fixture(name="server_of", scope="session")
def _server_of(homes):
    """Starts the server of a store when it is first asked for, and gives its address."""
    running = {}

    def address(name):
        if name not in running:
            context = served(DATED_APP, SANDING_HOME=str(homes(name)))
            running[name] = context, f"http://127.0.0.1:{context.__enter__()}"
        return running[name][1]

    yield address
    for context, _ in running.values():
        context.__exit__(None, None, None)


@pytest.fixture(name="server_url", scope="session")
def _server_url(server_of):
    """The server of the sample; nobody writes to it."""
    return server_of("serang")


@pytest.fixture(name="own_server_url")
def _own_server_url(homes, tmp_path):
    """A server of the sample that one test may write to."""
    home = shutil.copytree(homes("serang"), tmp_path / "home")
    with served(DATED_APP, SANDING_HOME=str(home)) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(name="browser", scope="session")
def _browser():
    path = chromium_path()
    if path is None:
        pytest.skip("no Chromium: install one, or name it in CHROMIUM (`make browser` tries)")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(LAUNCH_ARGUMENTS))
        yield browser
        browser.close()


@dataclasses.dataclass
class Watch:
    """What a page has said and asked for since it was opened."""

    complaints: list = dataclasses.field(default_factory=list)
    hosts: set = dataclasses.field(default_factory=set)
    answers: list = dataclasses.field(default_factory=list)
    expects_refusals: bool = False

    def over(self, page):
        """Listen to a page."""
        page.on("console", lambda message: self._said(message))  # noqa: PLW0108  (it marks what it calls)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda asked: self.hosts.add(urlsplit(asked.url).hostname))
        page.on("response", lambda answer: self.answers.append(answer))  # noqa: PLW0108  (it marks what it calls)

    def _said(self, message):
        if message.type not in {"error", "warning"}:
            return
        if self.expects_refusals and message.text.startswith(FAILED_ANSWER):
            return
        self.complaints.append(message.text)


@pytest.fixture(name="page_at")
def _page_at(browser):
    """Opens pages of a width; none of them may complain or ask another machine."""
    opened = []

    def page_at(width, *, language="id", scripts=True, refusals=False, height=800):
        context = browser.new_context(
            viewport={"width": width, "height": height},
            locale=LOCALES[language],
            timezone_id="Asia/Jakarta",
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        context.set_default_timeout(60_000)
        page, watch = context.new_page(), Watch(expects_refusals=refusals)
        watch.over(page)
        page.watch = watch
        opened.append((context, watch))
        return page

    yield page_at
    for context, _ in opened:
        context.close()
    assert [] == [complaint for _, watch in opened for complaint in watch.complaints]
    assert {"127.0.0.1"} >= {host for _, watch in opened for host in watch.hosts if host}
