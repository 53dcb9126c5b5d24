"""Work done away from the shopper; decides nothing.

`application.py` is how a job finds the shop, `line.py` the queue; `relay.py` moves owed reactions from the outbox into it and
`outbox.py` runs one of them; `schedule.py` says what happens every minute, hour and night; `worker.py` is the worker's door.
With Redis away the worker does the work itself.
"""
