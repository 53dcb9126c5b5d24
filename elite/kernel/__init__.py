"""The ground floor: database, transactions, facts, money, time and tokens, for every package above."""
