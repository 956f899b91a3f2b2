"""The colours, and a surface to draw on."""

import io
import math

from PIL import Image, ImageDraw

INK, NIGHT, PAPER, CREAM = (31, 45, 39), (30, 48, 60), (247, 242, 230), (236, 226, 204)
TEA, LEAF, SPROUT, OLIVE = (38, 96, 68), (84, 140, 92), (150, 184, 112), (122, 132, 78)
AMBER, STRAW, WOOD, TERRACOTTA = (217, 150, 47), (222, 186, 128), (156, 112, 74), (185, 101, 74)
BLUE, SLATE, GRANITE, PLUM = (95, 130, 152), (72, 88, 98), (176, 172, 162), (122, 84, 98)
SKIN, LAMPLIGHT = (226, 186, 152), (250, 220, 150)
HUES = (TEA, BLUE, TERRACOTTA, AMBER, SLATE, OLIVE, PLUM)
GROUNDS = (*HUES, LEAF, WOOD, NIGHT, (52, 112, 112), (146, 76, 60))


def mix(one, other, share):
    return tuple(round(a + (b - a) * share) for a, b in zip(one, other, strict=True))


def dark(colour, share=0.22):
    return mix(colour, INK, share)


def light(colour, share=0.3):
    return mix(colour, PAPER, share)


def turned(points, x, y, degrees):
    """The points, given around the origin, turned and moved to (x, y)."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [(x + px * cos - py * sin, y + px * sin + py * cos) for px, py in points]


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

    def leaf(self, fill, x, y, length, degrees, slim=0.24):
        """A leaf that grows from (x, y); one half of it is in the shade."""
        side = [(length * t / 24, length * slim * math.sin(math.pi * (t / 24) ** 0.8) ** 0.9) for t in range(25)]
        self.shape(fill, turned(side + [(px, -py) for px, py in reversed(side)], x, y, degrees))
        self.shape(dark(fill, 0.2), turned(side, x, y, degrees))


def encoded(image, file_format, **options):
    file = io.BytesIO()
    image.save(file, file_format, **options)
    return file.getvalue()
