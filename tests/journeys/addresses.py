"""An example address for each page there is; a page without one fails a test."""

from fastapi.routing import APIRoute

from api.web.router import web_router

COOPERATIVE = "/koperasi/kkmp-3673011007"

# By route, as it is declared; several examples where a page has several faces.
EXAMPLES = {
    "/": ["/", "/?district=Kasemen&q=zzz"],
    "/koperasi/{cooperative_id}": [COOPERATIVE],
    "/koperasi/{cooperative_id}/andai": [
        f"{COOPERATIVE}/andai?own_capital_idr=40000000&shop_area_m2=60&tujuan=margin"
    ],
    "/koperasi/{cooperative_id}/banding": [f"{COOPERATIVE}/banding?a=token-pln&b=lpg-sub-pangkalan"],
    "/koperasi/{cooperative_id}/keputusan": [f"{COOPERATIVE}/keputusan"],
    "/koperasi/{cooperative_id}/langkah": [f"{COOPERATIVE}/langkah"],
    "/koperasi/{cooperative_id}/paket": [f"{COOPERATIVE}/paket"],
    "/koperasi/{cooperative_id}/harga": [f"{COOPERATIVE}/harga?ongkir=50000"],
    "/koperasi/{cooperative_id}/profil": [f"{COOPERATIVE}/profil"],
    "/koperasi/{cooperative_id}/profil/{field}": [f"{COOPERATIVE}/profil/member_count"],
    "/koperasi/{cooperative_id}/{offer_id}": [f"{COOPERATIVE}/toko-dikelola-mitra"],
    "/impor": ["/impor"],
    "/model-bisnis": ["/model-bisnis"],
    "/model-bisnis/{offer_id}": ["/model-bisnis/lpg-sub-pangkalan"],
    "/pembiayaan": ["/pembiayaan", "/pembiayaan?pokok=50+juta&skema=pmk-49-2025&tenor=12"],
    "/daftar-kerja": ["/daftar-kerja?district=Curug"],
    "/tempat": ["/tempat", "/tempat?km=5"],
    "/tinjauan": ["/tinjauan", "/tinjauan?jenis=menunggu&model=token-pln"],
    "/model": ["/model"],
    "/alokasi": ["/alokasi", "/alokasi?hitung=1", "/alokasi?hitung=1&paling=1&tiap_kecamatan=60"],
    "/cetak": ["/cetak?district=Curug&q=suka"],
    "/cetak/{cooperative_id}": ["/cetak/kkmp-3673011007"],
}
# Routes that give files or take forms, each with what it gives.
NO_PAGES = {
    "/static/{name}": "stylesheets and the icon",
    "/unduh/koperasi.xlsx": "a workbook",
    "/unduh/koperasi.csv": "a file of lines",
    "/unduh/tabel/{table}.xlsx": "a workbook",
    "/unduh/tabel/{table}.csv": "a file of lines",
    "/unduh/templat/{table}.xlsx": "a workbook",
    "/alokasi.xlsx": "a workbook",
    "/alokasi/{allocation_id}.xlsx": "a workbook",
    "/alokasi/{allocation_id}": "needs a kept plan first: test_allocation.py looks at it",
    "/alokasi/{allocation_id}/mengapa": "needs a kept plan first: test_allocation.py looks at it",
    "/alokasi/{allocation_id}/banding": "needs a kept plan first: test_allocation.py looks at it",
    "/alokasi/{allocation_id}/pengaturan": "needs a kept plan first: test_allocation.py looks at it",
    "/alokasi/{allocation_id}/tempat": "needs a kept plan first: test_allocation.py looks at it",
    "/alokasi/{allocation_id}/sahkan": "needs a kept plan first: test_allocation.py looks at it",
    "/alokasi/{allocation_id}/cabut": "needs a kept plan first: test_allocation.py looks at it",
    "/tinjauan/periksa": "needs an event first: test_reviews.py looks at it",
    "/impor/{upload_id}": "needs a file first: test_import.py looks at it",
    "/impor/{upload_id}/ditolak.xlsx": "a workbook",
    "/impor/batal": "needs an import first: test_import.py looks at it",
    "/koperasi/{cooperative_id}/mengapa": "leads on to the page of the pair that was chosen",
}
MISSING = "/tidak-ada"
# What every reader of a list of pages goes through: each page, and that of a problem.
PAGES = [address for addresses in EXAMPLES.values() for address in addresses] + [MISSING]


def page_routes():
    """Paths of all routes of the pages' door that answer GET."""
    return {
        route.path for route in web_router().routes if isinstance(route, APIRoute) and "GET" in route.methods
    }
