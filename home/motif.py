"""The site's motif, a rag rug, and the EU emblem, as inline SVG made by code.

Every page owns a rug: the same seed always weaves the same one. The SVG has no ids, no `style`
attributes and no `<style>`, so that many may stand on one page under a strict CSP.
"""

import hashlib
import math
import random
from functools import lru_cache
from itertools import pairwise

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

# Berries, moss, lake and birch: a dark, a middle and a light shade of each cloth.
CLOTHS = (
    ("#3C2E80", "#7C6BC4", "#C3B8EC"),
    ("#A31D3A", "#DB5568", "#F4B9B5"),
    ("#E8930C", "#F5A623", "#FFD58A"),
    ("#3C6B34", "#6E9E5F", "#B5D3A5"),
    ("#1F6F8B", "#4B9AB5", "#B5D9E3"),
)
WARM = CLOTHS[1:3]
BIRCH = "#F7F1E6"
WARP = "#D9C7A3"
SHADOW = "#1B1038"

EMBLEM_BLUE = "#039"
EMBLEM_GOLD = "#FC0"


def _random(seed) -> random.Random:
    return random.Random(hashlib.sha256(str(seed).encode()).digest())  # noqa: S311 – a drawing, not a secret


def _number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".").replace("-0.", "-.") or "0"


def _points(*values: float) -> str:
    """Numbers joined as tersely as SVG allows."""
    text = ""
    for value in values:
        number = _number(value)
        text += number if not text or number.startswith("-") else f" {number}"
    return text


def _bands(random_: random.Random, passes: int, *, calm: bool) -> list[tuple[str, int]]:
    """The stripes from top to bottom as (colour, number of weft passes).

    A weaver's rhythm: wide stripes of two grounds, between them a narrow, often mirrored, group.
    """
    first, second, third, *rest = random_.sample(CLOTHS, len(CLOTHS))
    grounds = [first[random_.choice((0, 0, 1))], second[random_.choice((0, 1, 2))]]
    warm = random_.choice([family for family in WARM if family not in (first, second)] or WARM)
    accents = [warm[1], warm[0], third[random_.choice((0, 2))], first[2], rest[0][1], BIRCH]
    accents = [accent for accent in accents if accent not in grounds]
    random_.shuffle(accents)
    bands: list[tuple[str, int]] = []
    widths = (2, 3, 3, 4) if calm else (3, 4, 5, 6)
    turn = 0
    total = 0
    while total < passes:
        ground = grounds[turn % 2] if random_.random() < 0.8 else accents[turn % len(accents)]
        first, second = (accents[(turn + step) % len(accents)] for step in (0, 1))
        group = random_.choice(
            (
                [(first, 1)],
                [(first, 1), (second, 1), (first, 1)],
                [(first, 2), (second, 1)],
                [(first, 1), (second, 2), (first, 1)],
            )
        )
        for band in [(ground, random_.choice(widths)), *group]:
            if bands and bands[-1][0] == band[0]:
                bands[-1] = (band[0], bands[-1][1] + band[1])
            else:
                bands.append(band)
            total += band[1]
        turn += 1
    surplus = total - passes
    while surplus:
        colour, count = bands.pop()
        if count > surplus:
            bands.append((colour, count - surplus))
            surplus = 0
        else:
            surplus -= count
    return bands


def _svg(body: str, width: float, height: float, css_class: str, position: str) -> SafeString:
    return mark_safe(  # noqa: S308 – built from numbers and constants of this module
        f'<svg class="{css_class}" viewBox="0 0 {_number(width)} {_number(height)}"'
        f' preserveAspectRatio="{position} slice" aria-hidden="true" focusable="false">{body}</svg>'
    )


