"""Work done away from the shopper; decides nothing.

`line.py` is the queue, `relay.py` moves owed reactions from the outbox into it, `outbox.py` runs one of them, `schedule.py` says
what happens every minute, hour and night, `worker.py` is the worker's door. With Redis away the worker does the work itself.
"""
