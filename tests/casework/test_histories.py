"""Random histories: whatever people do, and whenever, a case never gets lost."""

from hypothesis import settings

from tests.casework.histories import Histories

TestHistories = Histories.TestCase
TestHistories.settings = settings(stateful_step_count=40)
