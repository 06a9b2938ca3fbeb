"""Changes that could be made: what each supposes, what it costs, how long it takes."""

from features.profile.place import district_code
from models.barriers.changes import Room, changes_for
from models.requirements.eligibility import eligibility_block
from tests.builders import make_context, make_cooperatives, make_offers, make_requirements


def changes(cooperatives, rules, **more):
    """The changes of the first cooperative, by kind and key."""
    offers = make_offers(offer_id=["o1", "o2"])
    context = make_context(offers, rules, cooperatives=cooperatives)
    districts = [district_code(code) for code in cooperatives["area_code"]]
    answers = eligibility_block(context.book, cooperatives, districts, context.offer_ids, context.places)
    stated = cooperatives.to_dict("records")[0]
    return [*changes_for(context.book, answers, 0, [0, 1], stated, **more)]


def test_a_failed_document_is_to_be_completed_at_the_cost_of_its_remedy():
    """The larger of two costs; unknown days stay unknown; an unknown field asks for no change."""
    rules = make_requirements(
        offer_id=["o1", "o2", "o1"],
        field=["has_deed", "has_deed", "has_tax_number"],
        remedy_cost_idr=[0, 50_000, None],
    )
    (found,) = changes(make_cooperatives(has_deed=False), rules)
    assert ("document", "has_deed", {"has_deed": True}) == (found.kind, found.key, found.supposed)
    assert (50_000, None) == (found.cost_idr, found.days)
    assert "Urus bersama pendamping." == found.remedy


def test_each_threshold_is_a_change_of_its_own():
    """A smaller one may open enough."""
    rules = make_requirements(
        offer_id=["o1", "o2"],
        field="board_skill_level",
        operator=">=",
        value=["1", "3"],
        remedy_days=[10, 40],
    )
    found = changes(make_cooperatives(board_skill_level=0), rules)
    assert [("training", {"board_skill_level": 1.0}, 10), ("training", {"board_skill_level": 3.0}, 40)] == [
        (one.kind, one.supposed, one.days) for one in found
    ]


def test_all_lines_of_business_are_entered_in_one_visit():
    """The codes already there stay."""
    rules = make_requirements(
        offer_id=["o1", "o2"], field="kbli_codes", operator=["has", "has_any"], value=["47772", "47112;47111"]
    )
    (found,) = changes(make_cooperatives(kbli_codes=[("01111",)]), rules)
    assert {"kbli_codes": ("01111", "47772", "47112")} == found.supposed


def test_a_city_asset_gives_a_borrowed_room_of_its_size():
    """Only where a place is what fails; what is larger already stays so."""
    rules = make_requirements(
        field=["premises_status", "shop_area_m2"], operator=["in", ">="], value=["borrowed;owned", "12"]
    )
    none = make_cooperatives(premises_status="none", shop_area_m2=0.0)
    found = {one.kind: one for one in changes(none, rules, room=Room("a1", 20.0))}
    assert {"premises_status": "borrowed", "shop_area_m2": 20.0} == found["asset"].supposed
    assert ("a1", None, None) == (found["asset"].key, found["asset"].cost_idr, found["asset"].days)
    fine = make_cooperatives(premises_status="owned", shop_area_m2=30.0)
    assert [] == changes(fine, rules, room=Room("a1", 20.0))


def test_a_mentor_settles_what_costs_nothing():
    """Papers and skills of known zero cost; unknown cost is not zero; one paper needs no mentor."""
    rules = make_requirements(
        field=["has_deed", "has_tax_number", "has_domicile_letter", "has_bank_account"],
        remedy_cost_idr=[0, 0, None, 5000],
        remedy_days=[3, 4, 5, 6],
    )
    town = make_cooperatives(has_deed=False, has_tax_number=False, has_bank_account=False)
    found = {one.kind: one for one in changes(town, rules, mentoring="m1")}["mentoring"]
    assert ({"has_deed": True, "has_tax_number": True}, 0, 7) == (found.supposed, found.cost_idr, found.days)
    one_paper = make_cooperatives(has_deed=False, has_tax_number=True, has_bank_account=False)
    assert {"document"} == {one.kind for one in changes(one_paper, rules, mentoring="m1")}


def test_surroundings_are_left_alone():
    """Nobody plants rice fields to meet a rule."""
    rules = make_requirements(
        field=["paddy_ha", "lpg_outlets_500m_count"], operator=[">=", "<="], value=["20", "0"]
    )
    assert [] == changes(make_cooperatives(paddy_ha=1.0, lpg_outlets_500m_count=4), rules)
