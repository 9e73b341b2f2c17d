"""What the first answers need is there before they are asked for."""

from desk.errands import workdays
from tests.desk.usecases.rooms import desk_over, real_bundle


def test_the_calendar_of_the_years_round_today_is_loaded() -> None:
    workdays.days_off.cache_clear()
    desk = desk_over(real_bundle())
    desk.warm_up.deadlines()
    loaded = workdays.days_off.cache_info().currsize
    today = desk.world.clock.today()
    for year in (today.year - 1, today.year, today.year + 1):
        workdays.days_off(year)
    assert workdays.days_off.cache_info().currsize == loaded == 3
