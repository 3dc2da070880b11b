"""How long `cnkz-stats chart trade` takes beside a bare matplotlib script that saves the same kind of picture.

`python bench/chart.py`: both in turn, each in a new process, seven times; medians and their ratio, at most
1.3. On a busy machine the time of the processor is the fairer one.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

ROUNDS = 7
BARE = """
import sys
import matplotlib
matplotlib.use("agg")
import matplotlib.pyplot as plt

levels = [0.368, 25.25, 31.17, 36.86]
part = [11.177, 18.14]
figure, axes = plt.subplots(figsize=(7.2, 4.8), dpi=200)
figure.subplots_adjust(bottom=0.3, top=0.75, right=0.8)
axes.errorbar(range(3), levels[:3], yerr=0.005, fmt="o-", capsize=3)
axes.errorbar([3], levels[3:], yerr=0.005, fmt="o", capsize=3)
axes.errorbar([1.7, 3], part, yerr=0.005, fmt="s--", capsize=3)
axes.set_xticks([0, 1, 1.7, 2, 3], ["1992", "2021", "Jan-Nov\\n2022", "2022", "Jan-Nov\\n2023"])
axes.set_ylabel("billion dollars")
axes.grid(axis="y")
axes.axvspan(1.55, 1.85, color="0.94")
axes.axvspan(2.85, 3.15, color="0.94")
for x, y in [*enumerate(levels), (1.7, part[0]), (3, part[1])]:
    axes.annotate(f"{y} *", (x, y), (0, 7), textcoords="offset points", ha="center", weight="bold")
for x, y, text in ((0.5, 50, "nearly 70 times, over 60 times claimed\\n68.50-68.73 times computed"),
                   (1.5, 43, "+23.6 % claimed\\n23.40-23.49 % computed"), (2.4, 50, "Xinjiang: +62.3 % claimed")):
    axes.annotate(text, (x, y), ha="center", fontsize=7, annotation_clip=False)
    axes.plot([x - 0.5, x + 0.5], [y - 1, y - 1], clip_on=False)
axes.annotate("China-Kazakhstan", (3.3, 36), fontsize=7, annotation_clip=False)
axes.annotate("Xinjiang-Kazakhstan", (3.3, 18), fontsize=7, annotation_clip=False)
figure.text(0.03, 0.93, "China-Kazakhstan trade turnover:", size=12, weight="bold")
figure.text(0.03, 0.89, "368 million dollars in 1992, 31.17 billion in 2022", size=12, weight="bold")
for line, text in enumerate((
    "25.25 billion dollars in 2021, 31.17 billion dollars in 2022 and +23.6 % in 2022 cannot all be true.",
    "They fit if 25.25 billion dollars rests on another edition: the figure of 2021 was revised down.",
    "Marks cover every value that the printed figure allows by its rounding.",
    "* The source does not say whose figure it is.",
    "GACC: General Administration of Customs of China.",
    "Sources: Seetao, 3 Jan 2022; Xinhua, 19 May 2023; china168.info, 1 Sep 2023; enfamily.cn, 19 Sep 2023.",
)):
    figure.text(0.03, 0.16 - 0.025 * line, text, size=7)
figure.savefig(sys.argv[1])
"""


def seconds(command: list[str]) -> tuple[float, float]:
    """The time a command takes, its start included: by the clock, and of the processor."""
    start, before = perf_counter(), children_seconds()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - start, children_seconds() - before


def children_seconds() -> float:
    used = os.times()
    return used.children_user + used.children_system


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(Path(folder) / name) for name in ("bare.png", "trade.png")]
        commands = (
            [sys.executable, "-c", BARE, paths[0]],
            [sys.executable, "-m", "cnkz_stats", "chart", "trade", "-o", paths[1]],
        )
        rounds = [[seconds(command) for command in commands] for _ in range(ROUNDS)]
    for number, clock in enumerate(("by the clock", "of the processor")):
        bare, ours = (median(row[which][number] for row in rounds) for which in range(2))
        print(f"{clock:18} bare {bare:.2f} s, cnkz-stats {ours:.2f} s, ratio {ours / bare:.2f}")


if __name__ == "__main__":
    main()
