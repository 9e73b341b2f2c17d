"""What ships, some time later: a day that was counted otherwise, and the same withdrawn as wrong."""

from __future__ import annotations

LATER = (
    "base: deceased.died_on, count: 2, unit: week, nature: advice",
    "base: deceased.died_on, count: 3, unit: week, nature: advice",
)
WITHDRAWN = "withdrawals:\n  - {id: report_day, step: order_family_report, day: 2026-11-20, source: dvv.fi}\n"
WITHDRAWAL = {"withdrawals.yaml": WITHDRAWN} | {
    f"withdrawals/texts/{language}.yaml": "report_day: {reason: The day was wrong., instead: Order it later.}\n"
    for language in ("fi", "sv", "en")
}
