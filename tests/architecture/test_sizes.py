"""Files and functions stay small enough to be read in one go."""

import ast
import io
import tokenize
from pathlib import Path

MAX_FILE_LINES = 300
MAX_TEMPLATE_LINES = 150
MAX_FUNCTION_LINES = 60
MAX_FUNCTIONS_PER_FILE = 12
P95_FILE_LINES = 250
P95_FUNCTION_LINES = 30
SKIPPED = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}


def functions(tree):
    """Every function and method; a function inside another one belongs to it."""
    found = []
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found.append(node)
        elif isinstance(node, ast.ClassDef | ast.If | ast.Try):
            found += functions(node)
    return found


def does_something(function):
    """Whether a function has a body; the methods of a protocol only describe."""
    return not all(isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant) for one in function.body)


def code_lines(module):
    """Numbers of the lines that hold code: no blank line, no comment, no docstring."""
    lines = set()
    for token in tokenize.generate_tokens(io.StringIO(module.text).readline):
        if token.type not in SKIPPED:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            lines.difference_update(range(node.lineno, node.end_lineno + 1))
    return lines


def function_lines(module):
    """Code lines of each function, as pairs of a readable place and a number."""
    code = code_lines(module)
    return [
        (
            f"{module.path}:{node.lineno} {node.name}",
            len(code & set(range(node.lineno, node.end_lineno + 1))),
        )
        for node in functions(module.tree)
    ]


def p95(numbers):
    """The value that 95 of 100 do not pass."""
    ordered = sorted(numbers)
    return ordered[max(0, -(-len(ordered) * 95 // 100) - 1)]


def too_large(measured, limit):
    """Those above a limit, largest first, as lines of a message."""
    found = sorted(((size, place) for place, size in measured if size > limit), reverse=True)
    return [f"{place}: {size} (at most {limit})" for size, place in found]


def test_no_file_is_longer_than_three_hundred_lines(modules):
    """A file that grows is split by idea."""
    measured = [(str(module.path), len(module.text.splitlines())) for module in modules]
    assert [] == too_large(measured, MAX_FILE_LINES)


def test_no_template_is_longer_than_a_hundred_and_fifty_lines(files):
    """A template that grows is split into partials."""
    templates = [path for path in files if "templates" in path.parts and path.suffix == ".html"]
    measured = [(str(path), len(path.read_text("utf-8").splitlines())) for path in templates]
    assert [] == too_large(measured, MAX_TEMPLATE_LINES)


def test_no_function_has_more_than_sixty_lines_of_code(modules):
    """A function that grows is split by step."""
    measured = [pair for module in modules for pair in function_lines(module)]
    assert [] == too_large(measured, MAX_FUNCTION_LINES)


def test_no_source_file_has_more_than_twelve_functions(source):
    """Many functions in one file are more than one idea."""
    measured = [(str(module.path), sum(map(does_something, functions(module.tree)))) for module in source]
    assert [] == too_large(measured, MAX_FUNCTIONS_PER_FILE)


def test_nearly_all_source_files_are_short(source):
    """The limits above are for the rare case; 95 of 100 files stay well below."""
    measured = [(str(module.path), len(module.text.splitlines())) for module in source]
    largest = "\n".join(too_large(measured, P95_FILE_LINES))
    assert p95([size for _, size in measured]) <= P95_FILE_LINES, largest


def test_nearly_all_source_functions_are_short(source):
    """The limits above are for the rare case; 95 of 100 functions stay well below."""
    measured = [pair for module in source for pair in function_lines(module)]
    largest = "\n".join(too_large(measured, P95_FUNCTION_LINES))
    assert p95([size for _, size in measured] or [0]) <= P95_FUNCTION_LINES, largest


def test_measuring_sees_code_and_nothing_else(tmp_path: Path):
    """Blank lines, comments and docstrings are not counted; code over several lines is."""
    text = 'def one():\n    """Doc."""\n\n    # why\n    return (\n        1\n    )\n'
    path = tmp_path / "one.py"

    class Read:
        """A module as the measuring functions take it."""

        def __init__(self):
            self.path, self.text, self.tree = path, text, ast.parse(text)

    assert [(f"{path}:1 one", 4)] == function_lines(Read())
