"""Question trees for people: per requirement what to do, what to look at, and questions that lead to an outcome.

The trees are the YAML files in ``requirements/``, in our own plain words::

    dated: 2026-11-23                       the day of these trees; stored with every answer
    trees:
    - for: wcag:1.3.5                       requirement key
      needs: [field]                        without one of these THINGS on any page it is not applicable
      do: {nl: …, en: …}                    what to do
      look: {nl: …, en: …}                  what to look at
      ask:                                  questions by name; the first is asked first
        any:
          nl: …
          en: …
          if_yes: marked                    another question …
          if_no: inapplicable               … or an outcome
        marked:
          nl: …
          en: …
          answers:                          in place of if_yes and if_no
            all: {nl: …, en: …, then: passed}

The layout is that of ``rules.questions``, which asks about rules; here a path may also end in *cannot tell*, and every
question also takes ``unsure`` (*cannot tell*) and ``later`` (*not tested*). The 112 checklist gets its trees from
``rules.norms.checklist``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from rules import norms
from rules.contract import Words
from rules.norms import checklist

OUTCOMES = ("passed", "failed", "inapplicable", "cannot-tell", "untested")
"""Where a path can end."""

THINGS: Mapping[str, Words] = MappingProxyType(
    {
        "video": Words("film", "film"),
        "audio": Words("geluid", "sound"),
        "embedded": Words("ingesloten inhoud van elders", "content embedded from elsewhere"),
        "field": Words("invulveld", "field to fill in"),
        "link": Words("link", "link"),
    }
)
"""What a requirement can be about, as far as a capture shows surely that a page has none."""

UNSURE, LATER = "unsure", "later"

_WORDS = {
    "if_yes": ("yes", Words("ja", "yes")),
    "if_no": ("no", Words("nee", "no")),
}
_ALWAYS = (
    (UNSURE, Words("niet te bepalen", "cannot tell"), "cannot-tell"),
    (LATER, Words("nog niet getoetst", "not tested yet"), "untested"),
)


class FaultyTree(ValueError):
    """A question tree that cannot be used; the message says which and why."""


class WrongAnswer(ValueError):
    """An answer that a question does not have, or too many answers; the message names it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question."""

    id: str
    words: Words
    to: str
    """Name of the next question, or one of `OUTCOMES`."""

    @property
    def ends(self) -> bool:
        return self.to in OUTCOMES


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its answers."""

    id: str
    words: Words
    choices: tuple[Choice, ...]

    def choice(self, answer: str) -> Choice:
        """The answer with that id. Raises WrongAnswer."""
        for choice in self.choices:
            if choice.id == answer:
                return choice
        known = ", ".join(c.id for c in self.choices)
        raise WrongAnswer(f"{self.id!r} has no answer {answer!r}; known: {known}")


@dataclass(frozen=True, slots=True)
class Tree:
    """The guided work for one requirement."""

    requirement: str
    title: Words
    dated: str
    do: Words
    look: Words
    questions: Mapping[str, Question]
    """By name; the first is asked first."""
    needs: tuple[str, ...] = ()
    warning: Words | None = None
    """What must be read before anything is done."""

    @property
    def first(self) -> Question:
        return next(iter(self.questions.values()))

    def follow(self, answers: Iterable[tuple[str, str]]) -> Question | str:
        """Where *answers* — (question, answer) in the order given — lead: the next question, or an outcome.

        Raises WrongAnswer when they do not belong to the path.
        """
        here: Question | str = self.first
        for question, answer in answers:
            if isinstance(here, str):
                raise WrongAnswer(f"{self.requirement} is answered already; {question!r} comes too late")
            if question != here.id:
                raise WrongAnswer(f"{self.requirement} asks {here.id!r} now, not {question!r}")
            choice = here.choice(answer)
            here = choice.to if choice.ends else self.questions[choice.to]
        return here


def trees() -> Mapping[str, Tree]:
    """Every tree by requirement key: WCAG in order of number, then EN 301 549, then the 112 checklist.

    Raises FaultyTree.
    """
    return _all()


def tree(requirement: str) -> Tree:
    """The tree of one requirement. Raises rules.norms.UnknownRequirement."""
    try:
        return _all()[requirement]
    except KeyError:
        raise norms.UnknownRequirement(f"no question tree for {requirement!r}") from None


