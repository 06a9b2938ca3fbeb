"""Stored models as accident or malice leaves them, each with what was done to it."""

import io
from dataclasses import dataclass, replace
from hashlib import sha256

import numpy as np

from models.learning.learned import LearnedModel
from recommender.registry.packing import layout_of, pack
from recommender.registry.registering import described
from recommender.store.model_seal import model_version
from tests.learned import make_facts

__all__ = ["Broken", "accidents", "forgeries", "resealed"]

# Blanks are at home here.
MAY_BE_BLANK = {"knots", "edges"}


@dataclass(frozen=True)
class Broken:
    """Bytes of a model that nobody may be served by, and the name of what was done to them."""

    what: str
    manifest: bytes
    payload: bytes
    seal: bytes = b""


def flipped(data, bit):
    """The bytes with one bit turned."""
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def accidents(stored, other, count, seed):
    """What a disk, a copy or a hand does to the bytes, and no hash is made to fit."""
    rng = np.random.default_rng(seed)
    whole = Broken("", stored.manifest, stored.payload, stored.seal)
    found = [
        replace(whole, what="manifest of another", manifest=other.manifest),
        replace(whole, what="arrays of another", payload=other.payload),
        replace(whole, what="seal of another", seal=other.seal),
        Broken("another altogether", other.manifest, other.payload, other.seal),
    ]
    for part in ("manifest", "payload", "seal"):
        data = getattr(stored, part)
        cuts = [0, 1, len(data) // 2, len(data) - 1, *rng.integers(0, len(data), 12)]
        found += [replace(whole, what=f"{part} cut at {cut}", **{part: data[:cut]}) for cut in cuts]
        longer = (b"\x00", data, b"PK\x05\x06" + bytes(18))
        found += [replace(whole, what=f"{part} and {len(one)} more", **{part: data + one}) for one in longer]
    while len(found) < count:
        part = rng.choice(["manifest", "payload", "payload", "payload", "seal"])
        bit = int(rng.integers(0, 8 * len(getattr(stored, part))))
        found.append(replace(whole, what=f"{part} bit {bit}", **{part: flipped(getattr(stored, part), bit)}))
    return found


def forgeries(model, other, seed):
    """What somebody makes who can write the store and reckons every hash anew."""
    rng = np.random.default_rng(seed)
    manifest, payload = described(model, make_facts(model))
    return [
        *_of_arrays(model, manifest),
        *_of_names(model, manifest),
        *_of_archives(manifest, payload, rng),
        *_of_manifests(manifest, payload, described(other, make_facts(other))[0]),
    ]


def resealed(what, manifest, payload, **changes):
    """A forgery with a manifest that names these bytes."""
    named = {"version": model_version(payload), "payload_sha256": sha256(payload).hexdigest(), **changes}
    return Broken(what, manifest.model_copy(update=named).to_bytes(), payload)


def with_arrays(what, manifest, arrays, **changes):
    """A forgery with other arrays, packed and described as they are."""
    return resealed(what, manifest, pack(arrays), **{"layout": dict(layout_of(arrays)), **changes})


def spoiled(array, value):
    """The array with another first number."""
    changed = array.copy()
    changed.flat[0] = value
    return changed


def _of_arrays(model, manifest):
    """Each array of another shape or kind, with impossible numbers, missing or doubled."""
    arrays = model.arrays()
    for name, array in arrays.items():
        changed = {
            "longer": np.concatenate([array, array[-1:]])
            if len(array)
            else np.zeros(array.shape[1:] or 1)[None],
            "flat and longer": np.append(array.ravel(), array.ravel()[:1]) if array.size else np.zeros(3),
            "other kind": np.array(["x"] * max(1, array.size)).reshape(array.shape if array.size else 1),
            "other number": array.astype(np.float32).astype(
                np.int64 if array.dtype.kind == "f" else np.float64
            )
            if array.dtype.kind in "if" and name not in MAY_BE_BLANK
            else np.array([1, 2, 3]),
        }
        for word, value in (("infinite", np.inf), ("enormous", 1e300), ("blank", np.nan)):
            if array.dtype.kind == "f" and array.size and (word != "blank" or name not in MAY_BE_BLANK):
                changed[word] = spoiled(array, value)
        for value in (-1, 10**9):
            if array.dtype.kind == "i" and array.size:
                changed[f"with {value}"] = spoiled(array, value)
        for word, value in changed.items():
            yield with_arrays(f"{name} {word}", manifest, {**arrays, name: value})
        rest = {other: value for other, value in arrays.items() if other != name}
        yield with_arrays(f"{name} missing", manifest, rest)
        yield with_arrays(f"{name} doubled", manifest, {**arrays, f"{name}_more": array})


def _of_names(model, manifest):
    """Features, offers and sectors that nobody here knows, each renamed in turn."""
    for place in range(len(model.features)):
        names = tuple("xyz" if one == place else name for one, name in enumerate(model.features))
        renamed = LearnedModel(names, model.levels, model.tables)
        yield with_arrays(f"feature {place}", manifest, renamed.arrays(), features=names)
    for category in (0, 1):
        levels = list(model.levels)
        levels[category] = (*levels[category][:-1], "zz-lain")
        renamed = LearnedModel(model.features, tuple(levels), model.tables)
        yield with_arrays(f"level of {category}", manifest, renamed.arrays())


def _of_archives(manifest, payload, rng):
    """Archives that hold code, or much more than they weigh, or are a bit off."""
    objects, bomb = io.BytesIO(), io.BytesIO()
    np.savez(objects, line=np.array([{"a": 1}], dtype=object))
    np.savez_compressed(bomb, line=np.zeros(10**6))
    runs = b"cos\nsystem\n(S'true'\ntR."
    for what, data in (
        ("objects", objects.getvalue()),
        ("bomb", bomb.getvalue()),
        ("pickle", runs),
        ("pickle before", runs + payload),
        ("pickle behind", payload + runs),
        ("nothing", b""),
        ("twice", payload * 2),
    ):
        for kind in ("<f8", "|O", "<U999", "<i8"):
            claimed = {"line": (kind, (10**6,))} if data is not payload else manifest.layout
            yield resealed(f"{what} as {kind}", manifest, data, layout=claimed)
        yield resealed(f"{what} as the layout says", manifest, data)
    for length in (2**31, 2**40, 2**62, -1):
        layout = {**manifest.layout, "line": ("<f8", (length,))}
        yield resealed(f"claims {length}", manifest, payload, layout=layout)
    for bit in rng.integers(0, 8 * len(payload), 150):
        yield resealed(f"resealed bit {bit}", manifest, flipped(payload, int(bit)))
    for cut in rng.integers(0, len(payload), 50):
        yield resealed(f"resealed cut {cut}", manifest, payload[: int(cut)])


def _of_manifests(manifest, payload, other):
    """Manifests of other formats, of other models, or that say other than the arrays."""
    for form in (0, 2, 3, 99, -1):
        yield resealed(f"format {form}", manifest, payload, format=form)
    facts = manifest.facts
    for count in (0, 1, facts.outcome_count + 1, -5):
        changed = facts.model_copy(update={"outcome_count": count})
        yield resealed(f"{count} outcomes", manifest, payload, facts=changed)
    yield resealed("features turned", manifest, payload, features=manifest.features[::-1])
    yield resealed("hash of another", manifest, payload, payload_sha256=other.payload_sha256)
    yield Broken("manifest of another, sealed", other.to_bytes(), payload)
    yield resealed("version of another", manifest, payload, version=other.version)
    text = manifest.to_bytes()
    for what, changed in (
        ("blank before", b" " + text),
        ("key twice", text.replace(b"{", b'{"format":1,', 1)),
        ("deep", b"[" * 50_000),
        ("no JSON", text[:-1]),
        ("another field", text.replace(b'{"facts"', b'{"code":"import os","facts"', 1)),
    ):
        yield Broken(what, changed, payload)
