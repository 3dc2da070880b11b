"""Writes `docs/discrepancies.md` and its pictures: discrepancies of the bundled data, told from the data.

`docs/discrepancies.toml` says which, under what heading, and what is to be learnt. Figures, sources, causes, reasons and
proofs come from the check. A story that is no conflict any more ends the run with an error.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cnkz_stats.analysis.disputes import dispute
from cnkz_stats.ledger.claim import Claim
from cnkz_stats.ledger.folder import Folder, bundled_folder, read_folder
from cnkz_stats.reasoning.audit import audit
from cnkz_stats.reasoning.findings import Audit, Finding
from cnkz_stats.reasoning.wording import fact_range_text, fact_text
from cnkz_stats.views.charts import chart_bytes
from cnkz_stats.views.tables import escaped

DOCS = Path(__file__).parent
PAGE, PICTURES = DOCS / "discrepancies.md", DOCS / "images" / "discrepancies"
_FOREWORD = """# Where the sources disagree

Written by `docs/discrepancies.py` from the bundled data; `docs/discrepancies.toml` chooses the stories.

Each story is a conflict that `cnkz-stats check` finds: figures that cannot all be true, however they were rounded, shown to be so in steps that a calculator can follow. What is most likely behind it is a reading, not a verdict on who erred. All {count} conflicts that were looked into, with what was found out, are in [`data/known.csv`](../data/known.csv).
"""


@dataclass(frozen=True, slots=True)
class Story:
    """A conflict by a claim in it, under a heading, with what is to be learnt from it."""

    name: str
    claim: str
    title: str
    lesson: str


def stories() -> list[Story]:
    """What to tell, in order."""
    with (DOCS / "discrepancies.toml").open("rb") as file:
        return [Story(name, **one) for name, one in tomllib.load(file).items()]


def page(folder: Folder, found: Audit) -> str:
    """The whole page."""
    chapters = [_chapter(number, story, folder, found) for number, story in enumerate(stories(), 1)]
    return "\n".join([_FOREWORD.format(count=len(folder.known)), *chapters])


def _chapter(number: int, story: Story, folder: Folder, found: Audit) -> str:
    finding = told(story, found)
    lines = [f"## {number}. {story.title}", "", story.lesson, "", *_table(finding, folder), ""]
    lines += [f"![{escaped(story.title)}](images/discrepancies/{story.name}.png)", ""]
    if finding.known:
        links = [row.link for row in folder.known if row.reason == finding.known and row.link]
        seen = f" ([seen here]({links[0]}))" if links else ""
        lines += [f"**What was found out:** {escaped(finding.known)}{seen}", ""]
    lines += [
        f"**Most plausible:** they fit {escaped(finding.causes[0].text)} (`{finding.causes[0].code}`).",
        "",
    ]
    lines += ["**Why they cannot all be true:**", "", *_steps(finding), ""]
    lines += [f"`cnkz-stats explain {finding.id}` tells it again.", ""]
    return "\n".join(lines)


def told(story: Story, found: Audit) -> Finding:
    """The conflict of a story. Raises ValueError if there is none."""
    for finding in found.findings:
        if finding.proof and any(claim.id == story.claim for claim in finding.claims):
            return finding
    raise ValueError(f"{story.name}: {story.claim} is in no conflict any more")


def _table(finding: Finding, folder: Folder) -> Iterator[str]:
    yield "| figure | about | allows | printed by |"
    yield "| --- | --- | --- | --- |"
    for fact in finding.facts:
        said = " · ".join(dict.fromkeys(f"“{escaped(claim.figure.text)}”" for claim in fact.claims))
        cells = (
            said,
            escaped(fact_text(fact, folder)),
            escaped(fact_range_text(fact)),
            _printed_by(fact.claims, folder),
        )
        yield f"| {' | '.join(cells)} |"


def _printed_by(claims: Sequence[Claim], folder: Folder) -> str:
    return ", ".join(dict.fromkeys(_linked(claim, folder) for claim in claims))


def _linked(claim: Claim, folder: Folder) -> str:
    source = folder.sources[claim.source]
    text = escaped(f"{source.publisher} {source.published}")
    url = source.url.translate({ord(sign): f"%{ord(sign):02X}" for sign in " ()<>|"})
    return f"[{text}]({url})" if url.startswith(("http://", "https://")) else text


def _steps(finding: Finding) -> Iterator[str]:
    for number, step in enumerate(finding.proof, 1):
        yield f"{number}. {escaped(step)}"


def main() -> None:
    """Write the page and its pictures."""
    folder = read_folder(bundled_folder())
    found = audit(folder)
    PAGE.write_text(page(folder, found), encoding="utf-8")
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    for story in stories():
        picture = dispute(folder, told(story, found).id, found)
        (PICTURES / f"{story.name}.png").write_bytes(chart_bytes(picture, ".png"))


if __name__ == "__main__":
    main()
