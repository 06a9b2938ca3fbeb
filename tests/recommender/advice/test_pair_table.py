"""One row per pair: what a learner sees."""

import numpy as np
import pandas as pd

from features.pairs.catalogue import pair_features


def test_one_row_per_business_pair_with_every_feature(serang):
    """Before any training too; no label without an outcome."""
    table = pd.concat(serang.pair_tables(), ignore_index=True)
    assert 67 * 29 == len(table)
    assert not table.duplicated(["cooperative_id", "offer_id"]).any()
    assert ["cooperative_id", "offer_id", *pair_features(), "label", "prior_logit"] == list(table.columns)
    assert table["label"].isna().all()
    assert np.isfinite(table["prior_logit"]).all()


def test_the_prior_logit_is_that_of_the_suggestions(serang):
    """The learner's offset is the number the advisor saw."""
    table = pd.concat(serang.pair_tables(), ignore_index=True).set_index(["cooperative_id", "offer_id"])
    for pair in serang.suggest("kkmp-3673011007").suggestions:
        p = pair.success_probability
        expected = np.log(p) - np.log1p(-p)
        assert abs(expected - table.loc[(pair.cooperative_id, pair.offer_id), "prior_logit"]) < 1e-9


def test_unknown_stays_unknown_in_the_features(kosong):
    """Nothing is imputed for a learner."""
    table = pd.concat(kosong.pair_tables(), ignore_index=True)
    assert table["member_count"].isna().all()
    assert table["interest_score"].isna().all()
    assert table["density_match_score"].notna().all()
