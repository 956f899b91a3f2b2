"""Logos of companies: one mark on a plain ground, suited to the industry."""

import math
import random

from pages.demo.pictures.canvas import (
    AMBER,
    GROUNDS,
    SPROUT,
    STRAW,
    Canvas,
    dark,
    encoded,
    light,
    mix,
    turned,
)

MARKS = {
    "tea": "leaves bowl",
    "rattan": "weave",
    "photoelectric": "rays network",
    "stone": "cubes peaks",
    "retail": "bag",
    "internet": "network arrows",
    "food": "bowl",
    "textile": "waves weave",
    "machinery": "gear",
    "packaging": "cubes",
    "construction": "towers",
    "property": "home",
    "education": "book",
    "medical": "cross",
    "finance": "towers temple",
    "logistics": "arrows",
    "tourism": "peaks home",
    "media": "waves rays",
    "government": "temple",
    "farming": "leaves petals",
    "other": "petals arrows",
}


def logo(seed, industry):
    """A PNG of 256 by 256 with a mark that suits the industry, a slug of industries.toml."""
    rng = random.Random(f"{industry} {seed}")
    canvas = Logo("RGBA", 256, 256, rng)
    colour = mix(*rng.sample(GROUNDS, 2), rng.uniform(0.05, 0.35))
    is_pale, depth = rng.random() < 0.3, rng.uniform(0.04, 0.2)
    fore, back = (dark(colour, depth), light(colour, 0.86)) if is_pale else (light(colour, 0.92), dark(colour, depth))
    accent = max(rng.sample((AMBER, SPROUT, STRAW), 2), key=lambda hue: math.dist(hue, back))
    canvas.box(back, (0, 0, 256, 256, rng.choice((40, 72, 128))))
    getattr(canvas, rng.choice(MARKS.get(industry, MARKS["other"]).split()))(fore, back, accent)
    return encoded(canvas.image.reduce(2), "PNG")


