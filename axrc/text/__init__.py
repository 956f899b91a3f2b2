"""Rich text: what editors write or paste, cleaned by an allow-list before it is stored."""

from axrc.text.absolute import absolute, pictures
from axrc.text.cleaning import clean
from axrc.text.plain import excerpt, plain_text, printable

__all__ = ["absolute", "clean", "excerpt", "pictures", "plain_text", "printable"]
