"""The HTTP toolkit the faces share: hypertext answers, sessions, guards, limits, headers and errors."""
