"""Everything that stops a run, as one tree: what happened, what to do about it, which exit status it means.

What a report does wrong is a Finding, what a reader could not do is a Note; neither is an error.
"""

from enum import IntEnum


class ExitStatus(IntEnum):
    """Exit status of the command line; of several, the highest counts."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3
    FAULT = 4


class ToolkitError(Exception):
    """Root of all our errors.

    `code` is permanent (`READ-ENCRYPTED`), `message` says in Chinese what happened, `hint` what to do next.
    """

    exit_status: ExitStatus = ExitStatus.FAULT

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(f"{code}：{message}")
        self.code = code
        self.message = message
        self.hint = hint


class UsageError(ToolkitError):
    """The call is wrong: an unknown option value, an output that would overwrite an input."""

    exit_status = ExitStatus.USAGE


class ReadError(ToolkitError):
    """A source cannot be read: missing, empty, encrypted, damaged, of an unknown format."""

    exit_status = ExitStatus.UNREADABLE


class StandardError(ToolkitError):
    """A scoring standard is malformed; the message carries the path of the mistake and what was expected."""

    exit_status = ExitStatus.USAGE


class RegistryError(ToolkitError):
    """An extension folder is inconsistent: a module without a member, two members with one key."""

    exit_status = ExitStatus.FAULT


class ModelError(ToolkitError):
    """A trained model is missing, changed or of another version; rules go on without it."""

    exit_status = ExitStatus.FAULT
