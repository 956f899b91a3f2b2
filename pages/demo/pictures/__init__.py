"""Draws the pictures of the demo content; a seed always gives the same."""

from pages.demo.pictures.covers import cover
from pages.demo.pictures.logos import logo

__all__ = ["cover", "logo"]
