"""Frozen, slotted records: dataclasses without what those cost a start."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform, overload

from numcheck.named import NamedTuple

_Class = TypeVar("_Class", bound=type)
_Record = TypeVar("_Record")
_NONE: Any = object()


class _Field(NamedTuple):
    """What stands behind a field: its default, or what makes one; whether it counts for ==."""

    default: Any = _NONE
    factory: Callable[[], Any] | None = None
    compare: bool = True


def field(
    *, default: Any = _NONE, factory: Callable[[], Any] | None = None, compare: bool = True
) -> Any:
    """Return the default of a field of which more is to be said, as `dataclasses.field` does."""
    return _Field(default, factory, compare)


@overload
def record(cls: _Class, /) -> _Class: ...


@overload
def record(*, frozen: bool = True) -> Callable[[_Class], _Class]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: _Class | None = None, /, *, frozen: bool = True) -> Any:
    """Make a class with annotated fields a record: slots, a constructor, and a print.

    A frozen record is equal to one of the same class and content, and has a hash; another is equal
    to itself only. A dataclass writes the same methods as text and compiles them, at every start
    anew: 20 ms for the twenty records of a check, the import of `inspect` included.
    """
    if cls is None:
        return lambda one: _made(one, frozen)
    return _made(cls, frozen)


def replace(one: _Record, /, **changes: Any) -> _Record:
    """Return a record like `one` but for some fields."""
    cls: Any = one.__class__
    values = cls._values(one)
    for name, value in changes.items():
        if name not in cls._places:
            raise TypeError(f"{cls.__name__} has no {name}")
        values[cls._places[name]] = value
    made: _Record = cls(*values)
    return made


def setters(cls: type) -> tuple[Callable[[Any, Any], None], ...]:
    """Return what fills the slots of a record, in order, for a constructor of its own."""
    made: Any = cls
    filled: tuple[Callable[[Any, Any], None], ...] = made._setters
    return filled


def _made(cls: Any, frozen: bool) -> Any:
    names = tuple(cls.__annotations__)
    fields = [_as_field(cls.__dict__.get(name, _NONE)) for name in names]
    body = {name: value for name, value in cls.__dict__.items() if name not in names}
    for slot in ("__dict__", "__weakref__"):
        body.pop(slot, None)
    body |= {"__slots__": names, "__repr__": _repr, "__reduce__": _reduce}
    body.setdefault("__init__", _init)  # what is made most often writes its own
    if frozen:
        compared = [name for name, one in zip(names, fields, strict=True) if one.compare]
        body |= {"_content": property(attrgetter(*compared)), "__eq__": _equal, "__hash__": _hash}
        body |= {"__setattr__": _refuse, "__delattr__": _refuse}
    made: Any = type(cls)(cls.__name__, cls.__bases__, body)
    made._fields = names
    made._places = {name: at for at, name in enumerate(names)}
    made._values = staticmethod(_reader(names))
    made._setters = tuple(made.__dict__[name].__set__ for name in names)
    rows = tuple(zip(names, made._setters, fields, strict=True))
    made._rest = tuple(rows[at:] for at in range(len(rows) + 1))
    return made


def _reader(names: tuple[str, ...]) -> Callable[[Any], list[Any]]:
    """Return what lists the values of a record."""
    if len(names) < 2:
        return lambda one: [getattr(one, name) for name in names]
    values = attrgetter(*names)
    return lambda one: list(values(one))


def _as_field(value: Any) -> _Field:
    return value if isinstance(value, _Field) else _Field(value)


def _init(self: Any, *values: Any, **named: Any) -> None:
    """Fill the slots: those given by place, then those given by name, then the defaults."""
    if len(values) > len(self._setters):
        raise TypeError(f"{self.__class__.__name__} has {len(self._setters)} fields")
    for put, value in zip(self._setters, values):  # noqa: B905
        put(self, value)
    for name, put, (default, factory, _) in self._rest[len(values)]:
        if name in named:
            put(self, named.pop(name))
        elif factory is not None:
            put(self, factory())
        elif default is not _NONE:
            put(self, default)
        else:
            raise TypeError(f"{self.__class__.__name__} needs its {name}")
    if named:
        raise TypeError(f"{self.__class__.__name__} takes no {', '.join(named)} here")


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._fields)
    return f"{self.__class__.__name__}({shown})"


def _reduce(self: Any) -> tuple[Any, ...]:
    return self.__class__, tuple(self._values(self))


def _equal(self: Any, other: Any) -> Any:
    if other is self:
        return True
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self._content == other._content


def _hash(self: Any) -> int:
    return hash(self._content)


def _refuse(self: Any, name: str, *_: Any) -> None:
    raise AttributeError(f"{self.__class__.__name__}.{name} cannot be changed: use replace()")
