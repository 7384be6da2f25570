"""Named tuples without what those cost a start."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from _collections import _tuplegetter

    class _Row(tuple):
        """What every named tuple can do; `_fields` names its values, `_defaults` ends them."""

        __slots__ = ()
        _fields = ()
        _defaults = ()
        _tail = ()

        def __new__(cls, *values, **named):
            missing = len(cls._fields) - len(values)
            if missing or named:
                if named or not 0 < missing <= len(cls._tail):
                    values = cls._filled(values, named)
                else:
                    values += cls._tail[-missing:]
            return tuple.__new__(cls, values)

        @classmethod
        def _filled(cls, values, named):
            """Return all values: those by place, then those by name, then the defaults."""
            rest = cls._fields[len(values) :]
            if len(values) > len(cls._fields) or not named.keys() <= set(rest):
                raise TypeError(f"{cls.__name__} takes {', '.join(cls._fields)}")
            missing = [name for name in rest if name not in named and name not in cls._defaults]
            if missing:
                raise TypeError(f"{cls.__name__} needs its {', '.join(missing)}")
            return *values, *[named[one] if one in named else cls._defaults[one] for one in rest]

        def _replace(self, **changes):
            """Return a row like this but for some values."""
            values = [changes.pop(name, old) for name, old in zip(self._fields, self, strict=True)]
            if changes:
                raise ValueError(f"{type(self).__name__} has no {', '.join(changes)}")
            return tuple.__new__(type(self), values)

        def _asdict(self):
            """Return the values by their names."""
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            shown = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{type(self).__name__}({shown})"

        def __getnewargs__(self):
            return tuple(self)

    class _Named(type):
        """Makes a class of annotated fields a row; typing's own compiles a constructor for each."""

        def __new__(cls, name, bases, body):
            if not bases:
                return type.__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body.pop(field) for field in fields if field in body}
            getters = {field: _tuplegetter(at, "") for at, field in enumerate(fields)}
            made = {**body, **getters, "__slots__": (), "_fields": fields, "_defaults": defaults}
            made["_tail"] = tuple(defaults.values())
            return type(name, (_Row,), made)

    class NamedTuple(metaclass=_Named):
        """The base of rows, as typing's NamedTuple."""
