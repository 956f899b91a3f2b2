"""Draws the pictures of the demo content: covers of articles and marks of companies, the same for the same seed."""

import io
import math
import random
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageOps

INK, NIGHT, PAPER, CREAM = (31, 45, 39), (30, 48, 60), (247, 242, 230), (236, 226, 204)
TEA, LEAF, SPROUT, OLIVE = (38, 96, 68), (84, 140, 92), (150, 184, 112), (122, 132, 78)
AMBER, STRAW, WOOD, TERRACOTTA = (217, 150, 47), (222, 186, 128), (156, 112, 74), (185, 101, 74)
BLUE, SLATE, GRANITE, PLUM = (95, 130, 152), (72, 88, 98), (176, 172, 162), (122, 84, 98)
SKIN, LAMPLIGHT = (226, 186, 152), (250, 220, 150)
CLOTHES = (TEA, BLUE, TERRACOTTA, AMBER, SLATE, OLIVE, PLUM)
GROUNDS = (TEA, LEAF, OLIVE, AMBER, WOOD, TERRACOTTA, BLUE, SLATE, PLUM, NIGHT, (52, 112, 112), (146, 76, 60))

WIDTH, HEIGHT = 1200, 675


class Mood(NamedTuple):
    """The hour and weather of a picture; `tint` of the strength `haze` lies over everything in it."""

    sky: tuple
    horizon: tuple
    sun: tuple
    hill: tuple
    tint: tuple
    haze: float
    window: tuple


DAYS = (
    Mood((190, 218, 220), (248, 240, 220), (250, 222, 150), (78, 132, 104), PAPER, 0, (178, 204, 208)),
    Mood((244, 216, 172), (252, 241, 218), (255, 250, 232), (96, 140, 110), (250, 214, 150), 0.1, (208, 214, 198)),
    Mood((118, 138, 158), (246, 200, 152), (236, 142, 86), (58, 92, 92), (206, 120, 84), 0.12, LAMPLIGHT),
    Mood((206, 218, 216), (240, 240, 232), (252, 250, 242), (112, 144, 134), (226, 232, 226), 0.24, (196, 210, 210)),
)
NIGHTS = (
    Mood((24, 42, 62), (92, 122, 132), (240, 232, 204), (34, 62, 66), NIGHT, 0.08, LAMPLIGHT),
    Mood((40, 44, 70), (190, 132, 116), (250, 214, 160), (52, 58, 76), PLUM, 0.08, LAMPLIGHT),
    Mood((18, 52, 56), (112, 152, 136), (236, 236, 208), (28, 66, 60), TEA, 0.08, LAMPLIGHT),
)


def mix(one, other, share):
    return tuple(round(a + (b - a) * share) for a, b in zip(one, other, strict=True))


def dark(colour, share=0.22):
    return mix(colour, INK, share)


def light(colour, share=0.3):
    return mix(colour, PAPER, share)


class Canvas:
    """A surface measured in pixels of the finished picture, drawn at twice that size so that edges come out smooth."""

    def __init__(self, mode, width, height, rng, mood=None):
        self.image = Image.new(mode, (width * 2, height * 2))
        self.pen = ImageDraw.Draw(self.image)
        self.rng, self.mood = rng, mood

    def tone(self, colour):
        return mix(colour, self.mood.tint, self.mood.haze) if self.mood else colour

    def shape(self, points, fill):
        self.pen.polygon([(x * 2, y * 2) for x, y in points], self.tone(fill))

    def box(self, x, y, width, height, fill, radius=0, corners=None):
        frame = (x * 2, y * 2, (x + width) * 2 - 1, (y + height) * 2 - 1)
        self.pen.rounded_rectangle(frame, radius * 2, self.tone(fill), corners=corners)

    def disc(self, x, y, radius, fill, tall=None):
        tall = radius if tall is None else tall
        self.pen.ellipse(((x - radius) * 2, (y - tall) * 2, (x + radius) * 2, (y + tall) * 2), self.tone(fill))

    def arc(self, x, y, radius, start, end, fill, width):
        frame = ((x - radius) * 2, (y - radius) * 2, (x + radius) * 2, (y + radius) * 2)
        self.pen.arc(frame, start, end, self.tone(fill), round(width * 2))

    def half(self, x, y, radius, fill, *, upper):
        frame = ((x - radius) * 2, (y - radius) * 2, (x + radius) * 2, (y + radius) * 2)
        self.pen.pieslice(frame, 180 if upper else 0, 360 if upper else 180, self.tone(fill))

    def line(self, points, fill, width):
        """A stroke with round ends."""
        self.pen.line([(x * 2, y * 2) for x, y in points], self.tone(fill), round(width * 2), joint="curve")
        for x, y in (points[0], points[-1]):
            self.disc(x, y, width / 2, fill)

    def finished(self):
        return self.image.reduce(2)


