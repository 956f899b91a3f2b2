"""Covers of articles: calm scenes of the county at an hour and in a weather of the day."""

import math
import random
from collections import namedtuple

from PIL import Image, ImageOps

from pages.demo.pictures.canvas import (
    AMBER,
    BLUE,
    CREAM,
    GRANITE,
    HUES,
    INK,
    LAMPLIGHT,
    LEAF,
    NIGHT,
    OLIVE,
    PAPER,
    PLUM,
    SKIN,
    SLATE,
    SPROUT,
    STRAW,
    TEA,
    TERRACOTTA,
    WOOD,
    Canvas,
    dark,
    encoded,
    light,
    mix,
    turned,
)

WIDTH, HEIGHT = 1200, 675

# The hour and weather of a picture; the tint, of the strength `haze`, lies over everything in it.
Mood = namedtuple("Mood", "sky horizon sun hill tint haze pane")
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
# What may be on a cover, and what it shows, in words.
SCENES = {
    "tea": "插画：茶园里采茶的人，远处是群山",
    "terraces": "插画：山坡上的层层梯田和农舍",
    "rattan": "插画：藤椅、藤篮和绿植",
    "led": "插画：夜色里的光电大屏和亮灯的楼房",
    "stone": "插画：石材堆场和龙门吊",
    "fair": "插画：招聘会上的展位和来往的人",
    "office": "插画：窗前的办公桌和笔记本电脑",
    "factory": "插画：厂房和门前的货车",
    "school": "插画：学校门前戴学位帽的毕业生",
    "road": "插画：高架桥上的客车和山间公路",
    "market": "插画：店主在货架前用手机直播",
    "document": "插画：桌上盖了章的文件、钢笔和茶杯",
}


def cover(kind, seed):
    """A JPEG of 1200 by 675; `kind` is one of SCENES."""
    rng = random.Random(f"{kind} {seed}")
    canvas = Cover("RGB", WIDTH, HEIGHT, rng, rng.choice(NIGHTS if kind == "led" else DAYS))
    canvas.sky()
    getattr(canvas, kind)()
    image = canvas.image.reduce(2)
    return encoded(ImageOps.mirror(image) if rng.random() < 0.5 else image, "JPEG", quality=80)


