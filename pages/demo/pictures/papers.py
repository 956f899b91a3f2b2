"""A licence and a letter as the demo's reviewer sees them: lines instead of words, and 演示 across."""

from PIL import ImageFont

from pages.demo.pictures.canvas import CREAM, GRANITE, INK, PAPER, TEA, Canvas, encoded, light

RED, PALE = (190, 52, 44), (236, 190, 182)

# The strokes of two characters in a square of ten, so that no font is needed.
STROKES = {
    "演": [
        [(0.8, 1), (2, 2)], [(0.4, 3.8), (1.6, 4.6)], [(0.6, 9.2), (2, 6.2)],
        [(6.2, 0.2), (6.4, 1.1)], [(3.2, 2.6), (3.2, 1.4), (9.4, 1.4), (9.2, 2.6)], [(4.4, 3), (8.4, 3)],
        [(4, 4.4), (8.8, 4.4), (8.8, 7.4), (4, 7.4), (4, 4.4)], [(4, 5.9), (8.8, 5.9)], [(6.4, 3), (6.4, 7.4)],
        [(5.4, 8), (3.8, 9.6)], [(7.4, 8), (9.2, 9.6)],
    ],
    "示": [
        [(2.4, 1.4), (7.6, 1.4)], [(0.8, 4), (9.2, 4)], [(5, 4), (5, 9.4), (4, 8.8)],
        [(2.9, 5.4), (1.3, 8)], [(7.1, 5.4), (8.8, 8)],
    ],
}  # fmt: skip


def licence(code):
    """A JPEG of 1000 by 700."""
    canvas = Canvas("RGB", 1000, 700, None)
    canvas.box(PAPER, (0, 0, 1000, 700))
    canvas.box(light(TEA, 0.4), (24, 24, 952, 652, 10))
    canvas.box(CREAM, (36, 36, 928, 628, 6))
    canvas.disc(RED, (500, 100, 34))
    canvas.box(INK, (360, 150, 280, 26, 4))
    code_line(canvas, code, 100, 205)
    for number, width in enumerate([420, 260, 520, 300, 620, 560, 380]):
        lines(canvas, 100, 262 + number * 44, 90, width)
    seal(canvas, 790, 540)
    across(canvas, 130, 250, 300)
    return encoded(shrunk(canvas, 1000, 700), "JPEG", quality=88)


def letter(code):
    """A JPEG of 700 by 1000."""
    canvas = Canvas("RGB", 700, 1000, None)
    canvas.box((252, 251, 247), (0, 0, 700, 1000))
    canvas.box(INK, (270, 80, 160, 30, 4))
    for number, width in enumerate([180, 480, 520, 510, 300, 380]):
        canvas.box(GRANITE, (90, 170 + number * 52, width, 14, 3))
    code_line(canvas, code, 90, 490)
    for number, width in enumerate([300, 240, 260]):
        canvas.box(GRANITE, (90, 580 + number * 60, width, 14, 3))
    seal(canvas, 500, 780)
    across(canvas, 130, 215, 200)
    return encoded(shrunk(canvas, 700, 1000), "JPEG", quality=88)


def lines(canvas, x, y, name, width):
    canvas.box(GRANITE, (x, y, name, 16, 3))
    canvas.box(INK, (x + 110, y, width, 16, 3))


def code_line(canvas, code, x, y):
    canvas.pen.text((x * 2, y * 2), f"{code}   DEMO", fill=INK, font=ImageFont.load_default(56))


def seal(canvas, x, y):
    canvas.ring(RED, 6, x, y, 84)
    word(canvas, RED, 5, x - 62, y - 28, 56)


def across(canvas, x, y, size):
    word(canvas, PALE, 16, x, y, size)


def word(canvas, fill, width, x, y, size):
    for number, strokes in enumerate(STROKES.values()):
        for stroke in strokes:
            left = x + number * size * 1.2
            canvas.line(fill, width, *[(left + px * size / 10, y + py * size / 10) for px, py in stroke])


def shrunk(canvas, width, height):
    return canvas.image.resize((width, height))
