"""A QR code holds exactly the modules that its text asks for."""

import re

import pytest
import segno
from django.template import Context, Template

from axrc.web.qr import QUIET_ZONE, drawing


def modules(path):
    """The dark modules that a path paints."""
    bars = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", path)
    assert "".join(f"M{x} {y}h{there}v1h-{back}z" for x, y, there, back in bars) == path
    assert all(there == back for _x, _y, there, back in bars)
    return {(int(x) + step, int(y)) for x, y, width, _ in bars for step in range(int(width))}


@pytest.mark.parametrize("text", ["https://www.axrc.net/news/1/", "https://www.axrc.net/jobs/" + "9" * 300, "茶"])
def test_the_drawing_is_the_code_with_its_quiet_zone(text):
    side, path = drawing(text)
    code = segno.make_qr(text, error="m", boost_error=False, mask=2)
    dark = {
        (x + QUIET_ZONE, y + QUIET_ZONE) for y, row in enumerate(code.matrix) for x, is_dark in enumerate(row) if is_dark
    }
    assert modules(path) == dark
    assert side == len(code.matrix) + 2 * QUIET_ZONE


def test_a_code_says_where_it_leads_and_holds_the_whole_address(rf):
    context = Context({"request": rf.get("/other/?a=1"), "label": '打开"<文章>'})
    page = Template("{% load qr %}{% qr_code '/news/1/' label %}").render(context)
    assert 'role="img" aria-label="打开&quot;&lt;文章&gt;"' in page
    assert drawing("http://testserver/news/1/")[1] in page
