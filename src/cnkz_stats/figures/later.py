"""Patterns and tables that are made when they are first asked for, so that the rooms that hold them open quickly."""

import re
from collections.abc import Mapping
from typing import Any, cast


class _Later:
    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> object:
        """What the compiled pattern has under this name, kept so that nothing stands between from then on."""
        found: object = getattr(re.compile(self._pattern, self._flags), name)
        setattr(self, name, found)
        return found


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern, compiled when it is first asked for something.

    >>> later("[a-z]+").findall("one, two")
    ['one', 'two']
    """
    return cast("re.Pattern[str]", _Later(pattern, flags))


def table_beside(module: str, name: str) -> Mapping[str, Any]:
    """The TOML table of that name beside the file of a module."""
    import tomllib  # noqa: PLC0415 (needed first when a text is read)
    from pathlib import Path  # noqa: PLC0415

    return tomllib.loads((Path(module).parent / f"{name}.toml").read_text(encoding="utf-8"))
