"""QR codes, drawn as the path of an SVG."""

import segno

QUIET_ZONE = 4  # modules of white around the code, ISO/IEC 18004


def drawing(text):
    """(side in modules with the quiet zone, path of the dark modules).

    Level M survives a smudged print. Any mask can be read; trying all eight for the prettiest would cost ten times as much.
    """
    code = segno.make_qr(text, error="m", boost_error=False, mask=2)
    rows = [path_of(y, row) for y, row in enumerate(code.matrix, start=QUIET_ZONE)]
    return len(code.matrix) + 2 * QUIET_ZONE, "".join(rows)


def path_of(y, row):
    """One line of modules: each run of dark ones is a bar of height 1."""
    path, start = [], None
    for x, is_dark in enumerate([*row, 0], start=QUIET_ZONE):
        if is_dark and start is None:
            start = x
        elif not is_dark and start is not None:
            path.append(f"M{start} {y}h{x - start}v1h-{x - start}z")
            start = None
    return "".join(path)
