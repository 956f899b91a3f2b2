"""Rich text: what editors write or paste, cleaned by an allow-list before it is stored."""

from axrc.text.cleaning import clean
from axrc.text.plain import excerpt, plain_text, printable

__all__ = ["clean", "excerpt", "plain_text", "printable"]
