"""A property of a frozen tree that is worked out once, when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

Value = TypeVar("Value")


class remembered(Generic[Value]):  # noqa: N801 - used as a decorator, like functools.cached_property
    """``functools.cached_property`` without the lock that it takes before Python 3.12, which costs as much as the work.

    The value is kept in the object's ``__dict__``, where later look-ups find it without coming here.
    """

    def __init__(self, work: Callable[[Any], Value]) -> None:
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type[Any]) -> Value: ...

    def __get__(self, instance: object, owner: type[Any]) -> Self | Value:
        if instance is None:
            return self
        value: Value = self._work(instance)
        instance.__dict__[self._name] = value
        return value
