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

SUBJECTS = {
    "chỉ số giá tiêu dùng": ("prices.cpi", ""),
    "đã thu hoạch": ("agriculture.harvested_area", ""),
    "diện tích đã gieo trồng": ("agriculture.harvest_progress", ""),
    "diện tích gieo trồng của vụ đang thu hoạch": ("agriculture.harvest_progress", ""),
    "đã qua 21 ngày không phát sinh": ("agriculture.swine_fever_cleared", ""),
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
    "tổng mức đầu tư": ("investment.projects", ""),
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
    (r"(?:cùng kỳ|cùng thời điểm)(?: năm trước| năm \d{4})?|năm trước", "year_on_year"),
    (r"(?:thời điểm )?31/12/\d{4}", "year_end"),
    (r"tháng 12 năm trước", "december"),
    (r"năm gốc \(?(?:năm )?(?P<year>\d{4})\)?", "base_year"),
)
BASE = re.compile("|".join(f"(?P<{name}>{pattern})" for pattern, name in _BASES))
BASE_BEHIND = re.compile(rf"^\)?\s*(?:so với )(?:{BASE.pattern})")
BASE_BARE = re.compile(rf"^\)?\s*(?:so với )?(?:{BASE.pattern})")
PLAN_BEHIND = re.compile(
    r"^\s*(?:so với )?((?:kế hoạch|dự toán|tổng mức đầu tư)[^,;.()]*)", re.IGNORECASE
)

PLAN_WORDS = (
    ("Trung ương giao", "central"), ("tỉnh giao", "province"), ("giao đầu năm", "year_start"),
    ("tổng mức đầu tư", "total_investment"),
)  # fmt: skip

SPANS = (
    (r"bình quân (?:(?P<avg>\d+) tháng|cả năm)", "average_ytd"),
    (r"từ khi khởi công(?: đến tháng \d+/\d+)?", "project"),
    (r"vốn thực hiện lũy kế từ khi khởi công(?: đến tháng \d+/\d+)?", "project"),
    (r"đến ngày \d{2}/\d{1,2}/\d{4}", "asof"),
    (r"tại thời điểm cuối tháng \d+", "asof"),
    (r"từ đầu năm(?: đến nay)?", "ytd"),
    (r"cộng dồn|đến nay", "asof"),
    (r"(?:lũy kế |tính chung )?(?P<ytd>\d+) tháng(?: đầu)?(?: năm)?(?: (?:năm )?\d{4})?", "ytd"),
    (r"lũy kế|tính chung", "ytd"),
    (r"trong (?:tháng|kỳ)(?: \d+)?", "month"),
    (r"tháng (?P<month>\d+)(?: năm \d{4})?", "month"),
    (r"quý (?P<quarter>I{1,3}V?|IV)(?: năm \d{4})?", "quarter"),
)
SPAN = [(re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE), name) for pattern, name in SPANS]

SPAN_BEHIND = re.compile(r"^ (?:trong (?:tháng|kỳ))")
CAUSE = re.compile(r"(?:, | \(|\. )?(?:[Nn]guyên nhân (?:chung |chủ yếu )?)?(?<!\w)do [^;]*;")
WHOLE_YEAR = re.compile(r"^ (?:của )?(?:cả năm|theo kế hoạch)")
