"""How many sentences a second are read for figures, and how long the room takes to import: `python bench/text.py [FILE…]`.

Without files it reads the passages of `tests/text/gold`. Best of five, on one core.
"""

import subprocess
import sys
from pathlib import Path
from time import perf_counter

from cnkz_stats.figures.reader import figures_in
from cnkz_stats.text.extract import extract
from cnkz_stats.text.sentences import sentences

GOLD = Path(__file__).parents[1] / "tests" / "text" / "gold" / "dev"
IMPORT = "from time import perf_counter as now; t = now(); import cnkz_stats.text.extract; print(now() - t)"


def best(read, texts):
    times = []
    for _ in range(5):
        start = perf_counter()
        for text in texts:
            read(text)
        times.append(perf_counter() - start)
    return min(times)


def main():
    paths = list(map(Path, sys.argv[1:])) or sorted(GOLD.glob("*.txt"))
    for lang in ("en", "ru", "zh", "kk"):
        texts = [
            path.read_text(encoding="utf-8") for path in paths if path.name.startswith(lang) or sys.argv[1:]
        ]
        count = sum(1 for text in texts for _ in sentences(text))
        if not count:
            continue
        whole, figures = best(extract, texts), best(figures_in, texts)
        print(
            f"{lang}: {count / whole:6.0f} sentences/s ({count}); the reader of figures alone {count / figures:6.0f}"
        )
    loading = min(
        float(
            subprocess.run([sys.executable, "-c", IMPORT], capture_output=True, text=True, check=True).stdout
        )
        for _ in range(5)
    )
    print(f"import: {1000 * loading:.0f} ms")


if __name__ == "__main__":
    main()
