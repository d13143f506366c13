"""What a text needs: arguments from its caller, and, which it must not, other texts."""

from dataclasses import dataclass, field
from typing import Any

from fluent.syntax.ast import BaseNode
from fluent.syntax.visitor import Visitor


@dataclass
class Needs(Visitor):
    """Gathers the names of a text's arguments, and of other texts that it refers to."""

    arguments: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)

    def visit_VariableReference(self, node: Any) -> None:
        """Note an argument."""
        self.arguments.add(node.id.name)

    def visit_MessageReference(self, node: Any) -> None:
        """Note another text."""
        self.others.add(node.id.name)

    def visit_TermReference(self, node: Any) -> None:
        """Note a term. Its arguments are its own, and none of the caller's."""
        self.others.add(f"-{node.id.name}")


def needs_of(pattern: BaseNode | None) -> Needs:
    """Return what a text needs, wherever it stands in it; nothing for one without words."""
    needs = Needs()
    if pattern is not None:
        needs.visit(pattern)
    return needs
