"""A small catalogue and rows that fit it."""

from drafter.catalog import Breakdown, Catalog, Indicator, Item
from drafter.errors import Problem
from drafter.numerals import Form
from drafter.observations import COLUMNS, Observation
from drafter.stores.rows import read_rows

CATALOG = Catalog(
    {"industry": {"B": Item("khai khoáng", items={"05": Item("khai thác than")})}},
    {
        "trade.exports": Indicator(
            "kim ngạch xuất khẩu", "flow", "triệu USD", plans=("year", "province")
        ),
        "budget.revenue": Indicator(
            "thu ngân sách", "flow", "triệu đồng", plans=("central",),
            breakdown=Breakdown(items={"domestic": Item("thu nội địa")}),
        ),
        "crops.area": Indicator(
            "diện tích gieo trồng", "stock", "ha",
            breakdown=Breakdown(
                items={"rice": Item("lúa", items={"winter": Item("lúa đông xuân")}),
                       "05": Item("ngô")}
            ),
        ),
        "prices.cpi": Indicator("chỉ số giá tiêu dùng", "index", "%"),
        "industry.iip": Indicator(
            "chỉ số sản xuất công nghiệp", "index", "%", breakdown=Breakdown("industry")
        ),
        "safety.accidents": Indicator("tai nạn giao thông", "count", "vụ"),
        "investment.projects": Indicator(
            "vốn đầu tư", "flow", "tỷ đồng", breakdown=Breakdown()
        ),
        "poverty.rate": Indicator("tỷ lệ hộ nghèo", "rate", "%"),
    },
)  # fmt: skip

GOOD = {"indicator": "trade.exports", "period": "2023-07", "value": "470", "unit": "triệu USD"}


def row(**cells: object) -> list[object]:
    """A row with all columns in the order of the contract: a good one, but for `cells`."""
    return [{**GOOD, **cells}.get(name, "") for name in COLUMNS]


def read(*rows: list[object], form: Form | None = None) -> tuple[list[Observation], list[Problem]]:
    """The rows under the contract's own header, as those of `data/x.csv`."""
    return read_rows("data/x.csv", COLUMNS, rows, CATALOG, form)


def said(*rows: list[object], form: Form | None = None) -> list[str]:
    """What reading the rows has to say, severity first unless it is a fault."""
    return [
        ("" if problem.severity == "fault" else f"{problem.severity} ") + problem.text()
        for problem in read(*rows, form=form)[1]
    ]
