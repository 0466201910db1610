"""The small changes that a mutation tester makes to a program, each of which a test should notice.

A mutant is one module with one change within one function. The changes are those that people make by mistake: a
comparison that is off by one, a condition turned round, a loop that ends too early, a call or a filter left out,
nothing returned. Texts are left alone: what the program says is held by the golden files.
"""

from __future__ import annotations

import ast
import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
SIGNS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
NAMES = {"any": "all", "all": "any", "min": "max", "max": "min", "sorted": "list"}
ATTRIBUTES = {"ERROR": "WARNING", "WARNING": "ERROR", "required": "optional"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Mutant:
    """One change: the module's path within the package, the function, what stood there and what stands there now."""

    module: str
    function: str
    change: str
    text: str
    place: int
    number: int

    @property
    def name(self) -> str:
        """What it is called in lists: it holds no line, so that it stays when the code around it moves."""
        return f"{self.module}:{self.function}: {self.change}"

    @property
    def rank(self) -> str:
        """By what a sample is drawn: always the same for the same change, and without order."""
        return hashlib.sha256(self.name.encode()).hexdigest()

    def source(self) -> str:
        """The module's text with the change."""
        tree = ast.parse(self.text)
        _, old = list(_targets(tree))[self.place]
        new = list(_changes(old))[self.number]
        return ast.unparse(ast.fix_missing_locations(_Exchange(old, new).visit(tree)))


def mutants_of(module: str, path: Path) -> Iterator[Mutant]:
    """Every mutant of one module. `module` is its path within the package, `path` where it lies."""
    text = path.read_text(encoding="utf-8")
    seen: Counter[str] = Counter()
    for place, (function, target) in enumerate(_targets(ast.parse(text))):
        for number, change in enumerate(_described(target)):
            name = f"{function}: {change}"
            seen[name] += 1
            again = f" ({seen[name]})" if seen[name] > 1 else ""
            yield Mutant(module, function, change + again, text, place, number)


def _targets(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """What can be changed, each node with the outermost function (and class) that it stands in."""
    for statement in tree.body:
        if isinstance(statement, Function):
            yield from ((statement.name, node) for node in _nodes(statement))
        elif isinstance(statement, ast.ClassDef):
            for method in statement.body:
                if isinstance(method, Function):
                    yield from ((f"{statement.name}.{method.name}", node) for node in _nodes(method))


def _nodes(node: ast.AST) -> Iterator[ast.AST]:
    """All below a node, in the order of the text; annotations, decorators and assertions are no behaviour."""
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not isinstance(child, ast.Assert):
                yield child
                yield from _nodes(child)


def _described(node: ast.AST) -> Iterator[str]:
    for new in _changes(node):
        yield f"{_short(node)} → {_short(new)}"


def _short(node: ast.AST) -> str:
    text = ast.unparse(node).replace("\n", " ")
    return text if len(text) <= 90 else f"{text[:60]} … {text[-25:]}"


class _Exchange(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self.new if node is self.old else self.generic_visit(node)


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand in the place of a node."""
    match node:
        case ast.Compare(ops=[one]) if type(one) in COMPARISONS:
            yield ast.Compare(node.left, [COMPARISONS[type(one)]()], node.comparators)
        case ast.BoolOp(op=ast.And()):
            yield ast.BoolOp(ast.Or(), node.values)
        case ast.BoolOp(op=ast.Or()):
            yield ast.BoolOp(ast.And(), node.values)
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.BinOp() if type(node.op) in SIGNS:
            yield ast.BinOp(node.left, SIGNS[type(node.op)](), node.right)
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(value=int() as value):
            yield ast.Constant(value + 1)
        case ast.Attribute(attr=name) if name in ATTRIBUTES:
            yield ast.Attribute(node.value, ATTRIBUTES[name], node.ctx)
        case _:
            yield from _changes_of_flow(node)


def _changes_of_flow(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Continue():
            yield ast.Break()
        case ast.Break():
            yield ast.Continue()
        case ast.Return(value=ast.AST() as value) if not isinstance(value, ast.Constant):
            yield ast.Return(ast.Constant(None))
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()):
            yield ast.Pass()
        case ast.If(test=ast.Name() | ast.Attribute() | ast.Call() | ast.Subscript() as test):
            yield ast.If(ast.UnaryOp(ast.Not(), test), node.body, node.orelse)
        case ast.IfExp(body=then, orelse=otherwise):
            yield then
            yield otherwise
        case ast.comprehension(ifs=[_, *_] as ifs):
            for one in ifs:
                yield ast.comprehension(node.target, node.iter, [other for other in ifs if other is not one], 0)
        case ast.Call(func=ast.Name(id=name)) if name in NAMES:
            yield ast.Call(ast.Name(NAMES[name], ast.Load()), node.args, node.keywords if name != "sorted" else [])
        case _:
            return
