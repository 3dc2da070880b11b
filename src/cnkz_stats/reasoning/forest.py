"""What has to do with what: disjoint sets of quantities."""

from collections.abc import Sequence

from cnkz_stats.ledger.quantity import Quantity


class Forest:
    """Disjoint sets of quantities that grow together."""

    def __init__(self) -> None:
        self._parents: dict[Quantity, Quantity] = {}

    def root(self, quantity: Quantity) -> Quantity:
        """The one member that stands for its set; a quantity not met before is a set of its own."""
        parent = self._parents.setdefault(quantity, quantity)
        while parent != quantity:
            self._parents[quantity] = self._parents[parent]
            quantity, parent = parent, self._parents[parent]
        return quantity

    def join(self, quantities: Sequence[Quantity]) -> None:
        """Make the sets of these quantities one."""
        if not quantities:
            return
        first = self.root(quantities[0])
        for other in quantities[1:]:
            self._parents[self.root(other)] = first
