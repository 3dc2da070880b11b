"""How well figures are read from gold passages, by language and field: `python tests/text/score.py [dev|held|DIR]`.

`dev` has passages that the tables were tuned on; of `held` only totals are printed, so that it stays unseen.
"""

import json
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from cnkz_stats.figures.period import Period
from cnkz_stats.text.extract import extract
from cnkz_stats.text.mention import Mention

GOLD = Path(__file__).parent / "gold"
KINDS = {"growth_rate": "growth", "difference": "change", "count": "level"}
SERIES = {
    "trade_turnover": "turnover",
    "trade_share": "turnover",
    "xinjiang_trade": "turnover",
    "xinjiang_total_trade": "turnover",
    "xinjiang_ca_trade": "turnover",
    "xinjiang_share": "turnover",
    "central_asia_trade": "turnover",
    "central_asia_trade_share": "turnover",
    "central_asia_exports": "exports",
    "central_asia_imports": "imports",
    "exports_to_china": "exports",
    "export_share_to_china": "exports",
    "imports_from_china": "imports",
    "investment_projects_count": "projects_count",
    "investment_projects_value": "projects_value",
    "rail_freight": "rail_tonnage",
    "rail_export_freight": "rail_exports",
    "rail_import_freight": "rail_imports",
    "agri_trade": "agri_turnover",
    "agri_exports_to_china": "agri_exports",
    "agri_imports_from_china": "agri_imports",
    "oil_export_share": "oil_exports",
    "regional_trade": "turnover",
    "crop_exports_to_china": "crop_exports",
    "energy_exports_to_china": "energy_exports",
    "fuel_assemblies_exports": "fuel_assembly_exports",
    "uranium_share": "uranium_export_tonnage",
    "nonresource_export_potential": "nonresource_exports",
    "port_freight_export": "port_freight",
    "port_freight_import": "port_freight",
    "transit_share_china_europe": "china_europe_freight",
    "vehicle_share": "vehicle_exports",
    "students_share": "students",
    "documents_count": "deals_count",
    "road_ports_count": "road_ports",
    "flights_per_week": "flights",
    "flights_per_month": "flights",
    "air_passengers": "border_crossings",
    "icbc_khorgos_visits": "border_crossings",
}
OTHER_UNITS = {
    ("agri_exports", "t"): "agri_export_tonnage",
    ("grain_exports", "USD"): "grain_export_value",
    ("oil_exports", "USD"): "oil_export_value",
}
OTHER_WAYS = {("companies_count", "KZ->CN"): "agri_companies"}
"""Firms that may sell to the partner, which the gold tells from firms of the partner by the flow."""
REPORTERS = {
    "CHN customs": "GACC",
    "KAZ statistics": "BNS",
    "KTZ": "KTZ",
    "KAZ transport ministry": "KZ-TRANSPORT",
    "KAZ agriculture ministry": "KZ-AGRI",
    "KAZ government": "KZ-GOV",
    "CHN government": "CN-GOV",
    "China Railway": "CR",
    "KazTransOil": "KTO",
    "border inspection": "BORDER",
    "company": "COMPANY",
    "unknown": "",
}
PLACES = {
    "Xinjiang-KZ": {"CN-XJ", "KZ"},
    "Xinjiang-world": {"CN-XJ", "W00"},
    "Xinjiang-Central Asia": {"CN-XJ", "143"},
    "CN-Central Asia": {"CN", "143"},
    "CN->Central Asia": {"CN", "143"},
    "Central Asia->CN": {"CN", "143"},
}
HOME = {"CN", "KZ"}
GOVERNMENT = {"KGD": "KZ-GOV", "EDB": ""}
"""Offices for which the gold has another name, or none."""
HEDGES = {"at least": "over"}
GROUPS = {
    "figure": ("value", "unit", "hedge", "statement"),
    "when": ("period", "base"),
    "about": ("series", "places", "authority"),
}


@dataclass
class Score:
    """Counts for one language: gold figures, those found, those found beside the gold, right fields."""

    gold: int = 0
    found: int = 0
    beside: int = 0
    right: Counter[str] = field(default_factory=Counter)
    confused: Counter[str] = field(default_factory=Counter)

    def rate(self, name: str) -> float:
        """Right of all gold figures, in percent; a figure not found has nothing right."""
        return 100 * self.right[name] / max(1, self.gold)

    @property
    def precision(self) -> float:
        """Figures found that the gold has, of all found, in percent."""
        return 100 * self.found / max(1, self.found + self.beside)


