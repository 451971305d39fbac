"""The words that a reader of Vietnamese reports knows: bases, spans, other subjects."""

from __future__ import annotations

import re

_FIELDS = ("agriculture.", "forestry.", "fishery.")
_SAFETY = ("security.", "foreign.", "social.fires", "social.traffic_accidents")
SECTIONS = {
    "công tác chỉ đạo, điều hành": ("steering.",),
    "tổng sản phẩm trên địa bàn (grdp)": ("economy.",),
    "sản xuất nông, lâm nghiệp và thủy sản": _FIELDS,
    "sản xuất nông, lâm nghiệp và xây dựng nông thôn mới": (*_FIELDS, "rural."),
    "phát triển kinh tế cửa khẩu": ("trade.",),
    "sản xuất công nghiệp": ("industry.",),
    "sản xuất công nghiệp, thương mại, dịch vụ và du lịch": (
        "industry.", "trade.", "transport.", "bank.", "social.visitors", "social.tourism_revenue",
    ),
    "đầu tư, xây dựng": ("investment.", "enterprises."),
    "đầu tư xây dựng kết cấu hạ tầng": ("investment.",),
    "phát triển doanh nghiệp, thu hút đầu tư": (
        "enterprises.", "cooperatives.", "investment.approvals", "investment.fdi",
    ),
    "tài chính, ngân hàng": ("budget.", "bank."),
    "quản lý, điều hành ngân sách nhà nước": ("budget.",),
    "thương mại và dịch vụ": ("trade.", "transport."),
    "chỉ số giá": ("prices.", "social.base_salary"),
    "một số tình hình xã hội": (
        "social.", "security.border_paths", "security.solved_rate", "forestry.fires",
    ),
    "lĩnh vực văn hóa - xã hội": ("social.",),
    "lĩnh vực chuyển đổi số": ("digital.", "reform.", "social.merit_cashless"),
    "tài nguyên và môi trường, khoa học và công nghệ": ("resources.", "science."),
    "công tác thanh tra, tiếp công dân, giải quyết khiếu nại, tố cáo; phòng, chống tham nhũng, "
    "buôn lậu, gian lận thương mại": ("inspection.",),
    "quốc phòng, an ninh, đối ngoại": _SAFETY,
    "công tác cải cách hành chính": ("reform.",),
    "lĩnh vực kinh tế": (),
    "lĩnh vực phát triển kinh tế": (),
}  # fmt: skip
"""A heading (without its number) → what its section is about."""

OVERALL = ("Đánh giá chung",)
"""How a paragraph begins that speaks of everything."""

