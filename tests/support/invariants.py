"""What must hold at every moment between two transactions (protocol.md 2.14), as SQL that knows nothing of our code."""

from __future__ import annotations

from typing import Any

from sqlalchemy import text

from elite.kernel.db import session

CHECKS: dict[str, str] = {
    "I1 no more reserved than there is": """
        SELECT id FROM stock WHERE reserved < 0 OR (backorder = 0 AND (on_hand < reserved OR on_hand < 0))""",
    "I2 the moves add up to the shelf": """
        SELECT s.id FROM stock s LEFT JOIN stock_move m ON m.stock_id = s.id GROUP BY s.id, s.on_hand, s.reserved
        HAVING COALESCE(SUM(m.d_on_hand), 0) <> s.on_hand OR COALESCE(SUM(m.d_reserved), 0) <> s.reserved""",
    "I3 what is held adds up to what is reserved": """
        SELECT s.id FROM stock s LEFT JOIN reservation r ON r.stock_id = s.id AND r.state = 'held' GROUP BY s.id, s.reserved
        HAVING COALESCE(SUM(r.quantity), 0) <> s.reserved""",
    "I3 only open orders hold, released ones have consumed, ended ones have neither": """
        SELECT r.ref FROM reservation r LEFT JOIN orders o ON o.number = r.ref
        WHERE o.id IS NULL
        OR (r.state = 'held' AND NOT (o.fulfilment_state = 'held' AND o.payment_state IN ('awaiting', 'processing')))
        OR (r.state = 'consumed' AND o.fulfilment_state IN ('held', 'cancelled'))
        OR (r.state = 'released' AND NOT (o.fulfilment_state = 'cancelled' OR o.payment_state = 'expired'))""",
    "I4 an order is the sum of its lines": """
        SELECT o.number FROM orders o LEFT JOIN order_line l ON l.order_id = o.id GROUP BY o.id, o.number, o.total, o.tax
        HAVING COALESCE(SUM(l.gross), 0) <> o.total OR COALESCE(SUM(l.tax), 0) <> o.tax""",
    "I4 a line is the sum of its units": """
        SELECT l.id FROM order_line l LEFT JOIN order_share s ON s.line_id = l.id
        GROUP BY l.id, l.net, l.tax, l.discount, l.quantity
        HAVING COALESCE(SUM(s.units), 0) <> l.quantity OR COALESCE(SUM(s.units * s.net), 0) <> l.net
        OR COALESCE(SUM(s.units * s.tax), 0) <> l.tax OR COALESCE(SUM(s.units * s.discount), 0) <> l.discount""",
    "I5 a paid order has exactly one payment that succeeded, of its total": """
        SELECT o.number FROM orders o LEFT JOIN payment p ON p.order_id = o.id AND p.state = 'succeeded'
        GROUP BY o.id, o.number, o.payment_state, o.total
        HAVING (o.payment_state IN ('paid', 'part-refunded', 'refunded') AND (COUNT(p.id) <> 1 OR MAX(p.captured) <> o.total))
        OR (o.payment_state NOT IN ('paid', 'part-refunded', 'refunded') AND COUNT(p.id) <> 0)""",
    "I5 nothing that ended keeps a payable slot": """
        SELECT id FROM payment WHERE open_slot IS NOT NULL AND state IN ('succeeded', 'failed', 'expired', 'duplicate', 'refund_due')""",
    "I6 money that does not count goes back whole": """
        SELECT p.id FROM payment p LEFT JOIN refund r ON r.payment_id = p.id AND r.state NOT IN ('failed', 'cancelled')
        WHERE p.state IN ('duplicate', 'refund_due') GROUP BY p.id, p.captured HAVING COALESCE(SUM(r.amount), 0) <> p.captured""",
    "I6 money of a cancelled order goes back whole": """
        SELECT o.number FROM orders o JOIN payment p ON p.order_id = o.id
        WHERE o.fulfilment_state = 'cancelled' AND p.captured <> p.refunded""",
    "I9 no more went back than came": """
        SELECT id FROM payment WHERE refunded > captured OR refunded < 0""",
    "I9 refunds add up to what the payment says went back": """
        SELECT p.id FROM payment p LEFT JOIN refund r ON r.payment_id = p.id AND r.state NOT IN ('failed', 'cancelled')
        GROUP BY p.id, p.refunded HAVING COALESCE(SUM(r.amount), 0) <> p.refunded""",
    "I10 an invoice for each order that is due one, and no other": """
        SELECT o.number FROM orders o LEFT JOIN invoice i ON i.order_id = o.id AND i.kind = 'invoice'
        WHERE (i.id IS NULL) = (o.payment_method IN ('card', 'transfer', 'free')
        AND o.payment_state IN ('paid', 'part-refunded', 'refunded'))
        AND o.payment_method IN ('card', 'transfer', 'free')""",
    "I10 the invoice of a cancelled order is credited": """
        SELECT o.number FROM orders o JOIN invoice i ON i.order_id = o.id AND i.kind = 'invoice'
        LEFT JOIN invoice c ON c.refers_to_id = i.id WHERE o.fulfilment_state = 'cancelled' AND c.id IS NULL""",
    "I10 invoice numbers have no gap": """
        SELECT series, year FROM invoice GROUP BY series, year HAVING MAX(serial) <> COUNT(*) OR MIN(serial) <> 1""",
    "the cart of an open card order converts, of any other it does not": """
        SELECT o.number FROM orders o JOIN cart c ON c.id = o.cart_id AND c.version = o.cart_version
        WHERE (o.payment_state IN ('expired', 'void') AND c.state = 'converting')
        OR (o.payment_state IN ('paid', 'part-refunded', 'refunded') AND c.state <> 'converted')
        OR (o.payment_state IN ('awaiting', 'processing') AND c.state = 'open')""",
    "every order was announced once": """
        SELECT o.number FROM orders o LEFT JOIN event e ON e.subject = o.number AND e.name = 'OrderPlaced'
        GROUP BY o.id, o.number HAVING COUNT(e.id) <> 1""",
    "every paid order was announced once": """
        SELECT o.number FROM orders o LEFT JOIN event e ON e.subject = o.number AND e.name = 'OrderPaid'
        GROUP BY o.id, o.number, o.payment_state
        HAVING COUNT(e.id) <> (CASE WHEN o.payment_state IN ('paid', 'part-refunded', 'refunded') THEN 1 ELSE 0 END)""",
}

