"""The folder that tests read where any would do: small, and it does not grow as the bundled one does."""

from pathlib import Path

FIRST_FOLDER = Path(__file__).parents[1] / "examples" / "five-documents"
