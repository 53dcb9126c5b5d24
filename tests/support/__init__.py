"""What tests stand on: databases, pages read as a shopper reads them, goods to sell, a mailbox, a gateway."""
