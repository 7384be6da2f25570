"""Records do what frozen, slotted dataclasses do."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

from numcheck.record import field, record, replace


@record
class Boat:
    """A boat; what its crew calls it makes no difference."""

    name: str
    seats: int = 4
    crew: dict[str, int] = field(factory=dict)
    call: str = field(default="", compare=False)

    @property
    def free(self) -> int:
        """The seats that are left."""
        return self.seats - len(self.crew)


@record(frozen=False)
class Log:
    """What happened so far."""

    lines: list[str] = field(factory=list)


@record
class Buoy:
    """One field only."""

    light: str


def test_fields_are_given_by_place_by_name_or_not_at_all() -> None:
    boat = Boat("Ada", crew={"Ann": 1})
    assert (boat.name, boat.seats, boat.crew, boat.call, boat.free) == ("Ada", 4, {"Ann": 1}, "", 3)
    assert Boat("Ada", 4, {"Ann": 1}, "x") == boat
    assert Boat("Ada").crew is not Boat("Ada").crew


@pytest.mark.parametrize(
    ("values", "named", "said"),
    [
        ((), {"seats": 2}, "needs its name"),
        (("Ada",), {"name": "Eve"}, "takes no name"),
        (("Ada",), {"sails": 2}, "takes no sails"),
        (("Ada", 4, {}, "x", 5), {}, "has 4 fields"),
    ],
)
def test_what_does_not_fit_is_refused(values: Any, named: Any, said: str) -> None:
    with pytest.raises(TypeError, match=said):
        Boat(*values, **named)


def test_a_record_is_equal_by_class_and_content() -> None:
    assert Buoy("red") == Buoy("red") != Buoy("green")
    assert hash(Buoy("red")) == hash(Buoy("red"))
    assert len({Buoy("red"), Buoy("red"), Buoy("green")}) == 2
    assert Boat("Ada", call="skiff") == Boat("Ada", call="dinghy")
    assert Buoy("red") != "red"
    assert Log() != Log()


def test_a_record_does_not_change() -> None:
    boat: Any = Boat("Ada")
    for name in ("name", "seats", "mast"):
        with pytest.raises(AttributeError, match="replace"):
            setattr(boat, name, "x")
    with pytest.raises(AttributeError):
        del boat.name
    assert not hasattr(boat, "__dict__")
    assert replace(boat, seats=6) == Boat("Ada", 6)
    assert boat.seats == 4
    with pytest.raises(TypeError):
        replace(boat, sails=2)


def test_what_is_not_frozen_changes_but_grows_no_field() -> None:
    log: Any = Log()
    log.lines = ["cast off"]
    assert log.lines == ["cast off"]
    with pytest.raises(AttributeError):
        log.pages = 3


@pytest.mark.parametrize("one", [Boat("Ada", 2, {"Ann": 1}), Buoy("red")])
def test_a_record_goes_from_process_to_process(one: object) -> None:
    assert pickle.loads(pickle.dumps(one)) == one
    assert copy.deepcopy(one) == one


def test_a_record_prints_as_it_is_written() -> None:
    boat = Boat("Ada", 2)
    assert repr(boat) == "Boat(name='Ada', seats=2, crew={}, call='')"
    assert eval(repr(boat)) == boat
