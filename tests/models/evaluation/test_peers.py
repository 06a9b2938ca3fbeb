"""The list of models."""

from models.evaluation.peers import OURS, PEERS, PRIOR


def test_every_peer_has_a_name_and_two_labels():
    """Names are the keys; ours stands first, the belief second."""
    assert [OURS, PRIOR] == list(PEERS)[:2]
    assert [] == [
        name for name, peer in PEERS.items() if name != peer.name or not peer.label_id or not peer.label_en
    ]
    assert 8 == len({peer.fit for peer in PEERS.values()})
