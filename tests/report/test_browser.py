"""The page for editors in a real browser: wide, narrow, dark, printed, by keyboard."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from numcheck.check import check_file, check_text
from numcheck.report import View
from numcheck.report.outcome import Report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PICTURE = Path(__file__).parents[2] / "docs/images/report.png"
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
# What a narrow page must bear: words without an end, a wide table, long sums.
AWKWARD = (
    "# A" + "bc" * 90 + " costs £4,800,000\n\n"
    "| " + " | ".join(f"Column {n}" for n in range(12)) + " |\n" + "|---" * 12 + "|\n"
    "| " + " | ".join(f"{n * 1111:,} m (9 ft)" for n in range(1, 13)) + " |\n\n"
    "The company runs nine vessels: four ferries, three tugs and three pilot boats.\n\n"
    "- http://a.example/" + "x" * 200 + " had 12 people, including 8 boys and 5 girls.\n"
)


def missing() -> str:
    """Say what there is no browser for want of."""
    if shutil.which("chromium") is None:
        return "there is no chromium: apt-get install chromium"
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        return "there is no playwright: pip install -e '.[browser]'"
    return ""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the browser; where there is none, skip, but not in CI."""
    why = missing()
    if why and os.environ.get("CI"):
        pytest.fail(why)
    if why:
        pytest.skip(why)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=ARGS)
        yield browser
        browser.close()


def fetched(url: str) -> list[str]:
    return [] if url.startswith(("file:", "data:")) else [url]


@pytest.fixture
def show(
    browser: Browser, printed: Callable[..., str], tmp_path: Path
) -> Iterator[Callable[..., Page]]:
    """Open a report; nothing may be fetched, and nothing go wrong, until the test is over."""
    wrong: list[str] = []
    contexts = []

    def run(html: str = "", **how: Any) -> Page:
        file = tmp_path / "report.html"
        file.write_text(html or printed("html", floor="note"), encoding="utf-8")
        context = browser.new_context(**({"viewport": DESK} | how))
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("pageerror", lambda fault: wrong.append(str(fault)))
        page.on("console", lambda said: wrong.append(said.text))
        page.on("request", lambda asked: wrong.extend(fetched(asked.url)))
        page.goto(file.as_uri())
        return page

    yield run
    for context in contexts:
        context.close()
    assert wrong == []