SUBJECTS = {
    "diện tích hiện có": ("agriculture.perennial_area", ""),
    "diện tích cây ăn quả": ("agriculture.perennial_area", "fruit"),
    "tổng diện tích gieo trồng cây hằng năm": ("agriculture.sown_area", ""),
    "hồi tươi": ("agriculture.farm_price", "spices_medicinal/star_anise/fresh"),
    "hồi khô": ("agriculture.farm_price", "spices_medicinal/star_anise/dried"),
    "tốc độ tăng GRDP 6 tháng cuối năm": ("economy.grdp_target", "rest"),
    "tỷ lệ giải ngân": ("investment.disbursement", ""),
    "giải ngân": ("investment.project_disbursement", ""),
    "; đã khởi công": ("investment.project_parts", ""),
    "khởi công mới": ("investment.starts", ""),
    "dự án chuyển tiếp": ("investment.delays", ""),
    "dự án ngoài ngân sách có khối lượng thực hiện": ("investment.private_projects", ""),
    "chưa khởi công": ("investment.project_parts_left", ""),
    "đã giải phóng mặt bằng": ("investment.project_clearance", ""),
    "giá trị khối lượng thực hiện": ("investment.project_work", ""),
    "về thu hút đầu tư": ("investment.approvals", ""),
    "toàn bộ doanh nghiệp đã đăng ký": ("enterprises.total", ""),
    "xu hướng kinh doanh ngành xây dựng": ("enterprises.construction_survey", ""),
    "doanh nghiệp xây dựng": ("enterprises.construction_survey", ""),
    "xu hướng kinh doanh ngành công nghiệp chế biến, chế tạo": (
        "enterprises.manufacturing_survey",
        "",
    ),
    "khu vực kinh tế tập thể": ("cooperatives.total", ""),
    "có chỉ số giá bình quân thấp hơn": ("prices.cpi_counts", "year_on_year/falling"),
    "được công nhận đạt chuẩn": ("social.standard_schools", "recognised"),
    "công nhận thêm": ("social.standard_schools", "new"),
    "công nhận mới": ("social.standard_schools", "new"),
    "công nhận lại": ("social.standard_schools", "renewed"),
    "trường đạt chuẩn quốc gia": ("social.standard_schools", "total"),
    "thành lập thêm": ("social.folk_clubs_built", ""),
    "đã xử lý": ("reform.files", "processed"),
    "tổng mức bán lẻ và dịch vụ tiêu dùng": ("trade.retail_services", ""),
    "các cơ sở y tế ngoài công lập khám bệnh": ("social.private_examinations", ""),
    "về khoáng sản": ("resources.mining", ""),
    "về tài nguyên nước": ("resources.drilling_licences", ""),
    "thanh tra chuyên ngành": ("inspection.penalties", ""),
    "về phòng, chống tham nhũng": ("inspection.corruption", ""),
    "qua thanh tra phòng, chống tham nhũng": ("inspection.corruption", ""),
    "số đơn thuộc thẩm quyền giải quyết": ("inspection.complaints", ""),
    "vi phạm pháp luật về kinh tế": ("security.economic_crimes", ""),
    "vi phạm về môi trường": ("security.environment_crimes", ""),
    "về môi trường": ("security.environment_crimes", ""),
    "đối tượng truy nã": ("security.wanted", ""),
    "dịch vụ công liên thông": ("reform.linked_services", ""),
    "chỉ số giá tiêu dùng": ("prices.cpi", ""),
    "đã thu hoạch": ("agriculture.harvested_area", ""),
    "diện tích đã gieo trồng": ("agriculture.harvest_progress", ""),
    "diện tích gieo trồng của vụ đang thu hoạch": ("agriculture.harvest_progress", ""),
    "đã qua 21 ngày không phát sinh": ("agriculture.swine_fever_cleared", ""),
    "đội chiếu bóng lưu động": ("social.film_shows", ""),
    "cá giống": ("fishery.fry_supplied", ""),
    "cung ứng cá giống": ("fishery.fry_supplied", ""),
    "dịch tả lợn châu Phi": ("agriculture.swine_fever", ""),
    "nhóm hàng còn lại": ("prices.cpi_rest", ""),
    "trợ cấp thường xuyên": ("social.merit_allowances", ""),
    "không dùng tiền mặt": ("social.merit_cashless", ""),
    "mắc COVID-19": ("social.covid", "cases"),
    "cộng dồn từ khi có dịch": ("social.covid", "total"),
    "số đã khỏi bệnh": ("social.covid", "recovered"),
    "số tử vong": ("social.covid", "deaths"),
    "vắc xin phòng COVID-19": ("social.covid_vaccination", ""),
    "hiện còn": ("social.covid_vaccination", "stock"),
    "bệnh truyền nhiễm có số mắc tăng": ("social.disease_counts", "rising"),
    "bệnh truyền nhiễm có số mắc giảm": ("social.disease_counts", "falling"),
    "có số mắc tăng": ("social.disease_counts", "rising"),
    "có số mắc giảm": ("social.disease_counts", "falling"),
    "tăng số ca mắc": ("social.disease_counts", "rising"),
    "giảm số ca mắc": ("social.disease_counts", "falling"),
    "thiên tai": ("social.disasters", ""),
    "giá trị thiệt hại": ("social.disasters", "damage"),
    "bị ảnh hưởng": ("social.disasters", "houses"),
    "có tổng mức đầu tư": ("investment.projects", ""),
    "vốn thực hiện lũy kế": ("investment.projects", ""),
    "cháy nổ": ("social.fires", ""),
    "cháy, nổ": ("social.fires", ""),
    "vi phạm môi trường": ("social.environment", "cases"),
    "xử phạt": ("social.environment", "fines"),
}
"""Subjects in words that the catalogue does not use."""

_BASES = (
    (r"tháng trước", "month_on_month"),
    (r"quý trước", "quarter_on_quarter"),
    (r"(?:cùng kỳ|cùng thời điểm)(?: năm trước| năm \d{4})?|năm (?:học )?trước", "year_on_year"),
    (r"(?:thời điểm )?31/12/\d{4}", "year_end"),
    (r"tháng 12 năm trước|(?<=so với )tháng 12/\d{4}", "december"),
    (r"năm gốc \(?(?:năm )?(?P<year>\d{4})\)?", "base_year"),
)
BASE = re.compile("|".join(f"(?P<{name}>{pattern})" for pattern, name in _BASES))
_WORTH = r"(?: về (?:lượng|khối lượng|trị giá|giá trị|kim ngạch))?"
BASE_BEHIND = re.compile(rf"^\)?{_WORTH}\s*(?:so với )(?:{BASE.pattern})")
BASE_BARE = re.compile(rf"^\)?\s*(?:so với )?(?:{BASE.pattern})")
BASES_TOGETHER = re.compile(
    r"^\)?\s*so với (?P<first>tháng|quý) trước và (?:cùng kỳ(?: năm (?:trước|\d{4}))?|năm trước)"
)
"""Behind the second of two changes: that of the first, then its own."""
JOINED_PAIR = re.compile(r"(?: \([^()]*\))? và ")
WITHOUT_PRICES = re.compile(r"loại trừ yếu tố giá $")
PLAN_BEHIND = re.compile(
    r"^\s*(?:so với )?((?:kế hoạch|dự toán|tổng mức đầu tư)[^,;.()]*)", re.IGNORECASE
)

