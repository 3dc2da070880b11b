"""How many sentences a second are read for figures, here and by two other readers: `python bench/text.py [FILE…]`.

Without files it reads the passages of `tests/text/gold`. Best of three, in seconds of one core. quantulum3 and
Recognizers-Text (which needs emoji below 1.7) are asked if the interpreter that `PEERS` names, else this one, has them.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import process_time

from cnkz_stats.figures.reader import figures_in
from cnkz_stats.text.extract import extract
from cnkz_stats.text.sentences import sentences

GOLD = Path(__file__).parents[1] / "tests" / "text" / "gold" / "dev"
LANGUAGES = ("en", "ru", "zh", "kk")
FEW = 60
IMPORT = """
from time import process_time as now
start = now()
import dataclasses, datetime, enum, fractions, itertools, pathlib, re, tomllib, typing
middle = now()
import cnkz_stats.text.extract
print(now() - middle, middle - start)
"""
PEERS = """
import json, sys
from time import process_time as now
def rate(read, texts):
    read(texts[0])
    start = now()
    for text in texts:
        try:
            read(text)
        except Exception:
            pass
    return len(texts) / (now() - start)
texts = json.load(sys.stdin)
try:
    from quantulum3 import parser
    print(f"en: {rate(parser.parse, texts['en']):6.0f} sentences/s by quantulum3")
except ImportError:
    print("quantulum3 is not installed: not measured")
try:
    from recognizers_number import recognize_number
    from recognizers_number_with_unit import recognize_currency
    from recognizers_text import Culture
    for lang, culture in (("en", Culture.English), ("zh", Culture.Chinese)):
        read = lambda text: (recognize_number(text, culture), recognize_currency(text, culture))
        print(f"{lang}: {rate(read, texts[lang]):6.0f} sentences/s by Recognizers-Text")
except ImportError:
    print("Recognizers-Text is not installed: not measured")
"""


def best(read, texts):
    times = []
    for _ in range(3):
        start = process_time()
        for text in texts:
            read(text)
        times.append(process_time() - start)
    return min(times)


def loading():
    """Seconds for the text room, and for what it needs of Python itself; with compiled files, as installed."""
    with tempfile.TemporaryDirectory() as cache:
        env = {**os.environ, "PYTHONPYCACHEPREFIX": cache, "PYTHONDONTWRITEBYTECODE": ""}
        runs = [
            subprocess.run(
                [sys.executable, "-c", IMPORT], capture_output=True, text=True, check=True, env=env
            )
            for _ in range(6)
        ]
    return min([float(part) for part in run.stdout.split()] for run in runs)


def main():
    paths = list(map(Path, sys.argv[1:])) or sorted(GOLD.glob("*.txt"))
    few = {}
    for lang in LANGUAGES:
        texts = [
            path.read_text(encoding="utf-8") for path in paths if path.name.startswith(lang) or sys.argv[1:]
        ]
        found = [sentence.text for text in texts for sentence in sentences(text)]
        few[lang] = found[:FEW]
        if not found:
            continue
        whole, figures = best(extract, texts), best(figures_in, texts)
        print(
            f"{lang}: {len(found) / whole:6.0f} sentences/s ({len(found)} of {sum(map(len, found)) // len(found)} "
            f"characters); the reader of figures alone {len(found) / figures:6.0f}"
        )
    own, python = loading()
    print(f"import: {1000 * own:.0f} ms, and {1000 * python:.0f} ms for modules of Python")
    peers = subprocess.run(
        [os.environ.get("PEERS", sys.executable), "-W", "ignore", "-c", PEERS],
        input=json.dumps(few),
        capture_output=True,
        text=True,
        check=False,
    )
    print(peers.stdout or f"the other readers failed: {peers.stderr[-300:]}", end="")


if __name__ == "__main__":
    main()
