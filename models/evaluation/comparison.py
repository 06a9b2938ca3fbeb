"""Every peer on every size and seed, and how much ours differs from each, with intervals."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from joblib import Parallel, delayed

from models.errors import ModelError
from models.evaluation.bootstrap import Interval, paired_interval
from models.evaluation.metrics import brier, calibration_line, coverage, ece, losses
from models.evaluation.orders import ndcg_by_group, regret_by_group
from models.evaluation.peers import OURS, PEERS, Peer
from models.evaluation.trials import SIZES, Trial, first_outcomes, sizes_for

__all__ = ["Cell", "Comparison", "Difference", "Measured", "compare", "differences", "measure"]

Floats = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Cell:
    """One peer at one size in one run; NaN where it could not be measured.

    ``log_loss`` in nats; ``ece``, ``brier``, ``ndcg5``, ``regret3`` in 0 ... 1; ``coverage80`` is the share
    of true chances inside the 80 % interval, where the truth is known; ``seconds`` to fit and forecast.
    ``reason_id`` and ``reason_en`` say why a peer has no figures; empty otherwise.
    """

    peer: str
    n_outcomes: int
    seed: int
    log_loss: float
    brier: float
    ece: float
    slope: float
    intercept: float
    ndcg5: float
    regret3: float
    coverage80: float
    seconds: float
    reason_id: str = ""
    reason_en: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """A cell with what paired differences need: losses by pair, nDCG and regret by cooperative."""

    cell: Cell
    p: Floats
    losses: Floats
    ndcg: Floats
    regret: Floats
    groups: Labels


@dataclass(frozen=True, slots=True)
class Difference:
    """Ours minus a peer's at one size, over all runs that both finished."""

    peer: str
    n_outcomes: int
    measure: str
    interval: Interval


@dataclass(frozen=True, slots=True)
class Comparison:
    """All cells, all differences; ``split`` says what was held out."""

    split: str
    sizes: tuple[int, ...]
    seeds: tuple[int, ...]
    peers: tuple[str, ...]
    held_counts: tuple[int, ...]
    cells: tuple[Cell, ...]
    differences: tuple[Difference, ...]


def compare(
    trials: Sequence[Trial],
    *,
    split: str,
    peers: Sequence[Peer] = tuple(PEERS.values()),
    sizes: Sequence[int] = SIZES,
    n_jobs: int = 1,
) -> Comparison:
    """Fit every peer on the same outcomes and judge all on the same pairs.

    Parameters
    ----------
    trials : sequence of Trial
        One per seed.
    split : str
        What the trials hold out; only told on.
    peers : sequence of Peer
    sizes : sequence of int
        Learning curves at so many outcomes, as far as every run has them.
    n_jobs : int
        Processes; the result does not depend on it but for ``seconds``.

    Notes
    -----
    A peer that fails is a cell with a reason.
    """
    wanted = [(trial, size, peer) for trial in trials for size in sizes_for(trials, sizes) for peer in peers]
    found: list[Measured] = Parallel(n_jobs=n_jobs)(delayed(measure)(*one) for one in wanted)
    return Comparison(
        split=split,
        sizes=sizes_for(trials, sizes),
        seeds=tuple(trial.seed for trial in trials),
        peers=tuple(peer.name for peer in peers),
        held_counts=tuple(len(trial.held) for trial in trials),
        cells=tuple(one.cell for one in found),
        differences=tuple(differences(found)),
    )


def measure(trial: Trial, size: int, peer: Peer) -> Measured:
    """Fit one peer on some of a run's outcomes and judge it on the pairs held out."""
    learn, held = first_outcomes(trial.learn, size, trial.seed), trial.held
    begun = time.perf_counter()
    try:
        forecast = peer.fit(learn, trial.reference, trial.seed)(held)
        if not np.isfinite(forecast.p).all():
            raise FloatingPointError("a chance is not a number")
    except ModelError as error:
        return _failed(peer, size, trial.seed, error.message_id, error.message_en)
    except Exception as error:  # noqa: BLE001  # a peer that fails is a finding about the peer
        said = f"{type(error).__name__}: {error}"
        return _failed(peer, size, trial.seed, f"Gagal: {said}", f"Failed: {said}")
    seconds = time.perf_counter() - begun
    slope, intercept = calibration_line(forecast.p, held.y)
    each = losses(forecast.p, held.y)
    ndcg = ndcg_by_group(forecast.p, held.gain, held.groups)
    regret = regret_by_group(forecast.p, held.gain, held.groups)
    told = not (np.isnan(held.truth).any() or np.isnan(forecast.lower).any())
    cell = Cell(
        peer=peer.name,
        n_outcomes=size,
        seed=trial.seed,
        log_loss=_known_mean(each),
        brier=brier(forecast.p, held.y),
        ece=ece(forecast.p, held.y),
        slope=slope,
        intercept=intercept,
        ndcg5=_known_mean(ndcg),
        regret3=_known_mean(regret),
        coverage80=coverage(forecast.lower, forecast.upper, held.truth) if told else float("nan"),
        seconds=seconds,
    )
    return Measured(cell, forecast.p, each, ndcg, regret, held.groups)


def _failed(peer: Peer, size: int, seed: int, reason_id: str, reason_en: str) -> Measured:
    cell = Cell(peer.name, size, seed, *(float("nan"),) * 9, reason_id, reason_en)
    nothing = np.zeros(0)
    return Measured(cell, nothing, nothing, nothing, nothing, np.zeros(0, dtype=np.int64))


def _known_mean(values: Floats) -> float:
    known = values[~np.isnan(values)]
    return float(known.mean()) if len(known) else float("nan")


def differences(found: Iterable[Measured]) -> list[Difference]:
    """Return ours minus each peer's log loss, nDCG@5 and regret@3, paired, with 95 % intervals."""
    by_key = {(one.cell.n_outcomes, one.cell.peer, one.cell.seed): one for one in found if len(one.losses)}
    result = []
    for size, peer in dict.fromkeys(key[:2] for key in by_key):
        if peer == OURS:
            continue
        both = [
            (ours, theirs)
            for (other_size, other, seed), theirs in by_key.items()
            if (other_size, other) == (size, peer) and (ours := by_key.get((size, OURS, seed))) is not None
        ]
        if not both:
            continue
        loss = _paired([(a.losses - b.losses, a.groups, a.cell.seed) for a, b in both])
        rank = _paired([(a.ndcg - b.ndcg, np.arange(len(a.ndcg)), a.cell.seed) for a, b in both])
        result.append(Difference(peer, size, "log_loss", loss))
        lost = _paired([(a.regret - b.regret, np.arange(len(a.regret)), a.cell.seed) for a, b in both])
        result.append(Difference(peer, size, "ndcg5", rank))
        result.append(Difference(peer, size, "regret3", lost))
    return result


def _paired(parts: list[tuple[Floats, Labels, int]]) -> Interval:
    apart = np.concatenate([part for part, _, _ in parts])
    clusters = np.concatenate([groups for _, groups, _ in parts])
    seeds = np.concatenate([np.full(len(part), seed) for part, _, seed in parts])
    return paired_interval(apart, clusters, 0, seeds=seeds)
