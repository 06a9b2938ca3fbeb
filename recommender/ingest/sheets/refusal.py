"""Why a file is not read, as the child says it: a code and what the sentence needs."""

__all__ = ["RefusalError"]


class RefusalError(Exception):
    """The file is refused.

    Parameters
    ----------
    code : str
        One of those in ``sheet_faults``.
    **details : str or int
        What the sentence for the code names.
    """

    def __init__(self, code: str, **details: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.details = details
