"""A GeoJSON file of areas' outlines as a grid of rows, and table ``boundaries`` as such a file."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from recommender.errors import ImportRefusedError, NotFoundError, RefusedError
from recommender.ingest.atomic import written_whole
from recommender.ingest.faults import FaultLog, refused
from recommender.ingest.grid import Grid, GridRow
from recommender.ingest.ports import RowStore

__all__ = ["GEOJSON_SUFFIXES", "export_geojson", "read_geojson_grid"]

GEOJSON_SUFFIXES = frozenset({".geojson", ".json"})

_MAX_BYTES = 1 << 28
_BLOCK_ROWS = 500
# Properties that name the area, in the order in which they are looked for.
_CODES = ("code", "kode")
_FAULTS = {
    "geojson_unreadable": (
        "Isi berkas bukan GeoJSON (UTF-8). Simpan petanya sebagai GeoJSON.",
        "The content of the file is no GeoJSON (UTF-8). Save the map as GeoJSON.",
    ),
    "geojson_no_collection": (
        'Berkas GeoJSON harus berisi "FeatureCollection" dengan satu fitur untuk setiap wilayah.',
        'A GeoJSON file must hold a "FeatureCollection" with one feature for each area.',
    ),
    "file_too_large": (
        "Berkas lebih dari 256 MB. Sederhanakan petanya atau bagi menjadi beberapa berkas.",
        "The file is larger than 256 MB. Simplify the map or split it into several files.",
    ),
}


@contextmanager
def read_geojson_grid(path: Path) -> Iterator[Grid]:
    """Open a GeoJSON file as rows of table ``boundaries``; the first feature is row 1, the header row 0.

    The area's code stands in the property ``code`` or ``kode`` of each feature.

    Raises
    ------
    NotFoundError
        When there is no such file.
    RefusedError
        When it may not be read.
    ImportRefusedError
        When it is no GeoJSON collection of features.
    """
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise _fault(path.name, "file_too_large")
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise NotFoundError(
            f"Berkas {path} tidak ada. Periksa nama dan foldernya.",
            f"There is no file {path}. Check its name and folder.",
        ) from error
    except UnicodeDecodeError as error:
        raise _fault(path.name, "geojson_unreadable") from error
    except OSError as error:
        raise RefusedError(
            f"Berkas {path} tidak dapat dibaca. Periksa izinnya, dan bahwa itu bukan folder.",
            f"The file {path} cannot be read. Check its permissions, and that it is no folder.",
        ) from error
    header = GridRow(0, ["code", "geometry"])
    features = [
        GridRow(number, _cells(one)) for number, one in enumerate(_features(path.name, text), start=1)
    ]
    yield Grid(None, is_hidden=False, head=(header,), rows=lambda: iter([header, *features]))


def export_geojson(store: RowStore, path: Path) -> int:
    """Write table ``boundaries`` as GeoJSON that imports back to the same rows.

    Returns
    -------
    int
        How many features were written. The file appears whole or not at all.

    Raises
    ------
    RefusedError
        When the file cannot be written.
    """
    count = 0
    with written_whole(path) as handle:
        handle.write('{"type":"FeatureCollection","features":[')
        for frame in store.frames_in_blocks("boundaries", _BLOCK_ROWS):
            for code, geometry in zip(frame["code"], frame["geometry"], strict=True):
                properties = json.dumps({"code": code}, separators=(",", ":"))
                handle.write("," if count else "")
                handle.write(f'\n{{"type":"Feature","properties":{properties},"geometry":{geometry}}}')
                count += 1
        handle.write("\n]}\n")
    return count


def _features(name: str, text: str) -> list[object]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _fault(name, "geojson_unreadable") from error
    features = found.get("features") if isinstance(found, dict) else None
    if not isinstance(features, list):
        raise _fault(name, "geojson_no_collection")
    return features


def _cells(feature: object) -> list[str]:
    whole: Mapping[str, object] = feature if isinstance(feature, dict) else {}
    stated = whole.get("properties")
    properties = (
        {str(key).casefold(): value for key, value in stated.items()} if isinstance(stated, dict) else {}
    )
    codes = (str(properties[name]) for name in _CODES if properties.get(name) is not None)
    geometry = whole.get("geometry")
    return [next(codes, ""), "" if geometry is None else json.dumps(geometry, separators=(",", ":"))]


def _fault(name: str, code: str) -> ImportRefusedError:
    faults = FaultLog()
    faults.note(code, _FAULTS[code])
    return refused(name, faults)
