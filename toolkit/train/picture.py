"""Figures → pictures as SVG: learning curves, and squares shaded by how often one label is taken for another."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

_FONT: Final = 'font-family="sans-serif" font-size="11"'
_COLOURS: Final = ("#1f6f8b", "#c0582b", "#5a7d2a", "#6b4c9a")


def lines(title: str, ticks: Sequence[str], drawn: Mapping[str, Sequence[float]]) -> str:
    """One line a series; the vertical axis runs from 0.4 to 1."""
    width, height, left, top, low = 520, 280, 48, 34, 0.4
    across, down = width - left - 150, height - top - 34
    parts = [_text(left, 18, title, weight="bold")]
    for step in range(7):
        y = top + down - down * step / 6
        parts.append(f'<line x1="{left}" y1="{y:.1f}" x2="{left + across}" y2="{y:.1f}" stroke="#ddd"/>')
        parts.append(_text(left - 6, y + 4, f"{low + step / 10:.1f}", anchor="end"))
    xs = [left + across * (place + 0.5) / len(ticks) for place in range(len(ticks))]
    parts += [_text(x, height - 12, tick, anchor="middle") for x, tick in zip(xs, ticks, strict=True)]
    for number, (name, values) in enumerate(drawn.items()):
        colour = _COLOURS[number % len(_COLOURS)]
        ys = [top + down - down * (max(value, low) - low) / 0.6 for value in values]
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(xs, ys, strict=True))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in zip(xs, ys, strict=True)]
        parts.append(_text(left + across + 8, top + 14 + 18 * number, f"{name} {values[-1]:.2f}", fill=colour))
    return _svg(width, height, parts)


def squares(title: str, labels: Sequence[str], counts: Sequence[Sequence[int]]) -> str:
    """Rows the true, columns the likeliest label; shade and figure: per cent of the row."""
    size, left, top = 34, 92, 64
    width, height = left + size * len(labels) + 16, top + size * len(labels) + 16
    parts = [_text(8, 18, title, weight="bold"), _text(8, 36, "行：真值；列：最可能的判断；数：占该行的百分比")]
    for place, label in enumerate(labels):
        parts.append(_text(left - 6, top + size * (place + 0.62), label, anchor="end"))
        parts.append(_text(left + size * (place + 0.5), top - 6, label[:7], anchor="middle", size=9))
    for row, line in enumerate(counts):
        whole = sum(line) or 1
        for column, count in enumerate(line):
            share = count / whole
            x, y = left + size * column, top + size * row
            colour = "#1f6f8b" if row == column else "#c0582b"
            parts.append(
                f'<rect x="{x}" y="{y}" width="{size - 2}" height="{size - 2}" fill="{colour}" '
                f'fill-opacity="{share:.2f}" stroke="#ddd"/>'
            )
            if share >= 0.02:
                ink = "#fff" if share > 0.55 else "#222"
                parts.append(_text(x + size / 2 - 1, y + size * 0.6, f"{share:.0%}"[:-1], anchor="middle", fill=ink))
    return _svg(width, height, parts)


def _text(
    x: float, y: float, text: str, *, anchor: str = "start", fill: str = "#222", weight: str = "normal", size: int = 11
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{fill}" font-weight="{weight}" '
        f'font-size="{size}">{escape(text)}</text>'
    )


def _svg(width: float, height: float, parts: Sequence[str]) -> str:
    box = f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}"'
    inside = "\n".join(parts)
    return f'<svg {box} {_FONT}>\n<rect width="100%" height="100%" fill="#fff"/>\n{inside}\n</svg>\n'
