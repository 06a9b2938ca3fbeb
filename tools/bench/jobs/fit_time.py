"""Learning from 100,000 outcomes, beside one LightGBM fit with early stopping on the same table."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from features.pairs.catalogue import pair_features
from models.evaluation.pairs import coded
from tools.bench.report import Result
from tools.worlds.world import made_world

__all__ = ["fit_many"]

_OUTCOMES = 100_000
# Each side runs in a process of its own, so that its peak memory is its own.
_MEASURED = """
import json, re, sys, time
from pathlib import Path
import numpy as np
{imports}
def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
told = dict(np.load(sys.argv[1]))
X, y, logit, groups = told["X"], told["y"], told["logit"], told["groups"]
categorical = list(range(X.shape[1] - 3, X.shape[1]))
before = peak()
start = time.perf_counter()
{work}
print(json.dumps([time.perf_counter() - start, before, peak()]))
"""
_OURS_IMPORTS = "from models.fit import FitClassifier"
_OURS = """
model = FitClassifier(categorical_features=categorical, in_time_order=True)
model.fit(X, y, prior_logit=logit, groups=groups)
"""
_LIGHTGBM_IMPORTS = "import lightgbm"
_LIGHTGBM = """
table = np.column_stack([X, logit])
held = groups % 5 == 0
learn = lightgbm.Dataset(table[~held], y[~held], categorical_feature=categorical)
watch = lightgbm.Dataset(table[held], y[held], reference=learn)
settings = {"objective": "binary", "learning_rate": 0.05, "num_threads": 2, "verbosity": -1}
stop = lightgbm.early_stopping(50, verbose=False)
lightgbm.train(settings, learn, num_boost_round=2000, valid_sets=[watch], callbacks=[stop])
"""


def fit_many(n_outcomes: int = _OUTCOMES) -> Result:
    """Fit both on the outcomes of a simulated world; the fit alone is timed, in a fresh process."""
    made = made_world("sensible", n_outcomes, 0)
    (pairs,) = coded([made.outcomes], list(pair_features()))
    del made
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "outcomes.npz"
        np.savez(
            path,
            X=np.column_stack([pairs.X, pairs.codes]),
            y=pairs.y.astype(np.int64),
            logit=pairs.prior_logit,
            groups=pairs.groups,
        )
        ours = _run(_OURS_IMPORTS, _OURS, path)
        floor = _run(_LIGHTGBM_IMPORTS, _LIGHTGBM, path)
    note = (
        f"one LightGBM fit with early stopping; ours peak {ours[2]:.0f} MB (+{ours[2] - ours[1]:.0f}), "
        f"LightGBM peak {floor[2]:.0f} MB (+{floor[2] - floor[1]:.0f})"
    )
    return Result(f"learning from {n_outcomes:,} outcomes", ours[0], floor[0], note)


def _run(imports: str, work: str, path: Path) -> list[float]:
    code = _MEASURED.format(imports=imports, work=work)
    found = subprocess.run(
        [sys.executable, "-c", code, str(path)], check=True, capture_output=True, text=True
    )
    return [float(one) for one in json.loads(found.stdout.splitlines()[-1])]
