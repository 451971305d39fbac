"""Charts of every form; the province and its numbers are made up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from drafter.document import Chart, ChartForm, ChartPoint, ChartSeries

from .specimens import figure, inlines_of

Numbers = Sequence[str | None]
"""Numbers as they are printed, None for what is not drawn."""


def point(printed: str) -> ChartPoint:
    """A point whose value is what is printed."""
    value = Decimal(printed.replace(".", "").replace(",", "."))
    return ChartPoint(figure(printed, f"biểu đồ {printed}").tag, printed, value)


def chart(
    form: ChartForm, categories: Sequence[str], series: Mapping[str, Numbers], **rest: str
) -> Chart:
    """A chart of these series. rest: caption, note, unit, name, alt."""
    drawn = tuple(
        ChartSeries(name, tuple(point(one) if one else None for one in numbers))
        for name, numbers in series.items()
    )
    told = "; ".join(
        f"{name} {category}: {numbers[place]}"
        for name, numbers in series.items()
        for place, category in enumerate(categories)
    )
    return Chart(
        rest.get("name", "_b00099"),
        form,
        tuple(categories),
        drawn,
        rest.get("unit", ""),
        inlines_of(rest["caption"]) if "caption" in rest else (),
        inlines_of(rest["note"]) if "note" in rest else (),
        rest.get("alt", told),
    )


def crops() -> Chart:
    """Columns of two periods."""
    return chart(
        "columns",
        ("Lúa", "Ngô", "Khoai lang", "Đậu tương", "Lạc", "Rau các loại"),
        {
            "Vụ Đông xuân 2022": ("15.204,6", "9.871,3", "612,0", "488,5", "1.120,4", "6.930,2"),
            "Vụ Đông xuân 2023": ("15.391,0", "9.402,7", "655,9", "431,2", "1.098,8", "7.214,5"),
        },
        unit="ha",
        caption="Biểu đồ 1. Diện tích gieo trồng một số cây hằng năm vụ Đông xuân",
        note="Nguồn: Sở Nông nghiệp và Phát triển nông thôn.",
        name="_b00001",
    )


def branches() -> Chart:
    """Lying bars to both sides of zero, with long names."""
    return chart(
        "bars",
        (
            "Toàn ngành công nghiệp",
            "Khai khoáng",
            "Công nghiệp chế biến, chế tạo",
            "Điện, khí đốt, hơi nước, nước nóng và điều hòa không khí, kể cả phân phối",
            "Nước sạch, thoát nước, thu gom và xử lý rác thải của các đô thị",
        ),
        {"": ("6,74", "-12,05", "8,31", "-0,88", "2,46")},
        unit="%",
        caption="Biểu đồ 2. Tốc độ tăng chỉ số sản xuất công nghiệp 7 tháng so với cùng kỳ",
        name="_b00002",
    )


def budget() -> Chart:
    """Parts of a hundred, one of them too small for its number."""
    return chart(
        "stacked",
        ("7 tháng năm 2022", "7 tháng năm 2023"),
        {
            "Thu nội địa": ("31,4", "36,2"),
            "Thu từ hoạt động xuất nhập khẩu": ("63,9", "58,8"),
            "Thu viện trợ": ("0,9", "1,4"),
            "Thu khác": ("3,8", "3,6"),
        },
        unit="%",
        caption="Biểu đồ 3. Cơ cấu thu ngân sách nhà nước trên địa bàn",
        note="Nguồn: Sở Tài chính; Kho bạc Nhà nước tỉnh.",
        name="_b00003",
    )


MONTHS = tuple(f"{(place + 6) % 12 + 1}/{2022 + (place + 6) // 12}" for place in range(13))


def prices() -> Chart:
    """A line of thirteen months far from zero, one of them not known."""
    return chart(
        "lines",
        MONTHS,
        {
            "Chỉ số giá tiêu dùng": (
                "102,31", "102,64", "102,90", "103,12", "103,40", "103,95", "104,27", None,
                "103,02", "102,55", "102,20", "101,88", "102,06",
            )
        },
        unit="%",
        caption="Biểu đồ 4. Chỉ số giá tiêu dùng so với cùng kỳ năm trước",
        name="_b00004",
    )  # fmt: skip


def trade() -> Chart:
    """Three lines of thirteen months, thousands."""
    return chart(
        "lines",
        MONTHS,
        {
            "Xuất khẩu": (
                "1.210", "1.180", "1.304", "1.422", "1.390", "1.475", "820", "905", "1.330",
                "1.518", "1.602", "1.571", "1.688",
            ),
            "Nhập khẩu": (
                "940", "1.015", "1.102", "998", "1.120", "1.260", "700", "1.010", "1.212",
                "1.190", "1.305", "1.284", "1.340",
            ),
            "Tổng mức bán lẻ": (
                "1.090", "1.102", "1.110", "1.126", "1.140", "1.230", "1.302", "1.180", "1.175",
                "1.190", "1.204", "1.216", "1.233",
            ),
        },
        unit="tỷ đồng",
        caption="Biểu đồ 5. Thương mại qua các tháng",
        name="_b00005",
    )  # fmt: skip


def one_bar() -> Chart:
    """A single category, a name of letters that XML keeps for itself."""
    return chart(
        "columns",
        ('Cty "A & B" <Lạng> Đỗ Ữ',),
        {"Năm <trước> & sau": ("1.234.567,8",), 'Năm "nay"': ("-5,0",)},
        unit="triệu đồng",
        caption="Biểu đồ 6. Một doanh nghiệp & nhiều dấu",
        name="_b00006",
    )


def groups() -> Chart:
    """Twenty lying bars of two series, some of them not known."""
    names = tuple(f"Nhóm hàng hóa và dịch vụ thứ {place}" for place in range(1, 21))
    now = tuple(f"{(place * 37 % 101 - 40) / 10:.1f}".replace(".", ",") for place in range(20))
    then = tuple(
        None if place % 7 == 3 else f"{(place * 53 % 97 - 20) / 10:.1f}".replace(".", ",")
        for place in range(20)
    )
    return chart(
        "bars",
        names,
        {"Tháng 7/2022": then, "Tháng 7/2023": now},
        unit="%",
        caption="Biểu đồ 7. Chỉ số giá của 20 nhóm hàng",
        note="Một số nhóm của năm trước chưa có số liệu.",
        name="_b00007",
    )


def passengers() -> Chart:
    """Columns of a year's months, whose numbers are wider than they are."""
    numbers = tuple(f"{1 + place // 5}.{100 + place * 71 % 900}" for place in range(26))
    return chart(
        "columns",
        MONTHS,
        {"Hành khách vận chuyển": numbers[:13], "Hành khách luân chuyển": numbers[13:]},
        unit="nghìn lượt khách",
        caption="Biểu đồ 8. Vận tải hành khách qua các tháng",
        name="_b00008",
    )


def growth() -> Chart:
    """Upright columns of one series on both sides of zero."""
    return chart(
        "columns",
        ("Nông, lâm nghiệp", "Công nghiệp", "Xây dựng", "Dịch vụ", "Thuế sản phẩm"),
        {"": ("3,12", "-4,80", "0,00", "7,95", "-0,41")},
        unit="%",
        caption="Biểu đồ 9. Tốc độ tăng theo khu vực",
        name="_b00009",
    )


def balance() -> Chart:
    """A stack with parts under zero."""
    return chart(
        "stacked",
        ("Quý I", "Quý II", "Quý III"),
        {"Xuất siêu": ("120,5", "98,0", None), "Nhập siêu": ("-40,2", "-66,6", "-81,0")},
        unit="triệu USD",
        caption="Biểu đồ 10. Cán cân thương mại",
        name="_b00010",
    )


EVERY = (
    crops(), branches(), budget(), prices(), trade(), one_bar(), groups(), passengers(), growth(),
    balance(),
)  # fmt: skip
