"""Draws the pictures of the demo content, article covers and company logos; the same seed gives the same picture."""

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
HUES = (TEA, BLUE, TERRACOTTA, AMBER, SLATE, OLIVE, PLUM)
WIDTH, HEIGHT = 1200, 675


class Mood(NamedTuple):
    """The hour and weather of a picture; `tint` of the strength `haze` lies over everything in it."""

    sky: tuple
    horizon: tuple
    sun: tuple
    hill: tuple
    tint: tuple
    haze: float
    pane: tuple


DAYS = (
    Mood((190, 218, 220), (248, 240, 220), (250, 222, 150), (78, 132, 104), PAPER, 0, (150, 182, 190)),
    Mood((244, 216, 172), (252, 241, 218), (255, 250, 232), (96, 140, 110), (250, 214, 150), 0.1, (164, 180, 170)),
    Mood((178, 156, 166), (250, 212, 160), (236, 138, 88), (72, 100, 100), (206, 120, 84), 0.12, LAMPLIGHT),
    Mood((206, 218, 216), (240, 240, 232), (252, 250, 242), (112, 144, 134), (226, 232, 226), 0.2, (156, 178, 182)),
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

    def shape(self, fill, points):
        self.pen.polygon([(x * 2, y * 2) for x, y in points], self.tone(fill))

    def box(self, fill, *boxes):
        """Boxes of (left, top, width, height and perhaps the radius of the corners)."""
        for x, y, width, height, *radius in boxes:
            frame = (x * 2, y * 2, (x + width) * 2 - 1, (y + height) * 2 - 1)
            self.pen.rounded_rectangle(frame, sum(radius) * 2, self.tone(fill))

    def disc(self, fill, *discs):
        """Discs of (x, y, radius and perhaps another radius for the height)."""
        for x, y, wide, *tall in discs:
            high = tall[0] if tall else wide
            self.pen.ellipse(((x - wide) * 2, (y - high) * 2, (x + wide) * 2, (y + high) * 2), self.tone(fill))

    def ring(self, fill, width, x, y, radius):
        frame = ((x - radius) * 2, (y - radius) * 2, (x + radius) * 2, (y + radius) * 2)
        self.pen.ellipse(frame, outline=self.tone(fill), width=width * 2)

    def line(self, fill, width, *points):
        """A stroke with round ends."""
        self.pen.line([(x * 2, y * 2) for x, y in points], self.tone(fill), round(width * 2), joint="curve")
        self.disc(fill, (*points[0], width / 2), (*points[-1], width / 2))


def turned(points, x, y, degrees):
    """The points, given around the origin, turned and moved to (x, y)."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [(x + px * cos - py * sin, y + px * sin + py * cos) for px, py in points]


def ridge(rng, base, swell):
    """A rolling skyline, as a function of x."""
    lengths = ((0.6, rng.uniform(150, 240)), (0.3, rng.uniform(70, 110)), (0.1, rng.uniform(30, 45)))
    waves = [(swell * share, length, rng.uniform(0, math.tau)) for share, length in lengths]
    return lambda x: base + sum(size * math.sin(x / length + phase) for size, length, phase in waves)


def ground(canvas, fill, edge):
    """Everything below a skyline."""
    canvas.shape(fill, [(0, HEIGHT), *((x, edge(x)) for x in range(0, WIDTH + 12, 12)), (WIDTH, HEIGHT)])


def sky(canvas, bottom=520):
    mood, rng = canvas.mood, canvas.rng
    column = Image.new("RGB", (1, 64))
    column.putdata([mix(mood.sky, mood.horizon, row / 63) for row in range(64)])
    canvas.image.paste(column.resize((WIDTH * 2, bottom * 2), Image.Resampling.BILINEAR), (0, 0))
    x, y, radius = rng.randint(180, 1020), rng.randint(90, 170), rng.randint(38, 58)
    canvas.disc(mix(mix(mood.sky, mood.horizon, y / bottom), mood.sun, 0.28), (x, y, radius * 1.5))
    canvas.disc(mood.sun, (x, y, radius))


def landscape(canvas, horizon, layers=4, swell=70):
    """The sky over ranges of hills, the far ones paler."""
    sky(canvas)
    for layer in range(layers):
        fill = mix(canvas.mood.horizon, canvas.mood.hill, 0.28 + 0.6 * layer / layers)
        ground(canvas, fill, ridge(canvas.rng, horizon + layer * 42, swell * (1 - layer * 0.12)))


def leaf(canvas, fill, x, y, length, degrees, slim=0.24):
    """A leaf that grows from (x, y); one half of it is in the shade."""
    side = [(length * t / 24, length * slim * math.sin(math.pi * (t / 24) ** 0.8) ** 0.9) for t in range(25)]
    canvas.shape(fill, turned(side + [(px, -py) for px, py in reversed(side)], x, y, degrees))
    canvas.shape(dark(fill, 0.2), turned(side, x, y, degrees))


def sprig(canvas, fill, x, y, size, degrees):
    """The tip of a tea shoot: leaves and a bud on a stem that comes from below."""
    stem = turned([(-size * 3, size * 0.5), (-size * 1.2, size * 0.1), (-size * 0.5, 0), (0, 0)], x, y, degrees)
    canvas.line(dark(fill, 0.35), size * 0.05, *stem)
    for joint, reach, turn in ((1, 0.8, 62), (2, 0.9, -60), (3, 1, 40), (3, 0.9, -30)):
        leaf(canvas, dark(fill, 0.24 - 0.08 * joint), *stem[joint], size * reach, degrees + turn)
    leaf(canvas, light(mix(fill, AMBER, 0.2)), x, y, size * 0.66, degrees + 5, slim=0.13)


def plant(canvas, x, y, size):
    for turn in range(-154, -25, 16):
        leaf(canvas, mix(TEA, LEAF, canvas.rng.random()), x, y, size * canvas.rng.uniform(0.75, 1), turn, slim=0.14)


def tree(canvas, x, y, size):
    fill = mix(TEA, LEAF, canvas.rng.random() * 0.8)
    canvas.line(dark(WOOD, 0.4), size * 0.08, (x, y), (x, y - size * 0.6))
    canvas.disc(fill, (x, y - size * 0.75, size * 0.34, size * 0.42))
    canvas.disc(mix(fill, SPROUT, 0.25), (x + size * 0.1, y - size * 0.82, size * 0.2, size * 0.28))


def house(canvas, x, y, size):
    """A house of southern Fujian, whose ridge turns up at both ends."""
    canvas.box(canvas.rng.choice((PAPER, TERRACOTTA)), (x, y - size * 0.42, size, size * 0.42))
    canvas.box(dark(WOOD, 0.3), (x + size * 0.42, y - size * 0.26, size * 0.16, size * 0.26))
    canvas.box(canvas.mood.pane, *((x + size * side, y - size * 0.28, size * 0.14, size * 0.12) for side in (0.14, 0.72)))
    roof = [(-0.12, -0.38), (-0.02, -0.66), (0.1, -0.6), (0.9, -0.6), (1.02, -0.66), (1.12, -0.38)]
    canvas.shape(dark(TERRACOTTA, 0.35), [(x + size * px, y + size * py) for px, py in roof])


def person(canvas, x, y, height, hat=None):
    """Somebody who stands at (x, y)."""
    unit, clothes = height / 10, canvas.rng.choice(HUES)
    for side in (-unit, unit):
        canvas.line(dark(SLATE), unit * 0.85, (x + side * 0.55, y), (x + side * 0.5, y - unit * 4))
        canvas.line(dark(clothes), unit * 0.8, (x + side * 1.45, y - unit * 4.4), (x + side, y - unit * 7))
    canvas.box(dark(SKIN, 0.15), (x - unit * 0.35, y - unit * 8.4, unit * 0.7, unit))
    canvas.box(clothes, (x - unit * 1.3, y - unit * 7.7, unit * 2.6, unit * 4.3, unit * 0.9))
    canvas.disc(INK, (x, y - unit * 9.35, unit * 1.1))
    canvas.disc(SKIN, (x, y - unit * 9, unit * 0.9))
    if hat:
        canvas.shape(hat, [(x - unit * 1.9, y - unit * 9.3), (x, y - unit * 11), (x + unit * 1.9, y - unit * 9.3)])


def block(canvas, fill, x, y, width, height, depth):
    """A cuboid whose front stands on (x, y)."""
    top, back, rise = y - height, x + depth, depth * 0.5
    canvas.box(fill, (x, top, width, height))
    canvas.shape(light(fill), [(x, top), (back, top - rise), (back + width, top - rise), (x + width, top)])
    canvas.shape(dark(fill), [(x + width, top), (back + width, top - rise), (back + width, y - rise), (x + width, y)])


def panes(canvas, x, y, columns, rows, width, height, gap, fills=()):
    for row in range(rows):
        for column in range(columns):
            frame = (x + column * (width + gap), y + row * (height + gap), width, height, 3)
            canvas.box(canvas.rng.choice(fills or [canvas.mood.pane]), frame)


def basket(canvas, fill, x, y, width, height):
    """A basket of woven bands; (x, y) is the middle of its foot."""
    rows = height // 16
    for row in range(rows):
        half = width * (0.39 + 0.11 * math.sin(math.pi / 2 * (row + 1) / rows))
        top, cane = y - (row + 1) * 16, half * 2 / 9
        canvas.box(dark(fill, 0.35), (x - half, top, half * 2, 16, 4))
        canvas.box(fill, *((x - half + column * cane, top + 1, cane, 14, 4) for column in range(row % 2, 9, 2)))
    canvas.box(dark(fill, 0.15), (x - width / 2 - 6, y - rows * 16 - 10, width + 12, 16, 8))


def tea(canvas):
    rng = canvas.rng
    landscape(canvas, rng.randint(230, 290))
    crest, foot, home = ridge(rng, 410, 55), ridge(rng, 760, 70), rng.randint(520, 1000)
    house(canvas, home, crest(home + 40) + 6, rng.randint(84, 104))
    tree(canvas, home - 34, crest(home - 34) + 6, rng.randint(70, 96))
    fill, count = mix(LEAF, rng.choice((OLIVE, TEA, SPROUT)), 0.3), rng.randint(8, 11)
    for row in range(count):
        near, next_near = (row / count) ** 1.4, ((row + 1) / count) ** 1.4
        size, shade = 5 + 30 * near, mix(mix(fill, SPROUT, 0.35), TEA, near * 0.7)
        tops = [(x, crest(x) * (1 - near) + foot(x) * near) for x in range(0, WIDTH + 6, 6)]
        feet = [(x, y + 0.55 * (next_near - near) * (foot(x) - crest(x))) for x, y in tops]
        canvas.shape(dark(shade, 0.5), [*tops, (WIDTH, HEIGHT), (0, HEIGHT)])
        if row in (2, 4):
            x, y = tops[rng.randint(60, 120) + row * 12]
            person(canvas, x, y + 26, 84 + 60 * near, hat=STRAW)
        canvas.shape(shade, [(x, y - size * 0.7 * abs(math.sin(x / size / 1.5 + row))) for x, y in tops] + feet[::-1])
    sprig(canvas, mix(LEAF, SPROUT, 0.75), rng.randint(150, 230), 480, rng.randint(200, 240), rng.randint(-80, -62))


def terraces(canvas):
    rng = canvas.rng
    landscape(canvas, 230)
    for x, y, reach, steps in ((rng.randint(860, 1080), 700, 640, 9), (rng.randint(240, 480), 760, 820, 13)):
        fill, lobes = mix(LEAF, rng.choice((OLIVE, TEA, SPROUT)), 0.35), [(n, rng.uniform(0, math.tau)) for n in (2, 3, 5)]
        for step in range(steps):
            size, top, rim = reach * (1 - step / steps) ** 0.8, y - step * 26, []
            for turn in (math.tau * corner / 72 for corner in range(72)):
                swell = size + size * 0.045 * sum(math.sin(n * turn + phase + step * 0.12) for n, phase in lobes)
                rim.append((x + swell * math.cos(turn), top + 0.42 * swell * math.sin(turn)))
            field = mix(canvas.mood.horizon, BLUE, 0.35) if step % 4 == 2 else mix(fill, TEA, 0.2 * (step % 3))
            for drop, colour in ((15, mix(fill, WOOD, 0.5)), (0, light(mix(fill, SPROUT, 0.5), 0.1)), (7, field)):
                canvas.shape(colour, [(px, py + drop) for px, py in rim])
        tree(canvas, x - 34, top, 90)
        house(canvas, x - 14, top + 14, 76)


def rattan(canvas):
    rng = canvas.rng
    wall, cane = light(rng.choice((STRAW, SPROUT, BLUE, TERRACOTTA)), 0.6), mix(STRAW, WOOD, rng.random() * 0.4)
    canvas.box(wall, (0, 0, WIDTH, HEIGHT))
    canvas.box(mix(wall, WOOD, 0.5), (0, 496, WIDTH, 179))
    canvas.disc(mix(wall, rng.choice(HUES), 0.35), (600, 600, 470, 52))
    for x, y, radius in (
        (rng.randint(630, 670), 180, 62),
        (rng.randint(770, 790), 110, 44),
        (rng.randint(890, 930), 190, 72),
    ):
        for share in (1, 0.76, 0.52, 0.28):
            canvas.disc(cane if share in (0.76, 0.28) else dark(cane, 0.3), (x, y, radius * share))
        for turn in range(0, 360, 20):
            canvas.line(dark(cane, 0.15), 2, *turned([(radius * 0.3, 0), (radius * 0.95, 0)], x, y, turn))
    x = rng.randint(340, 420)
    canvas.disc(dark(cane, 0.12), (x, 262, 168, 186))
    canvas.disc(dark(cane, 0.45), (x, 262, 150, 168))
    for tilt, shade in ((45, dark(cane, 0.12)), (-45, cane)):
        for offset in range(-138, 150, 24):
            reach = math.sqrt(150**2 - offset**2)
            ends = turned([(-reach, offset), (reach, offset)], 0, 0, tilt)
            canvas.line(shade, 9, *((x + px, 262 + py * 1.12) for px, py in ends))
    for side in (-1, 1):
        canvas.line(dark(cane, 0.3), 16, (x + side * 120, 470), (x + side * 138, 610))
        canvas.line(cane, 18, (x + side * 150, 330), (x + side * 190, 380), (x + side * 176, 480))
    canvas.disc(dark(cane, 0.3), (x, 474, 172, 44))
    canvas.disc(cane, (x, 462, 172, 42))
    canvas.box(rng.choice((TEA, BLUE, TERRACOTTA, OLIVE)), (x - 150, 414, 300, 58, 28))
    x = rng.randint(640, 680)
    plant(canvas, x, 450, 170)
    basket(canvas, cane, x, 600, 150, 170)
    basket(canvas, light(cane), rng.randint(850, 900), 624, 200, 120)
    basket(canvas, mix(cane, TERRACOTTA, 0.3), rng.randint(1030, 1060), 596, 110, rng.randint(190, 240))


def led(canvas):
    rng, mood = canvas.rng, canvas.mood
    landscape(canvas, 330, layers=3)
    wall, street = mix(mood.hill, SLATE, 0.5), mix(mood.hill, INK, 0.55)
    canvas.disc(mix(mood.sky, PAPER, 0.6), *((rng.randint(0, WIDTH), rng.randint(0, 240), 1.5) for _star in range(30)))
    canvas.box(dark(wall, 0.3), (610, 318, 600, 30), (880, 250, 190, 80))
    canvas.box(wall, (610, 334, 600, 230))
    panes(canvas, 640, 362, 9, 3, 44, 36, 18, (LAMPLIGHT, LAMPLIGHT, mix(LAMPLIGHT, AMBER, 0.4), dark(wall, 0.2)))
    canvas.box(street, (0, 552, WIDTH, 123))
    lamps = rng.sample((AMBER, SPROUT, light(BLUE), TERRACOTTA, LAMPLIGHT), 3)
    bands = [(ridge(rng, 150 + 85 * band, 36), lamp) for band, lamp in enumerate(lamps)]
    canvas.shape(mix(street, lamps[-1], 0.25), [(90, 570), (530, 570), (610, 640), (10, 640)])
    canvas.box(dark(SLATE, 0.4), (150, 440, 20, 136), (450, 440, 20, 136))
    canvas.box(dark(NIGHT, 0.5), (70, 96, 480, 362, 12))
    for y in range(124, 440, 24):
        for x in range(94, 540, 24):
            lit = [lamp for crest, lamp in bands if y > crest(x * 1.6)]
            canvas.disc(lit[-1] if lit else mix(NIGHT, BLUE, 0.3), (x, y, 9))
    for x in (rng.randint(620, 700), rng.randint(840, 920), rng.randint(1060, 1130)):
        canvas.disc(mix(street, LAMPLIGHT, 0.35), (x, 606, 86, 16))
        canvas.line(dark(SLATE, 0.5), 7, (x - 34, 606), (x - 34, 410), (x, 404))
        canvas.box(LAMPLIGHT, (x - 16, 402, 40, 12, 6))


def stone(canvas):
    rng = canvas.rng
    landscape(canvas, 220, layers=3)
    rock, steel = mix(GRANITE, rng.choice((STRAW, BLUE, TERRACOTTA, OLIVE)), 0.25), rng.choice((AMBER, TERRACOTTA, BLUE))
    for bench in range(4):
        x, shade = 0, dark(rock, 0.3 - bench * 0.08)
        while x < WIDTH:
            width, top = rng.randint(90, 220), 240 + bench * 76 + rng.randint(-22, 22) - (x < 500) * (60 - 14 * bench)
            canvas.box(mix(shade, light(shade), rng.random() * 0.5), (x, top, width, HEIGHT))
            canvas.box(light(shade, 0.45), (x, top, width, 12))
            x += width
    canvas.box(light(mix(rock, STRAW, 0.4), 0.25), (0, 540, WIDTH, 135))
    left, reach = rng.randint(110, 220), rng.randint(520, 600)
    hook = left + rng.randint(190, reach - 220)
    for x in (left, left + reach):
        canvas.line(dark(steel, 0.15), 13, (x - 34, 574), (x, 250), (x + 34, 574))
    canvas.box(steel, (left - 50, 232, reach + 100, 26, 4))
    canvas.box(dark(steel, 0.35), (hook - 30, 222, 60, 46, 4))
    canvas.line(INK, 4, (hook, 266), (hook, 320), (hook - 54, 380), (hook, 320), (hook + 60, 370))
    block(canvas, light(rock), hook - 84, 460, 150, 80, 44)
    for x, y, width, height in (
        (70, 590, 190, 92),
        (820, 570, 210, 100),
        (340, 630, 230, 84),
        (700, 640, 150, 110),
        (960, 650, 200, 92),
    ):
        fill, x = light(mix(rock, rng.choice((STRAW, TERRACOTTA, SLATE, PAPER)), 0.3), 0.25), x + rng.randint(-30, 30)
        block(canvas, fill, x, y, width, height, 60)
        canvas.box(dark(fill, 0.1), *((x + 8, y - height * seam, width - 16, 2) for seam in (0.25, 0.5, 0.75)))


def fair(canvas):
    rng, floor = canvas.rng, mix(CREAM, GRANITE, 0.4)
    landscape(canvas, 240)
    for x in range(40, WIDTH, 130):
        tree(canvas, x + rng.randint(-30, 30), 400, rng.randint(100, 150))
    canvas.box(floor, (0, 392, WIDTH, 283))
    canvas.box(dark(floor, 0.1), *((0, y, WIDTH, 4) for y in (440, 500, 580)))
    for x, hue in zip(range(40, WIDTH, 290), rng.sample(HUES, 4), strict=True):
        canvas.box(light(hue, 0.75), (x + 8, 220, 234, 200))
        canvas.box(light(hue), (x + 60, 258, 130, 66, 4))
        canvas.box(light(hue, 0.7), (x + 78, 276, 94, 8, 4), (x + 78, 296, 60, 8, 4))
        person(canvas, x + rng.randint(90, 170), 440, 150)
        canvas.box(light(SLATE), (x, 200, 8, 250), (x + 242, 200, 8, 250))
        for stripe in range(7):
            canvas.box((hue, PAPER)[stripe % 2], (x - 12 + stripe * 39.2, 186, 39.2, 52, 16))
        canvas.box(hue, (x - 12, 170, 274.4, 44, 6))
        canvas.box(dark(hue, 0.12), (x - 6, 386, 262, 66, 4))
        canvas.box(light(STRAW), (x - 12, 378, 274, 14, 4))
    string = [(x, 60 + 46 * math.sin(math.pi * (x % 600) / 600)) for x in range(0, WIDTH + 40, 40)]
    canvas.line(SLATE, 3, *string)
    for number, (x, y) in enumerate(string):
        canvas.shape(HUES[number % 4], [(x - 15, y), (x + 15, y), (x, y + 38)])
    for x in range(90, WIDTH, 168):
        person(canvas, x + rng.randint(-50, 50), rng.randint(580, 650), rng.randint(190, 220))


def office(canvas):
    rng = canvas.rng
    landscape(canvas, 220)
    wall, hue = light(rng.choice((STRAW, LEAF, BLUE, TERRACOTTA)), 0.62), rng.choice((TEA, BLUE, TERRACOTTA, SLATE))
    left, right, wood = rng.randint(130, 240), rng.randint(720, 800), mix(WOOD, STRAW, rng.random() * 0.5)
    canvas.box(wall, (0, 0, left, 520), (right, 0, WIDTH, 520), (0, 0, WIDTH, 60), (0, 390, WIDTH, 290))
    canvas.box(PAPER, *((x - 7, 54, 14, 342) for x in (left, (left + right) / 2, right)))
    canvas.box(PAPER, *((left - 22, y, right - left + 44, 16, 4) for y in (54, 390)))
    for shelf in (150, 280):
        canvas.box(wood, (880, shelf, 250, 12, 3))
        for x in range(896, 1070, 26):
            height = rng.randint(58, 88)
            canvas.box(rng.choice(HUES), (x, shelf - height, 23, height, 2))
            canvas.box(STRAW, (x + 5, shelf - height + 12, 13, 6))
    canvas.box(dark(wood, 0.2), (0, 530, WIDTH, 145))
    canvas.box(light(wood, 0.2), (0, 530, WIDTH, 26))
    x = rng.randint(420, 560)
    canvas.box(SLATE, (x - 150, 330, 300, 192, 12), (x - 200, 518, 400, 14, 6))
    canvas.box(light(hue, 0.78), (x - 138, 342, 276, 166, 4))
    canvas.box(
        hue, (x - 138, 342, 276, 26, 4), *((x - 110, 387 + row * 28, rng.randint(90, 160), 10, 5) for row in range(4))
    )
    canvas.box(AMBER, *((x + 80, 387 + row * 28, 36, 10, 5) for row in range(4)))
    x += rng.randint(240, 280)
    canvas.ring(PAPER, 7, x + 32, 500, 20)
    canvas.box(PAPER, (x - 32, 474, 64, 58, 12))
    canvas.box(hue, (x - 32, 490, 64, 10))
    x = rng.randint(960, 1060)
    plant(canvas, x, 470, 130)
    canvas.shape(TERRACOTTA, [(x - 50, 454), (x + 50, 454), (x + 36, 532), (x - 36, 532)])
    x = rng.randint(90, 150)
    canvas.line(dark(hue), 9, (x, 524), (x - 30, 420), (x + 50, 330))
    canvas.shape(hue, [(x + 20, 318), (x + 70, 306), (x + 122, 372), (x + 30, 392)])
    canvas.box(dark(hue), (x - 52, 518, 104, 14, 7))


def factory(canvas):
    rng = canvas.rng
    landscape(canvas, 270)
    wall, roof = mix(CREAM, rng.choice((TERRACOTTA, BLUE, LEAF)), 0.2), rng.choice((TERRACOTTA, SLATE, BLUE, TEA))
    canvas.box(light(SLATE, 0.5), *((rng.randint(x, x + 24), rng.randint(190, 250), 56, 360, 10) for x in (1010, 1086)))
    x, teeth = rng.randint(90, 130), rng.randint(4, 6)
    canvas.shape(mix(TERRACOTTA, wall, 0.3), [(x, 130), (x + 44, 130), (x + 60, 540), (x - 16, 540)])
    canvas.box(PAPER, (x - 4, 150, 52, 14), (x - 4, 186, 52, 14))
    for x, end in ((150 + 840 * tooth / teeth, 150 + 840 * (tooth + 1) / teeth) for tooth in range(teeth)):
        canvas.shape(dark(roof, 0.1), [(x, 340), (x, 226), (end, 340)])
        canvas.shape(canvas.mood.pane, [(x + 8, 340), (x + 8, 250), (x + 40, 276), (x + 40, 340)])
        canvas.line(light(roof, 0.25), 8, (x, 226), (end, 340))
    canvas.box(wall, (140, 334, 870, 216))
    canvas.box(dark(wall), (140, 334, 870, 14))
    panes(canvas, 176, 376, 12, 1, 52, 44, 14.5)
    for x in rng.sample((190, 380, 570, 760), 2):
        canvas.box(light(SLATE, 0.4), (x, 444, 140, 106, 4))
        canvas.box(light(SLATE, 0.15), *((x, 458 + slat * 18, 140, 4) for slat in range(5)))
    canvas.box(mix(GRANITE, CREAM, 0.3), (0, 540, WIDTH, 50))
    canvas.box(light(SLATE, 0.15), (0, 590, WIDTH, 85))
    canvas.box(CREAM, *((x, 640, 70, 6) for x in range(-20, WIDTH, 120)))
    for x in (40, 1040, 1120):
        tree(canvas, x + rng.randint(-20, 20), 566, rng.randint(120, 170))
    x, hue = rng.randint(300, 700), rng.choice((TEA, AMBER, BLUE, TERRACOTTA))
    canvas.box(light(hue, 0.7), (x, 470, 230, 130, 8))
    canvas.box(hue, (x, 540, 230, 14), (x + 236, 506, 92, 94, 14))
    canvas.box(canvas.mood.pane, (x + 276, 520, 44, 36, 6))
    canvas.box(INK, (x, 594, 330, 12))
    for wheel in (50, 120, 280):
        canvas.disc(INK, (x + wheel, 608, 26))
        canvas.disc(GRANITE, (x + wheel, 608, 11))


def graduation_cap(canvas, x, y, size, degrees):
    canvas.shape(
        INK, turned([(-size / 2, 0), (size / 2, 0), (size * 0.44, size / 2), (-size * 0.44, size / 2)], x, y, degrees)
    )
    canvas.shape(mix(INK, SLATE, 0.5), turned([(-size, 0), (0, -size * 0.42), (size, 0), (0, size * 0.42)], x, y, degrees))
    canvas.line(AMBER, size * 0.08, *turned([(0, 0), (size * 0.74, size * 0.12), (size * 0.78, size * 0.66)], x, y, degrees))


def school(canvas):
    rng = canvas.rng
    landscape(canvas, 250)
    wall, gown = rng.choice((mix(TERRACOTTA, PAPER, 0.25), CREAM, light(STRAW))), rng.choice((TEA, NIGHT, PLUM, SLATE))
    roof, wing = dark(rng.choice((TERRACOTTA, SLATE, TEA)), 0.2), rng.randint(4, 5)
    for x in range(30, WIDTH, 190):
        tree(canvas, x, 490, rng.randint(150, 200))
    for x in (480 - wing * 66, 700):
        canvas.box(wall, (x, 270, wing * 66 + 20, 220))
        canvas.box(roof, (x - 10, 252, wing * 66 + 40, 22))
        panes(canvas, x + 20, 296, wing, 3, 42, 42, 22)
    canvas.box(light(wall, 0.35), (490, 220, 220, 270))
    canvas.shape(roof, [(470, 224), (600, 136), (730, 224)])
    canvas.disc(PAPER, (600, 262, 30))
    canvas.line(INK, 4, (600, 244), (600, 262), (614, 270))
    canvas.box(dark(wall), (514, 318, 172, 172))
    canvas.box(PAPER, *((x, 318, 18, 172) for x in (510, 558, 624, 672)))
    canvas.box(roof, (500, 306, 200, 16))
    canvas.box(mix(LEAF, canvas.mood.horizon, 0.25), (0, 486, WIDTH, 190))
    canvas.shape(light(GRANITE, 0.4), [(530, 486), (670, 486), (900, 675), (300, 675)])
    for place in range(5):
        x, y = 130 + place * 235 + rng.randint(-40, 40), rng.randint(566, 590)
        canvas.box(dark(gown, 0.1 * (place % 3)), (x - 84, y + 30, 168, 200, 60))
        canvas.shape(AMBER, [(x - 30, y + 30), (x + 30, y + 30), (x, y + 90)])
        canvas.disc(INK, (x, y, 36, 40))
        if place % 2 == 0:
            graduation_cap(canvas, x, y - 34, 62, 0)
        else:
            graduation_cap(canvas, x + rng.randint(-60, 60), rng.randint(60, 190), 48, rng.randint(-40, 40))


def road(canvas):
    rng, deck = canvas.rng, light(GRANITE, 0.4)
    landscape(canvas, rng.randint(190, 230), swell=110)
    y, bus, hue = rng.randint(280, 330), rng.randint(200, 900), rng.choice((AMBER, TERRACOTTA, BLUE, TEA))
    for x in range(rng.randint(20, 90), WIDTH, rng.randint(150, 190)):
        canvas.shape(dark(deck, 0.12), [(x - 11, y), (x + 11, y), (x + 19, 640), (x - 19, 640)])
        canvas.shape(dark(deck, 0.3), [(x + 3, y), (x + 11, y), (x + 19, 640), (x + 6, 640)])
    canvas.box(deck, (0, y - 8, WIDTH, 24))
    canvas.box(dark(deck, 0.3), (0, y + 12, WIDTH, 7))
    canvas.box(hue, (bus, y - 58, 132, 46, 9))
    panes(canvas, bus + 10, y - 50, 5, 1, 18, 17, 5, [LAMPLIGHT])
    canvas.disc(INK, (bus + 28, y - 11, 9), (bus + 104, y - 11, 9))
    valley, slope = ridge(rng, 460, 40), ridge(rng, 500, 24)
    ground(canvas, mix(canvas.mood.hill, TEA, 0.4), valley)
    for x in range(20, WIDTH, 62):
        tree(canvas, x + rng.randint(-24, 24), valley(x) + 30, rng.randint(50, 84))
    ground(canvas, mix(LEAF, TEA, 0.35), slope)
    swing, phase, away, path = rng.randint(150, 230), rng.uniform(0, 2), rng.randint(420, 780), []
    for near in (step / 40 for step in range(41)):
        x = away + swing * (0.35 + near) * (math.sin(near * 5 + phase) - math.sin(phase))
        path.append((x, slope(away) + 4 + (690 - slope(away)) * near**1.25, 5 + 95 * near**1.5))
    for edge, fill in ((1.16, CREAM), (1, light(SLATE, 0.12))):
        canvas.shape(fill, [(x - w * edge, y) for x, y, w in path] + [(x + w * edge, y) for x, y, w in reversed(path)])
    for (x, y, width), (end_x, end_y, _width) in zip(path[4::3], path[5::3], strict=False):
        canvas.line(AMBER, width * 0.1, (x, y), (end_x, end_y))


def market(canvas):
    rng = canvas.rng
    wall, hue = light(rng.choice((LEAF, STRAW, TERRACOTTA, BLUE)), 0.6), rng.choice((TEA, TERRACOTTA, BLUE))
    host, x = rng.randint(560, 620), rng.randint(1010, 1050)
    canvas.box(wall, (0, 0, WIDTH, 560))
    canvas.box(mix(wall, WOOD, 0.45), (0, 560, WIDTH, 115))
    jars = [(jar, 170) for jar in range(348, 860, 60)] + [
        (jar, 300) for jar in range(348, 860, 60) if abs(jar + 20 - host) > 80
    ]
    canvas.box(WOOD, (330, 170, 560, 12, 3), (330, 300, 560, 12, 3))
    for left, shelf in (*jars, (350, 440), (420, 440), (750, 440), (820, 440)):
        fill, height = rng.choice(HUES), rng.randint(50, 80)
        canvas.box(fill, (left, shelf - height, 42, height, 8))
        canvas.box(dark(fill), (left + 4, shelf - height - 8, 34, 12, 4))
        canvas.box(light(fill, 0.7), (left + 7, shelf - height * 0.6, 28, height * 0.3, 3))
    person(canvas, host, 590, 380)
    canvas.box(hue, (330, 446, 560, 166, 6))
    canvas.box(light(STRAW), (314, 436, 592, 26, 6))
    leaf(canvas, light(hue, 0.5), 610, 566, 100, -40)
    leaf(canvas, light(hue, 0.35), 610, 566, 100, -140)
    for left, y, width, height in ((50, 620, 170, 130), (70, 490, 130, 96), (230, 640, 110, 84), (84, 394, 84, 66)):
        left += rng.randint(-16, 16)
        block(canvas, mix(STRAW, WOOD, rng.uniform(0.1, 0.4)), left, y, width, height, width * 0.28)
        canvas.box(light(STRAW, 0.5), (left + width * 0.42, y - height, width * 0.16, height * 0.45))
    for foot in (-74, 0, 74):
        canvas.line(INK, 9, (x, 300), (x, 440), (x + foot, 640))
    canvas.ring(light(LAMPLIGHT, 0.5), 22, x, 236, 118)
    canvas.ring(dark(wall, 0.3), 4, x, 236, 121)
    canvas.box(INK, (x - 42, 160, 84, 152, 12))
    canvas.box(light(hue, 0.55), (x - 35, 172, 70, 128, 4))
    canvas.disc(SKIN, (x, 220, 16))
    canvas.box(hue, (x - 26, 240, 52, 60, 18))


def document(canvas):
    rng = canvas.rng
    desk = rng.choice((mix(WOOD, STRAW, 0.4), mix(TEA, LEAF, 0.5), light(BLUE, 0.1), mix(TERRACOTTA, STRAW, 0.4)))
    x, tilt, pen, shadow = rng.randint(470, 560), rng.randint(-9, 9), rng.choice((INK, TEA, BLUE, PLUM)), dark(desk, 0.3)
    canvas.box(desk, (0, 0, WIDTH, HEIGHT))
    canvas.box(dark(desk, 0.08), *((0, y, WIDTH, 3) for y in range(0, HEIGHT, 112)))
    folder = light(rng.choice((AMBER, BLUE, LEAF)), 0.45)
    for shift, turn, fill in ((-130, tilt - rng.randint(7, 12), folder), (0, tilt, PAPER)):
        corners = [(-220, -285), (220, -285), (220, 285), (-220, 285)]
        canvas.shape(shadow, turned(corners, x + shift + 10, 357, turn))
        canvas.shape(fill, turned(corners, x + shift, 345, turn))
    canvas.line(rng.choice((TEA, TERRACOTTA, SLATE)), 22, *turned([(-110, -225), (110, -225)], x, 345, tilt))
    for row in range(9):
        reach = 160 if row % 4 != 3 else rng.randint(-60, 60)
        canvas.line(dark(CREAM, 0.14), 9, *turned([(-160, -165 + row * 36), (reach, -165 + row * 36)], x, 345, tilt))
    canvas.line(SLATE, 4, *turned([(-160, 215), (-40, 215)], x, 345, tilt))
    ((seal_x, seal_y),) = turned([(95, 195)], x, 345, tilt)
    canvas.ring(TERRACOTTA, 7, seal_x, seal_y, 58)
    leaf(canvas, TERRACOTTA, seal_x, seal_y + 20, 50, -50)
    leaf(canvas, TERRACOTTA, seal_x, seal_y + 20, 50, -130)
    x, turn = x + rng.randint(300, 330), rng.randint(96, 120)
    canvas.line(shadow, 26, *turned([(-150, 0), (110, 0)], x + 12, 342, turn))
    canvas.line(pen, 26, *turned([(-150, 0), (110, 0)], x, 330, turn))
    canvas.shape(AMBER, turned([(110, -13), (110, 13), (158, 0)], x, 330, turn))
    canvas.line(AMBER, 6, *turned([(-130, -16), (-60, -16)], x, 330, turn))
    x, y = rng.randint(1020, 1060), rng.randint(150, 190)
    canvas.disc(shadow, (x + 10, y + 12, 112))
    for radius, fill in ((112, PAPER), (103, light(STRAW, 0.6)), (73, shadow), (71, PAPER), (60, mix(AMBER, WOOD, 0.3))):
        canvas.disc(fill, (x, y, radius))
    leaf(canvas, OLIVE, x - 26, y + 16, 54, rng.randint(-60, 10))
    x, y, turn = rng.randint(990, 1060), rng.randint(470, 530), rng.randint(-150, 20)
    canvas.disc(shadow, (x + 12, y + 12, 60))
    canvas.line(shadow, 44, (x + 12, y + 12), *turned([(120, 0)], x + 12, y + 12, turn))
    canvas.disc(TERRACOTTA, (x, y, 60))
    canvas.disc(dark(WOOD, 0.2), (x, y, 50))
    canvas.line(WOOD, 44, (x, y), *turned([(120, 0)], x, y, turn))


SCENES = {
    scene.__name__: scene
    for scene in (tea, terraces, rattan, led, stone, fair, office, factory, school, road, market, document)
}


def cover(kind, seed):
    """A JPEG of 1200 by 675; `kind` is a key of SCENES."""
    rng = random.Random(f"{kind} {seed}")  # noqa: S311, a picture is no secret
    canvas = Canvas("RGB", WIDTH, HEIGHT, rng, rng.choice(NIGHTS if kind == "led" else DAYS))
    SCENES[kind](canvas)
    image = canvas.image.reduce(2)
    file = io.BytesIO()
    (ImageOps.mirror(image) if rng.random() < 0.5 else image).save(file, "JPEG", quality=80)
    return file.getvalue()