class Cover(Canvas):
    """What stands in the covers, then the scenes themselves, one method for each of SCENES."""

    def ridge(self, base, swell):
        """A rolling skyline, as a function of x."""
        lengths = ((0.6, (150, 240)), (0.3, (70, 110)), (0.1, (30, 45)))
        waves = [(swell * share, self.rng.uniform(*span), self.rng.uniform(0, math.tau)) for share, span in lengths]
        return lambda x: base + sum(size * math.sin(x / length + phase) for size, length, phase in waves)

    def ground(self, fill, skyline):
        self.shape(fill, [(0, HEIGHT), *((x, skyline(x)) for x in range(0, WIDTH + 12, 12)), (WIDTH, HEIGHT)])

    def sky(self, bottom=520):
        mood, x, y, radius = self.mood, self.rng.randint(180, 1020), self.rng.randint(90, 170), self.rng.randint(38, 58)
        column = Image.new("RGB", (1, 64))
        column.putdata([mix(mood.sky, mood.horizon, row / 63) for row in range(64)])
        self.image.paste(column.resize((WIDTH * 2, bottom * 2), Image.Resampling.BILINEAR))
        self.disc(mix(mix(mood.sky, mood.horizon, y / bottom), mood.sun, 0.28), (x, y, radius * 1.5))
        self.disc(mood.sun, (x, y, radius))

    def hills(self, top, layers=4, swell=70):
        """Ranges of hills, the far ones paler."""
        for layer in range(layers):
            fill = mix(self.mood.horizon, self.mood.hill, 0.28 + 0.6 * layer / layers)
            self.ground(fill, self.ridge(top + layer * 42, swell * (1 - layer * 0.12)))

    def sprig(self, fill, x, y, size, degrees):
        """The tip of a tea shoot, leaves and a bud, on a stem that comes from below."""
        stem = turned([(-size * 3, size * 0.5), (-size * 1.2, size * 0.1), (-size * 0.5, 0), (0, 0)], x, y, degrees)
        self.line(dark(fill, 0.35), size * 0.05, *stem)
        for joint, reach, turn in ((1, 0.8, 62), (2, 0.9, -60), (3, 1, 40), (3, 0.9, -30)):
            self.leaf(dark(fill, 0.24 - 0.08 * joint), *stem[joint], size * reach, degrees + turn)
        self.leaf(light(mix(fill, AMBER, 0.2)), x, y, size * 0.66, degrees + 5, slim=0.13)

    def room(self, wall, floor):
        self.box(wall, (0, 0, WIDTH, floor))
        self.box(mix(wall, WOOD, 0.47), (0, floor, WIDTH, HEIGHT - floor))

    def plant(self, x, y, size):
        for turn in range(-154, -25, 16):
            self.leaf(mix(TEA, LEAF, self.rng.random()), x, y, size * self.rng.uniform(0.75, 1), turn, slim=0.14)

    def tree(self, x, y, size):
        fill = mix(TEA, LEAF, self.rng.random() * 0.8)
        self.line(dark(WOOD, 0.4), size * 0.08, (x, y), (x, y - size * 0.6))
        self.disc(fill, (x, y - size * 0.75, size * 0.34, size * 0.42))
        self.disc(mix(fill, SPROUT, 0.25), (x + size * 0.1, y - size * 0.82, size * 0.2, size * 0.28))

    def house(self, x, y, size):
        """A house of southern Fujian, whose ridge turns up at both ends."""
        self.box(self.rng.choice((PAPER, TERRACOTTA)), (x, y - size * 0.42, size, size * 0.42))
        self.box(dark(WOOD, 0.3), (x + size * 0.42, y - size * 0.26, size * 0.16, size * 0.26))
        self.box(self.mood.pane, *((x + size * side, y - size * 0.28, size * 0.14, size * 0.12) for side in (0.14, 0.72)))
        roof = [(-0.12, -0.38), (-0.02, -0.66), (0.1, -0.6), (0.9, -0.6), (1.02, -0.66), (1.12, -0.38)]
        self.shape(dark(TERRACOTTA, 0.35), [(x + size * px, y + size * py) for px, py in roof])

    def person(self, x, y, height, hat=None):
        """Somebody who stands at (x, y)."""
        unit, clothes = height / 10, self.rng.choice(HUES)
        for side in (-unit, unit):
            self.line(dark(SLATE), unit * 0.85, (x + side * 0.55, y), (x + side * 0.5, y - unit * 4))
            self.line(dark(clothes), unit * 0.8, (x + side * 1.45, y - unit * 4.4), (x + side, y - unit * 7))
        self.box(dark(SKIN, 0.15), (x - unit * 0.35, y - unit * 8.4, unit * 0.7, unit))
        self.box(clothes, (x - unit * 1.3, y - unit * 7.7, unit * 2.6, unit * 4.3, unit * 0.9))
        self.disc(INK, (x, y - unit * 9.35, unit * 1.1))
        self.disc(SKIN, (x, y - unit * 9, unit * 0.9))
        if hat:
            self.shape(hat, [(x - unit * 1.9, y - unit * 9.3), (x, y - unit * 11), (x + unit * 1.9, y - unit * 9.3)])

    def block(self, fill, x, y, width, height, depth):
        """A cuboid whose front stands on (x, y)."""
        top, back, rise = y - height, x + depth, depth * 0.5
        self.box(fill, (x, top, width, height))
        self.shape(light(fill), [(x, top), (back, top - rise), (back + width, top - rise), (x + width, top)])
        self.shape(dark(fill), [(x + width, top), (back + width, top - rise), (back + width, y - rise), (x + width, y)])

    def panes(self, x, y, columns, rows, width, height, gap, fills=()):
        for row, column in ((row, column) for row in range(rows) for column in range(columns)):
            fill, left, top = self.rng.choice(fills or [self.mood.pane]), column * (width + gap), row * (height + gap)
            self.box(fill, (x + left, y + top, width, height, 3))

    def wheel(self, x, y, radius):
        self.disc(INK, (x, y, radius))
        self.disc(GRANITE, (x, y, radius * 0.42))

    def graduation_cap(self, x, y, size, degrees):
        skull, board = [(-0.5, 0), (0.5, 0), (0.4, 0.5), (-0.4, 0.5)], [(-1, 0), (0, -0.42), (1, 0), (0, 0.42)]
        for fill, corners in ((INK, skull), (dark(SLATE, 0.5), board)):
            self.shape(fill, turned([(px * size, py * size) for px, py in corners], x, y, degrees))
        tassel = [(0, 0), (size * 0.74, size * 0.12), (size * 0.78, size * 0.66)]
        self.line(AMBER, size * 0.08, *turned(tassel, x, y, degrees))

    def basket(self, fill, x, y, width, rows):
        """A basket of woven bands; (x, y) is the middle of its foot."""
        for row in range(rows):
            half = width * (0.39 + 0.11 * math.sin(math.pi / 2 * (row + 1) / rows))
            top, cane = y - (row + 1) * 16, half * 2 / 9
            self.box(dark(fill, 0.35), (x - half, top, half * 2, 16, 4))
            self.box(fill, *((x - half + column * cane, top + 1, cane, 14, 4) for column in range(row % 2, 9, 2)))
        self.box(dark(fill, 0.15), (x - width / 2 - 6, y - rows * 16 - 10, width + 12, 16, 8))

    def tea(self):
        rng, crest, foot = self.rng, self.ridge(410, 55), self.ridge(760, 70)
        fill, count, home = mix(LEAF, rng.choice((OLIVE, TEA, SPROUT)), 0.3), rng.randint(8, 11), rng.randint(520, 1000)
        self.hills(rng.randint(230, 290))
        self.house(home, crest(home + 40) + 6, rng.randint(84, 104))
        self.tree(home - 34, crest(home - 34) + 6, rng.randint(70, 96))
        for row in range(count):
            near, next_near = (row / count) ** 1.4, ((row + 1) / count) ** 1.4
            size, shade = 5 + 30 * near, mix(mix(fill, SPROUT, 0.35), TEA, near * 0.7)
            tops = [(x, crest(x) * (1 - near) + foot(x) * near) for x in range(0, WIDTH + 6, 6)]
            feet = [(x, y + 0.55 * (next_near - near) * (foot(x) - crest(x))) for x, y in tops]
            self.shape(dark(shade, 0.5), [*tops, (WIDTH, HEIGHT), (0, HEIGHT)])
            if row in (2, 4):
                x, y = tops[rng.randint(60, 120) + row * 12]
                self.person(x, y + 26, 84 + 60 * near, hat=STRAW)
            self.shape(shade, [(x, y - size * 0.7 * abs(math.sin(x / size / 1.5 + row))) for x, y in tops] + feet[::-1])
        self.sprig(mix(LEAF, SPROUT, 0.75), rng.randint(150, 230), 480, rng.randint(200, 240), rng.randint(-80, -62))

    def terraces(self):
        self.hills(230)
        for x, y, reach, steps in ((self.rng.randint(860, 1080), 700, 640, 9), (self.rng.randint(240, 480), 760, 820, 13)):
            fill = mix(LEAF, self.rng.choice((OLIVE, TEA, SPROUT)), 0.35)
            lobes = [(number, self.rng.uniform(0, math.tau)) for number in (2, 3, 5)]
            for step in range(steps):
                size, top, rim = reach * (1 - step / steps) ** 0.8, y - step * 26, []
                for turn in (math.tau * corner / 72 for corner in range(72)):
                    swell = size + size * 0.045 * sum(math.sin(n * turn + phase + step * 0.12) for n, phase in lobes)
                    rim.append((x + swell * math.cos(turn), top + 0.42 * swell * math.sin(turn)))
                field = mix(self.mood.horizon, BLUE, 0.4) if step % 4 == 2 else mix(fill, TEA, 0.2 * (step % 3))
                for drop, colour in ((15, mix(fill, WOOD, 0.5)), (0, light(mix(fill, SPROUT, 0.5), 0.1)), (7, field)):
                    self.shape(colour, [(px, py + drop) for px, py in rim])
            self.tree(x - 34, top, 90)
            self.house(x - 14, top + 14, 76)

    def rattan(self):
        rng, x, stand = self.rng, self.rng.randint(340, 420), self.rng.randint(660, 690)
        wall, cane = light(rng.choice((STRAW, SPROUT, BLUE, TERRACOTTA)), 0.6), mix(STRAW, WOOD, rng.random() * 0.4)
        self.room(wall, 496)
        self.disc(mix(wall, rng.choice(HUES), 0.35), (600, 600, 470, 52))
        for left, radius in ((650, 62), (780, 44), (900, 72)):
            plate = left + rng.randint(-12, 24), rng.randint(120, 200)
            for share, fill in ((1, dark(cane)), (0.76, cane), (0.52, dark(cane)), (0.28, cane)):
                self.disc(fill, (*plate, radius * share))
        self.disc(dark(cane, 0.12), (x, 262, 168, 186))
        self.disc(dark(cane, 0.45), (x, 262, 150, 168))
        for offset, tilt in ((offset, tilt) for tilt in (45, -45) for offset in range(-138, 150, 24)):
            reach = math.sqrt(150**2 - offset**2)
            ends = turned([(-reach, offset), (reach, offset)], x, 0, tilt)
            self.line(dark(cane, 0.12) if tilt > 0 else cane, 9, *((px, 262 + py * 1.12) for px, py in ends))
        for side in (-1, 1):
            self.line(dark(cane, 0.3), 16, (x + side * 120, 470), (x + side * 138, 610))
            self.line(cane, 18, (x + side * 150, 330), (x + side * 190, 380), (x + side * 170, 462))
        self.disc(cane, (x, 466, 172, 44))
        self.box(rng.choice((TEA, BLUE, TERRACOTTA, OLIVE)), (x - 150, 414, 300, 58, 28))
        self.plant(stand, 450, 165)
        self.basket(cane, stand, 600, 150, 10)
        self.basket(light(cane), rng.randint(860, 900), 624, 200, 7)
        self.basket(mix(cane, TERRACOTTA, 0.3), rng.randint(1030, 1060), 596, 110, rng.randint(11, 15))

    def led(self):
        rng, wall, street = self.rng, mix(self.mood.hill, SLATE, 0.5), mix(self.mood.hill, INK, 0.55)
        lamps = rng.sample((AMBER, SPROUT, light(BLUE), TERRACOTTA), 3)
        bands = [(self.ridge(150 + 85 * band, 36), lamp) for band, lamp in enumerate(lamps)]
        self.disc(mix(wall, PAPER, 0.5), *((rng.randint(0, WIDTH), rng.randint(0, 240), 1.5) for _star in range(30)))
        self.hills(330, layers=3)
        self.box(dark(wall, 0.3), (610, 318, 600, 30), (rng.randint(640, 980), 250, 190, 80))
        self.box(wall, (610, 334, 600, 230))
        self.panes(640, 366, 9, 3, 44, 36, 18, (LAMPLIGHT, LAMPLIGHT, mix(LAMPLIGHT, AMBER, 0.4), dark(wall, 0.2)))
        self.box(street, (0, 552, WIDTH, 123))
        self.shape(mix(street, lamps[-1], 0.25), [(90, 574), (530, 574), (620, 640), (0, 640)])
        self.box(dark(SLATE, 0.4), (150, 440, 20, 140), (450, 440, 20, 140))
        self.box(dark(NIGHT, 0.5), (70, 96, 480, 362, 12))
        for x, y in ((x, y) for x in range(102, 530, 26) for y in range(124, 440, 26)):
            lit = [lamp for crest, lamp in bands if y > crest(x * 1.6)]
            self.disc(lit[-1] if lit else mix(NIGHT, BLUE, 0.3), (x, y, 10))
        for x in range(rng.randint(640, 700), WIDTH, 210):
            self.disc(mix(street, LAMPLIGHT, 0.35), (x, 606, 86, 16))
            self.line(dark(SLATE, 0.5), 7, (x - 34, 606), (x - 34, 320), (x, 312))
            self.box(LAMPLIGHT, (x - 16, 308, 44, 12, 6))

    def stone(self):
        rng, left, reach, hook = self.rng, self.rng.randint(110, 220), self.rng.randint(520, 600), self.rng.randint(400, 520)
        rock, steel = mix(GRANITE, rng.choice((STRAW, BLUE, TERRACOTTA, OLIVE)), 0.25), rng.choice((AMBER, TERRACOTTA, BLUE))
        self.hills(220, layers=3)
        for bench in range(4):
            x, shade = 0, dark(rock, 0.3 - bench * 0.08)
            while x < WIDTH:
                width, top = rng.randint(90, 220), 240 + bench * 76 + rng.randint(-22, 22) - (x < 500) * (60 - 14 * bench)
                self.box(mix(shade, light(shade), rng.random() * 0.5), (x, top, width, HEIGHT))
                self.box(light(shade, 0.45), (x, top, width, 12))
                x += width
        self.box(light(mix(rock, STRAW, 0.4), 0.25), (0, 540, WIDTH, 135))
        for x in (left, left + reach):
            self.line(dark(steel, 0.15), 13, (x - 34, 574), (x, 250), (x + 34, 574))
        self.box(steel, (left - 50, 232, reach + 100, 26, 4), (hook - 30, 222, 60, 46, 4))
        self.line(INK, 4, (hook, 266), (hook, 320), (hook - 54, 380), (hook, 320), (hook + 60, 370))
        self.block(light(rock), hook - 84, 460, 150, 80, 44)
        for x, y, width in ((70, 590, 190), (820, 570, 210), (340, 630, 230), (700, 640, 150), (960, 650, 200)):
            fill, height = light(mix(rock, rng.choice((STRAW, TERRACOTTA, SLATE, PAPER)), 0.3), 0.25), rng.randint(84, 112)
            self.block(fill, x + rng.randint(-30, 30), y, width, height, 60)

    def fair(self):
        rng, string = self.rng, [(x, 60 + 46 * math.sin(math.pi * (x % 600) / 600)) for x in range(0, WIDTH + 40, 40)]
        self.hills(240)
        for x in range(40, WIDTH, 130):
            self.tree(x + rng.randint(-30, 30), 400, rng.randint(100, 150))
        self.box(mix(CREAM, GRANITE, 0.4), (0, 392, WIDTH, 283))
        for x, hue in zip(range(40, WIDTH, 290), rng.sample(HUES, 4), strict=True):
            self.box(light(hue, 0.75), (x + 8, 220, 234, 200))
            self.box(light(hue), (x + 60, 258, 130, 66, 4))
            self.person(x + rng.randint(90, 170), 440, 150)
            self.box(light(SLATE), (x, 200, 8, 250), (x + 242, 200, 8, 250))
            for stripe in range(7):
                self.box((hue, PAPER)[stripe % 2], (x - 12 + stripe * 39.2, 186, 39.2, 52, 16))
            self.box(hue, (x - 12, 170, 274.4, 44, 6), (x - 6, 386, 262, 66, 4))
            self.box(light(STRAW), (x - 12, 378, 274, 14, 4))
        self.line(SLATE, 3, *string)
        for number, (x, y) in enumerate(string):
            self.shape(HUES[number % 4], [(x - 15, y), (x + 15, y), (x, y + 38)])
        for x in range(90, WIDTH, 168):
            self.person(x + rng.randint(-50, 50), rng.randint(580, 650), rng.randint(190, 220))

    def office(self):
        rng, x, pot, lamp = self.rng, self.rng.randint(420, 560), self.rng.randint(960, 1060), self.rng.randint(90, 150)
        wall, hue = light(rng.choice((STRAW, LEAF, BLUE, TERRACOTTA)), 0.62), rng.choice((TEA, BLUE, TERRACOTTA, SLATE))
        left, right, wood = rng.randint(130, 240), rng.randint(720, 800), mix(WOOD, STRAW, rng.random() * 0.5)
        self.hills(220)
        self.box(wall, (0, 0, left, 520), (right, 0, WIDTH, 520), (0, 0, WIDTH, 60), (0, 390, WIDTH, 290))
        self.box(PAPER, *((jamb - 7, 54, 14, 342) for jamb in (left, (left + right) / 2, right)))
        self.box(PAPER, *((left - 22, y, right - left + 44, 16, 4) for y in (54, 390)))
        for shelf in (150, 280):
            self.box(wood, (880, shelf, 250, 12, 3))
            for book, height in ((book, rng.randint(58, 88)) for book in range(896, 1070, 26)):
                self.box(rng.choice(HUES), (book, shelf - height, 23, height, 2))
        self.box(dark(wood, 0.2), (0, 530, WIDTH, 145))
        self.box(light(wood, 0.2), (0, 530, WIDTH, 26))
        self.box(SLATE, (x - 150, 330, 300, 192, 12), (x - 200, 518, 400, 14, 6))
        self.box(light(hue, 0.78), (x - 138, 342, 276, 166, 4))
        self.box(hue, (x - 138, 342, 276, 26, 4), *((x - 110, y, rng.randint(90, 160), 10, 5) for y in range(387, 490, 28)))
        self.box(AMBER, *((x + 80, y, 36, 10, 5) for y in range(387, 490, 28)))
        self.ring(PAPER, 7, x + 292, 500, 20)
        self.box(PAPER, (x + 228, 474, 64, 58, 12))
        self.plant(pot, 470, 130)
        self.shape(TERRACOTTA, [(pot - 50, 454), (pot + 50, 454), (pot + 36, 532), (pot - 36, 532)])
        self.line(dark(hue), 9, (lamp - 50, 526), (lamp + 46, 526), (lamp, 526), (lamp - 30, 420), (lamp + 50, 330))
        self.shape(hue, [(lamp + 20, 318), (lamp + 70, 306), (lamp + 122, 372), (lamp + 30, 392)])

    def factory(self):
        rng, chimney, truck, teeth = self.rng, self.rng.randint(90, 130), self.rng.randint(300, 700), self.rng.randint(4, 6)
        wall, roof, hue = (mix(CREAM, rng.choice(HUES), 0.22), *rng.sample((TERRACOTTA, SLATE, BLUE, TEA), 2))
        self.hills(270)
        self.box(light(SLATE, 0.5), *((rng.randint(x, x + 24), rng.randint(190, 250), 56, 360, 10) for x in (1010, 1086)))
        self.shape(light(TERRACOTTA), [(chimney, 130), (chimney + 44, 130), (chimney + 60, 540), (chimney - 16, 540)])
        for x, end in ((150 + 840 * tooth / teeth, 150 + 840 * (tooth + 1) / teeth) for tooth in range(teeth)):
            self.shape(dark(roof, 0.1), [(x, 340), (x, 226), (end, 340)])
            self.shape(self.mood.pane, [(x + 8, 340), (x + 8, 250), (x + 40, 276), (x + 40, 340)])
            self.line(light(roof, 0.25), 8, (x, 226), (end, 340))
        self.box(wall, (140, 334, 870, 216))
        self.box(dark(wall), (140, 334, 870, 14))
        self.panes(176, 376, 12, 1, 52, 44, 14.5)
        for x in rng.sample((190, 380, 570, 760), 2):
            self.box(light(SLATE, 0.4), *((x, 444 + slat * 18, 140, 15) for slat in range(6)))
        self.box(mix(GRANITE, CREAM, 0.3), (0, 540, WIDTH, 50))
        self.box(light(SLATE, 0.15), (0, 590, WIDTH, 85))
        self.box(CREAM, *((x, 640, 70, 6) for x in range(-20, WIDTH, 120)))
        for x in (40, 1040, 1120):
            self.tree(x + rng.randint(-20, 20), 566, rng.randint(120, 170))
        self.box(light(hue, 0.7), (truck, 470, 230, 130, 8))
        self.box(hue, (truck, 540, 230, 14), (truck + 236, 506, 92, 94, 14))
        self.box(self.mood.pane, (truck + 276, 520, 44, 36, 6))
        self.box(INK, (truck, 594, 330, 12))
        for axle in (truck + 50, truck + 120, truck + 280):
            self.wheel(axle, 608, 26)

    def school(self):
        rng, roof, wing = self.rng, dark(self.rng.choice((TERRACOTTA, SLATE, TEA)), 0.2), self.rng.randint(4, 5)
        wall, gown = rng.choice((light(TERRACOTTA), light(GRANITE), mix(STRAW, WOOD, 0.2))), rng.choice((TEA, NIGHT, PLUM))
        self.hills(250)
        for x in range(30, WIDTH, 190):
            self.tree(x, 490, rng.randint(150, 200))
        for x in (480 - wing * 66, 700):
            self.box(wall, (x, 270, wing * 66 + 20, 220))
            self.box(roof, (x - 10, 252, wing * 66 + 40, 22))
            self.panes(x + 20, 296, wing, 3, 42, 42, 22)
        self.box(light(wall, 0.35), (490, 220, 220, 270))
        self.shape(roof, [(470, 224), (600, 136), (730, 224)])
        self.disc(PAPER, (600, 262, 30))
        self.line(INK, 4, (600, 244), (600, 262), (614, 270))
        self.box(dark(wall), (514, 318, 172, 172))
        self.box(PAPER, *((x, 318, 18, 172) for x in (510, 558, 624, 672)))
        self.box(roof, (500, 306, 200, 16))
        self.box(mix(LEAF, self.mood.horizon, 0.25), (0, 486, WIDTH, 190))
        self.shape(light(GRANITE, 0.4), [(530, 486), (670, 486), (900, 675), (300, 675)])
        for place in range(5):
            x, y = 130 + place * 235 + rng.randint(-40, 40), rng.randint(566, 590)
            cap = (x, y - 34, 62, 0) if place % 2 == 0 else (x, rng.randint(60, 190), 48, rng.randint(-40, 40))
            self.box(dark(gown, 0.1 * (place % 3)), (x - 84, y + 30, 168, 200, 60))
            self.shape(AMBER, [(x - 30, y + 30), (x + 30, y + 30), (x, y + 90)])
            self.disc(INK, (x, y, 36, 40))
            self.graduation_cap(*cap)

    def road(self):
        rng, deck, y, bus = self.rng, light(GRANITE, 0.4), self.rng.randint(280, 330), self.rng.randint(200, 900)
        self.hills(rng.randint(190, 230), swell=110)
        for x in range(rng.randint(20, 90), WIDTH, rng.randint(150, 190)):
            self.shape(dark(deck, 0.12), [(x - 11, y), (x + 11, y), (x + 19, 640), (x - 19, 640)])
            self.shape(dark(deck, 0.3), [(x + 3, y), (x + 11, y), (x + 19, 640), (x + 6, 640)])
        self.box(deck, (0, y - 8, WIDTH, 24))
        self.box(dark(deck, 0.3), (0, y + 12, WIDTH, 7))
        self.box(rng.choice((AMBER, TERRACOTTA, BLUE, TEA)), (bus, y - 58, 132, 46, 9))
        self.panes(bus + 10, y - 50, 5, 1, 18, 17, 5, [LAMPLIGHT])
        for axle in (bus + 28, bus + 104):
            self.wheel(axle, y - 12, 10)
        valley, slope = self.ridge(460, 40), self.ridge(500, 24)
        self.ground(mix(self.mood.hill, TEA, 0.4), valley)
        for x in range(20, WIDTH, 62):
            self.tree(x + rng.randint(-24, 24), valley(x) + 30, rng.randint(50, 84))
        self.ground(mix(LEAF, TEA, 0.35), slope)
        swing, phase, away, path = rng.randint(150, 230), rng.uniform(0, 2), rng.randint(420, 780), []
        for near in (step / 40 for step in range(41)):
            x = away + swing * (0.35 + near) * (math.sin(near * 5 + phase) - math.sin(phase))
            path.append((x, slope(away) + 4 + (690 - slope(away)) * near**1.25, 5 + 95 * near**1.5))
        for edge, fill in ((1.16, CREAM), (1, light(SLATE, 0.12))):
            self.shape(fill, [(x - w * edge, y) for x, y, w in path] + [(x + w * edge, y) for x, y, w in reversed(path)])
        for (x, y, width), (end_x, end_y, _width) in zip(path[4::3], path[5::3], strict=False):
            self.line(AMBER, width * 0.1, (x, y), (end_x, end_y))

    def market(self):
        rng, host, x = self.rng, self.rng.randint(570, 620), self.rng.randint(1010, 1050)
        wall, hue = light(rng.choice((LEAF, STRAW, TERRACOTTA, BLUE)), 0.6), rng.choice((TEA, TERRACOTTA, BLUE))
        self.room(wall, 560)
        self.box(WOOD, (330, 170, 560, 12, 3), (330, 300, 560, 12, 3))
        for left, shelf in ((left, shelf) for shelf in (170, 300, 440) for left in range(348, 860, 60)):
            fill, height = rng.choice(HUES), rng.randint(50, 80)
            if shelf == 170 or abs(left + 20 - host) > shelf / 2 - 66:
                self.box(fill, (left, shelf - height, 42, height, 8))
                self.box(dark(fill), (left + 4, shelf - height - 8, 34, 12, 4))
                self.box(light(fill, 0.7), (left + 7, shelf - height * 0.6, 28, height * 0.3, 3))
        self.person(host, 590, 380)
        self.box(hue, (330, 446, 560, 166, 6))
        self.box(light(STRAW), (314, 436, 592, 26, 6))
        for turn in (-40, -140):
            self.leaf(light(hue, 0.45), 610, 566, 100, turn)
        for left, y, width, height in ((50, 620, 170, 130), (70, 490, 130, 96), (230, 640, 110, 84), (84, 394, 84, 66)):
            left += rng.randint(-16, 16)
            self.block(mix(STRAW, WOOD, rng.uniform(0.1, 0.4)), left, y, width, height, width * 0.28)
            self.box(light(STRAW, 0.5), (left + width * 0.42, y - height, width * 0.16, height * 0.45))
        for foot in (-74, 0, 74):
            self.line(INK, 9, (x, 300), (x, 440), (x + foot, 640))
        self.ring(dark(wall, 0.3), 26, x, 236, 121)
        self.ring(light(LAMPLIGHT, 0.5), 20, x, 236, 118)
        self.box(INK, (x - 42, 160, 84, 152, 12))
        self.box(light(hue, 0.55), (x - 35, 172, 70, 128, 4))
        self.disc(SKIN, (x, 220, 16))
        self.box(hue, (x - 26, 240, 52, 60, 18))

    def document(self):
        rng, x, tilt = self.rng, self.rng.randint(470, 560), self.rng.randint(-9, 9)
        desk, ink = rng.choice((mix(WOOD, STRAW, 0.4), mix(TEA, LEAF, 0.5), BLUE)), rng.choice((INK, TERRACOTTA, PLUM))
        shadow, cup, stamp = dark(desk, 0.3), rng.randint(1020, 1060), rng.randint(-150, 20)
        sheet = [(-220, -285), (220, -285), (220, 285), (-220, 285)]
        self.box(desk, (0, 0, WIDTH, HEIGHT))
        for shift, turn, fill in ((-130, tilt - 10, light(rng.choice((AMBER, BLUE, LEAF)), 0.45)), (0, tilt, PAPER)):
            self.shape(shadow, turned(sheet, x + shift + 10, 357, turn))
            self.shape(fill, turned(sheet, x + shift, 345, turn))
        self.line(rng.choice((TEA, TERRACOTTA, SLATE)), 22, *turned([(-110, -225), (110, -225)], x, 345, tilt))
        for row in range(9):
            reach = 160 if row % 4 != 3 else rng.randint(-60, 60)
            self.line(dark(CREAM, 0.14), 9, *turned([(-160, -165 + row * 36), (reach, -165 + row * 36)], x, 345, tilt))
        ((seal_x, seal_y),) = turned([(95, 195)], x, 345, tilt)
        self.ring(TERRACOTTA, 7, round(seal_x), round(seal_y), 58)
        for turn in (-50, -130):
            self.leaf(TERRACOTTA, seal_x, seal_y + 20, 50, turn)
        for shift, fill in ((12, shadow), (0, ink)):
            self.line(fill, 26, *turned([(-150, 0), (110, 0)], x + 320 + shift, 330 + shift, 96 + tilt))
        self.shape(AMBER, turned([(110, -13), (110, 13), (158, 0)], x + 320, 330, 96 + tilt))
        self.disc(shadow, (cup + 10, 182, 112))
        for radius, fill in ((112, PAPER), (103, light(STRAW, 0.6)), (73, shadow), (71, PAPER), (60, mix(AMBER, WOOD, 0.3))):
            self.disc(fill, (cup, 170, radius))
        for shift, fills in ((12, (shadow, shadow, shadow)), (0, (TERRACOTTA, dark(WOOD), WOOD))):
            self.disc(fills[0], (cup + shift, 500 + shift, 60))
            self.disc(fills[1], (cup + shift, 500 + shift, 50))
            self.line(fills[2], 44, (cup + shift, 500 + shift), *turned([(120, 0)], cup + shift, 500 + shift, stamp))
