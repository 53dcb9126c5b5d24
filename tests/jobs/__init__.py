"""Work done away from the shopper."""
