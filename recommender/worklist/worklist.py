"""All worklists of the city, or of one district."""

from itertools import pairwise

import numpy as np
import pandas as pd

from features.profile.place import placed
from models.explain.texts import Language
from recommender.directory import CooperativeLine, cooperative_lines
from recommender.errors import NotFoundError, RefusedError
from recommender.gathering import Gathered
from recommender.premises import premises_plan
from recommender.store.reading import Reads
from recommender.worklist.evidence import held_of
from recommender.worklist.records import Worklist, Worklists, WorkRow
from recommender.worklist.routing import FEWEST, MOST, Stop, chained, parts_of, way_km
from recommender.worklist.rows import RowWriter
from recommender.worklist.scoring import findings_of

__all__ = ["DEFAULT_SIZE", "known_districts", "worklists"]

DEFAULT_SIZE = 12
_FIRST_TRANSACTION = 5.0


def worklists(
    store: Reads,
    source: Gathered,
    *,
    size: int = DEFAULT_SIZE,
    district: str | None = None,
    language: Language = "id",
) -> Worklists:
    """Divide the cooperatives that run no business yet among advisors, neighbours together.

    Parameters
    ----------
    store : Reads
    source : Gathered
        Of the day.
    size : int
        How many on one list, 7 to 15.
    district : str, optional
        Only this kecamatan, whatever the case of its letters.
    language : {'id', 'en'}

    Returns
    -------
    Worklists
        Within a list, what moves most comes first: by the offers that the smallest intervention opens, those
        it clears and eases, the expected margin (unknown last), then the id. A cooperative of unknown stage
        is on a list: unknown is not running.

    Raises
    ------
    RefusedError
        When the size does not fit one advisor.
    NotFoundError
        When there is no such district.
    """
    if not FEWEST <= size <= MOST:
        raise RefusedError(
            f"Satu daftar berisi {FEWEST} sampai {MOST} koperasi, bukan {size}. Ubah ukurannya.",
            f"A list holds {FEWEST} to {MOST} cooperatives, not {size}. Change its size.",
        )
    districts = known_districts(source)
    chosen = _chosen(district, districts)
    lines = [line for line in cooperative_lines(source) if chosen in {None, line.district}]
    working = [line for line in lines if line.stage is None or line.stage < _FIRST_TRANSACTION]
    rows = _rows(store, source, working, language)
    route = chained(_stops(source, working))
    cuts = np.cumsum([0, *parts_of(len(route), size)]).tolist()
    return Worklists(
        at=source.at,
        size=size,
        district=chosen,
        districts=districts,
        running_count=len(lines) - len(working),
        lists=tuple(
            _list(number, route[start:end], rows)
            for number, (start, end) in enumerate(pairwise(cuts), start=1)
        ),
    )


def known_districts(source: Gathered) -> tuple[str, ...]:
    """Return the districts in which there are cooperatives, by name."""
    return tuple(sorted({line.district for line in cooperative_lines(source) if line.district}))


def _chosen(district: str | None, districts: tuple[str, ...]) -> str | None:
    if district is None:
        return None
    for name in districts:
        if name.casefold() == district.strip().casefold():
            return name
    known = ", ".join(districts) or "-"
    raise NotFoundError(
        f"Kecamatan {district!r} tidak ada. Yang ada: {known}.",
        f"There is no district {district!r}. Those there are: {known}.",
    )


def _rows(
    store: Reads, source: Gathered, lines: list[CooperativeLine], language: Language
) -> dict[str, WorkRow]:
    wanted = {line.cooperative_id for line in lines}
    cooperatives = source.cooperatives[source.cooperatives["cooperative_id"].isin(wanted)]
    cooperatives = cooperatives.reset_index(drop=True)
    assets = store.frame("assets")
    # every cooperative takes part: a running one without an office may be given a room, too
    plan = premises_plan(assets, source)
    sizes = {str(key): float(size) for key, size in zip(assets["asset_id"], assets["area_m2"], strict=True)}
    writer = RowWriter(
        source,
        language,
        {(one.cooperative_id, one.asset_id): one.distance_km for one in (*plan.given, *plan.could_use)},
        has_prices=_has_prices(store, source),
    )
    held = held_of(store, wanted, source.at)
    by_id = {line.cooperative_id: line for line in lines}
    findings = findings_of(source, cooperatives, plan, sizes)
    return {
        key: writer.row(by_id[key], finding, held[key])
        for key, finding in zip(cooperatives["cooperative_id"], findings, strict=True)
    }


def _has_prices(store: Reads, source: Gathered) -> bool:
    prices = store.frame("prices", columns=["supplier_id", "item", "unit", "valid_from", "valid_to"])
    day = pd.Timestamp(source.at)
    begun = prices["valid_from"].isna() | (prices["valid_from"] <= day)
    return bool((begun & (prices["valid_to"].isna() | (prices["valid_to"] >= day))).any())


def _stops(source: Gathered, lines: list[CooperativeLine]) -> list[Stop]:
    frame = placed(source.cooperatives, source.areas)
    sites = {
        str(key): (float(latitude), float(longitude))
        for key, latitude, longitude in zip(
            frame["cooperative_id"], frame["latitude_deg"], frame["longitude_deg"], strict=True
        )
    }
    return [Stop(line.cooperative_id, line.district or "", *sites[line.cooperative_id]) for line in lines]


def _list(number: int, stops: list[Stop], rows: dict[str, WorkRow]) -> Worklist:
    found = sorted((rows[stop.cooperative_id] for stop in stops), key=_moves)
    return Worklist(
        number=number,
        districts=tuple(dict.fromkeys(stop.district for stop in stops if stop.district)),
        way_km=way_km(stops),
        rows=tuple(found),
    )


def _moves(row: WorkRow) -> tuple[float | str, ...]:
    best = row.intervention
    if best is None:
        return 0, 0, 0, np.inf, row.cooperative_id
    margin = best.margin_idr_per_month
    return (
        -len(best.opened),
        -len(best.cleared),
        -best.eased_count,
        np.inf if margin is None else -margin,
        row.cooperative_id,
    )
