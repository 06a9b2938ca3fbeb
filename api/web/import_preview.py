"""What the preview of an import shows: columns, counts, faults by cause, differences."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from api.texts import Language
from recommender.errors import Fault, ImportRefusedError
from recommender.importing import (
    UPLOAD_LIMITS,
    Answer,
    FileLook,
    Intake,
    column_labels,
    import_file,
    look_at_file,
)
from recommender.uploads import Upload
from recommender.workspace import Workspace

__all__ = ["Preview", "intake_of", "preview_of", "state_of"]

_SHOWN_DIFFERENCES = 50
_SHOWN_PLACES = 5
# The list of columns says these.
_SHOWN_AMONG_COLUMNS = frozenset({"header_guessed", "column_ignored"})


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything one page shows.

    ``answer`` is ``None`` where the file cannot be read at all; ``faults`` and ``warnings`` are grouped by
    cause, each group with its first places and its count.
    """

    upload: Upload
    look: FileLook | None
    answer: Answer | None
    faults: list[tuple[list[str], int]]
    warnings: list[tuple[list[str], int]]
    columns: list[tuple[str, str]]
    differences: list[tuple[str, str, str, str]]
    state: str


def intake_of(upload: Upload) -> Intake:
    """Return a kept file as the use case takes it."""
    said = upload.choices
    return Intake(said.table, upload.path, said.sender, said.name, said.sheet, said.headers, UPLOAD_LIMITS)


def state_of(upload: Upload, revision_id: int) -> str:
    """Return what a preview stands for: file, choices and store; another state, another preview."""
    text = json.dumps([upload.upload_id, asdict(upload.choices), revision_id], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def preview_of(workspace: Workspace, upload: Upload, author: str, language: Language) -> Preview:
    """Look at a file and try its import; nothing is written."""
    state = state_of(upload, workspace.store.head().revision_id)
    intake, look, answer = intake_of(upload), None, None
    faults: Sequence[Fault]
    warnings: Sequence[Fault] = ()
    try:
        look = look_at_file(workspace.store, intake)
        faults = look.faults
        if not faults:
            answer = import_file(
                workspace.store,
                intake,
                author=author,
                made_at=workspace.now(),
                dry_run=True,
                accept_valid=True,
            )
            faults, warnings = answer.report.faults, answer.report.warnings
    except ImportRefusedError as error:
        faults = error.faults
    return Preview(
        upload,
        look,
        answer,
        _grouped(faults, language),
        _grouped([one for one in warnings if one.code not in _SHOWN_AMONG_COLUMNS], language),
        column_labels(upload.choices.table, language),
        _differences(answer, dict(column_labels(upload.choices.table, language)), language),
        state,
    )


def _grouped(found: Sequence[Fault], language: Language) -> list[tuple[list[str], int]]:
    groups: dict[tuple[str, str | None], list[str]] = {}
    for one in found:
        groups.setdefault((one.code, one.column), []).append(one.say(language))
    return [(texts[:_SHOWN_PLACES], len(texts)) for texts in groups.values()]


def _differences(
    answer: Answer | None, labels: Mapping[str, str], language: Language
) -> list[tuple[str, str, str, str]]:
    if answer is None:
        return []
    return [
        (
            "/".join("" if part is None else str(part) for part in one.key),
            labels.get(one.column, one.column),
            _shown(one.before, language),
            _shown(one.after, language),
        )
        for one in answer.report.differences[:_SHOWN_DIFFERENCES]
    ]


def _shown(value: object, language: Language) -> str:
    if value is None:
        return "?"
    if isinstance(value, bool):
        yes, no = ("yes", "no") if language == "en" else ("ya", "tidak")
        return yes if value else no
    return ";".join(map(str, value)) if isinstance(value, tuple) else str(value)