def turned(points, x, y, degrees):
    """The points, given around the origin, turned and moved to (x, y)."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [(x + px * cos - py * sin, y + px * sin + py * cos) for px, py in points]


def ridge(rng, base, swell):
    """A rolling skyline, as a function of x."""
    waves = [(swell * share, rng.uniform(*lengths), rng.uniform(0, math.tau))
             for share, lengths in ((0.6, (150, 240)), (0.3, (70, 110)), (0.1, (30, 45)))]
    return lambda x: base + sum(size * math.sin(x / length + phase) for size, length, phase in waves)


def under(edge, bottom=HEIGHT, step=12):
    """The area below a skyline."""
    return [(x, edge(x)) for x in range(0, WIDTH + step, step)] + [(WIDTH + step, bottom), (0, bottom)]


def sky(canvas, bottom=520):
    mood, rng = canvas.mood, canvas.rng
    column = Image.new("RGB", (1, 64))
    column.putdata([mix(mood.sky, mood.horizon, row / 63) for row in range(64)])
    canvas.image.paste(column.resize((WIDTH * 2, bottom * 2), Image.Resampling.BILINEAR), (0, 0))
    x, y, radius = rng.randint(180, 1020), rng.randint(90, 170), rng.randint(38, 58)
    canvas.disc(x, y, radius * 1.5, mix(mix(mood.sky, mood.horizon, y / bottom), mood.sun, 0.28))
    canvas.disc(x, y, radius, mood.sun)


def hills(canvas, horizon, layers=4, swell=70, spacing=42):
    """Ranges of hills, the far ones paler."""
    mood = canvas.mood
    for layer in range(layers):
        edge = ridge(canvas.rng, horizon + layer * spacing, swell * (1 - layer * 0.12))
        canvas.shape(under(edge), mix(mood.horizon, mood.hill, 0.28 + 0.6 * layer / layers))


def landscape(canvas, horizon=300, **shape):
    sky(canvas)
    hills(canvas, horizon, **shape)


def leaf(canvas, x, y, length, degrees, fill, slim=0.24):
    """A leaf that grows from (x, y); one half of it is in the shade."""
    steps = [step / 24 for step in range(25)]
    curve = [(length * t, length * slim * math.sin(math.pi * t**0.8) ** 0.9) for t in steps]
    canvas.shape(turned(curve + [(px, -py) for px, py in reversed(curve)], x, y, degrees), fill)
    canvas.shape(turned(curve, x, y, degrees), dark(fill, 0.2))


def sprig(canvas, x, y, size, degrees, fill):
    """Two leaves and a bud, on a stem that comes from below."""
    stem = turned([(-size * 3, size * 0.5), (-size * 1.2, size * 0.1), (-size * 0.5, 0), (0, 0)], x, y, degrees)
    canvas.line(stem, dark(fill, 0.35), size * 0.05)
    leaf(canvas, *stem[1], size * 0.8, degrees + 58, dark(fill, 0.2))
    leaf(canvas, *stem[2], size * 0.9, degrees - 56, dark(fill, 0.1))
    leaf(canvas, x, y, size, degrees + 40, fill)
    leaf(canvas, x, y, size * 0.9, degrees - 30, light(fill, 0.1))
    leaf(canvas, x, y, size * 0.66, degrees + 5, mix(fill, SPROUT, 0.8), slim=0.13)


def tree(canvas, x, y, size, fill=TEA):
    canvas.line([(x, y), (x, y - size * 0.6)], dark(WOOD, 0.4), size * 0.08)
    canvas.disc(x, y - size * 0.75, size * 0.34, fill, size * 0.42)
    canvas.disc(x + size * 0.1, y - size * 0.82, size * 0.2, mix(fill, SPROUT, 0.25), size * 0.28)


def house(canvas, x, y, width, wall):
    """A house of southern Fujian, whose ridge turns up at both ends."""
    canvas.box(x, y - width * 0.42, width, width * 0.42, wall)
    canvas.box(x + width * 0.42, y - width * 0.26, width * 0.16, width * 0.26, dark(WOOD, 0.3))
    for side in (0.14, 0.72):
        canvas.box(x + width * side, y - width * 0.28, width * 0.14, width * 0.12, canvas.mood.window)
    roof = [(-0.12, -0.38), (-0.02, -0.66), (0.1, -0.6), (0.9, -0.6), (1.02, -0.66), (1.12, -0.38)]
    canvas.shape([(x + width * px, y + width * py) for px, py in roof], mix(TERRACOTTA, INK, 0.35))


def person(canvas, x, y, height, clothes, hair=INK):
    """A person seen from the front, standing at (x, y)."""
    unit = height / 10
    for side in (-1, 1):
        canvas.line([(x + side * unit * 0.55, y), (x + side * unit * 0.5, y - unit * 4)], dark(SLATE), unit * 0.85)
        canvas.line([(x + side * unit * 1.45, y - unit * 4.4), (x + side * unit, y - unit * 7)], dark(clothes), unit * 0.8)
    canvas.box(x - unit * 1.3, y - unit * 7.7, unit * 2.6, unit * 4.3, clothes, unit * 0.9)
    canvas.box(x - unit * 0.35, y - unit * 8.3, unit * 0.7, unit * 0.9, dark(SKIN, 0.15))
    canvas.disc(x, y - unit * 9.2, unit * 1.05, SKIN)
    canvas.half(x, y - unit * 9.35, unit * 1.12, hair, upper=True)


def cuboid(canvas, x, y, width, height, depth, fill):
    """A block whose front stands on (x, y)."""
    rise = depth * 0.5
    canvas.box(x, y - height, width, height, fill)
    canvas.shape([(x, y - height), (x + depth, y - height - rise), (x + width + depth, y - height - rise),
                  (x + width, y - height)], light(fill))
    canvas.shape([(x + width, y - height), (x + width + depth, y - height - rise), (x + width + depth, y - rise),
                  (x + width, y)], dark(fill))


def parcel(canvas, x, y, width, height):
    cuboid(canvas, x, y, width, height, width * 0.28, mix(STRAW, WOOD, canvas.rng.uniform(0.1, 0.4)))
    canvas.box(x + width * 0.42, y - height, width * 0.16, height * 0.45, light(STRAW, 0.5))


def windows(canvas, x, y, columns, rows, width, height, gap, fill=None):
    for row in range(rows):
        for column in range(columns):
            pane = fill or canvas.mood.window
            canvas.box(x + column * (width + gap), y + row * (height + gap), width, height, pane, 2)


def lattice(canvas, x, y, radius, tall, fill, step=18):
    """An oval of crossing canes."""
    canvas.disc(x, y, radius, dark(fill, 0.45), tall)
    for tilt, shade in ((45, dark(fill, 0.12)), (-45, fill)):
        for offset in range(-radius + step // 2, radius, step):
            reach = math.sqrt(radius * radius - offset * offset)
            ends = turned([(-reach, offset), (reach, offset)], 0, 0, tilt)
            canvas.line([(x + px, y + py * tall / radius) for px, py in ends], shade, step * 0.36)


def basket(canvas, x, y, width, height, fill):
    """A basket of woven bands that stands on (x, y), its centre."""
    rows = max(4, height // 16)
    for row in range(rows):
        half = width / 2 * (0.78 + 0.22 * math.sin(math.pi / 2 * (row + 1) / rows))
        top, band = y - (row + 1) * height / rows, height / rows
        canvas.box(x - half, top, half * 2, band, dark(fill, 0.35), 4)
        for column in range(9):
            if (row + column) % 2 == 0:
                canvas.box(x - half + column * half * 2 / 9, top + 1, half * 2 / 9, band - 2, fill, 4)
    canvas.box(x - width / 2 - 6, y - height - 10, width + 12, 16, dark(fill, 0.15), 8)


def tea(canvas):
    rng = canvas.rng
    landscape(canvas, rng.randint(230, 290))
    crest, foot = ridge(rng, 410, 55), ridge(rng, 760, 70)
    home = rng.randint(520, 1000)
    house(canvas, home, crest(home + 40) + 6, rng.randint(84, 104), rng.choice((PAPER, TERRACOTTA)))
    tree(canvas, home - 34, crest(home - 34) + 6, rng.randint(70, 96), mix(TEA, LEAF, 0.4))
    fill, count = mix(LEAF, rng.choice((OLIVE, TEA, SPROUT)), 0.3), rng.randint(8, 11)
    for row in range(count):
        near, following = (row / count) ** 1.4, ((row + 1) / count) ** 1.4
        size, shade = 5 + 30 * near, mix(mix(fill, SPROUT, 0.35), TEA, near * 0.7)
        tops = [(x, crest(x) * (1 - near) + foot(x) * near) for x in range(0, WIDTH + 6, 6)]
        lows = [(x, y + 0.55 * (following - near) * (foot(x) - crest(x))) for x, y in tops]
        bushes = [(x, y - size * 0.7 * abs(math.sin(x / size / 1.5 + row))) for x, y in tops]
        canvas.shape([*tops, (WIDTH, HEIGHT), (0, HEIGHT)], dark(shade, 0.5))
        canvas.shape(bushes + lows[::-1], shade)
        if row in (3, 5):
            x = rng.randint(360, 1060)
            person(canvas, x, crest(x) * (1 - near) + foot(x) * near + size, 70 + 60 * near, rng.choice(CLOTHES))
    sprig(canvas, rng.randint(150, 230), 500, rng.randint(190, 230), rng.randint(-78, -58), mix(LEAF, SPROUT, 0.3))


SCENES = {scene.__name__: scene for scene in (tea,)}


def cover(kind, seed):
    """A JPEG of 1200 by 675; `kind` is a key of SCENES."""
    rng = random.Random(f"{kind} {seed}")  # noqa: S311, a picture is no secret
    canvas = Canvas("RGB", WIDTH, HEIGHT, rng, rng.choice(NIGHTS if kind == "led" else DAYS))
    SCENES[kind](canvas)
    image = canvas.finished()
    if rng.random() < 0.5:
        image = ImageOps.mirror(image)
    file = io.BytesIO()
    image.save(file, "JPEG", quality=80)
    return file.getvalue()
