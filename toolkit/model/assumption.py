"""`Assumption`: a reviewed value for one field of one line, and where a person wrote it."""

from typing import NamedTuple


class Assumption(NamedTuple):
    """`line` as written (name, 一级/名称, or id), `field` of the record, `value` as typed, `origin` for messages."""

    line: str
    field: str
    value: str
    origin: str
