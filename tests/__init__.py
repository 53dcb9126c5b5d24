"""What the shop promises, as sentences."""