def expected(row):
    """What a row of gold says, in our words."""
    period, base = row["period"], row["base_period"]
    series = SERIES.get(row["indicator"], row["indicator"])
    return {
        "value": Fraction(str(row["value"])),
        "unit": row["unit"],
        "hedge": row["hedge"],
        "statement": KINDS.get(row["kind"], row["kind"]),
        "period": same_period(period, "" if "/" in base else row["kind"]),
        "base": same_period(base) or (period.split("/")[0] if runs_over_years(row) else ""),
        "series": OTHER_WAYS.get((series, row["flow"])) or OTHER_UNITS.get((series, row["unit"]), series),
        "places": PLACES.get(row["flow"], HOME),
        "authority": REPORTERS[row["reporter"]],
    }


def runs_over_years(row):
    period = row["period"]
    return row["kind"] in ("multiple", "growth_rate") and "/" in period and len(period) == 9


def same_period(text, kind=""):
    """One spelling of a period; a growth or multiple over several years is about the last."""
    if not text:
        return ""
    if kind in ("multiple", "growth_rate") and "/" in text and len(text) == 9:
        text = text.split("/")[1]
    return str(Period.parse(text))


def read(mention: Mention):
    """What a mention says; whether a crossing's, a port's or the two countries' is told by the series."""
    places = {mention.area, mention.partner}
    return {
        "value": mention.value,
        "unit": mention.unit,
        "hedge": HEDGES.get(mention.hedge.value, mention.hedge.value),
        "statement": mention.statement.value,
        "period": mention.period,
        "base": mention.base,
        "series": mention.series,
        "places": HOME if places <= HOME | {"", "150"} else places,
        "authority": GOVERNMENT.get(mention.authority, mention.authority),
    }


def overlapping(row, mentions):
    """The mention that shares at least half of the span of a gold row."""
    size = row["char_end"] - row["char_start"]
    for mention in mentions:
        shared = min(row["char_end"], mention.end) - max(row["char_start"], mention.start)
        if 2 * shared >= size:
            return mention
    return None


def is_right(name, wanted, got):
    if name == "value":
        return abs(got - wanted) <= abs(wanted) / 1000
    return wanted == got


def score(split, told=None):
    """Scores by language, each mistake told to `told`."""
    rows = defaultdict(list)
    for line in (GOLD / split / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows[row["doc"]].append(row)
    scores: dict[str, Score] = defaultdict(Score)
    for path in sorted((GOLD / split).glob("*.txt")):
        lang = path.stem[:2]
        mentions = list(extract(path.read_text(encoding="utf-8"), lang))
        _compare(path.stem, scores[lang], rows[path.stem], mentions, told)
    return dict(scores)


def _compare(doc, one, rows, mentions, told):
    unused = list(mentions)
    for row in rows:
        one.gold += 1
        mention = overlapping(row, unused)
        if mention is None:
            if told:
                told(f"{doc} MISSED {row['figure_as_printed']!r} {row['indicator']}")
            continue
        unused.remove(mention)
        one.found += 1
        wanted, got = expected(row), read(mention)
        right = {name: is_right(name, wanted[name], got[name]) for name in wanted}
        one.right["span"] += mention.span == row["figure_as_printed"]
        one.right.update(name for name, fits in right.items() if fits)
        one.right.update(group for group, names in GROUPS.items() if all(right[name] for name in names))
        for name, fits in right.items():
            if not fits:
                one.confused[f"{name}: {got[name]} for {wanted[name]}"] += 1
                if told:
                    told(f"{doc} {name.upper()} {mention.span!r}: {got[name]} for {wanted[name]}")
    one.beside += len(unused)
    if told:
        for mention in unused:
            told(f"{doc} BESIDE {mention.span!r} {mention.series} {mention.statement}")


def table(scores):
    """A line for each language: gold figures, precision, and how much is right by group and field."""
    names = [*GROUPS, "span", *(name for group in GROUPS.values() for name in group)]
    yield f"{'':6}{'gold':>5} {'prec':>6} " + " ".join(f"{name:>9}" for name in names)
    for lang, one in sorted(scores.items()):
        rates = " ".join(f"{one.rate(name):9.1f}" for name in names)
        yield f"{lang:6}{one.gold:5} {one.precision:6.1f} {rates}"


def confusions(scores):
    """The commonest confusions of each language."""
    for lang, one in sorted(scores.items()):
        for confusion, count in one.confused.most_common(6):
            yield f"  {lang} {count:3} × {confusion}"


def main():
    split = sys.argv[1] if len(sys.argv) > 1 else "dev"
    told: list[str] = []
    scores = score(split, told.append)
    lines = list(table(scores))
    if split != "held":
        lines += confusions(scores)
        lines += told if "--mistakes" in sys.argv else ()
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