UNFINISHED: dict[str, str] = {
    "I11 nothing waits in the inbox": "SELECT event_id FROM webhook_inbox WHERE state IN ('new', 'dead')",
    "I12 no payment is still being created": "SELECT id FROM payment WHERE state = 'created'",
    "no refund is still under way": """
        SELECT number FROM refund WHERE by_hand = 0 AND state IN ('requested', 'submitted', 'pending')""",
}


def breaches(*, finished: bool = False) -> list[str]:
    """Every rule that does not hold, with the rows; `finished` also asks that nothing is left half way."""
    session.remove()
    found = []
    for name, query in {**CHECKS, **(UNFINISHED if finished else {})}.items():
        if rows := session.execute(text(query)).all():
            found.append(f"{name}: {[tuple(row) for row in rows][:5]}")
    session.remove()
    return found


def check_money(told: dict[str, Any]) -> list[str]:
    """Differences between what the gateway really took and gave back (`sandbox.state()`) and what our rows say."""
    session.remove()
    rows = session.execute(
        text("SELECT session_id, state, captured, refunded FROM payment WHERE session_id IS NOT NULL")
    )
    ours = {row.session_id: row for row in rows}
    session.remove()
    found = []
    for session_id, money in told["money"].items():
        row = ours.get(session_id)
        captured, refunded = (int(row.captured), int(row.refunded)) if row else (0, 0)
        if (captured, refunded) != (money["captured"], money["refunded"]):
            found.append(f"{session_id}: gateway {money}, ours {captured} and {refunded}")
    return found
