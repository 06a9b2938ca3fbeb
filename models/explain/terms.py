"""What the terms of a chance's logit are called."""

from features.pairs.catalogue import pair_features

__all__ = ["term_labels"]

_LABELS = {
    "base": ("Titik awal", "Starting point"),
    "sector": ("Jenis usaha", "Kind of business"),
    "offer": ("Hasil model bisnis ini selama ini", "Results of this offer so far"),
    "district": ("Hasil kecamatan ini selama ini", "Results of this district so far"),
}


def term_labels(term: str) -> tuple[str, str]:
    """Return a term's name in Indonesian and English; one without a name is called by its key.

    Examples
    --------
    >>> term_labels("base")
    ('Titik awal', 'Starting point')
    """
    feature = pair_features().get(term)
    return (feature.label_id, feature.label_en) if feature else _LABELS.get(term, (term, term))
