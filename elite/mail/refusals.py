"""When a letter will never arrive."""


class Refused(Exception):
    """This address will never take this letter; trying again is no use."""
