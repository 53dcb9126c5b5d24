"""The pure parts need settings and a shop, but no database."""

import pytest

from config.settings import Settings
from elite.kernel.settings import use_settings


@pytest.fixture
def house():
    """A shop in the United Kingdom with default settings."""
    use_settings(Settings(demo=True, secret_key="only-for-tests-0123456789-abcdefghij"))