PLAN_WORDS = (
    ("Trung ương giao", "central"), ("tỉnh giao", "province"), ("giao đầu năm", "year_start"),
    ("tổng mức đầu tư", "total_investment"),
)  # fmt: skip

_DAY = r"(?:ngày )?(\d{1,2})/(\d{1,2})/(\d{4})"
SPANS = (
    (
        r"bình quân (?:(?P<avg>\d+) tháng(?: đầu năm)?(?: (?:năm )?(?P<year>\d{4}))?|cả năm)",
        "average_ytd",
    ),
    (r"từ khi khởi công(?: đến tháng \d+/\d+)?", "project"),
    (r"vốn thực hiện lũy kế từ khi khởi công(?: đến tháng \d+/\d+)?", "project"),
    (rf"từ (?P<first>{_DAY}) đến (?P<last>{_DAY})", "window"),
    (rf"từ đầu năm đến {_DAY}", "ytd"),
    (rf"(?:tính )?đến (?P<day>{_DAY})", "asof"),
    (r"tại thời điểm cuối tháng \d+|đến hết tháng \d+", "asof"),
    (r"(?<!tháng )cuối năm (?P<ended>\d{4})", "asof"),
    (r"từ đầu năm(?: đến nay)?", "ytd"),
    (r"cộng dồn|(?<!lũy kế )đến nay|(?<!phát )(?<!thực )(?<!thể )hiện (?:có|là|còn)", "asof"),
    (
        r"(?:lũy kế |tính chung )?(?<!dưới )(?P<ytd>\d+) tháng(?! cuối)(?: đầu)?(?: năm)?"
        r"(?: (?:năm )?(?P<year>\d{4}))?",
        "ytd",
    ),
    (
        r"(?<!mục tiêu )(?<!kế hoạch )(?<!của )(?<!tăng trưởng )cả năm(?: (?P<year>\d{4}))?"
        r"|trong năm",
        "year",
    ),
    (r"lũy kế(?: đến nay| từ đầu năm)?|tính chung", "ytd"),
    (r"trong tháng(?: \d+)?", "month"),
    (r"trong kỳ", "whole"),
    (r"tháng (?P<month>\d+)(?: năm (?P<year>\d{4}))?", "month"),
    (r"quý (?P<quarter>I{1,3}|IV)(?: năm (?P<year>\d{4}))?", "quarter"),
    (r"vụ (?P<season>Đông Xuân|Mùa)(?: năm (?P<year>\d{4}))?", "season"),
    (
        r"(?:cùng kỳ năm (?P<before>\d{4})(?= đạt)"
        r"|(?:(?<=\()|(?<=, )|(?<=; ))(?:cùng kỳ )?năm \d{4}(?= $))",
        "before",
    ),
)
SEASONS = {"đông xuân": "winter_spring", "mùa": "main"}
QUARTERS = ("I", "II", "III", "IV")
SPAN = [(re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE), name) for pattern, name in SPANS]


def told_period(told: re.Match[str], year: str) -> str:
    """The period that a span's words name; blank where they name none."""
    said = told.groupdict()
    year = said.get("year") or year
    if month := said.get("avg") or said.get("ytd") or said.get("month"):
        return f"{year}-{int(month):02d}"
    if quarter := said.get("quarter"):
        return f"{year}-Q{QUARTERS.index(quarter.upper()) + 1}"
    if season := said.get("season"):
        return f"{year}-{SEASONS[season.lower()]}"
    if said.get("ended"):
        return f"{said['ended']}-12-31"
    return "/".join(_day(one) for one in map(said.get, ("first", "last", "day")) if one)


def _day(text: str) -> str:
    day, month, year = re.findall(r"\d+", text)
    return f"{year}-{int(month):02d}-{int(day):02d}"


SPANS_BEHIND = (
    (re.compile(r"^ (?:trong (?:tháng|kỳ))"), "month"),
    (re.compile(r"^ [^,;.]*giá bình quân"), "average_ytd"),
)
HOLE = re.compile(r"\[thiếu: [^\]]*\]")
CAUSE = re.compile(r"(?:, | \(|\. )?(?:[Nn]guyên nhân (?:chung |chủ yếu )?)?(?<!\w)do [^;]*;")
YEARS_PLAN = re.compile(r"[Kk]ế hoạch [^.;,]*(?:cả năm|trong năm) là $")
WHOLE_YEAR = re.compile(r"^ (?:của )?(?:cả năm|theo kế hoạch)")
