"""How many there are of each variant, who holds them, and every move that led here."""
