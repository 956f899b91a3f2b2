"""Files as people send them, good and bad."""

import struct
import zlib
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

GPS, MAKER = 0x8825, 0x010F
SCRIPT = b"<html><script>alert(1)</script></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
# A GIF to a decoder; to a browser that guesses, a script: the size is the beginning of a comment.
GIF_AND_SCRIPT = b"GIF89a/*\x00\x00\x00\x00\x00!\x00*/=1;alert(1)//;"


def upload(name, content):
    return SimpleUploadedFile(name, content)


def photo(kind="JPEG", size=(900, 600), colour="red", **saving):
    buffer = BytesIO()
    Image.new("RGB", size, colour).save(buffer, kind, **saving)
    return buffer.getvalue()


def photo_with_a_place():
    exif = Image.Exif()
    exif.get_ifd(GPS)[1] = "N"
    exif[MAKER] = "Telephone"
    return photo(exif=exif)


def real_gif_and_script():
    """A picture that can be decoded, with a script in its comment and behind its end."""
    return photo("GIF", (8, 8), comment=SCRIPT) + SCRIPT


def bomb(width=60_000, height=60_000):
    """A PNG of a few hundred bytes that says it has so many pixels."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(100_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def old_word(*streams):
    """What a .doc looks like from outside: the container's mark, and the names of its streams in UTF-16."""
    names = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + names
