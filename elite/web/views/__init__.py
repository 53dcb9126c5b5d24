"""What pages need to know, shared by the owner of a page and by the route that refuses into it (decision 8)."""
