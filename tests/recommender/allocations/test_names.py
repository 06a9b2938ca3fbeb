"""Names by id, and ids where a name has gone."""

from recommender.allocations.names import Names

NAMES = Names({"k1": "Satu"}, {"o1": "Toko"}, {}, {"36.73.01": "Serang"})


def test_an_id_stands_for_a_name_that_has_gone():
    """Cooperative, offer, district."""
    assert ("Satu", "k2") == (NAMES.cooperative("k1"), NAMES.cooperative("k2"))
    assert ("Toko", "o2") == (NAMES.offer("o1"), NAMES.offer("o2"))
    assert ("Serang", "36.73.09") == (NAMES.district("36.73.01"), NAMES.district("36.73.09"))


def test_names_of_a_day_are_those_of_its_tables(names):
    """Cooperatives, offers with their partners, districts."""
    assert "Koperasi Kelurahan Merah Putih Unyur" == names.cooperative("kkmp-3673011007")
    assert "PLN" == names.partners["token-pln"]
    assert "Kasemen" == names.district("36.73.02")
