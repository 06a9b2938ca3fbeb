"""The list of worlds."""

from tools.worlds.kinds import KINDS


def test_each_world_differs_from_the_sensible_one_in_what_its_name_says():
    """One thing at a time, but the unseen world, which is blank as well."""
    plain = KINDS["sensible"]
    assert KINDS["unseen"].missing_share == 0.4
    assert KINDS["unseen"].unseen_sd_logit > plain.unseen_sd_logit
    assert KINDS["wrong"].flipped_share > 0.5
    assert KINDS["drift"].rotation_deg > 45
    assert KINDS["stuffed"].bought_share == 0.02
    assert (0.0, 0.0, 0.0) == (plain.flipped_share, plain.rotation_deg, plain.bought_share)
