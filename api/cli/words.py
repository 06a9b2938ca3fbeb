"""What the views say, in two languages."""

from collections.abc import Mapping
from types import MappingProxyType

from api.texts import Language

__all__ = ["UNITS", "WORDS", "word"]

# Key to (Indonesian, English).
WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "eligible": ("Siap diajukan", "Ready to apply"),
        "needs_steps": ("Perlu langkah", "Needs steps"),
        "unknown": ("Perlu dipastikan", "To be checked"),
        "blocked": ("Terhalang", "Blocked"),
        "runs": ("Berjalan", "Running"),
        "balanced": ("seimbang", "balanced"),
        "success": ("peluang berhasil", "success"),
        "margin": ("margin", "margin"),
        "jobs": ("lapangan kerja", "jobs"),
        "readiness": ("kesiapan", "readiness"),
        "p": ("peluang", "probability"),
        "prior": ("pengetahuan ahli, belum ada hasil", "expert knowledge, no results yet"),
        "few": ("pengetahuan ahli dan sedikit hasil", "expert knowledge and a few results"),
        "data": ("hasil yang tercatat", "recorded results"),
        "fact": ("fakta", "fact"),
        "assumption": ("asumsi", "assumption"),
        "met": ("terpenuhi", "met"),
        "failed": ("belum", "not met"),
        "not_known": ("belum diketahui", "not known"),
        "model_of_business": ("Model bisnis", "Business model"),
        "cooperative": ("Koperasi", "Cooperative"),
        "status": ("Status", "Status"),
        "chance": ("Peluang (80%)", "Chance (80%)"),
        "margin_month": ("Margin/bulan", "Margin/month"),
        "work": ("Kerja", "Jobs"),
        "score": ("Skor", "Score"),
        "suggestions_on": ("Saran per {day}", "Suggestions as of {day}"),
        "sorted_by": ("urut menurut {objective}", "sorted by {objective}"),
        "evidence": ("Dasar peluang: {evidence}.", "The chances rest on: {evidence}."),
        "example_data": (
            "DATA CONTOH: nilai profil dibuat untuk peragaan, bukan keadaan sebenarnya.",
            "EXAMPLE DATA: the profile values were made up to show the product.",
        ),
        "some_example_data": (
            "DATA CONTOH: {count} dari {total} koperasi memakai nilai profil buatan.",
            "EXAMPLE DATA: {count} of {total} cooperatives have made-up profile values.",
        ),
        "none_found": (
            "Tidak ada model bisnis yang dapat disarankan. Lihat sebabnya dengan --blocked.",
            "There is nothing to suggest. See why with --blocked.",
        ),
        "no_cooperatives": (
            "Belum ada koperasi: `sanding init --sample serang` atau `sanding import cooperatives FILE`.",
            "No cooperatives yet: `sanding init --sample serang` or `sanding import cooperatives FILE`.",
        ),
        "after_steps": (
            "Peluang setelah langkah wajib selesai: {percent}.",
            "Chance once the mandatory steps are done: {percent}.",
        ),
        "running": ("Sudah berjalan", "Running already"),
        "support": ("Pendampingan", "Support"),
        "questions": ("Yang paling perlu ditanyakan", "What to ask first"),
        "decides_rules": ("menentukan {count} syarat wajib", "decides {count} mandatory rule(s)"),
        "assumed_mark": (
            "~ margin memakai angka asumsi, atau nilai umum untuk isian yang belum diketahui.",
            "~ this margin rests on assumptions, or on usual values where the profile is unknown.",
        ),
        "not_a_decision": (
            "Perkiraan sistem, bukan keputusan: anggota yang memutuskan.",
            "An estimate of the system, not a decision: the members decide.",
        ),
        "places_left": ("Sisa kuota {count}.", "{count} places left."),
        "reasons": ("Alasan", "Reasons"),
        "rank": ("peringkat {rank}", "rank {rank}"),
        "rules": ("Syarat", "Rules"),
        "no_rules": ("Model bisnis ini tidak punya syarat.", "This offer has no rules."),
        "must": ("wajib", "mandatory"),
        "should": ("sebaiknya", "desirable"),
        "now": ("sekarang {actual}", "now {actual}"),
        "needs": ("perlu {required}", "needs {required}"),
        ">=": ("paling sedikit {required}", "at least {required}"),
        "<=": ("paling banyak {required}", "at most {required}"),
        "=": ("{required}", "{required}"),
        "in": ("salah satu dari {required}", "one of {required}"),
        "has": ("memuat {required}", "{required} among them"),
        "has_any": ("memuat salah satu dari {required}", "one of {required} among them"),
        "not_needed": ("tidak diperlukan", "not needed"),
        "contributions": ("Sumbangan pada peluang (logit)", "Contributions to the chance (logit)"),
        "sum": ("Jumlah", "Sum"),
        "gives": ("peluang {percent}", "chance {percent}"),
        "doubt": ("belum diketahui, ±{doubt}", "not known, ±{doubt}"),
        "no_effect": (
            "{count} hal lain tidak berpengaruh pada pasangan ini.",
            "{count} other things have no effect on this pair.",
        ),
        "score_formula": ("Rumus skor", "Score formula"),
        "raising": ("Yang akan menaikkan peluang", "What would raise the chance"),
        "missing": ("Isian kosong yang paling menentukan", "Unknown facts that matter most"),
        "swing": ("±{swing} logit", "±{swing} logit"),
        "steps": ("Langkah", "Steps"),
        "plan_on": ("Langkah per {day}.", "Steps as of {day}."),
        "plan_now": (
            "{count} model tanpa syarat yang gagal; {unsure} masih perlu dipastikan.",
            "{count} offers without a failed rule; {unsure} still to be checked.",
        ),
        "plan_none": (
            "Tidak ada syarat wajib yang gagal; yang tersisa hanya perlu dipastikan.",
            "No mandatory rule fails; what is left has only to be checked.",
        ),
        "plan_days": ("{days} hari", "{days} days"),
        "plan_opens": ("membuka {names}", "opens {names}"),
        "plan_cheapest": ("Termurah untuk membuka", "Cheapest way to open"),
        "plan_quickest": ("Tercepat untuk membuka", "Quickest way to open"),
        "plan_way": ("{count} model: {amount} ({steps})", "{count} offers: {amount} ({steps})"),
        "plan_unstated": (
            "paling sedikit {amount}, {count} langkah belum diketahui",
            "at least {amount}, {count} steps not known",
        ),
        "plan_note": (
            "Hari dihitung berurutan. Pelaku langkah adalah asumsi sistem ini.",
            "Days are counted one after another. Who does a step is an assumption of this system.",
        ),
        "bundle_on": (
            "Paket yang muat bersama, per {day}: sasaran pekerja dahulu, lalu margin kali peluang.",
            "What fits together, as of {day}: the target of workers first, then margin times chance.",
        ),
        "bundle_empty": (
            "Tidak ada yang muat. Lihat sebabnya di bawah; tambahan kecil dapat membukanya.",
            "Nothing fits. See why below; a small addition may open something.",
        ),
        "bundle_sums": (
            (
                "Bersama: margin {margin} sebulan ({low} sampai {high}), {jobs} pekerja (sasaran {target}), "
                "modal {capital}."
            ),
            (
                "Together: a margin of {margin} a month ({low} to {high}), {jobs} workers (target {target}), "
                "capital {capital}."
            ),
        ),
        "bundle_no_loan": ("Tanpa pinjaman.", "No loan needed."),
        "bundle_loan": (
            "Perlu pinjaman {loan} dari skema yang terbuka.",
            "Needs a loan of {loan} from a scheme that is open.",
        ),
        "bundle_value": ("Nilai harapan {value} sebulan.", "Expected value {value} a month."),
        "bundle_limit": ("{name}: perlu {needed}, ada {have}.", "{name}: needs {needed}, there is {have}."),
        "bundle_limit_unknown": (
            "{name}: perlu {needed}; yang ada belum diketahui, pastikan dahulu.",
            "{name}: needs {needed}; what there is is not known, check it first.",
        ),
        "bundle_additions": ("Tambahan terkecil yang berarti", "The smallest additions that matter"),
        "bundle_left_out": ("Tidak masuk paket", "Left out"),
        "bundle_more": (
            "dan {count} lagi; semuanya dengan --format json.",
            "and {count} more; all with --format json.",
        ),
        "resource_shop_area_m2": ("Ruang toko", "Shop area"),
        "resource_store_area_m2": ("Ruang gudang", "Store area"),
        "resource_capital_idr": ("Modal", "Capital"),
        "resource_people_count": ("Anggota", "Members"),
    }
)

# Unit of a pair feature to the word behind its number.
UNITS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "people": (" orang", " people"),
        "hours": (" jam", " hours"),
        "days": (" hari", " days"),
        "km": (" km", " km"),
        "outlets": (" gerai", " outlets"),
        "units": (" unit", " units"),
        "levels": (" tingkat", " levels"),
        "level": ("", ""),
        "ratio": ("×", "×"),
        "level_0_1": (" dari 1", " of 1"),
        "score_0_1": (" dari 1", " of 1"),
    }
)


def word(key: str, language: Language, **values: object) -> str:
    """Return a text in one language with its values filled in.

    Examples
    --------
    >>> word("eligible", "id"), word("rank", "en", rank=3)
    ('Siap diajukan', 'rank 3')
    """
    return WORDS[key][language == "en"].format(**values)
