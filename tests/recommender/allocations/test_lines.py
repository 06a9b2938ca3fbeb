"""Pairs of a plan as records."""


def test_every_pair_has_its_rank_among_what_is_open(city, read_serang):
    """The reason counts as the ranking of the same objective does."""
    for one in city.allocation.assignments[:30]:
        ranked = read_serang.suggest(one.cooperative_id).suggestions
        rank = next(found.rank for found in ranked if found.offer_id == one.offer_id)
        assert one.reason[0].startswith(f"Pilihan ke-{rank} dari {len(ranked)} yang terbuka")


def test_pairs_stand_by_cooperative_and_worth(city):
    """Most worth first."""
    order = [(one.cooperative_id, -one.value, one.offer_id) for one in city.allocation.assignments]
    assert order == sorted(order)
