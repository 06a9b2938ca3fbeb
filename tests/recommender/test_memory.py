"""Answers kept while they are asked for again."""

from recommender.memory import Memory


def test_an_answer_is_made_once_and_the_oldest_goes_first():
    """A bounded memory that forgets what nobody asked for."""
    made = []
    memory = Memory(2)

    def ask(key):
        return memory.recall(key, lambda: made.append(key) or key.upper())

    assert ["A", "B", "A", "C", "A", "B"] == [ask(key) for key in ("a", "b", "a", "c", "a", "b")]
    assert ["a", "b", "c", "b"] == made
