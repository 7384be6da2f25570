"""The kinds of tie that finders report, with the roles of each."""

from __future__ import annotations

from collections.abc import Mapping

# A role that ends in * is a list of figures; the star is not part of its name. Roles after the
# bar are derived: the finder works them out, they stand nowhere in the text.
_KINDS = """
aside(given, other)
exchange(first, first_other, second, second_other | rate, again)
weekday(date | calendar)
weekdays(first, second | stated, actual)
mention(first, again)
years(start, end, length | span)
days(start, end, length | span)
era(year, era | stated, span)
birthday(begun, rank | stated, years)
elapsed(start, end, length | clock)
zones(first, second | stated, shifted)
life(born, then, age | years)
day_of_month(date | day, days)
temperature(given, other)
temperature_gap(given, other)
fraction(share, percent)
ledger(total, lines*)
bands(shares*)
full(shares*)
together(shares*)
list(number, items*)
table(total, cells*)
parts(whole, parts*)
split(whole, parts*)
range(low, high | turned)
share(part, whole, percent)
change(old, new, percent)
points_as_percent(old, new, percent)
rising(said, old, new)
falling(said, old, new)
multiple(old, new, times)
difference(one, other, by)
margin(result, by | one, other)
bound(limit, figure)
ordering(said, more, less)
repeat(first, again)
recount(first, again)
result_again(first, again | told, goals)
rate(total, count, each)
product(total, count, each)
threefold(total, count, times, each)
pace(each, total | count)
mean_of(values*, mean)
median_of(values*, median | middle)
test(statistic, p | computed, claimed)
confidence(estimate, low, high)
sampling(margin, sample | usual)
whole_mean(mean, count | nearest)
streak(said, against | count)
league_points(points, results* | worked)
wickets(total, by | left)
standing(record, games | worked)
series(result, game | games, played)
best_of(result, length | wins, needed)
nothing(said, score | against)
lost_set(said, set | count)
sets(sets, scores*)
aggregate(total, legs* | out)
half(half, full | over)
scored(score, said | told, goals)
every_goal(score, said | told, goals)
drawn(score, said | one, other)
decided(score, said | one, other)
cold(figure)
probability(figure)
correlation(figure)
portion(figure)
fall(figure)
clock(figure | hour, minute)
acidity(figure)
coordinate(figure | most)
humidity(figure)
power_per_time(figure)
single(figure)
"""


def _read(table: str) -> dict[str, dict[str, bool]]:
    kinds = {}
    for line in table.strip().splitlines():
        name, _, roles = line.rstrip(")").partition("(")
        names = roles.replace("|", ",").split(",")
        kinds[name] = {role.strip().rstrip("*"): role.strip().endswith("*") for role in names}
    return kinds


KINDS: Mapping[str, Mapping[str, bool]] = _read(_KINDS)
"""Kind → role → whether the role is a list."""