CONTRAST = """() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = parts(colour).slice(0, 3).map((part) => {
      const one = part / 255;
      return one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if ((parts(colour)[3] ?? 1) > 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const faint = [];
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || element.closest(".heard, script, [hidden]")) continue;
    const pair = [light(getComputedStyle(element).color), light(ground(element))].sort();
    const ratio = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
    if (ratio < 4.5) faint.push(`${element.className || element.tagName}: ${ratio.toFixed(2)}`);
  }
  return faint;
}"""
OVERFLOW = """() => [...document.querySelectorAll("body *")].filter((element) => {
  const box = element.getBoundingClientRect();
  const aside = element.closest(".heard, script, .scroll table, thead");
  return !aside && box.width > 0 && (box.right > innerWidth + 0.5 || box.left < -0.5);
}).map((element) => element.className || element.tagName)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_follows_the_readers_scheme_and_can_be_read(
    show: Callable[..., Page], scheme: str
) -> None:
    page = show(color_scheme=scheme)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(252, 251, 249)") == (scheme == "light")
    assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("viewport", [PHONE, {"width": 768, "height": 900}, DESK])
def test_nothing_overflows(
    show: Callable[..., Page], set_reports: Callable[..., str], viewport: dict[str, int]
) -> None:
    awkward = check_text(AWKWARD, "a/" + "long-name-" * 30 + ".md", "markdown")
    assert len(awkward.findings) > 5
    for html in ("", set_reports("html", [awkward], View())):
        page = show(html, viewport=viewport)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
        assert page.evaluate(OVERFLOW) == []


def test_notes_stand_beside_the_copy_and_on_a_phone_below_it(show: Callable[..., Page]) -> None:
    for viewport, beside in ((DESK, True), (PHONE, False)):
        page = show(viewport=viewport)
        copy = page.locator(".row.grave .copy").first.bounding_box()
        note = page.locator(".card").first.bounding_box()
        assert copy is not None and note is not None
        assert (note["x"] > copy["x"] + copy["width"] - 1) == beside
        assert (note["y"] >= copy["y"] + copy["height"] - 1) != beside


def test_a_correction_is_copied(show: Callable[..., Page]) -> None:
    page = show(permissions=["clipboard-read", "clipboard-write"])
    button = page.get_by_role("button", name="Copy 984 ft")
    button.click()
    page.get_by_role("button", name="Copied 984 ft").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "984 ft"
    assert page.get_by_role("status").text_content() == "Copied 984 ft"


def test_a_correction_is_copied_without_the_newer_interface(show: Callable[..., Page]) -> None:
    page = show(permissions=["clipboard-read"])
    page.evaluate("window.read = navigator.clipboard.readText.bind(navigator.clipboard)")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name="Copy 366 m").click()
    page.get_by_role("button", name="Copied 366 m").wait_for()
    assert page.evaluate("read()") == "366 m"
    assert page.evaluate("document.querySelectorAll('textarea').length") == 0


def test_every_mark_says_how_its_figure_stands(show: Callable[..., Page]) -> None:
    page = show()
    for name in (
        "300 m (does not fit, note 1)", "98 ft (fits)", "30 (let stand)",
        "50 m (fits only at a stretch, note 5)", "2 m (could not be decided)",
    ):  # fmt: skip
        assert page.get_by_role("link", name=name, exact=True).is_visible()
    for title in ("300 m is 984 ft, not 1,200 ft", "3 m is 10 ft, not 30 ft"):
        assert page.get_by_role("group", name=title).is_visible()


def test_a_keyboard_leads_from_a_figure_to_its_note_and_back(show: Callable[..., Page]) -> None:
    page = show()
    figure = page.get_by_role("link", name="300 m (does not fit")
    figure.focus()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert "lit" in (page.locator("#n1-0").get_attribute("class") or "")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "n1-0"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "number"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.copy") == "984 ft"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent").startswith("300 m")


def test_every_control_is_reached_by_tab_and_seen_in_focus(show: Callable[..., Page]) -> None:
    page = show()
    count = page.evaluate(
        "document.querySelectorAll('a[href], button:not([hidden]), summary').length"
    )
    closed = page.evaluate("document.querySelectorAll('details:not([open]) button').length")
    seen = set()
    for _ in range(count + 2):
        page.keyboard.press("Tab")
        name, outline = page.evaluate(
            "[document.activeElement.outerHTML.slice(0, 200)"
            " + document.activeElement.getBoundingClientRect().top,"
            " getComputedStyle(document.activeElement).outlineStyle]"
        )
        if not name.startswith("<body"):
            assert outline == "solid", name
            seen.add(name)
    assert len(seen) >= count - closed


def test_what_needs_no_look_can_be_hidden(show: Callable[..., Page]) -> None:
    page = show()
    headline = page.get_by_role("heading", name="The “new” quay")
    assert headline.is_visible()
    button = page.get_by_role("button", name="Only what needs a look")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert not headline.is_visible()
    assert page.locator(".card").count() == page.locator(".card:visible").count() == 6
    button.click()
    assert headline.is_visible()


def test_fingers_have_room(show: Callable[..., Page]) -> None:
    page = show(viewport=PHONE, has_touch=True)
    for button in page.locator("button:visible").all():
        box = button.bounding_box()
        assert box is not None and box["height"] >= 24 and box["width"] >= 24


def test_without_scripts_all_can_be_read(show: Callable[..., Page]) -> None:
    page = show(java_script_enabled=False)
    assert page.locator("button:visible").count() == 0
    assert page.locator(".card:visible").count() == 6
    assert page.get_by_text("It would fit with 984 ft in place of 1,200 ft").is_visible()


def test_the_headings_are_in_order(show: Callable[..., Page]) -> None:
    page = show()
    levels = page.evaluate(
        "[...document.querySelectorAll('h1, h2, h3, h4')].map((one) => Number(one.tagName[1]))"
    )
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_picture_in_the_documents_is_small(
    show: Callable[..., Page], set_reports: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """GOLDEN=1 takes it anew."""
    from numcheck import shelf

    monkeypatch.chdir(PICTURE.parents[2])
    report = check_file("samples/ferry.md")
    page = show(
        set_reports("html", [report], View(rules=shelf.rules())), viewport=DESK | {"height": 1185}
    )
    if os.environ.get("GOLDEN"):
        page.screenshot(path=PICTURE)
    assert page.locator(".card").count() == len(report.findings)
    assert 20_000 < PICTURE.stat().st_size <= 300_000


def test_the_page_prints(show: Callable[..., Page], reports: list[Report]) -> None:
    page = show(color_scheme="dark")
    page.emulate_media(media="print")
    assert page.locator("button:visible").count() == 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(252, 251, 249)"
    assert page.evaluate(CONTRAST) == []
    assert page.pdf(format="A4").startswith(b"%PDF")