class Logo(Canvas):
    """The marks of companies, drawn around (128, 128) in three colours; MARKS says which suit an industry."""

    def leaves(self, fore, back, accent):
        for turn in self.rng.choice(((-62, 62, 0), (-36, 36), (-72, 72, -25, 25), (-50, 22))):
            self.leaf(accent if turn in (0, 36, 22) else fore, 128, 194, 136 - abs(turn) * 0.5, turn - 90, slim=0.26)

    def bowl(self, fore, back, accent):
        arc = [math.pi * step / 28 for step in range(29)]
        self.shape(fore, [(128 + 72 * math.cos(turn), 126 + 66 * math.sin(turn)) for turn in arc])
        self.box(fore, (100, 184, 56, 14, 5))
        for x in self.rng.choice(((128,), (108, 148), (96, 128, 160))):
            self.leaf(accent, x, 114, 64, -90 + self.rng.randint(-14, 14), slim=0.2)

    def weave(self, fore, back, accent):
        count, tilt = self.rng.choice((3, 4)), self.rng.choice((0, 45))
        step = (132 - tilt * 0.5) / count
        lanes = [step * (number - (count - 1) / 2) for number in range(count)]
        for lane in lanes:
            self.line(accent, step * 0.52, *turned([(lane, -66), (lane, 66)], 128, 128, tilt))
        for lane, other in ((lane, other) for row, lane in enumerate(lanes) for other in lanes[row % 2 :: 2]):
            for fill, reach, wide in ((back, step * 0.28, 0.7), (fore, step * 0.44, 0.52)):
                self.line(fill, step * wide, *turned([(other - reach, lane), (other + reach, lane)], 128, 128, tilt))

    def rays(self, fore, back, accent):
        count = self.rng.choice((8, 10, 12, 16))
        for ray in range(count):
            self.line(fore, 84 / count, *turned([(48, 0), (74 - ray % 2 * 12, 0)], 128, 128, ray * 360 / count))
        self.disc(accent, (128, 128, self.rng.choice((26, 30, 34))))

    def cubes(self, fore, back, accent):
        pile = self.rng.choice((((128, 128),), ((128, 88), (92, 150), (164, 150)), ((98, 110), (158, 146))))
        size = (72, 46, 40)[len(pile) - 1]
        for x, y in pile:
            corner = [turned([(size * 0.98, 0)], x, y, degrees)[0] for degrees in range(30, 390, 60)]
            for start, fill in ((3, accent), (1, fore), (5, mix(fore, back, 0.35))):
                self.shape(fill, [(x, y), *(corner[(start + step) % 6] for step in range(3))])

    def network(self, fore, back, accent):
        count, tilt = self.rng.choice((3, 4, 5, 6)), self.rng.randint(0, 90)
        ends = [turned([(60, 0)], 128, 128, tilt + 360 * end / count)[0] for end in range(count)]
        for end in ends:
            self.line(fore, 8, (128, 128), end)
        self.disc(fore, *((x, y, 16) for x, y in ends))
        self.disc(accent, (128, 128, self.rng.choice((22, 28))))

    def bag(self, fore, back, accent):
        self.ring(fore, 10, 128, 92, 34)
        self.box(fore, (66, 96, 124, 100, 16))
        for turn in self.rng.choice(((-90,), (-50, -130), (-20, -160, -90))):
            self.leaf(accent, 128, 180, 64, turn)

    def gear(self, fore, back, accent):
        teeth, hole = self.rng.choice((8, 9, 10, 12)), self.rng.choice((24, 30, 36))
        for tooth in range(teeth):
            self.line(fore, 180 / teeth, (128, 128), *turned([(66, 0)], 128, 128, 360 * tooth / teeth))
        self.disc(fore, (128, 128, 56))
        self.disc(back, (128, 128, hole))
        self.disc(accent, (128, 128, hole * 0.55))

    def towers(self, fore, back, accent):
        heights = self.rng.choice(((60, 96, 132), (84, 136, 104), (52, 80, 108, 136), (100, 136, 76, 112)))
        wide = 128 / len(heights)
        for number, height in enumerate(heights):
            fill = accent if height == max(heights) else fore
            self.box(fill, (64 + number * wide + 4, 190 - height, wide - 8, height, 5))
        self.box(fore, (60, 186, 136, 10, 4))

    def home(self, fore, back, accent):
        self.box(fore, (80, 112, 96, 80, 8))
        self.line(fore, 16, (60, 126), (128, 66), (196, 126))
        self.shape(fore, [(72, 122), (128, 70), (184, 122)])
        self.leaf(accent, 128, 184, 74, self.rng.randint(-120, -60), slim=self.rng.choice((0.2, 0.26, 0.32)))

    def book(self, fore, back, accent):
        for gutter, edge, fill in ((124, 58, fore), (132, 198, mix(fore, back, 0.25))):
            self.shape(fill, [(gutter, 120), (edge, 104), (edge, 176), (gutter, 192)])
        for turn in self.rng.choice(((-90,), (-58, -122), (-90, -45, -135), (-62,))):
            self.leaf(accent, 128, 110, 60, turn)

    def cross(self, fore, back, accent):
        self.disc(mix(fore, back, self.rng.choice((0.75, 1))), (128, 128, 86))
        wide = self.rng.choice((36, 44, 50))
        self.line(fore, wide, (128, 84), (128, 172))
        self.line(fore, wide, (84, 128), (172, 128))
        self.leaf(accent, 112, 146, 50, self.rng.choice((-45, -30, -60)), slim=0.3)

    def arrows(self, fore, back, accent):
        count, tilt = self.rng.choice((2, 3)), self.rng.choice((0, -90))
        for number in range(count):
            x = (number - (count - 1) / 2) * 44
            points = turned([(x - 24, -50), (x + 24, 0), (x - 24, 50)], 128, 128, tilt)
            self.line(accent if number == count - 1 else fore, 22, *points)

    def peaks(self, fore, back, accent):
        summit, other = self.rng.randint(92, 112), self.rng.randint(150, 168)
        self.disc(accent, (self.rng.choice((summit + 64, 160)), 76, self.rng.choice((16, 20))))
        self.shape(mix(fore, back, 0.35), [(other - 56, 186), (other, 108), (204, 186)])
        self.shape(fore, [(52, 186), (summit, 80), (summit + 68, 186)])

    def temple(self, fore, back, accent):
        pillars = self.rng.choice((3, 4, 5))
        self.shape(fore, [(56, 108), (128, 62), (200, 108)])
        for number in range(pillars):
            self.box(fore, (66 + number * 106 / (pillars - 1), 118, 18, 52, 3))
        self.box(accent, (58, 178, 140, 16, 4))

    def petals(self, fore, back, accent):
        count, length = self.rng.choice((4, 5, 6, 8)), self.rng.choice((72, 80))
        for number in range(count):
            self.leaf(fore, 128, 128, length, -90 + 360 * number / count, slim=1.1 / count + 0.04)
        self.disc(accent, (128, 128, self.rng.choice((14, 18, 22))))

    def waves(self, fore, back, accent):
        count, bends, marked = self.rng.choice((3, 4, 5)), self.rng.choice((1, 1.5, 2)), self.rng.randint(0, 2)
        for number in range(count):
            y, swell = 128 + (number - (count - 1) / 2) * 112 / count, 40 / count
            points = [(60 + x, y + swell * math.sin(x / 136 * math.tau * bends)) for x in range(0, 137, 4)]
            self.line(accent if number == marked else fore, 52 / count, *points)
