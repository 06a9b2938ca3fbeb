"""Names of what a plan speaks of, by id."""

from collections.abc import Mapping
from dataclasses import dataclass

from features.profile.place import district_code
from recommender.gathering import Gathered

__all__ = ["Names", "names_of"]


@dataclass(frozen=True, slots=True)
class Names:
    """Names of what a plan speaks of, by id."""

    cooperatives: Mapping[str, str]
    offers: Mapping[str, str]
    partners: Mapping[str, str]
    districts: Mapping[str, str]

    def cooperative(self, cooperative_id: str) -> str:
        """Return a cooperative's name, or its id where it has gone."""
        return self.cooperatives.get(cooperative_id, cooperative_id)

    def offer(self, offer_id: str) -> str:
        """Return an offer's title, or its id where it has gone."""
        return self.offers.get(offer_id, offer_id)

    def district(self, code: str) -> str:
        """Return a district's name, or its code where it has gone."""
        return self.districts.get(code, code)


def names_of(source: Gathered) -> Names:
    """Return the names of one day."""
    offers, partners, rows = source.context.offers, source.partners, source.cooperatives
    partner_names = dict(zip(partners["partner_id"], map(str, partners["name"]), strict=True))
    return Names(
        cooperatives=dict(zip(rows["cooperative_id"], map(str, rows["name"]), strict=True)),
        offers=source.titles,
        partners={
            str(offer_id): partner_names.get(partner_id, str(partner_id))
            for offer_id, partner_id in zip(offers["offer_id"], offers["partner_id"], strict=True)
        },
        districts={
            code: str(name)
            for area_code, name in zip(source.areas["code"], source.areas["district"], strict=True)
            if (code := district_code(area_code)) is not None
        },
    )
