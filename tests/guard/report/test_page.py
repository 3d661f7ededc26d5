"""The HTML report in a real browser: it renders, filters, stays accessible and asks the network for nothing."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from aurora_guard.report import html
from aurora_guard.report.architecture import Diagram, Edge, Node
from aurora_guard.report.model import Report
from tests.guard.report.test_formats import ALL, FAIL, NASTY, URN, report

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")

#: Without these Chromium asks its maker's hosts for updates.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Any]:
    """Opens the page of a report, and checks that nothing was complained about or fetched."""
    complaints: list[str] = []

    def opened(shown: Report, width: int = 1280, scheme: Any = "light") -> Page:
        file = tmp_path / "report.html"
        file.write_text(html.render(shown), "utf-8")
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request",
            lambda request: (
                None if request.url.startswith(("file:", "data:")) else complaints.append(request.url)
            ),
        )
        page.goto(file.as_uri())
        page.wait_for_selector("body[data-ready]")
        return page

    yield opened
    assert complaints == []


def fetched(url: str) -> list[str]:
    """The address, where it is not the page itself or data inside it."""
    return [] if url.startswith(("file:", "data:")) else [url]


def cards(page: Page) -> list[str]:
    return [str(text) for text in page.locator("#list summary strong").all_inner_texts()]


def test_the_page_shows_and_filters(show: Any) -> None:
    page = show(ALL)
    assert page.locator("#verdict").inner_text().startswith("1 failure of mandatory controls")
    assert cards(page) == [
        "rds-cluster-storage-encrypted",
        "rds-tagged",
        "rds-cluster-storage-encrypted",
        "rds-tagged",
    ]
    page.select_option("[name=status]", "warn")
    assert cards(page) == ["rds-tagged"]
    page.select_option("[name=status]", "pass")
    assert cards(page) == ["rds-cluster-storage-encrypted"]
    page.select_option("[name=status]", "")
    page.select_option("[name=severity]", "critical")
    assert set(cards(page)) == {"rds-cluster-storage-encrypted"}
    page.select_option("[name=severity]", "")
    page.select_option("[name=framework]", "soc-2")
    assert cards(page) == []
    page.select_option("[name=framework]", "")
    page.fill("[name=text]", "storageencrypted")
    assert len(cards(page)) == 1
    page.keyboard.press("Tab")
    page.locator("#list summary").first.focus()
    page.keyboard.press("Enter")
    opened = page.locator("#list details[open] dl").inner_text()
    assert "Set storageEncrypted." in opened and "__main__.py:12" in opened and URN in opened


def test_text_of_the_report_is_never_read_as_html(show: Any) -> None:
    page = show(ALL)
    page.select_option("[name=status]", "warn")
    page.locator("#list summary").click()
    assert NASTY.split("\n")[0].replace("\x00", "")[:20] in page.locator("#list dl").inner_text()
    assert page.locator("#list script").count() == 0


def test_requirements_say_where_the_stack_stands(show: Any) -> None:
    page = show(ALL)
    page.locator("#framework-list summary").filter(has_text="PCI").click()
    row = (
        page.locator("#framework-list details[open] tr")
        .filter(has_text="rds-cluster-storage-encrypted")
        .first
    )
    assert "failing" in row.inner_text()
    assert "no evidence" in page.locator("#framework-list details[open]").inner_text()
    assert "data-team" in page.locator("#exemption-list").inner_text()
    assert "known after the update" in page.locator("#undecided-list").inner_text()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light")])
def test_the_page_is_accessible_and_fits(show: Any, width: int, scheme: str) -> None:
    page = show(ALL, width, scheme)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    serious = [
        (found["id"], [node["html"] for node in found["nodes"]][:3])
        for found in Axe().run(page).response["violations"]
        if found["impact"] in ("serious", "critical")
    ]
    assert serious == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_many_findings_come_in_steps(show: Any) -> None:
    page = show(report(*(replace(FAIL, path=f"p{number}") for number in range(450))))
    assert len(cards(page)) == 200
    page.click("#more")
    page.click("#more")
    assert len(cards(page)) == 450
    assert not page.locator("#more").is_visible()


def test_the_picture_marks_what_fails(show: Any) -> None:
    drawn = Diagram(
        [
            Node("vpc", "VPC", "network", "10.0.0.0/16"),
            Node(URN, "cluster", "orders", parent="vpc", urns=(URN,)),
            Node("key", "KMS key", "key"),
        ],
        [Edge("key", URN, "encrypts")],
    )
    page = show(replace(ALL, draw=lambda: drawn))
    assert page.locator("#picture svg rect").count() == 3
    assert page.locator("#picture svg rect.fail").count() == 1
    assert page.locator("#picture svg polyline.encrypts").count() == 1
    assert "rds-cluster-storage-encrypted" in page.locator("#picture title").all_text_contents()[1]
    page.click("#paths summary")
    assert page.locator("#paths li").all_inner_texts() == ["KMS key key encrypts cluster orders"]