@lru_cache(maxsize=2048)
def rug(
    seed: str,
    width: int,
    height: int,
    *,
    pick: int = 10,
    bare: int = 0,
    detail: int = 2,
    position: str = "xMidYMid",
    css_class: str = "rug",
) -> SafeString:
    """A rag rug of `width` × `height` units; `pick` is the height of one weft pass.

    `bare` units of warp hang free at the bottom (a rug still on the loom). `detail` is 0 (stripes
    and weave), 1 (also flecks of cloth) or 2 (also strips of uneven tone).
    """
    random_ = _random(f"rug:{seed}")
    passes = max(1, (height - bare) // pick)
    woven = passes * pick
    bands = _bands(random_, passes, calm=detail < 2)
    halves = 2 if detail < 2 else 4
    half = width / halves

    def edge() -> str:
        """The uneven line of one weft pass: long, shallow waves."""
        reach = 0.26 if detail == 2 else 0.2
        bend = random_.uniform(0.1, reach) * pick * random_.choice((-1, 1))
        return f"q{_points(half / 2, bend, half, 0)}" + f"t{_points(half, 0)}" * (halves - 1)

    edges = [edge() for _ in range(passes)]
    parts = []

    warp = pick * (0.42 if detail else 0.6)
    if bare:
        threads = ""
        for x in range(pick // 2, width, pick):
            sway, drift, short = random_.uniform(-4, 4), random_.uniform(-3, 3), random_.uniform(0, 9)
            threads += f"M{x} {woven - 4}q{_points(sway, bare * 0.5, drift, bare - short + 4)}"
        parts.append(f'<path d="{threads}" fill="none" stroke="{WARP}" stroke-width="2.6" stroke-linecap="round"/>')

    # Each stripe reaches down to the end of the woven part; the next one lies over it.
    row = 0
    for colour, count in bands:
        top = f"M0 {row * pick}{edges[row]}" if row else f"M0 0H{width}"
        parts.append(f'<path fill="{colour}" d="{top}V{woven}H0z"/>')
        row += count

    def along(rows: list[int], *, shift: float = 0, stray: int = 0) -> str:
        """The middle lines of passes; odd ones begin `shift` further left, all up to `stray`."""
        return "".join(
            f"M{_points(-shift * (r % 2) - random_.randrange(stray + 1), (r + 0.5) * pick)}H{width}" for r in rows
        )

    everywhere = list(range(passes))

    def dashes(*ranges: tuple[int, int]) -> str:
        return " ".join(str(random_.randrange(*bounds)) for bounds in ranges)

    if detail:
        # Strips of unlike tone, torn from different sheets, and the flecks of their print.
        for ink, opacity in (("#fff", ".12"), (SHADOW, ".09")):
            rows = sorted(random_.sample(everywhere, max(1, passes * 2 // 5)))
            pattern = dashes((90, 260), (60, 240), (40, 120), (160, 400))
            parts.append(
                f'<path d="{along(rows, stray=width)}" stroke="{ink}" stroke-opacity="{opacity}"'
                f' stroke-width="{_number(pick * 0.9)}" stroke-linecap="round" stroke-dasharray="{pattern}"/>'
            )
        rows = sorted(random_.sample(everywhere, max(1, passes // 4)))
        pattern = dashes((3, 12), (18, 50), (2, 6), (30, 90), (6, 20), (50, 130))
        parts.append(
            f'<path d="{along(rows, stray=99)}" stroke="#fff" stroke-opacity=".36" stroke-width="{_number(pick * 0.2)}"'
            f' stroke-linecap="round" stroke-dasharray="{pattern}"/>'
        )
    # Each pass lies in a hollow of its own, and the warp binds it in small, close stitches.
    furrows = "".join(f"M0 {r * pick}{edges[r]}" for r in everywhere[1:])
    parts.append(
        f'<path d="{furrows}" fill="none" stroke="{SHADOW}" stroke-opacity=".22" stroke-width="{_number(pick * 0.1)}"/>'
    )
    stitch = pick * 0.13
    parts.append(
        f'<path d="{along(everywhere, shift=warp)}" stroke="{BIRCH}" stroke-opacity=".32"'
        f' stroke-width="{_number(pick * 0.5)}" stroke-dasharray="{_points(stitch, warp * 2 - stitch)}"/>'
    )
    return _svg("".join(parts), width, height, css_class, position)


@lru_cache(maxsize=256)
def ribbon(seed: str, *, width: int = 1440, height: int = 16, css_class: str = "rug ribbon") -> SafeString:
    """A woven ribbon: the rug turned on its side, for the borders of pages and sheets."""
    random_ = _random(f"ribbon:{seed}")
    pick = 8
    bands = _bands(random_, width // pick, calm=False)
    strips: dict[str, str] = {}
    x = 0
    for colour, count in bands:
        strips[colour] = strips.get(colour, "") + f"M{x} 0h{count * pick}v{height}h-{count * pick}z"
        x += count * pick
    body = "".join(f'<path fill="{colour}" d="{d}"/>' for colour, d in strips.items())
    body += (
        f'<path d="M0 {_number(height / 2)}h{width}" stroke="{SHADOW}" stroke-opacity=".2"'
        f' stroke-width="{height}" stroke-dasharray="1.2 {_number(pick - 1.2)}"/>'
    )
    rows = "".join(
        f"M{_number(-pick * (number % 2))} {_number(y)}h{width + pick}"
        for number, y in enumerate((height * 0.2, height * 0.5, height * 0.8))
    )
    body += (
        f'<path d="{rows}" stroke="{BIRCH}" stroke-opacity=".4" stroke-width="1.4" stroke-linecap="round"'
        f' stroke-dasharray="{_points(pick * 0.6, pick * 1.4)}"/>'
    )
    return _svg(body, width, height, css_class, "xMinYMid")


@lru_cache(maxsize=1)
def mark() -> SafeString:
    """The mark: three warps and three wefts that hold one another."""
    wide, gap, starts = 9, 1.3, (4, 15.5, 27)
    columns = ("#3C2E80", "#A31D3A", "#F5A623")
    rows = ("#1F6F8B", "#F5A623", "#3C6B34")

    def pieces(under: list[int]) -> list[tuple[float, float]]:
        """What is seen of one strip of 40 units that dives under the crossings named."""
        seen, begin = [], 0.0
        for crossing in under:
            seen.append((begin, starts[crossing] - gap))
            begin = starts[crossing] + wide + gap
        seen.append((begin, 40.0))
        return [(start, end) for start, end in seen if end > start]

    parts = []
    for index, (start, colour) in enumerate(zip(starts, columns, strict=True)):
        d = "".join(
            f"M{start} {_number(y)}h{wide}v{_number(end - y)}h-{wide}z"
            for y, end in pieces([row for row in range(3) if (index + row) % 2])
        )
        parts.append(f'<path fill="{colour}" d="{d}"/>')
    for index, (start, colour) in enumerate(zip(starts, rows, strict=True)):
        d = "".join(
            f"M{_number(x)} {start}h{_number(end - x)}v{wide}h{_number(x - end)}z"
            for x, end in pieces([column for column in range(3) if not (index + column) % 2])
        )
        parts.append(f'<path fill="{colour}" d="{d}"/>')
    return _svg("".join(parts), 40, 40, "mark", "xMidYMid")


def _star() -> str:
    """One star of the emblem as relative moves from its upper point, in units of 1/540 height.

    Its points lie on a circle of 1/18 of the emblem's height.
    """
    outer = 540 / 18
    inner = outer * math.sin(math.radians(18)) / math.sin(math.radians(54))
    corners = [
        (radius * math.sin(math.radians(36 * step)), -radius * math.cos(math.radians(36 * step)))
        for step in range(10)
        for radius in [inner if step % 2 else outer]
    ]
    moves = [_points(round(b[0], 1) - round(a[0], 1), round(b[1], 1) - round(a[1], 1)) for a, b in pairwise(corners)]
    return "l" + "l".join(moves) + "z"


@lru_cache(maxsize=2)
def _emblem_drawing(*, in_black: bool = False) -> str:
    star, radius, outer = _star(), 540 / 3, 540 / 18
    hours = (math.radians(30 * hour) for hour in range(12))
    stars = "".join(
        f"M{_points(405 + radius * math.sin(hour), 270 - radius * math.cos(hour) - outer)}{star}" for hour in hours
    )
    if in_black:
        return f'<path fill="#fff" stroke="#000" stroke-width="12" d="M6 6h798v528H6z"/><path d="{stars}"/>'
    return f'<path fill="{EMBLEM_BLUE}" d="M0 0h810v540H0z"/><path fill="{EMBLEM_GOLD}" d="{stars}"/>'


def emblem(label: str, *, in_black: bool = False) -> SafeString:
    """The emblem of the European Union.

    Regulation (EU) 821/2014, Annex II: sides 3:2, twelve stars on a circle of one third of the
    height, one point of each upwards, gold on Reflex Blue. Where only black can be printed, black
    stars on white in a black border.
    """
    return format_html(
        '<svg class="emblem" viewBox="0 0 810 540" role="img" aria-label="{}" focusable="false">{}</svg>',
        label,
        mark_safe(_emblem_drawing(in_black=in_black)),  # noqa: S308 – built from constants
    )


# How each cloth is drawn where only black can be printed: width and dashes of a pass, in its height.
CLOTHS_IN_BLACK = ((0.9, ""), (0.12, ""), (0.5, "1.4 .5"), (0.3, ".5 .35"), (0.75, ".3 .3"), (0.2, "2.2 .8"))


@lru_cache(maxsize=256)
def rug_in_black(seed: str, width: int, height: int, *, pick: int = 10) -> SafeString:
    """The rug of a seed in black lines on white; each cloth is told by the kind of its lines."""
    bands = _bands(_random(f"rug:{seed}"), height // pick, calm=False)
    kinds = list(dict.fromkeys(colour for colour, _count in bands))
    lines: dict[int, str] = {}
    row = 0
    for colour, count in bands:
        kind = kinds.index(colour) % len(CLOTHS_IN_BLACK)
        passes = range(row, row + count)
        lines[kind] = lines.get(kind, "") + "".join(f"M0 {_number((r + 0.5) * pick)}h{width}" for r in passes)
        row += count
    body = ""
    for kind, d in lines.items():
        thick, dashes = CLOTHS_IN_BLACK[kind]
        pattern = " ".join(_number(float(part) * pick) for part in dashes.split())
        body += f'<path d="{d}" stroke="#000" stroke-width="{_number(thick * pick)}"' + (
            f' stroke-dasharray="{pattern}"/>' if pattern else "/>"
        )
    return _svg(body, width, row * pick, "rug", "xMidYMid")


def as_file(svg: str) -> str:
    """An inline drawing as an SVG document of its own."""
    return svg if "xmlns=" in svg else svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


def stripes(seed: str, passes: int) -> list[tuple[str, int]]:
    """The stripes of this seed's rug as (colour, number of weft passes), for drawing it by other means."""
    return _bands(_random(f"rug:{seed}"), passes, calm=False)
