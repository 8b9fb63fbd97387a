"""Every record that db hands out has the names, types and empty values of the columns it is read from."""

import importlib
import pkgutil
from dataclasses import dataclass, fields
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from sqlalchemy import Column

import db
from db.record import Shape
from db.schema import payment


def every_shape() -> list[Shape[Any]]:
    for module in pkgutil.walk_packages(db.__path__, "db."):
        if ".migrations" not in module.name:
            importlib.import_module(module.name)
    return Shape.all


def faults(shape: Shape[Any]) -> list[str]:
    """Return each field whose type is not that of its column, in words."""
    hints = get_type_hints(shape.record)
    found = []
    for field, column in zip(fields(shape.record), shape.columns, strict=True):
        plain, optional = without_none(hints[field.name])
        if plain is not column.type.python_type:
            found.append(f"{field.name}: {plain.__name__} for {column.type.python_type.__name__}")
        # Of an expression or the far side of an outer join only its author knows whether it can be empty.
        if isinstance(column, Column) and column.nullable and not optional:
            found.append(f"{field.name}: may be empty")
    return found


def without_none(hint: Any) -> tuple[type, bool]:
    parts = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    (kept,) = (part for part in parts if part is not type(None))
    return getattr(kept, "__supertype__", kept), len(parts) > 1


def test_every_record_fits_its_columns() -> None:
    wrong = {
        f"{shape.record.__module__}.{shape.record.__name__}": faults(shape)
        for shape in every_shape()
        if shape.record.__module__.startswith("db.")
    }
    assert wrong
    assert {name: found for name, found in wrong.items() if found} == {}


def test_a_record_of_other_types_is_reported() -> None:
    @dataclass(frozen=True, slots=True)
    class Wrong:
        id: int
        settled_at: str

    shape = Shape(Wrong, payment)
    Shape.all.remove(shape)
    assert faults(shape) == ["id: int for str", "settled_at: str for datetime", "settled_at: may be empty"]


def test_a_field_without_a_column_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class Missing:
        amount_rupees: int

    with pytest.raises(KeyError, match="amount_rupees"):
        Shape(Missing, payment)
