"""A bar on standard error for work that takes longer than a second, where somebody watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic

_SOON = 1.0
"""Seconds that pass before a bar appears."""


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """What to call with how much is done of how much; draws nothing before a second has passed, and leaves nothing behind."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield _nobody_watches
        return
    start = monotonic()
    with ExitStack() as shown:
        bars: list[Callable[[int, int], None]] = []

        def told(done: int, whole: int) -> None:
            if not bars and monotonic() - start >= _SOON:
                bars.append(_bar(what, shown))
            for bar in bars:
                bar(done, whole)

        yield told


def _nobody_watches(_done: int, _whole: int) -> None:
    pass


def _bar(what: str, shown: ExitStack) -> Callable[[int, int], None]:
    from rich.console import Console  # noqa: PLC0415 (heavy, and only a terminal needs it)
    from rich.progress import Progress  # noqa: PLC0415

    drawn = shown.enter_context(Progress(console=Console(stderr=True), transient=True))
    task = drawn.add_task(what)
    return lambda done, whole: drawn.update(task, completed=done, total=whole)
