"""The door: settings in, shop out, queue connected. `gunicorn -c config/gunicorn.py wsgi:app`."""

import os

from config.settings import Settings
from elite.app import create_app
from jobs.line import ring

app = create_app(Settings.from_env(os.environ), wake=ring)
