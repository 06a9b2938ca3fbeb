"""What can be wrong with what ``models`` is given.

::

    ModelError              a sentence in Indonesian and one in English
    ├── AllocationError     the parts of a plan's problem do not fit together
    ├── BeliefError         the packaged or edited beliefs are broken
    ├── LoanError           a loan cannot be had, or reckoned, on these terms
    └── ObjectiveError      there is no such objective
"""

__all__ = ["AllocationError", "BeliefError", "LoanError", "ModelError", "ObjectiveError"]


class ModelError(Exception):
    """Base of the tree; carries the sentence for the user in two languages."""

    def __init__(self, message_id: str, message_en: str) -> None:
        super().__init__(f"{message_id} / {message_en}")
        self.message_id = message_id
        self.message_en = message_en


class AllocationError(ModelError):
    """The parts of a plan's problem do not fit together."""


class BeliefError(ModelError):
    """The packaged or edited beliefs are broken."""


class LoanError(ModelError):
    """A loan cannot be had, or reckoned, on these terms.

    Parameters
    ----------
    field : str
        The term that does not fit, such as ``tenor_months``.
    """

    def __init__(self, field: str, message_id: str, message_en: str) -> None:
        super().__init__(message_id, message_en)
        self.field = field


class ObjectiveError(ModelError):
    """There is no such objective."""
