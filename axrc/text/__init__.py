"""Rich text: what editors write or paste, cleaned by an allow-list before it is stored."""

from axrc.text.absolute import absolute, picture_addresses
from axrc.text.cleaning import clean
from axrc.text.plain import excerpt, plain_text, printable

__all__ = ["absolute", "clean", "excerpt", "picture_addresses", "plain_text", "printable"]
