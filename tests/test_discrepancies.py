"""The page on discrepancies says what the check of the bundled data says now."""

import discrepancies
import pytest

from cnkz_stats.ledger.folder import bundled_folder, read_folder
from cnkz_stats.reasoning.audit import audit


@pytest.fixture(scope="module")
def checked():
    folder = read_folder(bundled_folder())
    return folder, audit(folder)


def test_the_page_is_current(checked):
    assert discrepancies.PAGE.read_text(encoding="utf-8") == discrepancies.page(*checked)


def test_every_story_has_its_picture_and_there_are_no_others():
    drawn = {path.stem for path in discrepancies.PICTURES.glob("*.png")}
    assert drawn == {story.name for story in discrepancies.stories()}


def test_a_story_that_is_no_conflict_any_more_is_told(checked):
    gone = discrepancies.Story("gone", "enfamily-confucius", "Gone", "")
    with pytest.raises(ValueError, match="gone: enfamily-confucius is in no conflict any more"):
        discrepancies.told(gone, checked[1])
