"""What the local economy of Kota Serang's districts leads one to expect, as tendencies.

The rows come from press and official pages on each district (sources K11, K12, K15, K18, K25, K27 to
K33). A tendency speaks of a district's mean against the city's, for the chance that remains once the
steps are done.
"""

import csv
from pathlib import Path

import numpy as np
import pytest

from models.scoring.block import score_block

_ROWS = list(
    csv.DictReader(Path(__file__).with_name("tendencies.csv").read_text(encoding="utf-8").splitlines())
)


def _advantages(workspace):
    """How much better each named district does than the city, in logits, by (district, offer, tendency)."""
    gathered = workspace.gathered()
    block = score_block(gathered.context, gathered.cooperatives, gathered.areas, keep=True)
    names = gathered.areas.set_index("code")["name"]
    area_name = np.array([names[code] for code in gathered.cooperatives["area_code"]])
    district = block.placed["district_code"].to_numpy()
    found = {}
    for row in _ROWS:
        logit = block.after_steps.logit[:, gathered.context.offer_ids.index(row["offer_id"])]
        inside = district == row["district_code"]
        if row["only_areas"]:
            inside &= np.isin(area_name, row["only_areas"].split(";"))
        found[row["district"], row["offer_id"], row["tendency"]] = logit[inside].mean() - logit.mean()
    return found


@pytest.mark.parametrize(("sample", "share"), [("serang", 0.9), ("kosong", 0.7)])
def test_what_should_rank_high_does_mostly(sample, share, request):
    """Nearly all with profiles; most from the place alone."""
    advantages = _advantages(request.getfixturevalue(sample))
    high = {key: gain for key, gain in advantages.items() if key[2] == "high"}
    short = {key: round(gain, 2) for key, gain in high.items() if gain <= 0}
    assert len(short) <= (1 - share) * len(high), short


@pytest.mark.parametrize("sample", ["serang", "kosong"])
def test_what_should_rank_low_does(sample, request):
    """No fertiliser point in the dense centre, no parcel agent in the hills."""
    advantages = _advantages(request.getfixturevalue(sample))
    low = {key: gain for key, gain in advantages.items() if key[2] == "low"}
    assert {} == {key: gain for key, gain in low.items() if gain >= 0}


def test_rice_and_fish_set_kasemen_apart_from_the_dense_centre(serang):
    """The strongest contrasts of the city are strong in the advice too."""
    advantages = _advantages(serang)
    assert advantages["Kasemen", "offtake-padi", "high"] > 0.5
    assert advantages["Kasemen", "offtake-ikan", "high"] > 0.5
    assert advantages["Serang", "offtake-padi", "low"] < -0.5
    assert advantages["Serang", "agen-umrah", "high"] > 0.2


def test_the_first_five_of_two_districts_are_visibly_different(serang):
    """Shares of offers among the first five differ by more than a third between Serang and Kasemen."""
    shares = {}
    for advice in serang.suggest_all(top=5):
        counts = shares.setdefault(advice.cooperative_id[5:11], {})
        for pair in advice.suggestions:
            counts[pair.offer_id] = counts.get(pair.offer_id, 0) + 1
    centre, coast = shares["367301"], shares["367302"]
    offers = set(centre) | set(coast)
    distance = sum(
        abs(centre.get(key, 0) / sum(centre.values()) - coast.get(key, 0) / sum(coast.values()))
        for key in offers
    )
    assert distance / 2 > 1 / 3