@cache
def _all() -> Mapping[str, Tree]:
    found: dict[str, Tree] = {}
    for data in _files():
        for row in data.get("trees", ()):
            made = _tree(row, str(data["dated"]))
            if made.requirement in found:
                raise FaultyTree(f"{made.requirement} has two trees")
            found[made.requirement] = made
    wcag = sorted((t for t in found.values() if t.requirement.startswith("wcag:")), key=_place)
    rest = sorted((t for t in found.values() if not t.requirement.startswith("wcag:")), key=_place)
    return MappingProxyType({t.requirement: t for t in (*wcag, *rest, *_checklist())})


def _place(one: Tree) -> tuple[int, ...]:
    return tuple(int(part) for part in one.requirement.partition(":")[2].split("."))


def _files() -> list[dict[str, Any]]:
    """The files in order of name; c112.yaml holds no trees of its own."""
    folder = files("rules.questions").joinpath("requirements")
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".yaml"))
    return [_load(name) for name in names]


@cache
def _load(name: str) -> Any:
    import yaml  # here and not above: most who import this module read no file

    # libyaml reads ten times faster; where it is missing the other loader gives the same.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = files("rules.questions").joinpath("requirements", name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=loader)


def _tree(row: dict[str, Any], dated: str) -> Tree:
    key = row["for"]
    try:
        questions = {name: _question(name, body) for name, body in row["ask"].items()}
        needs = tuple(row.get("needs", ()))
        unknown = set(needs) - set(THINGS)
        if unknown:
            raise FaultyTree(f"needs unknown things: {', '.join(sorted(unknown))}")
        made = Tree(
            key, norms.requirement(key).title, dated, _words(row["do"]), _words(row["look"]),
            MappingProxyType(questions), needs,
        )  # fmt: skip
        _check(made)
    except (KeyError, TypeError, ValueError, norms.UnknownRequirement) as error:
        raise FaultyTree(f"{key}: {error}") from error
    return made


def _words(row: Any) -> Words:
    return Words(row["nl"], row["en"])


def _question(name: str, body: dict[str, Any]) -> Question:
    choices = [Choice(str(id), _words(a), a["then"]) for id, a in body.get("answers", {}).items()]
    choices += [Choice(id, words, body[key]) for key, (id, words) in _WORDS.items() if key in body]
    choices += [Choice(id, words, to) for id, words, to in _ALWAYS]
    return Question(name, _words(body), tuple(choices))


def _check(made: Tree) -> None:
    """Raises FaultyTree unless every path ends in an outcome and every question can be reached."""
    reached: set[str] = set()

    def walk(name: str, above: tuple[str, ...]) -> None:
        if name in above:
            raise FaultyTree(f"goes round: {' → '.join((*above, name))}")
        if name not in made.questions:
            raise FaultyTree(f"leads to {name!r}, which is neither a question nor an outcome")
        reached.add(name)
        own = [choice for choice in made.questions[name].choices if choice.id not in (UNSURE, LATER)]
        if len(own) < 2:
            raise FaultyTree(f"{name!r} has fewer than two answers")
        for choice in own:
            if not choice.ends:
                walk(choice.to, (*above, name))

    if not made.questions:
        raise FaultyTree("asks nothing")
    walk(made.first.id, ())
    left = set(made.questions) - reached
    if left:
        raise FaultyTree(f"never asks {', '.join(sorted(left))}")


def _checklist() -> Iterable[Tree]:
    data = _load("c112.yaml")
    rest = {name: _question(name, body) for name, body in data["questions"].items()}
    for item in checklist.items():
        first = {"nl": item.question.nl, "en": item.question.en, "answers": data["answers"]}
        made = Tree(
            item.key, item.question, str(data["dated"]), _listed(item.how_to_test), _listed(item.evidence),
            MappingProxyType({"answer": _question("answer", first), **rest}), warning=checklist.safety(),
        )  # fmt: skip
        _check(made)
        yield made


def _listed(lines: Iterable[Words]) -> Words:
    every = list(lines)
    return Words("; ".join(w.nl for w in every) + ".", "; ".join(w.en for w in every) + ".")
