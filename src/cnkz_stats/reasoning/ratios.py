"""Tightest ratios between quantities that rows of two terms imply, without a solver.

A row `x ≤ w·y` between quantities that are not negative is an edge of weight `w`; the tightest upper bound of `x/y` is the
smallest product of weights on a path from `y` to `x`. An amount is a ratio to the constant 1. Sums of three and more
quantities are not used, so the ranges are never too narrow; without such sums they are exact.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from cnkz_stats.figures.interval import Interval
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.constraints import ONE, Constraint
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.forest import Forest

Node = Quantity | None
"""A quantity, or `None` for the constant 1."""


@dataclass(frozen=True, slots=True)
class Implied:
    """A range, and the facts it follows from. `clash` says that the two ends contradict each other and were swapped."""

    range: Interval
    facts: tuple[Fact, ...]
    clash: bool = False


@dataclass(frozen=True, slots=True)
class _Edge:
    """`to ≤ weight · start`, or `<`; the weight is `up / down`, both positive."""

    start: Node
    to: Node
    up: int
    down: int
    strict: bool
    row: Constraint


class Ratios:
    """The edges of a set of rows, to be asked for ratios."""

    def __init__(self, rows: Iterable[Constraint]) -> None:
        self._edges: dict[Node, list[_Edge]] = defaultdict(list)
        self._together = Forest()
        self._found: dict[object, dict[Node, _Path]] = {}
        for row in rows:
            edge = _edge(row)
            if edge is not None:
                self._edges[edge.start].append(edge)
                self._together.join([node for node in (edge.start, edge.to) if node is not None])
        # The constant touches every amount there is, most of which have nothing to do with what is asked about.
        self._amounts: dict[Node, list[_Edge]] = defaultdict(list)
        for edge in self._edges.pop(None, ()):
            self._amounts[self._root(edge.to)].append(edge)

    def level(self, quantity: Quantity, *, without: frozenset[Fact] = frozenset()) -> Implied | None:
        """The range of an amount, if it is bounded on both sides."""
        return self.ratio(quantity, None, without=without)

    def ratio(self, x: Quantity, base: Node, *, without: frozenset[Fact] = frozenset()) -> Implied | None:
        """The range of `x / base` implied without the given facts, if it is bounded above and away from zero."""
        above, below = self._best(base, x, without), self._best(x, base, without)
        if above is None or below is None or not below.up:
            return None
        facts = tuple(sorted({*above.facts, *below.facts}, key=lambda fact: fact.order))
        lo, hi = ONE / below.weight, above.weight
        if lo > hi or (lo == hi and (below.strict or above.strict)):
            return Implied(Interval(min(lo, hi), max(lo, hi)), facts, clash=True)
        return Implied(Interval(lo, hi, below.strict, above.strict), facts)

    def _best(self, start: Node, end: Node, without: frozenset[Fact]) -> "_Path | None":
        about = tuple(root for root in dict.fromkeys(map(self._root, (start, end))) if root is not None)
        asked = start, about, without
        if asked not in self._found:
            self._found[asked] = self._paths(*asked)
        return self._found[asked].get(end)

    def _paths(
        self, start: Node, about: tuple[Quantity, ...], without: frozenset[Fact]
    ) -> "dict[Node, _Path]":
        """To each node the path of the smallest product, found by relaxation; each node at most once on it."""
        amounts = [edge for root in about for edge in self._amounts.get(root, ())]
        best: dict[Node, _Path] = {
            start: _Path(1, 1, strict=False, facts=frozenset(), nodes=frozenset([start]))
        }
        queue = deque([start])
        while queue:
            node = queue.popleft()
            path = best[node]
            for edge in amounts if node is None else self._edges.get(node, ()):
                if edge.to in path.nodes or edge.row.origin in without:
                    continue
                known = best.get(edge.to)
                if known is None or path.leads_lower(edge, known):
                    best[edge.to] = path.along(edge)
                    queue.append(edge.to)
        return best

    def _root(self, node: Node) -> Node:
        return None if node is None else self._together.root(node)


@dataclass(frozen=True, slots=True)
class _Path:
    """Edges one after the other; the product of their weights is `up / down`, never reduced, which would cost more."""

    up: int
    down: int
    strict: bool
    facts: frozenset[Fact]
    nodes: frozenset[Node]

    @property
    def weight(self) -> Fraction:
        return Fraction(self.up, self.down)

    def leads_lower(self, edge: _Edge, known: "_Path") -> bool:
        """Whether it makes a lower bound with an edge than another path does, or one that is not reached."""
        mine, its = self.up * edge.up * known.down, known.up * self.down * edge.down
        return mine < its or (mine == its and not known.strict and (self.strict or edge.strict))

    def along(self, edge: _Edge) -> "_Path":
        origin = edge.row.origin
        facts = self.facts | {origin} if isinstance(origin, Fact) else self.facts
        up, down, strict = self.up * edge.up, self.down * edge.down, self.strict or edge.strict
        return _Path(up, down, strict, facts, self.nodes | {edge.to})


def _edge(row: Constraint) -> _Edge | None:
    """A row as an edge, if it has one positive term and one negative term or amount."""
    terms: Mapping[Node, Fraction] = dict(row.terms)
    if row.bound:
        terms = {**terms, None: -row.bound}
    up = [(node, coefficient) for node, coefficient in terms.items() if coefficient > 0]
    down = [(node, coefficient) for node, coefficient in terms.items() if coefficient < 0]
    if len(up) != 1 or len(down) != 1:
        return None
    weight = -down[0][1] / up[0][1]
    return _Edge(down[0][0], up[0][0], weight.numerator, weight.denominator, row.strict, row)
